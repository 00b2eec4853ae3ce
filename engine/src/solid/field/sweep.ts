import type { Field } from './field.ts'
import { catmullRom } from './outline.ts'

const { sqrt } = Math

/** A tube along a smooth curve through points [x, y, z, radius]: a chain of tapered capsules. */
export function sweep(points: readonly (readonly [number, number, number, number])[], steps = 6): Field {
  const curve = catmullRom(points, steps)
  const count = curve.length - 1
  const segments = new Float64Array(count * 8)
  for (let i = 0; i < count; i++) {
    const a = curve[i]!
    const b = curve[i + 1]!
    for (let k = 0; k < 3; k++) {
      segments[8 * i + k] = a[k]!
      segments[8 * i + 3 + k] = b[k]! - a[k]!
    }
    segments[8 * i + 6] = a[3]!
    segments[8 * i + 7] = b[3]! - a[3]!
  }
  return (x, y, z) => {
    let nearest = 1e9
    for (let o = 0; o < segments.length; o += 8) {
      const px = x - segments[o]!
      const py = y - segments[o + 1]!
      const pz = z - segments[o + 2]!
      const dx = segments[o + 3]!
      const dy = segments[o + 4]!
      const dz = segments[o + 5]!
      let h = (px * dx + py * dy + pz * dz) / (dx * dx + dy * dy + dz * dz)
      h = h < 0 ? 0 : h > 1 ? 1 : h
      const ex = px - dx * h
      const ey = py - dy * h
      const ez = pz - dz * h
      const distance = sqrt(ex * ex + ey * ey + ez * ez) - (segments[o + 6]! + segments[o + 7]! * h)
      if (distance < nearest) nearest = distance
    }
    return nearest
  }
}
