import { emitter, plain } from '../../../material/paints.ts'
import { blob } from '../../../shape/blob.ts'
import { box, loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import { tube } from '../../../shape/tube.ts'
import type { Rgb, Vec3 } from '../../../vector.ts'
import type { Site } from '../../nature/site.ts'

const WARM: Rgb = [1, 0.56, 0.2]

/** Light of a lamp at a point, when the site is lit. */
export function shine({ scene, lit }: Site, [x, y, z]: Vec3, range: number, strength = 1, colour: Rgb = WARM): void {
  if (!lit) return
  scene.lamps.push({ x, y, z, colour: [colour[0] * strength, colour[1] * strength, colour[2] * strength], range })
  scene.glows.push({ x, y, z, colour, intensity: 0.9 * Math.min(1.3, strength), size: 0.42 })
}

/** The head of a street lantern: glass, and a small roof. `y` is its foot. */
function head(site: Site, x: number, y: number, z: number, size: number): void {
  const { mesh, lit } = site
  const iron = mesh.paint(plain([0.03, 0.03, 0.033], 0.4, 0.2))
  const pane = mesh.paint(lit ? emitter(WARM, 4.5) : plain([0.5, 0.48, 0.42], 0.8, 0.6))
  loft(
    mesh,
    [
      { y, points: polygon(x, z, size * 0.34, 6) },
      { y: y + size, points: polygon(x, z, size * 0.52, 6) },
    ],
    { paint: pane },
  )
  loft(
    mesh,
    [
      { y: y + size, points: polygon(x, z, size * 0.66, 6) },
      { y: y + size * 1.3, points: polygon(x, z, size * 0.3, 6) },
      { y: y + size * 1.7, points: polygon(x, z, 0.02, 6) },
    ],
    { paint: iron },
  )
  box(mesh, { x, y: y - 0.06, z, width: size * 0.5, height: 0.07, depth: size * 0.5, paint: iron })
}

/** A cast-iron street lamp. */
export function streetLamp(site: Site, [x, y, z]: Vec3, height = 3.6, range = 12): void {
  const { mesh } = site
  const iron = mesh.paint(plain([0.03, 0.03, 0.033], 0.4, 0.2))
  loft(
    mesh,
    (
      [
        [0, 0.2],
        [0.3, 0.18],
        [0.42, 0.1],
        [1, 0.07],
        [1.1, 0.1],
        [1.2, 0.055],
        [height, 0.045],
      ] as const
    ).map(([up, r]) => ({ y: y + up, points: polygon(x, z, r, 8) })),
    { paint: iron, smooth: true },
  )
  head(site, x, y + height, z, 0.42)
  shine(site, [x, y + height + 0.2, z - 0.4], range)
}

/** A lantern on an arm from a wall at `foot`, reaching along x and z. */
export function wallLantern(site: Site, [x, y, z]: Vec3, reachX: number, reachZ: number, range = 10): void {
  const { mesh } = site
  const iron = mesh.paint(plain([0.03, 0.03, 0.033], 0.4, 0.2))
  tube(
    mesh,
    [
      [x, y - 0.4, z],
      [x + reachX * 0.6, y - 0.05, z + reachZ * 0.6],
      [x + reachX, y, z + reachZ],
    ],
    { paint: iron, radius: 0.035, sides: 5 },
  )
  head(site, x + reachX, y - 0.56, z + reachZ, 0.34)
  shine(site, [x + reachX, y - 0.4, z + reachZ - 0.3], range, 0.9)
}

/** A paper lantern that hangs from a point: round, with a tassel. */
export function paperLantern(site: Site, [x, y, z]: Vec3, size: number, colour: Rgb, lamp = true): void {
  const { mesh, lit, scene } = site
  const paper = mesh.paint(lit ? emitter(colour, 1.1) : plain(colour))
  const trim = mesh.paint(plain([0.3, 0.2, 0.05], 0.4, 0.2))
  blob(mesh, { x, y: y - size * 1.1, z, rx: size, ry: size * 0.86, rz: size, paint: paper, rings: 8 })
  for (const up of [-0.3, -1.96])
    loft(
      mesh,
      [0, 0.12].map((h) => ({ y: y + (up + h) * size, points: polygon(x, z, size * 0.42, 8) })),
      { paint: trim, cap: trim },
    )
  tube(
    mesh,
    [
      [x, y, z],
      [x, y - size * 0.2, z],
    ],
    { paint: trim, radius: 0.015, sides: 3 },
  )
  box(mesh, { x, y: y - size * 2.6, z, width: size * 0.22, height: size * 0.66, depth: size * 0.22, paint: paper })
  if (!lit) return
  scene.glows.push({ x, y: y - size, z: z - size, colour, intensity: 0.22, size: size * 1.4 })
  if (lamp) scene.lamps.push({ x, y: y - size, z, colour: [colour[0] * 0.34, colour[1] * 0.3, colour[2] * 0.26], range: 8 })
}

/** Lanterns or bulbs on a line that sags between two points. */
export function stringOf(site: Site, from: Vec3, to: Vec3, count: number, sag: number, hang: (at: Vec3, i: number) => void): void {
  const { mesh } = site
  const cord = mesh.paint(plain([0.03, 0.03, 0.03]))
  const at = (t: number): Vec3 => [
    from[0] + (to[0] - from[0]) * t,
    from[1] + (to[1] - from[1]) * t - sag * 4 * t * (1 - t),
    from[2] + (to[2] - from[2]) * t,
  ]
  tube(
    mesh,
    Array.from({ length: 13 }, (_, i) => at(i / 12)),
    { paint: cord, radius: 0.018, sides: 3 },
  )
  for (let i = 0; i < count; i++) hang(at((i + 0.5) / count), i)
}
