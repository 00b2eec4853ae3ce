import { cos, PI, saturate, sin, TAU } from '../../../math/dmath.ts'
import { blob } from '../../../model/shapes/blob.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { tube } from '../../../model/shapes/tube.ts'
import { blend as between, type Vec3 } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { round } from '../../geometry.ts'
import { tiles } from '../../kit/ground.ts'
import { door } from '../../kit/openings.ts'
import { pictureSlot } from '../../kit/picture.ts'
import { spotAt, yawTo } from '../../spot.ts'
import { set, shade } from '../../texel.ts'
import type { Layout, World } from '../../world.ts'
import { byDayOf, indoors, ottoman, paintsOf, panel, pendant, rug, TRIM } from './site.ts'

/** A white figure on a plinth. */
function sculpture(world: World, x: number, z: number, form: number): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  solid.paint(rgb('#e9e6df'), { vary: 0.02 })
  box(solid, [0, 0, 0], [0.9, 1, 0.9], { cell: 0.6 })
  solid.paint(form === 1 ? rgb('#c99a4a') : rgb('#f2f0ea'), { vary: 0.03 })
  if (form === 0)
    lathe(
      solid,
      0,
      0,
      [
        [0.3, 1],
        [0.12, 1.3],
        [0.34, 1.7],
        [0.1, 2.1],
        [0.26, 2.4],
        [0, 2.65],
      ],
      14,
    )
  else if (form === 1)
    tube(
      solid,
      Array.from({ length: 25 }, (_, i): Vec3 => [cos((TAU * i) / 24) * 0.45, 1.6 + sin((TAU * i) / 12) * 0.3, sin((TAU * i) / 24) * 0.45]),
      0.12,
      0.12,
      8,
    )
  else
    for (const [y, r] of [
      [1.28, 0.3],
      [1.75, 0.22],
      [2.1, 0.15],
    ] as const)
      blob(solid, [0, y, 0], [r, r, r], { detail: 2, rough: 0 })
  spot.block([0, 0, 0], [0.9, 2, 0.9])
  spot.keep(1)
}

export const rotunda: Layout = (sketch) => {
  const { wall, accent } = paintsOf(sketch)
  const random = sketch.streams('plan')
  const sides = random.pick([8, 10, 12])
  const [r, high] = [11.4, 5.2]
  const turn = random.range(0, PI / 2)
  const [marbleA, marbleB] = [rgb('#e6e0d4'), rgb('#cfc6b6')]
  const corner = (i: number) => {
    const a = (TAU * (i + 0.5)) / sides + PI / 2
    return [cos(a) * r, -sin(a) * r] as const
  }
  return {
    ...indoors(sketch),
    patches() {
      const positions = [0, 0, 0]
      const index: number[] = []
      for (let i = 0; i < sides; i++) {
        const [x, z] = corner(i)
        positions.push(x, 0, z)
        index.push(0, 1 + i, 1 + ((i + 1) % sides))
      }
      return { positions, index }
    },
    ground(texel, x, z) {
      const d = Math.sqrt(x * x + z * z)
      tiles(texel, x, z, 1.1, marbleA, marbleB, 0.012)
      shade(texel, 0.92 + 0.14 * sketch.fractal(x * 0.9, z * 0.9, 3))
      for (const ring of [3.4, 7.6]) if (Math.abs(d - ring) < 0.16) set(texel, accent)
      if (d < 2.6) rug(texel, x, z, d / 2.6)
    },
    spawn: [0, 8.6],
    landmark: [0, 2.2, 0],
    build(world) {
      const day = byDayOf(sketch)
      const { solid } = world
      for (let i = 0; i < sides; i++) {
        const [a, b] = [corner(i + 1), corner(i)]
        const [mx, mz] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
        panel(world, a, b, high, i % 2 === 0 ? wall : between(accent, wall, 0.16), accent)
        const yaw = yawTo(-mx, -mz)
        const inward = (k: number) => [mx - (mx / r) * k, mz - (mz / r) * k] as const
        if (mz > r * 0.85) {
          const spot = spotAt(world, mx, mz, yaw)
          for (const x of [-0.55, 0.55]) door(world, [x, 0, 0.08], 1.05, 2.5, accent)
          spot.keep(1.5)
        } else {
          const [px, pz] = inward(0.04)
          pictureSlot(world, px, 2.35, pz, yaw, i % 3 === 0 ? 3 : i % 3 === 1 ? 2 : 1.7, i % 3 === 0 ? 1.9 : 2.1)
        }
        const [cx, cz] = corner(i)
        solid.at(cx * 0.97, 0, cz * 0.97)
        solid.paint(rgb('#efe9df'), { vary: 0 })
        lathe(
          solid,
          0,
          0,
          [
            [0.42, 0],
            [0.34, 0.3],
            [0.3, 0.5],
            [0.28, high - 0.7],
            [0.42, high - 0.3],
            [0.42, high],
          ],
          12,
        )
      }
      // a dome with an eye that lets the sky in
      solid.at(0, 0, 0)
      solid.paint((_, y) => between(rgb('#efe9df'), between(accent, wall, 0.6), saturate((y - high) / 3)), { vary: 0 })
      lathe(
        solid,
        0,
        0,
        [
          [r, high],
          [r * 0.92, high + 1.4],
          [r * 0.74, high + 2.5],
          [r * 0.46, high + 3.2],
          [1.9, high + 3.5],
        ],
        30,
        { offset: 0.5 },
      )
      solid.paint(TRIM)
      for (let i = 0; i < sides; i++) {
        const a = (TAU * (i + 0.5)) / sides + PI / 2
        const rib = (
          [
            [r * 0.99, 0],
            [r * 0.91, 1.36],
            [r * 0.73, 2.44],
            [r * 0.45, 3.13],
            [1.9, 3.42],
          ] as const
        ).map(([out, y]): Vec3 => [cos(a) * out, high + y, -sin(a) * out])
        tube(solid, rib, 0.13, 0.09, 4)
      }
      solid.paint([0, 0, 0], { glow: day ? [0.7, 0.92, 1.15] : [0.03, 0.05, 0.14] })
      lathe(
        solid,
        0,
        0,
        [
          [1.95, high + 3.6],
          [0, high + 3.7],
        ],
        20,
      )
      spotAt(world, 0, 0).light([0, high + 2.8, 0], day ? [2.2, 2.3, 2.5] : [0.2, 0.26, 0.45], 15, {
        always: true,
        fall: 0.015,
        shaded: false,
      })
      sculpture(world, 0, 0, 1)
      round(4, 5.5, turn, (x, z, _, i) => sculpture(world, x, z, i % 2 === 0 ? 0 : 2))
      round(4, 4, 0, (x, z, a) => {
        if (z < 3) ottoman(world, x, z, -a + PI / 2 + PI, accent)
      })
      round(8, 6.6, PI / 8, (x, z) => pendant(world, x, z, high + 2.4, day))
      world.points.push({ name: 'sculptures', x: 1.6, z: 1.6 })
    },
    dress: () => {},
  }
}
