import { atan2, cos, PI, sin, smooth, TAU } from '../../math/dmath.ts'
import { noise3, voronoi3 } from '../../math/lattice.ts'
import { polar, smoothMax, union } from '../../solid/field/combine.ts'
import { brilliantCut, type Plane } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { ball, every, slab } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { cloth } from '../../solid/material/organic.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { bump, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { EDGES, type Edge, type Ornament, ornament } from '../shape/crests.ts'
import { laurel, tiara } from '../shape/wreaths.ts'

const { abs, floor, max, min } = Math

const PEARL = plain(rgb('#f3eee4'), { rough: 0.15, coat: 1, soften: 0.5 })
const VELVETS = ['#7d1230', '#7d1230', '#1f2f73', '#4a1560', '#14492f', '#1c171a'] as const
const STONES = ['#2b62e0', '#c81f36', '#1f9a5a', '#8a3fd0', '#e8ebf2'].map(rgb)
const ERMINE = rgb('#f2ede2')
const hairs: Field = (x, y, z) => noise3(x * 50, y * 24, z * 50) * 0.05

/** White fur with black tails. */
const ermine = finish(ERMINE, (s) => {
  paint(s, ERMINE)
  const tail = voronoi3(s.x * 3.4, s.y * 3, s.z * 3.4, s.cell)
  if (s.cell.id > 0.72) tint(s, [0.02, 0.02, 0.02], smooth(0.28, 0.45, tail))
  s.rough = 1
  s.soften = 0.6
  s.sheen = 1
  bump(s, 0.15, hairs)
})

/** A stone set facing outwards at an angle around the y axis. */
function setAround(angle: number, radius: number, height: number, size: number): Plane[] {
  const c = cos(angle)
  const s = sin(angle)
  return brilliantCut(0, 0, 0, size, 0.09, 6, 'z').map(([x, y, z, d]) => {
    const nx = x * s + z * c
    const nz = -x * c + z * s
    return [nx, y, nz, d + nx * c * radius + y * height + nz * s * radius]
  })
}

/** Of a crown: how many points, how its edge runs, how high they rise, and how far its wall leans out. */
type Design = {
  readonly count: number
  readonly edge: Edge
  readonly peak: number
  readonly lean: number
  readonly uneven: readonly number[]
}

const LOW: Design = { count: 8, edge: 'hollows', peak: 0.1, lean: 0.1, uneven: [1] }

function designOf(bench: Bench): Design {
  const { form, random } = bench
  if (form === 'pearled') {
    const edge = random.pick(['spikes', 'slender', 'scallops', 'hollows'] as const)
    const uneven = random.pick([[1], [1], [1, 0.62]])
    const count = random.pick(edge === 'scallops' ? [8, 10] : [6, 8, 10])
    return { count, edge, peak: random.range(0.4, 0.58), lean: random.range(0.12, 0.26), uneven }
  }
  if (form === 'spiked') {
    const count = random.pick([9, 11, 14])
    const uneven = Array.from({ length: count }, (_, i) => (i % 2 === 0 ? random.range(0.75, 1) : random.range(0.3, 0.6)))
    return { count, edge: random.pick(['slender', 'spikes'] as const), peak: random.range(0.7, 0.95), lean: random.range(0.1, 0.3), uneven }
  }
  if (form === 'band') {
    const edge = random.pick(['spikes', 'merlons', 'scallops'] as const)
    return { count: edge === 'merlons' ? 10 : 8, edge, peak: random.range(0.2, 0.32), lean: 0.16, uneven: [1] }
  }
  return { ...LOW, count: random.pick([6, 8]), lean: form === 'arched' ? 0.08 : random.range(0.08, 0.2) }
}

/** The wall of a crown up to its edge. */
const circlet = ({ count, edge, peak, lean, uneven }: Design): Field => {
  const rise = EDGES[edge]
  return (x, y, z) => {
    const turn = (atan2(z, x) / TAU) * count
    const point = floor(turn + 0.5)
    const high = uneven[(point + count) % uneven.length]!
    const top = 0.02 + peak * high * rise(abs(turn - point) * 2)
    return max(abs(length2(x, z) - 0.62 - (y + 0.4) * lean) - 0.032, smoothMax(y - top, -y - 0.46, 0.02)) * (peak > 0.6 ? 0.5 : 0.66)
  }
}

