import { atan2, cos, sin, smooth } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { mirrorX, smoothMax } from '../../solid/field/combine.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { length2, length3 } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { plain } from '../../solid/material/plain.ts'
import { scale } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { bump, dim, paint, tint } from '../../solid/render/surface.ts'
import type { Bust } from '../bust.ts'
import { poseOf } from '../pose.ts'
import type { Features } from './features.ts'
import { EYE_Z } from './head-field.ts'
import type { Skull } from './skull.ts'

const { abs, min, sqrt } = Math

/** Radius of an eyeball of the usual size. */
export const EYE_RADIUS = 0.152
const BLACK: Rgb = [0.006, 0.006, 0.008]
const LASH: Rgb = [0.012, 0.01, 0.012]

/** Glossy eyes under real lids, lashes and brows. */
export function addEyes(bust: Bust, skull: Skull, features: Features, skin: Opaque): void {
  const { traits } = bust
  const { eyeX, eyeSize } = skull
  const { expression } = features
  const radius = EYE_RADIUS * eyeSize
  const bound = [0, 0, EYE_Z, eyeX + radius + 0.05] as const
  const eye = eyeball(bust, skull, radius)
  bust.add('eyes', (x, y, z) => length3(abs(x) - eyeX, y, z - EYE_Z) - radius, bound, eye)
  const lashes = traits.feminine > 0.6 && traits.being !== 'zombie'
  const upper = expression.lidUp
  const shut = -0.75
  const lids = [lid(upper, shut, expression.wink), lid(upper, shut, false)] as const
  const shell = radius + 0.02
  const [downCos, downSin] = [cos(expression.lidDown), sin(expression.lidDown)]
  const tilt = expression.lidTilt
  const hair = scale(traits.hairColour, 0.25, 0.006)
  const lashColour = lashes ? LASH : hair
  const tone = bust.coarse ? COARSE_TONE : LID_TONE
  const shade = (isUpper: boolean): Opaque => ({
    kind: 'opaque',
    base: traits.skin,
    shade(s) {
      skin.shade(s)
      const [c, n] = lids[s.x < 0 ? 0 : 1]
      const ax = abs(s.x) - eyeX
      const edge = isUpper ? c * s.y - n * (s.z - EYE_Z) + tilt * ax : -downCos * s.y - downSin * (s.z - EYE_Z)
      s.r *= tone[0]
      s.g *= tone[1]
      s.b *= tone[2]
      if (s.z > EYE_Z) tint(s, lashColour, smooth(isUpper ? 0.03 + (lashes ? 0.018 : 0.002) : 0.014, 0.002, edge) * (isUpper ? 1 : 0.5))
    },
  })
  const upperLid: Field = (x, y, z) => {
    const [c, n] = lids[x < 0 ? 0 : 1]
    const ax = abs(x) - eyeX
    return smoothMax(length3(ax, y, z - EYE_Z) - shell, -(c * y - n * (z - EYE_Z) + tilt * ax), 0.012)
  }
  const lowerLid: Field = (x, y, z) => smoothMax(length3(abs(x) - eyeX, y, z - EYE_Z) - shell, downCos * y + downSin * (z - EYE_Z), 0.012)
  bust.add('upper lids', upperLid, bound, shade(true), 0.002)
  bust.add('lower lids', lowerLid, bound, shade(false), 0.002)
  bust.sights.push({
    x: eyeX,
    y: 0,
    z: EYE_Z,
    r: radius,
    eye,
    shell,
    upper: shade(true),
    open: upper,
    tilt,
    lower: { lid: shade(false), open: expression.lidDown },
  })
  if (lashes) {
    const right = lashField(eyeX, radius, upper, tilt)
    const field: Field = expression.wink ? (x, y, z) => right(x < 0 ? 9 : x, y, z) : mirrorX(right)
    bust.add('lashes', field, [0, 0.1, EYE_Z, eyeX + 0.3], plain(LASH, { rough: 0.5 }))
  }
  addBrows(bust, skull, features)
}

/** Lids are thin, and redder than the skin round them; less on a mesh, where nothing smooths their rim. */
const LID_TONE: Rgb = [0.93, 0.86, 0.85]
const COARSE_TONE: Rgb = [0.98, 0.96, 0.955]

const lid = (open: number, shut: number, closed: boolean) => [cos(closed ? shut : open), sin(closed ? shut : open)] as const

