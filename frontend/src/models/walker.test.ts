import { readGlb } from '@daedal/engine/model/read-glb'
import { renderWorld } from '@daedal/engine/world/render-world'
import { type WorldPlan, worldLayouts, worldPlaces } from '@daedal/protocol/generation/world-plan'
import { describe, expect, it } from 'vitest'
import { readWalkGround } from './walk-ground.ts'
import { createWalker, type Foot } from './walker.ts'

const planOf = (place: WorldPlan['place'], layout: string): WorldPlan => ({
  kind: 'world',
  engineVersion: 'test',
  place,
  layout,
  time: 'day',
  density: 'any',
  props: [],
  accent: '',
})
const worldOf = (place: WorldPlan['place'], layout: string) => {
  const { glb } = renderWorld(planOf(place, layout), 7, { groundSize: 16 })
  const ground = readWalkGround(glb)
  if (!ground) throw new Error(`${place} ${layout} tells nothing of walking`)
  return { glb, ground, walker: createWalker(ground) }
}

/** Walks wherever one comes to by strides of 0.4 m, and returns what was stood at, by cells of as much. */
function roam({ walker, ground }: ReturnType<typeof worldOf>): Foot[] {
  const spawn = ground.spawns[0]!
  const first = walker.near(spawn.x, spawn.z)!
  const seen = new Set<string>()
  const open = [first]
  const stood: Foot[] = []
  for (let at = open.pop(); at; at = open.pop()) {
    const key = `${Math.round(at.x / 0.4)},${Math.round(at.z / 0.4)}`
    if (seen.has(key)) continue
    seen.add(key)
    stood.push(at)
    for (const [dx, dz] of [[0.4, 0], [-0.4, 0], [0, 0.4], [0, -0.4]] as const) open.push(walker.step(at, dx, dz)) // biome-ignore format: a row
  }
  return stood
}

describe('walking in a world’s file', { timeout: 300_000 }, () => {
  for (const place of worldPlaces)
    for (const layout of worldLayouts[place])
      it(`comes from the spawn to every point of ${place} ${layout}, and nowhere else`, () => {
        const world = worldOf(place, layout)
        const stood = roam(world)
        for (const { name, x, z } of world.ground.points)
          expect(Math.min(...stood.map((foot) => Math.hypot(foot.x - x, foot.z - z))), name).toBeLessThan(2.3)
        const area = readGlb(world.glb).json.scenes[0]!.extras!.walkableArea as number
        expect((stood.length * 0.16) / area).toBeGreaterThan(0.8)
        expect((stood.length * 0.16) / area).toBeLessThan(1.35)
      })

  it('is stopped by a wall, and slides along it', () => {
    const { ground, walker } = worldOf('gallery', 'hall')
    const spawn = ground.spawns[0]!
    const first = walker.near(spawn.x, spawn.z)!
    const end = walker.step(first, 0, 100)
    expect(end.z).toBeLessThan(ground.map.half)
    expect(walker.step(end, 0, 1).z).toBeCloseTo(end.z, 1)
    const slid = walker.step(end, -1, 1)
    expect(slid.x).toBeLessThan(end.x - 0.4)
    expect(walker.step(first, 0, -2).z).toBeCloseTo(first.z - 2, 1)
  })
})
