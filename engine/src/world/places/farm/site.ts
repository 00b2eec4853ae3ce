import { smooth } from '../../../math/dmath.ts'
import { hash3 } from '../../../math/lattice.ts'
import type { ModelBuilder } from '../../../model/model.ts'
import { blob } from '../../../model/shapes/blob.ts'
import { blend as between } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { farLeafy } from '../../kit/far-trees.ts'
import { furrows, meadow, shallow, shore, trodden } from '../../kit/ground.ts'
import { greens } from '../../kit/growths.ts'
import { broadleaf, bush, rock } from '../../kit/plants.ts'
import { edgeOf, grow, scatter } from '../../scatter.ts'
import { blend } from '../../texel.ts'
import type { Draft, Sketch, World } from '../../world.ts'

export const HALF = 36

const MEADOW = { a: rgb('#83a84c'), b: rgb('#5f9044'), dry: rgb('#b9b25a'), rock: rgb('#9a8a66') }

const [EARTH, SOIL, CROP, WHEAT] = [rgb('#b08c5c'), rgb('#7a5638'), rgb('#6f9a3f'), rgb('#d9b44f')]

const [SAND, BED] = [rgb('#c9b47c'), rgb('#4f8a72')]

const [FAR_A, FAR_B] = [rgb('#7a9f48'), rgb('#5c8a42')]

/** A field: the middle of a rectangle and its half-sides. */
export type Field = { readonly x: number; readonly z: number; readonly w: number; readonly d: number; readonly crop: 'green' | 'wheat' }

export const inside = ({ x, z, w, d }: Field, px: number, pz: number) => Math.max(Math.abs(px - x) - w, Math.abs(pz - z) - d)

export const roll = ({ fractal }: Sketch, x: number, z: number) => {
  const n = fractal(x * 0.035 + 11, z * 0.035, 3)
  return shallow((n - 0.5) * 2.6, 0.2) + smooth(0.66, 1.2, edgeOf(HALF, x, z)) * (1.5 + n * 5)
}

export const groundOf =
  (sketch: Sketch, fields: readonly Field[], level = -99): Draft['ground'] =>
  (texel, x, z, h, steepness, land) => {
    meadow(sketch, texel, x, z, steepness, MEADOW)
    for (const field of fields) {
      const d = inside(field, x, z)
      if (d < 0.4)
        furrows(sketch, texel, x, z, SOIL, field.crop === 'wheat' ? WHEAT : CROP, smooth(0.4, -0.3, d + (sketch.noise(x, z) - 0.5) * 0.4))
    }
    trodden(sketch, texel, x, z, land.pathAt(x, z) - 0.1, EARTH)
    const rut = Math.abs(land.pathAt(x, z) + 0.75)
    if (rut < 0.3) blend(texel, SOIL, smooth(0.3, 0.05, rut) * 0.3)
    shore(texel, h, level, SAND, BED)
  }

export const common = (sketch: Sketch) => ({
  farGround: (x: number, z: number) => between(FAR_A, FAR_B, sketch.noise(x * 0.05, z * 0.05)),
  farTree: farLeafy(rgb('#6fa04a'), rgb('#2f5a2c')),
  ridges: [
    { radius: 220, y: -6, height: 30, detail: 2.4, seed: 15, colour: rgb('#5f8a5a'), haze: 0.45 },
    { radius: 140, y: -6, height: 18, detail: 2.8, seed: 21, colour: rgb('#6a9a4a'), haze: 0.25 },
  ],
})

const wheat = (form: ModelBuilder): void => {
  for (let i = 0; i < 5; i++) {
    const [x, z, h] = [(hash3(i, 1, 0) - 0.5) * 0.4, (hash3(i, 2, 0) - 0.5) * 0.4, 0.65 + 0.2 * hash3(i, 3, 0)]
    form.paint((_, y) => between(rgb('#a8883a'), rgb('#f0d070'), y / h), { through: 0.5, vary: 0.08 })
    form.triangle([x - 0.035, 0, z], [x + 0.035, 0, z], [x + 0.05, h, z + 0.03])
    form.triangle([x - 0.05, h * 0.72, z], [x + 0.09, h * 0.72, z + 0.02], [x + 0.05, h * 1.08, z + 0.03])
  }
}

const cabbage = (form: ModelBuilder): void => {
  form.paint((_, y) => between(rgb('#3f7a35'), rgb('#9ac85f'), y / 0.3), { through: 0.4, vary: 0.1 })
  blob(form, [0, 0.13, 0], [0.24, 0.2, 0.24], { detail: 0, rough: 0.25, seed: 2 })
}

/** Rows of a crop over a field. */
export function plant(world: World, field: Field): void {
  const random = world.streams(`field ${field.x} ${field.z}`)
  const step = field.crop === 'wheat' ? 1.25 : 2
  for (let x = field.x - field.w + 0.6; x < field.x + field.w; x += 0.9)
    for (let z = field.z - field.d + 0.6; z < field.z + field.d; z += step) {
      if (random.chance(0.12)) continue
      const [px, pz] = [x + random.range(-0.2, 0.2), z + random.range(-0.3, 0.3)]
      grow(
        world,
        field.crop === 'wheat' ? 'wheat' : 'cabbage',
        field.crop === 'wheat' ? wheat : cabbage,
        px,
        pz,
        random,
        random.range(0.85, 1.2),
      )
    }
  world.kept.push({ x: field.x, z: field.z, radius: Math.min(field.w, field.d) })
}

export function greensOf(world: World, away: (x: number, z: number) => boolean, trees: number): void {
  scatter(
    world,
    { name: 'trees', count: trees, radius: 2.1, where: (x, z, r) => away(x, z) && (edgeOf(HALF, x, z) > 0.6 || r.next() < 0.08) },
    (x, z, r) =>
      broadleaf(world, x, z, r.range(0.9, 1.5), between(rgb('#7aa845'), rgb('#3f7a3c'), r.next()), r, edgeOf(HALF, x, z) > 0.7 ? 2 : 3),
  )
  scatter(world, { name: 'bushes', count: 14, radius: 0.8, where: away }, (x, z, r) =>
    bush(world, x, z, r.range(0.5, 1), rgb('#5f9a40'), r),
  )
  scatter(world, { name: 'rocks', count: 8, radius: 0.7, where: away }, (x, z, r) =>
    rock(world, x, z, r.range(0.4, 1), r, rgb('#9a9284'), rgb('#7f9a50')),
  )
  greens(world, { grass: 110, flowers: 60, where: away })
}
