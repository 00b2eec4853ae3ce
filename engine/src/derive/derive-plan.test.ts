import { derivations, sourcesOf } from '@daedal/protocol/generation/origin'
import { type GenerationPlan, type PicturePlan, PlanInvalid, parsePlan } from '@daedal/protocol/generation/plan'
import { sceneCompositions, sceneHeroes } from '@daedal/protocol/generation/scene-plan'
import { worldLayouts } from '@daedal/protocol/generation/world-plan'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import released from '../../releases/vectors.json' with { type: 'json' }
import { derivePlan, mixPlans, render, restylePlan, SourcesDiffer, settlePlan, understand, upgradePlan } from '../engine.ts'
import { anyPair, anyPlanAtAll } from '../testing/arbitrary-plans.ts'
import { ENGINE_VERSION } from '../version.ts'

const planOf = (prompt: string) => parsePlan(understand({ prompt }).plan)
const remix = (prompt: string, words: string, seed = 7) =>
  derivePlan({ how: 'remix', of: [{ plan: planOf(prompt), seed }], prompt: words }).understanding
const uint32 = fc.nat(4_294_967_295)
/** What is written of a scene or a world belongs to it. */
function expectOwnNames(plan: GenerationPlan): void {
  if (plan.kind === 'scene') {
    expect(['', ...sceneCompositions[plan.family]]).toContain(plan.composition)
    expect(['', ...sceneHeroes[plan.family]]).toContain(plan.hero)
  }
  if (plan.kind === 'world') expect(['', ...worldLayouts[plan.place]]).toContain(plan.layout)
}

describe('a settled plan', () => {
  it('is drawn as the plan it is of, under its seed', { timeout: 240_000 }, () => {
    const prompts = [
      'a city',
      'a lake',
      'a quiet harbour market',
      'a sword',
      'a shield',
      'portrait of a woman',
      'a bearded pirate',
      'a cat',
      'a robot',
    ]
    for (const prompt of prompts)
      for (const seed of [3, 4_000_000_001]) {
        const plan = { ...planOf(prompt), size: { w: 32, h: 32 } } as PicturePlan
        expect(render(settlePlan(plan, seed), seed).rgba, `${prompt} ${seed}`).toEqual(render(plan, seed).rgba)
      }
  })

  it('leaves nothing open that another seed would decide, and is settled', () => {
    fc.assert(
      fc.property(anyPlanAtAll, uint32, uint32, (plan, seed, other) => {
        const settled = settlePlan(plan, seed)
        expect(parsePlan(settled)).toEqual(settled)
        expectOwnNames(settled)
        if (plan.kind !== 'avatar') expect(settlePlan(settled, other)).toEqual(settled)
      }),
    )
  })
})

