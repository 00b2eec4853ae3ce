const { abs, max, min, sqrt } = Math

/** Triangles with a colour at each vertex. */
export type Painted = {
  readonly positions: ArrayLike<number>
  readonly normals: ArrayLike<number>
  readonly colours: ArrayLike<number>
  readonly index: ArrayLike<number>
}

/** Writes what a material is at a place. */
export type Paint = (x: number, y: number, z: number, nx: number, ny: number, nz: number, out: Float64Array) => void

/** Colours this far apart in their strongest channel, by the eye's measure, have an edge between them. */
export const CONTRAST = 0.2
/** Halvings until a change of colour is found, and how far to its sides it must be over to be an edge, as shares of the triangle's. */
const [HALVINGS, SHARP] = [6, 0.14] as const
/** Share of the contrast that lies within that. */
const MOST = 0.6
/** A cut is no nearer to a corner than this share of a side. */
const NEAREST = 0.08
/** Pairs of vertices are keyed by the one times this plus the other. */
export const PAIR = 67_108_864

/** How far two colours are apart in their strongest channel, by the eye's measure. */
export const contrast = (a: ArrayLike<number>, i: number, b: ArrayLike<number>, j: number): number => {
  let most = 0
  for (let k = 0; k < 3; k++) most = max(most, abs(sqrt(a[i + k]!) - sqrt(b[j + k]!)))
  return most
}

/**
 * Cuts triangles along the edges between colours of their material, so that a trim or a stripe ends in a line and not in the width of a
 * triangle. Both sides of a cut have vertices of their own at the same places, so that no gap opens.
 */
export function cutAtColours({ positions: p, normals: n, colours, index }: Painted, paint: Paint): Painted {
  const vertices = p.length / 3
  const place: number[] = []
  const normal: number[] = []
  const colour: number[] = []
  const corners: number[] = []
  const point = new Float64Array(6)
  const [found, before, after] = [new Float64Array(3), new Float64Array(3), new Float64Array(3)]

  /** Writes the point a share of the way from one vertex to another. */
  const between = (a: number, b: number, t: number): void => {
    for (let k = 0; k < 3; k++) {
      point[k] = p[3 * a + k]! + (p[3 * b + k]! - p[3 * a + k]!) * t
      point[3 + k] = n[3 * a + k]! + (n[3 * b + k]! - n[3 * a + k]!) * t
    }
  }
  const look = (a: number, b: number, t: number, out: Float64Array): void => {
    between(a, b, t)
    paint(point[0]!, point[1]!, point[2]!, point[3]!, point[4]!, point[5]!, out)
  }

  const cuts = new Map<number, number>()
  /** How far from the lower to the higher of two vertices their colours part; 0 where they do not. */
  const cutOf = (one: number, other: number): number => {
    const [a, b] = [min(one, other), max(one, other)]
    const all = contrast(colours, 3 * a, colours, 3 * b)
    if (all < CONTRAST) return 0
    const key = a * PAIR + b
    const known = cuts.get(key)
    if (known !== undefined) return known
    let [low, high] = [0, 1]
    for (let step = 0; step < HALVINGS; step++) {
      const middle = (low + high) / 2
      look(a, b, middle, found)
      if (contrast(found, 0, colours, 3 * a) < contrast(found, 0, colours, 3 * b)) low = middle
      else high = middle
    }
    const t = (low + high) / 2
    look(a, b, max(0, t - SHARP), before)
    look(a, b, min(1, t + SHARP), after)
    const cut = contrast(before, 0, after, 0) > all * MOST ? max(NEAREST, min(1 - NEAREST, t)) : 0
    cuts.set(key, cut)
    return cut
  }

  const add = (like: number): number => {
    const length = sqrt(point[3]! * point[3]! + point[4]! * point[4]! + point[5]! * point[5]!) + 1e-20
    for (let k = 0; k < 3; k++) {
      place.push(point[k]!)
      normal.push(point[3 + k]! / length)
      colour.push(colours[3 * like + k]!)
    }
    return vertices + place.length / 3 - 1
  }
  const copies = new Map<number, number>()
  /** The vertex at the cut between two, in the colour of the first. */
  const atCut = (own: number, other: number): number => {
    const key = own * PAIR + other
    const known = copies.get(key)
    if (known !== undefined) return known
    const cut = cutOf(own, other)
    between(min(own, other), max(own, other), cut)
    const fresh = add(own)
    copies.set(key, fresh)
    return fresh
  }

  for (let t = 0; t < index.length; t += 3) {
    const [i, j, k] = [index[t]!, index[t + 1]!, index[t + 2]!]
    const [ij, jk, ki] = [cutOf(i, j) > 0, cutOf(j, k) > 0, cutOf(k, i) > 0]
    const count = Number(ij) + Number(jk) + Number(ki)
    if (count === 0) corners.push(i, j, k)
    else if (count === 3) {
      for (let axis = 0; axis < 3; axis++) {
        point[axis] = (p[3 * i + axis]! + p[3 * j + axis]! + p[3 * k + axis]!) / 3
        point[3 + axis] = n[3 * i + axis]! + n[3 * j + axis]! + n[3 * k + axis]!
      }
      const middle = Float64Array.from(point)
      for (const [own, next, last] of [
        [i, j, k],
        [j, k, i],
        [k, i, j],
      ] as const) {
        point.set(middle)
        const centre = add(own)
        const [to, from] = [atCut(own, next), atCut(own, last)]
        corners.push(own, to, centre, own, centre, from)
      }
    } else {
      // of one cut its side leads, of two the corner between them
      const [a, b, c] = count === 1 ? (ij ? [i, j, k] : jk ? [j, k, i] : [k, i, j]) : !jk ? [i, j, k] : !ki ? [j, k, i] : [k, i, j]
      if (count === 1) corners.push(a, atCut(a, b), c, atCut(b, a), b, c)
      else corners.push(a, atCut(a, b), atCut(a, c), atCut(b, a), b, c, atCut(b, a), c, atCut(c, a))
    }
  }
  if (place.length === 0) return { positions: p, normals: n, colours, index }
  const joined = (own: ArrayLike<number>, more: readonly number[]) => {
    const all = new Float64Array(own.length + more.length)
    all.set(own)
    all.set(more, own.length)
    return all
  }
  return { positions: joined(p, place), normals: joined(n, normal), colours: joined(colours, colour), index: Uint32Array.from(corners) }
}
