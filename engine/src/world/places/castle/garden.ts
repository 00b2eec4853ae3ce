import { PI, saturate, smooth } from '../../../math/dmath.ts'
import { hash3 } from '../../../math/lattice.ts'
import { blob } from '../../../model/shapes/blob.ts'
import { box } from '../../../model/shapes/box.ts'
import { blend as between, type Rgb, type Vec3 } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance, round } from '../../geometry.ts'
import { bench, lamp } from '../../kit/furniture.ts'
import { cobble, meadow, slabs } from '../../kit/ground.ts'
import { greens } from '../../kit/growths.ts'
import { arch, column, roundTower, wall } from '../../kit/masonry.ts'
import { broadleaf, rock } from '../../kit/plants.ts'
import { darker } from '../../kit/tints.ts'
import { fountain, gazebo } from '../../props/landmarks.ts'
import { scatter } from '../../scatter.ts'
import { spotAt, yawTo } from '../../spot.ts'
import type { Layout, World } from '../../world.ts'
import { common, downs, MASONRY, MEADOW } from './site.ts'

const LAWN = { a: rgb('#6fa04a'), b: rgb('#5f9444'), dry: rgb('#86ac55'), rock: MEADOW.rock }

const [WALK_A, WALK_B] = [rgb('#d0c4a8'), rgb('#b0a48a')]

const HEDGE = rgb('#3f6f38')

/** A clipped hedge between two places. */
function hedge(world: World, from: readonly [number, number], to: readonly [number, number], height = 1.5): void {
  const [dx, dz] = [to[0] - from[0], to[1] - from[1]]
  const length = Math.sqrt(dx * dx + dz * dz)
  const spot = spotAt(world, (from[0] + to[0]) / 2, (from[1] + to[1]) / 2, yawTo(dx, dz) - PI / 2)
  const { solid } = world
  solid.paint(
    (x, y, z) =>
      between(
        between(darker(HEDGE, 0.5), HEDGE, saturate(y / height)),
        rgb('#6f9f4f'),
        hash3(Math.floor(x * 3), Math.floor(y * 3), Math.floor(z * 3)) * 0.4,
      ),
    { vary: 0.06, through: 0.15 },
  )
  box(solid, [0, -0.2, 0], [length, height + 0.2, 0.9], { cell: 1.1 })
  spot.block([0, -0.2, 0], [length, height + 0.4, 0.9])
}

/** A bed of roses in a frame of box. */
function roses(world: World, x: number, z: number, width: number, depth: number, colour: Rgb): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  const random = world.streams(`roses ${x} ${z}`)
  solid.paint(darker(HEDGE, 0.1), { vary: 0.1 })
  for (const side of [-1, 1]) {
    box(solid, [0, -0.1, (side * depth) / 2], [width, 0.45, 0.25], { cell: 1 })
    box(solid, [(side * width) / 2, -0.1, 0], [0.25, 0.45, depth], { cell: 1 })
  }
  const count = Math.floor(width * depth * 0.8)
  for (let i = 0; i < count; i++) {
    const p: Vec3 = [random.range(-0.44, 0.44) * width, 0.3, random.range(-0.44, 0.44) * depth]
    solid.paint(rgb('#3f7a38'), { through: 0.4, vary: 0.12 })
    blob(solid, p, [0.32, 0.34, 0.32], { detail: 0, rough: 0.2, seed: i })
    solid.paint(i % 4 === 0 ? rgb('#f4e8e0') : colour, { through: 0.3, vary: 0.1 })
    for (const k of [0, 1])
      blob(solid, [p[0] + (k - 0.5) * 0.3, 0.62, p[2] + (k - 0.5) * 0.24], [0.12, 0.1, 0.12], { detail: 0, rough: 0.1 })
  }
  spot.block([0, 0, 0], [width, 0.7, depth])
  spot.keep(Math.max(width, depth) * 0.6)
}

