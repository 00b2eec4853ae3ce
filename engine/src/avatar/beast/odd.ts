import { sin, smooth } from '../../math/dmath.ts'
import { noise3, voronoi3 } from '../../math/lattice.ts'
import { mirrorX, smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { capsule, ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb, scale } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { paint, tint } from '../../solid/render/surface.ts'
import type { Bust, Fitting } from '../bust.ts'
import { EXPRESSIONS } from '../person/expression.ts'
import { addBigEyes } from './big-eyes.ts'

const { abs, min } = Math

const DARK = rgb('#2a1a1e')

/** A simple mouth: a curve, or an open one. */
function smallMouth({ traits, add }: Bust, y: number, z: number, half: number): void {
  const { smile, open } = EXPRESSIONS[traits.expression]
  if (open >= 0.05) {
    add(
      'mouth',
      (px, py, pz) => ellipsoid(px, py - y, pz - z, half * 0.8, open, 0.06),
      [0, y, z, 0.3],
      plain(rgb('#5a1418'), { rough: 0.5 }),
    )
    return
  }
  const line = sweep(
    [
      [0, y - 0.025 * smile, z + 0.01, 0.015],
      [half * 0.6, y - 0.01 * smile, z - 0.01, 0.014],
      [half, y + 0.025 * smile, z - 0.05, 0.008],
    ],
    5,
  )
  add('mouth', mirrorX(line), [0, y, z, half + 0.15], plain(DARK, { rough: 0.6 }), 0.002)
}

export function buildAlien(bust: Bust): Fitting {
  const { traits, add } = bust
  const base = traits.skin
  const skin: Opaque = {
    ...plain(base),
    shade(s) {
      paint(s, base)
      voronoi3(s.x * 6, s.y * 6, s.z * 6, s.cell)
      tint(s, scale(base, 0.6), s.cell.id > 0.75 && s.y > 0.25 ? 0.5 * smooth(0.05, 0.25, voronoi3(s.x * 6, s.y * 6, s.z * 6, s.cell)) : 0)
      s.rough = 0.34
      s.coat = 0.3
      s.soften = 0.9
    },
  }
  const head: Field = (x, y, z) => {
    let d = ellipsoid(x, y - 0.3, z + 0.04, 0.7, 0.62, 0.62)
    d = smoothMin(d, ellipsoid(x, y + 0.22, z - 0.1, 0.36, 0.42, 0.38), 0.32)
    d = smoothMin(d, capsule(x, y, z, 0, -0.4, -0.08, 0, -1.1, -0.12, 0.15, 0.19), 0.1)
    return smoothMax(d, -(length3(abs(x) - 0.03, y + 0.2, z - 0.5) - 0.014), 0.02)
  }
  add('head', head, [0, 0, 0, 1.15], skin)
  const stalks = sweep(
    [
      [0.26, 0.8, 0.05, 0.04],
      [0.36, 1.05, 0.08, 0.03],
      [0.46, 1.18, 0.14, 0.028],
    ],
    5,
  )
  add(
    'stalks',
    mirrorX((x, y, z) => min(stalks(x, y, z), length3(x - 0.47, y - 1.22, z - 0.15) - 0.085)),
    [0, 1.05, 0.1, 0.65],
    skin,
  )
  const r = 0.24
  add('eyes', (x, y, z) => ellipsoid(abs(x) - 0.27 + (y - 0.04) * 0.28, y - 0.04, z - 0.36, r * 0.82, r * 1.12, r), [0, 0.04, 0.36, 0.6], {
    kind: 'opaque',
    base: [0.02, 0.02, 0.03],
    shade(s) {
      paint(s, [0.012, 0.012, 0.018])
      const side = s.x < 0 ? -1 : 1
      const x = s.x - side * 0.27
      tint(s, traits.eyes, smooth(0.1, -0.2, s.y) * 0.35)
      const spark = smooth(0.055, 0.04, length2(x + 0.05, s.y - 0.14)) * 1.6 + smooth(0.025, 0.015, length2(x - 0.06, s.y + 0.06)) * 0.8
      s.er += spark
      s.eg += spark
      s.eb += spark
      s.rough = 0.08
      s.coat = 1
    },
  })
  smallMouth(bust, -0.36, 0.475, 0.11)
  return {
    skull: [0.7, 0.62, 0.62],
    hat: { y: 0.14, z: 0, scale: 1.1 },
    eyes: { x: 0.27, y: 0.04, z: 0.4, r: 0.22 },
    ear: [0.66, 0.1, 0],
    neck: 0.17,
    shoulders: 0.7,
    tall: 0.34,
  }
}

export function buildGhost(bust: Bust): Fitting {
  const { traits, add } = bust
  const base = traits.skin
  const sheet: Opaque = {
    ...plain(base),
    shade(s) {
      paint(s, base)
      tint(s, [0.45, 0.6, 0.85], smooth(-0.4, -1.4, s.y) * 0.55)
      const blush = smooth(0.13, 0.03, length2(abs(s.x) - 0.38, (s.y + 0.16) * 1.3)) * (s.z > 0 ? 0.6 : 0)
      tint(s, [0.95, 0.45, 0.5], blush)
      s.rough = 0.6
      s.soften = 1
      s.sheen = 0.6
    },
  }
  const body: Field = (x, y, z) => {
    let d = ellipsoid(x, y - 0.08, z, 0.68, 0.68, 0.6)
    d = smoothMin(d, capsule(x, y, z, 0, -0.2, 0, 0, -1.6, -0.05, 0.62, 0.82), 0.25)
    if (d > 0.3) return d - 0.06
    d = smoothMin(d, capsule(abs(x), y, z, 0.66, -0.85, 0.1, 0.98, -0.62, 0.3, 0.17, 0.1), 0.12)
    return d + 0.022 * sin(x * 8 + 3 * noise3(x * 2, y * 2, z * 2)) * smooth(-0.4, -1, y)
  }
  add('sheet', body, [0, -0.4, 0, 1.5], sheet)
  addBigEyes(bust, { x: 0.25, y: 0.08, z: 0.44, r: 0.165, colour: rgb('#1c2238'), iris: 0.95, lid: sheet })
  smallMouth(bust, -0.22, 0.58, 0.13)
  return {
    skull: [0.68, 0.68, 0.6],
    hat: { y: 0.02, z: 0, scale: 1.12 },
    eyes: { x: 0.25, y: 0.08, z: 0.46, r: 0.17 },
    ear: [0.66, 0, 0],
    neck: 0.6,
    shoulders: 0.8,
    tall: 0.02,
  }
}

export function buildOctopus(bust: Bust): Fitting {
  const { traits, add } = bust
  const base = traits.skin
  const skin: Opaque = {
    ...plain(base),
    shade(s) {
      paint(s, base)
      const wall = voronoi3(s.x * 5, s.y * 5, s.z * 5, s.cell)
      if (s.cell.id > 0.62 && s.y > 0.1) tint(s, scale(base, 1.5, 0.08), smooth(0.12, 0.3, wall) * 0.7)
      s.rough = 0.28
      s.coat = 0.5
      s.soften = 0.9
    },
  }
  const head: Field = (x, y, z) => {
    let d = ellipsoid(x, y - 0.36, z + 0.1, 0.72, 0.74, 0.66)
    d = smoothMin(d, ellipsoid(x, y + 0.2, z - 0.06, 0.52, 0.4, 0.46), 0.25)
    return smoothMin(d, length3(abs(x) - 0.36, y - 0.02, z - 0.28) - 0.2, 0.1)
  }
  add('head', head, [0, 0.2, 0, 1.15], skin)
  const arms = [
    [0.16, 0.3, 0.55, 0.5, -1.5, 0.25],
    [0.36, 0.55, 0.4, 0.95, -1.2, 0.7],
    [0.48, 0.85, 0.1, 1.2, -0.75, 0.9],
    [0.45, 0.8, -0.2, 1.1, -1.3, 1.3],
  ].map(([x0, x1, z, x2, y2, x3]) =>
    sweep(
      [
        [x0!, -0.4, 0.1, 0.2],
        [x1!, -0.85, z!, 0.17],
        [x2!, y2!, z! + 0.1, 0.11],
        [x3!, y2! - 0.25, z! + 0.25, 0.05],
      ],
      6,
    ),
  )
  const limbs: Field = (x, y, z) => {
    let d = 9
    for (const arm of arms) d = smoothMin(d, arm(abs(x), y, z), 0.06)
    return d
  }
  const suckers: Opaque = {
    ...skin,
    shade(s) {
      skin.shade(s)
      const wall = voronoi3(s.x * 8, s.y * 8, s.z * 8, s.cell)
      if (s.cell.id > 0.5) tint(s, rgb('#f3d9cc'), smooth(0.25, 0.4, wall) * smooth(0.2, 0.6, s.nz) * smooth(-0.75, -0.9, s.y))
    },
  }
  add('arms', limbs, [0, -1, 0.1, 1.5], suckers)
  addBigEyes(bust, { x: 0.36, y: 0.03, z: 0.36, r: 0.17, colour: traits.eyes, bar: true, iris: 0.9, inward: 0.12, lid: skin })
  smallMouth(bust, -0.26, 0.41, 0.13)
  return {
    skull: [0.72, 0.74, 0.66],
    hat: { y: 0.28, z: -0.06, scale: 1.12 },
    eyes: { x: 0.36, y: 0.03, z: 0.38, r: 0.18 },
    ear: [0.66, 0, 0],
    neck: 0.5,
    shoulders: 0.8,
    tall: 0.3,
  }
}
