import { expect } from 'chai'
import fc from 'fast-check'
import { coreHashOf, deployReproductions, otherRender, renderOf, THRESHOLD } from '../fixtures/reproductions.ts'
import { DAY, ethers, networkHelpers } from '../fixtures/trade.ts'

const RUNS = Number(process.env.INVARIANT_RUNS ?? 5)
const CALLS = Number(process.env.INVARIANT_CALLS ?? 120)
const LABELS = ['lantern', 'raft'] as const
const WAIT = Number(2n * DAY)

/** One step: somebody hands something in, or the owner changes who counts and how many must agree. */
const step = fc.record({
  action: fc.constantFrom('submit', 'submit', 'submit', 'submit', 'many', 'many', 'add', 'remove', 'threshold', 'wait'),
  who: fc.nat(4),
  label: fc.nat(1),
  honest: fc.integer({ min: 0, max: 3 }).map((drawn) => drawn > 0),
  batch: fc.array(fc.record({ who: fc.nat(4), label: fc.nat(1), honest: fc.boolean() }), { minLength: 1, maxLength: 6 }),
  threshold: fc.integer({ min: 1, max: 5 }),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never
type Draw = Pick<Step, 'who' | 'label' | 'honest'>

/** The record of one token on paper: what each counted for, who contradicted itself, and whether it was reproduced. */
type Paper = { results: Map<number, boolean>; contradicted: Set<number>; reproduced: boolean }

async function scene() {
  const world = await networkHelpers.loadFixture(deployReproductions)
  const raft = await world.mint('raft')
  const people = [...world.reexecutors, world.newcomer]
  const since = new Map<number, number>([0, 1, 2, 3].map((index) => [index, 0]))
  const papers: Paper[] = LABELS.map(() => ({ results: new Map(), contradicted: new Set(), reproduced: false }))
  const reproductionOf = ({ label, honest }: Omit<Draw, 'who'>) => {
    const name = LABELS[label] as (typeof LABELS)[number]
    const renderHash = honest ? renderOf(name) : otherRender
    return world.reproductionOf({ tokenId: label === 0 ? world.tokenId : raft, coreHash: coreHashOf(name), renderHash })
  }
  const signedOf = async (draw: Draw) => world.signedOf(people[draw.who] as (typeof people)[number], reproductionOf(draw))
  return { ...world, people, since, papers, reproductionOf, signedOf, threshold: THRESHOLD }
}
type Scene = Awaited<ReturnType<typeof scene>>

const equal = ({ results }: Paper, honest: boolean) => [...results.values()].filter((result) => result === honest).length

/** What the next block makes of it, on paper; false when it is refused. */
function take(world: Scene, { who, label, honest }: Draw, now: number): boolean {
  const paper = world.papers[label] as Paper
  const from = world.since.get(who)
  if (from === undefined || now < from) return false
  if (paper.results.get(who) === honest || paper.contradicted.has(who)) return false
  if (paper.results.has(who)) {
    paper.contradicted.add(who)
    return true
  }
  paper.results.set(who, honest)
  if (honest && equal(paper, true) >= world.threshold) paper.reproduced = true
  return true
}

async function play(world: Scene, { action, who, label, honest, batch, threshold }: Step): Promise<void> {
  const { registry, owner } = world
  const address = world.people[who]?.address as string
  const next = (await networkHelpers.time.latest()) + 1
  await networkHelpers.time.setNextBlockTimestamp(next)
  const known = world.since.has(who)
  const plays = {
    async submit() {
      const { reproduction, reexecutor, signature } = await world.signedOf({ who, label, honest })
      const call = registry.submit(reproduction, reexecutor, signature)
      if (take(world, { who, label, honest }, next)) await (await call).wait()
      else await expect(call).to.be.revert(ethers)
    },
    async many() {
      const signed = await Promise.all(batch.map((draw) => world.signedOf(draw)))
      const taken = batch.filter((draw) => take(world, draw, next)).length
      const call = registry.submitMany(signed)
      if (taken > 0) await (await call).wait()
      else await expect(call).to.be.revertedWithCustomError(registry, 'ProvenanceNothingCounted')
    },
    async add() {
      const call = registry.connect(owner).addReexecutor(address)
      if (known) await expect(call).to.be.revertedWithCustomError(registry, 'ProvenanceReexecutorKnown')
      else {
        await (await call).wait()
        world.since.set(who, next + WAIT)
      }
    },
    async remove() {
      const call = registry.connect(owner).removeReexecutor(address)
      if (!known) await expect(call).to.be.revertedWithCustomError(registry, 'ProvenanceNotReexecutor')
      else {
        await (await call).wait()
        world.since.delete(who)
      }
    },
    async threshold() {
      const call = registry.connect(owner).setThreshold(threshold)
      if (threshold < 2) await expect(call).to.be.revertedWithCustomError(registry, 'ProvenanceThresholdInvalid')
      else {
        await (await call).wait()
        world.threshold = threshold
      }
    },
    async wait() {
      await networkHelpers.time.increaseTo(next + WAIT / 2)
    },
  }
  await plays[action as keyof typeof plays]()
}

/** What must hold after every step. */
async function holds(world: Scene): Promise<void> {
  const { registry, papers, people, since } = world
  const now = await networkHelpers.time.latest()
  expect(await registry.threshold()).to.equal(world.threshold)
  expect(await registry.reexecutorCount()).to.equal(since.size)
  for (const [who, { address }] of people.entries()) {
    const from = since.get(who)
    expect(await registry.isReexecutor(address), `re-executor ${who}`).to.equal(from !== undefined && now >= from)
  }
  for (const [label, paper] of papers.entries()) {
    for (const honest of [true, false]) {
      const { collection, tokenId, coreHash, renderHash } = world.reproductionOf({ label, honest })
      expect(await registry.countOf(collection, tokenId, coreHash, renderHash), 'how many agree').to.equal(equal(paper, honest))
      expect(await registry.isReproduced(collection, tokenId, coreHash), 'reproduced').to.equal(paper.reproduced)
    }
  }
}

describe('reproduction invariants', () => {
  it('a registry on paper and the registry on chain agree after every call', async function () {
    this.timeout(600_000)
    let [reproduced, contradicted, conflicts] = [0, 0, 0]
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: CALLS, maxLength: CALLS }), async (steps) => {
        const world = await scene()
        for (const chosen of steps) {
          await play(world, chosen)
          await holds(world)
        }
        for (const paper of world.papers) {
          reproduced += Number(paper.reproduced)
          contradicted += paper.contradicted.size
          conflicts += equal(paper, false)
        }
      }),
      { numRuns: RUNS, endOnFailure: true },
    )
    expect(Math.min(reproduced, contradicted, conflicts), 'each of them happened').to.be.greaterThan(0)
  })
})
