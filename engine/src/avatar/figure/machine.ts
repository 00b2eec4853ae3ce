import { sin } from '../../math/dmath.ts'
import { smoothMin } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { box, capsule, length2, length3, torus } from '../../solid/field/shapes.ts'
import { metal } from '../../solid/material/metal.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { bodyBound } from './beasts.ts'
import type { Frame } from './frame.ts'
import type { FigurePart } from './piece.ts'
import { FINGERS, PALM, THUMB_AT } from './skeleton.ts'
import { legBound } from './wardrobe.ts'
import { type Binding, bodyBinding, rigid } from './weights.ts'

const { abs, max, min } = Math

/** Moves with the bone of its side. */
const sided =
  (bone: string): Binding =>
  (x, _y, _z, tell) =>
    tell(`${x < 0 ? 'right' : 'left'}${bone}`, 1)

const both =
  (field: Field): Field =>
  (x, y, z) =>
    field(abs(x), y, z)

/** A robot below the shoulders: bellows, a pelvis, plated limbs between ball joints, gripping hands, boots. */
export function machineBody(frame: Frame, enamel: Opaque): FigurePart[] {
  const { shoulder, elbow, wrist, hip, knee, ankle, floor, z: middle } = frame
  const steel = metal(rgb('#b9c0c9'), { rough: 0.25, wear: 0.3 })
  const rubber = plain(rgb('#23262e'), { rough: 0.45, metal: 0.4 })
  const arms = bodyBound(frame)
  const legs = legBound(frame)
  const at = shoulder.y
  const rod = (ax: number, y: number, z: number, from: number, to: number, r: number, s: number) =>
    capsule(ax, y, z, from, at, middle, to, at, middle, r, s)
  const tube = (ax: number, y: number, z: number, x: number, from: number, to: number, r: number) => max(length2(ax - x, z - middle) - r, abs(y - (from + to) / 2) - (from - to) / 2)
  const ribbed: Field = (ax, y, z) => {
    const arm = max(length2(y - at, z - middle) - 0.1 + 0.016 * sin(ax * 70), shoulder.x - ax, ax - wrist)
    const leg = tube(ax, y, z, hip.x + 0.01, hip.y, ankle, 0.115 + 0.014 * sin(y * 70))
    return min(arm, leg) * 0.8
  }
  const plate = (ax: number, y: number, z: number, from: number, to: number, r: number, s: number) =>
    max(rod(ax, y, z, from, to, r, s), from - 0.02 - ax, ax - to - 0.02)
  const upper: Field = (ax, y, z) => plate(ax, y, z, shoulder.x + 0.22, elbow - 0.12, 0.16, 0.15) - 0.01
  const lower: Field = (ax, y, z) => plate(ax, y, z, elbow + 0.12, wrist - 0.06, 0.16, 0.2) - 0.01
  const joints: Field = (ax, y, z) => min(length3(ax - elbow, y - at, z - middle) - 0.145, length3(ax - hip.x, y - hip.y, z - middle) - 0.19, length3(ax - hip.x - 0.01, y - knee, z - middle) - 0.17)
  const x0 = hip.x + 0.01
  const thigh: Field = (ax, y, z) => max(capsule(ax, y, z, x0, hip.y - 0.2, middle, x0, knee + 0.14, middle, 0.2, 0.18), abs(y - (hip.y + knee) / 2) - (hip.y - knee) / 2 + 0.15) - 0.01
  const shin: Field = (ax, y, z) => max(capsule(ax, y, z, x0, knee - 0.14, middle, x0, ankle, middle, 0.19, 0.26), y - knee + 0.13, ankle - 0.05 - y) - 0.01
  const boot: Field = (ax, y, z) => smoothMin(box(ax - x0, y - floor - 0.11, z - middle - 0.13, 0.22, 0.11, 0.36, 0.09), box(ax - x0, y - floor - 0.2, z - middle, 0.19, 0.12, 0.19, 0.08), 0.05)
  const base = { binding: bodyBinding(frame) }
  return [
    { name: 'bellows', field: (x, y, z) => max(length2(x / 1.1, z + 0.06) - 0.34 + 0.03 * sin(y * 44), abs(y + 2.08) - 0.26) * 0.75, bound: [0, -2.08, -0.06, 0.6], material: rubber, binding: base.binding, triangles: 700 },
    { name: 'pelvis', field: (x, y, z) => box(x, y - hip.y - 0.06, z - middle, 0.5, 0.21, 0.33, 0.15), bound: [0, hip.y, middle, 0.7], material: enamel, binding: rigid('hips'), triangles: 600 },
    { ...base, name: 'ribs', field: both(ribbed), bound: arms, material: rubber, triangles: 1500 },
    { ...base, name: 'joints', field: both(joints), bound: arms, material: steel, triangles: 1300 },
    { name: 'upper arms', field: both(upper), bound: arms, material: enamel, binding: sided('UpperArm'), triangles: 700 },
    { name: 'forearms', field: both(lower), bound: arms, material: enamel, binding: sided('LowerArm'), triangles: 700 },
    { name: 'thighs', field: both(thigh), bound: legs, material: enamel, binding: sided('UpperLeg'), triangles: 700 },
    { name: 'shins', field: both(shin), bound: legs, material: enamel, binding: sided('LowerLeg'), triangles: 700 },
    { name: 'boots', field: both(boot), bound: [0, floor + 0.2, 0.05, 0.95], material: steel, binding: base.binding, triangles: 900 },
    ...grips(frame, steel, rubber),
  ]
}

/** Hands of plates: a palm, and fingers of two links each. */
function grips(frame: Frame, steel: Opaque, rubber: Opaque): FigurePart[] {
  const { wrist, shoulder, z: middle } = frame
  const bound = [0, shoulder.y, middle, wrist + 0.62] as const
  const binding = bodyBinding(frame)
  const palm: Field = (ax, y, z) => box(ax - wrist - 0.11, y - shoulder.y, z - middle, 0.14, 0.075, 0.15, 0.05)
  const digits: Field = (ax, y, z) => {
    const x = ax - wrist
    const yy = y - shoulder.y
    const zz = z - middle
    let d = 9
    for (const { z: from, lean, length } of FINGERS)
      for (const [a, b] of [
        [0.08, 0.3],
        [0.42, 0.62],
        [0.75, 0.98],
      ] as const)
        d = min(d, capsule(x, yy, zz, PALM + length * a, 0, from + lean * length * a, PALM + length * b, 0, from + lean * length * b, 0.042, 0.038))
    const [p, q, r, s] = THUMB_AT
    d = min(d, capsule(x, yy, zz, p[0], p[1], p[2], q[0] - 0.01, q[1], q[2] - 0.01, 0.05, 0.045))
    return min(d, capsule(x, yy, zz, r[0] - 0.03, r[1], r[2] - 0.03, s[0], s[1], s[2], 0.044, 0.038))
  }
  const cuffs: Field = (ax, y, z) => torus(y - shoulder.y, ax - wrist + 0.03, z - middle, 0.16, 0.045)
  return [
    { name: 'palms', field: both(palm), bound, material: steel, binding: sided('Hand'), triangles: 500 },
    { name: 'digits', field: both(digits), bound, material: rubber, binding, triangles: 2400 },
    { name: 'cuffs', field: both(cuffs), bound, material: steel, binding: sided('LowerArm'), triangles: 600 },
  ]
}

/** How the parts of a robot's bust move. */
export function machineBinding(name: string): Binding | null {
  if (name === 'shoulders') return sided('UpperArm')
  if (name === 'torso' || name === 'core' || name === 'core ring' || name === 'collar') return rigid('upperChest')
  return null
}
