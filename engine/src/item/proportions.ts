import type { Prng } from '../math/prng.ts'
import { type Plane, packPlanes } from '../solid/field/facets.ts'
import type { Bound, Field } from '../solid/field/field.ts'
import type { Gem, Lamp, Material, Part } from '../solid/render/part.ts'
import type { Surface } from '../solid/render/surface.ts'
import type { Pose } from './kind.ts'

const { max, min } = Math

/** How long, broad and thick a thing is compared with its kind. */
type Proportions = readonly [x: number, y: number, z: number]

/** Parts, lamps and pose of an item. */
export type Stock = { readonly parts: readonly Part[]; readonly lamps: readonly Lamp[]; readonly pose: Pose }

/** An item a little longer or shorter and broader or narrower than its kind. */
export function proportioned({ parts, lamps, pose }: Stock, random: Prng): Stock {
  const scale = proportionsOf(random, pose)
  return {
    parts: parts.map((part) => scaledPart(part, scale)),
    lamps: lamps.map((lamp) => scaledLamp(lamp, scale)),
    pose: scaledPose(pose, scale),
  }
}

/** What stands is as deep as it is broad, or round things would not be; what lies is as thick as ever. */
function proportionsOf(random: Prng, pose: Pose): Proportions {
  const long = random.range(0.86, 1.14)
  const broad = random.range(0.87, 1.13)
  return [broad, long, pose.stands === null ? 1 : broad]
}

/** A part of other proportions: its field, its bound and what its material is drawn by. */
const scaledPart = ({ field, bound, material, mesh, ...part }: Part, scale: Proportions): Part => ({
  ...part,
  ...(mesh && { mesh: { ...mesh, positions: mesh.positions.map((value, at) => value * scale[at % 3]!) } }),
  field: scaledField(field, scale),
  bound: scaledBound(bound, scale),
  material: scaledMaterial(material, scale),
})

const scaledLamp = (lamp: Lamp, [sx, sy, sz]: Proportions): Lamp => ({
  ...lamp,
  at: [lamp.at[0] * sx, lamp.at[1] * sy, lamp.at[2] * sz],
})

/** The pose of it: the frame grows with what is in it. */
function scaledPose(pose: Pose, [sx, sy, sz]: Proportions): Pose {
  return {
    ...pose,
    half: pose.half * max(1, sx, sy),
    ...(pose.aimX !== undefined && { aimX: pose.aimX * sx }),
    ...(pose.aimY !== undefined && { aimY: pose.aimY * sy }),
    stands: pose.stands === null ? null : pose.stands * sy,
    ...(pose.thickness !== undefined && { thickness: pose.thickness * sz }),
  }
}

/** A distance is at least what it is along the axis that shrinks most. */
function scaledField(field: Field, [sx, sy, sz]: Proportions): Field {
  const [ix, iy, iz] = [1 / sx, 1 / sy, 1 / sz]
  const least = min(sx, sy, sz)
  return (x, y, z) => field(x * ix, y * iy, z * iz) * least
}

const scaledBound = ([x, y, z, r]: Bound, [sx, sy, sz]: Proportions): Bound => [x * sx, y * sy, z * sz, r * max(sx, sy, sz)]

/** Grain, letters and faces stay where they are on the thing. */
function scaledMaterial(material: Material, [sx, sy, sz]: Proportions): Material {
  const [ix, iy, iz] = [1 / sx, 1 / sy, 1 / sz]
  const shade = (s: Surface) => {
    const { x, y, z } = s
    s.x = x * ix
    s.y = y * iy
    s.z = z * iz
    material.shade(s)
    s.x = x
    s.y = y
    s.z = z
  }
  return material.kind === 'gem' ? { ...material, shade, planes: scaledPlanes(material, [sx, sy, sz]) } : { ...material, shade }
}

function scaledPlanes({ planes }: Gem, [sx, sy, sz]: Proportions): Float64Array {
  const scaled: Plane[] = []
  for (let o = 0; o < planes.length; o += 4) scaled.push([planes[o]! / sx, planes[o + 1]! / sy, planes[o + 2]! / sz, planes[o + 3]!])
  return packPlanes(scaled)
}
