import { sin, smooth } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { capsule, ellipsoid, length2, length3, torus } from '../../solid/field/shapes.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb, scale } from '../../solid/palette.ts'
import { type Surface, tint } from '../../solid/render/surface.ts'
import { fabric } from '../material/soft.ts'
import type { Hatter } from './headwear.ts'

const { abs, max } = Math

/** Opening of a headscarf round the face: below 0 inside. */
const faceOpening: Field = (x, y, z) => ellipsoid(x, y + 0.06, z - 0.72, 0.475, 0.57, 0.68)

/** A headscarf that frames the face and lies in folds over neck and shoulders. */
const headscarf: Hatter = ({ bust: { traits }, add }, { jaw = 0, hat }) => {
  const broad = jaw / hat.scale
  const field: Field = (x, y, z) => {
    let d = ellipsoid(x, y - 0.18, z + 0.06, 0.69, 0.7, 0.72)
    d = smoothMin(d, capsule(x, y, z, 0, -0.25, -0.02, 0, -0.8, 0, 0.52, 0.42), 0.25)
    if (d > 0.3) return d - 0.04
    // a broad jaw and round cheeks would stand out through it
    d = smoothMin(d, ellipsoid(x, y + 0.24, z - 0.1, broad + 0.085, 0.44, 0.46), 0.06)
    d = smoothMin(d, length3(abs(x) - 0.26, y + 0.24, z - 0.3) - 0.13 - broad * 0.3, 0.08)
    d = smoothMax(d, -faceOpening(x, y, z), 0.06)
    return d + 0.016 * sin(y * 20 + abs(x) * 14 + 3 * noise3(x * 3, y * 3, z * 3)) * smooth(0.2, -0.4, y) + 0.006 * sin(y * 9 - z * 16)
  }
  const cloth = fabric(traits.hat, { sheen: 0.7 })
  add('headscarf', field, [0, -0.1, 0, 1.15], cloth)
  const band: Field = (x, y, z) => {
    const d = ellipsoid(x, y - 0.17, z + 0.03, 0.645, 0.665, 0.66)
    return smoothMax(smoothMax(d, -ellipsoid(x, y + 0.1, z - 0.72, 0.45, 0.54, 0.68), 0.03), -(y + 0.02), 0.03)
  }
  add('band', band, [0, 0.2, 0, 0.8], fabric(scale(traits.hat, 0.55)))
  const drape: Field = (x, y, z) => {
    let d = torus(x, (y + 0.8 + z * 0.22) * 0.85, (z - 0.02) * 0.95, 0.34, 0.15)
    d = smoothMin(d, ellipsoid(x + 0.08, y + 1.08, z - 0.22, 0.36, 0.3, 0.17), 0.14)
    d = smoothMin(d, ellipsoid(x, y + 1, z + 0.1, 0.62, 0.16, 0.4), 0.16)
    return d > 0.15 ? d - 0.02 : d + 0.017 * sin(y * 17 + x * 11 + 3 * noise3(x * 3, y * 3, z * 3))
  }
  add('drape', drape, [0, -0.95, 0.05, 0.85], cloth)
  return 0.03
}

/** A turban wound in bands that meet over the brow. */
const turban: Hatter = ({ bust: { traits }, add }) => {
  const field: Field = (x, y, z) => {
    const yy = y - z * 0.16
    let d = ellipsoid(x, yy - 0.58, z + 0.07, 0.76, 0.44, 0.74)
    d = smoothMin(d, ellipsoid(x, yy - 0.4, z + 0.05, 0.69, 0.2, 0.68), 0.15)
    if (d > 0.25) return d - 0.03
    const wound = (z > -0.1 ? yy * 1.05 - abs(x) * 0.5 : yy * 1.05 + 0.1 * x) * 13
    const ridge = abs(sin(wound))
    return d + 0.035 - 0.05 * ridge * (1 - 0.5 * ridge)
  }
  add('turban', field, [0, 0.55, 0, 1], fabric(traits.hat, { sheen: 0.6 }))
  const peak: Field = (x, y, z) =>
    smoothMax(ellipsoid(x, y - 0.17, z + 0.03, 0.635, 0.66, 0.655), max(-(y - 0.33 - abs(x) * 0.42), y - 0.6, -z), 0.02)
  add('peak', peak, [0, 0.4, 0.3, 0.7], fabric(traits.hatTrim))
  return 0.16
}

/** A square of cloth tied at the back. */
const bandana: Hatter = ({ bust: { traits }, add }) => {
  const crown: Field = (x, y, z) => {
    const d = smoothMax(ellipsoid(x, y - 0.19, z + 0.04, 0.655, 0.655, 0.67), -(y - 0.36 - z * 0.14), 0.03)
    return d > 0.2 ? d : d + 0.007 * sin(y * 30 + x * 6)
  }
  const dots = (s: Surface) => {
    const n = noise3(s.x * 11, s.y * 11, s.z * 11)
    tint(s, rgb('#f7f2e6'), smooth(0.74, 0.78, n))
  }
  add('bandana', crown, [0, 0.4, 0, 0.95], fabric(traits.hat, { pattern: dots }))
  const tails: Field = (x, y, z) =>
    smoothMin(
      capsule(x, y, z, 0.1, 0.3, -0.66, 0.42, 0.02, -0.72, 0.09, 0.13),
      capsule(x, y, z, 0.1, 0.3, -0.66, 0.2, -0.12, -0.7, 0.09, 0.12),
      0.04,
    )
  add('tails', tails, [0.2, 0.1, -0.68, 0.5], fabric(traits.hat))
  const knot: Field = (x, y, z) => length2(length2(x - 0.08, y - 0.3), z + 0.68) - 0.11
  add('knot', knot, [0.08, 0.3, -0.68, 0.15], plain(traits.hat, { rough: 0.9 }))
  return 0
}

export const wraps = { headscarf, turban, bandana } satisfies Record<string, Hatter>
