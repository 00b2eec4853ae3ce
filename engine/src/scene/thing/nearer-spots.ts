import type { Mesh } from '../mesh.ts'
import type { Scene, Spot } from '../scene.ts'

const { abs, max, min } = Math

/** How far along the way from the eye to a spot other places are tried. */
const SHARES = [0.8, 0.66, 0.54, 0.44, 0.36, 0.29, 0.23, 0.18] as const
/** Nothing stands nearer to the eye than this, metres. */
const NEAREST = 5
/** Ground may rise by this much under something, in metres. */
const UNEVEN = 0.3
/** The ground of a nearer place is at most this much higher or lower, metres. */
const CLIMB = 4

/** Heights of all faces over or under each point. */
function heightsAt({ position, index, triangleCount }: Mesh, points: readonly (readonly [x: number, z: number])[]): number[][] {
  const found: number[][] = points.map(() => [])
  const [west, east] = [min(...points.map(([x]) => x)), max(...points.map(([x]) => x))]
  const [south, north] = [min(...points.map(([, z]) => z)), max(...points.map(([, z]) => z))]
  for (let t = 0; t < triangleCount; t++) {
    const [a, b, c] = [index[t * 3]! * 3, index[t * 3 + 1]! * 3, index[t * 3 + 2]! * 3]
    const [ax, bx, cx] = [position[a]!, position[b]!, position[c]!]
    if (min(ax, bx, cx) > east || max(ax, bx, cx) < west) continue
    const [az, bz, cz] = [position[a + 2]!, position[b + 2]!, position[c + 2]!]
    if (min(az, bz, cz) > north || max(az, bz, cz) < south) continue
    const area = (bx - ax) * (cz - az) - (bz - az) * (cx - ax)
    if (abs(area) < 1e-9) continue
    for (const [at, [x, z]] of points.entries()) {
      const v = ((x - ax) * (cz - az) - (z - az) * (cx - ax)) / area
      const w = ((bx - ax) * (z - az) - (bz - az) * (x - ax)) / area
      if (v < 0 || w < 0 || v + w > 1) continue
      const y = position[a + 1]!
      found[at]!.push(y + v * (position[b + 1]! - y) + w * (position[c + 1]! - y))
    }
  }
  return found
}

/** The height of level ground or water with room for something `tall` over it; null where there is none. */
function footing(heights: readonly (readonly number[])[], { ground, y }: Spot, tall: number): number | null {
  const floors = heights.map((all) => {
    const floor = ground === 'water' ? all.find((one) => abs(one - y) < UNEVEN) : min(...all)
    if (floor === undefined || all.length === 0) return null
    return all.some((one) => one > floor + UNEVEN && one < floor + tall * 1.1) ? null : max(...all.filter((one) => one <= floor + UNEVEN))
  })
  const [middle] = floors
  if (middle === undefined || middle === null || abs(middle - y) > CLIMB) return null
  return floors.every((one) => one !== null && abs(one - middle) < UNEVEN) ? middle : null
}

/** Places between the eye and a spot where something `tall` and `wide` could stand or float as well, farther ones first. */
export function nearerSpots({ mesh, camera }: Pick<Scene, 'mesh' | 'camera'>, spot: Spot, tall: number, wide: number): Spot[] {
  if (spot.ground === 'air') return []
  const [dx, dz] = [spot.x - camera.x, spot.z - camera.z]
  const away = Math.sqrt(dx * dx + dz * dz)
  const places = SHARES.filter((share) => share * away > NEAREST).map((share) => ({
    ...spot,
    x: camera.x + dx * share,
    z: camera.z + dz * share,
    radius: max(wide, spot.radius * share),
  }))
  if (places.length === 0) return []
  const round = [
    [0, 0],
    [0.8, 0],
    [-0.8, 0],
    [0, 0.8],
    [0, -0.8],
  ] as const
  const heights = heightsAt(
    mesh.finish(),
    places.flatMap(({ x, z }) => round.map(([right, far]) => [x + right * wide, z + far * wide] as const)),
  )
  return places.flatMap((place, at) => {
    const y = footing(heights.slice(at * round.length, (at + 1) * round.length), place, tall)
    return y === null ? [] : [{ ...place, y }]
  })
}
