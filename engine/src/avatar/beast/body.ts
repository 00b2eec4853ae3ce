import { smoothMin } from '../../solid/field/combine.ts'
import { capsule, ellipsoid, length3 } from '../../solid/field/shapes.ts'
import type { Opaque } from '../../solid/render/part.ts'
import type { Bust } from '../bust.ts'

const { abs, min } = Math

/** Neck and shoulders of a beast, from one width to another. */
export function addBody({ traits, add }: Bust, material: Opaque, above: number, below: number): void {
  if (traits.clothes !== 'none') {
    // clothes are cut for people: only the neck is seen, which grows thin below the collar
    const thick = min(above, 0.36)
    const low = traits.clothes === 'scarf' ? thick : thick - 0.12
    add('neck', (x, y, z) => capsule(x, y, z, 0, -0.35, -0.04, 0, -1.1, -0.08, thick, low), [0, -0.75, -0.06, 0.85], material)
    return
  }
  add(
    'body',
    (x, y, z) => {
      let d = ellipsoid(x, y + 1.36, z + 0.1, 0.76, 0.66, 0.46)
      d = smoothMin(d, capsule(x, y, z, 0, -0.35, -0.04, 0, -1.15, -0.1, above, below + 0.06), 0.26)
      return smoothMin(d, length3(abs(x) - 0.555, y + 1.35, z + 0.1) - 0.24, 0.2)
    },
    [0, -1.15, 0, 1.4],
    material,
  )
}
