import { type GlbContent, readGlb } from '@daedal/engine/model/read-glb'
import type { WalkMap } from '@daedal/engine/world/nav'
import type { Collider, Floor } from '@daedal/engine/world/world'
import { createHeights, type Heights } from './heights.ts'

/** A place in a world that one can go to. `yaw` is the way it faces, about the upright; 0 looks along +z. */
export type Spot = { readonly name: string; readonly x: number; readonly y: number; readonly z: number; readonly yaw: number }

/** A rectangle on a wall for a picture. */
export type Slot = Spot & { readonly width: number; readonly height: number }

/** What a walker needs of a world's file. Metres. */
export type WalkGround = {
  readonly heights: Heights
  readonly floors: readonly Floor[]
  readonly colliders: readonly Collider[]
  readonly map: WalkMap
  readonly spawns: readonly Spot[]
  readonly points: readonly Spot[]
  readonly seats: readonly Spot[]
  readonly slots: readonly Slot[]
  /** Walls all round: no sky. */
  readonly indoors: boolean
}

type GltfNode = GlbContent['json']['nodes'][number]
type Shape = {
  readonly box?: { readonly size: readonly [number, number, number] }
  readonly cylinder?: { readonly radiusTop: number; readonly height: number }
}

const placeOf = ({ translation = [0, 0, 0], rotation = [0, 0, 0, 1] }: GltfNode) => {
  const [x, y, z] = translation
  const [qx, qy, qz, qw] = rotation
  // Where the node's own +z points.
  const ahead = [2 * (qx * qz + qy * qw), 2 * (qy * qz - qx * qw), 1 - 2 * (qx * qx + qy * qy)] as const
  return { x, y, z, rise: ahead[1], yaw: Math.atan2(ahead[0], ahead[2]) }
}

function shapeOf(json: GlbContent['json'], node: GltfNode): Shape | undefined {
  const body = node.extensions?.OMI_physics_body as { collider?: { shape?: number } } | undefined
  const { shapes } = (json.extensions?.OMI_physics_shape ?? { shapes: [] }) as { shapes: readonly Shape[] }
  return shapes[body?.collider?.shape ?? -1]
}

const colliderOf = (node: GltfNode, { box, cylinder }: Shape): Collider | null => {
  const { x, y, z, yaw } = placeOf(node)
  if (box) return { x, y: y - box.size[1] / 2, z, height: box.size[1], width: box.size[0], depth: box.size[2], yaw }
  if (cylinder) return { x, y: y - cylinder.height / 2, z, height: cylinder.height, radius: cylinder.radiusTop }
  return null
}

/** The upper side of a floor's or ramp's body. */
const floorOf = (node: GltfNode, { box, cylinder }: Shape): Floor | null => {
  const { x, y, z, yaw, rise } = placeOf(node)
  if (cylinder) return { name: node.name, x, y: y + cylinder.height / 2, z, radius: cylinder.radiusTop }
  if (!box) return null
  const [width, thick, length] = box.size
  const top = y + thick / 2
  if (!node.name.startsWith('collider_ramp_')) return { name: node.name, x, y: top, z, width, depth: length, yaw }
  const half = (rise * length) / 2
  return { name: node.name, x, y: top - half, end: top + half, z, width, depth: length * Math.sqrt(1 - rise * rise), yaw }
}

function spotsOf(nodes: readonly GltfNode[], start: string): Spot[] {
  return nodes
    .filter(({ name }) => name.startsWith(start))
    .map((node) => ({ name: typeof node.extras?.label === 'string' ? node.extras.label : node.name, ...placeOf(node) }))
}

const slotsOf = (nodes: readonly GltfNode[]): Slot[] =>
  nodes.flatMap((node) => {
    const { width, height } = node.extras ?? {}
    return node.name.startsWith('slot_') && typeof width === 'number' && typeof height === 'number'
      ? [{ name: node.name, ...placeOf(node), width, height }]
      : []
  })

/** Reads what can be walked on and what is in the way. Null when the file says nothing of it. Throws when it is not a GLB. */
export function readWalkGround(file: Uint8Array): WalkGround | null {
  const content = readGlb(file)
  const { json } = content
  const map = json.scenes[0]?.extras?.walkable as WalkMap | undefined
  const ground = json.nodes.find(({ name }) => name === 'ground')?.mesh
  const spawns = spotsOf(json.nodes, 'spawn_')
  if (!map || ground === undefined || spawns.length === 0) return null
  const floors: Floor[] = []
  const colliders: Collider[] = []
  for (const node of json.nodes) {
    const shape = node.name.startsWith('collider_') ? shapeOf(json, node) : undefined
    if (!shape) continue
    const floor = /^collider_(floor|ramp)_/.test(node.name) ? floorOf(node, shape) : null
    const collider = floor ? null : colliderOf(node, shape)
    if (floor) floors.push(floor)
    if (collider) colliders.push(collider)
  }
  const triangles = json.meshes[ground]!.primitives.map(({ attributes, indices }) => ({
    positions: content.numbers(attributes.POSITION!),
    index: content.numbers(indices),
  }))
  return {
    heights: createHeights(triangles),
    floors,
    colliders,
    map,
    spawns,
    points: spotsOf(json.nodes, 'poi_'),
    seats: spotsOf(json.nodes, 'seat_'),
    slots: slotsOf(json.nodes),
    indoors: !json.extensionsUsed?.includes('OMI_environment_sky'),
  }
}
