import { saturate } from '../../math/dmath.ts'
import { hash3 } from '../../math/lattice.ts'
import type { SmoothMesh } from '../../model/mesh/triangle-mesh.ts'
import type { Gem } from '../../solid/render/part.ts'

const { floor } = Math

/** How opaque the darkest facets are, and how much less the brightest. */
const DENSE = 0.95
const CLEARER = 0.35

/**
 * A colour for each corner of each facet, four numbers each: what shines through a cut stone differs from facet to facet and across each
 * one, and without that a stone of one colour looks like plastic.
 */
export function facetColours({ positions: p, normals: n }: SmoothMesh, { base }: Gem): number[] {
  const colours: number[] = []
  for (let o = 0; o < p.length; o += 3) {
    const facet = [0, 1, 2].map((axis) => floor(n[o + axis]! * 97 + 0.5)) as [number, number, number]
    const corner = [0, 1, 2].map((axis) => floor(p[o + axis]! * 4099 + 0.5)) as [number, number, number]
    const facing = hash3(...facet)
    const light = 0.1 + 0.95 * facing * facing + 0.45 * (hash3(corner[0] + facet[0], corner[1], corner[2]) - 0.3)
    // the brightest facets wash out towards white
    const white = saturate(light - 0.95) * 0.5
    for (let k = 0; k < 3; k++) colours.push(saturate(base[k]! * light + white + 0.008))
    colours.push(DENSE - CLEARER * saturate(light))
  }
  return colours
}
