/** What an auction is about: a token of the plain or of the gated collection, or units. */
export type Lot = { from: 'plain' | 'gated' | 'editions'; index: number; quantity: bigint }
/** Ether, wrapped ether, and a currency that does not always pay out. */
export const CURRENCIES = 3
const MONEY = 2

/** People come first; then a contract that bids and receives royalties, and does not always take ether; then who only receives. */
export const PEOPLE = 3
/** The place of that contract, behind the people. */
export const PAYEE = 3
export const CREATOR = PEOPLE + 1
export const FEES = PEOPLE + 2
const ACCOUNTS = PEOPLE + 3

export type PaperTerms = {
  lot: Lot
  currency: number
  reserve: bigint
  incrementBps: bigint
  start: bigint
  duration: bigint
  window: bigint
  extension: bigint
}
export type PaperAuction = PaperTerms & {
  id: string
  seller: number
  end: bigint
  lastEnd: bigint
  feeBps: bigint
  bidder: number | null
  amount: bigint
  state: 'live' | 'waiting' | 'gone'
}

/** Whom a lot is with when it is in the house. */
export const HOUSE = -1
const royalties = { plain: { receiver: CREATOR, bps: 500n }, gated: null, editions: { receiver: PAYEE, bps: 333n } } as const

/** An auction house on paper: what should happen, written down as plainly as can be. Every action answers whether it is possible. */
export class PaperHouse {
  readonly auctions: PaperAuction[] = []
  /** Who has each token. */
  readonly owner: Record<'plain' | 'gated', number[]>
  /** Units by token and person, and those in the house. */
  readonly units: bigint[][]
  readonly unitsHeld: bigint[]
  /** What everyone has, and what waits for them, by account and currency. */
  readonly has: bigint[][]
  readonly waits = Array.from({ length: ACCOUNTS }, () => Array.from({ length: CURRENCIES }, () => 0n))
  readonly fees = Array.from({ length: CURRENCIES }, () => 0n)
  readonly refused = Array.from({ length: ACCOUNTS }, () => false)
  payeeTakes = true
  moneyMoves = true
  feeBps: bigint
  pausedUntil = 0n

  constructor(start: { tokens: number; gated: number; units: bigint[][]; has: bigint[][]; feeBps: bigint }) {
    const spread = (count: number) => Array.from({ length: count }, (_, index) => index % PEOPLE)
    this.owner = { plain: spread(start.tokens), gated: spread(start.gated) }
    this.units = start.units
    this.unitsHeld = start.units.map(() => 0n)
    this.has = start.has
    this.feeBps = start.feeBps
  }

  /** What the house must have of a currency: live bids, credits and fees. */
  held(currency: number): bigint {
    const bids = this.auctions.filter((one) => one.state === 'live' && one.bidder !== null && one.currency === currency)
    const credits = this.waits.map((account) => account[currency] as bigint)
    return [...bids.map(({ amount }) => amount), ...credits].reduce((sum, amount) => sum + amount, this.fees[currency] as bigint)
  }

