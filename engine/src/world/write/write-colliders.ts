import { cos, sin } from '../../math/dmath.ts'
import type { GlbWriter, Json } from '../../model/glb.ts'
import type { Collider, Floor, World } from '../world.ts'
import { yawRotation } from './write-gameplay.ts'

/** Thickness of floors and ramps, metres. */
const FLOOR = 0.3
const RAMP = 0.2

/** To a centimetre, so that like shapes are one. */
const round = (metres: number) => Math.floor(metres * 100 + 0.5) / 100

/** Shapes told once each, by number. OMI_physics_shape. */
export type Shapes = { readonly list: Json[]; of(shape: { readonly [key: string]: Json }): number }

export function createShapes(): Shapes {
  const known = new Map<string, number>()
  const list: Json[] = []
  return {
    list,
    of(shape) {
      const key = JSON.stringify(shape)
      const number = known.get(key) ?? list.push(shape) - 1
      known.set(key, number)
      return number
    },
  }
}

/** The extension of a node that stands in the way and never moves. */
export const staticBody = (shape: number) => ({ OMI_physics_body: { motion: { type: 'static' }, collider: { shape } } })

const boxShape = (width: number, height: number, depth: number) => ({
  type: 'box',
  box: { size: [round(width), round(height), round(depth)] },
})
const cylinderShape = (radius: number, height: number) => ({
  type: 'cylinder',
  cylinder: { radiusTop: round(radius), radiusBottom: round(radius), height: round(height) },
})

const shapeOf = (thing: Collider | Floor, height: number) =>
  'radius' in thing ? cylinderShape(thing.radius, height) : boxShape(thing.width, height, thing.depth)

const turned = (thing: Collider | Floor) => ('radius' in thing || thing.yaw === 0 ? {} : { rotation: yawRotation(thing.yaw) })

/** A ramp as a tilted box: the tilt about its own x, then the turn about the upright. */
function rampNode(floor: Extract<Floor, { width: number }>, end: number, shapes: Shapes) {
  const slope = (end - floor.y) / floor.depth
  const c = 1 / Math.sqrt(1 + slope * slope)
  const tilt = Math.sqrt((1 - c) / 2) * (slope > 0 ? -1 : 1)
  const rest = Math.sqrt((1 + c) / 2)
  const [s, w] = [sin(floor.yaw / 2), cos(floor.yaw / 2)]
  return {
    translation: [round(floor.x), (floor.y + end) / 2 - RAMP / 2, round(floor.z)],
    rotation: [w * tilt, s * rest, -s * tilt, w * rest],
    extensions: staticBody(shapes.of(boxShape(floor.width, RAMP, floor.depth / c))),
  }
}

/** Everything that stops or carries a body, as nodes without a mesh. */
export function writeColliders(glb: GlbWriter, world: World, shapes: Shapes): void {
  const parent = glb.node({ name: 'colliders' })
  for (const [i, collider] of world.colliders.entries())
    glb.node(
      {
        name: `collider_${i + 1}`,
        translation: [round(collider.x), round(collider.y + collider.height / 2), round(collider.z)],
        ...turned(collider),
        extensions: staticBody(shapes.of(shapeOf(collider, collider.height))),
      },
      parent,
    )
  for (const [i, floor] of world.floors.entries()) {
    const isRamp = floor.end !== undefined && 'width' in floor
    const body = isRamp
      ? rampNode(floor, floor.end, shapes)
      : {
          translation: [round(floor.x), round(floor.y - FLOOR / 2), round(floor.z)],
          ...turned(floor),
          extensions: staticBody(shapes.of(shapeOf(floor, FLOOR))),
        }
    glb.node({ name: `collider_${isRamp ? 'ramp' : 'floor'}_${i + 1}`, ...body }, parent)
  }
}
