import { expect, it } from 'vitest'
import { createCamera } from '../camera.ts'
import type { Spot } from '../scene.ts'
import { legibleAt, scaleAt } from './scale-at.ts'
import { THINGS } from './things.ts'

const camera = createCamera({ eye: [0, 2, 0], target: [0, 2, 100], fov: 50, shiftX: 0, shiftY: 0 })
const spotAt = (z: number, most?: number): Spot => ({ ground: 'land', x: 0, y: 0, z, radius: 3, ...(most && { most }) })

it('shows a cat larger than life where it would be lost, but hardly where people and furniture stand by', () => {
  expect(scaleAt(THINGS.cat, spotAt(20), camera, 1, 'subject')).toBeGreaterThan(2)
  expect(scaleAt(THINGS.cat, spotAt(20, 1.4), camera, 1, 'subject')).toBe(1.4)
  expect(scaleAt(THINGS.knight, spotAt(3, 1.4), camera, 1, 'subject')).toBe(1)
})

it('asks what keeps its size to come near', () => {
  const [near, far] = [spotAt(8, 1.4), spotAt(20, 1.4)].map((spot) => legibleAt(THINGS.knight, spot, camera, 1, 'subject'))
  expect(near).toBe(1)
  expect(far).toBeLessThan(0.8)
  expect(legibleAt(THINGS.knight, spotAt(20), camera, 1, 'subject')).toBe(1)
})
