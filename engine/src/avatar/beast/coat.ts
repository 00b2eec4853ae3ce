import { sin, smooth } from '../../math/dmath.ts'
import { fbm3, noise3 } from '../../math/lattice.ts'
import type { Rgb } from '../../solid/field/field.ts'
import { length2 } from '../../solid/field/shapes.ts'
import { rgb, scale } from '../../solid/palette.ts'
import { type Surface, tint } from '../../solid/render/surface.ts'
import type { Marking, Species } from './species.ts'

const { abs, max } = Math

const DARK = rgb('#2a211e')

/** Paints the marks of a species over its coat; heights are those of a head with eyes at 0. */
export function markings(species: Species, coat: Rgb, pale: Rgb): (s: Surface) => void {
  const deep = scale(coat, 0.42)
  const { muzzle, eyes } = species
  const paints: Record<Marking, (s: Surface, ax: number, n: number) => void> = {
    muzzle: (s, ax, n) => {
      const r = muzzle.kind === 'snout' ? 0.3 : muzzle.width + 0.17
      if (s.z > 0.2) tint(s, pale, smooth(r, r - 0.06, length2(ax * 0.9, s.y - muzzle.y + 0.07) + n))
    },
    belly: () => {},
    tabby: (s, ax, n) => {
      if (s.y > 0.2 && ax < 0.34) tint(s, deep, smooth(0.2, 0.8, sin((length2(s.x * 1.2, s.y - 0.9) + n) * 34)))
      tint(s, deep, smooth(0.3, 0.8, sin((s.y + ax * 0.25 + n) * 30)) * smooth(0.36, 0.5, ax))
    },
    stripes: (s, ax, n) => {
      const brow = s.y > 0.16 ? smooth(0.25, 0.6, sin((s.y - ax * ax * 0.9 + n) * 38)) * smooth(0.5, 0.3, ax) : 0
      const cheek = smooth(0.15, 0.5, sin((s.y * 1.1 + ax * 0.5 + n * 2) * 26)) * smooth(0.36, 0.48, ax)
      tint(s, DARK, max(brow, cheek) * 0.95)
      if (s.z > 0.1) tint(s, pale, smooth(0.13, 0.09, length2(ax - eyes.x, (s.y - eyes.y - 0.2) * 1.3) + n) * 0.9)
    },
    fox: (s, ax, n) => {
      if (s.z < -0.1) return
      tint(s, pale, smooth(0.02, -0.06, s.y + 0.02 + n - smooth(0.12, 0.52, ax) * 0.22) * smooth(0.04, 0.12, ax + (s.y < -0.18 ? 0.2 : 0)))
    },
    panda: (s, ax, n) => {
      if (s.z > 0.1) tint(s, DARK, smooth(0.24, 0.19, length2((ax - 0.26) * 1.15 + s.y * 0.3, s.y * 0.9) + n))
    },
    mask: (s, ax, n) => {
      if (s.z < 0) return
      tint(s, pale, smooth(0.12, 0.07, abs(s.y - 0.22 - ax * 0.1) + n) * smooth(0.04, 0.1, ax))
      tint(s, pale, smooth(0.3, 0.24, length2(ax * 0.9, s.y + 0.27) + n))
      tint(
        s,
        DARK,
        smooth(0.17, 0.12, abs(s.y - 0.03 + (ax - 0.25) * 0.34) + n) * smooth(0.02, 0.08, ax) * smooth(-0.02, 0.08, s.y + 0.24 - ax * 0.1),
      )
    },
    blaze: (s, ax, n) => {
      if (s.z > 0.2) tint(s, pale, smooth(0.11, 0.07, ax + n * 1.5 - (s.y < -0.2 ? 0.07 : 0)))
    },
    patches: (s, ax, n) => {
      const where = fbm3(s.x * 2.1 + 3, s.y * 2.1, s.z * 2.1 + 1, 3) + n * 0.5
      const eye = s.z > 0 ? smooth(0.27, 0.24, length2(s.x - eyes.x, (s.y - eyes.y) * 0.85) + n) : 0
      tint(s, DARK, max(eye, smooth(0.55, 0.575, where) * (s.z > 0.2 && ax < 0.42 ? 0 : 1)))
      if (s.z > 0.42) tint(s, rgb('#d9a59a'), smooth(-0.14, -0.24, s.y + n))
    },
    face: (s, ax, n) => {
      if (s.z < 0.05) return
      const eyesWhole = length2((ax - 0.19) * 0.95, s.y - 0.06) - 0.27
      const below = length2(ax * 0.8, s.y - muzzle.y) - 0.32
      tint(s, pale, smooth(0.02, -0.03, (eyesWhole < below ? eyesWhole : below) + n))
    },
    spots: (s, ax, n) => {
      const cell = noise3(s.x * 9, s.y * 9, s.z * 9)
      if (s.y > 0.12) tint(s, pale, smooth(0.74, 0.78, cell) * 0.8 * smooth(0.05, 0.2, ax + n))
    },
    'eye-patch': (s, _ax, n) => {
      if (s.z > 0.05) tint(s, deep, smooth(0.3, 0.25, length2(s.x - 0.3, (s.y - 0.14) * 0.9) + n))
    },
  }
  return (s) => {
    const ax = abs(s.x)
    const n = noise3(s.x * 14, s.y * 14, s.z * 14) * 0.05
    for (const mark of species.marks) paints[mark](s, ax, n)
  }
}

/** Pale fur for a coat: white, or a lighter shade of a nearly black one. */
export function paleOf(species: Species, coat: Rgb): Rgb {
  if (species.pale) return rgb(species.pale)
  return coat[0] * 0.3 + coat[1] * 0.6 < 0.06 ? scale(coat, 1.6, 0.02) : rgb('#ddd4c6')
}
