import { smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Bound, Field } from '../../solid/field/field.ts'
import { capsule, length3, torus } from '../../solid/field/shapes.ts'
import { metal } from '../../solid/material/metal.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { fabric } from '../material/soft.ts'
import type { Traits } from '../traits.ts'
import { foot, hand } from './extremities.ts'
import { armField, legField } from './form.ts'
import type { Frame } from './frame.ts'
import type { FigurePart } from './piece.ts'
import { FINGERS, PALM } from './skeleton.ts'
import { legBound, OUTFITS } from './wardrobe.ts'
import { bodyBinding } from './weights.ts'

const { abs, max, min } = Math

/** The sphere round the arms, or one of them where `side` is 1 or −1. */
export function armBound({ wrist, shoulder, z }: Frame, side: 0 | 1 | -1): Bound {
  if (side === 0) return [0, shoulder.y, z, wrist + 0.62]
  const middle = (shoulder.x + wrist + 0.55) / 2
  return [side * middle, shoulder.y, z, middle - shoulder.x + 0.32]
}

/** Arms and hands, and the legs that a skirt leaves bare. */
export function limbsOfPeople(traits: Traits, frame: Frame, skin: Opaque): FigurePart[] {
  const { cut, gloves } = OUTFITS[traits.clothes]
  const { sleeve } = cut(frame)
  const prosthesis = traits.features.has('prosthetic-arm')
  const binding = bodyBinding(frame)
  const { wrist, shoulder, elbow } = frame
  const from = sleeve === 'short' ? shoulder.x + 0.2 : sleeve === 'none' ? shoulder.x - 0.1 : wrist - 0.16
  const arms = armField(frame, 0)
  const hands = hand(frame)
  const flesh: Field = (x, y, z) => smoothMax(smoothMin(arms(x, y, z), hands(x, y, z), 0.05), from - x, 0.02)
  const whole: Field = prosthesis ? (x, y, z) => (x > 0.3 ? 1 : flesh(-x, y, z)) : (x, y, z) => flesh(abs(x), y, z)
  const material = gloves ? plain(traits.trim, { rough: 0.6 }) : skin
  const parts: FigurePart[] = [
    { name: 'arms', field: whole, bound: armBound(frame, prosthesis ? -1 : 0), material, binding, triangles: prosthesis ? 1700 : 3400 },
  ]
  if (prosthesis) parts.push(...artificialArm(traits, frame, elbow + 0.02))
  if (OUTFITS[traits.clothes].trousers === 'none') {
    const leg = legField(frame, 0)
    const bare = foot(0)(frame)
    const field: Field = (x, y, z) => {
      const ax = abs(x)
      return smoothMax(smoothMin(leg(ax, y, z), bare(ax, y, z), 0.04), y - frame.hip.y - 0.1, 0.02)
    }
    parts.push({ name: 'legs', field, bound: legBound(frame), material: skin, binding, triangles: 1500 })
  }
  return parts
}

/** A left forearm and hand of carbon and steel, from its socket outwards. */
function artificialArm({ trim, top }: Traits, frame: Frame, from: number): FigurePart[] {
  const { wrist, shoulder, arm, z: middle } = frame
  const carbon = plain(rgb('#22252c'), { rough: 0.32, coat: 0.5 })
  const steel = metal(rgb('#c3c9d1'), { rough: 0.25, brush: 0 })
  const hands = hand(frame)
  const base = { bound: armBound(frame, 1), binding: bodyBinding(frame) }
  const along = (x: number, y: number, z: number, a: number, b: number, r: number, s: number) =>
    capsule(x, y, z, a, shoulder.y, middle, b, shoulder.y, middle, r, s)
  const upper = armField(frame, 0.04)
  const joints: Field = (x, y, z) => {
    let d = 9
    for (const { z: at, lean, length } of FINGERS)
      for (const share of [0.02, 0.36, 0.7])
        d = min(d, length3(x - wrist - PALM - length * share, y - shoulder.y - 0.012, z - middle - at - lean * length * share) - 0.043)
    return d
  }
  return [
    { ...base, name: 'sleeve cuff', field: (x, y, z) => smoothMax(upper(x, y, z), abs(x - from + 0.1) - 0.1, 0.02), material: fabric(top), triangles: 300 },
    { ...base, name: 'socket', field: (x, y, z) => along(x, y, z, from + 0.04, wrist - 0.14, arm[1] + 0.015, arm[2] * 0.86), material: plain(trim, { rough: 0.3, coat: 0.7 }), triangles: 700 },
    { ...base, name: 'ring', field: (x, y, z) => torus(y - shoulder.y, (x - from - 0.02) * 0.7, z - middle, arm[1] + 0.02, 0.03), material: steel, triangles: 420 },
    { ...base, name: 'wrist', field: (x, y, z) => along(x, y, z, wrist - 0.14, wrist + 0.01, arm[2] * 0.7, arm[2] * 0.66), material: steel, triangles: 260 },
    { ...base, name: 'carbon hand', field: (x, y, z) => max(hands(x, y, z), wrist + 0.0 - x), material: carbon, triangles: 1500 },
    { ...base, name: 'knuckles', field: joints, material: steel, triangles: 900 },
  ]
}
