import { sin, smooth } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Bound, Field } from '../../solid/field/field.ts'
import { cylinder, ellipsoid, length2, length3, rectangle } from '../../solid/field/shapes.ts'
import { metal } from '../../solid/material/metal.ts'
import { leather } from '../../solid/material/organic.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb, scale } from '../../solid/palette.ts'
import { dim, paint, type Surface, tint } from '../../solid/render/surface.ts'
import { fabric } from '../material/soft.ts'
import type { Hatter } from './headwear.ts'

const { abs, max, sqrt } = Math

const HEAD: Bound = [0, 0.6, 0, 1.3]

const beanie: Hatter = ({ bust: { traits }, add }) => {
  const crown: Field = (x, y, z) => smoothMax(ellipsoid(x, y - z * 0.12 - 0.22, z + 0.05, 0.69, 0.68, 0.7), -(y - z * 0.12 - 0.3), 0.05)
  add('hat', crown, HEAD, fabric(traits.hat, { knit: 0.9 }))
  const cuff: Field = (x, y, z) => max(abs(length2(x, z + 0.04) - 0.65) - 0.07, abs(y - z * 0.12 - 0.37) - 0.12) - 0.03
  add('cuff', cuff, [0, 0.37, 0, 0.85], fabric(scale(traits.hat, 0.85), { knit: 0.9 }))
  const pompom: Field = (x, y, z) => {
    const d = length3(x, y - 0.98, z + 0.05) - 0.17
    return d > 0.1 ? d : d + 0.03 * noise3(x * 22, y * 22, z * 22) - 0.015
  }
  add('pompom', pompom, [0, 0.98, -0.05, 0.22], fabric(traits.hatTrim, { sheen: 1 }))
  return 0.14
}

const cap: Hatter = ({ bust: { traits }, add }) => {
  const field: Field = (x, y, z) => {
    const yy = y - z * 0.14
    const crown = smoothMax(ellipsoid(x, yy - 0.2, z + 0.04, 0.655, 0.63, 0.67), -(yy - 0.3), 0.04)
    const peak = max(abs(yy - 0.33 + (z - 0.6) * 0.12 + x * x * 0.25) - 0.022, ellipsoid(x, 0, z - 0.55, 0.5, 1, 0.48), -(z - 0.2))
    return smoothMin(crown, peak, 0.03)
  }
  const seams = (s: Surface) => {
    if (s.z < 0.62 || s.y > 0.55) {
      if (abs(s.x) < 0.012 || abs(abs(s.x) - 0.36) < 0.008) dim(s, 0.65)
    } else paint(s, traits.hatTrim)
  }
  add('hat', field, HEAD, fabric(traits.hat, { pattern: seams }))
  add('button', (x, y, z) => length3(x, y - 0.83, z + 0.05) - 0.05, [0, 0.83, -0.05, 0.1], fabric(traits.hatTrim))
  return 0.03
}

const beret: Hatter = ({ bust: { traits }, add }) => {
  const field: Field = (x, y, z) => {
    const u = x - 0.16
    const yy = y - 0.66 + u * 0.3 - z * 0.05
    const puff = ellipsoid(u, yy, z + 0.06, 0.76, 0.2 + 0.04 * smooth(0, 0.6, u), 0.74)
    return smoothMin(puff, max(abs(length2(x, z + 0.04) - 0.56) - 0.05, abs(y - 0.5 - z * 0.1 + x * 0.12) - 0.06), 0.08)
  }
  add('hat', field, HEAD, fabric(traits.hat, { sheen: 1 }))
  add(
    'stalk',
    (x, y, z) => length2(length2(x - 0.16, z + 0.06), 0) + max(0, abs(y - 0.88) - 0.05) - 0.03,
    [0.16, 0.88, -0.06, 0.14],
    fabric(traits.hat),
  )
  return 0.08
}

