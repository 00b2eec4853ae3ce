import type { SceneFamily, ScenePlan } from '@daedal/protocol/generation/scene-plan'
import type { SceneThing } from '@daedal/protocol/generation/scene-things'
import { atan2, cos, sin } from '../../math/dmath.ts'
import type { Prng } from '../../math/prng.ts'
import { rgb } from '../../solid/palette.ts'
import type { Camera } from '../camera.ts'
import type { Scene, Spot } from '../scene.ts'
import type { Streams } from '../streams.ts'
import type { FaceRange } from '../style/drawn-frame.ts'
import { DARK, outline, shineFrom } from './light-things.ts'
import { putThing } from './put.ts'
import { scaleAt } from './scale-at.ts'
import { isSeen } from './seen-spots.ts'
import { type Placed, spotBy } from './spot-by.ts'
import { takeSpot } from './take-spot.ts'
import { AMPHIBIANS, DIVERS, THINGS, type Thing, TOPS } from './things.ts'

/** Of several of a kind, no more than these give light. */
const LIT_OF_A_KIND = 4
/** What lights this far, metres, is seen in the dark without more. */
const LIGHTS_ITSELF = 9
/** Where people and furniture tell how large things are, what stands on the ground is little larger than in life. */
const LIFELIKE: Readonly<Partial<Record<SceneFamily, Pick<Spot, 'most'>>>> = {
  market: { most: 1.4 },
  town: { most: 1.4 },
  interior: { most: 1.4 },
  cabin: { most: 1.7 },
}
/** So many stand side by side as the eye sees them, so that each keeps its outline, and so many radii apart. */
const ABREAST_AT_MOST = 3
const ABREAST = 1.6
/** From this far off the middle on, in halves of the picture, what is seen from the side looks into it. */
const OFF = 0.42
const INTO = 1
/** The angle between the places of a herd that spreads evenly. */
const GOLDEN = 2.399963

/** Looks at the camera, or shows its side to it, a little to one hand. */
function yawAt({ sideways, herd }: Thing, x: number, z: number, camera: Camera, random: Prng): number {
  const towards = atan2(camera.x - x, camera.z - z)
  const either = random.chance(0.5) ? 1 : -1
  // near an edge it looks into the picture
  const depth = (x - camera.x) * camera.forward[0] + (z - camera.z) * camera.forward[2]
  const off = ((x - camera.x) * camera.right[0] + (z - camera.z) * camera.right[2]) / depth / camera.half - camera.shiftX
  const hand = sideways && Math.abs(off) > OFF ? (off > 0 ? INTO : -INTO) : either
  return towards + hand * (sideways ? random.range(0.8, 1.35) : herd ? random.range(0.25, 0.8) : random.range(0.1, 0.55))
}

/** Things that stand by one another keep the sizes they have in life, so the largest decides for all. */
const groupOf = (plan: ScenePlan, name: SceneThing) =>
  plan.things.filter(({ thing, by }) => {
    const own = plan.things.find((one) => one.thing === name)?.by?.thing
    return thing === name || by?.thing === name || thing === own || (own !== undefined && by?.thing === own)
  })

