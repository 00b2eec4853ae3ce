/** Where an eye is that looks at a middle: turn about the upright and height as angles, radians, and metres away. */
export type Orbit = { readonly yaw: number; readonly pitch: number; readonly distance: number }

/** How far an orbit may go. */
export type OrbitLimits = { readonly lowest: number; readonly highest: number; readonly nearest: number; readonly farthest: number }

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))

export const turnOrbit = (orbit: Orbit, yaw: number, pitch: number, { lowest, highest }: OrbitLimits): Orbit => ({
  ...orbit,
  yaw: orbit.yaw + yaw,
  pitch: clamp(orbit.pitch + pitch, lowest, highest),
})

/** @param factor below 1 comes closer */
export const zoomOrbit = (orbit: Orbit, factor: number, { nearest, farthest }: OrbitLimits): Orbit => ({
  ...orbit,
  distance: clamp(orbit.distance * factor, nearest, farthest),
})

/** An upright cylinder round a thing, metres. */
export type Round = { readonly radius: number; readonly height: number }

/**
 * How far an eye has to be to see the whole of a thing, whichever side of it is turned to the eye.
 * @param pitch how high the eye is over the middle, radians
 * @param fov of the stage's height, radians
 * @param aspect width of the stage by its height
 */
export function distanceToSee({ radius, height }: Round, pitch: number, fov: number, aspect: number): number {
  const rise = Math.abs(Math.sin(pitch))
  const up = (height / 2) * Math.cos(pitch) + radius * rise
  const across = Math.tan(fov / 2)
  return Math.max(up / across, radius / (across * aspect)) + radius * Math.cos(pitch) + (height / 2) * rise
}

/** From the middle to the eye. A yaw of 0 looks at the front, which is towards +z. */
export function eyeOf({ yaw, pitch, distance }: Orbit): readonly [x: number, y: number, z: number] {
  const across = Math.cos(pitch) * distance
  return [Math.sin(yaw) * across, Math.sin(pitch) * distance, Math.cos(yaw) * across]
}
