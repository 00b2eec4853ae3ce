import { cos, sin, TAU } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import { rgb } from '../../../../solid/palette.ts'
import { plain } from '../../../material/paints.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { value2 } from '../../../noise.ts'
import { type Rgb, times, type Vec3 } from '../../../vector.ts'
import { leaves } from '../paints.ts'
import type { Site } from '../site.ts'

const KINDS = ['daisy', 'poppy', 'spike'] as const
type Kind = (typeof KINDS)[number]

/** Wild flowers: how they are made and their colours. */
const WILD: readonly (readonly [kind: Kind, colour: string])[] = [
  ['daisy', '#f4f1e8'],
  ['daisy', '#f0cf3a'],
  ['poppy', '#d8281c'],
  ['poppy', '#e88ab4'],
  ['spike', '#6a4cc4'],
  ['spike', '#c8489c'],
  ['daisy', '#7c8ae8'],
  ['poppy', '#f0922c'],
]

type Petals = { readonly kind: Kind; readonly petal: Paint; readonly shade: Paint; readonly heart: Paint }

export type Drifts = {
  readonly near: number
  readonly far: number
  /** Half width at distance 1. */
  readonly spread: number
  readonly count: number
  /** Height of the ground, or null where none grow. */
  readonly ground: (x: number, z: number) => number | null
}

/** Wild flowers in drifts of a colour each, so large near the eye that each blossom is seen; the plan's accent colours all. */
export function drifts({ mesh, streams, brief }: Site, { near, far, spread, count, ground }: Drifts): void {
  const random = streams('drifts')
  const first = random.int(0, WILD.length - 1)
  const green = mesh.paint(leaves(rgb('#2c5220'), rgb('#5c8a3c'), { through: 0.3 }))
  const species: Petals[] = [0, 1, 2, 3].map((i) => {
    const [kind, usual] = WILD[(first + i * 3) % WILD.length]!
    const colour: Rgb = brief.accent ? times(brief.accent, 0.8 + i * 0.2) : rgb(usual)
    return {
      kind,
      petal: mesh.paint(leaves(colour, times(colour, 1.15), { through: 0.35 })),
      shade: mesh.paint(leaves(times(colour, 0.7), colour, { through: 0.3 })),
      heart: mesh.paint(plain(kind === 'poppy' ? [0.03, 0.02, 0.02] : rgb('#e8b020'))),
    }
  })
  for (let i = 0; i < count; i++) {
    const q = random.next()
    const z = near + (far - near) * q * q * q
    const x = random.range(-spread, spread) * z
    const thick = value2(x * 0.22 + 3, z * 0.22 + 8)
    const which = value2(x * 0.13 + 40, z * 0.13) * 0.75 + random.next() * 0.25
    const size = random.range(0.055, 0.095) * (1 + z * 0.03)
    const stem = random.range(0.22, 0.5)
    if (thick < 0.36) continue
    const y = ground(x, z)
    if (y === null) continue
    stalk(mesh, random, [x, y, z], stem, size, species[Math.min(3, Math.floor(which * 4))]!, green)
  }
}

/** One flower on its stem with a leaf. */
function stalk(mesh: MeshBuilder, random: Prng, [x, y, z]: Vec3, stem: number, size: number, petals: Petals, green: Paint): void {
  const lean = random.range(-0.3, 0.3) * stem
  const w = 0.006 + 0.0016 * z
  mesh.use(green, true)
  const foot = mesh.vertex(x - w, y - 0.03, z, 0.3, 0.2, 0, 1, -0.4)
  const other = mesh.vertex(x + w, y - 0.03, z, 0.3, 0.2, 0, 1, -0.4)
  mesh.triangle(foot, other, mesh.vertex(x + lean, y + stem, z, 0.8, 0.4, 0, 1, -0.4))
  const hand = lean > 0 ? -1 : 1
  mesh.triangle(foot, other, mesh.vertex(x + hand * stem * 0.45, y + stem * 0.6, z - 0.05, 0.8, 0.6, 0, 1, -0.4))
  if (petals.kind === 'spike') {
    for (let k = 0; k < 6; k++) {
      const t = k / 5
      rosette(
        mesh,
        random,
        [x + lean * (0.55 + t * 0.6), y + stem * (0.55 + t * 0.75), z - 0.01 * k],
        size * (0.75 - t * 0.45),
        4,
        k % 2 ? petals.petal : petals.shade,
      )
    }
    return
  }
  const head: Vec3 = [x + lean, y + stem, z]
  if (petals.kind === 'daisy') {
    rosette(mesh, random, head, size, 8, petals.petal)
    rosette(mesh, random, [head[0], head[1] + size * 0.04, head[2] - size * 0.1], size * 0.36, 5, petals.heart, 0.9)
    return
  }
  rosette(mesh, random, head, size * 1.05, 5, petals.shade, 0.75)
  rosette(mesh, random, [head[0], head[1] + size * 0.03, head[2] - size * 0.08], size * 0.74, 4, petals.petal, 0.75)
  rosette(mesh, random, [head[0], head[1] + size * 0.05, head[2] - size * 0.14], size * 0.24, 5, petals.heart, 0.9)
}

/** Petals round a point, turned towards the eye and up; `wide` is how broad each is, in its share of the round. */
export function rosette(mesh: MeshBuilder, random: Prng, [x, y, z]: Vec3, size: number, petals: number, paint: Paint, wide = 0.5): void {
  const turn = random.next() * TAU
  const tilt = random.range(0.35, 0.75)
  const side = random.range(-0.35, 0.35)
  const rise = Math.sqrt(1 - tilt * tilt)
  mesh.use(paint, true)
  const point = (angle: number, out: number, u: number) => {
    const [a, b] = [cos(angle) * out, sin(angle) * out]
    return mesh.vertex(x + a, y + b * rise + a * side * 0.4, z + b * tilt + a * side, u, u * 0.8, a * 0.5, 0.75, -0.65)
  }
  const middle = point(0, 0, 0.5)
  const half = (TAU / petals) * wide
  for (let k = 0; k < petals; k++) {
    const a = turn + (TAU * k) / petals
    const left = point(a - half, size * 0.72, 0.75)
    const tip = point(a, size, 1)
    const right = point(a + half, size * 0.72, 0.75)
    mesh.triangle(middle, left, tip)
    mesh.triangle(middle, tip, right)
  }
}
