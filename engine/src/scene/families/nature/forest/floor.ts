import { cos, sin, TAU } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { value2 } from '../../../noise.ts'
import { loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import { tube } from '../../../shape/tube.ts'
import { leaves } from '../paints.ts'
import { fern } from '../plant/frond.ts'
import { grass } from '../plant/grass.ts'
import { TURF } from '../season.ts'
import type { Site } from '../site.ts'

type Land = (x: number, z: number) => number

/** Ferns, tufts of grass and fallen leaves where `free` lets them grow. */
export function undergrowth(site: Site, height: Land, free: (x: number, z: number) => boolean): void {
  const { mesh, streams, season, snowy } = site
  const random = streams('ferns')
  const snow = snowy ? 0.9 : 0
  const autumn = season === 'autumn'
  const green = [
    leaves(rgb(autumn ? '#5a4a1e' : '#2c4420'), rgb(autumn ? '#9a7430' : '#567034'), { snow, through: 0.25 }),
    leaves(rgb(autumn ? '#4a4a22' : '#243c20'), rgb(autumn ? '#7a6a30' : '#4a6630'), { snow, through: 0.25 }),
  ].map((spec) => mesh.paint(spec))
  for (let i = 0; i < 420; i++) {
    const q = random.next()
    const z = 3.2 + 38 * q * q
    const x = random.range(-0.62, 0.62) * z
    const size = random.range(0.4, 0.95)
    const paint = random.pick(green)
    if (!free(x, z) || value2(x * 0.25, z * 0.25) < 0.4) continue
    fern(mesh, random, x, height(x, z), z, size, paint, z)
  }
  if (snowy) return
  const [from, to] = TURF[season]
  grass(mesh, streams('grass'), {
    tries: 9000,
    near: 2.6,
    far: 34,
    spread: 0.66,
    height: [0.08, 0.3],
    paints: [mesh.paint(leaves(from, to, { through: 0.25 }))],
    ground: (x, z) => (free(x, z) && value2(x * 0.5 + 9, z * 0.5) > 0.42 ? height(x, z) : null),
  })
  litter(site, height)
}

/** Leaves lying on the ground. */
function litter({ mesh, streams, season }: Site, height: Land): void {
  const random = streams('litter')
  const paints = (season === 'autumn' ? ['#a8561c', '#c8862c', '#8a2e18'] : ['#5a4426', '#6e5228', '#4a4a24']).map((hex) =>
    mesh.paint(leaves(rgb(hex), rgb(hex), { through: 0.1 })),
  )
  const count = season === 'autumn' ? 3200 : 1100
  for (let i = 0; i < count; i++) {
    const q = random.next()
    const z = 2.4 + 24 * q * q
    const x = random.range(-0.62, 0.62) * z
    const s = random.range(0.03, 0.06) * (1 + z * 0.06)
    const turn = random.next() * TAU
    const y = height(x, z) + 0.012
    const c = cos(turn) * s
    const d = sin(turn) * s
    mesh.use(random.pick(paints))
    const tint = random.next()
    mesh.quad(
      mesh.vertex(x + c, y + s * 0.3, z + d, 0.9, tint),
      mesh.vertex(x - d * 0.6, y, z + c * 0.6, 0.9, tint),
      mesh.vertex(x - c, y + s * 0.2, z - d, 0.9, tint),
      mesh.vertex(x + d * 0.6, y, z - c * 0.6, 0.9, tint),
    )
  }
}

export type Trunk = {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly height: number
  readonly radius: number
  readonly paint: Paint
}

/** A tall trunk that flares into roots. */
export function trunk(mesh: MeshBuilder, random: Prng, { x, y, z, height, radius, paint }: Trunk): void {
  const corners = z < 18 ? 22 : z < 50 ? 12 : 7
  const salt = random.next() * 40
  const lean = random.range(-0.03, 0.03)
  const roots = (flare: number) =>
    polygon(0, 0, 1, corners).map(([a, b], i) => {
      const lobe = value2(a * 1.6 + salt, b * 1.6 + salt)
      const k = radius * (1 + flare * (0.35 + 1.3 * lobe) + 0.1 * (value2(i * 0.9 + salt, 3) - 0.5))
      return [a * k, b * k] as const
    })
  loft(
    mesh,
    (
      [
        [-0.4, 1.5],
        [0.05, 1.05],
        [0.3, 0.5],
        [0.8, 0.2],
        [1.8, 0.06],
        [height * 0.3, 0],
        [height * 0.6, -0.22],
        [height, -0.6],
      ] as const
    ).map(([up, flare]) => ({ y: y + up, lift: 0.05, points: roots(flare).map(([a, b]) => [x + a + lean * up, z + b] as const) })),
    { paint, smooth: true },
  )
  for (let i = 0; i < 5; i++) {
    const a = random.next() * TAU
    const up = height * random.range(0.3, 0.72)
    const long = random.range(0.8, 2.6)
    if (z > 60) continue
    const foot = [x + lean * up, y + up, z] as const
    tube(mesh, [foot, [foot[0] + cos(a) * long, foot[1] + long * 0.35, foot[2] + sin(a) * long]], {
      paint,
      radius: radius * 0.16,
      endRadius: 0.012,
      sides: 5,
    })
  }
}

/** Toadstools in a group; at night their caps glow when `glow` says so. */
export function toadstools(
  { mesh }: Site,
  random: Prng,
  height: Land,
  x0: number,
  z0: number,
  count: number,
  cap: Paint,
  stem: Paint,
): void {
  for (let i = 0; i < count; i++) {
    const x = x0 + random.range(-0.5, 0.5)
    const z = z0 + random.range(-0.4, 0.4)
    const tall = random.range(0.08, 0.26)
    const r = tall * random.range(0.45, 0.7)
    const y = height(x, z) - 0.02
    tube(
      mesh,
      [
        [x, y, z],
        [x, y + tall, z],
      ],
      { paint: stem, radius: r * 0.24, endRadius: r * 0.18, sides: 7 },
    )
    loft(
      mesh,
      (
        [
          [-0.05, 1],
          [0.12, 0.98],
          [0.36, 0.78],
          [0.56, 0.42],
          [0.62, 0.08],
        ] as const
      ).map(([up, k]) => ({ y: y + tall + up * r * 1.2, lift: 0.6, points: polygon(x, z, r * k, 12) })),
      { paint: cap, cap, smooth: true },
    )
  }
}