describe('a remix', () => {
  it('changes what the words decide, and nothing else', () => {
    const plan = settlePlan(planOf('a lake'), 7)
    const { plan: night, words } = remix('a lake', 'at night in the snow')
    expect(night).toEqual({ ...plan, time: 'night', weather: 'snow' })
    expect(words.every(({ understood }) => understood)).toBe(true)
    expect(remix('a lake', '').plan).toEqual(plan)
    expect(remix('a lake', '雪夜').plan).toEqual(remix('a lake', 'snowy night').plan)
  })

  it('adds and rules out', () => {
    expect(remix('a lake with a boat', 'with two deer').plan).toMatchObject({
      family: 'lake',
      things: expect.arrayContaining([{ thing: 'deer', count: 2, colour: '' }]),
    })
    expect(remix('a city with flying cars at night', 'without flying cars').plan).toMatchObject({
      family: 'city',
      time: 'night',
      features: [],
      without: ['flying-cars'],
    })
    expect(remix('portrait of a woman with glasses and earrings', 'without glasses').plan).toMatchObject({ features: ['earrings'] })
    expect(remix('a rusty iron sword', 'golden, not rusty').plan).toMatchObject({ item: 'sword', material: 'gold', modifiers: [] })
    expect(remix('a walkable village with a fountain', 'with a windmill at night').plan).toMatchObject({
      place: 'village',
      time: 'night',
      props: ['fountain', 'windmill'],
    })
  })

  it('adds nothing that its subject has no place for, and says so', () => {
    const forest = settlePlan(planOf('a forest'), 7)
    const { plan, words } = remix('a forest', 'add a lighthouse at night')
    expect(plan).toEqual({ ...forest, time: 'night' })
    expect(words.map(({ text, understood }) => [text, understood])).toEqual([
      ['lighthouse', false],
      ['at night', true],
    ])
    const coast = remix('a coast with a lighthouse by day', 'with a wolf')
    expect([coast.plan, coast.understood]).toEqual([settlePlan(planOf('a coast with a lighthouse by day'), 7), 0])
    expect(remix('a coast with a lighthouse by day', 'with a boat').plan).toMatchObject({ composition: 'lighthouse', features: [] })
    expect(remix('a forest', '加一条龙，改成夜晚').plan).toEqual({
      ...forest,
      time: 'night',
      things: [{ thing: 'dragon', count: 1, colour: '' }],
    })
  })

  it('takes another subject of the same kind', () => {
    expect(remix('a lake at night in ink', 'a castle').plan).toMatchObject({ family: 'castle', time: 'night', style: 'ink' })
    expect(remix('a golden sword', 'a shield').plan).toMatchObject({ kind: 'item', item: 'shield', material: 'gold' })
    expect(remix('a steel sword', 'crystal').plan).toMatchObject({ item: 'sword', material: 'crystal' })
    expect(remix('a smiling woman with glasses', 'a fox').plan).toMatchObject({
      being: 'fox',
      expression: 'happy',
      features: ['glasses'],
      hair: 'any',
      skin: '',
    })
    expect(remix('a walkable village at night', 'a desert').plan).toMatchObject({ place: 'desert', time: 'night' })
  })

  it('gives new clothes their own colour, and leaves the sitter the same', () => {
    const sitter = settlePlan(planOf('a woman in a red sweater'), 7)
    const suited = remix('a woman in a red sweater', 'wearing a suit').plan
    expect(suited).toEqual({ ...sitter, clothes: 'suit', clothesColour: '' })
  })

  it('names the words that did nothing, and is of the same kind whatever they say', () => {
    const { kind, understood, words } = remix('a golden ring', 'a walkable village of qwertyuiop')
    expect(kind).toBe('item')
    expect(words.find(({ text }) => text === 'qwertyuiop')?.understood).toBe(false)
    expect(understood).toBeLessThan(words.length)
  })
})

describe('a variation', () => {
  it('is the same plan under the next seed, whatever is said', () => {
    const plan = planOf('a city at night')
    const { understanding, seed } = derivePlan({ how: 'variation', of: [{ plan, seed: 4_294_967_295 }], prompt: 'a snowy lake' })
    expect(understanding).toMatchObject({ plan, understood: 0 })
    expect(understanding.content).toBeGreaterThan(0)
    expect(seed).toBe(0)
  })
})

describe('a restyle', () => {
  it('has the subject of the first and the look of the second', () => {
    const harbour = planOf('a harbour market by day')
    expect(restylePlan(harbour, planOf('an ink drawing of a forest at night in the snow'))).toMatchObject({
      family: 'market',
      style: 'ink',
      time: 'night',
      weather: 'snow',
    })
    const shield = restylePlan(planOf('a wooden shield'), planOf('a glowing golden sword as pixel art'))
    expect(shield).toMatchObject({ item: 'shield', material: 'gold', modifiers: ['glowing'], backdrop: 'night', style: 'pixel' })
  })

  it('crosses kinds as far as both have what is taken', () => {
    const portrait = planOf('portrait of a woman in gouache')
    expect(restylePlan(planOf('a city by day'), portrait)).toMatchObject({ kind: 'scene', family: 'city', time: 'day', style: 'painterly' })
    expect(restylePlan(portrait, planOf('pixel art of a lake at night'))).toMatchObject({
      kind: 'avatar',
      style: 'pixel',
      presentation: 'feminine',
    })
    expect(restylePlan(planOf('a walkable village'), planOf('a lake at sunrise'))).toMatchObject({ place: 'village', time: 'dusk' })
  })

  it('is of what the seed decided, too', () => {
    const of = [
      { plan: planOf('a city by day'), seed: 1 },
      { plan: planOf('a lake'), seed: 5 },
    ]
    const { time, weather } = settlePlan(of[1]!.plan, 5) as Record<string, unknown>
    const { understanding, seed } = derivePlan({ how: 'restyle', of, prompt: '' })
    expect(understanding.plan).toMatchObject({ family: 'city', time, weather })
    expect(seed).toBe(1)
  })
})

