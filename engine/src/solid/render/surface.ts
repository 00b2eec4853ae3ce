import type { Field, Rgb } from '../field/field.ts'

/** Receives the id of the cell a Voronoi look-up fell into, 0..1. */
export type Cell = { id: number }

/** The point being shaded. A material reads position, normal and view and writes the rest. */
export type Surface = {
  /** Position in model units. */
  x: number
  y: number
  z: number
  /** Unit normal; a material may bend it. */
  nx: number
  ny: number
  nz: number
  /** Unit vector to the eye. */
  vx: number
  vy: number
  vz: number
  /** Base colour, linear. */
  r: number
  g: number
  b: number
  /** 0 mirror .. 1 chalk. */
  rough: number
  metal: number
  /** Reflectance of a non-metal at normal incidence. */
  specular: number
  /** Share of light that bleeds past the terminator (wax, leaves, bread). */
  soften: number
  /** Light caught by fibres at grazing angles. */
  sheen: number
  /** Clear lacquer on top. */
  coat: number
  /** Gloss along fibres such as hair, 0..1, and the unit direction they run in. */
  fibre: number
  tx: number
  ty: number
  tz: number
  /** Emitted light, linear. */
  er: number
  eg: number
  eb: number
  /** Scratch for Voronoi look-ups. */
  readonly cell: Cell
}

export function createSurface(): Surface {
  const at = { x: 0, y: 0, z: 0, nx: 0, ny: 1, nz: 0, vx: 0, vy: 0, vz: 1 }
  return {
    ...at,
    r: 0,
    g: 0,
    b: 0,
    rough: 0.5,
    metal: 0,
    specular: 0.04,
    soften: 0,
    sheen: 0,
    coat: 0,
    fibre: 0,
    tx: 0,
    ty: 1,
    tz: 0,
    er: 0,
    eg: 0,
    eb: 0,
    cell: { id: 0 },
  }
}

/** What a material leaves when it says nothing. */
export function resetSurface(s: Surface): void {
  s.rough = 0.5
  s.metal = 0
  s.specular = 0.04
  s.soften = 0
  s.sheen = 0
  s.coat = 0
  s.fibre = 0
  s.er = 0
  s.eg = 0
  s.eb = 0
}

/** Sets the base colour. */
export function paint(s: Surface, colour: Rgb): void {
  s.r = colour[0]
  s.g = colour[1]
  s.b = colour[2]
}

/** Mixes a share of another colour into the base colour. */
export function tint(s: Surface, colour: Rgb, share: number): void {
  s.r += (colour[0] - s.r) * share
  s.g += (colour[1] - s.g) * share
  s.b += (colour[2] - s.b) * share
}

/** Multiplies the base colour. */
export function dim(s: Surface, factor: number): void {
  s.r *= factor
  s.g *= factor
  s.b *= factor
}

/** Adds emitted light of a colour. */
export function emit(s: Surface, colour: Rgb, strength: number): void {
  s.er += colour[0] * strength
  s.eg += colour[1] * strength
  s.eb += colour[2] * strength
}

/** Adds the same offset to the normal and renormalises. */
export function bend(s: Surface, dx: number, dy: number, dz: number): void {
  const nx = s.nx + dx
  const ny = s.ny + dy
  const nz = s.nz + dz
  const inverse = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz)
  s.nx = nx * inverse
  s.ny = ny * inverse
  s.nz = nz * inverse
}

/** Bends the normal by the gradient of a height field. */
export function bump(s: Surface, amount: number, height: Field): void {
  const step = 0.004
  const h = height(s.x, s.y, s.z)
  const gx = (height(s.x + step, s.y, s.z) - h) / step
  const gy = (height(s.x, s.y + step, s.z) - h) / step
  const gz = (height(s.x, s.y, s.z + step) - h) / step
  const along = gx * s.nx + gy * s.ny + gz * s.nz
  bend(s, -amount * (gx - along * s.nx), -amount * (gy - along * s.ny), -amount * (gz - along * s.nz))
}

/** Cosine between normal and view, 0..1. */
export function facing(s: Surface): number {
  const c = s.nx * s.vx + s.ny * s.vy + s.nz * s.vz
  return c < 0 ? 0 : c > 1 ? 1 : c
}
