import type { Fitting } from '../bust.ts'
import type { Frame } from './frame.ts'

/** A joint in the bust's units. Names are those of VRM 1.0 where it knows the bone. */
export type Bone = { readonly name: string; readonly parent: string | null; readonly at: readonly [number, number, number] }

/** Fingers from the thumb: how far forward of the wrist each starts, its lean forward, and its length. */
export const FINGERS = [
  { name: 'Index', z: 0.096, lean: 0.15, length: 0.27 },
  { name: 'Middle', z: 0.034, lean: 0.04, length: 0.3 },
  { name: 'Ring', z: -0.032, lean: -0.06, length: 0.275 },
  { name: 'Little', z: -0.092, lean: -0.18, length: 0.22 },
] as const

/** From the wrist to the knuckles. */
export const PALM = 0.23

const JOINTS = ['Proximal', 'Intermediate', 'Distal'] as const
const THUMB = ['Metacarpal', 'Proximal', 'Distal'] as const

/** Places of the thumb's joints from the wrist, and its tip. */
export const THUMB_AT = [
  [0.05, -0.01, 0.075],
  [0.125, -0.015, 0.145],
  [0.195, -0.02, 0.2],
  [0.26, -0.02, 0.24],
] as const

function fingerBones(side: 'left' | 'right', sign: number, { wrist, shoulder, z }: Frame): Bone[] {
  const bones: Bone[] = []
  const grow = (finger: string, joints: readonly string[], at: (i: number) => readonly [number, number, number]) => {
    for (const [i, joint] of joints.entries()) {
      const [dx, dy, dz] = at(i)
      bones.push({
        name: `${side}${finger}${joint}`,
        parent: i === 0 ? `${side}Hand` : `${side}${finger}${joints[i - 1]}`,
        at: [sign * (wrist + dx), shoulder.y + dy, z + dz],
      })
    }
  }
  grow('Thumb', THUMB, (i) => THUMB_AT[i]!)
  for (const { name, z: from, lean, length } of FINGERS)
    grow(name, JOINTS, (i) => [PALM + (length * i) / 3, 0, from + (lean * length * i) / 3])
  return bones
}

/** The bones of a body: those VRM asks for, neck, shoulders, eyes, toes, and fingers on hands. */
export function skeletonOf(frame: Frame, fit: Fitting): Bone[] {
  const { z, waist, shoulder, elbow, wrist, hip, knee, ankle, floor, limbs } = frame
  const bones: Bone[] = [
    { name: 'hips', parent: null, at: [0, hip.y + 0.12, z] },
    { name: 'spine', parent: 'hips', at: [0, waist, z] },
    { name: 'chest', parent: 'spine', at: [0, -1.64, z] },
    { name: 'upperChest', parent: 'chest', at: [0, -1.3, z] },
    { name: 'neck', parent: 'upperChest', at: [0, -0.92, z] },
    { name: 'head', parent: 'neck', at: [0, -0.56, -0.06] },
  ]
  for (const [side, sign] of [
    ['left', 1],
    ['right', -1],
  ] as const) {
    bones.push(
      { name: `${side}Eye`, parent: 'head', at: [sign * fit.eyes.x, fit.eyes.y, fit.eyes.z] },
      { name: `${side}Shoulder`, parent: 'upperChest', at: [sign * 0.2, shoulder.y + 0.08, z] },
      { name: `${side}UpperArm`, parent: `${side}Shoulder`, at: [sign * shoulder.x, shoulder.y, z] },
      { name: `${side}LowerArm`, parent: `${side}UpperArm`, at: [sign * elbow, shoulder.y, z] },
      { name: `${side}Hand`, parent: `${side}LowerArm`, at: [sign * wrist, shoulder.y, z] },
      { name: `${side}UpperLeg`, parent: 'hips', at: [sign * hip.x, hip.y, z] },
      { name: `${side}LowerLeg`, parent: `${side}UpperLeg`, at: [sign * (hip.x + 0.01), knee, z] },
      { name: `${side}Foot`, parent: `${side}LowerLeg`, at: [sign * (hip.x + 0.02), ankle, z] },
      { name: `${side}Toes`, parent: `${side}Foot`, at: [sign * (hip.x + 0.02), floor + 0.08, z + 0.28] },
    )
    if (limbs === 'hands' || limbs === 'grips') bones.push(...fingerBones(side, sign, frame))
  }
  return bones
}
