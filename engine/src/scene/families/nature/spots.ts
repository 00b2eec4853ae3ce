import { smooth } from '../../../math/dmath.ts'
import type { Camera } from '../../camera.ts'
import { value2, valueFbm2 } from '../../noise.ts'
import type { Scene, Spot } from '../../scene.ts'

/** Where, and how much room in metres. */
export type Room = readonly [x: number, z: number, radius: number]

/** Says where things can stand: on the ground at each place, the best first. */
export function standing(scene: Scene, height: (x: number, z: number) => number, places: readonly Room[]): void {
  for (const [x, z, radius] of places) scene.spots.push({ ground: 'land', x, y: height(x, z), z, radius })
}

/** Says where things can float on water at height `y`. */
export function floating(scene: Scene, places: readonly Room[], y: number | ((x: number, z: number) => number) = 0): void {
  for (const [x, z, radius] of places) scene.spots.push({ ground: 'water', x, y: typeof y === 'number' ? y : y(x, z), z, radius })
}

/** Says where things can fly, or swim under water; `y` is the middle. */
export function flying(scene: Scene, places: readonly (readonly [x: number, y: number, z: number, radius: number])[]): void {
  for (const [x, y, z, radius] of places) scene.spots.push({ ground: 'air' satisfies Spot['ground'], x, y, z, radius })
}

/** Of the way along x from `far` towards the eye, the first distance where the ground is dry. */
export function ashore(height: (x: number, z: number) => number, x: number, far: number, near = 5): number {
  for (let z = far; z > near; z -= 0.5) if (height(x, z) > 0.45) return z
  return near
}

/** Where in a square picture a knoll shows its top, in halves: above the lower edge of a wide one. */
const IN_SIGHT = -0.47

/** Height at which ground at x, z is seen in wide pictures too, or what shows at another height of the picture, in halves from its middle. */
export function sightAt({ x: ex, y: ey, z: ez, forward: f, up: u, half, shiftY }: Camera, x: number, z: number, at = IN_SIGHT): number {
  const k = (at + shiftY) * half
  const [a, b, c] = [u[0] - k * f[0], u[1] - k * f[1], u[2] - k * f[2]]
  return ey - ((x - ex) * a + (z - ez) * c) / b
}

/** Land with a knoll under each place that would lie below the edge of a wide picture: what stands there is seen in every format. */
export function withKnolls(
  camera: Camera,
  land: (x: number, z: number) => number,
  places: readonly Room[],
): (x: number, z: number) => number {
  const knolls = places.map(([x, z, radius]) => {
    const top = sightAt(camera, x, z)
    const reach = radius * 2.4 + Math.max(0, top - land(x, z)) * 0.9
    // a bank, longer across than along and aslant, each another: round mounds look heaped up
    const wide = 1.5 + 1.4 * value2(x * 3.7 + 11, z * 2.3)
    const slant = (value2(x * 2.9, z * 3.1 + 7) - 0.5) * 1.6
    return { x, z, top, flat: radius * 0.8, reach, wide, slant }
  })
  return (x, z) => {
    let y = land(x, z)
    for (const { x: kx, z: kz, top, flat, reach, wide, slant } of knolls) {
      const dz = z - kz
      const dx = (x - kx - slant * dz) / wide
      if (dx > reach * 1.4 || dx < -reach * 1.4 || dz > reach * 1.4 || dz < -reach * 1.4 || y >= top) continue
      const away = Math.sqrt(dx * dx + dz * dz) * (0.72 + 0.62 * valueFbm2(x * 0.4, z * 0.4, 3))
      y += (top - y) * smooth(reach, flat, away)
    }
    return y
  }
}

/** The first distance from `near` on at which level ground is seen in wide pictures too; `x` is the place across at a distance. */
export function inSight(camera: Camera, y: number, x: (z: number) => number, near: number): number {
  let z = near
  while (z < near + 60 && sightAt(camera, x(z), z) > y) z += 0.5
  return z
}
