import type { WorldPlan } from '@daedal/protocol/generation/world-plan'
import { describe, expect, it } from 'vitest'
import { layOut, walkableOf } from './build-world.ts'
import { type Walkable, walk } from './nav.ts'

const worldOf = (place: WorldPlan['place'], layout: string, seed = 1): Walkable =>
  walkableOf(layOut({ kind: 'world', engineVersion: 'test', place, layout, time: 'day', density: 'any', props: [], accent: '' }, seed))

/** A bare square with one point. */
const field: Walkable = {
  half: 10,
  heightAt: () => 0,
  isVoid: () => false,
  waterLevel: -99,
  floors: [],
  colliders: [],
  spawn: [0, 8],
  points: [{ name: 'goal', x: 0, z: -8 }],
}
const across = { x: 0, z: 0, width: 20, depth: 0.4, yaw: 0 }

describe('walking', () => {
  it('reaches a point over open ground, and tells how much it walked', () => {
    const walked = walk(field)
    expect(walked.unreached).toEqual([])
    expect(walked.area).toBe(400)
  })

  it('keeps the cells it reached, by turns with those it did not', () => {
    expect(walk(field).map).toEqual({ half: 10, cell: 0.5, runs: [0, 1600] })
    const { map } = walk({ ...field, isVoid: (_, z) => z < 0 })
    expect(map.runs).toEqual([800, 800])
    expect(walk({ ...field, isVoid: (x) => x > 5 }).map.runs).toEqual([0, ...Array(40).fill([30, 10]).flat()])
  })

  it('is stopped by a wall, by deep water, by a cliff and by nothing underfoot', () => {
    const stopped: Partial<Walkable>[] = [
      { colliders: [{ ...across, y: 0, height: 2 }] },
      { waterLevel: 0, heightAt: (_, z) => (Math.abs(z) < 2 ? -1 : 0.2) },
      { heightAt: (_, z) => (z < 0 ? 0.6 : 0) },
      { isVoid: (_, z) => Math.abs(z) < 1 },
    ]
    for (const change of stopped) expect(walk({ ...field, ...change }).unreached).toEqual(['goal'])
  })

  it('steps over a kerb, wades a ford, and passes under a beam', () => {
    const passed: Partial<Walkable>[] = [
      { colliders: [{ ...across, y: 0, height: 0.3 }] },
      { waterLevel: 0, heightAt: (_, z) => (Math.abs(z) < 2 ? -0.3 : 0) },
      { colliders: [{ ...across, y: 2, height: 1 }] },
      { heightAt: (_, z) => (z < 0 ? 0.35 : 0) },
    ]
    for (const change of passed) expect(walk({ ...field, ...change }).unreached).toEqual([])
  })

  it('climbs a ramp to a height it cannot step', () => {
    const heightAt = (_: number, z: number) => (z < -2 ? 1.5 : 0)
    expect(walk({ ...field, heightAt }).unreached).toEqual(['goal'])
    const ramp = { name: 'ramp', x: 0, z: 0, width: 3, depth: 5, yaw: 0, y: 1.5, end: 0 }
    expect(walk({ ...field, heightAt, floors: [ramp] }).unreached).toEqual([])
  })

  it('does not fit through a gap narrower than a body', () => {
    const gap = (width: number) =>
      [-1, 1].map((side) => ({ x: side * (5 + width / 2), z: 0.25, width: 10, depth: 0.4, yaw: 0, y: 0, height: 2 }))
    expect(walk({ ...field, colliders: gap(0.3) }).unreached).toEqual(['goal'])
    expect(walk({ ...field, colliders: gap(1.8) }).unreached).toEqual([])
  })

  it('says so when one stands in something from the start', () => {
    expect(walk({ ...field, colliders: [{ x: 0, z: 8, y: 0, radius: 1, height: 2 }] }).unreached).toEqual(['spawn'])
  })
})

describe('a world that is broken', () => {
  const without = (world: Walkable, name: string): Walkable => ({ ...world, floors: world.floors.filter((floor) => floor.name !== name) })

  it('loses its islands with its bridges', () => {
    const world = worldOf('islands', 'chain')
    expect(walk(world).unreached).toEqual([])
    expect(walk(without(world, 'bridge')).unreached.length).toBeGreaterThanOrEqual(3)
  })

  it('loses its far bank with its bridge over lava', () => {
    const world = worldOf('volcano', 'forge')
    expect(walk(world).unreached).toEqual([])
    expect(walk(without(world, 'bridge')).unreached).toContain('inside the forge')
  })

  it('loses its sanctuary with its stairs', () => {
    const world = worldOf('desert', 'temple')
    expect(walk(world).unreached).toEqual([])
    expect(walk(without(world, 'stairs')).unreached).toEqual(['sanctuary'])
  })

  it('loses the end of its pier with the pier', () => {
    const world = worldOf('harbour', 'quay')
    expect(walk(world).unreached).toEqual([])
    expect(walk(without(world, 'pier')).unreached).toContain('end of the pier')
  })

  it('loses a room when its door is walled up', () => {
    const world = worldOf('snow', 'cabin')
    expect(walk(world).unreached).toEqual([])
    const door = world.points.find(({ name }) => name === 'inside the cabin')!
    const walled = { x: door.x, z: door.z + 2.6, y: 0, width: 2, depth: 0.5, yaw: 0, height: 5 }
    expect(walk({ ...world, colliders: [...world.colliders, walled] }).unreached).toEqual(['inside the cabin'])
  })
})
