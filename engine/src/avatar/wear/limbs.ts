import { cos, sin } from '../../math/dmath.ts'
import { mirrorX, place, smoothMin } from '../../solid/field/combine.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { box, capsule, cylinder, length2, length3, torus } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { metal } from '../../solid/material/metal.ts'
import { leather } from '../../solid/material/organic.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import type { Bust, Fitting } from '../bust.ts'
import { fabric } from '../material/soft.ts'

const { abs, max, min } = Math

/** Fingers: where each leaves the palm, its lean, its length. */
const FINGERS = [
  [-0.1, -0.22, 0.17],
  [-0.035, -0.07, 0.215],
  [0.035, 0.06, 0.205],
  [0.098, 0.2, 0.16],
] as const

/** An open hand, palm to the viewer, wrist at the origin, fingers up. */
function hand(gap: number): Field {
  const tips = FINGERS.map(([x, lean, length]) => [x, 0.24, x + sin(lean) * length, 0.24 + cos(lean) * length] as const)
  return (x, y, z) => {
    let d = box(x, y - 0.13, z, 0.125, 0.13, 0.055, 0.05)
    for (const [ax, ay, bx, by] of tips) d = smoothMin(d, capsule(x, y, z, ax, ay - 0.03 + gap, 0, bx, by, 0.01, 0.04, 0.034), 0.03)
    return smoothMin(d, capsule(x, y, z, -0.1, 0.09, 0.01, -0.225, 0.2, 0.05, 0.046, 0.036), 0.04)
  }
}

/** How far a raised arm stands from the middle, model units. */
export const REACH = 0.98

/** A raised arm that waves: of flesh, or a prosthesis of carbon and steel. */
export function addRaisedArm(bust: Bust, { shoulders }: Fitting, skin: Opaque): void {
  const { traits, add } = bust
  const artificial = traits.features.has('prosthetic-arm')
  const x = max(REACH, shoulders + 0.16)
  const lean = -0.16
  const sleeve: Field = (px, py, pz) => capsule(px, py, pz, x + 0.06, -1.75, 0.12, x + 0.02, artificial ? -1.3 : -1.12, 0.2, 0.2, 0.155)
  add('sleeve', sleeve, [x, -1.45, 0.15, 0.55], fabric(traits.top))
  if (!artificial) {
    const forearm: Field = (px, py, pz) => capsule(px, py, pz, x + 0.02, -1.2, 0.2, x, -0.86, 0.25, 0.105, 0.082)
    const open = place(hand(0), x, -0.86, 0.26, 0, 0, lean)
    add('hand', (px, py, pz) => smoothMin(forearm(px, py, pz), open(px, py, pz), 0.05), [x, -0.8, 0.24, 0.65], skin)
    return
  }
  const carbon = plain(rgb('#22252c'), { rough: 0.32, coat: 0.5 })
  const steel = metal(rgb('#c3c9d1'), { rough: 0.25, brush: 0 })
  const socket: Field = (px, py, pz) => capsule(px, py, pz, x + 0.02, -1.3, 0.2, x, -1.0, 0.235, 0.145, 0.1)
  add('socket', socket, [x, -1.15, 0.22, 0.36], plain(traits.trim, { rough: 0.3, coat: 0.7 }))
  add(
    'cuff',
    place((a, b, c) => torus(a, b * 0.7, c, 0.15, 0.03), x + 0.015, -1.28, 0.2),
    [x, -1.28, 0.2, 0.22],
    steel,
  )
  add(
    'wrist',
    place((a, b, c) => cylinder(a, b, c, 0.075, 0.07, 0.02), x, -0.91, 0.25),
    [x, -0.91, 0.25, 0.15],
    steel,
  )
  add(
    'palm',
    place((a, b, c) => box(a, b - 0.12, c, 0.125, 0.115, 0.06, 0.045), x, -0.86, 0.26, 0, 0, lean),
    [x, -0.74, 0.26, 0.25],
    carbon,
  )
  const digits: Field = (a, b, c) => {
    let d = 9
    for (const [fx, tilt, length] of FINGERS)
      for (let k = 0; k < 2; k++) {
        const from = 0.265 + k * length * 0.55
        const at = (t: number) => fx + sin(tilt) * (t - 0.24)
        d = min(d, capsule(a, b, c, at(from), from, 0, at(from + length * 0.4), from + length * 0.4, 0.01, 0.036, 0.033))
      }
    return min(d, capsule(a, b, c, -0.13, 0.1, 0.01, -0.215, 0.2, 0.05, 0.042, 0.034))
  }
  add('digits', place(digits, x, -0.86, 0.26, 0, 0, lean), [x, -0.5, 0.26, 0.42], carbon)
  const joints: Field = (a, b, c) => {
    let d = 9
    for (const [fx, tilt, length] of FINGERS)
      for (let k = 0; k < 2; k++)
        d = min(d, length3(a - fx - sin(tilt) * (k * length * 0.5 + 0.01), b - 0.25 - k * length * 0.52, c) - 0.034)
    return d
  }
  add('joints', place(joints, x, -0.86, 0.26, 0, 0, lean), [x, -0.55, 0.26, 0.35], steel)
}