const wizardHat: Hatter = ({ bust: { traits }, add }) => {
  const field: Field = (x, y, z) => {
    const yy = y - 0.38 - z * 0.12
    const bend = max(0, yy - 0.3)
    const r = length2(x - bend * bend * 0.35, z + 0.05)
    let d = (r - max(0, 0.62 - yy * 0.62)) * 0.83
    d = smoothMax(smoothMax(d, -yy, 0.05), yy - 0.98, 0.03)
    const brim = max(abs(yy - 0.02 + (length2(x, z) - 0.6) * 0.08 + 0.04 * sin(x * 4 + 1)) - 0.025, length2(x, z + 0.03) - 1.02)
    return smoothMin(d, brim, 0.1) + 0.012 * sin(yy * 18 + x * 5)
  }
  const stars = (s: Surface) => {
    const cell = noise3(s.x * 6, s.y * 6, s.z * 6)
    tint(s, rgb('#f4d67a'), smooth(0.8, 0.83, cell) * (s.y > 0.6 ? 0.9 : 0))
  }
  add('hat', field, HEAD, fabric(traits.hat, { pattern: stars }))
  const band: Field = (x, y, z) => {
    const yy = y - 0.47 - z * 0.12
    return max(abs(length2(x, z + 0.05) - 0.575 + yy * 0.55) - 0.03, abs(yy) - 0.065)
  }
  add('band', band, [0, 0.5, 0, 0.8], leather(traits.hatTrim))
  const buckle: Field = (x, y, z) => max(abs(rectangle(x, y - 0.47 - z * 0.12, 0.08, 0.07, 0.02)) - 0.018, abs(z - 0.55) - 0.04)
  add('buckle', buckle, [0, 0.53, 0.55, 0.2], metal(rgb('#f0c060'), { rough: 0.2 }))
  return 0.36
}

const topHat: Hatter = ({ bust: { traits }, add }) => {
  const field: Field = (x, y, z) => {
    const yy = y - 0.4 - z * 0.1
    const r = length2(x, z + 0.05)
    const tube = cylinder(x, yy - 0.4, z + 0.05, 0.55 + (yy - 0.4) * (yy - 0.4) * 0.25, 0.42, 0.04)
    const brim = max(abs(yy - 0.02 - r * r * 0.05 - (abs(x) > 0.6 ? (abs(x) - 0.6) * 0.1 : 0)) - 0.03, r - 0.86)
    return smoothMin(tube, brim, 0.05)
  }
  add('hat', field, HEAD, fabric(traits.hat, { sheen: 0.25 }))
  add(
    'band',
    (x, y, z) => max(length2(x, z + 0.05) - 0.6, abs(y - 0.52 - z * 0.1) - 0.075),
    [0, 0.52, -0.05, 0.65],
    fabric(traits.hatTrim, { sheen: 0.2 }),
  )
  return 0.22
}

const strawHat: Hatter = ({ bust: { traits }, add }) => {
  const field: Field = (x, y, z) => {
    const yy = y - 0.38 - z * 0.1
    const crown = smoothMax(ellipsoid(x, yy - 0.05, z + 0.04, 0.63, 0.5, 0.63), -yy, 0.04)
    const r = length2(x, z + 0.04)
    return smoothMin(crown, max(abs(yy + 0.04 - 0.05 * sin(x * 3 + 2) - 0.04 * r) - 0.022, r - 1), 0.06)
  }
  const plaited = (s: Surface) => {
    const w = sin(sqrt(s.x * s.x + s.z * s.z) * 120 + s.y * 120) * 0.5 + 0.5
    s.r *= 0.75 + 0.3 * w
    s.g *= 0.72 + 0.32 * w
    s.b *= 0.68 + 0.3 * w
  }
  add('hat', field, HEAD, fabric(traits.hat, { sheen: 0.2, pattern: plaited }))
  add('band', (x, y, z) => max(length2(x, z + 0.04) - 0.645, abs(y - 0.46 - z * 0.1) - 0.06), [0, 0.46, -0.04, 0.7], fabric(traits.hatTrim))
  return 0.08
}