/** Puts what the plan names where the composition has room for it. A thing without a spot of its ground in the picture is left out. Says which faces are theirs. */
export function placeThings(scene: Scene, plan: ScenePlan, streams: Streams): FaceRange[] {
  const free = new Map<Spot['ground'], Spot[]>()
  const { camera } = scene
  const seen = scene.spots
    .filter((spot) => isSeen(spot, scene.camera, plan.size))
    .map((spot) => (spot.ground === 'land' ? { ...LIFELIKE[plan.family], ...spot } : spot))
  for (const spot of seen) if (!spot.only) free.set(spot.ground, [...(free.get(spot.ground) ?? []), spot])
  // the only pictures of the sea without a surface
  const isSunk = plan.family === 'sea' && scene.spots.every(({ ground }) => ground !== 'water')
  const roomFor = (name: SceneThing) => {
    const { ground } = THINGS[name]
    if (AMPHIBIANS.has(name)) return [...(free.get('land') ?? []), ...(free.get(ground) ?? [])]
    return free.get(ground) ?? (isSunk && DIVERS.has(name) ? free.get('air') : undefined)
  }
  const named: FaceRange[] = []
  const placed = new Map<SceneThing, Placed>()
  const wants = [...plan.things.entries()]
  const follows = ([, { by }]: (typeof wants)[number]) => plan.things.some(({ thing }) => thing === by?.thing)
  // what others stand by comes first
  for (const [at, { thing: name, count, colour, holds, by }] of [...wants.filter((one) => !follows(one)), ...wants.filter(follows)]) {
    const thing = THINGS[name]
    const rank = name === plan.things[0]?.thing ? 'subject' : 'other'
    const random = streams(`thing ${at}`)
    const partner = by && placed.get(by.thing)
    const spot =
      (by && partner && spotBy(thing, by.place, count, partner, TOPS[by.thing], scene.camera, plan.size, random)) ??
      seen.find(({ only }) => only === name) ??
      takeSpot(roomFor(name), thing, count, rank, scene, plan.size)
    if (!spot) continue
    for (const spots of free.values()) if (spots.includes(spot)) spots.splice(spots.indexOf(spot), 1)
    const wanted = colour === '' ? null : rgb(colour)
    const inHand = holds ? { thing: holds.thing, colour: holds.colour === '' ? null : rgb(holds.colour) } : null
    const scale = Math.min(
      ...groupOf(plan, name).map((one) =>
        scaleAt(THINGS[one.thing], spot, scene.camera, one.count, one === plan.things[0] ? 'subject' : 'other'),
      ),
    )
    placed.set(name, { thing, spot, scale, count })
    const heading = yawAt(thing, spot.x, spot.z, scene.camera, random)
    const apart = thing.radius * scale * 1.15
    const few = count <= ABREAST_AT_MOST
    const across = atan2(spot.x - camera.x, camera.z - spot.z)
    const towards = atan2(camera.x - spot.x, camera.z - spot.z) - heading
    const stands = { eye: towards, pose: streams(`pose of thing ${at}`), many: count > ABREAST_AT_MOST, where: spot.ground }
    let light = 0
    for (let i = 0; i < count; i++) {
      const out = few
        ? (i - (count - 1) / 2) * thing.radius * scale * ABREAST * random.range(0.95, 1.1)
        : i === 0
          ? 0
          : apart * Math.sqrt(i) * random.range(0.95, 1.2)
      const angle = few ? across + random.range(-0.25, 0.25) : i * GOLDEN + heading
      const rise = thing.ground === 'air' ? random.range(-0.5, 0.5) * thing.radius * scale * Math.min(1, i) : 0
      const pieces = thing.build(random, wanted, inHand, stands).filter(({ surface }) => !(surface && isSunk))
      const place = {
        x: spot.x + cos(angle) * out,
        y: spot.y + rise - (thing.ground === 'air' ? (thing.height * scale) / 2 : 0),
        z: spot.z + sin(angle) * out,
        yaw: thing.herd ? heading + random.range(-0.35, 0.35) : heading,
        scale: scale * (i === 0 ? 1 : random.range(0.88, 1.06)),
      }
      const from = scene.mesh.triangleCount()
      putThing(scene.mesh, pieces, place)
      named.push({ from, to: scene.mesh.triangleCount() })
      if (i < LIT_OF_A_KIND) light = Math.max(light, shineFrom(scene, pieces, place))
    }
    const middle = spot.y + (thing.ground === 'air' ? -thing.height * scale : 0) / 2
    if (light < LIGHTS_ITSELF && (isSunk || scene.night >= DARK))
      outline(scene, spot.x, middle, spot.z, Math.max(thing.height, thing.radius * 1.4) * scale * (1 + 0.25 * Math.sqrt(count - 1)))
  }
  return named
}
