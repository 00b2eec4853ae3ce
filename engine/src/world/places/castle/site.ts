import { smooth } from '../../../math/dmath.ts'
import { blend as between, type Rgb } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { farLeafy } from '../../kit/far-trees.ts'
import { edgeOf } from '../../scatter.ts'
import type { Sketch } from '../../world.ts'

export const HALF = 36

export const MASONRY = rgb('#a59c8e')

export const MEADOW = { a: rgb('#74994a'), b: rgb('#557f42'), dry: rgb('#a8a75a'), rock: rgb('#8f8672') }

const ridges = [
  { radius: 230, y: -8, height: 90, detail: 2.2, seed: 27, sharp: true, colour: rgb('#6a86a4'), haze: 0.42, snow: [0.95, 0.97, 1] as Rgb },
  { radius: 150, y: -8, height: 30, detail: 3, seed: 14, colour: rgb('#4f7a4c'), haze: 0.3 },
]

export const common = (sketch: Sketch) => ({
  farGround: (x: number, z: number) => between(MEADOW.a, MEADOW.b, sketch.noise(x * 0.05, z * 0.05)),
  farTree: farLeafy(rgb('#5f9048'), rgb('#27502a')),
  ridges,
})

export const downs = ({ fractal }: Sketch, x: number, z: number) => {
  const n = fractal(x * 0.04 + 9, z * 0.04, 3)
  return (n - 0.5) * 2.2 + smooth(0.68, 1.2, edgeOf(HALF, x, z)) * (1 + n * 5) - smooth(0.55, 0.95, edgeOf(HALF, x, z)) * 1.4
}
