import type { Prng } from '../../../../math/prng.ts'
import { plain } from '../../../material/paints.ts'
import type { MeshBuilder } from '../../../mesh.ts'
import { loft } from '../../../shape/loft.ts'
import { tube } from '../../../shape/tube.ts'
import type { Rgb, Vec3 } from '../../../vector.ts'
import { planksOf } from '../../nature/paints.ts'
import { axesOf, type Place } from '../place.ts'

const SCALES: readonly Rgb[] = [
  [0.46, 0.5, 0.55],
  [0.2, 0.3, 0.42],
  [0.6, 0.2, 0.14],
  [0.55, 0.5, 0.36],
]
/** How thick a fish is along its length, from the mouth on, as shares. */
const BODY = [
  [0, 0.25],
  [0.12, 0.75],
  [0.32, 1],
  [0.6, 0.7],
  [0.84, 0.24],
] as const

/** Open crates of fish on ice that lean towards who buys, side by side along the place's front. */
export function fishCrates(mesh: MeshBuilder, random: Prng, place: Place, count: number): void {
  const at = axesOf(place)
  const wood = mesh.paint(planksOf([0.4, 0.29, 0.17], 0.12))
  const ice = mesh.paint(plain([0.66, 0.72, 0.78], 0.5, 0.2))
  const eye = mesh.paint(plain([0.02, 0.02, 0.02], 0.8, 0.3))
  const [half, deep] = [0.46, 0.72]
  const lean = (into: number) => 0.3 + into * 0.5
  for (let i = 0; i < count; i++) {
    const middle = (i - (count - 1) / 2) * (half * 2 + 0.08)
    const rim = (up: number) =>
      (
        [
          [-half, 0],
          [half, 0],
          [half, deep],
          [-half, deep],
        ] as const
      ).map(([a, b]): Vec3 => at(middle + a, lean(b) + up, b))
    const side = (a: Vec3, b: Vec3) => {
      mesh.use(wood)
      mesh.panel([a[0], place.y, a[2]], [b[0], place.y, b[2]], [b[0], b[1], b[2]], [a[0], a[1], a[2]])
    }
    const top = rim(0.06)
    for (let k = 0; k < 4; k++) side(top[k]!, top[(k + 1) % 4]!)
    const bed = rim(0)
    mesh.use(ice)
    mesh.panel(bed[0]!, bed[1]!, bed[2]!, bed[3]!)
    const colour = SCALES[(i + random.int(0, 1)) % SCALES.length]!
    const skin = mesh.paint(plain(colour, 0.8, 0.35))
    const belly = mesh.paint(plain([colour[0] * 0.5 + 0.35, colour[1] * 0.5 + 0.34, colour[2] * 0.5 + 0.32], 0.7, 0.3))
    for (let k = 0; k < 5; k++) {
      const b = 0.1 + k * 0.13 + random.range(-0.02, 0.02)
      const from = middle - 0.38 + random.range(-0.04, 0.06)
      const long = random.range(0.6, 0.72)
      const slant = random.range(-0.06, 0.06)
      const point = (t: number, up = 0, into = 0): Vec3 => at(from + t * long, lean(b) + 0.06 + up, b + slant * t + into)
      for (const [n, [t, r]] of BODY.slice(0, -1).entries()) {
        const [to, end] = BODY[n + 1]!
        const thick = 0.085
        tube(mesh, [point(t), point(to)], { paint: skin, radius: r * thick, endRadius: end * thick, sides: 8 })
        tube(mesh, [point(t, -0.012, -0.02), point(to, -0.012, -0.02)], {
          paint: belly,
          radius: r * thick * 0.9,
          endRadius: end * thick * 0.9,
          sides: 7,
        })
      }
      mesh.use(skin)
      mesh.triangle(
        ...(([point(0.82), point(1.02, 0.02, -0.11), point(0.94)] as const).map((p) => mesh.vertex(...p)) as [number, number, number]),
      )
      mesh.triangle(
        ...(([point(0.82), point(0.94), point(1.02, 0.06, 0.11)] as const).map((p) => mesh.vertex(...p)) as [number, number, number]),
      )
      const [ex, ey, ez] = point(0.1, 0.05, -0.05)
      loft(
        mesh,
        [
          { y: ey, points: ring(ex, ez, 0.016) },
          { y: ey + 0.02, points: ring(ex, ez, 0.012) },
        ],
        { paint: eye, cap: eye },
      )
    }
  }
}

const ring = (x: number, z: number, r: number) =>
  [
    [x - r, z - r],
    [x + r, z - r],
    [x + r, z + r],
    [x - r, z + r],
  ] as const