/** What runs round the foot: fur, rolls of metal or pearls. Answers how low it reaches. */
function addRim(bench: Bench, furred: boolean): number {
  const { random } = bench
  const hoops: Field = (x, y, z) => min(length2(length2(x, z) - 0.625, y + 0.44) - 0.045, length2(length2(x, z) - 0.66, y + 0.14) - 0.03)
  bench.add('bands', hoops, [0, -0.28, 0, 0.8], bench.jewel({ rough: 0.14 }))
  if (furred) {
    const fur: Field = (x, y, z) => length2(length2(x, z) - 0.64, y + 0.55) - 0.13 - 0.03 * noise3(x * 16, y * 16, z * 16)
    bench.add('fur', fur, [0, -0.55, 0, 0.85], ermine)
    return -0.7
  }
  const count = random.pick([28, 36, 44])
  const beads = (y0: number, r0: number): Field => {
    const step = TAU / count
    return (x, y, z) => length3(every(atan2(z, x), step) * r0, y - y0, length2(x, z) - r0) - 0.04
  }
  const row = union(beads(-0.44, 0.655), beads(-0.14, 0.69))
  if (random.chance(0.6)) bench.add('beads', row, [0, -0.29, 0, 0.78], random.chance(0.5) ? PEARL : bench.jewel({ rough: 0.12 }))
  return -0.49
}

/** Stones round the band, alike or in turn with others. */
function addStones(bench: Bench, { count, lean }: Design): void {
  const { random } = bench
  const other = random.pick(STONES)
  const [large, small] = random.pick([
    [0.1, 0.075],
    [0.115, 0.05],
    [0.085, 0.085],
  ] as const)
  const around = count > 10 ? 8 : count
  const r = 0.63 + 0.11 * lean + 0.017
  for (let i = 0; i < around; i++) {
    const angle = (i / around) * TAU
    const odd = (i & 1) === 1
    const at = [cos(angle) * r, -0.29, sin(angle) * r, 0.17] as const
    bench.addGem(setAround(angle, r, -0.29, odd ? small : large), at, odd ? other : bench.accent)
  }
}

/** Ball or stone on every point. */
function addTips(bench: Bench, { count, peak, lean, uneven }: Design): void {
  const pearls = bench.random.chance(0.6)
  const big = bench.form === 'band' ? 0.046 : bench.random.range(0.05, 0.072)
  const tips: Field = (x, y, z) => {
    const turn = (atan2(z, x) / TAU) * count
    const point = floor(turn + 0.5)
    const tip = 0.06 + peak * uneven[(point + count) % uneven.length]!
    const r = 0.61 + (tip + 0.4) * lean
    return length3(((turn - point) / count) * TAU * r, y - tip, length2(x, z) - r) - big
  }
  bench.add('tips', (x, y, z) => tips(x, y, z) * 0.8, [0, peak * 0.7, 0, 1.02], pearls ? PEARL : bench.jewel({ rough: 0.12 }))
}

function addOrnaments(bench: Bench, { count, lean }: Design): void {
  const { random } = bench
  const [main, second] = random.pick<readonly [Ornament, Ornament]>([
    ['lily', 'lily'],
    ['lily', 'cross'],
    ['cross', 'lily'],
    ['leaf', 'leaf'],
    ['leaf', 'spade'],
    ['spade', 'spade'],
  ])
  const tall = bench.form === 'arched' ? 0.32 : random.range(0.38, 0.5)
  const gold = bench.jewel({ rough: 0.16 })
  const ring = (kind: Ornament, high: number, share: number, turn: number): Field => {
    const one = polar(ornament(kind, high, 0.62 + 0.42 * lean, 0.02, lean), share)
    const [c, s] = [cos(turn), sin(turn)]
    return (x, y, z) => one(c * x + s * z, y, c * z - s * x)
  }
  const half = count / 2
  bench.add('ornaments', union(ring(main, tall, half, 0), ring(second, tall * 0.7, half, PI / half)), [0, 0.24, 0, 0.98], gold)
}