export const garden: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const rose = sketch.accent(rgb(random.pick(['#d83a4a', '#e87a9a', '#e8a03a'])))
  const roof = rgb('#4a5f7a')
  return {
    ...common(sketch),
    height: (x, z) => {
      const yard = Math.max(Math.abs(x) - 24, -27 - z, z - 18)
      return downs(sketch, x, z) * smooth(0, 7, yard) + 0.3 * smooth(7, 0, yard)
    },
    paths: [
      {
        points: [
          [0, 34],
          [0, 20],
          [0, 6],
        ],
        width: 2.6,
      },
      {
        points: [
          [0, -6],
          [0, -18],
        ],
        width: 2.6,
      },
      {
        points: [
          [-17, 0],
          [-6, 0],
        ],
        width: 2.2,
      },
      {
        points: [
          [6, 0],
          [17, 0],
        ],
        width: 2.2,
      },
    ],
    ground(texel, x, z, _h, steepness, land) {
      meadow(sketch, texel, x, z, steepness, LAWN)
      const p = land.pathAt(x, z)
      if (p < 0.6) slabs(sketch, texel, x, z, p, WALK_A, WALK_B, 0.8, 0.02)
      const d = distance(0, 0, x, z)
      if (d < 7) cobble(sketch, texel, x, z, d - 6.2, WALK_A, WALK_B, 0.6)
    },
    spawn: [0, 25],
    landmark: [0, 8, -24],
    build(world) {
      fountain(world, 0, 0, 0)
      world.kept.push({ x: 0, z: 0, radius: 6.4 })
      world.points.push({ name: 'fountain', x: 0, z: 3.4 })
      round(4, 4.9, PI / 4, (x, z) => bench(world, x, z, yawTo(-x, -z), rgb('#cfc8ba')))
      gazebo(world, side * 19.6, 0, -side * (PI / 2))
      world.kept.push({ x: side * 19.6, z: 0, radius: 5 })
      world.points.push({ name: 'gazebo', x: side * 17, z: 0 })
      for (const sx of [-1, 1])
        for (const sz of [-1, 1]) {
          roses(world, sx * 6.4, sz * 10.6, 6, 2.6, rose)
          roses(world, sx * 10.4, sz * 5, 3.4, 3.4, sz > 0 ? rose : rgb('#b88fd8'))
        }
      maze(world, -side * 17.5, -1, side)
      // the old castle behind: a broken wall, a tower that stands, a gate one walks through
      wall(world, [-23, -20], [-4, -20], 4.4, 1.4, MASONRY)
      wall(world, [4, -20], [16, -20], 3, 1.4, MASONRY, false)
      const spot = spotAt(world, 0, -20)
      arch(world, spot, 0, 4, 5, 1.4, MASONRY)
      roundTower(world, -23, -20, 3, 11, MASONRY, { roof })
      roundTower(world, side * 12, -26, 2.4, 8.4, MASONRY, { roof })
      for (let i = 0; i < 5; i++)
        column(world, [-6 + i * 3, world.land.heightAt(-6 + i * 3, -25), -25], 4.2, 0.42, MASONRY, [0, 0.7, 0, 0.4, 0][i]!)
      world.points.push({ name: 'old hall', x: 0, z: -22.6 })
      for (const [x, z] of [
        [2.2, 20],
        [-2.2, 14],
        [2.2, -12],
        [-2.2, -16],
        [-6.4, -1.9],
        [6.4, 1.9],
      ] as const)
        lamp(world, x, z, { pole: rgb('#3f4a44') })
      hedge(world, [-14, 16.6], [-3, 16.6], 1.2)
      hedge(world, [3, 16.6], [14, 16.6], 1.2)
    },
    dress(world) {
      const outside = (x: number, z: number) => Math.max(Math.abs(x) - 24, z - 17, -28 - z) > 0.5 || (Math.abs(x) > 14 && z > 7 && z < 15)
      scatter(world, { name: 'trees', count: 24, radius: 2.1, where: outside }, (x, z, r) =>
        broadleaf(world, x, z, r.range(0.9, 1.5), between(rgb('#7aa84a'), rgb('#3a7040'), r.next()), r, 2),
      )
      scatter(world, { name: 'blossoms', count: 8, radius: 2, where: (x, z) => Math.abs(x) < 22 && z < -6 && z > -18 }, (x, z, r) =>
        broadleaf(world, x, z, r.range(0.8, 1), rgb('#e9a8c0'), r, 4),
      )
      scatter(world, { name: 'rocks', count: 12, radius: 0.7, where: (_, z) => z < -18 }, (x, z, r) =>
        rock(world, x, z, r.range(0.4, 1.2), r, MASONRY, rgb('#6f8f4a')),
      )
      greens(world, { grass: 110, flowers: 70 })
    },
  }
}

/** Hedges in three squares, each open at another side. */
function maze(world: World, x: number, z: number, side: number): void {
  for (const [r, gap] of [
    [6, 0],
    [3.8, 2],
    [1.9, 1],
  ] as const) {
    const at = (i: number): [number, number] => [x + side * [r, -r, -r, r][i % 4]!, z + [r, r, -r, -r][i % 4]!]
    for (let i = 0; i < 4; i++) {
      const [a, b] = [at(i + 3), at(i + 4)]
      if (i !== gap) {
        hedge(world, a, b)
        continue
      }
      const part = (t: number): [number, number] => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]
      const half = 0.95 / r
      hedge(world, a, part(0.5 - half * 0.5))
      hedge(world, part(0.5 + half * 0.5), b)
    }
  }
  world.kept.push({ x, z, radius: 7 })
  world.points.push({ name: 'heart of the maze', x, z })
}
