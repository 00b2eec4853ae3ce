import { smooth } from '../../../math/dmath.ts'
import { blend, type Rgb } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance } from '../../geometry.ts'
import { cobble, meadow, shallow, shore, trodden } from '../../kit/ground.ts'
import { greens } from '../../kit/growths.ts'
import { broadleaf, bush, conifer, rock } from '../../kit/plants.ts'
import { edgeOf, scatter } from '../../scatter.ts'
import type { Draft, Sketch, World } from '../../world.ts'

export const HALF = 36

const MEADOW = { a: rgb('#6f9f47'), b: rgb('#4b8040'), dry: rgb('#94ad55'), rock: rgb('#8a7a5c') }

const EARTH = rgb('#a98455')

const [COBBLE_A, COBBLE_B] = [rgb('#b9a27c'), rgb('#8f8676')]

const [SQUARE_A, SQUARE_B] = [rgb('#c4b08c'), rgb('#948b7c')]

const [SAND, BED] = [rgb('#d8c491'), rgb('#3f8a86')]

const [FAR_A, FAR_B] = [rgb('#5f9044'), rgb('#4b803c')]

export const ridges = [
  { radius: 230, y: -6, height: 80, detail: 2.2, seed: 3, sharp: true, colour: rgb('#5f86a8'), haze: 0.35, snow: [1, 1, 1] as Rgb },
  { radius: 150, y: -6, height: 34, detail: 3, seed: 9, colour: rgb('#3f7a52'), haze: 0.3 },
]

export const hills = ({ fractal }: Sketch, x: number, z: number) => {
  const n = fractal(x * 0.045 + 7, z * 0.045, 3)
  return shallow((n - 0.5) * 3.2, 0.4) + smooth(0.62, 1.15, edgeOf(HALF, x, z)) * (2.5 + n * 5)
}

/** Paths of earth and cobbles over the meadow, and the shore. */
export function groundOf(sketch: Sketch, level: number, square: { x: number; z: number; radius: number }): Draft['ground'] {
  return (texel, x, z, h, steepness, land) => {
    meadow(sketch, texel, x, z, steepness, MEADOW)
    const d = land.pathAt(x, z)
    trodden(sketch, texel, x, z, d, EARTH)
    if (d < 1.2) cobble(sketch, texel, x, z, d + 0.25, COBBLE_A, COBBLE_B)
    const q = distance(square.x, square.z, x, z)
    if (q < square.radius + 0.6) cobble(sketch, texel, x, z, q - square.radius, SQUARE_A, SQUARE_B, 0.7)
    shore(texel, h, level, SAND, BED)
  }
}

export const farGround =
  ({ noise }: Sketch) =>
  (x: number, z: number) =>
    blend(FAR_A, FAR_B, noise(x * 0.05, z * 0.05))

/** Trees at the edge, rocks, bushes, grass and flowers. */
export function strew(world: World, trees: number): void {
  const far = (x: number, z: number) => edgeOf(HALF, x, z)
  scatter(
    world,
    { name: 'trees', count: trees, radius: 2.1, where: (x, z, random) => far(x, z) > 0.5 || random.next() < 0.1 },
    (x, z, random) => {
      const size = random.range(0.9, 1.5)
      if (!random.chance(0.7)) return conifer(world, x, z, size * 0.95, random, rgb('#3f8a55'))
      const tint = blend(rgb('#5fa03f'), random.chance(0.2) ? rgb('#d9a441') : rgb('#2f7a45'), random.next())
      broadleaf(world, x, z, size, tint, random, far(x, z) > 0.62 ? 2 : 3)
    },
  )
  scatter(world, { name: 'rocks', count: 10, radius: 0.7 }, (x, z, random) =>
    rock(world, x, z, random.range(0.4, 1.2), random, rgb('#8f8b82'), rgb('#6f9a4a')),
  )
  scatter(world, { name: 'bushes', count: 11, radius: 0.8 }, (x, z, random) =>
    bush(world, x, z, random.range(0.6, 1.1), rgb('#4f9a40'), random),
  )
  greens(world, { grass: 170, flowers: 60 })
}
