import { atan2, sin, smooth } from '../../math/dmath.ts'
import { fbm3, noise3, voronoi3 } from '../../math/lattice.ts'
import { place, smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { capsule, ellipsoid } from '../../solid/field/shapes.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { bump, dim, emit, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'

const STEM = rgb('#eee3cd')
const STEM_DARK = rgb('#b8a27e')
const WART = rgb('#f6eedd')
const GILLS = rgb('#ead8b8')
const MOSS = rgb('#5a8236')
const MOSS_DARK = rgb('#2c4520')
const fibres: Field = (x, y, z) => noise3(x * 34, y * 4, z * 34) * 0.1
const cushions: Field = (x, y, z) => noise3(x * 30, y * 30, z * 30) * 0.05

export const mossGround = finish(MOSS, (s) => {
  paint(s, MOSS)
  tint(s, MOSS_DARK, smooth(0.6, 0.3, fbm3(s.x * 12, s.y * 12, s.z * 12, 3)))
  s.rough = 1
  s.sheen = 0.8
  s.soften = 0.5
  bump(s, 0.3, cushions)
})

const stemField: Field = (x, y, z) =>
  smoothMin(capsule(x, y, z, 0, -0.8, 0, 0.04, 0.1, 0, 0.2, 0.14), ellipsoid(x, y + 0.74, z, 0.3, 0.14, 0.3), 0.12) +
  0.008 * sin(atan2(z, x) * 14)

const CAPS: Record<string, Field> = {
  domed: (x, y, z) => smoothMax(ellipsoid(x, y - 0.12, z, 0.72, 0.6, 0.72), -ellipsoid(x, y + 0.12, z, 0.74, 0.34, 0.74), 0.05),
  pointed: (x, y, z) => smoothMax(ellipsoid(x, y - 0.16, z, 0.6, 0.82, 0.6), -ellipsoid(x, y + 0.16, z, 0.62, 0.46, 0.62), 0.05),
  flat: (x, y, z) => smoothMax(ellipsoid(x, y - 0.06, z, 0.8, 0.42, 0.8), -ellipsoid(x, y + 0.1, z, 0.82, 0.24, 0.82), 0.05),
}

function grow(bench: Bench, colour: Rgb, px: number, pz: number, size: number, lean: number): void {
  const stem = finish(STEM, (s) => {
    paint(s, STEM)
    tint(s, STEM_DARK, noise3(s.x * 30, s.y * 3, s.z * 30) * 0.5 + smooth(-0.6, -0.85, s.y) * 0.5)
    s.rough = 0.8
    s.soften = 1
    bump(s, 0.06, fibres)
    if (bench.glowing) emit(s, colour, 0.12)
  })
  bench.add('stem', place(stemField, px, -0.8 + 0.8 * size, pz, 0, 0, lean, size), [px, -0.8 + 0.45 * size, pz, 0.75 * size], stem)
  const cap = finish(colour, (s) => {
    const gx = s.x - px
    const gz = s.z - pz
    const under = smooth(0.1, -0.25, s.ny)
    paint(s, colour)
    s.rough = 0.3
    s.coat = 0.5
    s.soften = 0.8
    const wall = voronoi3((gx * 3.6) / size + 3, (s.y * 3.6) / size, (gz * 3.6) / size, s.cell)
    const wart = (s.cell.id > 0.4 ? smooth(0.3, 0.36, wall) : 0) * (1 - under)
    tint(s, WART, wart)
    if (wart > 0.1) {
      s.rough = 0.9
      s.coat = 0
    }
    if (under > 0) {
      tint(s, GILLS, under)
      dim(s, 1 - under * 0.3 * (sin(atan2(gz, gx) * 60) * 0.5 + 0.5))
      s.coat = 0
      s.rough = 0.9
    }
    if (bench.glowing) emit(s, colour, 0.25 + under * 0.9 + wart * 1.4)
  })
  const top = place(CAPS[bench.form] ?? CAPS.domed!, px - lean * 0.3 * size, -0.8 + 0.92 * size, pz, 0.06, 0, lean * 1.3, size)
  bench.add('cap', top, [px - lean * 0.3 * size, -0.8 + 1.1 * size, pz, 0.98 * size], cap)
}

export const mushroom: Kind = {
  forms: ['domed', 'pointed', 'flat'],
  build(bench) {
    const colour = bench.coloured || bench.glowing ? bench.accent : rgb('#c8261f')
    const { random } = bench
    grow(bench, colour, 0, 0, 1, random.range(-0.02, 0.08))
    grow(bench, colour, random.range(0.52, 0.62), 0.28, random.range(0.42, 0.54), -0.28)
    grow(bench, colour, -0.55, random.range(0.28, 0.4), random.range(0.32, 0.44), 0.3)
    bench.add(
      'moss',
      (x, y, z) => smoothMax(ellipsoid(x, y + 0.84, z - 0.1, 0.9, 0.16, 0.6) + 0.06 * noise3(x * 9, y * 9, z * 9), -(y + 0.88), 0.02),
      [0, -0.84, 0.1, 1],
      mossGround,
    )
    if (bench.glowing) bench.addLamp({ at: [0, -0.1, 0.3], colour, strength: 0.5, falloff: 2 })
    return { yaw: 0.15, pitch: 0.08, half: 1.22, stands: -0.88 }
  },
}
