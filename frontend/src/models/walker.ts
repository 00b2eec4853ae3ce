import { BODY, FLOOR_EDGE, HEAD, STEP, shareOver } from '@daedal/engine/world/nav'
import type { WalkGround } from './walk-ground.ts'

/** A place on foot, metres. */
export type Foot = { readonly x: number; readonly y: number; readonly z: number }

/** Moves on foot by the rules under which the engine found the world to be walkable. */
export type Walker = {
  /** Goes at most `dx`, `dz` from a place, sliding along what is in the way. */
  step(from: Foot, dx: number, dz: number): Foot
  /** The place one can stand at that is nearest to another; null where there is none within `reach` metres. */
  near(x: number, z: number, reach?: number): Foot | null
}

/** Metres of one move: shorter than the body, so that nothing is jumped over. */
const STRIDE = 0.12
/** Metres up or down in one move: a little more than between the map's cells, since triangles are coarser than the ground they stand for. */
const CLIMB = 0.6
/** Turns tried when the way ahead is barred, degrees, and so the slide along a wall of any direction. */
const TURNS = [0, 20, -20, 40, -40, 60, -60, 78, -78].map((degrees) => (degrees * Math.PI) / 180)
/** Metres between the cells in which colliders are looked up. */
const CELL = 4

/** Cell by cell whether it is reached. */
function openCells({ half, cell, runs }: WalkGround['map']): { side: number; open: Uint8Array } {
  const side = Math.floor((2 * half) / cell)
  const open = new Uint8Array(side * side)
  let at = 0
  for (const [i, length] of runs.entries()) {
    open.fill(i % 2, at, at + length)
    at += length
  }
  return { side, open }
}

type Round = { readonly x: number; readonly z: number } & ({ readonly radius: number } | { readonly width: number; readonly depth: number })

/** Looks things up by the place they may touch. */
function byPlace<T extends Round>(things: readonly T[]): (x: number, z: number) => readonly T[] {
  const cells = new Map<string, T[]>()
  for (const thing of things) {
    const reach = ('radius' in thing ? thing.radius : Math.hypot(thing.width, thing.depth) / 2) + BODY
    for (let i = Math.floor((thing.x - reach) / CELL); i <= Math.floor((thing.x + reach) / CELL); i++)
      for (let j = Math.floor((thing.z - reach) / CELL); j <= Math.floor((thing.z + reach) / CELL); j++)
        cells.set(`${i},${j}`, [...(cells.get(`${i},${j}`) ?? []), thing])
  }
  return (x, z) => cells.get(`${Math.floor(x / CELL)},${Math.floor(z / CELL)}`) ?? []
}

export function createWalker(ground: WalkGround): Walker {
  const { half, cell } = ground.map
  const { side, open } = openCells(ground.map)
  const floorsAt = byPlace(ground.floors)
  const collidersAt = byPlace(ground.colliders)
  const kept = new Map<number, number | null>()

  function heightAt(x: number, z: number): number | null {
    let height = ground.heights(x, z)
    for (const floor of floorsAt(x, z)) {
      const share = shareOver(floor, x, z, FLOOR_EDGE)
      if (share === null) continue
      const y = floor.end === undefined ? floor.y : floor.y + (floor.end - floor.y) * Math.max(0, Math.min(1, share))
      if (height === null || y > height) height = y
    }
    return height
  }

  /** Height of a cell that is reached; null of others. */
  function openHeight(i: number, j: number): number | null {
    const number = j * side + i
    if (i < 0 || j < 0 || i >= side || j >= side || open[number] === 0) return null
    const known = kept.get(number)
    if (known !== undefined) return known
    const height = heightAt(-half + (i + 0.5) * cell, -half + (j + 0.5) * cell)
    kept.set(number, height)
    return height
  }

  /** Where one stands at a place; null where one cannot: too far from any cell that is reached, or in something. */
  function stand(x: number, z: number): Foot | null {
    const y = heightAt(x, z)
    if (y === null) return null
    const [i, j] = [Math.floor((x + half) / cell - 0.5), Math.floor((z + half) / cell - 0.5)]
    const isNear = [0, 1, 2, 3].some((k) => {
      const height = openHeight(i + (k & 1), j + (k >> 1))
      return height !== null && Math.abs(height - y) <= CLIMB
    })
    if (!isNear) return null
    const isBarred = collidersAt(x, z).some(
      (thing) => thing.y + thing.height > y + STEP && thing.y < y + HEAD && shareOver(thing, x, z, BODY) !== null,
    )
    return isBarred ? null : { x, y, z }
  }

  function stride(from: Foot, dx: number, dz: number): Foot | null {
    for (const turn of TURNS) {
      // A slide is as slow as the part of the move that goes along the wall.
      const [c, s] = [Math.cos(turn) * Math.cos(turn), Math.sin(turn) * Math.cos(turn)]
      const to = stand(from.x + dx * c - dz * s, from.z + dx * s + dz * c)
      if (to && Math.abs(to.y - from.y) <= CLIMB) return to
    }
    return null
  }

  return {
    step(from, dx, dz) {
      const strides = Math.ceil(Math.hypot(dx, dz) / STRIDE)
      let at = from
      for (let k = 0; k < strides; k++) {
        const next = stride(at, dx / strides, dz / strides)
        if (!next) break
        at = next
      }
      return at
    },
    near(x, z, reach = 3) {
      for (let distance = 0; distance <= reach; distance += 0.25)
        for (let k = 0; k < Math.max(1, distance * 24); k++) {
          const turn = (k / Math.max(1, distance * 24)) * 2 * Math.PI
          const foot = stand(x + Math.sin(turn) * distance, z + Math.cos(turn) * distance)
          if (foot) return foot
        }
      return null
    },
  }
}
