import { DAY } from '../fixtures/trade.ts'

/** A token of a collection that keeps its users, or of one that does not. */
export type Place = { from: 'kept' | 'foreign'; index: number }
/** Ether, wrapped ether, and a currency that does not always pay out. */
export const CURRENCIES = 3
const MONEY = 2

/** People come first; then a contract that receives royalties and does not always take ether; then who only receives. */
export const PEOPLE = 3
export const PAYEE = 3
export const CREATOR = PEOPLE + 1
export const FEES = PEOPLE + 2
const ACCOUNTS = PEOPLE + 3
const royalties = { kept: { receiver: CREATOR, bps: 750n }, foreign: { receiver: PAYEE, bps: 500n } } as const

export type PaperOffer = {
  place: Place
  owner: number
  currency: number
  perDay: bigint
  minDays: number
  maxDays: number
  renter: number | null
  start: bigint
  end: bigint
  lastExpiry: bigint
  maxFeeBps: bigint
  maxRoyaltyBps: bigint
  epoch: bigint
  bit: number
}
export type PaperTaking = { offer: PaperOffer; dayCount: number; user: number }
export type PaperToken = {
  owner: number
  user: number | null
  expires: bigint
  /** Who gave it into custody, and who paid for all of it. */
  custody: { renter: number; expires: bigint } | null
}

/** Rentals on paper: what should happen, written down as plainly as can be. Every action answers whether it is possible. */
export class PaperRentals {
  readonly tokens: Record<Place['from'], PaperToken[]>
  /** What everyone has, and what waits for them, by account and currency. */
  readonly has: bigint[][]
  readonly waits = Array.from({ length: ACCOUNTS }, () => Array.from({ length: CURRENCIES }, () => 0n))
  readonly fees = Array.from({ length: CURRENCIES }, () => 0n)
  readonly lanes = Array.from({ length: PEOPLE }, () => ({ epoch: 0n, cancelled: new Set<number>() }))
  payeeTakes = true
  moneyMoves = true
  feeBps: bigint
  pausedUntil = 0n

  constructor(start: { tokens: number; has: bigint[][]; feeBps: bigint }) {
    const all = () =>
      Array.from({ length: start.tokens }, (_, index): PaperToken => ({ owner: index % PEOPLE, user: null, expires: 0n, custody: null }))
    this.tokens = { kept: all(), foreign: all() }
    this.has = start.has
    this.feeBps = start.feeBps
  }

  at({ from, index }: Place): PaperToken {
    return this.tokens[from][index] as PaperToken
  }

  /** What the contract must have of a currency: credits and fees. */
  held(currency: number): bigint {
    return this.waits.reduce((sum, purses) => sum + (purses[currency] as bigint), this.fees[currency] as bigint)
  }

  /** Until when somebody uses the token, or null. The reference of ERC-4907 counts the last second in; a custody does not. */
  userOf({ from, index }: Place, now: bigint): number | null {
    const token = this.at({ from, index })
    if (token.user === null) return null
    const inclusive = from === 'foreign' && token.custody === null
    return now < token.expires || (inclusive && now === token.expires) ? token.user : null
  }

  price({ offer, dayCount }: PaperTaking): bigint {
    return offer.perDay * BigInt(dayCount)
  }

