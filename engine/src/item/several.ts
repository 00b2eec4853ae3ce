import { cos, sin } from '../math/dmath.ts'
import type { TriangleMesh } from '../model/mesh/triangle-mesh.ts'
import { polyhedron } from '../solid/field/facets.ts'
import type { Field } from '../solid/field/field.ts'
import type { Gem, Material, Part } from '../solid/render/part.ts'
import type { Surface } from '../solid/render/surface.ts'
import type { Stock } from './proportions.ts'

const { max, min, sqrt } = Math

/** Points along each axis of a part's bound at which its extent is felt for. */
const PROBES = 16
/** Free room between two items, in shares of what one takes. */
const GAP = 1.12
/** How far each of those that stand is turned from the one before, radians. */
const TURN = 0.9

/** Where a copy is: moved along the ground and turned about the upright. */
type Place = { readonly x: number; readonly z: number; readonly turn: number }

/** Two or three of an item: lying side by side, or standing in a group. */
export function several({ parts, lamps, pose }: Stock, count: number): Stock {
  const { width, depth } = extentOf(parts)
  const lies = pose.stands === null
  const side = width * GAP
  // a group stands square to the eye, so its line is turned as the item is
  const [rx, rz] = lies ? [1, 0] : [cos(pose.yaw), sin(pose.yaw)]
  const back = lies ? 0 : max(depth, width * 0.7) * 0.42
  const rows: readonly (readonly [right: number, away: number])[] =
    count === 2
      ? [
          [-0.5, 0],
          [0.5, lies ? 0 : -0.35],
        ]
      : lies
        ? [
            [-1, 0],
            [0, 0],
            [1, 0],
          ]
        : [
            [-0.52, -0.7],
            [0.52, -0.7],
            [0, 1.1],
          ]
  const places = rows.map(
    ([right, away], i): Place => ({
      x: side * right * rx + back * away * rz,
      z: side * right * -rz + back * away * rx,
      turn: lies ? 0 : i * TURN,
    }),
  )
  const span = lies ? count - 1 : count === 2 ? 1 : 1.04
  const half = lies ? pose.half + side * span * 0.42 : max(pose.half * 1.05, ((side * span + width) / 2) * (count === 2 ? 1.16 : 1.24))
  return {
    parts: places.flatMap((place) => parts.map((part) => movedPart(part, place))),
    lamps: places.flatMap((place) =>
      lamps.map((lamp) => ({ ...lamp, at: outward(place, lamp.at), strength: lamp.strength / sqrt(count) })),
    ),
    pose: { ...pose, half },
  }
}

function extentOf(parts: readonly Part[]): { readonly width: number; readonly depth: number } {
  const low = [1e9, 1e9]
  const high = [-1e9, -1e9]
  for (const { field, bound } of parts) {
    const [bx, by, bz, r] = bound
    const step = (2 * r) / PROBES
    for (let i = 0; i <= PROBES; i++)
      for (let j = 0; j <= PROBES; j++)
        for (let k = 0; k <= PROBES; k++) {
          const x = bx - r + i * step
          const z = bz - r + k * step
          if (field(x, by - r + j * step, z) > step * 0.4) continue
          low[0] = min(low[0]!, x)
          high[0] = max(high[0]!, x)
          low[1] = min(low[1]!, z)
          high[1] = max(high[1]!, z)
        }
  }
  return { width: high[0]! - low[0]!, depth: high[1]! - low[1]! }
}

/** A point of the item as the copy has it. */
function outward({ x, z, turn }: Place, [px, py, pz]: readonly [number, number, number]): [number, number, number] {
  const c = cos(turn)
  const s = sin(turn)
  return [c * px + s * pz + x, py, c * pz - s * px + z]
}

function movedPart(part: Part, place: Place): Part {
  const c = cos(place.turn)
  const s = sin(place.turn)
  const [x, y, z, r] = part.bound
  const field: Field = (px, py, pz) => {
    const u = px - place.x
    const w = pz - place.z
    return part.field(c * u - s * w, py, s * u + c * w)
  }
  const material = movedMaterial(part.material, place)
  return {
    ...part,
    field: material.kind === 'gem' ? polyhedron(material.planes) : field,
    bound: [...outward(place, [x, y, z]), r],
    material,
    ...(part.mesh && { mesh: movedMesh(part.mesh, place) }),
  }
}

function movedMesh({ positions, index }: TriangleMesh, place: Place): TriangleMesh {
  const moved = new Float64Array(positions.length)
  for (let at = 0; at < positions.length; at += 3) moved.set(outward(place, [positions[at]!, positions[at + 1]!, positions[at + 2]!]), at)
  return { positions: moved, index }
}

/** A material that is shaded as if its copy stood where the item was built. */
function movedMaterial(material: Material, place: Place): Material {
  const c = cos(place.turn)
  const s = sin(place.turn)
  const shade = (surface: Surface) => {
    const { x, z, vx, vz, nx, nz } = surface
    const u = x - place.x
    const w = z - place.z
    surface.x = c * u - s * w
    surface.z = s * u + c * w
    surface.nx = c * nx - s * nz
    surface.nz = s * nx + c * nz
    surface.vx = c * vx - s * vz
    surface.vz = s * vx + c * vz
    material.shade(surface)
    const { nx: bentX, nz: bentZ, tx, tz } = surface
    surface.nx = c * bentX + s * bentZ
    surface.nz = c * bentZ - s * bentX
    surface.tx = c * tx + s * tz
    surface.tz = c * tz - s * tx
    surface.x = x
    surface.z = z
    surface.vx = vx
    surface.vz = vz
  }
  return material.kind === 'gem' ? { ...material, shade, planes: movedPlanes(material, place) } : { ...material, shade }
}

function movedPlanes({ planes }: Gem, place: Place): Float64Array {
  const c = cos(place.turn)
  const s = sin(place.turn)
  const moved = new Float64Array(planes.length)
  for (let o = 0; o < planes.length; o += 4) {
    const nx = c * planes[o]! + s * planes[o + 2]!
    const nz = c * planes[o + 2]! - s * planes[o]!
    moved[o] = nx
    moved[o + 1] = planes[o + 1]!
    moved[o + 2] = nz
    moved[o + 3] = planes[o + 3]! + nx * place.x + nz * place.z
  }
  return moved
}
