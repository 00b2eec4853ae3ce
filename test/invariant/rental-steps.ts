import { packNonce } from '@daedal/protocol/market/nonce'
import type { RentalOffer } from '@daedal/protocol/market/rental-offer'
import type { HardhatEthersSigner } from '@nomicfoundation/hardhat-ethers/types'
import { expect } from 'chai'
import fc from 'fast-check'
import { MONEY as MODES, PAYEE as TAKES } from '../fixtures/auctions.ts'
import { ETHER, NOBODY } from '../fixtures/rentals.ts'
import { DAY, ethers, networkHelpers } from '../fixtures/trade.ts'
import { CURRENCIES, PAYEE, type PaperOffer, type PaperRentals, type PaperTaking, PEOPLE, type Place } from './paper-rentals.ts'
import { type Scene, TOKENS } from './rental-scene.ts'

const PAUSE_REST = 37n * DAY
const LANE = 7n
export const GAS = { gasLimit: 6_000_000n, gasPrice: 0n }

/** How often each step is taken. */
const weights = {
  offer: 14,
  rent: 26,
  many: 8,
  wait: 12,
  giveBack: 4,
  release: 8,
  setUser: 6,
  transfer: 4,
  cancel: 1,
  cancelAll: 1,
  withdraw: 4,
  fees: 1,
  payee: 1,
  money: 1,
  pause: 1,
  unpause: 2,
  fee: 1,
}
type Action = keyof typeof weights
export const step = fc.record({
  action: fc.oneof(...Object.entries(weights).map(([name, weight]) => ({ weight, arbitrary: fc.constant(name as Action) }))),
  who: fc.nat(PEOPLE - 1),
  other: fc.nat(PEOPLE - 1),
  from: fc.constantFrom('kept' as const, 'foreign' as const),
  index: fc.nat(TOKENS - 1),
  currency: fc.nat(CURRENCIES - 1),
  perDay: fc.oneof(fc.bigInt({ min: 0n, max: 200n }), fc.bigInt({ min: 1n, max: 10n ** 16n })),
  minDays: fc.integer({ min: 1, max: 3 }),
  moreDays: fc.integer({ min: 0, max: 9 }),
  dayCount: fc.integer({ min: 1, max: 6 }),
  bit: fc.nat(9),
  odd: fc.boolean(),
  pick: fc.noBias(fc.nat(999)),
})
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

type Signed = { paper: PaperOffer; offer: RentalOffer; signature: `0x${string}` }
/** A world on chain, the one on paper, and what was signed in them. */
export type Play = {
  world: Scene
  paper: PaperRentals
  offers: Signed[]
  pauseFrom: bigint
  done: Record<string, number>
  ended: Place | null
}

/** Does on chain what the paper has said to be possible, or sees it refused. */
async function agree(possible: boolean, call: () => Promise<{ wait(): Promise<unknown> }>): Promise<void> {
  if (possible) await (await call()).wait()
  else await expect(call()).to.be.revert(ethers)
}

/** The next block's time, which the paper is told as well. */
export async function tick(world: Scene, at = 0n): Promise<bigint> {
  const next = (await world.now()) + 1n
  const now = at > next ? at : next
  await networkHelpers.time.setNextBlockTimestamp(now)
  return now
}

export const personOf = (world: Scene, who: number) => world.people[who] as HardhatEthersSigner
const contractOf = (world: Scene, from: Place['from']) => (from === 'kept' ? world.collection : world.foreign)
export const idOf = (world: Scene, { from, index }: Place) => (from === 'kept' ? (world.kept[index] as bigint) : BigInt(index))

