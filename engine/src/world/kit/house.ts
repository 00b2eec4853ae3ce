import { PI } from '../../math/dmath.ts'
import { hash3 } from '../../math/lattice.ts'
import { blob } from '../../model/shapes/blob.ts'
import { box } from '../../model/shapes/box.ts'
import { gable } from '../../model/shapes/gable.ts'
import { tube } from '../../model/shapes/tube.ts'
import { blend, type Rgb, times } from '../../scene/vector.ts'
import { rgb } from '../../solid/palette.ts'
import { type Spot, spotAt } from '../spot.ts'
import type { World } from '../world.ts'
import { BLACK, DARK_WOOD, darker, STONE, WARM, WOOD } from './tints.ts'

/** A gap in a wall: from `start` to `end` along it, from `low` to `high`. */
type Gap = { readonly start: number; readonly end: number; readonly low: number; readonly high: number; readonly glazed: boolean }

export type HouseShape = {
  /** Along the front and from front to back, metres. */
  readonly width: number
  readonly depth: number
  /** Of its walls. */
  readonly height: number
  readonly wall: Rgb
  readonly roof: Rgb
  readonly trim?: Rgb
  readonly rise?: number
  /** What its walls are made of. */
  readonly style?: 'plaster' | 'logs' | 'planks' | 'stone'
  /** Width of the doorway; 0 leaves the front shut. */
  readonly doorway?: number
  readonly chimney?: boolean
  /** No gable: a flat roof with a rim. */
  readonly flat?: boolean
  /** Name of the point of interest inside. */
  readonly point?: string
  /** Puts things in the room; the floor is at height 0 of what it is given. */
  readonly furnish?: (spot: Spot) => void
  readonly y?: number
}

const SILL = 0.95
const LINTEL = 1.95
const DOOR_HEIGHT = 2.25
/** Height of the floor above the ground; a step one takes without thinking. */
export const PLINTH = 0.16
const THICK = 0.24

/** One wall from local (x0, z0), along x or z for `length`, with gaps. */
function raiseWall(
  world: World,
  spot: Spot,
  shape: HouseShape,
  x0: number,
  z0: number,
  along: 'x' | 'z',
  length: number,
  gaps: readonly Gap[],
): void {
  const { solid } = world
  const cuts = [0, ...gaps.flatMap(({ start, end }) => [start, end]), length].sort((a, b) => a - b)
  const part = (from: number, to: number, low: number, high: number) => {
    if (to - from < 0.02 || high - low < 0.02) return
    const middle = (from + to) / 2
    const at = along === 'x' ? ([x0 + middle, low, z0] as const) : ([x0, low, z0 + middle] as const)
    if (shape.style === 'logs') {
      layLogs(world, shape, at, along, to - from, high - low)
      return
    }
    paintWall(world, shape)
    box(solid, at, along === 'x' ? [to - from, high - low, THICK] : [THICK, high - low, to - from], { cell: 1.7 })
  }
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [from, to] = [cuts[i]!, cuts[i + 1]!]
    const gap = gaps.find(({ start, end }) => start <= from + 1e-9 && end >= to - 1e-9)
    if (gap) {
      part(from, to, PLINTH, gap.low)
      part(from, to, gap.high, shape.height)
    } else part(from, to, PLINTH, shape.height)
    if (gap && gap.low < 0.5) continue
    const middle = (from + to) / 2
    spot.block(
      along === 'x' ? [x0 + middle, 0, z0] : [x0, 0, z0 + middle],
      along === 'x' ? [to - from, shape.height, THICK + 0.1] : [THICK + 0.1, shape.height, to - from],
    )
  }
}

