import { cos, PI, sin, TAU } from '../../../../math/dmath.ts'
import { carPaint, emitter, glass, plain } from '../../../material/paints.ts'
import type { Paint } from '../../../mesh.ts'
import { blob } from '../../../shape/blob.ts'
import { box, loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import { tube } from '../../../shape/tube.ts'
import type { Rgb, Vec3 } from '../../../vector.ts'
import { masonryOf } from '../../nature/paints.ts'
import type { Site } from '../../nature/site.ts'

/** A place in a craft's own axes. */
export type Frame = (x: number, y: number, z: number) => Vec3

/** Axes at a place, turned about x, then z, then y. Radians. */
export function frameAt([ox, oy, oz]: Vec3, yaw: number, pitch: number, roll: number): Frame {
  const [cy, sy, cp, sp, cr, sr] = [cos(yaw), sin(yaw), cos(pitch), sin(pitch), cos(roll), sin(roll)]
  return (x, y, z) => {
    const y1 = y * cp - z * sp
    const z1 = y * sp + z * cp
    const x2 = x * cr - y1 * sr
    const y2 = x * sr + y1 * cr
    return [ox + x2 * cy + z1 * sy, oy + y2, oz - x2 * sy + z1 * cy]
  }
}

/** Plated hull in a colour. */
export const hullOf = (colour: Rgb, plate = 2.2) =>
  masonryOf({ colour, blockWidth: plate, blockHeight: plate * 0.7, joints: 0.35, variant: 3 })

/** A rocket on its legs, `height` metres from the ground; its lamps are lit. */
export function rocket({ mesh, scene }: Site, x: number, y: number, z: number, height: number, trim: Rgb): void {
  const r = height * 0.085
  const white = mesh.paint(plain([0.7, 0.71, 0.72], 0.6, 0.35))
  const band = mesh.paint(carPaint(trim))
  const dark = mesh.paint(plain([0.06, 0.06, 0.07], 0.5, 0.3))
  const rings = (list: readonly (readonly [number, number])[]) =>
    list.map(([t, k]) => ({ y: y + height * t, points: polygon(x, z, r * k, 28), lift: t > 0.7 ? 0.4 : 0 }))
  loft(
    mesh,
    rings([
      [0.1, 0.85],
      [0.14, 1],
      [0.62, 1],
    ]),
    { paint: white, smooth: true },
  )
  loft(
    mesh,
    rings([
      [0.62, 1.01],
      [0.68, 1.01],
    ]),
    { paint: band, smooth: true },
  )
  loft(
    mesh,
    rings([
      [0.68, 1],
      [0.8, 0.92],
      [0.9, 0.66],
      [0.97, 0.28],
      [1, 0.03],
    ]),
    { paint: white, smooth: true },
  )
  loft(
    mesh,
    rings([
      [0.04, 0.66],
      [0.1, 0.42],
    ]),
    { paint: dark, smooth: true },
  )
  for (let i = 0; i < 4; i++) {
    const a = (TAU * i) / 4 + 0.5
    const out = (k: number, up: number): Vec3 => [x + cos(a) * r * k, y + height * up, z + sin(a) * r * k]
    mesh.use(band)
    mesh.quad(
      mesh.vertex(...out(0.95, 0.16)),
      mesh.vertex(...out(2.1, 0.02)),
      mesh.vertex(...out(2.1, 0.1)),
      mesh.vertex(...out(0.95, 0.34)),
    )
    tube(mesh, [out(0.9, 0.2), out(2.3, 0)], { paint: dark, radius: r * 0.09, sides: 6 })
  }
  const lamp = mesh.paint(emitter([1, 0.82, 0.5], 5))
  for (let i = 0; i < 3; i++)
    box(mesh, {
      x: x - r * 0.2,
      y: y + height * (0.44 + i * 0.1),
      z: z - r * 1.02,
      width: r * 0.34,
      height: r * 0.34,
      depth: r * 0.1,
      paint: lamp,
    })
  scene.glows.push({ x, y: y + height * 0.98, z: z - r, colour: [1, 0.2, 0.12], intensity: 1.4, size: height * 0.02 })
}

/** A dome of glass panes on a ring, lit from within. */
export function dome({ mesh, scene }: Site, x: number, y: number, z: number, r: number, light: Rgb): void {
  const base = mesh.paint(hullOf([0.5, 0.5, 0.52], 1.4))
  const rib = mesh.paint(plain([0.62, 0.62, 0.64], 0.5, 0.3))
  const pane = mesh.paint(glass([0.06, 0.09, 0.1]))
  const glow = mesh.paint(emitter(light, 0.9))
  loft(
    mesh,
    [
      { y: y - 1.5, points: polygon(x, z, r * 1.05, 36) },
      { y: y + r * 0.14, points: polygon(x, z, r * 1.02, 36) },
    ],
    { paint: base, cap: base, smooth: true },
  )
  const at = (a: number, b: number, k = 1): Vec3 => [
    x + cos(a) * cos(b) * r * k,
    y + r * 0.14 + sin(b) * r * 0.86 * k,
    z + sin(a) * cos(b) * r * k,
  ]
  const columns = 20
  const rows = 5
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      const a0 = (TAU * i) / columns
      const a1 = (TAU * (i + 1)) / columns
      const b0 = ((PI / 2) * j) / rows
      const b1 = ((PI / 2) * (j + 1)) / rows
      mesh.use((i * 7 + j * 5) % 4 < 2 - (j > 2 ? 1 : 0) ? glow : pane)
      mesh.panel(at(a0, b0), at(a1, b0), at(a1, b1), at(a0, b1))
    }
  for (let i = 0; i < columns; i += 2) {
    const a = (TAU * i) / columns
    tube(
      mesh,
      [0, 0.25, 0.5, 0.75, 1].map((t) => at(a, (t * PI) / 2, 1.01)),
      { paint: rib, radius: r * 0.016, sides: 4 },
    )
  }
  for (let j = 1; j < rows; j++)
    tube(
      mesh,
      Array.from({ length: 37 }, (_, i) => at((TAU * i) / 36, ((PI / 2) * j) / rows, 1.01)),
      { paint: rib, radius: r * 0.014, sides: 4 },
    )
  scene.lamps.push({ x, y: y + r * 0.5, z: z - r * 1.3, colour: [light[0] * 0.7, light[1] * 0.7, light[2] * 0.7], range: r * 3 })
}

