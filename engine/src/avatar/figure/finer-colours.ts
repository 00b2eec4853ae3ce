import { CONTRAST, contrast, PAIR, type Paint, type Painted } from './colour-edges.ts'

const { max, min, sqrt } = Math

/** Places on an edge at which its colour is looked at. */
const LOOKS = [0.25, 0.5, 0.75] as const
/** Passes, each of which halves edges. */
const ROUNDS = 2

/** Halves the edges that cross more than one change of colour, such as a stripe or a dot, while there are at most `most` triangles. */
export function finerAtColours(painted: Painted, paint: Paint, most: number): Painted {
  if (isPlain(painted.colours)) return painted
  let finer = painted
  for (let round = 0; round < ROUNDS; round++) {
    const next = halved(finer, paint, most)
    if (next === finer || next.index.length > 3 * most) break
    finer = next
  }
  return finer
}

/** Whether no two vertices have colours with an edge between them. */
function isPlain(colours: ArrayLike<number>): boolean {
  const low = [1, 1, 1]
  const high = [0, 0, 0]
  for (let i = 0; i < colours.length; i++) {
    low[i % 3] = min(low[i % 3]!, colours[i]!)
    high[i % 3] = max(high[i % 3]!, colours[i]!)
  }
  return contrast(low, 0, high, 0) < CONTRAST
}

/** One in so many triangles tells how many there would be. */
const ASKED = 16

/** The triangles with halved sides; as they were where there would be more than `most`. */
function halved(painted: Painted, paint: Paint, most: number): Painted {
  const { positions: p, normals: n, colours, index } = painted
  const positions = [...(p as ArrayLike<number> & Iterable<number>)]
  const normals = [...(n as ArrayLike<number> & Iterable<number>)]
  const all = [...(colours as ArrayLike<number> & Iterable<number>)]
  const corners: number[] = []
  const seen = new Float64Array(9)
  const found = new Float64Array(3)
  const point = new Float64Array(6)
  const look = (a: number, b: number, t: number): void => {
    for (let k = 0; k < 3; k++) {
      point[k] = p[3 * a + k]! + (p[3 * b + k]! - p[3 * a + k]!) * t
      point[3 + k] = n[3 * a + k]! + (n[3 * b + k]! - n[3 * a + k]!) * t
    }
    paint(point[0]!, point[1]!, point[2]!, point[3]!, point[4]!, point[5]!, found)
  }
  const middles = new Map<number, number>()
  /** The vertex in the middle of an edge; −1 where none is wanted. */
  const middleOf = (one: number, other: number): number => {
    const [a, b] = [min(one, other), max(one, other)]
    const key = a * PAIR + b
    const known = middles.get(key)
    if (known !== undefined) return known
    for (const [at, t] of LOOKS.entries()) {
      look(a, b, t)
      seen.set(found, 3 * at)
    }
    let changes = 0
    if (contrast(colours, 3 * a, seen, 0) > CONTRAST) changes++
    if (contrast(seen, 0, seen, 3) > CONTRAST) changes++
    if (contrast(seen, 3, seen, 6) > CONTRAST) changes++
    if (contrast(seen, 6, colours, 3 * b) > CONTRAST) changes++
    if (changes < 2) {
      middles.set(key, -1)
      return -1
    }
    look(a, b, 0.5)
    const length = sqrt(point[3]! * point[3]! + point[4]! * point[4]! + point[5]! * point[5]!) + 1e-20
    const fresh = positions.length / 3
    for (let k = 0; k < 3; k++) {
      positions.push(point[k]!)
      normals.push(point[3 + k]! / length)
      all.push(found[k]!)
    }
    middles.set(key, fresh)
    return fresh
  }
  let more = 0
  for (let t = 0; t < index.length; t += 3 * ASKED)
    for (let k = 0; k < 3; k++) if (middleOf(index[t + k]!, index[t + ((k + 1) % 3)]!) >= 0) more++
  if (index.length / 3 + more * ASKED > most) return painted
  for (let t = 0; t < index.length; t += 3) {
    const [i, j, k] = [index[t]!, index[t + 1]!, index[t + 2]!]
    const [ij, jk, ki] = [middleOf(i, j), middleOf(j, k), middleOf(k, i)]
    const count = Number(ij >= 0) + Number(jk >= 0) + Number(ki >= 0)
    if (count === 0) corners.push(i, j, k)
    else if (count === 3) corners.push(i, ij, ki, ij, j, jk, ki, jk, k, ij, jk, ki)
    else if (count === 1) {
      if (ij >= 0) corners.push(i, ij, k, ij, j, k)
      else if (jk >= 0) corners.push(j, jk, i, jk, k, i)
      else corners.push(k, ki, j, ki, i, j)
    } else if (ij < 0) corners.push(k, ki, jk, jk, ki, i, jk, i, j)
    else if (jk < 0) corners.push(i, ij, ki, ki, ij, j, ki, j, k)
    else corners.push(j, jk, ij, ij, jk, k, ij, k, i)
  }
  if (middles.size === 0 || positions.length === p.length) return painted
  return { positions, normals, colours: all, index: corners }
}
