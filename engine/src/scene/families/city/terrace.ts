import { cos, sin, TAU } from '../../../math/dmath.ts'
import { foliage, plain } from '../../material/paints.ts'
import { blob } from '../../shape/blob.ts'
import { box } from '../../shape/loft.ts'
import { tube } from '../../shape/tube.ts'
import type { Rgb } from '../../vector.ts'
import { sightAt, standing } from '../nature/spots.ts'
import { type CitySite, lit } from './site.ts'

/** Metres from the middle of the picture to the side edge of a terrace. */
const OUTER = 17
/** A terrace at one side, or one that goes all the way across. */
const FORMS = ['side', 'side', 'side', 'side', 'across'] as const
const FLOORS = ['slabs', 'slabs', 'deck', 'lawn'] as const
const PARAPETS = ['rail', 'glass', 'wall'] as const
const DRESSES = ['shrubs', 'shrubs', 'trees', 'landing pad', 'lounge'] as const

/** A terrace being built: the hand it is on, how far its open edge is from the middle and its far edge from the eye, its floor. */
type Terrace = { readonly side: number; readonly inner: number; readonly far: number; readonly y: number }

/** A terrace in front, on the hand `side` or all the way across, with a parapet, lights in its edge and what is on it: room for things high over a city. */
export function addTerrace(site: CitySite, side: number): void {
  const { mesh, scene, camera, neons, neonGain, streams } = site
  const random = streams('terrace')
  const inner = random.pick(FORMS) === 'across' ? -OUTER : random.range(0.4, 2.2)
  // one that goes across ends nearer, so that less of the picture is floor
  const far = inner < 0 ? random.range(18.6, 20) : random.range(22.5, 28)
  const middle = (side * (inner + OUTER)) / 2
  const y = sightAt(camera, (side * (2.2 + OUTER)) / 2, 17)
  const terrace = { side, inner, far, y }
  const wide = OUTER - inner
  const dark = scene.night > 0.3
  const wall = mesh.paint(plain([0.22, 0.22, 0.24], 0.3, 0.2))
  const ground = random.pick(FLOORS)
  const stone: Rgb = dark ? [0.16, 0.17, 0.19] : [0.2, 0.19, 0.18]
  const floor = mesh.paint(plain(scene.snowCover ? [0.78, 0.8, 0.84] : ground === 'deck' ? [0.17, 0.1, 0.055] : stone, 0.35, 0.25))
  box(mesh, { x: middle, y: y - 2.4, z: (far - 2) / 2, width: wide, height: 2.4, depth: far + 2, paint: wall, cap: floor })
  if (!scene.snowCover) seams(site, terrace, ground)
  if (ground === 'lawn') lawn(site, terrace)
  parapet(site, terrace, random.pick(PARAPETS))
  const dress = random.pick(DRESSES)
  if (dress === 'landing pad') landingPad(site, terrace)
  else if (dress === 'lounge') lounge(site, terrace)
  planters(site, terrace, dress === 'trees' ? 'trees' : 'shrubs')
  const glow = lit(site, neons[0], dark ? neonGain * 0.5 : 0.5)
  if (inner > 0)
    box(mesh, { x: side * inner - side * 0.02, y: y - 0.35, z: (far - 2) / 2, width: 0.05, height: 0.12, depth: far + 2, paint: glow })
  box(mesh, { x: middle, y: y + 0.02, z: far - 0.7, width: wide - 0.6, height: 0.05, depth: 0.1, paint: glow })
  if (dark) {
    const [r, g, b] = neons[0]
    for (const z of [8, 14, 20])
      scene.lamps.push({ x: middle, y: y + 2.5, z, colour: [0.3 + r * 0.25, 0.28 + g * 0.25, 0.26 + b * 0.25], range: inner > 0 ? 13 : 18 })
    scene.lampBox ??= [
      [middle - 18, y - 4, -2],
      [middle + 18, y + 14, far + 12],
    ]
  }
  standing(scene, () => y, [
    [side * 4.3, 16.5, 1.8],
    [side * 6.8, Math.min(18, far - 1.6), 2],
    [side * 8.6, Math.min(21, far - 1.4), 2],
  ])
}