/** Hoops from the rim to an orb with a cross above the middle. */
function addArches(bench: Bench): void {
  const { random } = bench
  const gold = bench.jewel({ rough: 0.15 })
  const top = random.range(0.56, 0.78)
  const dip = random.chance(0.5) ? 0.12 : 0
  const arch = sweep([
    [0.66, -0.05, 0, 0.05],
    [0.74, 0.2, 0, 0.05],
    [0.66, top * 0.72, 0, 0.048],
    [0.38, top, 0, 0.045],
    [0.12, top - dip * 0.7, 0, 0.045],
    [0, top - dip, 0, 0.05],
  ])
  const count = random.pick([4, 6, 8])
  bench.add('arches', polar(arch, count), [0, 0.32, 0, 0.96], gold)
  const orb = top - dip + 0.12
  bench.add(
    'orb',
    union(ball(0, orb, 0, 0.11), (x, y, z) => length2(length2(x, z) - 0.11, y - orb) - 0.02),
    [0, orb, 0, 0.15],
    gold,
  )
  const cross = union(slab(0, orb + 0.23, 0, 0.028, 0.14, 0.028, 0.012), slab(0, orb + 0.25, 0, 0.1, 0.028, 0.028, 0.012))
  bench.add('cross', cross, [0, orb + 0.23, 0, 0.18], gold)
  const pearls: Field = (x, y, z) => length3(x - 0.74, y - 0.2, z) - 0.06
  bench.add(
    'pearls',
    polar(union(pearls, ball(0.69, top * 0.72, 0, 0.05), ball(0.42, top + 0.03, 0, 0.05)), count),
    [0, 0.35, 0, 0.95],
    PEARL,
  )
}

function addCap(bench: Bench, tall: number): void {
  const velvet = bench.coloured ? bench.fabric : rgb(bench.random.pick(VELVETS))
  const gores = bench.random.pick([6, 8])
  const cap: Field = (x, y, z) => {
    const body = ellipsoid(x, y + 0.3, z, 0.6, tall, 0.6) + 0.02 * sin(atan2(z, x) * gores)
    return smoothMax(body, -(y + 0.35), 0.03)
  }
  bench.add('cap', cap, [0, -0.3 + tall * 0.4, 0, 0.84], cloth(velvet, 1.2))
}

export const crown: Kind = {
  forms: ['pearled', 'fleury', 'band', 'arched', 'spiked', 'laurel', 'tiara'],
  // worn on the brow: neither is what a crown is without more words
  rare: ['laurel', 'tiara'],
  build(bench) {
    const { form, random } = bench
    if (form === 'laurel') return laurel(bench)
    if (form === 'tiara') return tiara(bench)
    const design = designOf(bench)
    const arched = form === 'arched'
    const spiked = form === 'spiked'
    const hammer = random.pick([0, 0.05, 0.09])
    const dark = spiked && !bench.named && !bench.whole && random.chance(0.5)
    const gold = dark ? bench.body({ rough: 0.3, hammer }, rgb('#3b3c44')) : bench.jewel({ rough: 0.16, hammer })
    bench.add('circlet', circlet(design), [0, design.peak * 0.4, 0, 1.12], gold)
    const capped = arched || bench.coloured || (!spiked && random.chance(0.55))
    const stands = addRim(bench, !spiked && random.chance(arched ? 0.6 : 0.4))
    addStones(bench, design)
    if (form === 'fleury' || arched) addOrnaments(bench, design)
    else if (!spiked && design.edge !== 'merlons') addTips(bench, design)
    if (arched) addArches(bench)
    if (capped) addCap(bench, arched ? random.range(0.66, 0.8) : 0.52)
    const pose: Pose = { yaw: 0.2, pitch: arched ? 0.16 : random.range(0.2, 0.32), half: 1.2, stands }
    return arched || spiked ? { ...pose, aimY: 0.16, half: 1.24 } : { ...pose, aimY: (0.5 + stands + 0.2) / 2 }
  },
}
