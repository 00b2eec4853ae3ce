import { expect, it } from 'vitest'
import { planAvatar } from '../plan-avatar.ts'
import { traitsOf } from '../traits.ts'
import { figureOf } from './figure.ts'
import { swinging } from './springs.ts'

const dressed = (clothes: 'dress' | 'robe' | 'suit', features: readonly 'wheelchair'[] = []) =>
  figureOf(traitsOf(planAvatar({ being: 'person', clothes, hair: 'bald', features: [...features] }), 5))

const springsOf = (figure: ReturnType<typeof figureOf>) => swinging(figure).springs.map(({ name }) => name)

it('swings skirts and wide sleeves, and no suit or what lies on a lap', () => {
  expect(springsOf(dressed('dress')).filter((name) => name.startsWith('skirt')).length).toBe(8)
  expect(springsOf(dressed('robe')).filter((name) => name.endsWith('Sleeve'))).toEqual(['leftSleeve', 'rightSleeve'])
  expect(springsOf(dressed('suit'))).toEqual([])
  expect(springsOf(dressed('dress', ['wheelchair']))).toEqual([])
})

it('hangs a hem mostly on its springs, and moves a waist with the body', () => {
  const figure = dressed('dress')
  const { binding } = figure.parts.find(({ name }) => name === 'dress')!
  const { hip, z } = figure.frame
  const hanging = (x: number, y: number, depth: number) => {
    let [swings, all] = [0, 0]
    binding(x, y, depth, (bone, share) => {
      all += share
      if (bone.startsWith('skirt')) swings += share
    })
    expect(all).toBeCloseTo(1, 6)
    return swings
  }
  for (const [x, depth] of [
    [0, 0.5],
    [0.4, 0.3],
    [-0.5, -0.1],
    [0, -0.5],
  ] as const) {
    expect(hanging(x, hip.y - 0.6, z + depth)).toBeGreaterThan(0.7)
    expect(hanging(x, hip.y + 0.4, z + depth)).toBe(0)
  }
})