/** Joints of slabs, or of the boards of a deck. */
function seams({ mesh }: CitySite, { side, inner, far, y }: Terrace, ground: (typeof FLOORS)[number]): void {
  const isDeck = ground === 'deck'
  const paint = mesh.paint(plain(isDeck ? [0.06, 0.034, 0.018] : [0.1, 0.1, 0.11], 0.3))
  const x = (side * (inner + OUTER)) / 2
  for (let z = 4; z < far; z += isDeck ? 0.5 : 2)
    box(mesh, { x, y, z, width: OUTER - inner, height: 0.012, depth: isDeck ? 0.05 : 0.07, paint })
  if (!isDeck)
    for (let across = inner + 2; across < OUTER; across += 2)
      box(mesh, { x: side * across, y, z: far / 2, width: 0.07, height: 0.011, depth: far, paint })
}

/** A bed of grass within a kerb, and tufts in it. */
function lawn(site: CitySite, { side, inner, far, y }: Terrace): void {
  const { mesh, scene, streams, brief } = site
  const random = streams('lawn')
  const from = Math.max(inner, -9) + 2.6
  const [x, width] = [(side * (from + OUTER)) / 2, OUTER - from] as const
  const [z, depth] = [(far + 6) / 2, far - 12] as const
  const kerb = mesh.paint(plain([0.34, 0.33, 0.31], 0.3))
  const turf = mesh.paint(foliage([0.075, 0.13, 0.04], { translucency: 0.1, snow: scene.snowCover ? 0.9 : 0 }))
  box(mesh, { x, y, z, width: width + 0.4, height: 0.14, depth: depth + 0.4, paint: kerb })
  box(mesh, { x, y, z, width, height: 0.17, depth, paint: turf })
  if (!brief.allows('trees')) return
  for (let i = 0; i < 26; i++) {
    const r = random.range(0.12, 0.34)
    const at = { x: x + random.range(-0.48, 0.48) * width, y: y + 0.17, z: z + random.range(-0.48, 0.48) * depth }
    if (Math.abs(at.x) < 8.5 && at.z < 19) continue
    blob(mesh, { ...at, rx: r * 1.3, ry: r, rz: r * 1.3, paint: turf, rings: 5, rough: 0.6, frequency: 3, variant: random.next() * 9 })
  }
}

/** Along the open edges: a rail on posts, panes between posts, or a low wall with a coping. */
function parapet({ mesh }: CitySite, { side, inner, far, y }: Terrace, kind: (typeof PARAPETS)[number]): void {
  const middle = (side * (inner + OUTER)) / 2
  const wide = OUTER - inner
  const along = { x: side * (inner + 0.2), z: (far - 2) / 2, depth: far + 1.6 }
  const across = { x: middle, z: far - 0.3, width: wide }
  const rail = mesh.paint(plain([0.5, 0.52, 0.55], 0.8, 0.6))
  if (kind === 'wall') {
    const stone = mesh.paint(plain([0.3, 0.3, 0.31], 0.4))
    if (inner > 0) box(mesh, { ...along, y, width: 0.34, height: 0.62, paint: stone, cap: rail })
    box(mesh, { ...across, y, height: 0.62, depth: 0.34, paint: stone, cap: rail })
    return
  }
  const gap = kind === 'glass' ? 2.4 : 3
  const posts = kind === 'glass' ? 0.05 : 0.07
  if (inner > 0) for (let z = 3; z <= far; z += gap) box(mesh, { x: along.x, y, z, width: posts, height: 1, depth: posts, paint: rail })
  for (let x = inner; x <= OUTER; x += gap * 0.87)
    box(mesh, { x: side * x, y, z: across.z, width: posts, height: 1, depth: posts, paint: rail })
  for (const up of kind === 'glass' ? [0.12, 1] : [0.5, 1]) {
    const thick = up < 1 ? 0.035 : 0.06
    if (inner > 0) box(mesh, { ...along, y: y + up, width: thick * 1.5, height: thick, paint: rail })
    box(mesh, { ...across, y: y + up, height: thick, depth: thick * 1.5, paint: rail })
  }
}