/** Wall colour: streaked planks, courses of stone, or plaster that is dirtier below. */
function paintWall({ solid }: World, { style = 'plaster', wall }: HouseShape): void {
  const dark = darker(wall, 0.3)
  if (style === 'planks') solid.paint((x, _, z) => blend(dark, wall, hash3(Math.floor((x + z) * 4), 5, 0)), { vary: 0.06 })
  else if (style === 'stone')
    solid.paint((x, y, z) => blend(dark, wall, hash3(Math.floor((x + z) * 1.4), Math.floor(y * 2.4), 1)), { vary: 0.08 })
  else solid.paint((_, y) => blend(blend(wall, rgb('#7d6a52'), 0.35), wall, Math.min(1, y / 0.9)), { vary: 0.02 })
}

function layLogs(
  { solid }: World,
  { wall }: HouseShape,
  at: readonly [number, number, number],
  along: 'x' | 'z',
  length: number,
  height: number,
): void {
  const rows = Math.max(1, Math.round(height / 0.36))
  const thick = height / rows
  const reach = length / 2 + (length > 1.5 ? 0.2 : 0)
  const steps = Math.max(1, Math.ceil(length / 2))
  for (let i = 0; i < rows; i++) {
    const y = at[1] + thick * (i + 0.5)
    solid.paint(blend(wall, darker(wall, 0.4), hash3(i, Math.floor(at[0] * 3 + at[2]), 0) * 0.7))
    const path = Array.from({ length: steps + 1 }, (_, k) => {
      const d = -reach + (2 * reach * k) / steps
      return along === 'x' ? ([at[0] + d, y, at[2]] as const) : ([at[0], y, at[2] + d] as const)
    })
    tube(solid, path, thick * 0.56, thick * 0.56, 5)
  }
}

/** The pane and frame of a window in a wall; its middle is at (x, z), facing `turn`. */
function glaze(world: World, spot: Spot, x: number, z: number, turn: number, width: number, trim: Rgb): void {
  const { solid, lit } = world
  const [wx, wz] = spot.world(x, z)
  solid.at(wx, spot.y, wz, spot.yaw + turn)
  solid.paint(trim)
  for (const side of [-1, 1]) box(solid, [(side * width) / 2, SILL - 0.05, 0.04], [0.1, LINTEL - SILL + 0.1, THICK + 0.1], { cell: 9 })
  for (const y of [SILL - 0.08, LINTEL - 0.02]) box(solid, [0, y, 0.04], [width + 0.14, 0.1, THICK + 0.16], { cell: 9 })
  box(solid, [0, SILL, 0], [0.05, LINTEL - SILL, 0.06], { cell: 9 })
  box(solid, [0, (SILL + LINTEL) / 2, 0], [width, 0.05, 0.06], { cell: 9 })
  solid.paint([0.14, 0.17, 0.2], { glow: lit ? times(WARM, 0.9) : [0.1, 0.11, 0.12] })
  solid.quad([-width / 2, SILL, 0], [width / 2, SILL, 0], [width / 2, LINTEL, 0], [-width / 2, LINTEL, 0])
  spot.use()
}

const windowsIn = (length: number, every: number): Gap[] => {
  const count = Math.max(1, Math.floor(length / every))
  return Array.from({ length: count }, (_, i) => {
    const middle = ((i + 0.5) / count) * length
    return { start: middle - 0.55, end: middle + 0.55, low: SILL, high: LINTEL, glazed: true }
  })
}

function addRoof(world: World, spot: Spot, shape: HouseShape): void {
  const { width, depth, height, roof, rise = depth * 0.42, flat, wall, trim = DARK_WOOD } = shape
  const { solid } = world
  spot.use()
  if (flat) {
    solid.paint(roof, { vary: 0.04 })
    box(solid, [0, height, 0], [width + 0.3, 0.3, depth + 0.3], { cell: 1.2, bottom: true })
    solid.paint(wall)
    for (const side of [-1, 1]) {
      box(solid, [0, height + 0.3, (side * (depth + 0.1)) / 2], [width + 0.3, 0.4, 0.2])
      box(solid, [(side * (width + 0.1)) / 2, height + 0.3, 0], [0.2, 0.4, depth + 0.3])
    }
    return
  }
  gable(solid, height, { width, depth, rise, overhang: 0.5, thickness: 0.18, top: roof, under: trim, wall })
}