const cowboyHat: Hatter = ({ bust: { traits }, add }) => {
  const field: Field = (x, y, z) => {
    const yy = y - 0.4 - z * 0.08
    const crown = smoothMax(ellipsoid(x, yy - 0.12, z + 0.04, 0.56, 0.52, 0.6), -yy, 0.04)
    const dented = smoothMax(crown, -ellipsoid(x, yy - 0.68, z + 0.02, 0.12, 0.16, 0.5), 0.08)
    const r = length2(x, (z + 0.04) * 0.86)
    const curl = 0.42 * max(0, abs(x) - 0.55) * max(0, abs(x) - 0.55) * 2.2
    return smoothMin(dented, max(abs(yy + 0.02 - curl + 0.03 * r) - 0.024, r - 1.02), 0.06) * 0.85
  }
  add('hat', field, HEAD, leather(traits.hat))
  add(
    'band',
    (x, y, z) => max(length2(x, (z + 0.04) * 0.94) - 0.575, abs(y - 0.47 - z * 0.08) - 0.045),
    [0, 0.47, -0.04, 0.7],
    leather(scale(traits.hat, 0.5)),
  )
  return 0.14
}

const chefHat: Hatter = ({ bust: { traits }, add }) => {
  const field: Field = (x, y, z) => {
    const yy = y - 0.42 - z * 0.1
    const r = length2(x, z + 0.05)
    const band = max(r - 0.6, abs(yy - 0.14) - 0.16)
    const puff = ellipsoid(x, yy - 0.58, z + 0.05, 0.78, 0.34, 0.74) + 0.03 * sin(x * 14) * sin(z * 14 + 1)
    return smoothMin(band, puff, 0.08)
  }
  add('hat', field, [0, 0.75, 0, 1], fabric(traits.hat))
  return 0.36
}

const helmet: Hatter = ({ bust: { traits }, add }) => {
  const steel = metal(traits.hat, { rough: 0.24, wear: 0.35 })
  const shell: Field = (x, y, z) => {
    const d = abs(ellipsoid(x, y - 0.17, z + 0.03, 0.69, 0.73, 0.72)) - 0.025
    const slot = smoothMax(boxed(x, y + 0.2, z - 0.6, 0.43, 0.5, 0.5, 0.2), -boxed(x, y - 0.05, z - 0.68, 0.055, 0.3, 0.1, 0.03), 0.02)
    return smoothMax(smoothMax(d, -slot, 0.03), -(y + 0.42), 0.03)
  }
  add('helmet', shell, [0, 0.15, 0, 0.85], steel)
  const crest: Field = (x, y, z) => max(abs(x) - 0.035, abs(length2(y - 0.14, z + 0.03) - 0.77) - 0.07, -(y - 0.1 + z * 0.4))
  add('crest', crest, [0, 0.3, 0, 1], metal(rgb('#e8b64c'), { rough: 0.2 }))
  return 0.14
}

const boxed = (x: number, y: number, z: number, a: number, b: number, c: number, r: number) =>
  length3(max(abs(x) - a + r, 0), max(abs(y) - b + r, 0), max(abs(z) - c + r, 0)) - r

const kippah: Hatter = ({ bust: { traits }, add }) => {
  const field: Field = (x, y, z) => smoothMax(abs(ellipsoid(x, y - 0.17, z + 0.05, 0.7, 0.735, 0.73)) - 0.014, -(y - 0.68 + z * 0.3), 0.02)
  const ring = (s: Surface) => tint(s, traits.hatTrim, smooth(0.022, 0.014, abs(s.y - 0.73 + s.z * 0.3)))
  add('hat', field, [0, 0.75, -0.1, 0.7], fabric(traits.hat, { knit: 0.3, pattern: ring }))
  return 0.04
}

const halo: Hatter = ({ add }) => {
  const field: Field = (x, y, z) => length2(length2(x, (z + 0.02) * 1.05) - 0.42, y - 1.03) - 0.035
  add('halo', field, [0, 1.03, 0, 0.5], { ...plain(rgb('#ffe08a')), shade: glowing })
  return 0.2
}

function glowing(s: Surface): void {
  paint(s, [0.5, 0.36, 0.1])
  s.er = 1.9
  s.eg = 1.35
  s.eb = 0.45
  s.rough = 0.4
}

export const hats = {
  beanie,
  cap,
  beret,
  'wizard-hat': wizardHat,
  'top-hat': topHat,
  'straw-hat': strawHat,
  'cowboy-hat': cowboyHat,
  'chef-hat': chefHat,
  helmet,
  kippah,
  halo,
} satisfies Record<string, Hatter>
