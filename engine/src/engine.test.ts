import type { AvatarPlan } from '@daedal/protocol/generation/avatar-plan'
import { type PicturePlan, PlanInvalid } from '@daedal/protocol/generation/plan'
import { sceneFamilies } from '@daedal/protocol/generation/scene-plan'
import type { WorldPlan } from '@daedal/protocol/generation/world-plan'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { traitsOf } from './avatar/traits.ts'
import { ENGINE, make, parsePlan, render, seedsOf, understand } from './engine.ts'
import { createPrng } from './math/prng.ts'
import { assessModel } from './measure/assess-model.ts'
import { RenderStopped } from './render-stopped.ts'
import { ENGINE_VERSION } from './version.ts'
import { decide } from './world/build-world.ts'

const planOf = (prompt: string) => parsePlan(understand({ prompt }).plan)
const small = (prompt: string, size = { w: 24, h: 24 }) => parsePlan({ ...understand({ prompt }).plan, size }) as PicturePlan

describe('the engine', () => {
  it('draws what it understood, the same bytes each time', { timeout: 120_000 }, () => {
    for (const prompt of ['a golden ring', 'A futuristic city with flying cars and towering skyscrapers']) {
      const plan = small(prompt)
      const stages = new Set<string>()
      const picture = render(plan, 5, { onProgress: (_, stage) => stages.add(stage) })
      expect([picture.width, picture.height, picture.rgba.length]).toEqual([24, 24, 24 * 24 * 4])
      expect([...stages]).toEqual(['shape', 'light', 'develop', 'done'])
      expect(render(plan, 5).rgba).toEqual(picture.rgba)
      expect(render(plan, 6).rgba).not.toEqual(picture.rgba)
      expect(() => render(plan, 5, { shouldStop: () => true })).toThrow(RenderStopped)
    }
  })

  it('makes a world with a still of it, and a portrait with a body', { timeout: 120_000 }, () => {
    const world = planOf('a walkable gallery')
    const stages: [number, string][] = []
    const { picture, model } = make(world, 5, { onProgress: (fraction, stage) => stages.push([fraction, stage]) })
    expect([picture.width, picture.height, model?.role]).toEqual([768, 768, 'world'])
    expect(assessModel(model!.glb)).toMatchObject({ drawCalls: model?.counts.drawCalls, textures: 1 })
    expect([...new Set(stages.map(([, stage]) => stage))]).toEqual(['shape', 'light', 'develop', 'still', 'done'])
    expect(stages.map(([fraction]) => fraction)).toEqual(stages.map(([fraction]) => fraction).toSorted((a, b) => a - b))
    expect(() => make(world, 5, { shouldStop: () => true })).toThrow(RenderStopped)
    const portrait = small('portrait of a smiling woman', { w: 24, h: 24 })
    const seen = new Set<string>()
    const made = make(portrait, 5, { onProgress: (_, stage) => seen.add(stage) })
    expect(made.picture.rgba).toEqual(render(portrait, 5).rgba)
    expect(made.model?.role).toBe('avatar')
    expect([...seen].slice(-2)).toEqual(['model', 'done'])
    expect(make(small('a city'), 5).model).toBeNull()
  })

  it('says who it is in every plan', () => {
    expect(ENGINE).toEqual({ name: 'daedal', version: ENGINE_VERSION })
    expect(understand({ prompt: 'a city' }).plan.engineVersion).toBe(ENGINE_VERSION)
  })

  it.each([
    null,
    7,
    'plan',
    {},
    { kind: 'opera' },
    { kind: 'item' },
    { ...small('a ring'), item: 'spaceship' },
    { ...small('a city'), further: 1 },
    { ...small('a city'), size: { w: 1e9, h: 8 } },
    { ...small('a city'), accent: 'red' },
  ])('refuses %j as a plan, by name', (json) => {
    expect(() => parsePlan(json)).toThrow(PlanInvalid)
    expect(() => parsePlan(json)).toThrow(/^The plan's /)
  })
})

describe('seeds', () => {
  const city = planOf('a city')
  it('begin with the given one, differ, and are always the same', () => {
    fc.assert(
      fc.property(fc.nat(4_294_967_295), fc.integer({ min: 1, max: 8 }), (seed, count) => {
        const seeds = seedsOf(seed, count, city)
        expect(seeds[0]).toBe(seed)
        expect(new Set(seeds).size).toBe(count)
        expect(seeds.every((value) => Number.isInteger(value) && value >= 0 && value < 2 ** 32)).toBe(true)
        expect(seedsOf(seed, count, city)).toEqual(seeds)
      }),
      { numRuns: 100 },
    )
  })

  it('of four variations fall on four compositions, and on different moods of each family', () => {
    const distinct: number[] = []
    for (let seed = 0; seed < 60; seed++) {
      const seeds = seedsOf(seed * 71_582_789, 4, city)
      expect(new Set(seeds.map((value) => value & 3)).size).toBe(4)
      for (const family of sceneFamilies) {
        const moods = seeds.map((value) => Math.floor(createPrng(value, `scene ${family} mood`).next() * 4))
        distinct.push(new Set(moods).size)
      }
    }
    // four draws of four by chance alone give 2.73
    expect(distinct.reduce((sum, count) => sum + count, 0) / distinct.length).toBeGreaterThan(3)
  })

  it('of a world that leaves place for it fall on each layout and hour, and of a portrait on different people', () => {
    const world = planOf('a walkable village')
    const portrait = planOf('portrait of a person')
    const people: number[] = []
    for (let seed = 0; seed < 40; seed++) {
      const first = seed * 71_582_789
      const worlds = seedsOf(first, 4, world).map((value) => decide(world as WorldPlan, value))
      expect(new Set(worlds.map(({ layout }) => layout)).size).toBe(2)
      expect(new Set(worlds.map(({ hour }) => hour)).size).toBe(3)
      const shown = seedsOf(first, 4, portrait).map((value) => traitsOf(portrait as AvatarPlan, value))
      people.push(new Set(shown.map(({ presentation, age }) => `${presentation} ${age}`)).size)
    }
    // four draws by chance alone give 3.4
    expect(people.reduce((sum, count) => sum + count, 0) / people.length).toBeGreaterThan(3.6)
  })
})
