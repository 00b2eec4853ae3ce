import { PI, sin } from '../math/dmath.ts'
import { unit, type Vec3 } from './vector.ts'

/** A pinhole camera. It covers a square; a picture that is not square shows the middle of it. */
export type Camera = {
  readonly x: number
  readonly y: number
  readonly z: number
  /** Unit axes of the view. */
  readonly forward: Vec3
  readonly right: Vec3
  readonly up: Vec3
  /** Tangent of half the field of view of the square. */
  readonly half: number
  /** Lens shift in halves of the square: keeps verticals upright while looking up or down. */
  readonly shiftX: number
  readonly shiftY: number
  /** Forward on the ground, unit length. */
  readonly groundX: number
  readonly groundZ: number
}

export type CameraView = {
  readonly eye: Vec3
  readonly target: Vec3
  /** Degrees across the square. */
  readonly fov: number
  readonly shiftX?: number
  readonly shiftY?: number
  /** Sine of the tilt to the side. */
  readonly roll?: number
}

export function createCamera({ eye, target, fov, shiftX = 0, shiftY = 0, roll = 0 }: CameraView): Camera {
  const forward = unit([target[0] - eye[0], target[1] - eye[1], target[2] - eye[2]])
  const level = unit([forward[2], 0, -forward[0]])
  const upright: Vec3 = [
    forward[1] * level[2] - forward[2] * level[1],
    forward[2] * level[0] - forward[0] * level[2],
    forward[0] * level[1] - forward[1] * level[0],
  ]
  const c = Math.sqrt(1 - roll * roll)
  const turn = (a: Vec3, b: Vec3, s: number): Vec3 => [a[0] * c + b[0] * s, a[1] * c + b[1] * s, a[2] * c + b[2] * s]
  const angle = (fov * PI) / 360
  const ground = Math.sqrt(forward[0] * forward[0] + forward[2] * forward[2]) || 1
  return {
    x: eye[0],
    y: eye[1],
    z: eye[2],
    forward,
    right: turn(level, upright, roll),
    up: turn(upright, level, -roll),
    half: sin(angle) / sin(angle + PI / 2),
    shiftX,
    shiftY,
    groundX: forward[0] / ground,
    groundZ: forward[2] / ground,
  }
}

/** The camera seen in the mirror y = height: a pixel of its picture is the reflected ray of the same pixel. */
export function mirrorCamera(camera: Camera, height: number): Camera {
  const flip = (v: Vec3): Vec3 => [v[0], -v[1], v[2]]
  return { ...camera, y: 2 * height - camera.y, forward: flip(camera.forward), right: flip(camera.right), up: flip(camera.up) }
}
