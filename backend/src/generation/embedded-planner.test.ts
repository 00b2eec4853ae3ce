import { UnderstandAnswer } from '@daedal/protocol/generation/api'
import { Value } from 'typebox/value'
import { expect, it } from 'vitest'
import { embeddedPlanner } from './embedded-planner.ts'

it('understands a prompt at once and says which engine did', () => {
  const { understanding, engine } = embeddedPlanner.understand({ prompt: 'A futuristic city with flying cars and towering skyscrapers' })
  expect(Value.Check(UnderstandAnswer, understanding)).toBe(true)
  expect(understanding).toMatchObject({ kind: 'scene', understood: 5, content: 5, plan: { kind: 'scene', family: 'city' } })
  expect(engine).toEqual({ name: 'daedal', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) })
})

it('heeds a kind and a style that are asked for', () => {
  expect(embeddedPlanner.understand({ prompt: 'a ring', kind: 'item', style: 'ink' }).understanding.plan).toMatchObject({
    kind: 'item',
    style: 'ink',
  })
})

it('changes settings of a plan, and nothing that makes it the plan it is', () => {
  const ask = (changes: Record<string, unknown>) => embeddedPlanner.understand({ prompt: 'portrait of an old fisherman', changes })
  expect(ask({ age: 'young', features: ['hearing-aid', 'wheelchair'] }).understanding.plan).toMatchObject({
    kind: 'avatar',
    age: 'young',
    clothes: 'sweater',
    features: ['hearing-aid', 'wheelchair'],
  })
  for (const changes of [
    { age: 'eternal' },
    { wings: 2 },
    { kind: 'item' },
    { engineVersion: '9' },
    { size: { w: 16, h: 16 } },
    { skin: 'red' },
  ])
    expect(() => ask(changes), JSON.stringify(changes)).toThrow(expect.objectContaining({ code: 'GENERATION_PLAN_INVALID' }))
})

it('gives four seeds of which the first is the asked one', () => {
  const { plan } = embeddedPlanner.understand({ prompt: 'a walkable village by a lake' }).understanding
  expect(plan).toMatchObject({ kind: 'world', place: 'village' })
  expect(embeddedPlanner.seeds(11, 4, plan)).toHaveLength(4)
  expect(embeddedPlanner.seeds(11, 4, plan)[0]).toBe(11)
})