  #isOpen({ offer, dayCount }: PaperTaking, renter: number, now: bigint): boolean {
    const { owner, perDay, minDays, maxDays, start, end, maxFeeBps, epoch, bit } = offer
    const lane = this.lanes[owner] as PaperRentals['lanes'][number]
    if (now < this.pausedUntil || now < start || now >= end || start >= end) return false
    if (offer.renter === null ? perDay === 0n : offer.renter !== renter) return false
    if (owner === renter || this.feeBps > maxFeeBps || lane.epoch !== epoch || lane.cancelled.has(bit)) return false
    return minDays > 0 && minDays <= dayCount && dayCount <= maxDays && maxDays <= 365
  }

  /** When the tenancy would end, or null where it cannot be. */
  #expiry({ offer, dayCount, user }: PaperTaking, now: bigint): { expires: bigint; renewal: boolean } | null {
    const token = this.at(offer.place)
    if (token.owner !== offer.owner) return null
    const present = this.userOf(offer.place, now)
    const protectedHere = offer.place.from === 'kept' || token.custody !== null
    if (present !== null && (present !== user || !protectedHere)) return null
    const expires = (present === null ? now : token.expires) + BigInt(dayCount) * DAY
    if (expires > now + BigInt(offer.maxDays) * DAY || expires > offer.lastExpiry) return null
    return { expires, renewal: present !== null }
  }

  rent(taking: PaperTaking, renter: number, now: bigint): boolean {
    const { offer, user } = taking
    const price = this.price(taking)
    const royalty = royalties[offer.place.from]
    const due = (price * royalty.bps) / 10_000n
    if (!this.#isOpen(taking, renter, now) || due > (price * offer.maxRoyaltyBps) / 10_000n) return false
    const term = this.#expiry(taking, now)
    if (!term) return false
    const fee = (price * this.feeBps) / 10_000n
    this.#add(renter, offer.currency, -price)
    this.fees[offer.currency] = (this.fees[offer.currency] as bigint) + fee
    if (due > 0n) this.#pay(royalty.receiver, offer.currency, due)
    if (price > 0n) this.#pay(offer.owner, offer.currency, price - fee - due)
    const token = this.at(offer.place)
    if (offer.place.from === 'foreign') {
      const paidAll = !term.renewal || token.custody?.renter === renter
      token.custody = { renter: paidAll ? renter : user, expires: term.expires }
    }
    Object.assign(token, { user, expires: term.expires })
    return true
  }

  /** All of them or none. */
  rentMany(takings: readonly PaperTaking[], renter: number, now: bigint): boolean {
    const before = structuredClone([this.tokens, this.has, this.waits, this.fees])
    if (takings.every((taking) => taking.offer.currency === takings[0]?.offer.currency && this.rent(taking, renter, now))) return true
    for (const [index, part] of [this.tokens, this.has, this.waits, this.fees].entries()) Object.assign(part, before[index])
    return false
  }

  giveBack(index: number, by: number, now: bigint): boolean {
    const token = this.tokens.foreign[index] as PaperToken
    if (!token.custody || now >= token.custody.expires || (by !== token.user && by !== token.custody.renter)) return false
    Object.assign(token, { custody: null, user: null, expires: 0n })
    return true
  }

  release(index: number, to: number | null, by: number, now: bigint): boolean {
    const token = this.tokens.foreign[index] as PaperToken
    if (!token.custody || now < token.custody.expires || (to !== null && by !== token.owner)) return false
    Object.assign(token, { custody: null, user: null, expires: 0n, owner: to ?? token.owner })
    return true
  }

  /** At the collection: by the owner while there is no user or for the same one longer, by the user to end it. */
  setUser(place: Place, by: number, user: number | null, expires: bigint, now: bigint): boolean {
    const token = this.at(place)
    if (token.custody) return false
    if (place.from === 'foreign') {
      if (by !== token.owner) return false
    } else {
      const present = this.userOf(place, now)
      const longer = present !== null && user === present && expires > token.expires
      const ends = present !== null && by === present && user === null
      if (present === null || longer ? by !== token.owner : !ends) return false
    }
    Object.assign(token, { user, expires })
    return true
  }

  /** A reference of ERC-4907 forgets the user in a transfer. */
  transfer(place: Place, by: number, to: number): boolean {
    const token = this.at(place)
    if (token.custody || by !== token.owner) return false
    if (place.from === 'foreign' && by !== to && token.user !== null) Object.assign(token, { user: null, expires: 0n })
    token.owner = to
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
}
