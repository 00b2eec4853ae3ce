import { place } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import type { Material } from '../../solid/render/part.ts'
import type { Bust, Fitting } from '../bust.ts'
import { hats } from './hats.ts'
import { regalia } from './regalia.ts'
import { wraps } from './wraps.ts'

/** What a hatter works with: parts in the measure of a person's head, scaled to whoever wears them. */
export type Block = {
  readonly bust: Bust
  readonly add: (name: string, field: Field, bound: readonly [number, number, number, number], material: Material) => void
}

/** Makes one kind of headwear; answers how far it reaches over a bare head. */
export type Hatter = (block: Block, fit: Fitting) => number

const HATTERS: Record<Exclude<Bust['traits']['headwear'], 'none'>, Hatter> = { ...hats, ...wraps, ...regalia }

/** What is pulled over a head sinks into that of a beast, which is broader than its hat: it is set on top instead. */
const PULLED: ReadonlySet<string> = new Set(['cap', 'beanie', 'beret', 'helmet', 'kippah', 'bandana'])
const ON_TOP = 0.17

/** Puts headwear on a head; how far it reaches over a bare one. */
export function addHeadwear(bust: Bust, fit: Fitting): number {
  const { headwear } = bust.traits
  if (headwear === 'none') return 0
  const { z, scale } = fit.hat
  const y = fit.hat.y + (scale < 0.75 && PULLED.has(headwear) ? ON_TOP : 0)
  const block: Block = {
    bust,
    add(name, field, bound, material) {
      const placed = y === 0 && z === 0 && scale === 1 ? field : place(field, 0, y, z, 0, 0, 0, scale)
      bust.add(name, placed, [bound[0] * scale, bound[1] * scale + y, bound[2] * scale + z, bound[3] * scale], material)
    },
  }
  return HATTERS[headwear](block, fit) * scale
}
