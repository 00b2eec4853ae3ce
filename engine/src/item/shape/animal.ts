import { fur } from '../../avatar/material/soft.ts'
import { atan2, saturate, smooth } from '../../math/dmath.ts'
import { noise3, voronoi3 } from '../../math/lattice.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { length2, length3 } from '../../solid/field/shapes.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { bump, dim, emit, paint, type Surface, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'

const { abs, sqrt } = Math

type Point = readonly [x: number, y: number, z: number]

/** Whether a figure is cast or cut as a whole, instead of painted as the animal is. */
export const isCast = (bench: Bench): boolean => bench.named || bench.whole

/** The coat of a furry figure: its own metal or stone when the plan names one. */
export const coatOf = (bench: Bench, colour: Rgb, pattern?: (s: Surface) => void): Opaque =>
  isCast(bench)
    ? bench.body({ rough: 0.3, wear: 0.35 })
    : fur(bench.has('cursed') ? [0.03, 0.025, 0.04] : colour, bench.has('cursed') ? undefined : pattern, 0.07)

/** How an eye looks: `slit` is the pupil's width as a share of its height. */
type EyeLook = { readonly iris: Rgb; readonly slit?: number; readonly pupil?: number; readonly white?: number }

/** A pair of eyes at ±x that look along `gaze` (mirrored for the other eye): iris, pupil and a catchlight. */
export function addEyes(bench: Bench, at: Point, r: number, gaze: Point, { iris, slit = 1, pupil = 0.5, white = 0.86 }: EyeLook): void {
  const unit = 1 / length3(gaze[0], gaze[1], gaze[2])
  const [gx, gy, gz] = [gaze[0] * unit, gaze[1] * unit, gaze[2] * unit]
  const lit = bench.glowing ? bench.accent : iris
  const eye = finish(iris, (s) => {
    const side = s.x < 0 ? -1 : 1
    const dx = (s.x * side - at[0]) / r
    const dy = (s.y - at[1]) / r
    const dz = (s.z - at[2]) / r
    // across and up, seen along the gaze
    const across = dx * gz - dz * gx
    const up = dy - gy * (dx * gx + dy * gy + dz * gz)
    const front = dx * gx + dy * gy + dz * gz
    paint(s, [0.9, 0.88, 0.84])
    s.rough = 0.06
    s.coat = 1
    s.specular = 0.06
    if (front < 0) return
    const round = length2(across, up)
    tint(s, lit, smooth(white, white - 0.06, round))
    dim(s, 1 - 0.5 * smooth(white - 0.2, white, round) * smooth(white + 0.04, white, round))
    if (bench.glowing) emit(s, lit, 1.2 * smooth(white, white - 0.1, round))
    tint(s, [0.008, 0.008, 0.012], smooth(pupil, pupil - 0.06, length2(across / slit, up)))
    const glint = length2(across * side + 0.26, up - 0.3)
    tint(s, [1, 1, 1], smooth(0.17, 0.13, glint))
    if (glint < 0.17) emit(s, [1, 1, 1], 0.5 * smooth(0.17, 0.1, glint))
  })
  bench.add(
    'eyes',
    (x, y, z) => length3(abs(x) - at[0], y - at[1], z - at[2]) - r,
    [0, at[1], at[2], at[0] + r + 0.005],
    isCast(bench) ? bench.fitting({ rough: 0.1 }) : eye,
  )
}

/** A moist nose, a tongue, a paw's pads: smooth skin. */
export const bareSkin = (colour: Rgb): Opaque =>
  finish(colour, (s) => {
    paint(s, colour)
    s.rough = 0.25
    s.coat = 0.6
    s.soften = 0.5
  })

/** A collar: a band of radius `r` at a height round (0, z0), leaning forward, with a tag below it. */
export function addCollar(bench: Bench, y0: number, z0: number, r: number, lean: number): void {
  const band: Field = (x, y, z) => {
    const out = length2(x, z - z0)
    return length2(out - r, (y - y0 + (z - z0) * lean) * 0.55) - 0.028
  }
  bench.add('collar', band, [0, y0, z0, r * (1 + lean) + 0.06], isCast(bench) ? bench.fitting() : bench.hide(bench.fabric))
  const tagY = y0 - r * lean - 0.075
  bench.add(
    'tag',
    (x, y, z) => length3(x, y - tagY, z - z0 - r - 0.03) - 0.055,
    [0, tagY, z0 + r + 0.03, 0.06],
    bench.fitting({ rough: 0.16 }),
  )
}

/** Thin straight whiskers from (x, y, z) outwards, three a side. */
export const whiskers = (at: Point, long: number): Field => {
  const ends = [0.1, 0, -0.1].map((rise) => [at[0] + long, at[1] + rise, at[2] - long * 0.35] as const)
  return (x, y, z) => {
    const ax = abs(x)
    let d = 9
    for (const [bx, by, bz] of ends) {
      const px = ax - at[0]
      const py = y - at[1]
      const pz = z - at[2]
      const dx = bx - at[0]
      const dy = by - at[1]
      const dz = bz - at[2]
      const h = saturate((px * dx + py * dy + pz * dz) / (dx * dx + dy * dy + dz * dz))
      const e = length3(px - dx * h, py - dy * h, pz - dz * h) - 0.011 + 0.003 * h
      if (e < d) d = e
    }
    return d
  }
}

const scaleBump: Field = (x, y, z) => noise3(x * 26, y * 26, z * 26) * 0.06

/** Scaled hide of a reptile: plates by cells, darker in the seams; the belly is paler. */
export const scales = (bench: Bench, colour: Rgb, belly: Rgb, size: number, isBelly: (s: Surface) => number): Opaque =>
  isCast(bench)
    ? bench.body({ rough: 0.28, hammer: 0.05, wear: 0.4 })
    : finish(colour, (s) => {
        const wall = voronoi3(s.x * size, s.y * size, s.z * size, s.cell)
        const under = saturate(isBelly(s))
        paint(s, colour)
        dim(s, 0.7 + 0.5 * s.cell.id)
        dim(s, 1 - 0.55 * smooth(0.12, 0.02, wall) * (1 - under))
        tint(s, belly, under)
        s.rough = 0.34
        s.coat = 0.5
        s.soften = 0.15
        bump(s, 0.08, scaleBump)
      })

/** Feathers that lie like tiles: rows down the body, each with a pale edge. `round` is the radius they wrap. */
export function feathered(s: Surface, row: number, round: number, edge: Rgb, share: number): void {
  const v = s.y / row
  const k = Math.floor(v)
  const u = (atan2(s.x, s.z) * round) / row + (k & 1 ? 0.5 : 0)
  const across = u - Math.floor(u) - 0.5
  const t = v - k
  const tip = t - 0.25 + sqrt(saturate(0.25 - across * across)) * 0.7
  tint(s, edge, smooth(0.3, 0.1, abs(tip - 0.2)) * share)
  dim(s, 1 - 0.25 * smooth(0.42, 0.5, abs(across)) * (1 - t))
}

export const IRISES = ['#c99a1e', '#6f9a3a', '#3f8fb0', '#b8651c'].map(rgb)
