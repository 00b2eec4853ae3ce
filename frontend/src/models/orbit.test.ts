import { describe, expect, it } from 'vitest'
import { distanceToSee, eyeOf, turnOrbit, zoomOrbit } from './orbit.ts'

const limits = { lowest: -1.2, highest: 1.45, nearest: 1, farthest: 9 }
const orbit = { yaw: 0.5, pitch: 0.2, distance: 3 }

describe('an orbit', () => {
  it('turns about the upright without end, and up and down as far as it may', () => {
    expect(turnOrbit(orbit, 7, 0, limits)).toEqual({ yaw: 7.5, pitch: 0.2, distance: 3 })
    expect(turnOrbit(orbit, 0, 4, limits).pitch).toBe(1.45)
    expect(turnOrbit(orbit, 0, -4, limits).pitch).toBe(-1.2)
  })

  it('comes closer and goes back as far as it may', () => {
    expect(zoomOrbit(orbit, 0.5, limits).distance).toBe(1.5)
    expect(zoomOrbit(orbit, 0.1, limits).distance).toBe(1)
    expect(zoomOrbit(orbit, 10, limits).distance).toBe(9)
  })

  it('looks at the front from +z, at the right side from +x and from above at the upper side', () => {
    const near = (at: readonly number[], to: readonly number[]) => {
      for (const [axis, value] of at.entries()) expect(value).toBeCloseTo(to[axis]!, 9)
    }
    near(eyeOf({ yaw: 0, pitch: 0, distance: 2 }), [0, 0, 2])
    near(eyeOf({ yaw: Math.PI / 2, pitch: 0, distance: 2 }), [2, 0, 0])
    near(eyeOf({ yaw: 0, pitch: Math.PI / 2, distance: 2 }), [0, 2, 0])
  })
})

describe('the distance to see the whole of a thing', () => {
  /** The farthest from the middle that a corner of the box in the cylinder's place comes to lie; 1 is the edge of the stage. */
  function reach(radius: number, height: number, pitch: number, fov: number, aspect: number): number {
    const distance = distanceToSee({ radius, height }, pitch, fov, aspect)
    let most = 0
    for (let turn = 0; turn < 64; turn++)
      for (const y of [-height / 2, height / 2]) {
        const [x, z] = [Math.cos((turn * Math.PI) / 32) * radius, Math.sin((turn * Math.PI) / 32) * radius]
        const deep = distance - (y * Math.sin(pitch) + z * Math.cos(pitch))
        const up = (y * Math.cos(pitch) - z * Math.sin(pitch)) / deep / Math.tan(fov / 2)
        most = Math.max(most, Math.abs(up), Math.abs(x) / deep / Math.tan(fov / 2) / aspect)
      }
    return most
  }

  it('leaves nothing outside and wastes little, for the thin, the flat and the round on stages of any shape', () => {
    for (const [radius, height] of [[0.1, 1], [1, 0.1], [0.5, 0.5]] as const) // biome-ignore format: a table
      for (const aspect of [0.7, 1, 1.8])
        for (const pitch of [-0.6, 0, 0.2, 0.9]) {
          const share = reach(radius, height, pitch, 0.52, aspect)
          expect(share).toBeLessThanOrEqual(1 + 1e-9)
          expect(share).toBeGreaterThan(0.6)
        }
  })
})
