import { cos, sin, TAU } from '../../../math/dmath.ts'
import { carPaint, emitter, glass, plain } from '../../material/paints.ts'
import type { Paint } from '../../mesh.ts'
import type { Rgb, Vec3 } from '../../vector.ts'
import type { CitySite } from './site.ts'

const { abs, max } = Math

export type FlyingCar = {
  readonly x: number
  readonly y: number
  readonly z: number
  /** Radians from +z towards +x. */
  readonly heading: number
  /** Metres. */
  readonly length: number
  readonly colour: Rgb
  /** How closely it is seen. */
  readonly detail: 'near' | 'middle' | 'far'
  /** Sine of its lean to the side. */
  readonly bank?: number
}

/** A cross-section: place along the car, half-width, half-height, height of its middle. The car is 5.2 long here. */
type Section = readonly [along: number, halfWidth: number, halfHeight: number, middle: number]

const BODY: readonly Section[] = [
  [-2.6, 0.02, 0.02, 0.15],
  [-2.55, 0.62, 0.26, 0.12],
  [-2.1, 0.86, 0.4, 0.08],
  [-0.9, 1, 0.44, 0.02],
  [0.6, 0.98, 0.4, -0.02],
  [1.7, 0.82, 0.3, -0.08],
  [2.35, 0.5, 0.17, -0.14],
  [2.62, 0.05, 0.03, -0.16],
]
const CANOPY: readonly Section[] = [
  [-1.7, 0.05, 0.05, 0.36],
  [-1.2, 0.56, 0.32, 0.4],
  [-0.3, 0.66, 0.42, 0.4],
  [0.6, 0.6, 0.34, 0.32],
  [1.5, 0.1, 0.06, 0.18],
]
const NACELLE: readonly Section[] = [
  [-1.1, 0.12, 0.12, 0],
  [-0.95, 0.27, 0.25, 0],
  [0, 0.34, 0.3, 0],
  [0.8, 0.3, 0.27, 0],
  [1.05, 0.2, 0.18, 0],
]
const EXHAUST: readonly Section[] = [
  [-2.95, 0.4, 0.2, 0.02],
  [-2.75, 0.46, 0.24, 0.02],
  [-2.2, 0.4, 0.22, 0.02],
]
const SIDES = { near: 20, middle: 10, far: 6 } as const
const LENGTH = 5.2

/** A wingless car with a glass canopy, thruster pods, fins and lamps. */
export function addFlyingCar(site: CitySite, car: FlyingCar): void {
  const { mesh, scene, lampGain } = site
  const { colour, detail, bank = 0 } = car
  const c = cos(car.heading)
  const s = sin(car.heading)
  const scale = car.length / LENGTH
  const place = (side: number, up: number, along: number): Vec3 => [
    car.x + (side * c + along * s) * scale,
    car.y + (up + side * bank) * scale,
    car.z + (along * c - side * s) * scale,
  ]
  const dark = mesh.paint(plain([0.03, 0.032, 0.036], 0.4))
  const body = mesh.paint(carPaint(colour))

  /** A skin over sections round the axis at `side`, `up`. `square` fills its corners. */
  function hull(sections: readonly Section[], paint: Paint, side = 0, up = 0): void {
    const n = SIDES[detail]
    mesh.use(paint, true)
    let previous = -1
    for (const [along, halfWidth, halfHeight, middle] of sections) {
      const base = mesh.vertexCount()
      for (let i = 0; i <= n; i++) {
        const a = (TAU * (i % n)) / n
        const across = cos(a)
        const height = sin(a)
        const fill = 1 + 0.35 * (1 / max(abs(across), abs(height)) - 1)
        const p = place(side + across * fill * halfWidth, up + middle + height * fill * halfHeight, along)
        mesh.vertex(...p, i / n, along, across * c, height, -across * s)
      }
      if (previous >= 0) for (let i = 0; i < n; i++) mesh.quad(previous + i, previous + i + 1, base + i + 1, base + i)
      previous = base
    }
  }

  hull(BODY, body)
  if (detail !== 'far') {
    hull(CANOPY, mesh.paint(glass([0.01, 0.014, 0.02])))
    hull(EXHAUST, dark)
    for (const side of [-1, 1]) {
      hull(NACELLE, body, side * 1.22, -0.12)
      mesh.use(dark)
      mesh.panel(
        place(side * 0.8, 0.02, -0.5),
        place(side * 1.15, -0.08, -0.5),
        place(side * 1.15, -0.08, 0.4),
        place(side * 0.8, 0.02, 0.4),
      )
      mesh.use(body)
      mesh.panel(
        place(side * 0.62, 0.3, -1.9),
        place(side * 0.78, 0.8, -2.6),
        place(side * 0.76, 0.8, -2.85),
        place(side * 0.6, 0.25, -2.6),
      )
    }
  }
  mesh.use(mesh.paint(emitter([1, 0.08, 0.06], 5 * lampGain)))
  for (const side of [-1, 1])
    mesh.panel(
      place(side * 0.3, 0.16, -2.62),
      place(side * 0.74, 0.16, -2.6),
      place(side * 0.74, 0.28, -2.6),
      place(side * 0.3, 0.28, -2.62),
    )
  mesh.use(mesh.paint(emitter([0.85, 0.95, 1], 4.5 * lampGain)))
  for (const side of [-1, 1])
    mesh.panel(place(side * 0.25, -0.12, 2.56), place(side * 0.5, -0.08, 2.4), place(side * 0.5, 0, 2.36), place(side * 0.25, -0.04, 2.5))
  mesh.use(mesh.paint(emitter([0.25, 0.8, 1], 1.8 * lampGain)))
  for (const side of [-1, 1])
    mesh.panel(
      place(side * 0.55, -0.46, -1.6),
      place(side * 0.85, -0.42, -1.6),
      place(side * 0.85, -0.42, 1.2),
      place(side * 0.55, -0.44, 1.2),
    )
  mesh.use(mesh.paint(emitter([1, 0.5, 0.2], 5 * lampGain + 0.6)))
  mesh.panel(place(-0.34, -0.13, -2.93), place(0.34, -0.13, -2.93), place(0.34, 0.17, -2.93), place(-0.34, 0.17, -2.93))
  const [bx, by, bz] = place(0, 0.2, -3)
  const [fx, fy, fz] = place(0, -0.1, 2.7)
  scene.glows.push(
    { x: bx, y: by, z: bz, colour: [1, 0.32, 0.12], intensity: 0.8 * lampGain, size: 0.5 * scale },
    { x: fx, y: fy, z: fz, colour: [0.8, 0.92, 1], intensity: 0.6 * lampGain, size: 0.5 * scale },
  )
}
