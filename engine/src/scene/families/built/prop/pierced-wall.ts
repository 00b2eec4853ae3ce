import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { axesOf, type Place, sheet } from '../place.ts'
import { type ArchShape, archHeight } from './arch.ts'

/** A hole in a wall; `along` is its middle. */
export type Opening = Omit<ArchShape, 'into' | 'sideways'>

export type PiercedWall = {
  readonly place: Place
  readonly length: number
  readonly thick: number
  /** Where it begins below its place. */
  readonly foot?: number
  /** Height of its top; broken walls have one that goes up and down. */
  readonly top: number | ((along: number) => number)
  readonly openings: readonly Opening[]
  readonly paint: Paint
  /** What holes and the top show of its inside; `paint` when left out. */
  readonly inside?: Paint
  /** Metres between two heights of the top. */
  readonly step?: number
}

/** Steps of an arch from its middle to its foot, as shares of half its width. */
const CURVE = [0, 0.25, 0.48, 0.68, 0.83, 0.93, 1]

/** Where the wall's outline can turn. */
function breaks({ length, openings, step = 0.45 }: PiercedWall): number[] {
  const at = new Set<number>()
  const count = Math.max(1, Math.round(length / step))
  for (let i = 0; i <= count; i++) at.add((i / count - 0.5) * length)
  for (const { along, width } of openings) for (const share of CURVE) for (const hand of [-1, 1]) at.add(along + hand * share * (width / 2))
  return [...at].filter((a) => Math.abs(a) <= length / 2).sort((a, b) => a - b)
}

/** A wall with arched holes that go through it, seen from all sides. */
export function piercedWall(mesh: MeshBuilder, wall: PiercedWall): void {
  const { place, length, thick, foot = 0, top, openings, paint, inside = paint } = wall
  const at = axesOf(place)
  const front = -thick / 2
  const back = thick / 2
  const topAt = (a: number) => Math.max(-foot, typeof top === 'number' ? top : top(a))
  const face = (a: number, b: number, low: readonly [number, number], high: readonly [number, number]) => {
    mesh.use(paint)
    for (const into of [front, back])
      mesh.quad(
        mesh.vertex(...at(a, low[0], into), a, low[0]),
        mesh.vertex(...at(b, low[1], into), b, low[1]),
        mesh.vertex(...at(b, high[1], into), b, high[1]),
        mesh.vertex(...at(a, high[0], into), a, high[0]),
      )
  }
  const across = (a: number, b: number, up: readonly [number, number]) => {
    mesh.use(inside)
    sheet(mesh, at(a, up[0], front), at(b, up[1], front), at(b, up[1], back), at(a, up[0], back), a, 0)
  }
  const upright = (a: number, low: number, high: number) => {
    if (high <= low) return
    mesh.use(inside)
    sheet(mesh, at(a, low, front), at(a, low, back), at(a, high, back), at(a, high, front), 0, low)
  }
  const line = breaks(wall)
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!]
    if (b - a < 1e-6) continue
    const middle = (a + b) / 2
    const here = openings.filter(({ along, width }) => Math.abs(middle - along) < width / 2).sort((p, q) => (p.sill ?? 0) - (q.sill ?? 0))
    const [topA, topB] = [topAt(a), topAt(b)]
    if (topA <= -foot && topB <= -foot) continue
    let low: [number, number] = [-foot, -foot]
    for (const opening of here) {
      const sill = opening.sill ?? -foot
      const high: [number, number] = [Math.min(sill, topA), Math.min(sill, topB)]
      if (sill > -foot) {
        face(a, b, low, high)
        across(a, b, high)
      }
      low = [Math.min(archHeight(opening, a - opening.along), topA), Math.min(archHeight(opening, b - opening.along), topB)]
      across(a, b, low)
    }
    if (topA <= low[0] && topB <= low[1]) continue
    face(a, b, low, [topA, topB])
    across(a, b, [topA, topB])
  }
  for (const { along, width, height, rise = width / 2, sill = -foot } of openings)
    for (const a of [along - width / 2, along + width / 2]) upright(a, sill, Math.min(height - rise, topAt(a)))
  for (const a of [-length / 2, length / 2]) upright(a, -foot, topAt(a))
}