/** Mostly signed by who owns the token. */
async function offer({ world, paper, offers }: Play, chosen: Step): Promise<boolean> {
  const place = { from: chosen.from, index: chosen.index }
  const owner = chosen.pick % 12 === 0 ? chosen.who : paper.at(place).owner
  const now = await world.now()
  const terms: PaperOffer = {
    place,
    owner,
    currency: chosen.currency,
    perDay: chosen.perDay,
    minDays: chosen.minDays,
    maxDays: chosen.minDays + chosen.moreDays,
    renter: chosen.pick % 7 === 0 ? chosen.other : null,
    start: chosen.pick % 9 === 0 ? now + BigInt(chosen.pick) * 60n : 0n,
    end: now + BigInt(chosen.pick) * 3_000n,
    lastExpiry: chosen.odd ? now + BigInt(chosen.pick) * 4_000n : 2n ** 64n - 1n,
    maxFeeBps: chosen.pick % 11 === 0 ? 300n : 500n,
    maxRoyaltyBps: chosen.pick % 13 === 0 ? 600n : 1_000n,
    epoch: (paper.lanes[owner] as PaperRentals['lanes'][number]).epoch,
    bit: chosen.bit,
  }
  const signed: RentalOffer = {
    owner: personOf(world, owner).address as `0x${string}`,
    collection: world.addresses[place.from],
    tokenId: idOf(world, place),
    currency: world.currencies[terms.currency] as `0x${string}`,
    pricePerDay: terms.perDay,
    minDays: terms.minDays,
    maxDays: terms.maxDays,
    renter: terms.renter === null ? NOBODY : (personOf(world, terms.renter).address as `0x${string}`),
    start: terms.start,
    end: terms.end,
    lastExpiry: terms.lastExpiry,
    maxFeeBps: Number(terms.maxFeeBps),
    maxRoyaltyBps: Number(terms.maxRoyaltyBps),
    nonce: packNonce({ lane: LANE, epoch: terms.epoch, bit: terms.bit }),
  }
  offers.push({ paper: terms, offer: signed, signature: (await world.signOffer(signed, personOf(world, owner))) as `0x${string}` })
  return true
}

/** Mostly an offer that can still be taken, for the user that its token has. */
function pickOffer({ paper, offers }: Play, pick: number, now: bigint): Signed | undefined {
  const good = offers.filter(({ paper: { place, owner, end } }) => paper.at(place).owner === owner && now < end)
  const some = pick % 8 === 0 || good.length === 0 ? offers : good
  return some.at(-1 - (pick % Math.min(10, Math.max(1, some.length))))
}

function taking({ paper }: Play, { paper: terms }: Signed, chosen: Step, now: bigint): PaperTaking {
  const present = paper.userOf(terms.place, now)
  const days = chosen.pick % 6 === 0 ? chosen.dayCount : Math.min(Math.max(chosen.dayCount, terms.minDays), terms.maxDays)
  return { offer: terms, dayCount: days, user: present !== null && chosen.pick % 3 !== 0 ? present : chosen.other }
}

const requestOf = (world: Scene, { offer: signed, signature }: Signed, { dayCount, user }: PaperTaking) => ({
  offer: signed,
  signature,
  dayCount,
  user: personOf(world, user).address,
})

async function rent(play: Play, chosen: Step): Promise<boolean> {
  const { world, paper } = play
  const signed = pickOffer(play, chosen.pick, (await world.now()) + 1n)
  if (!signed) return false
  // Some come in the very second in which a tenancy ends.
  const { expires } = paper.at(signed.paper.place)
  const now = await tick(world, chosen.odd && chosen.pick % 5 === 0 ? expires - BigInt(chosen.pick % 2) : 0n)
  const took = taking(play, signed, chosen, now)
  const renter = signed.paper.renter !== null && chosen.pick % 4 !== 0 ? signed.paper.renter : chosen.who
  const price = paper.price(took)
  const value = signed.paper.currency === 0 ? price : 0n
  const possible = paper.rent(took, renter, now)
  const request = requestOf(world, signed, took)
  expect(
    await world.rentals.why(request, personOf(world, renter).address, { blockTag: 'pending' }).then((reason) => reason === '0x'),
  ).to.equal(possible)
  await networkHelpers.time.setNextBlockTimestamp(now)
  await agree(possible, () => world.rentals.connect(personOf(world, renter)).rent(request, price, { value, ...GAS }))
  return possible
}

