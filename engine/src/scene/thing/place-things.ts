import type { ScenePlan } from '@daedal/protocol/generation/scene-plan'
import { atan2, cos, sin } from '../../math/dmath.ts'
import type { Prng } from '../../math/prng.ts'
import { rgb } from '../../solid/palette.ts'
import type { Camera } from '../camera.ts'
import type { Scene, Spot } from '../scene.ts'
import type { Streams } from '../streams.ts'
import { outline, shineFrom } from './light-things.ts'
import { putThing } from './put.ts'
import { isSeen } from './seen-spots.ts'
import { THINGS, type Thing } from './things.ts'

/** Share of the picture's height below which a thing is not recognised; it is then shown larger than life, within limits. */
const LEGIBLE = 0.13
const LARGEST = 2.6
const SMALLEST = 0.4
/** Of several of a kind, no more than these give light. */
const LIT_OF_A_KIND = 4
/** What lights this far, metres, is seen in the dark without more. */
const LIGHTS_ITSELF = 9
/** The angle between the places of a herd that spreads evenly. */
const GOLDEN = 2.399963

/** How large a thing is shown at a spot: as in life where it is recognised and has room. */
function scaleAt({ height, radius }: Thing, spot: Spot, camera: Camera, count: number): number {
  const { forward } = camera
  const depth = (spot.x - camera.x) * forward[0] + (spot.y - camera.y) * forward[1] + (spot.z - camera.z) * forward[2]
  const seen = Math.max(height, radius) / (2 * camera.half * Math.max(1, depth))
  const wanted = Math.min(LARGEST, Math.max(1, LEGIBLE / seen))
  const room = spot.radius / (radius * Math.sqrt(count) * 0.8)
  return Math.max(SMALLEST, Math.min(wanted, Math.max(1, room), Math.max(SMALLEST, room * 1.6)))
}

/** Looks at the camera, or shows its side to it, a little to one hand. */
function yawAt({ sideways }: Thing, x: number, z: number, camera: Camera, random: Prng): number {
  const towards = atan2(camera.x - x, camera.z - z)
  const hand = random.chance(0.5) ? 1 : -1
  return towards + hand * (sideways ? random.range(0.8, 1.35) : random.range(0.1, 0.55))
}

/** Puts what the plan names where the composition has room for it. A thing without a spot of its ground in the picture is left out. */
export function placeThings(scene: Scene, plan: ScenePlan, streams: Streams): void {
  const free = new Map<Spot['ground'], Spot[]>()
  const seen = scene.spots.filter((spot) => isSeen(spot, scene.camera, plan.size))
  for (const spot of seen) free.set(spot.ground, [...(free.get(spot.ground) ?? []), spot])
  for (const [at, { thing: name, count, colour }] of plan.things.entries()) {
    const thing = THINGS[name]
    const spots = free.get(thing.ground)
    const spot = spots?.shift()
    if (!spots || !spot) continue
    const random = streams(`thing ${at}`)
    const wanted = colour === '' ? null : rgb(colour)
    const scale = scaleAt(thing, spot, scene.camera, count)
    const heading = yawAt(thing, spot.x, spot.z, scene.camera, random)
    const apart = thing.radius * scale * 1.15
    let light = 0
    for (let i = 0; i < count; i++) {
      const out = i === 0 ? 0 : apart * Math.sqrt(i) * random.range(0.95, 1.2)
      const angle = i * GOLDEN + heading
      const rise = thing.ground === 'air' ? random.range(-0.5, 0.5) * thing.radius * scale * Math.min(1, i) : 0
      const pieces = thing.build(random, wanted)
      const place = {
        x: spot.x + cos(angle) * out,
        y: spot.y + rise - (thing.ground === 'air' ? (thing.height * scale) / 2 : 0),
        z: spot.z + sin(angle) * out,
        yaw: thing.herd ? heading + random.range(-0.35, 0.35) : heading,
        scale: scale * (i === 0 ? 1 : random.range(0.88, 1.06)),
      }
      putThing(scene.mesh, pieces, place)
      if (i < LIT_OF_A_KIND) light = Math.max(light, shineFrom(scene, pieces, place))
    }
    const middle = spot.y + (thing.ground === 'air' ? -thing.height * scale : 0) / 2
    if (light < LIGHTS_ITSELF)
      outline(scene, spot.x, middle, spot.z, Math.max(thing.height, thing.radius * 1.4) * scale * (1 + 0.25 * Math.sqrt(count - 1)))
  }
}
