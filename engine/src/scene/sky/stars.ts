import { smooth } from '../../math/dmath.ts'
import { hash3 } from '../../math/lattice.ts'
import type { Channels } from '../vector.ts'

/** Cells across the dome. */
const CELLS = 150

/** Adds the stars in a direction of the upper half. */
export function addStars(dx: number, dy: number, dz: number, amount: number, colour: Channels): void {
  if (dy < 0) return
  const x = (dx / (1 + dy)) * CELLS
  const y = (dz / (1 + dy)) * CELLS
  const xi = Math.floor(x)
  const yi = Math.floor(y)
  for (let j = yi - 1; j <= yi + 1; j++)
    for (let i = xi - 1; i <= xi + 1; i++) {
      if (hash3(i, j, 991) > 0.22) continue
      const sx = x - i - hash3(i, j, 5)
      const sy = y - j - hash3(i, j, 6)
      const spot = 1 - (sx * sx + sy * sy) * 60
      if (spot <= 0) continue
      const magnitude = hash3(i, j, 7)
      const intensity = amount * magnitude * magnitude * magnitude * magnitude * 3 * spot * smooth(0, 0.25, dy)
      const warmth = hash3(i, j, 8)
      colour[0] = colour[0]! + intensity * (0.7 + 0.5 * warmth)
      colour[1] = colour[1]! + intensity * 0.85
      colour[2] = colour[2]! + intensity * (1.2 - 0.4 * warmth)
    }
}