/** A lying cylinder with round ends and portholes: living space. */
export function habitat({ mesh, scene }: Site, x: number, y: number, z: number, length: number, r: number, turn: number): void {
  const at = frameAt([x, y + r * 0.8, z], turn, 0, 0)
  const shell = mesh.paint(hullOf([0.6, 0.59, 0.57], 1.8))
  const port = mesh.paint(emitter([1, 0.74, 0.42], 2.6))
  const path: Vec3[] = []
  for (let i = 0; i <= 8; i++) path.push(at((i / 8 - 0.5) * length, 0, 0))
  tube(mesh, path, { paint: shell, radius: r, sides: 22 })
  for (const end of [-1, 1]) {
    const [bx, by, bz] = at((end * length) / 2, 0, 0)
    blob(mesh, { x: bx, y: by, z: bz, rx: r * 0.98, ry: r * 0.98, rz: r * 0.98, paint: shell, rings: 10 })
  }
  const count = Math.floor(length / (r * 0.9))
  mesh.use(port)
  for (let i = 0; i < count; i++) {
    const a = ((i + 0.5) / count - 0.5) * length
    mesh.panel(
      at(a - r * 0.15, r * 0.12, -r * 1.005),
      at(a + r * 0.15, r * 0.12, -r * 1.005),
      at(a + r * 0.15, r * 0.42, -r * 0.93),
      at(a - r * 0.15, r * 0.42, -r * 0.93),
    )
  }
  const [lx, ly, lz] = at(0, 0, -r * 2)
  scene.lamps.push({ x: lx, y: ly, z: lz, colour: [0.5, 0.36, 0.18], range: r * 5 })
}

/** A rover on six wheels. `size` is its length, metres. */
export function rover({ mesh, scene }: Site, x: number, y: number, z: number, size: number, turn: number, trim: Rgb): void {
  const at = frameAt([x, y, z], turn, 0, 0)
  const body = mesh.paint(plain([0.68, 0.67, 0.64], 0.5, 0.25))
  const colour = mesh.paint(carPaint(trim))
  const dark = mesh.paint(plain([0.05, 0.05, 0.055], 0.35))
  const pane = mesh.paint(glass([0.05, 0.06, 0.07]))
  const s = size
  const slab = (x0: number, x1: number, y0: number, y1: number, half: number, inset: number, paint: Paint) => {
    const low = [
      at(x0 * s, y0 * s, -half * s),
      at(x1 * s, y0 * s, -half * s),
      at(x1 * s, y0 * s, half * s),
      at(x0 * s, y0 * s, half * s),
    ] as const
    const k = half - inset
    const top = [
      at((x0 + inset) * s, y1 * s, -k * s),
      at((x1 - inset) * s, y1 * s, -k * s),
      at((x1 - inset) * s, y1 * s, k * s),
      at((x0 + inset) * s, y1 * s, k * s),
    ] as const
    mesh.use(paint)
    for (let i = 0; i < 4; i++) mesh.panel(low[i]!, low[(i + 1) % 4]!, top[(i + 1) % 4]!, top[i]!)
    mesh.panel(...top)
  }
  slab(-0.46, 0.46, 0.2, 0.34, 0.2, 0.02, body)
  slab(-0.4, 0.1, 0.34, 0.52, 0.19, 0.04, body)
  slab(0.1, 0.42, 0.34, 0.5, 0.18, 0.07, pane)
  slab(-0.42, 0.12, 0.52, 0.545, 0.17, 0.01, colour)
  for (const q of [-1, 1])
    for (const a of [-0.36, 0, 0.36])
      tube(mesh, [at(a * s, 0.13 * s, q * 0.19 * s), at(a * s, 0.13 * s, q * 0.29 * s)], { paint: dark, radius: 0.13 * s, sides: 18 })
  for (const q of [-1, 1])
    for (const a of [-0.36, 0, 0.36]) {
      const [wx, wy, wz] = at(a * s, 0.13 * s, q * 0.29 * s)
      blob(mesh, { x: wx, y: wy, z: wz, rx: 0.1 * s, ry: 0.1 * s, rz: 0.1 * s, paint: dark, rings: 7 })
    }
  tube(mesh, [at(-0.32 * s, 0.54 * s, 0.1 * s), at(-0.34 * s, 0.86 * s, 0.1 * s)], { paint: body, radius: 0.012 * s, sides: 5 })
  for (const q of [-1, 1]) {
    const [gx, gy, gz] = at(0.48 * s, 0.28 * s, q * 0.13 * s)
    scene.glows.push({ x: gx, y: gy, z: gz, colour: [1, 0.92, 0.72], intensity: 1.3, size: 0.09 * s })
  }
}

