import { cos, sin, TAU } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import { carPaint, emitter, plain } from '../../../material/paints.ts'
import type { Paint } from '../../../mesh.ts'
import { box, loft, type Ring } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import { tube } from '../../../shape/tube.ts'
import type { Rgb, Vec3 } from '../../../vector.ts'
import { bandsOf, masonryOf } from '../paints.ts'
import type { Site } from '../site.ts'

const { max, sqrt } = Math

const WHITE: Rgb = [0.72, 0.7, 0.66]
const STONES: readonly Rgb[] = [
  [0.3, 0.28, 0.25],
  [0.4, 0.34, 0.26],
  [0.22, 0.23, 0.24],
]
/** Colours of the paint on a tower, and of the roof of its lantern. */
const PAINTS: readonly Rgb[] = [
  [0.42, 0.05, 0.035],
  [0.42, 0.05, 0.035],
  [0.03, 0.08, 0.2],
  [0.05, 0.05, 0.055],
  [0.5, 0.2, 0.03],
  [0.04, 0.16, 0.09],
]

/** How thick a tower is, by the share of its height, and how high compared with most. */
const SHAPES = {
  tapered: { corners: 28, high: 1, radii: [4.6, 4.1, 3.5, 3, 2.65, 2.6] },
  column: { corners: 28, high: 1.1, radii: [3.2, 2.9, 2.8, 2.75, 2.7, 2.7] },
  /** Its foot spreads like a tree's. */
  flared: { corners: 28, high: 1, radii: [8.4, 6.2, 3.7, 2.9, 2.6, 2.9] },
  stout: { corners: 28, high: 0.5, radii: [5.2, 5, 4.6, 4.2, 3.9, 3.8] },
  octagon: { corners: 8, high: 0.95, radii: [5.6, 5.2, 4.4, 3.7, 3.1, 3] },
  square: { corners: 4, high: 0.7, radii: [5, 4.7, 4.4, 4.1, 3.9, 3.8] },
  skeleton: { corners: 12, high: 0.95, radii: [1.3, 1.3, 1.3, 1.3, 1.3, 2.4] },
} as const
const STEPS = [0, 0.05, 0.3, 0.6, 0.9, 1] as const

/** What a lighthouse looks like. */
export type Tower = {
  readonly shape: keyof typeof SHAPES
  readonly paint: 'bands' | 'spiral' | 'belt' | 'plain' | 'stone'
  /** How many bands. */
  readonly bands: number
  readonly colour: Rgb
  readonly stone: Rgb
  readonly roof: 'dome' | 'cone' | 'flat'
  readonly roofColour: Rgb
}

export function towerOf(random: Prng, accent: Rgb | null): Tower {
  const shape = random.pick(['tapered', 'tapered', 'column', 'flared', 'stout', 'octagon', 'octagon', 'square', 'skeleton'] as const)
  const colour = random.pick(PAINTS)
  const paint = random.pick(['bands', 'bands', 'spiral', 'belt', 'plain', 'plain', 'stone'] as const)
  const round = SHAPES[shape].corners === 28
  return {
    shape,
    paint: paint === 'spiral' && !round ? 'bands' : paint === 'plain' && accent ? 'belt' : paint,
    bands: random.pick([3, 5, 5, 7]),
    colour: accent ?? colour,
    stone: random.pick(STONES),
    roof: random.pick(['dome', 'cone', 'cone', 'flat'] as const),
    roofColour: accent ?? random.pick([colour, colour, [0.06, 0.065, 0.07] as const, [0.1, 0.2, 0.16] as const]),
  }
}

/** A lighthouse of about this height on ground at `y`, its lamp lit unless it is bright day. Returns where the lamp is. */
export function lighthouse(site: Site, x: number, y: number, z: number, tall: number, tower: Tower): Vec3 {
  const { mesh, scene, lit } = site
  const { corners, high, radii } = SHAPES[tower.shape]
  const height = tall * high
  const dark = mesh.paint(plain([0.06, 0.065, 0.07], 0.5))
  const round = corners === 28
  const ring = (r: number, up: number): Ring => ({ y: y + up, points: polygon(x, z, r, corners, round ? 0 : TAU / corners / 2) })
  const shell = mesh.paint(skinOf(tower, height, y, TAU * radii[0]))
  loft(
    mesh,
    STEPS.map((t, at) => ring(radii[at]!, -3 + (height + 3) * t)),
    { paint: shell, smooth: round },
  )
  if (tower.shape === 'skeleton') legs(site, [x, y, z], height, mesh.paint(plain(tower.paint === 'plain' ? WHITE : tower.colour, 0.5)))
  else windows(site, [x, y, z], height, radii)
  const top = radii[5]!
  lantern(site, [x, y + height, z], top / 2.6, tower, dark)
  const at: Vec3 = [x, y + height + 2.5, z]
  if (!lit) return at
  scene.lamps.push({ x: at[0], y: at[1], z: at[2], colour: [0.9, 0.75, 0.45], range: 55 })
  scene.glows.push({ x: at[0], y: at[1], z: at[2] - 2.4, colour: [1, 0.85, 0.55], intensity: 5, size: 3 })
  return at
}

