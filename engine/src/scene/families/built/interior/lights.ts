import { cos, sin, TAU } from '../../../../math/dmath.ts'
import { emitter, plain } from '../../../material/paints.ts'
import { blob } from '../../../shape/blob.ts'
import { tube } from '../../../shape/tube.ts'
import type { Rgb, Vec3 } from '../../../vector.ts'
import type { Site } from '../../nature/site.ts'
import { turned } from '../prop/turned.ts'

const WARM: Rgb = [1, 0.54, 0.2]

/** Light of a flame; by day it counts for less than what comes through the windows. */
export function glimmer({ scene }: Site, [x, y, z]: Vec3, strength: number, range: number, halo = 0.3): void {
  const k = strength * (0.45 + 0.55 * scene.night)
  scene.lamps.push({ x, y, z, colour: [WARM[0] * k, WARM[1] * k, WARM[2] * k], range })
  scene.glows.push({ x, y, z: z - 0.06, colour: WARM, intensity: 0.5 * Math.min(1.4, strength), size: halo })
}

/** A candle with its flame; gives light to the room only when `lights`. */
export function candle(site: Site, [x, y, z]: Vec3, size = 1, lights = false): void {
  const { mesh } = site
  turned(
    mesh,
    x,
    z,
    y,
    [
      [0, 0.035 * size],
      [0.2 * size, 0.032 * size],
      [0.21 * size, 0.01],
    ],
    7,
    mesh.paint(plain([0.7, 0.62, 0.46], 0.2, 0)),
  )
  blob(mesh, {
    x,
    y: y + 0.26 * size,
    z,
    rx: 0.018 * size,
    ry: 0.05 * size,
    rz: 0.018 * size,
    paint: mesh.paint(emitter([1, 0.62, 0.24], 7)),
    rings: 5,
  })
  if (lights) glimmer(site, [x, y + 0.32 * size, z], 0.8, 5, 0.16)
  else site.scene.glows.push({ x, y: y + 0.26 * size, z: z - 0.03, colour: WARM, intensity: 0.4, size: 0.1 * size })
}

/** A ring of candles that hangs from the ceiling at `top`. */
export function chandelier(site: Site, [x, y, z]: Vec3, radius: number, top: number, count: number, metal: Rgb): void {
  const { mesh } = site
  const iron = mesh.paint(plain(metal, 0.5, 0.3))
  const ring = (r: number, up: number, thick: number) =>
    tube(
      mesh,
      Array.from({ length: 25 }, (_, i): Vec3 => [x + cos((TAU * i) / 24) * r, y + up, z + sin((TAU * i) / 24) * r]),
      { paint: iron, radius: thick, sides: 6 },
    )
  ring(radius, 0, 0.035)
  ring(radius * 0.45, 0.35, 0.025)
  for (let i = 0; i < 6; i++) {
    const a = (TAU * i) / 6
    tube(
      mesh,
      [
        [x + cos(a) * radius, y, z + sin(a) * radius],
        [x, y + radius * 1.1, z],
      ],
      { paint: iron, radius: 0.014, sides: 4 },
    )
  }
  tube(
    mesh,
    [
      [x, y + radius * 1.1, z],
      [x, top, z],
    ],
    { paint: iron, radius: 0.025, sides: 5 },
  )
  for (let i = 0; i < count; i++) {
    const a = (TAU * (i + 0.5)) / count
    candle(site, [x + cos(a) * radius, y + 0.04, z + sin(a) * radius], 0.9)
  }
  glimmer(site, [x, y + 0.15, z], 1.5, radius * 5 + 5, radius * 0.5)
}

/** A fire on logs; `wide` metres. */
export function fire(site: Site, [x, y, z]: Vec3, wide: number): void {
  const { mesh, streams, scene } = site
  const random = streams('fire')
  const log = mesh.paint(plain([0.05, 0.03, 0.02]))
  for (let i = 0; i < 4; i++)
    tube(
      mesh,
      [
        [x - wide * 0.42, y + 0.07 + i * 0.05, z + random.range(-0.14, 0.14)],
        [x + wide * 0.42, y + 0.09 + i * 0.06, z + random.range(-0.14, 0.14)],
      ],
      { paint: log, radius: 0.07, sides: 7 },
    )
  const flame = mesh.paint(emitter([1, 0.4, 0.08], 4))
  const core = mesh.paint(emitter([1, 0.7, 0.26], 6))
  for (let i = 0; i < 7; i++) {
    const across = (i / 6 - 0.5) * wide * 0.7
    const tall = wide * (0.44 - Math.abs(across / wide) * 0.4) * random.range(0.75, 1.2)
    blob(mesh, {
      x: x + across,
      y: y + 0.18 + tall * 0.6,
      z: z + random.range(-0.06, 0.06),
      rx: wide * 0.07,
      ry: tall * 0.75,
      rz: 0.07,
      paint: i % 2 ? flame : core,
      rings: 7,
      rough: 0.5,
      frequency: 2.4,
      variant: i,
    })
  }
  scene.lamps.push({ x, y: y + 0.7, z: z - 0.55, colour: [1.7, 0.76, 0.25], range: 8.5 })
  scene.glows.push({ x, y: y + 0.45, z: z - 0.2, colour: [1, 0.46, 0.13], intensity: 1.1, size: wide * 0.55 })
}
