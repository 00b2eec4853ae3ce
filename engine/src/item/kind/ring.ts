import { atan2, cos, PI, sin, smooth } from '../../math/dmath.ts'
import { polar } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { length2, length3 } from '../../solid/field/shapes.ts'
import { every } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { engraving } from '../../solid/material/engraving.ts'
import { overlaid } from '../../solid/material/overlay.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { type BandSize, type BandStyle, bandField } from '../shape/bands.ts'
import { SIGNETS } from '../shape/signets.ts'
import { type Cut, cutStone, LENGTH } from '../shape/stones.ts'

const { abs, max, sqrt } = Math

const SQRT_HALF = sqrt(0.5)

type Setting = 'claws' | 'bezel' | 'halo' | 'trilogy' | 'cabochon' | 'flower'

const BANDS: Readonly<Record<'milled' | 'plain' | 'band', readonly BandStyle[]>> = {
  milled: ['flat', 'beaded', 'beaded', 'pierced'],
  plain: ['round', 'tapered', 'domed', 'knife', 'split', 'twisted', 'bypass', 'stacked'],
  band: ['flat', 'domed', 'knife', 'twisted', 'braided', 'pierced', 'beaded', 'stacked', 'bypass'],
}
/** Bands that a row of stones can be let into. */
const LET_INTO: readonly BandStyle[] = ['flat', 'domed', 'knife']
const SETTINGS: readonly Setting[] = ['claws', 'claws', 'bezel', 'halo', 'trilogy', 'cabochon', 'flower']
const CUTS: readonly Cut[] = ['round', 'round', 'oval', 'marquise', 'princess', 'emerald', 'hexagon']
const DIAMOND = rgb('#dfe9f2')

/** The foot of the band, lying or standing on the table. */
const foot = ({ y, radius, thick }: BandSize) => y - radius - thick

/** A band that a stone sits on stands; one without may lie. */
function standing(bench: Bench, size: BandSize, top: number): Pose {
  const low = foot(size)
  return {
    yaw: bench.random.range(0.12, 1.15),
    pitch: bench.random.range(0.12, 0.62),
    half: max(0.72, (top - low) * 0.62),
    aimY: (top + low) / 2,
    stands: low,
  }
}

const lying = (bench: Bench, size: BandSize, thickness: number): Pose => ({
  yaw: 0,
  roll: bench.random.range(-PI, PI),
  half: (size.radius + size.thick) * 1.36,
  aimY: size.y,
  stands: null,
  thickness,
})

/** What a band is made of: smooth, hammered, chased with scrolls, and with letters where they are asked for. */
function bandMetal(bench: Bench, size: BandSize): Opaque {
  const finish = bench.random.pick(['smooth', 'smooth', 'smooth', 'hammered', 'chased'] as const)
  const made = bench.jewel({ rough: 0.12, brush: 0.004, ...(finish === 'hammered' && { hammer: 0.05 }) })
  const chased = finish === 'chased' ? overlaid(made, [engraving(9, (s) => smooth(size.wide, size.wide * 0.8, abs(s.z)))]) : made
  return bench.inscribed(chased, (s, at) => {
    at.u = atan2(s.x, s.y - size.y) * 6
    at.v = s.z * 7.5 + 0.5
    return abs(s.z) < 0.07 && s.y < size.y + size.radius * 0.5
  })
}

/** Claws round a stone whose girdle is at height y. */
function addClaws(bench: Bench, y: number, r: number, long: number, count: number): void {
  const k = r / 0.29
  const claw = sweep(
    [
      [0.12 * k, y - 0.24 * k, 0, 0.04],
      [0.25 * k, y - 0.14 * k, 0, 0.04],
      [0.29 * k, y, 0, 0.034],
      [0.25 * k, y + 0.1 * k, 0, 0.03],
    ],
    4,
  )
  const round = polar(claw, count)
  const spun: Field = count === 4 ? (x, py, z) => round((x + z) * SQRT_HALF, py, (z - x) * SQRT_HALF) : round
  bench.add('claws', (x, py, z) => spun(x, py, z / long), [0, y - 0.06, 0, r * long + 0.28], bench.fitting({ rough: 0.12 }))
  const seat: Field = (x, py, z) => length2(length2(x, z / long) - 0.2 * k, py - y + 0.16 * k) - 0.042
  bench.add('seat', seat, [0, y - 0.16 * k, 0, 0.2 * k * long + 0.1], bench.jewel({ rough: 0.12 }))
}

