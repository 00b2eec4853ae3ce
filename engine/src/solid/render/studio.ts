import { mix, saturate, smooth } from '../../math/dmath.ts'
import type { Rgb } from '../field/field.ts'
import { type Camera, fromCamera, type Vector } from './camera.ts'
import type { Lamp } from './part.ts'

const { abs, min } = Math

/** Light and ground of a picture. Directions are in camera axes (right, up, towards the eye); colours are radiances. */
export type Lighting = {
  readonly key: Vector
  /** Which side the key comes from, where what is reflected stands: -1 is the left. */
  readonly side: 1 | -1
  readonly keyColour: Rgb
  readonly fillColour: Rgb
  readonly rimColour: Rgb
  readonly secondRimColour: Rgb
  readonly sky: Rgb
  readonly ground: Rgb
  /** Sharpness of the key's shadow: higher is harder. */
  readonly hardness: number
  /** Reflectivity of the floor, 0..1. */
  readonly gloss: number
  /** Lightness of the floor's deepest shadow, 0..1. */
  readonly shadowFloor: number
  readonly lamps: readonly Lamp[]
}

/** Writes the backdrop's radiance at screen coordinates (−1..1 over the height, y up) into `out`. */
export type Backdrop = (u: number, v: number, out: Float64Array) => void

export type Studio = {
  readonly lighting: Lighting
  readonly key: Vector
  readonly fill: Vector
  readonly rim: Vector
  readonly secondRim: Vector
  /** Writes what a reflection in a direction sees, blurred by roughness, into `reflection`. */
  readonly reflect: (dx: number, dy: number, dz: number, rough: number) => void
  readonly reflection: Float64Array
}

/** A photographer's room seen only in reflections: two softboxes, a strip light and a dark card. */
export function createStudio(lighting: Lighting, camera: Camera): Studio {
  const { keyColour, rimColour, sky, ground } = lighting
  const across = -lighting.side
  const [rx, ry, rz] = camera.right
  const [ux, uy, uz] = camera.up
  const [fx, fy, fz] = camera.forward
  const reflection = new Float64Array(3)
  return {
    lighting,
    key: fromCamera(camera, lighting.key),
    fill: fromCamera(camera, [0.9 * across, 0.15, 0.6]),
    rim: fromCamera(camera, [0.8 * across, 0.45, -0.75]),
    secondRim: fromCamera(camera, [-0.85 * across, 0.3, -0.7]),
    reflection,
    reflect(dx, dy, dz, rough) {
      const a = across * (rx * dx + ry * dy + rz * dz)
      const b = ux * dx + uy * dy + uz * dz
      const c = -(fx * dx + fy * dy + fz * dz)
      const blur = 0.06 + rough * 0.8
      const dullness = min(1, rough * 1.3)
      const horizon = smooth(-0.35 - rough * 0.5, 0.3 + rough * 0.6, b)
      const lift = 0.45 + 0.55 * saturate(b * 0.5 + 0.5)
      const softbox =
        smooth(0.52 + blur, 0.52 - blur * 0.6, abs(a + 0.62)) *
        smooth(0.42 + blur, 0.42 - blur * 0.6, abs(b - 0.55)) *
        smooth(-0.5, 0.2, c) *
        (3.4 - 2.4 * dullness)
      const side =
        smooth(0.12 + blur, 0.12 - blur * 0.5, abs(a - 0.86)) *
        smooth(0.75 + blur, 0.75 - blur * 0.5, abs(b - 0.15)) *
        (2.2 - 1.7 * dullness)
      const strip = smooth(0.16 + blur, 0.16 - blur * 0.5, abs(b - 0.9)) * 1.2
      const card = 1 - 0.75 * (1 - rough) * smooth(0.34, 0.1, abs(a - 0.3)) * smooth(-0.2, 0.5, c)
      for (let k = 0 as 0 | 1 | 2; k < 3; k++) {
        const room = mix(ground[k] * 0.6, sky[k], horizon) * lift
        reflection[k] = room * card + (softbox * keyColour[k] + strip * sky[k]) * 0.38 + side * rimColour[k] * 0.5
      }
    },
  }
}
