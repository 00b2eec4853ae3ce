import { smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import { gradient2, value2 } from '../../../noise.ts'
import { terrain } from '../../../shape/terrain.ts'
import { blend, times } from '../../../vector.ts'
import { cloudOf } from '../paints.ts'
import type { Site } from '../site.ts'

/** Billows 0..1: round crowns with creases between them. */
function billows(x: number, z: number): number {
  let sum = 0
  let amplitude = 0.56
  for (let i = 0; i < 4; i++) {
    sum += amplitude * Math.min(1, Math.abs(gradient2(x, z)) * 2.1)
    const next = x * 1.7 + z * 1.1 + 13.3
    z = z * 1.7 - x * 1.1 + 5.1
    x = next
    amplitude *= 0.46
  }
  return sum
}

/** A sheet of cloud far below, as a landscape of billows between two heights; `near` is where it begins. */
export function cloudSea({ mesh, scene, streams }: Site, low: number, high: number, near = 150): void {
  const random = streams('cloud sea')
  const ox = random.range(0, 200)
  const oz = random.range(0, 200)
  const hollow = blend(times(scene.sky.middle, 0.75), rgb('#8fa2c4'), 0.25)
  const crown = (x: number, z: number) =>
    smooth(0, 1, billows(x * 0.0068 + ox, z * 0.0068 + oz) * (0.4 + 1.1 * value2(x * 0.0011 + ox, z * 0.0011)))
  terrain(mesh, scene.camera, {
    paint: mesh.paint(cloudOf(hollow)),
    near,
    far: 9000,
    rows: 240,
    columns: 240,
    halfWidth: 0.62,
    height: (x, z) => low + (high - low) * crown(x, z),
    v: (_, y) => (y - low) / (high - low),
  })
}
