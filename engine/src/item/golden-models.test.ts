import { createHash } from 'node:crypto'
import type { ItemKind } from '@daedal/protocol/generation/item-plan'
import { expect, it } from 'vitest'
import { type ModelDetail, modelOfItem } from './model-of-item.ts'
import { planItem } from './plan-item.ts'

const SMALL: ModelDetail = { triangles: [600, 200, 80], glass: [200, 100, 60], size: 128 }

/** Kinds that ask different things of the mesher: strings, thin plates, rods, glass, stones, noise, many parts. */
const KINDS: readonly ItemKind[] = ['sword', 'violin', 'ship', 'drum', 'potion', 'ring', 'carrot', 'chest', 'balloon', 'cactus', 'umbrella']

it('models of varied kinds are the same vertices and texels as ever', { timeout: 120_000 }, async () => {
  const hashes = Object.fromEntries(
    KINDS.map((item) => [
      item,
      createHash('sha256')
        .update(modelOfItem(planItem({ item }), 5, {}, SMALL).canonical)
        .digest('hex'),
    ]),
  )
  expect(new Set(Object.values(hashes)).size).toBe(KINDS.length)
  await expect(`${JSON.stringify(hashes, null, 2)}\n`).toMatchFileSnapshot('golden-models.json')
})
