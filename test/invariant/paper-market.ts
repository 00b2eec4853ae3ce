import type { Order } from '@daedal/protocol/market/order'

/** What can be held, by its number in the scene: tokens are one each, editions have units. */
export type Good = { edition: boolean; index: number }

/** A signed order as the market on paper sees it: people and goods by their numbers. */
export type PaperOrder = {
  order: Order
  signature: string
  form: 'order' | 'bundle'
  maker: number
  taker: number | null
  goods: readonly Good[]
  native: boolean
}

/** A trade that is possible: who gives what to whom, and for how much. */
export type PaperTrade = { seller: number; buyer: number; price: bigint; quantity: bigint; goods: readonly Good[] }

/** The market as one would write it on paper: who owns what, what is spent and filled, what is owed. */
export class PaperMarket {
  readonly owner: number[]
  readonly units: bigint[][]
  readonly spent = new Set<string>()
  readonly filled = new Map<string, bigint>()
  readonly epoch = [0n, 0n, 0n]
  fees = 0n
  owed = 0n

  /** `units[edition][person]` at the beginning. */
  constructor(owner: number[], units: bigint[][]) {
    this.owner = [...owner]
    this.units = units.map((row) => [...row])
  }

  static key = (maker: number, nonce: bigint): string => `${maker} ${nonce}`

  /** Price per piece at a time, as a fraction rounded up: what the seller gets is never less than the line. */
  static priceAt({ price, endPrice, startTime, endTime }: Order, now: bigint): bigint {
    const length = endTime - startTime
    const scaled = price * length + (endPrice - price) * (now - startTime)
    return (scaled + length - 1n) / length
  }

  /** The trade that a filler would make of the order, or null where it is not possible. */
  tradeOf(signed: PaperOrder, filler: number, picked: Good, quantity: bigint, now: bigint): PaperTrade | null {
    const { order, maker, taker } = signed
    const epoch = (order.nonce >> 8n) & ((1n << 64n) - 1n)
    if (this.spent.has(PaperMarket.key(maker, order.nonce)) || epoch !== this.epoch[maker]) return null
    if (maker === filler || (taker !== null && taker !== filler) || now >= order.endTime) return null
    const listing = order.kind === 0
    const [seller, buyer] = listing ? [maker, filler] : [filler, maker]
    if (signed.form === 'order' && picked.edition !== order.quantity > 0n) return null
    if (order.quantity > 0n) {
      const left = order.quantity - (this.filled.get(PaperMarket.key(maker, order.nonce)) ?? 0n)
      if (quantity <= 0n || quantity > left) return null
    } else if (quantity !== 0n) return null
    const goods = signed.form === 'bundle' ? signed.goods : [picked]
    if (new Set(goods.map(({ edition, index }) => `${edition} ${index}`)).size < goods.length) return null
    for (const { edition, index } of goods)
      if (edition ? (this.units[index]?.[seller] ?? 0n) < quantity : this.owner[index] !== seller) return null
    const each = PaperMarket.priceAt(order, now)
    return { seller, buyer, price: quantity === 0n ? each : each * quantity, quantity, goods }
  }

  /** Writes down a trade. */
  settle({ order, maker }: PaperOrder, { seller, buyer, quantity, goods }: PaperTrade): void {
    const key = PaperMarket.key(maker, order.nonce)
    const filled = (this.filled.get(key) ?? 0n) + quantity
    this.filled.set(key, filled)
    if (quantity === 0n || filled >= order.quantity) this.spent.add(key)
    for (const { edition, index } of goods) {
      if (!edition) this.owner[index] = buyer
      else {
        const row = this.units[index] as bigint[]
        row[seller] = (row[seller] as bigint) - quantity
        row[buyer] = (row[buyer] as bigint) + quantity
      }
    }
  }
}