function addChimney(world: World, spot: Spot, { width, depth, height, rise = depth * 0.42 }: HouseShape): void {
  const { solid } = world
  spot.use()
  solid.paint(rgb('#8f877d'), { vary: 0.12 })
  const x = width / 2 - 1.1
  box(solid, [x, height + 0.2, -depth * 0.2], [0.7, rise + 0.7, 0.7], { cell: 0.6 })
  solid.paint(darker(STONE, 0.4))
  box(solid, [x, height + rise + 0.85, -depth * 0.2], [0.84, 0.14, 0.84])
  solid.paint([0.75, 0.77, 0.82], { glow: world.lit ? null : [0.1, 0.1, 0.12] })
  for (let i = 0; i < 3; i++)
    blob(solid, [x + i * 0.35, height + rise + 1.6 + i * 0.95, -depth * 0.2], [0.3 + i * 0.12, 0.26 + i * 0.1, 0.3 + i * 0.1], {
      rough: 0.1,
      seed: i,
    })
}

/** Corner posts and a beam over the door: what makes plaster a framed house. */
function addFrame(world: World, spot: Spot, { width, depth, height, trim = DARK_WOOD, style = 'plaster' }: HouseShape): void {
  if (style === 'logs') return
  const { solid } = world
  spot.use()
  solid.paint(trim)
  for (const x of [-1, 1])
    for (const z of [-1, 1]) box(solid, [(x * width) / 2, 0, (z * depth) / 2], [THICK + 0.1, height + 0.02, THICK + 0.1], { cell: 2 })
  if (style !== 'plaster') return
  for (const z of [-1, 1]) {
    box(solid, [0, height - 0.2, (z * depth) / 2], [width, 0.2, THICK + 0.08], { cell: 3 })
    box(solid, [0, SILL - 0.25, (z * (depth + 0.03)) / 2], [width, 0.12, 0.04 + THICK], { cell: 3 })
  }
  for (const x of [-1, 1]) box(solid, [(x * width) / 2, height - 0.2, 0], [THICK + 0.08, 0.2, depth], { cell: 3 })
}

