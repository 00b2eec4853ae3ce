import { sin, smooth } from '../../math/dmath.ts'
import { fbm3, noise3 } from '../../math/lattice.ts'
import { smoothMax } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { box, capsule, cylinder, ellipsoid, length2, length3, torus } from '../../solid/field/shapes.ts'
import { metal } from '../../solid/material/metal.ts'
import { glow, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { dim, emit, paint, tint } from '../../solid/render/surface.ts'
import type { Bust, Fitting } from '../bust.ts'
import { EXPRESSIONS } from '../person/expression.ts'

const { abs, max, min } = Math

type Model = 'box' | 'dome' | 'drum'

/** A robot whose face is a screen. */
export function buildRobot(bust: Bust): Fitting {
  const { traits, add } = bust
  const own = traits.random('robot')
  const model = own.pick<Model>(['box', 'dome', 'drum'])
  const twin = own.chance(0.4)
  const enamel = lacquer(bust)
  const steel = metal(rgb('#b9c0c9'), { rough: 0.25, wear: 0.3 })
  const shape: Field =
    model === 'box'
      ? (x, y, z) => box(x, y - 0.1, z, 0.62, 0.52, 0.5, 0.2)
      : model === 'dome'
        ? (x, y, z) => smoothMax(ellipsoid(x, y - 0.1, z, 0.68, 0.62, 0.6), -(y + 0.42), 0.08)
        : (x, y, z) => cylinder(x, y - 0.1, z, 0.6, 0.52, 0.16)
  const head: Field = (x, y, z) =>
    smoothMax(shape(x, y, z), -box(x, y - 0.08, z - 0.62, 0.46, 0.3, 0.2, 0.12), 0.03) + 0.01 * smooth(0.014, 0.004, abs(y - 0.46))
  add('head', head, [0, 0.1, 0, 0.95], enamel)
  const pane: Field =
    model === 'dome'
      ? (x, y, z) => smoothMax(ellipsoid(x, y - 0.1, z, 0.62, 0.56, 0.54), abs(y - 0.08) - 0.36, 0.1)
      : (x, y, z) => box(x, y - 0.08, z - 0.2, 0.47, 0.31, model === 'drum' ? 0.31 : 0.24, 0.1)
  add('screen', pane, [0, 0.1, 0.2, 0.75], screen(bust))
  add(
    'ears',
    (x, y, z) => min(cylinder(y - 0.1, abs(x) - 0.66, z, 0.2, 0.07, 0.03), cylinder(y - 0.1, abs(x) - 0.74, z, 0.12, 0.06, 0.02)),
    [0, 0.1, 0, 0.95],
    steel,
  )
  const aerial = (x: number) => (twin ? abs(x) - 0.3 : x)
  add('aerial', (x, y, z) => capsule(aerial(x), y, z, 0, 0.55, 0, twin ? 0.08 : 0, 0.9, 0, 0.03, 0.022), [0, 0.75, 0, 0.6], steel)
  add('bulb', (x, y, z) => length3(aerial(x) - (twin ? 0.08 : 0), y - 0.97, z) - 0.085, [0, 0.97, 0, 0.52], glow(traits.eyes, 1.6))
  add(
    'neck',
    (x, y, z) => max(length2(x, z) - 0.22 + 0.025 * sin(y * 62), abs(y + 0.6) - 0.3) * 0.7,
    [0, -0.6, 0, 0.42],
    plain(rgb('#23262e'), { rough: 0.4, metal: 0.5 }),
  )
  add(
    'torso',
    (x, y, z) => box(x, y + 1.42, z + 0.05, 0.66, 0.55, 0.38, 0.26) + 0.012 * smooth(0.016, 0.004, abs(abs(x) - 0.3)),
    [0, -1.4, 0, 1],
    enamel,
  )
  add('collar', (x, y, z) => torus(x, y + 0.87, z + 0.02, 0.3, 0.07), [0, -0.87, 0, 0.42], steel)
  add('shoulders', (x, y, z) => length3(abs(x) - 0.82, y + 1.2, z + 0.05) - 0.25, [0, -1.2, 0, 1.2], steel)
  add(
    'bolts',
    (x, y, z) => length3(abs(x) - 0.5, abs(y - 0.1) - 0.4, z - (model === 'dome' ? 0.28 : 0.47)) - 0.035,
    [0, 0.1, 0.4, 0.8],
    steel,
  )
  add('core', (x, y, z) => cylinder(x, z - 0.34, y + 1.2, 0.14, 0.06, 0.02), [0, -1.2, 0.34, 0.3], glow(traits.eyes, 0.9))
  add('core ring', (x, y, z) => torus(x, z - 0.36, y + 1.2, 0.16, 0.035), [0, -1.2, 0.36, 0.3], steel)
  return {
    skull: [0.64, 0.56, 0.54],
    hat: { y: 0.08, z: 0, scale: 1.02 },
    eyes: { x: 0.2, y: 0.1, z: 0.4, r: 0.15 },
    ear: [0.72, 0.1, 0],
    neck: 0.26,
    shoulders: 0.84,
    tall: 0.16,
  }
}

/** Enamel with a few chips down to the steel. */
function lacquer({ traits: { skin } }: Bust): Opaque {
  return {
    kind: 'opaque',
    base: skin,
    shade(s) {
      paint(s, skin)
      s.rough = 0.33
      s.coat = 0.7
      s.specular = 0.05
      const cloud = fbm3(s.x * 6, s.y * 6, s.z * 6, 3)
      const chip = smooth(0.68, 0.72, cloud + 0.04 * noise3(s.x * 40, s.y * 40, s.z * 40))
      tint(s, [0.3, 0.3, 0.32], chip)
      s.metal = chip
      dim(s, 0.9 + cloud * 0.15)
    },
  }
}

/** A dark screen that shows the expression in light. */
function screen({ traits }: Bust): Opaque {
  const { smile, open, browAngle, lidUp, wink } = EXPRESSIONS[traits.expression]
  const light = traits.eyes
  return {
    kind: 'opaque',
    base: [0.01, 0.012, 0.02],
    shade(s) {
      paint(s, [0.008, 0.011, 0.018])
      s.rough = 0.12
      s.coat = 1
      const y = s.y - 0.1
      const ax = abs(s.x) - 0.2
      const round = smooth(0.1, 0.085, length2(ax, y * 0.8))
      // brows cut the eyes, happy ones are cut from below
      const cutAbove = smooth(
        -0.01,
        0.01,
        (lidUp < 0.4 ? 0.02 : 0.3) + browAngle * ax * 0.55 - (browAngle !== 0 ? abs(browAngle) * 0.02 : 0) + 0.02 - y,
      )
      const shut = wink && s.x < 0
      const eye = shut ? smooth(0.02, 0.008, abs(y + ax * ax * 2.4 - 0.02)) * smooth(0.11, 0.09, abs(ax)) : round * cutAbove
      const spark = shut ? 0 : smooth(0.035, 0.02, length2(ax + 0.03, y - 0.045)) * eye
      const curve = abs(y + 0.17 - smile * s.x * s.x * 1.5)
      const mouth =
        open >= 0.05
          ? smooth(0.01, -0.01, max(length2(s.x * 0.75, y + 0.15) - 0.085, smile > 0.5 ? y + 0.145 : -1))
          : smooth(0.022, 0.01, curve) * smooth(0.15, 0.13, abs(s.x))
      const lines = 0.8 + 0.2 * sin(s.y * 260)
      emit(s, light, 2.4 * max(eye, mouth) * lines + 0.015)
      emit(s, [1, 1, 1], spark * 1.5 * lines)
    },
  }
}