/** A dish on a mast that looks up. */
export function dish({ mesh }: Site, x: number, y: number, z: number, r: number, turn: number): void {
  const metal = mesh.paint(plain([0.66, 0.67, 0.68], 0.5, 0.3))
  const dark = mesh.paint(plain([0.2, 0.2, 0.22], 0.4))
  tube(
    mesh,
    [
      [x, y - 0.5, z],
      [x, y + r * 1.5, z],
    ],
    { paint: dark, radius: r * 0.09, sides: 8 },
  )
  const at = frameAt([x, y + r * 1.5, z], turn, -0.75, 0)
  const base = mesh.vertexCount()
  mesh.use(metal, true)
  for (let j = 0; j <= 6; j++)
    for (let i = 0; i <= 24; i++) {
      const a = (TAU * (i % 24)) / 24
      const k = j / 6
      const p = at(cos(a) * k * r, 0.32 * r * k * k, sin(a) * k * r)
      mesh.vertex(p[0], p[1], p[2], i, j, 0, 1, 0)
    }
  for (let j = 0; j < 6; j++)
    for (let i = 0; i < 24; i++) mesh.quad(base + j * 25 + i, base + j * 25 + i + 1, base + (j + 1) * 25 + i + 1, base + (j + 1) * 25 + i)
  mesh.smoothGrid(base, 25, 7, true)
  tube(mesh, [at(0, 0, 0), at(0, r * 0.62, 0)], { paint: dark, radius: r * 0.03, sides: 5 })
}

/** A small winged ship, its engines burning behind it. */
export function shuttle({ mesh, scene }: Site, at: Frame, size: number, trim: Rgb): void {
  const hull = mesh.paint(hullOf([0.55, 0.56, 0.58], size * 0.12))
  const colour = mesh.paint(carPaint(trim))
  const s = size
  const stations = [
    [-0.5, 0.1],
    [-0.42, 0.15],
    [0, 0.15],
    [0.25, 0.12],
    [0.42, 0.06],
    [0.5, 0.012],
  ] as const
  let last: number[] = []
  mesh.use(hull, true)
  for (const [along, r] of stations) {
    const row: number[] = []
    for (let k = 0; k <= 16; k++) {
      const a = (TAU * (k % 16)) / 16
      const p = at(along * s, cos(a) * r * 0.8 * s, sin(a) * r * s)
      const q = at(along * s, cos(a) * r * 2 * s, sin(a) * r * 2 * s)
      row.push(mesh.vertex(p[0], p[1], p[2], along * s, k * 0.06 * s, q[0] - p[0], q[1] - p[1], q[2] - p[2]))
    }
    if (last.length > 0) for (let k = 0; k < 16; k++) mesh.quad(last[k]!, row[k]!, row[k + 1]!, last[k + 1]!)
    last = row
  }
  mesh.use(colour)
  for (const q of [-1, 1])
    mesh.panel(
      at(0.18 * s, 0, q * 0.1 * s),
      at(-0.46 * s, 0, q * 0.1 * s),
      at(-0.5 * s, 0.02 * s, q * 0.48 * s),
      at(-0.26 * s, 0.02 * s, q * 0.46 * s),
    )
  mesh.panel(at(-0.1 * s, 0.1 * s, 0), at(-0.46 * s, 0.1 * s, 0), at(-0.54 * s, 0.36 * s, 0), at(-0.36 * s, 0.34 * s, 0))
  for (const q of [-1, 0, 1]) {
    const [x, y, z] = at(-0.53 * s, 0, q * 0.08 * s)
    scene.glows.push({ x, y, z, colour: [0.4, 0.7, 1], intensity: 3, size: 0.09 * s })
    blob(mesh, { x, y, z, rx: 0.035 * s, ry: 0.035 * s, rz: 0.035 * s, paint: mesh.paint(emitter([0.5, 0.8, 1], 9)), rings: 6 })
  }
}