/** A closed collar round a stone. */
function addBezel(bench: Bench, y: number, r: number, long: number): void {
  const collar: Field = (x, py, z) => {
    const wall = abs(length2(x, z / long) - r * (0.99 + (py - y) * 0.25)) - 0.032
    return max(wall, abs(py - y + 0.1) - 0.15) * 0.8 - 0.012
  }
  bench.add('bezel', collar, [0, y - 0.1, 0, r * long + 0.22], bench.jewel({ rough: 0.1 }))
}

/** Small white stones round the large one. */
function addHalo(bench: Bench, y: number, r: number, long: number): void {
  const count = 16
  const stones: Field = (x, py, z) => {
    const along = every(atan2(z / long, x), (2 * PI) / count) * r * 1.24
    return length3(length2(x, z / long) - r * 1.24, (py - y - 0.01) * 1.3, along) - r * 0.2
  }
  const bed: Field = (x, py, z) => max(length2(x, z / long) - r * 1.44, abs(py - y + 0.07) - 0.05) - 0.012
  bench.add('bed', bed, [0, y - 0.06, 0, r * 1.46 * long + 0.03], bench.jewel({ rough: 0.1 }))
  bench.add('halo', stones, [0, y, 0, r * 1.46 * long], plain(DIAMOND, { rough: 0.06, metal: 0.35, coat: 1 }))
}

/** Two smaller stones down the shoulders. */
function addShoulderStones(bench: Bench, size: BandSize, r: number, cut: Cut): void {
  const out = size.radius + size.thick + r * 0.32
  for (const side of [-1, 1]) {
    const angle = side * (r * 2.4 + 0.2)
    const at = { x: sin(angle) * out, y: size.y + cos(angle) * out, lean: -angle }
    bench.addGem(cutStone(cut, r * 0.58, at), [at.x, at.y, 0, r * 0.9], bench.random.chance(0.5) ? DIAMOND : bench.accent)
    const collar: Field = (x, y, z) => {
      const u = cos(angle) * (x - at.x) - sin(angle) * (y - at.y)
      const v = sin(angle) * (x - at.x) + cos(angle) * (y - at.y)
      return max(abs(length2(u, z / LENGTH[cut]) - r * 0.6) - 0.02, abs(v + 0.06) - 0.08) * 0.9 - 0.01
    }
    bench.add(`collar ${side}`, collar, [at.x, at.y, 0, r * 1.1 + 0.1], bench.jewel({ rough: 0.1 }))
  }
}

/** Petals of metal round a stone. */
function addPetals(bench: Bench, y: number, r: number): void {
  const count = bench.random.pick([5, 6, 8])
  const petal = polar((x, py, z) => {
    const d = length3((x - r * 1.5) / 1.25, (py - y + 0.04 - (x - r) * 0.22) * 2.2, z * (count / 6.4)) - r * 0.62
    return (d + 0.016 * smooth(0.03, 0, abs(z))) * 0.5
  }, count)
  bench.add('petals', petal, [0, y, 0, r * 2.5], bench.jewel({ rough: 0.16, wear: 0.3 }))
}

/** The stone on top and what holds it; how high it reaches. */
function addStone(bench: Bench, size: BandSize): number {
  const { random } = bench
  const setting = random.pick(SETTINGS)
  const flower = setting === 'flower'
  const r = flower ? random.range(0.13, 0.19) : setting === 'trilogy' ? random.range(0.2, 0.27) : random.range(0.2, 0.37)
  const y = size.y + size.radius + size.thick * 0.6 + (setting === 'bezel' ? 0.16 : r * 0.62)
  const cut = flower || setting === 'halo' ? random.pick(['round', 'oval', 'hexagon'] as const) : random.pick(CUTS)
  const long = flower ? 1 : LENGTH[cut]
  if (setting === 'cabochon') {
    const stone = plain(bench.accent, { rough: 0.08, coat: 1 })
    bench.add('stone', (x, py, z) => length3(x, (py - y) * 1.15, z / 1.3) - r, [0, y, 0, r * 1.4], stone)
    addBezel(bench, y - 0.02, r * 1.03, 1.3)
    return y + r
  }
  bench.addGem(cutStone(flower ? 'round' : cut, r, { x: 0, y }), [0, y, 0, r * long + 0.12])
  if (setting === 'bezel') addBezel(bench, y, r, long)
  else if (flower) addPetals(bench, y, r)
  else addClaws(bench, y, r, long, cut === 'princess' || cut === 'emerald' ? 4 : random.pick([4, 6]))
  if (setting === 'halo') addHalo(bench, y - 0.02, r, long)
  if (setting === 'trilogy') addShoulderStones(bench, size, r, cut)
  return y + r * 0.5
}

