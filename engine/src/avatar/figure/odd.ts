import { sin, smooth } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { capsule, ellipsoid } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { bodyBound } from './beasts.ts'
import type { Frame } from './frame.ts'
import type { FigurePart } from './piece.ts'
import type { Bone } from './skeleton.ts'
import { chainBinding } from './tails.ts'
import { type Binding, bodyBinding } from './weights.ts'

const { abs } = Math

/** A sheet from the crown to a wavy hem over the floor, with two arms under it. */
export function ghostBody(frame: Frame, sheet: Opaque): FigurePart[] {
  const { floor, shoulder, wrist, z: middle } = frame
  const hem = floor + 0.32
  const field: Field = (x, y, z) => {
    const ax = abs(x)
    let d = ellipsoid(x, y - 0.08, z, 0.68, 0.68, 0.6)
    d = smoothMin(d, capsule(x, y, z, 0, -0.2, 0, 0, hem, -0.05, 0.62, 0.86), 0.25)
    d = smoothMin(d, capsule(ax, y, z, 0.5, shoulder.y + 0.16, middle + 0.1, wrist - 0.1, shoulder.y, middle, 0.2, 0.13), 0.16)
    const wave = 0.1 * sin(x * 7) + 0.08 * sin(z * 8 + 1)
    d = smoothMax(d, hem + wave - y, 0.05)
    return d + 0.022 * sin(x * 8 + 3 * noise3(x * 2, y * 2, z * 2)) * smooth(-0.4, -1, y)
  }
  return [
    {
      name: 'sheet',
      field,
      bound: [0, (floor + 0.8) / 2, 0, (0.8 - floor) / 2 + 0.35],
      material: sheet,
      binding: ghostBinding(frame),
      triangles: 5200,
    },
  ]
}

/** A sheet has no legs of its own: its hem swings with both thighs a little. */
function ghostBinding(frame: Frame): Binding {
  const body = bodyBinding(frame, 1)
  return (x, y, z, tell) => (abs(x) < 0.55 && y > -0.95 ? headed(y, tell) : body(x, y, z, tell))
}

function headed(y: number, tell: (bone: string, share: number) => void): void {
  const head = smooth(-0.95, -0.35, y)
  tell('head', head)
  tell('upperChest', 1 - head)
}

/** Eight arms: two held out, two to stand on, four that trail. */
export function octopusBody(frame: Frame, skin: Opaque): { parts: FigurePart[]; bones: Bone[] } {
  const { shoulder, wrist, hip, ankle, floor, z: middle } = frame
  const at = shoulder.y
  const reach = sweep(
    [
      [0.2, at + 0.3, middle + 0.05, 0.26],
      [0.7, at, middle, 0.19],
      [wrist - 0.3, at, middle, 0.14],
      [wrist + 0.3, at + 0.03, middle, 0.09],
      [wrist + 0.52, at + 0.2, middle, 0.04],
    ],
    5,
  )
  const stand = sweep(
    [
      [0.2, -1, middle, 0.3],
      [hip.x, hip.y + 0.1, middle, 0.24],
      [hip.x + 0.04, ankle + 0.3, middle, 0.17],
      [hip.x + 0.06, floor + 0.12, middle + 0.14, 0.13],
      [hip.x + 0.12, floor + 0.07, middle + 0.5, 0.06],
    ],
    5,
  )
  const body: Field = (x, y, z) => {
    const ax = abs(x)
    let d = ellipsoid(x, y + 1.25, z - middle, 0.52, 0.95, 0.44)
    d = smoothMin(d, reach(ax, y, z), 0.16)
    return smoothMin(d, stand(ax, y, z), 0.14)
  }
  const parts: FigurePart[] = [
    { name: 'arms', field: body, bound: bodyBound(frame), material: skin, binding: bodyBinding(frame), triangles: 5600 },
  ]
  const bones: Bone[] = []
  for (const [i, [sx, back]] of (
    [
      [1, 0.62],
      [-1, 0.62],
      [1, -0.1],
      [-1, -0.1],
    ] as const
  ).entries()) {
    const front = back < 0
    const points = [
      [sx * 0.26, -1.7, middle - (front ? -0.1 : 0.2), 0.21],
      [sx * (front ? 0.8 : 0.5), hip.y - 0.05, middle - (front ? -0.24 : 0.55), 0.16],
      [sx * (front ? 1.0 : 0.72), floor + 0.28, middle - (front ? -0.34 : 0.85), 0.11],
      [sx * (front ? 1.3 : 0.9), floor + 0.16, middle - (front ? -0.5 : 1.2), 0.06],
      [sx * (front ? 1.42 : 1.0), floor + 0.34, middle - (front ? -0.5 : 1.35), 0.03],
    ] as const
    const chain: Bone[] = points.slice(0, 4).map(([x, y, z], k) => ({
      name: `tentacle${i + 1}_${k + 1}`,
      parent: k === 0 ? 'spine' : `tentacle${i + 1}_${k}`,
      at: [x, y, z] as const,
    }))
    bones.push(...chain)
    parts.push({
      name: `tentacle ${i + 1}`,
      field: sweep(points, 5),
      bound: [sx * 0.75, (hip.y + floor) / 2 + 0.3, middle - (front ? -0.25 : 0.65), 1.5],
      material: skin,
      binding: chainBinding(chain),
      triangles: 720,
    })
  }
  return { parts, bones }
}
