import { mix, sin, smooth } from '../../math/dmath.ts'
import { fbm3, noise3, voronoi3 } from '../../math/lattice.ts'
import { smoothMax } from '../../solid/field/combine.ts'
import type { Rgb } from '../../solid/field/field.ts'
import { length2, length3 } from '../../solid/field/shapes.ts'
import { rgb, scale } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { dim, paint, type Surface, tint } from '../../solid/render/surface.ts'
import type { Traits } from '../traits.ts'
import type { Features } from './features.ts'
import type { Skull } from './skull.ts'

const { abs, max, min } = Math

/** Paints one mark on the skin. */
type Mark = (s: Surface, ax: number) => void

/** Skin with blush, lips, and whatever else the traits ask for. Light bleeds through it, furthest in red. */
export function skinMaterial(traits: Traits, skull: Skull, features: Features): Opaque {
  const base = traits.skin
  const lightness = mix(base[0], base[1], 0.6)
  const pale = lightness > 0.35
  const deep = lightness < 0.12
  const blush: Rgb = [min(1, base[0] * 1.03 + 0.03), base[1] * (pale ? 0.56 : deep ? 0.7 : 0.52), base[2] * (deep ? 0.68 : 0.5)]
  const strength =
    { child: 0.85, young: 0.55, middle: 0.42, old: 0.4 }[traits.age] * (traits.being === 'zombie' || traits.being === 'vampire' ? 0.15 : 1)
  const { noseY } = features
  const marks = marksOf(traits, skull, features)
  return {
    kind: 'opaque',
    base,
    shade(s) {
      const ax = abs(s.x)
      paint(s, base)
      dim(s, 0.95 + fbm3(s.x * 5, s.y * 5, s.z * 5, 2) * 0.1)
      if (s.z > 0) tint(s, blush, smooth(0.24, 0.02, length2(ax - 0.34, (s.y + 0.2) * 1.15)) * strength)
      tint(s, blush, smooth(0.13, 0.02, length3(s.x, s.y - noseY, s.z - 0.66)) * strength * 0.6)
      tint(s, blush, smooth(skull.cranium[0] - 0.04, skull.cranium[0] + 0.06, ax) * 0.35)
      s.soften = 1
      s.rough = traits.age === 'old' ? 0.55 : 0.48
      s.specular = 0.03
      for (const mark of marks) mark(s, ax)
    },
  }
}

function marksOf(traits: Traits, skull: Skull, features: Features): Mark[] {
  const has = (feature: Parameters<typeof traits.features.has>[0]) => traits.features.has(feature)
  const dark = scale(traits.skin, 0.55)
  const marks: Mark[] = []
  if (has('vitiligo')) marks.push(vitiligo(traits.skin))
  if (has('face-paint')) marks.push(facePaint(traits.trim))
  marks.push(lipsMark(traits, features))
  if (has('freckles')) marks.push(freckles(dark, skull))
  if (traits.age === 'old') marks.push(wrinkles(dark, skull))
  if (traits.age === 'middle') marks.push(smileLines(dark, 0.22))
  if (has('scar')) marks.push(scar)
  if (has('beauty-mark'))
    marks.push((s) => s.z > 0.3 && tint(s, [0.05, 0.025, 0.02], smooth(0.022, 0.014, length2(s.x - 0.22, s.y - features.mouthY - 0.09))))
  if (has('bindi')) marks.push((s) => s.z > 0.3 && tint(s, [0.55, 0.02, 0.04], smooth(0.042, 0.034, length2(s.x, s.y - 0.235))))
  if (traits.beard === 'stubble') marks.push(stubble(traits, features))
  if (traits.hair === 'buzz' || traits.hair === 'mohawk' || traits.hair === 'undercut') marks.push(cropped(traits, skull))
  return marks
}

function lipsMark({ skin, features: worn, being }: Traits, { mouthY, mouthWidth, lips, open, expression }: Features): Mark {
  const painted = worn.has('lipstick')
  const colour: Rgb = painted ? rgb('#b32a3f') : being === 'zombie' ? scale(skin, 0.6) : [skin[0] * 0.78, skin[1] * 0.42, skin[2] * 0.44]
  const seam: Rgb = [skin[0] * 0.32, skin[1] * 0.17, skin[2] * 0.17]
  const height = 0.018 + lips * 0.05
  return (s, ax) => {
    if (s.z < 0.25) return
    const y = s.y - mouthY - expression.smile * s.x * s.x * 1.7 - expression.smirk * s.x * 0.18
    const across = smooth(mouthWidth + 0.015, mouthWidth - 0.03, ax)
    if (across <= 0) return
    const upper = smooth(height, height * 0.55, y) * smooth(-0.004, 0.004, y)
    const lower = smooth(-height * 1.35 - open * 1.35, -height * 0.8 - open * 1.3, y) * smooth(0.004, -0.004, y)
    const share = across * max(upper, lower) * (painted ? 0.95 : 0.58) * smooth(mouthWidth, mouthWidth * 0.4, ax)
    tint(s, colour, share)
    if (share > 0) s.rough = mix(s.rough, painted ? 0.22 : 0.3, share)
    if (open < 0.05) tint(s, seam, across * smooth(0.016, 0.003, abs(y)) * 0.9)
  }
}

