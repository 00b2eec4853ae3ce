import { sin } from '../../math/dmath.ts'
import { smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Bound, Field } from '../../solid/field/field.ts'
import { capsule, ellipsoid } from '../../solid/field/shapes.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb, scale } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import type { Traits } from '../traits.ts'
import { birdFoot, claw, foreHoof, hindHoof, hindPaw, paw, wing } from './extremities.ts'
import { armField, legField, trunk } from './form.ts'
import type { Frame } from './frame.ts'
import type { FigurePart } from './piece.ts'
import { bodyBinding, rigid } from './weights.ts'

const { abs, min, sqrt } = Math

const HOOF = plain(rgb('#2e2623'), { rough: 0.4, coat: 0.3 })
const HORN = plain(rgb('#f0a03a'), { rough: 0.5, coat: 0.2 })

const both =
  (field: Field): Field =>
  (x, y, z) =>
    field(abs(x), y, z)

/** The sphere round everything below the head. */
export function bodyBound({ wrist, floor, limbs }: Frame): Bound {
  const wide = wrist + (limbs === 'wings' ? 0.75 : 0.55)
  const half = (-0.5 - floor) / 2 + 0.1
  return [0, (floor - 0.5) / 2, -0.05, sqrt(wide * wide + half * half * 0.3) + 0.25]
}

/** A whole furred, feathered or scaled body: trunk, neck, arms and legs in one skin, then hooves or feet of another. */
export function beastBody({ being }: Traits, frame: Frame, neck: number, coat: Opaque, dressed: boolean): FigurePart[] {
  const { limbs, shoulder, z: middle } = frame
  const body = trunk(frame, 0)
  const arm = armField(frame, 0)
  const leg = legField(frame, 0)
  const fore = limbs === 'wings' ? wing(frame) : limbs === 'claws' ? claw(frame) : limbs === 'paws' ? paw(frame) : null
  const hind = limbs === 'paws' || limbs === 'claws' ? hindPaw(frame) : null
  const flipper = limbs === 'wings'
  // under clothes the coat lies close
  const thick = min(neck, dressed ? 0.35 : 0.42)
  const [slim, spread, blend] = dressed ? [0.07, 0.08, 0.08] : [0, 0.08, 0.24]
  const skin: Field = (x, y, z) => {
    const ax = abs(x)
    let d = body(x, y, z) + slim
    d = smoothMin(d, capsule(x, y, z, 0, -0.4, -0.05, 0, frame.lift - 1.15, middle, thick, thick + spread), blend)
    if (ax > 0.15 && y > shoulder.y - 0.75) {
      if (flipper && fore) d = smoothMin(d, fore(ax, y, z), 0.14)
      else d = smoothMin(d, arm(ax, y, z), 0.15)
      if (!flipper && fore) d = smoothMin(d, fore(ax, y, z), 0.06)
    }
    if (y < frame.lift - 1.8 && !(flipper && y < frame.knee)) d = smoothMin(d, leg(ax, y, z), 0.13)
    if (hind && y < frame.knee + 0.3) d = smoothMin(d, hind(ax, y, z), 0.06)
    return d
  }
  const binding = bodyBinding(frame)
  const bound = bodyBound(frame)
  const parts: FigurePart[] = [{ name: 'body', field: skin, bound, material: coat, binding, triangles: dressed ? 6400 : 7800 }]
  if (limbs === 'hooves') {
    parts.push({
      name: 'fore hooves',
      field: both(foreHoof(frame)),
      bound: [0, shoulder.y, middle, frame.wrist + 0.5],
      material: HOOF,
      binding,
      triangles: 640,
    })
    parts.push({
      name: 'hind hooves',
      field: both(hindHoof(frame)),
      bound: [0, frame.floor + 0.2, 0, 0.85],
      material: HOOF,
      binding,
      triangles: 640,
    })
  }
  if (flipper)
    parts.push({
      name: 'feet',
      field: both(birdFoot(frame)),
      bound: [0, frame.floor + 0.25, 0, 0.95],
      material: being === 'owl' || being === 'eagle' ? plain(rgb('#d9a23a'), { rough: 0.6 }) : HORN,
      binding,
      triangles: 1200,
    })
  return parts
}

