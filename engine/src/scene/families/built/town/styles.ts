import type { Prng } from '../../../../math/prng.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Paint } from '../../../mesh.ts'
import type { Rgb } from '../../../vector.ts'
import type { Site } from '../../nature/site.ts'
import { roofTiles, type WallStyle } from '../paints.ts'
import type { At, Place } from '../place.ts'
import { type House, house } from '../prop/house.ts'
import type { SteepleTop } from '../prop/steeple.ts'

/** How a town builds. */
export type TownStyle = {
  readonly name: 'timber' | 'south' | 'gables' | 'slate' | 'water'
  readonly walls: readonly Rgb[]
  readonly trims: readonly Rgb[]
  readonly kinds: readonly WallStyle[]
  readonly roofs: readonly (readonly [colour: Rgb, second: Rgb])[]
  readonly hollow: boolean
  readonly pitch: readonly [number, number]
  readonly gables: number
  readonly jetty: number
  readonly stepped: number
  readonly shutters: number
  readonly swept: boolean
  readonly floors: readonly [number, number]
  readonly floor: number
  readonly stone: Rgb
  readonly tops: readonly SteepleTop[]
}

const colours = (...hex: string[]) => hex.map(rgb)
const roofsOf = (...pairs: (readonly [string, string])[]) => pairs.map(([a, b]) => [rgb(a), rgb(b)] as const)

const STYLES: readonly TownStyle[] = [
  {
    name: 'timber',
    walls: colours('#e8dcc4', '#d9c08e', '#c98f6a', '#d8d2c4', '#b9c2a4', '#a9b7bf', '#cf9a5e'),
    trims: colours('#3a2414', '#2a1a12', '#4c2c1a', '#55362a'),
    kinds: ['timbered', 'timbered', 'timbered', 'plaster'],
    roofs: roofsOf(['#9a4a30', '#7a3626'], ['#84422e', '#a85c3c'], ['#5e4038', '#7c5244']),
    hollow: false,
    pitch: [1.1, 1.45],
    gables: 0.62,
    jetty: 0.28,
    stepped: 0,
    shutters: 0.2,
    swept: false,
    floors: [2, 4],
    floor: 2.8,
    stone: [0.4, 0.35, 0.29],
    tops: ['spire', 'onion', 'pyramid'],
  },
  {
    name: 'south',
    walls: colours('#e9c48c', '#e0a878', '#d98f6c', '#f0dfbe', '#e6b4a0', '#dcc9a4', '#c9785a', '#eee2d0'),
    trims: colours('#3f6a58', '#4a7a8c', '#7a4a2c', '#5c7048', '#34506a'),
    kinds: ['plaster', 'plaster', 'plaster', 'stone'],
    roofs: roofsOf(['#b8683e', '#9c5234'], ['#c07a4c', '#a4583a'], ['#a65c3c', '#c88858']),
    hollow: true,
    pitch: [0.42, 0.58],
    gables: 0.15,
    jetty: 0,
    stepped: 0,
    shutters: 0.9,
    swept: false,
    floors: [2, 5],
    floor: 3.1,
    stone: [0.52, 0.44, 0.33],
    tops: ['campanile', 'lantern', 'pyramid'],
  },
  {
    name: 'gables',
    walls: colours('#7e3c2c', '#94503a', '#5c2c24', '#c8b898', '#3c3a3a', '#a86a48'),
    trims: colours('#e4dcc8', '#2c3c34', '#dcd4c4', '#1e2a3a'),
    kinds: ['brick', 'brick', 'plaster'],
    roofs: roofsOf(['#7a3a2a', '#5e2e24'], ['#4a4648', '#5e5658'], ['#94503a', '#743828']),
    hollow: false,
    pitch: [1.3, 1.7],
    gables: 1,
    jetty: 0,
    stepped: 0.65,
    shutters: 0.25,
    swept: false,
    floors: [3, 4],
    floor: 3,
    stone: [0.38, 0.25, 0.18],
    tops: ['onion', 'lantern', 'spire'],
  },
  {
    name: 'slate',
    walls: colours('#b8a888', '#a8997c', '#c4b494', '#988c78'),
    trims: colours('#2c4a44', '#5a2a24', '#e0d8c8', '#28384c'),
    kinds: ['stone', 'stone', 'plaster'],
    roofs: roofsOf(['#565a60', '#464a54'], ['#6a645c', '#545048']),
    hollow: false,
    pitch: [1.05, 1.3],
    gables: 0.4,
    jetty: 0,
    stepped: 0.1,
    shutters: 0.35,
    swept: false,
    floors: [2, 3],
    floor: 2.7,
    stone: [0.42, 0.37, 0.29],
    tops: ['spire', 'pyramid'],
  },
  {
    name: 'water',
    walls: colours('#eae6dc', '#e2ddd0', '#d8d4c8', '#efece6'),
    trims: colours('#3c1e12', '#4a2618', '#2c1a14'),
    kinds: ['plaster', 'plaster', 'timbered'],
    roofs: roofsOf(['#3a3c40', '#4c4e50'], ['#44464a', '#34363a']),
    hollow: true,
    pitch: [0.62, 0.78],
    gables: 0.25,
    jetty: 0,
    stepped: 0,
    shutters: 0.55,
    swept: true,
    floors: [1, 2],
    floor: 3.2,
    stone: [0.36, 0.34, 0.32],
    tops: ['pyramid'],
  },
]

export const stylesNamed = (...names: readonly TownStyle['name'][]) => STYLES.filter(({ name }) => names.includes(name))

/** The roofs a town may have, painted once. */
export function roofPaints({ mesh, brief }: Site, { roofs, hollow }: TownStyle): Paint[] {
  return roofs.map(([colour, second], i) =>
    mesh.paint(
      roofTiles({
        colour: brief.accent ?? colour,
        second: brief.accent ? [brief.accent[0] * 0.7, brief.accent[1] * 0.7, brief.accent[2] * 0.7] : second,
        hollow,
        width: hollow ? 0.24 : 0.22,
        row: hollow ? 0.36 : 0.3,
        moss: i === 1 ? 0.3 : 0.1,
        variant: i * 0.3,
      }),
    ),
  )
}

export type Plot = Place & {
  readonly width: number
  readonly depth: number
  readonly near: boolean
  readonly floors?: number
  readonly lit?: number
}

/** A house of a town on a plot, decided by `random`. */
export function townHouse(
  site: Site,
  random: Prng,
  style: TownStyle,
  roofs: readonly Paint[],
  plot: Plot,
): { readonly at: At; readonly spec: House } {
  const gable = random.chance(style.gables)
  const stepped = gable && random.chance(style.stepped)
  const floors = plot.floors ?? random.int(...style.floors)
  const spec: House = {
    ...plot,
    floors,
    floor: style.floor * random.range(0.94, 1.08),
    style: random.pick(style.kinds),
    wall: random.pick(style.walls),
    trim: random.pick(style.trims),
    roof: random.pick(roofs),
    gable,
    pitch: random.range(...style.pitch) * (gable && plot.width > 9 ? 0.8 : 1),
    jetty: random.chance(0.7) ? style.jetty : 0,
    stepped,
    shutters: random.chance(style.shutters),
    swept: style.swept,
  }
  return { at: house(site, random, spec), spec }
}
