import { cos, sin } from '../../../math/dmath.ts'
import { createPrng, type Prng } from '../../../math/prng.ts'
import type { CitySite } from './site.ts'
import { addTower, type TowerShape } from './tower/tower.ts'

const { abs, floor, imul, sqrt } = Math

export type Blocks = {
  /** Bounds of the grid in its own axes, metres. */
  readonly x: readonly [number, number]
  readonly z: readonly [number, number]
  /** Radians. */
  readonly turn: number
  /** Size of a block. */
  readonly cell: number
  /** How far to the side the view reaches, in distances. */
  readonly halfWidth: number
  /** Towers nearer than this carry details. */
  readonly detailWithin: number
  /** Whether something may stand at x, z. */
  readonly keep: (x: number, z: number) => boolean
  readonly height: (x: number, z: number, random: Prng) => number
}

/** Lots of a block: middle and size, in blocks. */
type Lot = readonly [x: number, z: number, width: number, depth: number]
const WHOLE: readonly Lot[] = [[0, 0, 0.8, 0.8]]
const HALVES: readonly Lot[] = [
  [-0.22, 0, 0.38, 0.78],
  [0.22, 0, 0.38, 0.78],
]
const QUARTERS: readonly Lot[] = [
  [-0.21, -0.21, 0.37, 0.37],
  [0.21, -0.21, 0.37, 0.37],
  [-0.21, 0.21, 0.37, 0.37],
  [0.21, 0.21, 0.37, 0.37],
]
const TALL_SHAPES: readonly TowerShape[] = ['setbacks', 'setbacks', 'rounded', 'rounded', 'blade', 'twins', 'slabs', 'slabs']
const LOW_SHAPES: readonly TowerShape[] = ['setbacks', 'setbacks', 'slabs', 'blade']
const FAR_SHAPES: readonly TowerShape[] = ['setbacks', 'rounded', 'blade', 'setbacks']

/** A grid of blocks with towers; only what the camera can see. Each block has a stream of its own. */
export function addBlocks(site: CitySite, { x, z, turn, cell, halfWidth, detailWithin, keep, height }: Blocks): void {
  const { camera, brief } = site
  const c = cos(turn)
  const s = sin(turn)
  const empty = brief.density === 'sparse' ? 0.4 : brief.density === 'dense' ? 0 : 0.06
  const raise = (random: Prng, gx: number, gz: number, [lx, lz, width, depth]: Lot) => {
    const ax = (gx + 0.5 + lx) * cell
    const az = (gz + 0.5 + lz) * cell
    const px = ax * c - az * s
    const pz = ax * s + az * c
    const vx = px - camera.x
    const vz = pz - camera.z
    const ahead = vx * camera.groundX + vz * camera.groundZ
    const aside = vx * camera.groundZ - vz * camera.groundX
    if (ahead < -20 || abs(aside) > ahead * halfWidth + 90 || !keep(px, pz)) return
    const tall = height(px, pz, random)
    if (tall < 6 || random.chance(empty)) return
    const near = sqrt(vx * vx + vz * vz) < detailWithin
    const shape = random.pick(near ? (tall > 60 ? TALL_SHAPES : LOW_SHAPES) : FAR_SHAPES)
    addTower(site, random, shape, {
      x: px,
      z: pz,
      width: cell * width * random.range(0.75, 1),
      depth: cell * depth * random.range(0.75, 1),
      height: tall,
      turn: turn + (random.chance(0.15) ? 0.5 : 0),
      near,
    })
  }
  for (let gz = floor(z[0] / cell); gz < z[1] / cell; gz++)
    for (let gx = floor(x[0] / cell); gx < x[1] / cell; gx++) {
      const random = createPrng((imul(gx, 7919) + imul(gz, 104729) + brief.seed) >>> 0, 'city block')
      const lots = random.chance(0.4) ? WHOLE : random.chance(0.6) ? HALVES : QUARTERS
      for (const lot of lots) raise(random, gx, gz, lot)
    }
}
