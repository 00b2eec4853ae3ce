import type { Model } from '../../model/model.ts'

/** Edge of a cell, metres, and cells upwards. */
const EDGE = 0.5
const LAYERS = 64

/** What fills space, coarsely: for rays of indirect light. */
export type Voxels = {
  add(model: Model): void
  /** The cell of a place: -1 outside. */
  cellAt(x: number, y: number, z: number): number
  readonly filled: Uint8Array
  /** Three bytes a cell, linear. */
  readonly colours: Uint8Array
  /** How many looks along a line meet something. */
  hitsBetween(x: number, y: number, z: number, tx: number, ty: number, tz: number): number
}

/** Space over a square of half-width `half`, from height `lowest` up. */
export function createVoxels(half: number, lowest: number): Voxels {
  const reach = half * 1.05
  const side = Math.ceil((reach * 2) / EDGE)
  const filled = new Uint8Array(side * side * LAYERS)
  const colours = new Uint8Array(filled.length * 3)
  const cellAt = (x: number, y: number, z: number) => {
    const i = Math.floor((x + reach) / EDGE)
    const j = Math.floor((y - lowest) / EDGE)
    const k = Math.floor((z + reach) / EDGE)
    return i < 0 || j < 0 || k < 0 || i >= side || j >= LAYERS || k >= side ? -1 : (j * side + k) * side + i
  }
  return {
    filled,
    colours,
    cellAt,
    add({ positions: p, colours: c, index }) {
      for (let t = 0; t < index.length; t += 3) {
        const [a, b, d] = [index[t]! * 3, index[t + 1]! * 3, index[t + 2]! * 3]
        let longest = 0
        for (let k = 0; k < 3; k++)
          longest = Math.max(longest, Math.abs(p[a + k]! - p[b + k]!), Math.abs(p[b + k]! - p[d + k]!), Math.abs(p[d + k]! - p[a + k]!))
        const steps = Math.max(1, Math.min(24, Math.ceil(longest / 0.4)))
        for (let i = 0; i <= steps; i++)
          for (let j = 0; j <= steps - i; j++) {
            const v = i / steps
            const w = j / steps
            const u = 1 - v - w
            const cell = cellAt(
              p[a]! * u + p[b]! * v + p[d]! * w,
              p[a + 1]! * u + p[b + 1]! * v + p[d + 1]! * w,
              p[a + 2]! * u + p[b + 2]! * v + p[d + 2]! * w,
            )
            if (cell < 0 || filled[cell] === 1) continue
            filled[cell] = 1
            for (let k = 0; k < 3; k++) colours[cell * 3 + k] = Math.min(255, c[a + k]! * 255)
          }
      }
    },
    hitsBetween(x, y, z, tx, ty, tz) {
      const [dx, dy, dz] = [tx - x, ty - y, tz - z]
      const steps = Math.floor(Math.sqrt(dx * dx + dy * dy + dz * dz) / 0.45)
      let hits = 0
      for (let i = 2; i < steps - 1; i++) {
        const t = i / steps
        const cell = cellAt(x + dx * t, y + dy * t, z + dz * t)
        if (cell >= 0 && filled[cell] === 1) hits++
      }
      return hits
    },
  }
}
