import { atan2, cos, sin } from '../math/dmath.ts'
import type { Rgb, Vec3 } from '../scene/vector.ts'
import type { Lamp, World } from './world.ts'

/** A place with its own axes, where a thing is built: what is added is told in local metres. */
export type Spot = {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly yaw: number
  /** Puts the solid model's origin here again, `lift` higher, turned further by `turn`. */
  use(lift?: number, turn?: number, scale?: number): void
  /** Where a local place is in the world. */
  world(x: number, z: number): readonly [number, number]
  /** A box in the way; `y` is its foot. */
  block(at: Vec3, size: Vec3, turn?: number): void
  /** An upright cylinder in the way. */
  post(at: Vec3, radius: number, height: number): void
  floor(name: string, x: number, z: number, width: number, depth: number, y: number): void
  disc(name: string, x: number, z: number, radius: number, y: number): void
  /** A slope whose near (+z) side is at `near` and whose far side is at `far`. */
  ramp(name: string, x: number, z: number, width: number, depth: number, far: number, near: number): void
  /** A lamp that is lit at dusk and night, or always. */
  light(at: Vec3, colour: Rgb, range: number, lamp?: Partial<Lamp> & { readonly always?: boolean }): void
  seat(x: number, y: number, z: number, turn?: number): void
  /** A point of interest that must be reached on foot. */
  point(name: string, x: number, z: number): void
  slot(at: Vec3, turn: number, width: number, height: number): void
  /** Keeps scattered things off. */
  keep(radius: number, x?: number, z?: number): void
}

/** A spot on the ground, or at height `y`. */
export function spotAt(world: World, x: number, z: number, yaw = 0, y = world.land.heightAt(x, z)): Spot {
  const c = cos(yaw)
  const s = sin(yaw)
  const place = (lx: number, lz: number) => [x + lx * c + lz * s, z + lz * c - lx * s] as const
  const spot: Spot = {
    x,
    y,
    z,
    yaw,
    use: (lift = 0, turn = 0, scale = 1) => world.solid.at(x, y + lift, z, yaw + turn, scale),
    world: place,
    block([lx, ly, lz], [width, height, depth], turn = 0) {
      const [wx, wz] = place(lx, lz)
      world.colliders.push({ x: wx, y: y + ly, z: wz, width, height, depth, yaw: yaw + turn })
    },
    post([lx, ly, lz], radius, height) {
      const [wx, wz] = place(lx, lz)
      world.colliders.push({ x: wx, y: y + ly, z: wz, radius, height })
    },
    floor(name, lx, lz, width, depth, ly) {
      const [wx, wz] = place(lx, lz)
      world.floors.push({ name, x: wx, z: wz, width, depth, yaw, y: y + ly })
    },
    disc(name, lx, lz, radius, ly) {
      const [wx, wz] = place(lx, lz)
      world.floors.push({ name, x: wx, z: wz, radius, y: y + ly })
    },
    ramp(name, lx, lz, width, depth, far, near) {
      const [wx, wz] = place(lx, lz)
      world.floors.push({ name, x: wx, z: wz, width, depth, yaw, y: y + far, end: y + near })
    },
    light([lx, ly, lz], colour, range, { always = false, ...lamp } = {}) {
      if (!world.lit && !always) return
      const [wx, wz] = place(lx, lz)
      world.lamps.push({ position: [wx, y + ly, wz], colour, range, fall: 0.12, shaded: true, ...lamp })
    },
    seat(lx, ly, lz, turn = 0) {
      const [wx, wz] = place(lx, lz)
      world.seats.push({ x: wx, y: y + ly, z: wz, yaw: yaw + turn })
    },
    point(name, lx, lz) {
      const [wx, wz] = place(lx, lz)
      world.points.push({ name, x: wx, z: wz })
    },
    slot([lx, ly, lz], turn, width, height) {
      const [wx, wz] = place(lx, lz)
      world.slots.push({ x: wx, y: y + ly, z: wz, yaw: yaw + turn, width, height })
    },
    keep(radius, lx = 0, lz = 0) {
      const [wx, wz] = place(lx, lz)
      world.kept.push({ x: wx, z: wz, radius })
    },
  }
  spot.use()
  return spot
}

/** The turn that sends +z to (dx, dz). */
export const yawTo = (dx: number, dz: number) => atan2(dx, dz)