function skinOf({ paint, colour, stone, bands, shape }: Tower, height: number, y: number, around: number) {
  if (shape === 'skeleton') return plain(WHITE, 0.4)
  if (paint === 'stone') return masonryOf({ colour: stone, blockWidth: 1.6, blockHeight: 0.8 })
  if (paint === 'plain') return bandsOf(WHITE, WHITE, height, y)
  // one broad belt about the middle
  if (paint === 'belt') return bandsOf(WHITE, colour, height * 0.36, y - height * 0.02)
  const band = height / bands
  // a pair of stripes climbs while it runs once round
  return paint === 'spiral' ? bandsOf(WHITE, colour, band, y, (2 * band) / around) : bandsOf(WHITE, colour, band, y)
}

/** Four legs with braces round the pipe in which the stairs are. */
function legs({ mesh }: Site, [x, y, z]: Vec3, height: number, paint: Paint): void {
  const corner = (k: number, t: number): Vec3 => {
    const r = 6.4 - 4.2 * t
    return [x + r * ((k & 1) === ((k >> 1) & 1) ? 1 : -1), y - 2 + (height + 2) * t, z + r * (k < 2 ? 1 : -1)]
  }
  for (let k = 0; k < 4; k++) {
    const next = (k + 1) % 4
    tube(mesh, [corner(k, 0), corner(k, 1)], { paint, radius: 0.34, endRadius: 0.26 })
    for (let i = 0; i < 4; i++) {
      const [low, up] = [0.08 + i * 0.23, 0.08 + (i + 1) * 0.23]
      tube(mesh, [corner(k, low), corner(next, low)], { paint, radius: 0.17, sides: 4 })
      tube(mesh, [corner(k, low), corner(next, up)], { paint, radius: 0.12, sides: 4 })
      tube(mesh, [corner(next, low), corner(k, up)], { paint, radius: 0.12, sides: 4 })
    }
  }
}

function windows({ mesh, side, lit }: Site, [x, y, z]: Vec3, height: number, radii: readonly number[]): void {
  const paint = mesh.paint(lit ? emitter([1, 0.62, 0.25], 2.5) : plain([0.05, 0.06, 0.07], 0.8, 1))
  const count = max(2, Math.floor(height / 8))
  for (let i = 0; i < count; i++) {
    const t = 0.2 + (0.66 * i) / count
    const r = radii[t < 0.3 ? 1 : t < 0.6 ? 2 : 3]!
    const turned = radii[0] === 5 || radii[0] === 5.6
    box(mesh, {
      x: x + (turned ? 0 : side * r * 0.35),
      y: y + height * t,
      z: z - r * (turned ? 0.76 + 0.2 * (radii[0] === 5.6 ? 1 : 0) : 0.9),
      width: 0.8,
      height: 1.5,
      depth: 0.6,
      turn: turned ? 0 : -side * 0.35,
      paint,
    })
  }
}

const ROOFS = {
  dome: [
    [4.1, 2.5],
    [4.6, 2.2],
    [5.6, 1.3],
    [6.3, 0.3],
    [7.6, 0.05],
  ],
  cone: [
    [4.1, 2.7],
    [4.3, 2.6],
    [5.6, 1.4],
    [6.8, 0.3],
    [8, 0.05],
  ],
  flat: [
    [4.1, 2.3],
    [4.4, 2.4],
    [4.9, 1.8],
    [5.1, 0.4],
    [6.6, 0.05],
  ],
} as const

