import { cos, sin, TAU } from '../../../../math/dmath.ts'
import { loft, type Ring } from '../../../shape/loft.ts'
import { type GroundPoint, polygon } from '../../../shape/outline.ts'
import type { Building } from '../plot.ts'

const WINGS = 3
const STOREYS = 22
const CORNERS = 18

/** Radius at a share of the height, in widths: steps that shrink towards a needle. */
const radiusAt = (t: number) => 0.46 * (1 - t) * (1 - t) + 0.1 * (1 - t) + 0.012

/** A wing round the core: a slab of depth `reach` along `angle`. */
function wing(x: number, z: number, angle: number, reach: number, half: number): GroundPoint[] {
  const c = cos(angle)
  const s = sin(angle)
  const place = (out: number, side: number): GroundPoint => [x + c * out - s * side, z + s * out + c * side]
  return [
    place(0, -half),
    place(reach * 0.8, -half),
    place(reach, -half * 0.35),
    place(reach, half * 0.35),
    place(reach * 0.8, half),
    place(0, half),
  ]
}

/** A twisting needle with three wings that step back one after the other. */
export function spire({ site, x, z, width, base, height, turn, skin, strip }: Building): void {
  const { mesh } = site
  const core: Ring[] = []
  for (let i = 0; i <= STOREYS; i++) {
    const t = i / STOREYS
    core.push({ y: base + height * t, points: polygon(x, z, width * radiusAt(t) * 0.78, CORNERS, turn + t * 1.4, 0.12) })
  }
  loft(mesh, core, { paint: skin.wall, cap: skin.roof, smooth: true })
  for (let k = 0; k < WINGS; k++) {
    const steps = 5
    for (let i = 0; i < steps; i++) {
      const from = (i + k / WINGS) / (steps + 1.4)
      const to = (i + 1 + k / WINGS) / (steps + 1.4)
      const low = i === 0 ? 0 : from
      const angle = turn + (TAU * k) / WINGS + from * 0.5
      const reach = width * (radiusAt(low) * 1.12 + 0.02)
      const points = wing(x, z, angle, reach, width * 0.13 * (1 - from * 0.7))
      loft(
        mesh,
        [
          { y: base + height * low, points },
          { y: base + height * to, points },
        ],
        { paint: skin.wall, cap: skin.roof },
      )
      const lip = wing(x, z, angle, reach * 1.015, width * 0.135 * (1 - from * 0.7))
      loft(
        mesh,
        [
          { y: base + height * to - 2.2, points: lip },
          { y: base + height * to - 1.2, points: lip },
        ],
        { paint: strip },
      )
    }
  }
  for (const t of [0.62, 0.74, 0.85]) {
    const points = polygon(x, z, width * (radiusAt(t) * 0.82 + 0.01), CORNERS)
    loft(
      mesh,
      [
        { y: base + height * t, points },
        { y: base + height * t + 1.2, points },
      ],
      { paint: strip },
    )
  }
}
