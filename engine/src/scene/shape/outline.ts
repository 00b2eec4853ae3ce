import { cos, sin, TAU } from '../../math/dmath.ts'

/** A point on the ground: x, z. */
export type GroundPoint = readonly [number, number]

/** Corners of a rectangle turned by `turn` radians. */
export function rectangle(x: number, z: number, width: number, depth: number, turn = 0): GroundPoint[] {
  const c = cos(turn)
  const s = sin(turn)
  const corner = (a: number, b: number): GroundPoint => {
    const u = (a * width) / 2
    const v = (b * depth) / 2
    return [x + u * c - v * s, z + u * s + v * c]
  }
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)]
}

/** A regular polygon of radius r; `square` from 0 (round) to 1 (square) fills its corners, `stretch` scales it along z. */
export function polygon(x: number, z: number, r: number, corners: number, turn = 0, square = 0, stretch = 1): GroundPoint[] {
  const points: GroundPoint[] = []
  for (let i = 0; i < corners; i++) {
    const a = (TAU * i) / corners + turn
    const c = cos(a)
    const s = sin(a)
    const k = r * (1 + square * (1 / Math.max(Math.abs(c), Math.abs(s)) - 1))
    points.push([x + c * k, z + s * k * stretch])
  }
  return points
}
