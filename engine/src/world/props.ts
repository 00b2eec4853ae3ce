import type { WorldProp } from '@daedal/protocol/generation/world-plan'
import { cos, sin } from '../math/dmath.ts'
import { camp } from './props/camp.ts'
import { monuments } from './props/monuments.ts'
import { nature } from './props/nature.ts'
import { isFree } from './scatter.ts'
import { yawTo } from './spot.ts'
import type { World } from './world.ts'

/** Something a plan can ask for, wherever it is. */
export type Prop = {
  /** Metres it needs round its middle. */
  readonly radius: number
  /** Builds it, its front towards +z after a turn by `yaw`. */
  readonly build: (world: World, x: number, z: number, yaw: number) => void
}

const PROPS: Readonly<Record<WorldProp, Prop>> = { ...monuments, ...nature, ...camp }

/** Places looked at for each prop. */
const TRIES = 400

/** The free place that is seen best from where one arrives: near the way to the landmark, on the level. */
function placeFor(world: World, name: WorldProp, radius: number): readonly [number, number] | null {
  const { half, draft, land } = world
  const random = world.streams(`prop ${name}`)
  const [sx, sz] = draft.spawn
  const [mx, mz] = [sx + (draft.landmark[0] - sx) * 0.45, sz + (draft.landmark[2] - sz) * 0.45]
  let best: readonly [number, number] | null = null
  let bestScore = Number.POSITIVE_INFINITY
  for (let tried = 0; tried < TRIES; tried++) {
    const x = random.range(-half, half) * 0.85
    const z = random.range(-half, half) * 0.85
    if (!isFree(world, x, z, radius)) continue
    const y = land.heightAt(x, z)
    const tilt = [-radius, radius].reduce(
      (sum, d) => sum + Math.abs(land.heightAt(x + d, z) - y) + Math.abs(land.heightAt(x, z + d) - y),
      0,
    )
    if (tilt > 2.2) continue
    const score = Math.sqrt((x - mx) * (x - mx) + (z - mz) * (z - mz)) + tilt * 6
    if (score >= bestScore) continue
    best = [x, z]
    bestScore = score
  }
  return best
}

/** Where one stands to look at a prop: in front of it, or as near to that as there is level ground. */
function besides({ draft, land }: World, x: number, z: number, reach: number, yaw: number): readonly [number, number] {
  const level = land.heightAt(x, z)
  for (const turn of [0, 0.6, -0.6, 1.2, -1.2, 1.9, -1.9, 2.6, -2.6, 3.14]) {
    const [px, pz] = [x + sin(yaw + turn) * reach, z + cos(yaw + turn) * reach]
    if (!draft.isVoid?.(px, pz) && Math.abs(land.heightAt(px, pz) - level) < 0.7) return [px, pz]
  }
  return [x, z]
}

/** Puts the plan's props that the layout has not of its own where they are seen, each a point of interest; one that finds no place makes itself room by being smaller. */
export function placeProps(world: World, props: readonly WorldProp[]): void {
  for (const name of props) {
    const label = name.replaceAll('-', ' ')
    const own = world.points.findIndex((point) => point.name === label)
    if (own >= 0) {
      world.points[own] = { ...world.points[own]!, asked: true }
      continue
    }
    const { radius, build } = PROPS[name]
    const place = placeFor(world, name, radius) ?? placeFor(world, name, radius * 0.5) ?? placeFor(world, name, 0.6)
    if (!place) continue
    const [x, z] = place
    const yaw = yawTo(world.draft.spawn[0] - x, world.draft.spawn[1] - z)
    build(world, x, z, yaw)
    world.kept.push({ x, z, radius })
    const [px, pz] = besides(world, x, z, radius + 0.7, yaw)
    world.points.push({ name: label, x: px, z: pz, asked: true })
  }
}
