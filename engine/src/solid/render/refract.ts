/** Bends a unit direction at a unit normal that faces it; false at total reflection. `eta` is the ratio of refractive indices. */
export function refract(out: Float64Array, dx: number, dy: number, dz: number, nx: number, ny: number, nz: number, eta: number): boolean {
  const c = -(dx * nx + dy * ny + dz * nz)
  const k = 1 - eta * eta * (1 - c * c)
  if (k < 0) return false
  const w = eta * c - Math.sqrt(k)
  out[0] = dx * eta + nx * w
  out[1] = dy * eta + ny * w
  out[2] = dz * eta + nz * w
  return true
}
