import { smooth } from '../../math/dmath.ts'
import type { Texels } from '../../model/canonical.ts'
import { axisOf } from '../ground-mesh.ts'
import { createTexel } from '../texel.ts'
import type { World } from '../world.ts'
import type { Light } from './light.ts'
import { tone, toSrgb } from './tone.ts'

/** Texels across the ground of a finished world. */
export const GROUND_SIZE = 1024
/** Rows between two ticks. */
const ROWS = 32

/** Indirect light at the corners of a square grid over the ground, three numbers each; none at those that are `bare`. */
function indirectGrid(world: World, light: Light, side: number, bare: Uint8Array, tick: () => void): Float64Array {
  const { half, land } = world
  const grid = new Float64Array((side + 1) * (side + 1) * 3)
  const out = new Float64Array(3)
  for (let j = 0; j <= side; j++) {
    tick()
    for (let i = 0; i <= side; i++) {
      const x = -half + (2 * half * i) / side
      const z = -half + (2 * half * j) / side
      if (bare[j * (side + 1) + i]) continue
      light.indirect(x, land.heightAt(x, z) + 0.06, z, 0, 1, 0, 0, out)
      grid.set(out, (j * (side + 1) + i) * 3)
    }
  }
  return grid
}

/** How far beyond the brink of the ground it still has light and colour, metres: its rim is ragged, and a coarser texture reads beside it. */
const BRINK = 3
const ROUND: readonly (readonly [number, number])[] = [
  [1, 0],
  [0.71, 0.71],
  [0, 1],
  [-0.71, 0.71],
  [-1, 0],
  [-0.71, -0.71],
  [0, -1],
  [0.71, -0.71],
]

/** Marks the corners of the grid that lie in the void, away from its brink. */
function bareGrid({ half, draft: { isVoid } }: World, side: number): Uint8Array {
  const bare = new Uint8Array((side + 1) * (side + 1))
  if (!isVoid) return bare
  for (let j = 0; j <= side; j++)
    for (let i = 0; i <= side; i++) {
      const x = -half + (2 * half * i) / side
      const z = -half + (2 * half * j) / side
      if (isVoid(x, z) && ROUND.every(([dx, dz]) => isVoid(x + dx * BRINK, z + dz * BRINK))) bare[j * (side + 1) + i] = 1
    }
  return bare
}

/** The ground's texture, `size` texels across: its own colour, sun with full-resolution shadow, indirect light. */
export function bakeGround(world: World, light: Light, size: number, tick: () => void): Texels {
  const { half, land, look, draft } = world
  const side = Math.max(16, Math.floor(((draft.interior ? 64 : 144) * size) / GROUND_SIZE))
  const bare = bareGrid(world, side)
  const grid = indirectGrid(world, light, side, bare, tick)
  const axis = axisOf(half, draft)
  const places = Float64Array.from({ length: size }, (_, i) => axis((i + 0.5) / size))
  const rgb = new Uint8Array(size * size * 3)
  const texel = createTexel()
  const { colour, glow } = texel
  const shown = new Float64Array(3)
  const surface = new Float64Array(3)
  const [sx, sy, sz] = look.sun
  const { sunlight } = look
  const bias = 0.15 + 0.12 / sy
  const row = (side + 1) * 3

  /** Bilinear between four corners of the grid. */
  const indirect = (q: number, k: number, fu: number, fv: number) => {
    const a = grid[q + k]! + (grid[q + 3 + k]! - grid[q + k]!) * fu
    const b = grid[q + row + k]! + (grid[q + row + 3 + k]! - grid[q + row + k]!) * fu
    return a + (b - a) * fv
  }

  const isBare = (v: number, u: number) => {
    const corner = v * (side + 1) + u
    return bare[corner] !== 0 && bare[corner + 1] !== 0 && bare[corner + side + 1] !== 0 && bare[corner + side + 2] !== 0
  }

  for (let j = 0; j < size; j++) {
    if (j % ROWS === 0) tick()
    const z = places[j]!
    const v = ((z + half) / (2 * half)) * side
    const vi = Math.min(side - 1, v | 0)
    for (let i = 0; i < size; i++) {
      const x = places[i]!
      const u = ((x + half) / (2 * half)) * side
      const ui = Math.min(side - 1, u | 0)
      // ground in patches shows nothing of what lies between them
      if (draft.patches && isBare(vi, ui)) continue
      land.surfaceAt(x, z, surface)
      const h = surface[0]!
      const gx = surface[1]!
      const gz = surface[2]!
      const level = 1 / Math.sqrt(1 + gx * gx + gz * gz)
      glow[0] = 0
      glow[1] = 0
      glow[2] = 0
      draft.ground(texel, x, z, h, 1 - level, land)
      const edge = Math.max(x < 0 ? -x : x, z < 0 ? -z : z) / half
      if (edge > 0.86 && draft.farGround) {
        const beyond = draft.farGround(x, z)
        const share = smooth(0.86, 0.99, edge)
        for (let k = 0; k < 3; k++) colour[k]! += (beyond[k]! - colour[k]!) * share
      }
      const q = vi * row + ui * 3
      let sun = Math.max(0, (sy - gx * sx - gz * sz) * level)
      if (sun > 0) sun *= light.sun.at(x, h + 0.05, z, bias, 0.8)
      const fu = u - ui
      const fv = v - vi
      const red = colour[0]! * (sunlight[0] * sun + indirect(q, 0, fu, fv)) + glow[0]!
      const green = colour[1]! * (sunlight[1] * sun + indirect(q, 1, fu, fv)) + glow[1]!
      const blue = colour[2]! * (sunlight[2] * sun + indirect(q, 2, fu, fv)) + glow[2]!
      tone(red, green, blue, look, shown, 0)
      const p = (j * size + i) * 3
      rgb[p] = toSrgb(shown[0]!)
      rgb[p + 1] = toSrgb(shown[1]!)
      rgb[p + 2] = toSrgb(shown[2]!)
    }
  }
  return { width: size, height: size, rgb }
}
