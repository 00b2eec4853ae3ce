import type { WorldPlan } from '@daedal/protocol/generation/world-plan'
import { createModel } from '../model/model.ts'
import { value2 } from '../scene/noise.ts'
import { createStreams } from '../scene/streams.ts'
import { rgb } from '../solid/palette.ts'
import { addDistance } from './distance.ts'
import { groundMesh } from './ground-mesh.ts'
import { createLand } from './land.ts'
import { lookOf } from './look.ts'
import { type Walk, type Walkable, walk } from './nav.ts'
import type { Place } from './place.ts'
import { PLACES } from './places.ts'
import { placeProps } from './props.ts'
import { addSky } from './sky.ts'
import type { Sketch, World } from './world.ts'

/** Layouts tried with further seeds when one cannot be walked. */
const TRIES = 6
const STEP = 7919
/** Depth of water nobody built. */
const DRY = -99

/** No layout of the seeds tried could be walked from its spawn to every point of interest. */
export class WorldUnwalkable extends Error {
  override readonly name = 'WorldUnwalkable'
  readonly code = 'GENERATION_WORLD_UNWALKABLE'
  readonly unreached: readonly string[]
  constructor(unreached: readonly string[]) {
    super(`No way on foot to ${unreached.join(', ')}.`)
    this.unreached = unreached
  }
}

/** What the plan leaves to the seed, decided. */
export function decide(plan: WorldPlan, seed: number): { place: Place; layout: string; hour: 'day' | 'dusk' | 'night' } {
  const place = PLACES[plan.place]
  const streams = createStreams(seed, `world ${plan.place}`)
  const layouts = Object.keys(place.layouts)
  const drawn = streams('layout').pick(layouts)
  const suited = plan.props.map((prop) => place.suits?.[prop]).find((layout) => layout !== undefined)
  const hour = streams('hour').pick(['day', 'day', 'dusk', 'night'] as const)
  return { place, layout: plan.layout in place.layouts ? plan.layout : (suited ?? drawn), hour: plan.time === 'any' ? hour : plan.time }
}

function sketchOf(plan: WorldPlan, seed: number, first: number): { sketch: Sketch; layout: string; place: Place } {
  const { place, layout, hour } = decide(plan, first)
  const [ox, oz] = [(seed & 127) * 1.7, ((seed >>> 7) & 127) * 1.9]
  const noise = (x: number, z: number) => value2(x + ox, z + oz)
  const sketch: Sketch = {
    seed,
    half: place.half,
    look: lookOf(hour, place.looks),
    lit: hour !== 'day' || place.alwaysLit === true,
    night: hour === 'night',
    density: plan.density,
    props: plan.props,
    accent: (preferred) => (plan.accent ? rgb(plan.accent) : preferred),
    streams: createStreams(seed, `world ${plan.place} ${layout}`),
    noise,
    fractal(x, z, octaves) {
      let [sum, total, amplitude, px, pz] = [0, 0, 0.5, x, z]
      for (let i = 0; i < octaves; i++) {
        sum += amplitude * noise(px, pz)
        total += amplitude
        amplitude *= 0.5
        const nx = px * 1.6 + pz * 1.2 + 17.3
        pz = pz * 1.6 - px * 1.2 + 9.1
        px = nx
      }
      return sum / total
    },
  }
  return { sketch, layout, place }
}

/** A world with everything in it but light, built by one layout under one seed. */
export function layOut(plan: WorldPlan, seed: number, first = seed): World {
  const { sketch, layout, place } = sketchOf(plan, seed, first)
  const draft = place.layouts[layout]!(sketch)
  const land = createLand(sketch.half, draft.height, draft.sites ?? [], draft.paths ?? [])
  const world: World = {
    ...sketch,
    draft,
    land,
    ground: groundMesh({ half: sketch.half, draft, land }),
    waterLevel: draft.waterLevel ?? DRY,
    solid: createModel(),
    far: createModel(),
    water: createModel(),
    growths: new Map(),
    moving: [],
    lamps: [],
    colliders: [],
    floors: [],
    points: [],
    seats: [],
    slots: [],
    kept: [],
  }
  draft.build(world)
  placeProps(world, plan.props)
  // before what is strewn, which takes the triangles that are left
  if (!draft.interior) addSky(world)
  addDistance(world)
  draft.dress(world)
  return world
}

export const walkableOf = (world: World): Walkable => ({
  half: world.half,
  heightAt: world.land.heightAt,
  isVoid: world.draft.isVoid ?? (() => false),
  waterLevel: world.waterLevel,
  floors: world.floors,
  colliders: world.colliders,
  spawn: world.draft.spawn,
  points: world.points,
})

/** Builds a plan's world; where it cannot be walked, further seeds are tried. Throws {@link WorldUnwalkable}. */
export function buildWorld(plan: WorldPlan, seed: number, pulse: () => void = () => {}): { world: World; walked: Walk } {
  let unreached: readonly string[] = []
  for (let tried = 0; tried < TRIES; tried++) {
    pulse()
    const world = layOut(plan, (seed + tried * STEP) >>> 0, seed)
    const walked = walk(walkableOf(world))
    if (walked.unreached.length === 0) return { world, walked }
    unreached = walked.unreached
  }
  throw new WorldUnwalkable(unreached)
}
