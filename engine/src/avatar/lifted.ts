import type { Part } from '../solid/render/part.ts'
import type { Surface } from '../solid/render/surface.ts'

/** A part of a bust moved upwards with its pattern. */
export function lifted(part: Part, by: number): Part {
  const { field, bound, material, slope } = part
  const shade = (s: Surface) => {
    s.y -= by
    material.shade(s)
    s.y += by
  }
  return {
    ...part,
    field: (x, y, z) => field(x, y - by, z),
    ...(slope && { slope: (x, y, z, distance, surface) => slope(x, y - by, z, distance, surface) }),
    bound: [bound[0], bound[1] + by, bound[2], bound[3]],
    material: { ...material, shade },
  }
}