async function many(play: Play, chosen: Step): Promise<boolean> {
  const { world, paper } = play
  const now = await tick(world)
  const picked = [0, 1, 2].flatMap((shift) => pickOffer(play, chosen.pick + shift, now) ?? [])
  const some = picked.filter((one) => chosen.pick % 9 === 0 || one.paper.currency === picked[0]?.paper.currency)
  if (some.length === 0) return false
  const takings = some.map((one, at) => taking(play, one, { ...chosen, pick: chosen.pick + at }, now))
  const price = takings.reduce((sum, one) => sum + paper.price(one), 0n)
  const value = some[0]?.paper.currency === 0 ? price : 0n
  const possible = paper.rentMany(takings, chosen.who, now)
  const requests = some.map((one, at) => requestOf(world, one, takings[at] as PaperTaking))
  await agree(possible, () => world.rentals.connect(personOf(world, chosen.who)).rentMany(requests, price, { value, ...GAS }))
  return possible
}

/** A token in custody where there is one. */
const heldIndex = ({ paper }: Play, { index, pick }: Step): number => {
  const held = [...paper.tokens.foreign.keys()].filter((at) => paper.tokens.foreign[at]?.custody)
  return pick % 7 === 0 ? index : (held[pick % Math.max(1, held.length)] ?? index)
}

async function giveBack(play: Play, chosen: Step): Promise<boolean> {
  const { world, paper } = play
  const index = heldIndex(play, chosen)
  const { user, custody } = paper.tokens.foreign[index] as PaperRentals['tokens']['foreign'][number]
  const by = chosen.pick % 4 === 0 ? chosen.who : chosen.odd ? (user ?? chosen.who) : (custody?.renter ?? chosen.who)
  const possible = paper.giveBack(index, by, await tick(world))
  await agree(possible, () => world.rentals.connect(personOf(world, by)).giveBack(world.addresses.foreign, index, GAS))
  if (possible) play.ended = { from: 'foreign', index }
  return possible
}

async function release(play: Play, chosen: Step): Promise<boolean> {
  const { world, paper } = play
  const index = heldIndex(play, chosen)
  const { owner, custody } = paper.tokens.foreign[index] as PaperRentals['tokens']['foreign'][number]
  const now = await tick(world, chosen.pick % 2 === 0 && custody ? custody.expires - BigInt(chosen.pick % 6 === 0 ? 1 : 0) : 0n)
  const to = chosen.odd ? chosen.other : null
  const by = chosen.pick % 4 === 0 ? chosen.who : owner
  const possible = paper.release(index, to, by, now)
  const contract = world.rentals.connect(personOf(world, by))
  await agree(possible, () =>
    to === null
      ? contract.release(world.addresses.foreign, index, GAS)
      : contract.releaseTo(world.addresses.foreign, index, personOf(world, to).address, GAS),
  )
  return possible
}

/** At the collection: owners lend and try to evict, users leave. */
async function setUser(play: Play, chosen: Step): Promise<boolean> {
  const { world, paper } = play
  const place = { from: chosen.from, index: chosen.index }
  const { owner, expires } = paper.at(place)
  const now = await tick(world, chosen.pick % 6 === 0 ? expires - BigInt(chosen.pick % 2) : 0n)
  const present = paper.userOf(place, now)
  const leaves = present !== null && chosen.pick % 3 === 0
  const by = leaves ? present : chosen.pick % 5 === 0 ? chosen.who : owner
  const user = leaves || chosen.pick % 4 === 1 ? null : chosen.odd && present !== null ? present : chosen.other
  const until = user === null ? 0n : now + BigInt(chosen.pick) * 300n
  const possible = paper.setUser(place, by, user, until, now)
  const contract = contractOf(world, place.from).connect(personOf(world, by)) as Scene['foreign']
  await agree(possible, () => contract.setUser(idOf(world, place), user === null ? NOBODY : personOf(world, user).address, until, GAS))
  // What a collection lets its owner do, the contract does not promise to prevent while it does not hold the token.
  if (possible && (place.from === 'foreign' || (user === null && by === present))) play.ended = place
  return possible
}

async function transfer(play: Play, chosen: Step): Promise<boolean> {
  const { world, paper } = play
  const place = { from: chosen.from, index: chosen.index }
  const by = chosen.pick % 5 === 0 ? chosen.who : paper.at(place).owner
  await tick(world)
  const possible = paper.transfer(place, by, chosen.other)
  const contract = contractOf(world, place.from).connect(personOf(world, by)) as Scene['foreign']
  const [from, to] = [personOf(world, by).address, personOf(world, chosen.other).address]
  await agree(possible, () => contract.transferFrom(from, to, idOf(world, place), GAS))
  if (possible && place.from === 'foreign') play.ended = place
  return possible
}