describe('a mix', () => {
  it('has something of each that the other has not, and no name of another subject', () => {
    fc.assert(
      fc.property(anyPair, uint32, ([a, b], seed) => {
        const mixed = mixPlans(a, b, seed)
        expect(parsePlan(mixed)).toEqual(mixed)
        expectOwnNames(mixed)
        expect(mixPlans(a, b, seed)).toEqual(mixed)
        const fields = Object.keys(mixed).filter((key) => !['kind', 'engineVersion', 'size'].includes(key)) as never[]
        // two settings that every subject shows: each parent gives one at least
        if (subjectOf(a) === subjectOf(b) || lookOf(a) === lookOf(b) || [lookOf(a), lookOf(b)].includes('any')) return
        const given = fields.filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]))
        for (const parent of [a, b])
          expect(
            given.some((key) => touches(mixed[key], parent[key])),
            JSON.stringify([a, b, mixed]),
          ).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('unites what is there', () => {
    const mixed = mixPlans(planOf('a lake with a deer'), planOf('a lake with a fox'), 3)
    expect((mixed as { things: { thing: string }[] }).things.map(({ thing }) => thing).sort()).toEqual(['deer', 'fox'])
  })

  it('differs by its seed', () => {
    const [a, b] = [planOf('an ink drawing of a snowy forest at night'), planOf('a harbour market by day')]
    expect(new Set([1, 2, 3, 4, 5, 6, 7, 8].map((seed) => JSON.stringify(mixPlans(a, b, seed)))).size).toBeGreaterThan(2)
  })

  it('is not made of two kinds', () => {
    expect(() => mixPlans(planOf('a city'), planOf('a ring'), 1)).toThrow(SourcesDiffer)
    expect(() => mixPlans(planOf('a city'), planOf('a ring'), 1)).toThrow(expect.objectContaining({ code: 'GENERATION_SOURCES_DIFFER' }))
  })
})

const subjectOf = (plan: GenerationPlan): string =>
  plan.kind === 'scene' ? plan.family : plan.kind === 'item' ? plan.item : plan.kind === 'avatar' ? plan.being : plan.place
const lookOf = (plan: GenerationPlan): string => (plan.kind === 'world' ? plan.time : plan.style)
const touches = (mixed: unknown, own: unknown) =>
  JSON.stringify(mixed) === JSON.stringify(own) ||
  (Array.isArray(mixed) && Array.isArray(own) && mixed.some((part) => own.some((other) => JSON.stringify(other) === JSON.stringify(part))))

describe('whatever it is made of', () => {
  it('is a plan, names nothing of another subject, and is the same each time', { timeout: 60_000 }, () => {
    const prompts = ['', 'at night in the snow', 'a castle with a dragon', 'golden, without a hat', 'qwertyuiop', '金色的雪山']
    const pair = fc.oneof(anyPair, fc.tuple(anyPlanAtAll, anyPlanAtAll))
    fc.assert(
      fc.property(pair, uint32, uint32, fc.constantFrom(...derivations), fc.constantFrom(...prompts), ([a, b], one, two, how, prompt) => {
        const of = [
          { plan: a, seed: one },
          { plan: b, seed: two },
        ].slice(0, sourcesOf[how])
        const before = JSON.stringify(of)
        if (how === 'mix' && a.kind !== b.kind) {
          expect(() => derivePlan({ how, of, prompt })).toThrow(SourcesDiffer)
          return
        }
        const { understanding, seed } = derivePlan({ how, of, prompt })
        const plan = parsePlan(understanding.plan)
        expect(plan.kind).toBe(a.kind)
        if (how !== 'variation') expectOwnNames(plan)
        expect(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32).toBe(true)
        expect(derivePlan({ how, of, prompt })).toEqual({ understanding, seed })
        expect(JSON.stringify(of)).toBe(before)
      }),
      { numRuns: 250 },
    )
  })

  it('has as many sources as it takes', () => {
    const made = { plan: planOf('a city'), seed: 1 }
    for (const [how, of] of [
      ['remix', []],
      ['remix', [made, made]],
      ['mix', [made]],
      ['restyle', [made, made, made]],
    ] as const)
      expect(() => derivePlan({ how, of, prompt: '' })).toThrow(PlanInvalid)
  })
})

describe('a plan of an earlier version', () => {
  it('becomes one of this engine that shows the same', () => {
    const plans = released['1.0.0'].vectors.map(({ plan }) => plan)
    expect(plans.length).toBeGreaterThan(2)
    for (const plan of plans) expect(upgradePlan(plan)).toMatchObject({ ...plan, engineVersion: ENGINE_VERSION })
    expect(upgradePlan(plans.find(({ kind }) => kind === 'scene'))).toMatchObject({ things: [] })
  })

  it.each([
    null,
    7,
    {},
    { kind: 'opera' },
    { kind: 'scene' },
    { kind: 'scene', family: 'moonbase' },
    { kind: 'item', item: 'sword', wings: 2 },
  ])('is refused by name where this engine cannot show it: %j', (json) => {
    expect(() => upgradePlan(json)).toThrow(PlanInvalid)
  })
})