/** A wheelchair: back, handles and the tops of the wheels. */
export function addWheelchair({ traits, add }: Bust, { shoulders }: Fitting): void {
  const wide = max(0.86, shoulders)
  const steel = metal(rgb('#c9ced6'), { rough: 0.18, wear: 0.05, brush: 0 })
  const back: Field = (x, y, z) => box(x, y + 1.5, z + 0.46, wide, 0.62, 0.06, 0.05)
  add('back', back, [0, -1.5, -0.46, 1.3], leather(traits.trim as Rgb))
  const handle = sweep(
    [
      [wide + 0.02, -1.9, -0.46, 0.045],
      [wide + 0.02, -0.82, -0.46, 0.045],
      [wide + 0.02, -0.7, -0.54, 0.045],
      [wide + 0.04, -0.68, -0.72, 0.045],
    ],
    5,
  )
  add('posts', mirrorX(handle), [0, -1.25, -0.5, 1.5], steel)
  const grip: Field = (x, y, z) => capsule(abs(x), y, z, wide + 0.03, -0.685, -0.62, wide + 0.05, -0.68, -0.98, 0.075, 0.08)
  add('grips', grip, [0, -0.68, -0.8, wide + 0.4], plain(rgb('#23252c'), { rough: 0.6 }))
  const wheelX = wide + 0.3
  const tyre: Field = (x, y, z) => length2(length2(y + 1.72, z + 0.1) - 0.82, abs(x) - wheelX) - 0.055
  add('tyres', tyre, [0, -1.72, -0.1, 1.7], plain(rgb('#2b2d33'), { rough: 0.7 }))
  const rim: Field = (x, y, z) => length2(length2(y + 1.72, z + 0.1) - 0.72, abs(x) - wheelX - 0.08) - 0.03
  add('rims', rim, [0, -1.72, -0.1, 1.65], steel)
  const spokes: Field = (x, y, z) => {
    let d = 9
    for (let i = 0; i < 5; i++) {
      const a = 0.35 + i * 0.6
      d = min(d, capsule(abs(x), y, z, wheelX, -1.72, -0.1, wheelX, -1.72 + sin(a) * 0.8, -0.1 + cos(a) * 0.8, 0.014, 0.014))
    }
    return d
  }
  add('spokes', spokes, [0, -1.5, -0.1, 1.6], steel)
  const rest: Field = (x, y, z) => box(abs(x) - wide - 0.07, y + 1.46, z - 0.16, 0.085, 0.05, 0.4, 0.045)
  add('arm rests', rest, [0, -1.46, 0.16, wide + 0.5], leather(rgb('#2c2a2f')))
}
