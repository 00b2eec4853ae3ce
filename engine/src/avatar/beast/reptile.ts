import { cos, sin, smooth } from '../../math/dmath.ts'
import { voronoi3 } from '../../math/lattice.ts'
import { mirrorX, smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { capsule, ellipsoid, length3, torus } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb, scale } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { bump, dim, paint, type Surface, tint } from '../../solid/render/surface.ts'
import type { Bust, Fitting } from '../bust.ts'
import { EXPRESSIONS } from '../person/expression.ts'
import { addBigEyes } from './big-eyes.ts'
import { addBody } from './body.ts'
import { hornMaterial } from './extras.ts'

const { abs, floor, min } = Math

/** Scales of a size: `count` to a model unit. */
function scales(base: Rgb, count: number, gloss: number, pattern?: (s: Surface) => void): Opaque {
  const cell = { id: 0 }
  const relief: Field = (x, y, z) => min(0.25, voronoi3(x * count, y * count, z * count, cell)) * 0.12
  return {
    kind: 'opaque',
    base,
    shade(s) {
      paint(s, base)
      const wall = voronoi3(s.x * count, s.y * count, s.z * count, s.cell)
      const { id } = s.cell
      pattern?.(s)
      dim(s, 0.8 + id * 0.35)
      tint(s, scale(base, 0.45), smooth(0.12, 0, wall) * 0.7)
      s.rough = 0.38
      s.coat = gloss
      s.soften = 0.4
      s.specular = 0.05
      bump(s, 0.5, relief)
    },
  }
}

export function buildDragon(bust: Bust): Fitting {
  const { traits, add } = bust
  const base = traits.skin
  const { smile } = EXPRESSIONS[traits.expression]
  const curve = smile > 0 ? 1 : -1
  const belly: Rgb = [base[0] * 0.5 + 0.34, base[1] * 0.5 + 0.21, base[2] * 0.5 + 0.06]
  const skin = scales(base, 11, 0.25, (s) =>
    tint(s, belly, smooth(0, -0.1, s.y + 0.2 + (s.z < 0.3 ? (0.3 - s.z) * 0.6 : 0) + abs(s.x) * 0.1) * (s.z > 0.1 ? 0.9 : 0)),
  )
  const head: Field = (x, y, z) => {
    const ax = abs(x)
    let d = ellipsoid(x, y - 0.1, z + 0.05, 0.56, 0.52, 0.52)
    d = smoothMin(d, capsule(x, y, z, 0, -0.08, 0.3, 0, -0.17, 0.74, 0.34, 0.23), 0.14)
    d = smoothMin(d, length3(ax - 0.14, y + 0.02, z - 0.84) - 0.085, 0.07)
    d = smoothMax(d, -(length3(ax - 0.15, y, z - 0.93) - 0.038), 0.03)
    d = smoothMin(d, ellipsoid(ax - 0.29, y - 0.26, z - 0.34, 0.15, 0.075, 0.16), 0.08)
    const seam = y + 0.24 - x * x * 0.9 * curve - (z < 0.6 ? (0.6 - z) * 0.18 : 0)
    if (z > 0.25) d += 0.03 * smooth(0.02, 0, abs(seam))
    return smoothMin(d, capsule(ax, y, z, 0.44, -0.12, 0, 0.72, 0.02, -0.16, 0.11, 0.02), 0.08)
  }
  add('head', head, [0, 0, 0.2, 1.1], skin)
  add(
    'horns',
    mirrorX(
      sweep(
        [
          [0.27, 0.46, -0.05, 0.11],
          [0.4, 0.72, -0.12, 0.09],
          [0.5, 0.95, -0.1, 0.055],
          [0.47, 1.15, 0, 0.008],
        ],
        5,
      ),
    ),
    [0, 0.75, 0, 0.75],
    hornMaterial(0.62, 1.05),
  )
  const spikes: Field = (x, y, z) => {
    let d = 9
    for (let i = 0; i < 4; i++) {
      const a = 0.5 - i * 0.42
      d = min(
        d,
        capsule(
          x,
          y,
          z,
          0,
          0.08 + 0.5 * cos(a),
          -0.05 + 0.5 * sin(a),
          0,
          0.08 + 0.74 * cos(a - 0.1),
          -0.05 + 0.74 * sin(a - 0.1),
          0.09,
          0.006,
        ),
      )
    }
    return d
  }
  add('spikes', spikes, [0, 0.3, -0.1, 0.95], plain(belly, { rough: 0.45, soften: 0.5 }))
  const fangs = mirrorX((x, y, z) =>
    min(capsule(x, y, z, 0.2, -0.19, 0.76, 0.2, -0.3, 0.8, 0.03, 0.004), capsule(x, y, z, 0.1, -0.2, 0.89, 0.1, -0.27, 0.92, 0.022, 0.003)),
  )
  add('teeth', fangs, [0, -0.2, 0.8, 0.35], plain(rgb('#fbf5e6'), { rough: 0.2, coat: 0.5 }))
  addBigEyes(bust, {
    x: 0.31,
    y: 0.1,
    z: 0.32,
    r: 0.165,
    colour: traits.eyes,
    slit: true,
    iris: 0.88,
    inward: 0.2,
    tilt: curve > 0 ? -0.05 : -0.2,
    lid: scales(scale(base, 0.75), 11, 0.25),
  })
  addBody(bust, bellied(base, belly), 0.36, 0.44)
  return {
    skull: [0.56, 0.52, 0.52],
    hat: { y: 0.26, z: 0.02, scale: 0.56 },
    eyes: { x: 0.31, y: 0.1, z: 0.32, r: 0.18 },
    ear: [0.56, 0.02, -0.05],
    neck: 0.36,
    shoulders: 0.8,
    tall: 0.26,
  }
}