const lashField = (x: number, r: number, up: number, tilt: number): Field =>
  sweep(
    [
      [x - 0.11, 0.075, EYE_Z + 0.115, 0.008],
      [x + 0.03, r * sin(up) + 0.03, EYE_Z + r * cos(up) + 0.012, 0.017],
      [x + 0.13, 0.075 - tilt * 0.1, EYE_Z + 0.095, 0.016],
      [x + 0.2, 0.115, EYE_Z + 0.05, 0.006],
    ],
    4,
  )

function eyeball({ traits, coarse }: Bust, { eyeX }: Skull, radius: number): Opaque {
  const iris = traits.eyes
  const dark = scale(iris, 0.25)
  const light: Rgb = [min(1, iris[0] * 2.2 + 0.06), min(1, iris[1] * 2.2 + 0.06), min(1, iris[2] * 2.2 + 0.06)]
  const own = traits.random('gaze')
  const level = own.range(-0.08, 0.08)
  // the eyes of a model look ahead and are turned by who moves it
  const [gazeX, gazeY] = coarse ? [level, 0] : poseOf(traits).gaze
  const size = own.range(0.63, 0.7) + (traits.age === 'child' ? 0.06 : 0)
  const white: Rgb = traits.being === 'zombie' ? [0.8, 0.78, 0.6] : [0.86, 0.84, 0.82]
  return {
    kind: 'opaque',
    base: [0.85, 0.85, 0.85],
    shade(s) {
      const side = s.x < 0 ? -1 : 1
      const x = (s.x - side * eyeX) / radius
      const y = s.y / radius
      const u = x - gazeX + side * 0.1
      const v = y - gazeY
      const q = sqrt(u * u + v * v)
      paint(s, white)
      tint(s, [0.75, 0.5, 0.46], smooth(0.7, 1, sqrt(x * x + y * y)) * 0.4)
      if (s.z > EYE_Z + 0.01) {
        const within = smooth(size + 0.03, size - 0.03, q)
        const t = q / size
        tint(s, dark, within)
        tint(s, iris, within * smooth(0.98, 0.8, t))
        const rays = 0.75 + 0.5 * noise3(atan2(v, u) * 7, t * 2, 4)
        tint(s, light, within * smooth(0.95, 0.5, t) * smooth(0.35, -0.75, v / size) * 0.85 * rays)
        tint(s, BLACK, smooth(0.54, 0.46, t))
        const key = smooth(0.19, 0.13, length2(u + 0.36 * size, v - 0.39 * size))
        const fill = smooth(0.085, 0.05, length2(u - 0.31 * size, v + 0.42 * size))
        const spark = key * 1.5 + fill * 0.56
        s.er += spark
        s.eg += spark
        s.eb += spark
      }
      s.rough = 0.12
      s.coat = 0.5
      s.soften = 0.3
    },
  }
}

function addBrows({ traits, add }: Bust, { eyeX, eyeSize, browRidge }: Skull, { expression }: Features): void {
  const own = traits.random('brows')
  const thick = own.range(0.026, 0.046) - traits.feminine * 0.012 + (traits.age === 'old' ? 0.01 : 0) - (traits.age === 'child' ? 0.006 : 0)
  const y = 0.235 + expression.browLift * 0.05 + (eyeSize - 1) * 0.1
  const browAngle = expression.browAngle + own.range(-0.26, 0.04)
  const arch = own.range(-0.018, 0.03) + traits.feminine * 0.008
  const apart = own.range(-0.018, 0.022)
  const shift = eyeX - 0.235 + apart
  const z = browRidge * 0.02
  const field = sweep(
    [
      [0.1 + shift, y + 0.012 - browAngle * 0.075, 0.6 + z, thick * 0.75],
      [0.2 + shift, y + 0.04 + arch - browAngle * 0.02, 0.6 + z, thick],
      [0.3 + shift, y + 0.045 + arch + browAngle * 0.05, 0.545 + z, thick * 0.85],
      [0.385 + shift, y + browAngle * 0.08, 0.46, thick * 0.3],
    ],
    4,
  )
  const colour = scale(traits.hairColour, 0.6)
  const hairs: Field = (a, b, c) => noise3((a + b * 0.6) * 60, b * 20, c * 20) * 0.05
  add('brows', (px, py, pz) => field(abs(px), py - (px < 0 ? expression.browAsymmetry : 0), pz), [0, y, 0.5, 0.52], {
    kind: 'opaque',
    base: colour,
    shade(s) {
      paint(s, colour)
      dim(s, 0.7 + noise3((s.x + s.y * 0.6) * 70, s.y * 30, s.z * 30) * 0.6)
      s.rough = 0.7
      bump(s, 0.12, hairs)
    },
  })
}