async function withdraw({ world, paper }: Play, chosen: Step): Promise<boolean> {
  const { rentals, rentalsAddress, payee, currencies } = world
  const waiting = paper.waits
    .slice(0, PAYEE + 1)
    .flatMap((purses, who) => purses.flatMap((amount, at) => (amount > 0n ? [{ who, at }] : [])))
  const { who, at } = (chosen.pick % 3 > 0 ? waiting[chosen.pick % waiting.length] : undefined) ?? { who: chosen.who, at: chosen.currency }
  const possible = paper.withdraw(who, at)
  const data = rentals.interface.encodeFunctionData('withdraw', [currencies[at] as string])
  await agree(possible, () =>
    who === PAYEE
      ? (payee.payee.act(rentalsAddress, 0n, data, GAS) as Promise<{ wait(): Promise<unknown> }>)
      : rentals.connect(personOf(world, who)).withdraw(currencies[at] as string, GAS),
  )
  return possible
}

/** What changes the world around the contract, or an owner's own word. */
async function change(play: Play, chosen: Step): Promise<boolean> {
  const { world, paper } = play
  const { market, owner, payee, money, rentals } = world
  const lane = paper.lanes[chosen.who] as PaperRentals['lanes'][number]
  const changes = {
    async cancel() {
      lane.cancelled.add(chosen.bit)
      await rentals.connect(personOf(world, chosen.who)).cancel(LANE, 1n << BigInt(chosen.bit), GAS)
    },
    async cancelAll() {
      Object.assign(lane, { epoch: lane.epoch + 1n, cancelled: new Set() })
      await rentals.connect(personOf(world, chosen.who)).cancelAllOf(LANE, GAS)
    },
    async payee() {
      paper.payeeTakes = !paper.payeeTakes
      await payee.payee.setMode(paper.payeeTakes ? TAKES.accepts : TAKES.rejects, ETHER, '0x')
    },
    async money() {
      paper.moneyMoves = !paper.moneyMoves
      await money.setMode(paper.moneyMoves ? MODES.plain : chosen.odd ? MODES.false : MODES.blocks, ETHER, '0x')
    },
    async pause() {
      const now = await tick(world)
      if (now < play.pauseFrom || chosen.pick % 4 !== 0) return
      await market.connect(owner).pause({ gasPrice: 0n })
      paper.pausedUntil = now + 7n * DAY
      play.pauseFrom = now + PAUSE_REST
    },
    async unpause() {
      const now = await tick(world)
      await market.connect(owner).unpause({ gasPrice: 0n })
      if (now < paper.pausedUntil) paper.pausedUntil = now
    },
    async fee() {
      if (chosen.pick % 5 !== 0) return
      const bps = chosen.pick % 501
      await market.connect(owner).scheduleFee(bps, { gasPrice: 0n })
      await networkHelpers.time.increase(2n * DAY)
      await market.connect(owner).applyFee({ gasPrice: 0n })
      paper.feeBps = BigInt(bps)
    },
    async wait() {
      await networkHelpers.time.increase(BigInt(chosen.pick + 1) * 120n)
    },
    async fees() {
      const possible = paper.withdrawFees(chosen.currency)
      await agree(possible, () => rentals.connect(owner).withdrawFees(world.currencies[chosen.currency] as string, GAS))
    },
  }
  await changes[chosen.action as keyof typeof changes]()
  return true
}

const actions: Partial<Record<Action, (play: Play, chosen: Step) => Promise<boolean>>> = {
  offer,
  rent,
  many,
  giveBack,
  release,
  setUser,
  transfer,
  withdraw,
}

/** Takes a step in both worlds. */
export async function take(play: Play, chosen: Step): Promise<void> {
  play.ended = null
  const succeeded = await (actions[chosen.action] ?? change)(play, chosen)
  if (succeeded) play.done[chosen.action] = (play.done[chosen.action] ?? 0) + 1
}