/** A house one can enter by its front, which faces local +z. */
export function house(world: World, x: number, z: number, yaw: number, shape: HouseShape): Spot {
  const spot = spotAt(world, x, z, yaw, shape.y)
  const { solid } = world
  const { width, depth, doorway = 1.2, trim = DARK_WOOD, point, furnish } = shape
  solid.paint(rgb('#7d766c'), { vary: 0.06 })
  box(solid, [0, -0.7, 0], [width + 0.5, 0.7 + PLINTH, depth + 0.5])
  solid.paint((_, __, lz) => blend(rgb('#a8754a'), rgb('#8a5a36'), hash3(Math.floor(lz * 4), 2, 0)))
  solid.quad(
    [-width / 2, PLINTH + 0.01, depth / 2],
    [width / 2, PLINTH + 0.01, depth / 2],
    [width / 2, PLINTH + 0.01, -depth / 2],
    [-width / 2, PLINTH + 0.01, -depth / 2],
    4,
    4,
  )
  spot.floor('house floor', 0, 0, width + 0.5, depth + 0.5, PLINTH)
  const middle = width / 2
  const door: Gap[] =
    doorway > 0 ? [{ start: middle - doorway / 2, end: middle + doorway / 2, low: 0, high: DOOR_HEIGHT + PLINTH, glazed: false }] : []
  const flanks =
    width > 4.6
      ? [middle - width * 0.31, middle + width * 0.31].map(
          (m): Gap => ({ start: m - 0.5, end: m + 0.5, low: SILL, high: LINTEL, glazed: true }),
        )
      : []
  const front = [...door, ...flanks]
  const back = windowsIn(width, 3.6)
  const side = windowsIn(depth, 4)
  raiseWall(world, spot, shape, -width / 2, depth / 2, 'x', width, front)
  raiseWall(world, spot, shape, -width / 2, -depth / 2, 'x', width, back)
  raiseWall(world, spot, shape, -width / 2, -depth / 2, 'z', depth, side)
  raiseWall(world, spot, shape, width / 2, -depth / 2, 'z', depth, side)
  const centre = ({ start, end }: Gap) => (start + end) / 2
  for (const gap of flanks) glaze(world, spot, -width / 2 + centre(gap), depth / 2, 0, 1, trim)
  for (const gap of back) glaze(world, spot, -width / 2 + centre(gap), -depth / 2, PI, 1.1, trim)
  for (const gap of side) {
    glaze(world, spot, -width / 2, -depth / 2 + centre(gap), -PI / 2, 1.1, trim)
    glaze(world, spot, width / 2, -depth / 2 + centre(gap), PI / 2, 1.1, trim)
  }
  addFrame(world, spot, shape)
  spot.use()
  if (doorway > 0) {
    solid.paint(trim)
    for (const s of [-1, 1]) box(solid, [s * (doorway / 2 + 0.06), PLINTH, depth / 2], [0.12, DOOR_HEIGHT, THICK + 0.14], { cell: 3 })
    box(solid, [0, PLINTH + DOOR_HEIGHT - 0.02, depth / 2], [doorway + 0.3, 0.14, THICK + 0.16], { cell: 3 })
    solid.paint(blend(trim, rgb('#a8432f'), 0.5))
    box(solid, [-doorway / 2 - 0.5, PLINTH, depth / 2 + 0.42], [0.07, DOOR_HEIGHT - 0.1, doorway * 0.8], { turn: 0.9, cell: 3 })
  }
  addRoof(world, spot, shape)
  if (shape.chimney) addChimney(world, spot, shape)
  spot.light([0, 2.1, 0], world.lit ? [3.4, 2.1, 1] : [2.2, 1.6, 1], Math.max(width, depth) * 1.1, { always: true, shaded: false })
  spot.light([0, 2, depth / 2 + 1.4], times(WARM, 1.2), 6)
  if (doorway > 0) spot.point(point ?? 'inside a house', 0, 0.2)
  spot.use(PLINTH)
  furnish?.(spot)
  spot.keep(Math.sqrt(width * width + depth * depth) / 2 + 0.4)
  spot.keep(1.6, 0, depth / 2 + 1.5)
  return spot
}

/** A bed, a table and a rug along the back wall of a room. */
export const livingRoom =
  (world: World, width: number, depth: number) =>
  (spot: Spot): void => {
    const { solid } = world
    solid.paint(DARK_WOOD)
    box(solid, [-width / 2 + 1, 0, -depth / 2 + 1.4], [1.2, 0.42, 2])
    solid.paint(rgb('#b5473a'))
    box(solid, [-width / 2 + 1, 0.4, -depth / 2 + 1.6], [1.16, 0.16, 1.6])
    solid.paint([0.85, 0.82, 0.76])
    box(solid, [-width / 2 + 1, 0.42, -depth / 2 + 0.65], [0.9, 0.16, 0.42])
    solid.paint(WOOD)
    box(solid, [width / 2 - 1, 0.68, -depth / 2 + 1], [1.2, 0.08, 0.8])
    box(solid, [width / 2 - 1, 0, -depth / 2 + 1], [0.8, 0.68, 0.2])
    solid.paint(rgb('#8a3038'), { glow: BLACK })
    solid.quad([-0.9, 0.03, depth / 2 - 1], [0.9, 0.03, depth / 2 - 1], [0.9, 0.03, -0.4], [-0.9, 0.03, -0.4], 3, 3)
    spot.block([-width / 2 + 1, 0, -depth / 2 + 1.4], [1.2, 0.9, 2])
    spot.block([width / 2 - 1, 0, -depth / 2 + 1], [1.2, 0.9, 0.8])
    spot.slot([0, 1.75, -depth / 2 + 0.16 + (depth > 4.2 ? 0 : 0)], 0, 0.9, 0.7)
  }
