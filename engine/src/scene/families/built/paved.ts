import { MATERIAL } from '../../material/material-id.ts'
import type { Rgb } from '../../vector.ts'
import type { Site } from '../nature/site.ts'
import { pavingOf } from './paints.ts'
import { level } from './place.ts'

export type Paved = {
  readonly kind: 'cobbles' | 'slabs'
  readonly colour: Rgb
  readonly size: number
  /** Half its width, and where it begins and ends, metres. */
  readonly half: number
  readonly near: number
  readonly far: number
}

/** Level paving at height 0; rain, and some nights, leave it wet, so that it mirrors lamps and walls. */
export function paved(site: Site, { kind, colour, size, half, near, far }: Paved): void {
  const { mesh, scene, streams, brief, snowy, lit } = site
  const { weather } = brief.mood
  const damp = streams('damp').next()
  const rainy = weather === 'rain' || weather === 'storm'
  const shine = rainy ? 0.95 : snowy ? 0 : lit && damp < 0.6 ? 0.7 : damp < 0.15 ? 0.45 : 0
  const second: Rgb = [colour[0] * 0.78, colour[1] * 0.8, colour[2] * 0.84]
  mesh.use(mesh.paint(pavingOf({ kind, colour, second, size, shine, puddles: true, snow: snowy ? 1 : 0 })))
  level(mesh, 0, -half, near, half, far)
  if (shine > 0) scene.mirror = { height: 0, material: MATERIAL.paving, resolution: 400 }
}
