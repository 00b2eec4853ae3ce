import { cos, PI, sin } from '../../math/dmath.ts'
import { brilliantCut, type Plane } from '../../solid/field/facets.ts'

const SQRT_HALF = Math.sqrt(0.5)

/** How a stone of jewellery is cut. */
export type Cut = 'round' | 'oval' | 'marquise' | 'princess' | 'emerald' | 'hexagon'

/** How much longer a cut is along the finger than across it. */
export const LENGTH: Readonly<Record<Cut, number>> = { round: 1, oval: 1.34, marquise: 1.75, princess: 1, emerald: 1.4, hexagon: 1 }

/** Where a stone sits: its girdle, turned about the z axis by `lean` from upright. */
type Seat = { readonly x: number; readonly y: number; readonly z?: number; readonly lean?: number }

/** Steps of an emerald cut: how steep each is, and where it meets the girdle, in shares of the stone's radius. */
const STEPS = [
  [0.82, 0.57, 0.06],
  [0.5, 0.866, -0.12],
  [0.8, -0.6, 0],
  [0.55, -0.835, -0.12],
] as const

/** A long rectangle with clipped corners whose sides go down in steps. */
function emeraldCut(r: number, long: number): Plane[] {
  const planes: Plane[] = [[0, 1, 0, r * 0.4]]
  const sides: readonly (readonly [number, number, number])[] = [
    [1, 0, r],
    [0, 1, r * long],
    [SQRT_HALF, SQRT_HALF, (r + r * long) * SQRT_HALF * 0.84],
  ]
  for (const [nx, nz, d] of sides)
    for (const [sx, sz] of [
      [1, 1],
      [-1, 1],
      [1, -1],
      [-1, -1],
    ] as const) {
      if ((nx === 0 && sx < 0) || (nz === 0 && sz < 0)) continue
      planes.push([nx * sx, 0, nz * sz, d])
      for (const [out, up, inset] of STEPS) planes.push([nx * sx * out, up, nz * sz * out, d * out + r * inset])
    }
  return planes
}

/** The planes of a stone of radius r, its table up and its length along z. */
export function cutStone(cut: Cut, r: number, { x, y, z = 0, lean = 0 }: Seat): Plane[] {
  const long = LENGTH[cut]
  const spin = cut === 'princess' ? PI / 4 : 0
  const facets = cut === 'princess' ? 4 : cut === 'hexagon' ? 6 : 8
  const upright = cut === 'emerald' ? emeraldCut(r, long) : brilliantCut(0, 0, 0, r, r * 1.24, facets)
  const c = cos(lean)
  const s = sin(lean)
  const [sc, ss] = [cos(spin), sin(spin)]
  return upright.map(([nx, ny, nz, d]): Plane => {
    const stretch = cut === 'emerald' ? 1 : long
    const u = sc * nx - ss * nz
    const w = (ss * nx + sc * nz) / stretch
    const turned = [c * u - s * ny, s * u + c * ny, w] as const
    return [...turned, d + turned[0] * x + turned[1] * y + turned[2] * z]
  })
}