/** Scaled back, plated belly. */
function bellied(base: Rgb, belly: Rgb): Opaque {
  return scales(base, 11, 0.25, (s) => {
    const front = smooth(0.34, 0.3, abs(s.x)) * (s.z > 0 ? 1 : 0)
    tint(s, belly, front)
    const y = s.y * 9
    dim(s, 1 - 0.4 * smooth(0.12, 0, abs(y - floor(y) - 0.5)) * front)
  })
}

/** A wide mouth line across a head. */
function wideMouth({ traits, add }: Bust, y: number, z: number, half: number): void {
  const { smile } = EXPRESSIONS[traits.expression]
  const line = sweep(
    [
      [0, y - 0.03 * smile, z, 0.014],
      [half * 0.5, y - 0.02 * smile, z - 0.06, 0.015],
      [half, y + 0.06 * smile, z - 0.24, 0.012],
    ],
    6,
  )
  add('mouth', mirrorX(line), [0, y, z - 0.1, half + 0.3], plain(rgb('#3a2420'), { rough: 0.7 }), 0.002)
}

export function buildFrog(bust: Bust): Fitting {
  const { traits, add } = bust
  const base = traits.skin
  const belly: Rgb = [base[0] * 0.3 + 0.6, base[1] * 0.3 + 0.58, base[2] * 0.3 + 0.3]
  const wet = (s: Surface) => {
    if (s.z > 0) tint(s, belly, smooth(-0.14, -0.24, s.y))
    voronoi3(s.x * 4, s.y * 4, s.z * 4, s.cell)
    if (s.cell.id > 0.72) tint(s, scale(base, 0.5), smooth(0.05, 0.2, s.y) * smooth(0.1, 0.3, voronoi3(s.x * 4, s.y * 4, s.z * 4, s.cell)))
  }
  const skin: Opaque = {
    ...plain(base),
    shade(s) {
      paint(s, base)
      wet(s)
      s.rough = 0.3
      s.coat = 0.45
      s.soften = 0.7
    },
  }
  const head: Field = (x, y, z) => {
    const ax = abs(x)
    let d = ellipsoid(x, y + 0.06, z - 0.02, 0.74, 0.46, 0.56)
    d = smoothMin(d, ellipsoid(x, y + 0.2, z - 0.14, 0.62, 0.3, 0.5), 0.14)
    d = smoothMin(d, length3(ax - 0.36, y - 0.36, z - 0.16) - 0.23, 0.12)
    return smoothMax(d, -(length3(ax - 0.09, y + 0.02, z - 0.6) - 0.025), 0.02)
  }
  add('head', head, [0, 0.05, 0.05, 1], skin)
  wideMouth(bust, -0.2, 0.615, 0.46)
  addBigEyes(bust, { x: 0.36, y: 0.38, z: 0.24, r: 0.2, colour: traits.eyes, bar: true, iris: 0.92, inward: 0.1, lid: skin })
  addBody(bust, skin, 0.4, 0.5)
  return {
    skull: [0.7, 0.5, 0.56],
    hat: { y: 0.28, z: -0.1, scale: 0.5 },
    eyes: { x: 0.36, y: 0.38, z: 0.24, r: 0.2 },
    ear: [0.7, -0.05, 0],
    neck: 0.42,
    shoulders: 0.8,
    tall: 0,
  }
}

export function buildTurtle(bust: Bust): Fitting {
  const { traits, add } = bust
  const base = traits.skin
  const skin = scales(base, 8, 0.15, (s) => {
    if (s.z > 0.1) tint(s, [base[0] * 0.4 + 0.45, base[1] * 0.4 + 0.42, base[2] * 0.4 + 0.2], smooth(-0.1, -0.3, s.y) * 0.7)
  })
  const head: Field = (x, y, z) => {
    let d = ellipsoid(x, y - 0.06, z, 0.56, 0.54, 0.56)
    d = smoothMin(d, ellipsoid(x, y + 0.16, z - 0.3, 0.36, 0.26, 0.36), 0.2)
    d = smoothMax(d, -(length3(abs(x) - 0.06, y + 0.08, z - 0.66) - 0.022), 0.02)
    return d
  }
  add('head', head, [0, 0, 0.1, 0.95], skin)
  wideMouth(bust, -0.24, 0.64, 0.3)
  addBigEyes(bust, { x: 0.29, y: 0.1, z: 0.36, r: 0.155, colour: traits.eyes, iris: 0.86, lid: scales(scale(base, 0.8), 8, 0.1) })
  addBody(bust, skin, 0.3, 0.4)
  const shell = rgb('#7d5a36')
  const plates: Opaque = {
    ...plain(shell),
    shade(s) {
      paint(s, shell)
      const wall = voronoi3(s.x * 2.6, s.y * 2.6, s.z * 2.6, s.cell)
      tint(s, rgb('#c79a58'), smooth(0.12, 0.4, wall))
      s.rough = 0.4
      s.coat = 0.3
    },
  }
  add(
    'shell',
    (x, y, z) => smoothMin(ellipsoid(x, y + 1.2, z + 0.55, 1.02, 0.75, 0.45), torus(x, (y + 1.45) * 0.9, z + 0.3, 0.86, 0.1), 0.1),
    [0, -1.2, -0.4, 1.25],
    plates,
  )
  return {
    skull: [0.56, 0.54, 0.56],
    hat: { y: 0.08, z: 0, scale: 0.9 },
    eyes: { x: 0.29, y: 0.1, z: 0.36, r: 0.17 },
    ear: [0.56, 0, 0],
    neck: 0.34,
    shoulders: 0.8,
    tall: 0,
  }
}
