import { atan2, mix, saturate, sin } from '../../math/dmath.ts'
import { candidates } from '../../solid/field/candidates.ts'
import type { Field } from '../../solid/field/field.ts'
import { catmullRom } from '../../solid/field/outline.ts'
import { length3 } from '../../solid/field/shapes.ts'

const { abs, max, min, sqrt } = Math

/** Relief of three strands, round between narrow grooves, and of the yarns that each is laid from: `turn` is the angle round the rope, `along` the way along it. */
export const strands = (turn: number, along: number) =>
  0.03 * (1 - abs(sin(turn * 1.5 + along * 16))) + 0.005 * (1 - abs(sin(turn * 4.5 - along * 40)))

/** Strands are worked out so near a rope only. */
export const RELIEF = 0.05
/** They make a field steeper than a distance. */
export const STEEP = 0.78
/** Cells of the lists of near pieces along the longest side. */
const CELLS = 24

/** A direction that ropes seldom run in: angles round them are counted from it. */
const [REF_X, REF_Y, REF_Z] = [0.36, -0.48, 0.8]

/** A piece of rope of radius `r` along a smooth curve; its strands wind along it. */
export function laid(points: readonly (readonly [number, number, number])[], r: number): Field {
  const curve = catmullRom(points, 6)
  // an axis across the rope at each point: the strands of one piece go on in the next
  const across = curve.map((_, i) => {
    const [before, after] = [curve[max(0, i - 1)]!, curve[min(curve.length - 1, i + 1)]!]
    const [tx, ty, tz] = [after[0]! - before[0]!, after[1]! - before[1]!, after[2]! - before[2]!]
    const [ux, uy, uz] = [ty * REF_Z - tz * REF_Y, tz * REF_X - tx * REF_Z, tx * REF_Y - ty * REF_X]
    const unit = 1 / length3(ux, uy, uz)
    return [ux * unit, uy * unit, uz * unit] as const
  })
  // start, unit direction, length, how far along the rope it begins, the axes at its ends
  let gone = 0
  const rows = across.slice(1).map((axis, i) => {
    const [ax, ay, az] = curve[i] as [number, number, number]
    const [bx, by, bz] = curve[i + 1] as [number, number, number]
    const run = length3(bx - ax, by - ay, bz - az)
    const row = [ax, ay, az, (bx - ax) / run, (by - ay) / run, (bz - az) / run, run, gone, ...across[i]!, ...axis]
    gone += run
    return Float64Array.from(row)
  })
  const away = (i: number, x: number, y: number, z: number) => {
    const row = rows[i]!
    const [wx, wy, wz] = [x - row[0]!, y - row[1]!, z - row[2]!]
    const way = row[6]! * saturate((wx * row[3]! + wy * row[4]! + wz * row[5]!) / row[6]!)
    return length3(wx - row[3]! * way, wy - row[4]! * way, wz - row[5]! * way)
  }
  const bounds = (axis: 0 | 1 | 2) => points.map((point) => point[axis])
  const corner = (of: typeof min, rim: number) => [of(...bounds(0)) + rim, of(...bounds(1)) + rim, of(...bounds(2)) + rim] as const
  const near = candidates(rows.length, corner(min, -3 * r), corner(max, 3 * r), CELLS, 1, away)
  return (x, y, z) => {
    const list = near(x, y, z)
    let least = 1e9
    let nearest = rows[0]!
    let [ex, ey, ez, along] = [0, 0, 0, 0]
    for (let i = 0; i < list.length; i++) {
      const row = rows[list[i]!]!
      const wx = x - row[0]!
      const wy = y - row[1]!
      const wz = z - row[2]!
      const way = row[6]! * saturate((wx * row[3]! + wy * row[4]! + wz * row[5]!) / row[6]!)
      const ox = wx - row[3]! * way
      const oy = wy - row[4]! * way
      const oz = wz - row[5]! * way
      const squared = ox * ox + oy * oy + oz * oz
      if (squared >= least) continue
      least = squared
      nearest = row
      along = row[7]! + way
      ex = ox
      ey = oy
      ez = oz
    }
    const d = sqrt(least) - r
    if (d > RELIEF) return d * STEEP
    const t = (along - nearest[7]!) / nearest[6]!
    const px = mix(nearest[8]!, nearest[11]!, t)
    const py = mix(nearest[9]!, nearest[12]!, t)
    const pz = mix(nearest[10]!, nearest[13]!, t)
    const qx = nearest[4]! * pz - nearest[5]! * py
    const qy = nearest[5]! * px - nearest[3]! * pz
    const qz = nearest[3]! * py - nearest[4]! * px
    return (d + strands(atan2(ex * qx + ey * qy + ez * qz, ex * px + ey * py + ez * pz), along)) * STEEP
  }
}