/** The shell of a turtle, and the plates on its belly, at the height of its trunk. */
export function turtleShell(frame: Frame, plates: Opaque): FigurePart[] {
  const field: Field = (x, y, z) => {
    const d = ellipsoid(x, y - frame.lift + 1.7, z + 0.46, frame.belly + 0.26, 0.98, 0.46)
    return smoothMin(d, ellipsoid(x, y - frame.lift + 1.75, z + 0.28, frame.belly + 0.34, 1.04, 0.12), 0.1)
  }
  return [{ name: 'shell', field, bound: [0, frame.lift - 1.7, -0.4, 1.35], material: plates, binding: rigid('chest'), triangles: 1500 }]
}

/** Wings of skin between long fingers, on a dragon's back. */
export function dragonWings({ skin }: Traits, { z: middle }: Frame): FigurePart[] {
  const root = [0.22, -1.25, middle - 0.3] as const
  const tips = [
    [1.5, -0.25, middle - 0.75],
    [1.75, -1.05, middle - 0.85],
    [1.35, -1.75, middle - 0.75],
    [0.55, -1.9, middle - 0.55],
  ] as const
  const elbow = [0.75, -0.45, middle - 0.6] as const
  const bones: Field = (ax, y, z) => {
    let d = capsule(ax, y, z, ...root, ...elbow, 0.085, 0.06)
    for (const tip of [tips[0], tips[1], tips[2]]) d = smoothMin(d, capsule(ax, y, z, ...elbow, tip[0], tip[1], tip[2], 0.055, 0.018), 0.04)
    return d
  }
  // the membrane lies in a leaning plane; its rim is scalloped between the fingers
  const membrane: Field = (ax, y, z) => {
    const plane = abs(z - middle + 0.3 + (ax - 0.2) * 0.42 + 0.03 * sin(ax * 4)) * 0.88 - 0.026
    let inside = 9
    for (let i = 0; i < 3; i++) inside = min(inside, fan(ax, y, elbow, tips[i]!, tips[i + 1]!))
    inside = min(inside, fan(ax, y, root, elbow, tips[3]))
    return smoothMax(plane, inside, 0.01)
  }
  const hide = plain(scale(skin, 0.7), { rough: 0.5, soften: 0.8 })
  const base = { bound: [0, -1.1, middle - 0.55, 2] as const }
  const binding: FigurePart['binding'] = (x, _y, _z, tell) => {
    const out = Math.max(0, Math.min(1, (abs(x) - 0.3) / 0.9))
    tell('upperChest', 1 - out)
    tell(x < 0 ? 'rightWing' : 'leftWing', out)
  }
  return [
    { ...base, name: 'wing bones', field: both(bones), material: plain(skin, { rough: 0.45 }), binding, triangles: 1300 },
    { ...base, name: 'membranes', field: both(membrane), material: hide, binding, triangles: 1500 },
  ]
}

/** Signed distance, about, to a triangle in x and y, its outer side bitten in. */
function fan(x: number, y: number, a: readonly number[], b: readonly number[], c: readonly number[]): number {
  const side = (p: readonly number[], q: readonly number[]) => {
    const dx = q[0]! - p[0]!
    const dy = q[1]! - p[1]!
    return ((x - p[0]!) * dy - (y - p[1]!) * dx) / sqrt(dx * dx + dy * dy)
  }
  const turn = (b[0]! - a[0]!) * (c[1]! - a[1]!) - (b[1]! - a[1]!) * (c[0]! - a[0]!) > 0 ? 1 : -1
  const mx = (b[0]! + c[0]!) / 2
  const my = (b[1]! + c[1]!) / 2
  const width = sqrt((b[0]! - c[0]!) * (b[0]! - c[0]!) + (b[1]! - c[1]!) * (b[1]! - c[1]!))
  const ox = mx + (mx - a[0]!) * 0.35
  const oy = my + (my - a[1]!) * 0.35
  const bite = width * 0.56 - sqrt((x - ox) * (x - ox) + (y - oy) * (y - oy))
  return Math.max(side(a, b) * turn, side(c, a) * turn, side(b, c) * turn - 0.01, bite)
}