/** Small stones let into a band, all round or over the top. */
function addRow(bench: Bench, size: BandSize): void {
  const r = size.wide * bench.random.range(0.5, 0.72)
  const spread = bench.random.pick([1.1, PI, PI])
  const count = Math.floor((size.radius * PI) / (r * 1.12))
  const stone: Field = (x, y, z) => {
    const angle = atan2(x, y - size.y)
    const along = every(angle, PI / count) * size.radius
    const u = length2(x, y - size.y) - size.radius - size.thick * 0.62
    return max(length3(u * 1.2, along, z) - r, (abs(angle) - spread) * size.radius) * 0.8
  }
  const white = bench.random.chance(0.5) && !bench.coloured
  const shine = plain(white ? DIAMOND : bench.accent, { rough: 0.05, metal: white ? 0.35 : 0.1, coat: 1 })
  bench.add('stones', stone, [0, size.y, 0, size.radius + size.thick + r + 0.02], shine)
}

function addSignet(bench: Bench, size: BandSize, metal: Opaque): number {
  const { random } = bench
  const y = size.y + size.radius + size.thick
  const plate = SIGNETS[random.pick(['round', 'oval', 'square', 'octagon', 'shield'] as const)](random.range(0.28, 0.38))
  bench.add('plate', (x, py, z) => max(plate(x, z), abs(py - y) - 0.06) - 0.025, [0, y, 0, 0.62], metal)
  if (bench.coloured || random.chance(0.45)) {
    const cut = random.pick(['round', 'oval', 'emerald', 'hexagon'] as const)
    const r = random.range(0.17, 0.25)
    bench.addGem(cutStone(cut, r, { x: 0, y: y + 0.05 }), [0, y + 0.04, 0, r * LENGTH[cut] + 0.1])
    return y + 0.2
  }
  const device = SIGNETS[random.pick(['star', 'cross', 'crescent', 'sun'] as const)](random.range(0.15, 0.21))
  bench.add(
    'device',
    (x, py, z) => max(device(x, z), abs(py - y - 0.08) - 0.035) - 0.012,
    [0, y + 0.08, 0, 0.36],
    bench.fitting({ rough: 0.14 }),
  )
  const rim: Field = (x, py, z) => length2(plate(x, z) + 0.02, py - y - 0.085) - 0.022
  bench.add('rim', rim, [0, y + 0.08, 0, 0.62], bench.fitting({ rough: 0.14 }))
  return y + 0.12
}

export const ring: Kind = {
  forms: ['milled', 'plain', 'signet', 'band'],
  round: true,
  build(bench) {
    const { form, random } = bench
    const signet = form === 'signet'
    const style = signet ? 'tapered' : random.pick(form === 'band' && bench.coloured ? LET_INTO : BANDS[form as keyof typeof BANDS])
    const broad = form === 'band' || style === 'pierced'
    const size: BandSize = {
      y: -0.18,
      radius: random.range(0.5, 0.62),
      thick: random.range(0.065, 0.105),
      wide: signet ? random.range(0.16, 0.22) : broad ? random.range(0.13, 0.27) : random.range(0.09, 0.16),
    }
    const made = bandMetal(bench, size)
    bench.add('band', bandField(style, size), [0, size.y, 0, length2(size.radius + 1.5 * size.thick, size.wide * 1.6) + 0.03], made)
    if (signet) return standing(bench, size, addSignet(bench, size, made))
    if (form !== 'band') return standing(bench, size, addStone(bench, size))
    if (LET_INTO.includes(style) && (bench.coloured || random.chance(0.6))) addRow(bench, size)
    return random.chance(0.5) ? lying(bench, size, size.wide + size.thick * 0.5) : standing(bench, size, size.y + size.radius + size.thick)
  },
}