const freckles =
  (dark: Rgb, { eyeX }: Skull): Mark =>
  (s, ax) => {
    if (s.z < 0.25) return
    const where = smooth(0.3, 0.1, length2(ax - eyeX, s.y + 0.12))
    if (where <= 0) return
    const wall = voronoi3(s.x * 26, s.y * 26, s.z * 26, s.cell)
    if (s.cell.id > 0.5) tint(s, dark, smooth(0.3, 0.55, wall) * 0.6 * where)
  }

function smileLines(dark: Rgb, strength: number): Mark {
  return (s, ax) => {
    if (s.z < 0.25 || ax < 0.14 || s.y > -0.16 || s.y < -0.42) return
    tint(s, dark, smooth(0.014, 0, abs(length2(ax - 0.02, s.y + 0.2) - 0.27 - 0.012 * noise3(s.x * 8, s.y * 8, 3))) * strength)
  }
}

function wrinkles(dark: Rgb, { eyeX }: Skull): Mark {
  const lines = smileLines(dark, 0.5)
  return (s, ax) => {
    if (s.z < 0.2) return
    lines(s, ax)
    const brow = s.y > 0.3 && s.y < 0.5 ? smooth(0.34, 0.1, ax) * smooth(0.012, 0, abs(sin((s.y + 0.06 * s.x * s.x) * 42) * 0.024)) : 0
    const bag = s.y < -0.1 ? smooth(0.013, 0, abs(length2((ax - eyeX) * 0.9, s.y) - 0.215)) : 0
    const feet =
      ax > 0.38 && ax < 0.5 ? smooth(0.012, 0, abs(sin((s.y - 0.02) * 38 + (ax - 0.4) * 9) * 0.02)) * smooth(0.13, 0.04, abs(s.y)) : 0
    tint(s, dark, (brow * 0.5 + bag + feet * 0.7) * 0.45)
  }
}

/** Large patches without pigment, alike on both sides, most about eyes and mouth. */
function vitiligo(skin: Rgb): Mark {
  const light: Rgb = [mix(skin[0], 0.76, 0.75), mix(skin[1], 0.52, 0.75), mix(skin[2], 0.4, 0.75)]
  return (s, ax) => {
    const n = fbm3(ax * 2.6 + 4 + s.x * 0.35, s.y * 2.6 + 2, s.z * 2.6, 3)
    const near = 0.16 * smooth(0.3, 0.12, length2(ax - 0.25, s.y)) + 0.15 * smooth(0.26, 0.1, length2(s.x, s.y + 0.4))
    tint(s, light, smooth(0.555, 0.58, n + near * (s.z > 0 ? 1 : 0)) * 0.92)
  }
}

const facePaint =
  (colour: Rgb): Mark =>
  (s, ax) => {
    if (s.z < 0.2) return
    const bar = smooth(0.052, 0.042, abs(s.y + 0.16 + ax * 0.05)) * smooth(0.16, 0.19, ax) * smooth(0.5, 0.46, ax)
    const below = smooth(0.03, 0.022, abs(s.y + 0.25 + ax * 0.05)) * smooth(0.2, 0.23, ax) * smooth(0.46, 0.42, ax)
    tint(s, colour, max(bar, below) * 0.92)
  }

const scar: Mark = (s) => {
  if (s.z < 0.2) return
  const along = s.y + 0.02
  const x = s.x - 0.3 - along * 0.16 - 0.012 * sin(along * 30)
  const share = smooth(0.016, 0.006, abs(x)) * smooth(0.36, 0.3, abs(along))
  tint(s, [min(1, s.r * 1.25 + 0.05), s.g * 0.78, s.b * 0.76], share)
  if (share > 0) s.rough = mix(s.rough, 0.3, share)
}

function stubble({ hairColour, skin }: Traits, { mouthY }: Features): Mark {
  const shadow: Rgb = [hairColour[0] * 0.5 + skin[0] * 0.25, hairColour[1] * 0.5 + skin[1] * 0.25, hairColour[2] * 0.5 + skin[2] * 0.25]
  return (s, ax) => {
    if (s.z < -0.12 || s.y < -0.78) return
    const edge = smoothMax(s.y + 0.17 - smooth(0.2, 0.5, ax) * 0.16, -(length2(s.x * 0.62, (s.y - mouthY) * 1.4) - 0.085), 0.04)
    const grain = 0.75 + 0.25 * noise3(s.x * 90, s.y * 90, s.z * 90)
    tint(s, shadow, smooth(0.05, -0.1, edge) * smooth(-0.75, -0.6, s.y) * grain * 0.45)
  }
}

/** Hair cut to the scalp. */
function cropped({ hairColour, skin }: Traits, { cranium }: Skull): Mark {
  const shadow: Rgb = [hairColour[0] * 0.55 + skin[0] * 0.2, hairColour[1] * 0.55 + skin[1] * 0.2, hairColour[2] * 0.55 + skin[2] * 0.2]
  return (s, ax) => {
    const line = s.y - 0.8 * s.z - (s.z > 0.1 ? 0.08 * smooth(0.3, 0.5, ax) : 0)
    const grain = 0.8 + 0.2 * noise3(s.x * 80, s.y * 80, s.z * 80)
    tint(s, shadow, smooth(0, 0.1, line) * grain * 0.85 * smooth(cranium[0] + 0.05, cranium[0] + 0.01, ax))
  }
}
