import type { Vec3 } from '../../scene/vector.ts'
import { unit } from '../../scene/vector.ts'

export type Icosphere = { readonly points: readonly Vec3[]; readonly faces: readonly (readonly [number, number, number])[] }

const GOLDEN = 1.618033988749895

function icosahedron(): Icosphere {
  const points: Vec3[] = []
  for (const [a, b] of [
    [-1, GOLDEN],
    [1, GOLDEN],
    [-1, -GOLDEN],
    [1, -GOLDEN],
  ] as const)
    points.push([a, b, 0])
  for (const [b, c] of [
    [-1, GOLDEN],
    [1, GOLDEN],
    [-1, -GOLDEN],
    [1, -GOLDEN],
  ] as const)
    points.push([0, b, c])
  for (const [a, c] of [
    [GOLDEN, -1],
    [GOLDEN, 1],
    [-GOLDEN, -1],
    [-GOLDEN, 1],
  ] as const)
    points.push([a, 0, c])
  const corners =
    '0 11 5 0 5 1 0 1 7 0 7 10 0 10 11 1 5 9 5 11 4 11 10 2 10 7 6 7 1 8 3 9 4 3 4 2 3 2 6 3 6 8 3 8 9 4 9 5 2 4 11 6 2 10 8 6 7 9 8 1'
      .split(' ')
      .map(Number)
  const faces = Array.from({ length: 20 }, (_, at) => [corners[at * 3]!, corners[at * 3 + 1]!, corners[at * 3 + 2]!] as const)
  return { points: points.map(unit), faces }
}

/** Each triangle as four. */
function finer({ points, faces }: Icosphere): Icosphere {
  const all = [...points]
  const middles = new Map<number, number>()
  const middle = (a: number, b: number) => {
    const key = a < b ? a * 65536 + b : b * 65536 + a
    const known = middles.get(key)
    if (known !== undefined) return known
    const [p, q] = [all[a]!, all[b]!]
    all.push(unit([p[0] + q[0], p[1] + q[1], p[2] + q[2]]))
    middles.set(key, all.length - 1)
    return all.length - 1
  }
  const split = faces.flatMap(([a, b, c]) => {
    const [x, y, z] = [middle(a, b), middle(b, c), middle(c, a)]
    return [
      [a, x, z],
      [x, b, y],
      [z, y, c],
      [x, y, z],
    ] as const
  })
  return { points: all, faces: split }
}

const coarse = icosahedron()
const medium = finer(coarse)
/** 20, 80 and 320 faces. */
export const ICOSPHERES = [coarse, medium, finer(medium)] as const
