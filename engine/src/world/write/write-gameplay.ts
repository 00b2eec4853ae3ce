import { cos, PI, sin } from '../../math/dmath.ts'
import type { GlbWriter, Json } from '../../model/glb.ts'
import type { World } from '../world.ts'
import { floorAt } from './floor-at.ts'

/** A turn about the upright as a quaternion. */
export const yawRotation = (yaw: number): Json => [0, sin(yaw / 2), 0, cos(yaw / 2)]

/** Where a sitting body's back, knees and feet go, from the middle of the seat; metres, facing +z. OMI_seat. */
const SEAT = { back: [0, 0, -0.2], knee: [0, 0, 0.28], foot: [0, -0.46, 0.3], angle: PI / 2 }

const two = (number: number) => String(number).padStart(2, '0')

/** Spawn, points of interest, seats and picture slots as nodes. Everything faces +z, as glTF's models do. */
export function writeGameplay(glb: GlbWriter, world: World): void {
  const { draft, points, seats, slots } = world
  const parent = glb.node({ name: 'gameplay' })
  const [x, z] = draft.spawn
  const { landmark } = draft
  const yaw = spawnYaw(landmark[0] - x, landmark[2] - z)
  glb.uses('OMI_spawn_point')
  glb.node(
    {
      name: 'spawn_01',
      translation: [x, floorAt(world, x, z), z],
      rotation: [0, yaw.sin, 0, yaw.cos],
      extensions: { OMI_spawn_point: { title: 'Spawn' } },
      extras: { facing: '+Z', lookAt: [...landmark] },
    },
    parent,
  )
  for (const [i, point] of points.entries())
    glb.node(
      {
        name: `poi_${two(i + 1)}`,
        translation: [point.x, floorAt(world, point.x, point.z), point.z],
        extras: { label: point.name, ...(point.asked && { asked: true }) },
      },
      parent,
    )
  if (seats.length > 0) glb.uses('OMI_seat')
  for (const [i, seat] of seats.entries())
    glb.node(
      {
        name: `seat_${two(i + 1)}`,
        translation: [seat.x, seat.y, seat.z],
        rotation: yawRotation(seat.yaw),
        extensions: { OMI_seat: SEAT },
      },
      parent,
    )
  for (const [i, slot] of slots.entries())
    glb.node(
      {
        name: `slot_${two(i + 1)}`,
        translation: [slot.x, slot.y, slot.z],
        rotation: yawRotation(slot.yaw),
        extras: { kind: 'picture', width: slot.width, height: slot.height, unit: 'm', facing: '+Z' },
      },
      parent,
    )
}

/** Sine and cosine of half the turn that sends +z to (dx, dz), without an arc tangent. */
function spawnYaw(dx: number, dz: number): { sin: number; cos: number } {
  const length = Math.sqrt(dx * dx + dz * dz) || 1
  const c = dz / length
  const half = Math.sqrt(Math.max(0, (1 - c) / 2))
  return { sin: dx < 0 ? -half : half, cos: Math.sqrt(Math.max(0, (1 + c) / 2)) }
}
