import type { Scene, Spot } from '../../scene.ts'

/** Where, and how much room in metres. */
type Place = readonly [x: number, z: number, radius: number]

/** Says where things can stand: on the ground at each place, the best first. */
export function standing(scene: Scene, height: (x: number, z: number) => number, places: readonly Place[]): void {
  for (const [x, z, radius] of places) scene.spots.push({ ground: 'land', x, y: height(x, z), z, radius })
}

/** Says where things can float on water at height `y`. */
export function floating(scene: Scene, places: readonly Place[], y: number | ((x: number, z: number) => number) = 0): void {
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