  create(id: string, seller: number, terms: PaperTerms, now: bigint): boolean {
    const { lot, reserve } = terms
    if (now < this.pausedUntil || reserve === 0n || !this.#hasLot(seller, lot)) return false
    this.#move(lot, seller, HOUSE)
    const start = terms.start > now ? terms.start : now
    const end = start + terms.duration
    const rest = { id, seller, start, end, lastEnd: end + terms.extension, feeBps: this.feeBps, amount: reserve }
    this.auctions.push({ ...terms, ...rest, bidder: null, state: 'live' })
    return true
  }

  least({ bidder, amount, incrementBps }: PaperAuction): bigint {
    return bidder === null ? amount : amount + (amount * incrementBps + 9_999n) / 10_000n
  }

  bid(auction: PaperAuction, bidder: number, amount: bigint, now: bigint): boolean {
    const open = auction.state === 'live' && now >= auction.start && now < auction.end && now >= this.pausedUntil
    if (!open || bidder === auction.seller || amount < this.least(auction)) return false
    this.#add(bidder, auction.currency, -amount)
    if (auction.bidder !== null) this.#pay(auction.bidder, auction.currency, auction.amount)
    if (auction.end - now < auction.window) {
      auction.end = now + auction.window
      if (auction.end > auction.lastEnd) auction.end = auction.lastEnd
    }
    auction.bidder = bidder
    auction.amount = amount
    return true
  }

  cancel(auction: PaperAuction, who: number): boolean {
    if (auction.state !== 'live' || auction.bidder !== null || who !== auction.seller || !this.#takes(who, auction.lot)) return false
    this.#release(auction, who)
    return true
  }

  settle(auction: PaperAuction, now: bigint): boolean {
    if (auction.state !== 'live' || now < auction.end) return false
    const { lot, bidder, seller, currency, amount } = auction
    if (bidder !== null && this.#takes(bidder, lot)) {
      const royalty = royalties[lot.from]
      const fee = (amount * auction.feeBps) / 10_000n
      const due = royalty ? (amount * royalty.bps) / 10_000n : 0n
      this.fees[currency] = (this.fees[currency] as bigint) + fee
      if (royalty && due > 0n) this.#pay(royalty.receiver, currency, due)
      this.#pay(seller, currency, amount - fee - due)
      this.#release(auction, bidder)
      return true
    }
    if (bidder !== null) this.#pay(bidder, currency, amount)
    if (this.#takes(seller, lot)) this.#release(auction, seller)
    else auction.state = 'waiting'
    return true
  }

  reclaim(auction: PaperAuction, who: number, to: number): boolean {
    if (auction.state !== 'waiting' || who !== auction.seller || !this.#takes(to, auction.lot)) return false
    this.#release(auction, to)
    return true
  }

  withdraw(who: number, currency: number): boolean {
    const amount = this.waits[who]?.[currency] as bigint
    if (amount === 0n || !this.#accepts(who, currency)) return false
    ;(this.waits[who] as bigint[])[currency] = 0n
    this.#add(who, currency, amount)
    return true
  }

  withdrawFees(currency: number): boolean {
    const amount = this.fees[currency] as bigint
    if (amount === 0n || !this.#accepts(FEES, currency)) return false
    this.fees[currency] = 0n
    this.#add(FEES, currency, amount)
    return true
  }

  #accepts(who: number, currency: number): boolean {
    if (currency === MONEY) return this.moneyMoves
    return currency !== 0 || who !== PAYEE || this.payeeTakes
  }

  #pay(to: number, currency: number, amount: bigint): void {
    if (this.#accepts(to, currency)) this.#add(to, currency, amount)
    else (this.waits[to] as bigint[])[currency] = (this.waits[to]?.[currency] as bigint) + amount
  }

  #add(who: number, currency: number, amount: bigint): void {
    const purse = this.has[who] as bigint[]
    purse[currency] = (purse[currency] as bigint) + amount
  }

  #hasLot(who: number, { from, index, quantity }: Lot): boolean {
    return from === 'editions' ? (this.units[index]?.[who] as bigint) >= quantity : this.owner[from][index] === who
  }

  /** A gated token goes only to whom the collection likes, units only to who can receive them. */
  #takes(who: number, { from }: Lot): boolean {
    if (from === 'gated') return !this.refused[who]
    return from !== 'editions' || who !== PAYEE
  }

  #release(auction: PaperAuction, to: number): void {
    this.#move(auction.lot, HOUSE, to)
    auction.state = 'gone'
  }

  #move({ from, index, quantity }: Lot, giver: number, taker: number): void {
    if (from !== 'editions') {
      this.owner[from][index] = taker
      return
    }
    const change = (who: number, amount: bigint) => {
      const [row, at] = who === HOUSE ? [this.unitsHeld, index] : [this.units[index] as bigint[], who]
      row[at] = (row[at] as bigint) + amount
    }
    change(giver, -quantity)
    change(taker, quantity)
  }
}