/** The gallery and the glazed room with the lamp; `k` is how broad the top of the tower is. */
function lantern({ mesh, lit }: Site, [x, y, z]: Vec3, k: number, tower: Tower, dark: Paint): void {
  const broad = 0.6 + 0.4 * k
  loft(
    mesh,
    (
      [
        [-0.1, 2.6 * k],
        [0.6, 1.3 + 2.6 * k],
        [0.9, 1.3 + 2.6 * k],
      ] as const
    ).map(([up, r]) => ({ y: y + up, points: polygon(x, z, r, 28) })),
    { paint: dark, cap: dark, smooth: true },
  )
  const rail = 1.1 + 2.6 * k
  const ring = (r: number, up: number): Vec3[] => [...polygon(x, z, r, 24), polygon(x, z, r, 24)[0]!].map(([px, pz]) => [px, y + up, pz])
  for (let i = 0; i < 16; i++) {
    const a = (TAU * i) / 16
    const at = (up: number): Vec3 => [x + cos(a) * rail, y + up, z + sin(a) * rail]
    tube(mesh, [at(0.9), at(2.1)], { paint: dark, radius: 0.06, sides: 4 })
  }
  for (const up of [1.5, 2.1]) tube(mesh, ring(rail, up), { paint: dark, radius: 0.07, sides: 4 })
  const lamp = mesh.paint(lit ? emitter([1, 0.86, 0.55], 12) : plain([0.5, 0.5, 0.42], 0.9, 1))
  loft(
    mesh,
    [0.9, 4.1].map((up) => ({ y: y + up, points: polygon(x, z, 1.5 * broad, 16) })),
    { paint: lamp },
  )
  for (let i = 0; i < 8; i++) {
    const a = (TAU * i) / 8
    const at = (up: number): Vec3 => [x + cos(a) * 2 * broad, y + up, z + sin(a) * 2 * broad]
    tube(mesh, [at(0.9), at(4.2)], { paint: dark, radius: 0.1, sides: 4 })
  }
  const [r, g, b] = tower.roofColour
  loft(
    mesh,
    ROOFS[tower.roof].map(([up, radius]) => ({ y: y + up, lift: 0.6, points: polygon(x, z, radius * broad, 24) })),
    { paint: mesh.paint(carPaint([r * 0.9, g, b])), smooth: true },
  )
}

/** Beams of a lighthouse: both ways across the picture, one towards the camera's side or one away from it; some lamps do not turn. */
export function sweep({ scene, side }: Site, lamp: Vec3, intensity: number, random: Prng): void {
  const way = random.pick(['across', 'nearer', 'away', 'single', 'none'] as const)
  const hand = side * (random.chance(0.5) ? 1 : -1)
  const deep = {
    across: random.range(-0.42, 0.3),
    nearer: random.range(-0.75, -0.5),
    away: random.range(0.45, 0.8),
    single: random.range(-0.3, 0.3),
    none: 0,
  }[way]
  const across = sqrt(1 - deep * deep)
  const tilt = random.range(-0.01, 0.03)
  if (way === 'none') return
  scene.beams.push({ from: lamp, along: [hand * across, tilt, deep], intensity })
  if (way === 'across' || way === 'nearer')
    scene.beams.push({ from: lamp, along: [-hand * across, -tilt, -deep], intensity: intensity * 0.66 })
}

const WALLS: readonly Rgb[] = [
  [0.66, 0.64, 0.6],
  [0.66, 0.64, 0.6],
  [0.34, 0.31, 0.27],
  [0.5, 0.33, 0.2],
  [0.4, 0.09, 0.06],
]
const HOUSE_ROOFS: readonly Rgb[] = [
  [0.16, 0.06, 0.05],
  [0.09, 0.1, 0.12],
  [0.3, 0.1, 0.06],
  [0.08, 0.14, 0.12],
]

/** A keeper's house with a pitched roof; `random` chooses its colours and its length. */
export function keepersHouse({ mesh, lit }: Site, x: number, y: number, z: number, turn: number, random: Prng): void {
  const c = cos(turn)
  const s = sin(turn)
  const half = random.pick([3.2, 4, 5.6])
  const ridge = random.range(6.4, 8)
  const at = (a: number, up: number, b: number): Vec3 => [x + a * c - b * s, y + up, z + a * s + b * c]
  const wall = mesh.paint(plain(random.pick(WALLS)))
  box(mesh, { x, y: y - 1.5, z, width: half * 2, height: 5.7, depth: 6, turn, paint: wall })
  mesh.use(wall)
  for (const q of [-1, 1])
    mesh.triangle(mesh.vertex(...at(q * half, 4.2, -3)), mesh.vertex(...at(q * half, 4.2, 3)), mesh.vertex(...at(q * half, ridge, 0)))
  mesh.use(mesh.paint(plain(random.pick(HOUSE_ROOFS), 0.3)))
  for (const q of [-1, 1])
    mesh.panel(at(-half - 0.5, 3.9, q * 3.5), at(half + 0.5, 3.9, q * 3.5), at(half + 0.5, ridge + 0.1, 0), at(-half - 0.5, ridge + 0.1, 0))
  const [px, , pz] = at(half * 0.6, 0, 0)
  if (random.chance(0.7)) box(mesh, { x: px, y: y + ridge - 1, z: pz, width: 0.9, height: 2, depth: 0.9, turn, paint: wall })
  const window = mesh.paint(lit ? emitter([1, 0.62, 0.25], 2.5) : plain([0.05, 0.06, 0.07], 0.8, 1))
  mesh.use(window)
  for (const a of half > 5 ? [-4.2, -2.2, 0.3, 2.6, 4.4] : half > 3.5 ? [-2.4, 0.3, 2.6] : [-1.6, 1.4])
    mesh.panel(at(a - 0.45, 1.4, -3.05), at(a + 0.45, 1.4, -3.05), at(a + 0.45, 2.7, -3.05), at(a - 0.45, 2.7, -3.05))
}
