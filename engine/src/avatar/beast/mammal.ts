import { smooth } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { mirrorX, place, smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { capsule, ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb, scale } from '../../solid/palette.ts'
import { tint } from '../../solid/render/surface.ts'
import type { Bust, Fitting } from '../bust.ts'
import { fur } from '../material/soft.ts'
import { EXPRESSIONS } from '../person/expression.ts'
import { addBigEyes } from './big-eyes.ts'
import { addBody } from './body.ts'
import { markings, paleOf } from './coat.ts'
import { addExtras } from './extras.ts'
import { individual } from './individual.ts'
import { isMammal, type Muzzle, SPECIES, type Species } from './species.ts'

const { abs, max } = Math

const DARK = rgb('#2a211e')
const PINK = rgb('#e2948f')

/** The head and body of any furred animal. */
export function buildMammal(bust: Bust): Fitting {
  const { traits, add } = bust
  const { being, skin: coat } = traits
  if (!isMammal(being)) throw new Error(`${being} has no fur`)
  const species = individual(SPECIES[being], traits.random('individual'))
  const pale = paleOf(species, coat)
  const marks = markings(species, coat, pale)
  const depth = species.smooth ? 0.03 : 0.09
  const shell = fur(coat, marks, depth)
  const extra = muzzleField(species.muzzle)
  const trunk = species.muzzle.kind === 'trunk'
  const [a, b, c] = species.skull
  const [cx, cw, ch] = species.cheek
  const head: Field = (x, y, z) => {
    const ax = abs(x)
    let d = ellipsoid(x, y - 0.08, z, a, b, c)
    d = smoothMin(d, ellipsoid(ax - cx, y + 0.2, z - 0.14, cw, ch, 0.3), 0.15)
    if (d > 0.6 && !trunk) return d - 0.36
    d = extra(d, x, ax, y, z)
    if (species.extras.includes('tufts')) d = smoothMin(d, capsule(ax, y, z, 0.42, -0.2, 0.06, 0.77, -0.3, -0.02, 0.18, 0.012), 0.09)
    return species.smooth ? d : d + (noise3(x * 9, y * 5, z * 9) - 0.5) * 0.018
  }
  add('head', head, [0, -0.1, 0.1, trunk ? 1.3 : 1.15], shell)
  addEars(bust, species)
  addNose(bust, species)
  addBigEyes(bust, {
    ...species.eyes,
    z: species.eyes.z ?? 0.4,
    colour: species.eyes.dark ? rgb('#3a2414') : traits.eyes,
    tilt: species.eyes.tilt ?? -0.08,
    lid: fur(species.marks.includes('panda') ? DARK : scale(coat, 0.8), undefined, 0.04),
  })
  addExtras(bust, species, shell)
  const torsoFur = fur(
    coat,
    (s) => {
      if (species.marks.includes('belly') && s.z > 0) tint(s, pale, smooth(0.3, 0.2, abs(s.x)))
      if (species.marks.includes('panda')) tint(s, DARK, smooth(-0.75, -0.85, s.y))
      if (species.marks.includes('patches')) marks(s)
    },
    depth,
  )
  addBody(bust, torsoFur, 0.33, 0.44)
  const { x, y, r } = species.eyes
  return {
    skull: species.skull,
    hat: { y: 0.3, z: -0.02, scale: species.ears.kind === 'pointed' || species.ears.kind === 'long' ? 0.52 : 0.66 },
    eyes: { x, y, z: species.eyes.z ?? 0.4, r: r + 0.015 },
    ear: [a, 0.05, 0],
    neck: 0.36,
    shoulders: 0.8,
    tall: species.tall ?? 0.06,
  }
}

/** Adds the lower face to the distance of the skull. */
function muzzleField({ kind, reach, width, y: my }: Muzzle): (d: number, x: number, ax: number, y: number, z: number) => number {
  if (kind === 'pads')
    return (d, x, ax, y, z) => {
      let e = smoothMin(d, length3(ax - 0.11, y - my + 0.03, z - reach) - width, 0.07)
      if (width > 0.16) e = smoothMin(e, ellipsoid(x, y - my - 0.03, z - reach, 0.25, 0.2, 0.2), 0.06)
      return smoothMin(e, ellipsoid(x, y + 0.4, z - 0.44, 0.12, 0.09, 0.1), 0.06)
    }
  if (kind === 'snout')
    return (d, x, _ax, y, z) => {
      const e = smoothMin(d, capsule(x, y, z, 0, my + 0.08, 0.4, 0, my - 0.04, reach, width, width * 0.42), 0.14)
      return smoothMin(e, ellipsoid(x, y + 0.42, z - 0.42, 0.13, 0.07, 0.16), 0.08)
    }
  if (kind === 'disc')
    return (d, x, ax, y, z) => {
      const tube = max(length2(x * 0.86, y - my) - width, abs(z - reach + 0.14) - 0.14) - 0.03
      const e = smoothMin(d, tube, 0.07)
      return smoothMax(e, -ellipsoid(ax - 0.075, y - my, z - reach - 0.04, 0.035, 0.065, 0.06), 0.02)
    }
  if (kind === 'trunk') {
    const trunk = sweep(
      [
        [0, 0.05, 0.42, 0.25],
        [0, -0.2, 0.66, 0.19],
        [0.02, -0.52, 0.74, 0.15],
        [0.08, -0.84, 0.72, 0.12],
        [0.24, -1.02, 0.78, 0.1],
        [0.4, -0.98, 0.88, 0.09],
      ],
      5,
    )
    return (d, x, _ax, y, z) => {
      const t = trunk(x, y, z)
      return smoothMin(d, t + 0.008 * smooth(0.5, 1, Math.abs(((((y * 9) % 1) + 1) % 1) - 0.5) * 2), 0.1)
    }
  }
  return (d, x, ax, y, z) => {
    let e = smoothMin(d, capsule(x, y, z, 0, 0, 0.25, 0, my, reach - width, width + 0.1, width), 0.16)
    e = smoothMin(e, ellipsoid(x, y - my + 0.06, z - reach + 0.16, width * 1.06, width * 0.82, 0.2), 0.08)
    return smoothMax(e, -ellipsoid(ax - width * 0.5, y - my - 0.03, z - reach - 0.01, 0.04, 0.055, 0.06), 0.025)
  }
}

function addEars({ traits, add }: Bust, { ears, smooth: sleek }: Species): void {
  const coat: Rgb = ears.dark ? DARK : traits.skin
  const inside = ears.kind === 'round' ? 0.35 : 0.8
  const material = fur(
    coat,
    (s) => {
      const tip = ears.darkTips ? smooth(0.72, 0.86, s.y) : 0
      tint(s, DARK, tip)
      if (s.nz > 0.35) tint(s, PINK, smooth(0.35, 0.7, s.nz) * inside * (1 - tip) * (ears.dark ? 0.2 : 1))
    },
    sleek ? 0.03 : 0.09,
  )
  const [x, y, z] = ears.at
  const { size, lean } = ears
  const one: Record<typeof ears.kind, Field> = {
    round: (px, py, pz) =>
      smoothMax(
        ellipsoid(px, py, pz, size, size, size * 0.5),
        -ellipsoid(px - size * 0.08, py - 0.01, pz - size * 0.48, size * 0.64, size * 0.64, size * 0.4),
        0.03,
      ),
    long: (px, py, pz) =>
      smoothMax(ellipsoid(px, py, pz, 0.15, 0.5, 0.09), -ellipsoid(px, py + 0.03, pz - 0.12, 0.1, 0.42, 0.06), 0.03) * 0.7,
    pointed: (px, py, pz) => {
      const h = (py + 0.3) / 0.62
      const r = 0.24 * (1 - h) * (1 + 0.35 * h)
      const d = smoothMax(smoothMax(length2(px, pz * 1.9) - max(0.028, r), -(py + 0.32), 0.05) * 0.75, py - 0.3, 0.06)
      return smoothMax(d, -(length2(px, (pz - 0.1) * 1.6) - max(0, r * 0.72)), 0.03) * 0.7
    },
    floppy: (px, py, pz) =>
      smoothMin(
        ellipsoid(px - 0.1, py + 0.3, pz - 0.02, 0.17, 0.4, 0.1),
        capsule(px, py, pz, -0.12, 0.08, 0, 0.08, -0.02, 0, 0.11, 0.12),
        0.1,
      ),
    leaf: (px, py, pz) => {
      const w = 0.135 * (1 - py * py * 9)
      return (
        smoothMax(
          ellipsoid(px, py, pz, max(0.03, w), 0.3, 0.075),
          -ellipsoid(px, py + 0.01, pz - 0.075, max(0.02, w * 0.68), 0.22, 0.06),
          0.025,
        ) * 0.8
      )
    },
    fan: (px, py, pz) => {
      const d = ellipsoid(px, py + 0.05, pz + px * px * 0.4, 0.46, 0.52, 0.06)
      return smoothMin(d, ellipsoid(px - 0.02, py + 0.34, pz, 0.3, 0.26, 0.055), 0.12) * 0.85
    },
  }
  const scaled = ears.kind === 'round' || ears.kind === 'fan' ? 1 : size
  const placed = place(one[ears.kind], x, y, z, -0.06, ears.kind === 'round' ? 0 : 0.15, lean, scaled)
  add(
    'ears',
    (px, py, pz) => placed(abs(px), py, pz),
    [0, y, z, x + (ears.kind === 'long' ? 0.62 : ears.kind === 'fan' ? 0.68 : 0.5)],
    material,
  )
}

function addNose({ traits, add }: Bust, { muzzle, nose }: Species): void {
  const { y: my, reach, kind } = muzzle
  const { smile } = EXPRESSIONS[traits.expression]
  if (nose.size > 0) {
    const tipZ = kind === 'snout' ? reach + 0.095 : kind === 'long' ? reach + 0.02 : reach + (nose.size > 1.2 ? 0.19 : 0.145)
    const y = my + (kind === 'snout' ? -0.03 : 0.065)
    const tall = nose.size > 2 ? 1.7 : 1
    add(
      'nose',
      (px, py, pz) =>
        ellipsoid(
          px,
          py - y,
          pz - tipZ,
          0.07 * nose.size * (1 + (py - my - 0.04) * 2.5 * (tall > 1 ? 0.3 : 1)),
          0.048 * nose.size * tall,
          0.05,
        ),
      [0, y, tipZ, 0.11 * nose.size * tall],
      plain(rgb(nose.colour), { rough: 0.25, coat: 0.6 }),
      0.003,
    )
  }
  if (kind === 'trunk') return
  if (kind === 'long') {
    const z = reach - 0.06
    const line = sweep(
      [
        [0, my - 0.14, z + 0.06, 0.012],
        [0.1, my - 0.15 + 0.01 * smile, z + 0.03, 0.013],
        [muzzle.width * 0.85, my - 0.1 + 0.03 * smile, z - 0.12, 0.008],
      ],
      5,
    )
    add('mouth', mirrorX(line), [0, my - 0.1, z, 0.4], plain(DARK, { rough: 0.8 }), 0.002)
    return
  }
  const z = kind === 'disc' ? reach - 0.16 : kind === 'snout' ? reach - 0.22 : reach
  const low = kind === 'disc' ? 0.2 : 0
  const far = kind === 'snout' ? 0.03 : 0
  const line = sweep(
    [
      [0, my - 0.015 - low, z + 0.145 + far * 4, 0.011],
      [0.035, my - 0.085 - low, z + 0.155 + far * 3, 0.013],
      [0.1, my - 0.1 - low - 0.02 * smile, z + 0.15 + far, 0.013],
      [0.18, my - 0.07 - low + 0.04 * smile, z + 0.1 - far, 0.007],
    ],
    5,
  )
  add('mouth', mirrorX(line), [0, my - 0.05 - low, z + 0.15, 0.4], plain(rgb('#2a1a18'), { rough: 0.8 }), 0.002)
}
