import { cos, sin } from '../../math/dmath.ts'

export type Vector = readonly [number, number, number]

/**
 * Where the picture is taken from. Angles in radians; `half` is half the height seen at the target, model units.
 * Standing and hovering items are looked at from the side: `yaw` turns them, `pitch` lifts the camera, `roll` tilts the picture.
 * Lying items have their z axis upright: `roll` turns them on the table, `pitch` is the camera's distance from straight above.
 */
export type View = {
  readonly kind: 'standing' | 'hovering' | 'lying'
  readonly yaw: number
  readonly pitch: number
  readonly roll: number
  readonly target: Vector
  readonly distance: number
  readonly half: number
}

/** A camera's axes in model space. */
export type Camera = {
  readonly eye: Vector
  readonly forward: Vector
  readonly right: Vector
  readonly up: Vector
  /** What is up in the studio. */
  readonly plumb: Vector
  readonly target: Vector
  readonly distance: number
  readonly half: number
}

const combine = (a: Vector, k: number, b: Vector, m: number): Vector => [a[0] * k + b[0] * m, a[1] * k + b[1] * m, a[2] * k + b[2] * m]

export function createCamera(view: View): Camera {
  const cr = cos(view.roll)
  const sr = sin(view.roll)
  const cp = cos(view.pitch)
  const sp = sin(view.pitch)
  const { target, distance, half } = view
  const aimed = (forward: Vector, right: Vector, up: Vector, plumb: Vector): Camera => ({
    eye: combine(target, 1, forward, -distance),
    forward,
    right,
    up,
    plumb,
    target,
    distance,
    half,
  })
  if (view.kind === 'lying') {
    const plumb: Vector = [0, 0, 1]
    const away: Vector = [-sr, cr, 0]
    return aimed(combine(away, sp, plumb, -cp), [cr, sr, 0], combine(away, cp, plumb, sp), plumb)
  }
  const cy = cos(view.yaw)
  const sy = sin(view.yaw)
  const forward: Vector = [-sy * cp, -sp, -cy * cp]
  const level: Vector = [cy, 0, -sy]
  const rise: Vector = [-sy * sp, cp, -cy * sp]
  const up = combine(rise, cr, level, -sr)
  return aimed(forward, combine(level, cr, rise, sr), up, view.kind === 'hovering' ? combine(up, cp, forward, -sp) : [0, 1, 0])
}

/** Turns a direction given in camera axes (right, up, towards the eye) into model space, unit length. */
export function fromCamera(camera: Camera, direction: Vector): Vector {
  const [a, b, c] = direction
  const k = 1 / Math.sqrt(a * a + b * b + c * c)
  const at = (i: 0 | 1 | 2) => (camera.right[i] * a + camera.up[i] * b - camera.forward[i] * c) * k
  return [at(0), at(1), at(2)]
}