/** A ring and bars of light on the floor, on which flying cars land. */
function landingPad(site: CitySite, { side, y }: Terrace): void {
  const { mesh, neons, neonGain, scene } = site
  const glow = lit(site, neons[1], scene.night > 0.3 ? neonGain * 0.45 : 0.5)
  const [x, z] = [side * 8.4, 15.5] as const
  for (const r of [3.4, 2.6]) {
    const ring = Array.from({ length: 33 }, (_, i) => [x + r * cos((TAU * i) / 32), y + 0.03, z + r * sin((TAU * i) / 32)] as const)
    tube(mesh, ring, { paint: glow, radius: 0.05, sides: 4 })
  }
  for (const q of [-0.8, 0.8]) box(mesh, { x: x + q, y: y + 0.02, z, width: 0.22, height: 0.03, depth: 2.6, paint: glow })
  box(mesh, { x, y: y + 0.02, z, width: 1.6, height: 0.03, depth: 0.22, paint: glow })
}

/** Low seats round a table, and a lamp over them. */
function lounge(site: CitySite, { side, far, y }: Terrace): void {
  const { mesh, neons, neonGain, scene } = site
  const frame = mesh.paint(plain([0.16, 0.155, 0.15], 0.4))
  const cushion = mesh.paint(plain([0.42, 0.4, 0.37]))
  const [x, z] = [side * 9.6, far - 4.6] as const
  for (const [dx, dz, width, depth] of [
    [-1.9, 0, 0.9, 2.6],
    [1.9, 0, 0.9, 2.6],
    [0, 1.9, 2.6, 0.9],
  ] as const) {
    box(mesh, { x: x + dx, y, z: z + dz, width, height: 0.3, depth, paint: frame })
    box(mesh, { x: x + dx, y: y + 0.3, z: z + dz, width: width - 0.06, height: 0.18, depth: depth - 0.06, paint: cushion })
  }
  box(mesh, { x, y, z, width: 1.1, height: 0.36, depth: 1.1, paint: frame })
  const post = [
    [x + side * 2.8, y, z + 2.2],
    [x + side * 2.8, y + 2.7, z + 2.2],
    [x + side * 1.4, y + 2.9, z + 1.2],
  ] as const
  tube(mesh, post, { paint: frame, radius: 0.05, sides: 6 })
  box(mesh, {
    x: x + side * 1.4,
    y: y + 2.78,
    z: z + 1.2,
    width: 0.7,
    height: 0.08,
    depth: 0.7,
    paint: lit(site, neons[2], scene.night > 0.3 ? neonGain * 0.6 : 0.4),
  })
}

/** Boxes of shrubs or young trees along the parapet. */
function planters({ mesh, scene, streams, brief }: CitySite, { side, inner, far, y }: Terrace, what: 'shrubs' | 'trees'): void {
  if (!brief.allows('trees')) return
  const random = streams('planters')
  const trough = mesh.paint(plain([0.12, 0.115, 0.11], 0.3))
  const bark = mesh.paint(plain([0.09, 0.065, 0.045]))
  const leaf = mesh.paint(foliage([0.07, 0.13, 0.045], { translucency: 0.2, snow: scene.snowCover ? 0.8 : 0 }))
  const edge = inner > 0 ? inner : -6
  const places = [
    ...(inner > 0 ? ([9, 13] as const).map((z) => [inner + 0.9, z, false] as const) : []),
    ...[edge + 3.4, edge + 8, edge + 12.6].map((across) => [across, far - 1.4, true] as const),
  ]
  for (const [across, z, along] of places) {
    if (random.chance(0.25)) continue
    const x = side * across
    box(mesh, { x, y, z, width: along ? 3.2 : 0.7, height: 0.55, depth: along ? 0.7 : 2.4, paint: trough })
    const young = what === 'trees' && along
    for (let i = 0; i < 5; i++) {
      const out = (i / 4 - 0.5) * (along ? 2.7 : 1.9)
      const r = random.range(0.36, 0.56)
      const at = { x: x + (along ? out : 0), y: y + 0.6 + r * 0.6, z: z + (along ? 0 : out) }
      if (young && i % 2 === 1) continue
      const up = young ? random.range(1.5, 2.3) : 0
      if (young)
        tube(
          mesh,
          [
            [at.x, y + 0.5, at.z],
            [at.x, at.y + up, at.z],
          ],
          { paint: bark, radius: 0.06, endRadius: 0.035, sides: 5 },
        )
      const k = young ? 1.5 : 1
      const size = { rx: r * k, ry: r * k * (young ? 1.2 : 1), rz: r * k }
      blob(mesh, { ...at, y: at.y + up, ...size, paint: leaf, rings: 7, rough: 0.5, frequency: 2.6, variant: random.next() * 9 })
    }
  }
}
