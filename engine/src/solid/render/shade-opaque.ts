import { mix, PI, saturate, smooth } from '../../math/dmath.ts'
import type { Stage } from './stage.ts'
import { resetSurface } from './surface.ts'

const { max, min, sqrt } = Math

/** Two highlights across fibres (Kajiya and Kay): a narrow one of the light's colour, a wide one of the hair's. */
function addFibreGloss({ surface: s, radiance, studio }: Stage, hx: number, hy: number, hz: number, lit: number, nk: number): void {
  const { keyColour } = studio.lighting
  const along = (s.tx * hx + s.ty * hy + s.tz * hz) / sqrt(hx * hx + hy * hy + hz * hz)
  const sine2 = max(0, 1 - along * along)
  const sine4 = sine2 * sine2
  const sine8 = sine4 * sine4
  const wide = sine8 * sine8
  const narrow = wide * wide * wide * wide
  const weight = s.fibre * (0.25 + 0.75 * lit) * saturate(nk * 0.7 + 0.5) * 0.5
  radiance[0] = radiance[0]! + (narrow * 0.12 + wide * s.r * 0.5) * weight * keyColour[0]
  radiance[1] = radiance[1]! + (narrow * 0.11 + wide * s.g * 0.5) * weight * keyColour[1]
  radiance[2] = radiance[2]! + (narrow * 0.1 + wide * s.b * 0.5) * weight * keyColour[2]
}

/** Shades an opaque part where a ray with direction (dx, dy, dz) has just met it. */
export type OpaqueShader = (part: number, x: number, y: number, z: number, dx: number, dy: number, dz: number) => void

export function createOpaqueShader(stage: Stage): OpaqueShader {
  const { parts, volume, tracer, camera, studio, surface: s, radiance, reading, borrowed } = stage
  const { voxel, owner, toOpaque } = volume
  const { key, fill, rim, secondRim, reflection, lighting } = studio
  const { keyColour, fillColour, rimColour, secondRimColour, sky, ground, lamps, hardness } = lighting
  const [ux, uy, uz] = camera.plumb
  const light = new Float64Array(3)
  const bounced = new Float64Array(3)
  let shaded = 0
  let share = 0
  const addBounce = (neighbour: number, weight: number): void => {
    if (neighbour === shaded) return
    const base = parts[neighbour]!.material.base
    for (let k = 0; k < 3; k++) light[k] = light[k]! + base[k]! * share * weight
  }

  /** How much of a mirrored direction is open; what closes it leaves its colour in `bounced`. */
  function mirrorOpenness(x: number, y: number, z: number, gx: number, gy: number, gz: number, rx: number, ry: number, rz: number): number {
    let t = voxel * 1.2
    let open = 1
    const lift = voxel * 0.6
    for (let i = 0; i < 5; i++) {
      const d = toOpaque(x + rx * t + gx * lift, y + ry * t + gy * lift, z + rz * t + gz * lift)
      open = min(open, saturate(d / (t * (0.1 + s.rough * 0.5)) + 0.35))
      t += max(d, voxel * 1.2)
    }
    const base = parts[owner(x + rx * t * 0.4, y + ry * t * 0.4, z + rz * t * 0.4)]!.material.base
    const share = (1 - open) * 0.5
    for (let k = 0; k < 3; k++) bounced[k] = base[k]! * share
    return open
  }

  return (part, x, y, z, dx, dy, dz) => {
    s.x = x
    s.y = y
    s.z = z
    s.vx = -dx
    s.vy = -dy
    s.vz = -dz
    tracer.normal(part, x, y, z, tracer.hit.distance, s)
    const gx = s.nx
    const gy = s.ny
    const gz = s.nz
    resetSurface(s)
    parts[part]!.material.shade(s)
    const { nx, ny, nz, r, g, b, metal, soften, specular, sheen, coat } = s
    s.rough = max(0.04, s.rough)
    const rough = s.rough

    const open = borrowed.active ? borrowed.open : tracer.openness(x, y, z, gx, gy, gz)
    const closed = 1 - open
    const off = voxel * 0.9
    const lit = borrowed.active ? borrowed.lit : tracer.lightFrom(x + gx * off, y + gy * off, z + gz * off, key, hardness)
    const nv = max(0.02, -(nx * dx + ny * dy + nz * dz))
    const nk = nx * key[0] + ny * key[1] + nz * key[2]

    // key light; where light bleeds past the terminator it bleeds furthest in red
    let kr = saturate(nk) * lit
    let kg = kr
    let kb = kr
    if (soften > 0) {
      const bled = lit + (sqrt(lit) - lit) * 0.6 * soften
      kr = saturate((nk + 0.5 * soften) / (1 + 0.5 * soften)) * bled
      kg = saturate((nk + 0.22 * soften) / (1 + 0.22 * soften)) * (lit + (bled - lit) * 0.3)
      kb = saturate((nk + 0.14 * soften) / (1 + 0.14 * soften)) * lit
    }
    reading.light = saturate(nk * 0.5 + 0.5) * 0.35 + kg * 0.65
    reading.open = open
    reading.lit = lit

    // sky, fill, light that bounced once more in hollows
    const upness = (nx * ux + ny * uy + nz * uz) * 0.5 + 0.5
    const filled = saturate((nx * fill[0] + ny * fill[1] + nz * fill[2]) * 0.6 + 0.4) * open
    light[0] =
      keyColour[0] * kr + mix(ground[0], sky[0], upness) * (open * (1 + closed * r * 0.9) + closed * soften * 0.05) + fillColour[0] * filled
    light[1] = keyColour[1] * kg + mix(ground[1], sky[1], upness) * open * (1 + closed * g * 0.9) + fillColour[1] * filled
    light[2] = keyColour[2] * kb + mix(ground[2], sky[2], upness) * open * (1 + closed * b * 0.9) + fillColour[2] * filled
    const reach = voxel * 5
    if (closed > 0.03) {
      // smoothed over the voxels: on plain skin their edges would show
      shaded = part
      share = closed * 0.75
      volume.ownersRound(x + gx * reach, y + gy * reach, z + gz * reach, addBounce)
    }
    for (const lamp of lamps) {
      const ax = lamp.at[0] - x
      const ay = lamp.at[1] - y
      const az = lamp.at[2] - z
      const squared = ax * ax + ay * ay + az * az
      const towards = saturate((nx * ax + ny * ay + nz * az) / sqrt(squared))
      const w = (lamp.strength * (0.25 + 0.75 * towards)) / (0.06 + squared * lamp.falloff)
      for (let k = 0; k < 3; k++) light[k] = light[k]! + lamp.colour[k]! * w
    }

    // highlight of the key (GGX) and the room in the mirror direction
    const alpha2 = rough * rough * rough * rough
    const hx = key[0] - dx
    const hy = key[1] - dy
    const hz = key[2] - dz
    const nh = saturate((nx * hx + ny * hy + nz * hz) / sqrt(hx * hx + hy * hy + hz * hz))
    const spread = nh * nh * (alpha2 - 1) + 1
    const gloss = s.fibre > 0 ? 0 : 1
    const highlight = gloss * min(40, alpha2 / (PI * spread * spread)) * saturate(nk) * lit * 0.25
    const grazing = (1 - nv) * (1 - nv)
    const fresnel = grazing * grazing * (1 - nv)
    const specularOpen = saturate(open * 1.35 - 0.1)
    const dn = 2 * (dx * nx + dy * ny + dz * nz)
    const rx = dx - dn * nx
    const ry = dy - dn * ny
    const rz = dz - dn * nz
    let mirrorOpen = specularOpen * gloss
    bounced.fill(0)
    if (metal > 0.3 || rough < 0.35) mirrorOpen = mirrorOpenness(x, y, z, gx, gy, gz, rx, ry, rz) * (0.4 + 0.6 * specularOpen)
    // hair mirrors nothing
    if (mirrorOpen > 0) studio.reflect(rx, ry, rz, rough)
    if (metal > 0) {
      const floorShare = smooth(0.05, -0.3, rx * ux + ry * uy + rz * uz) * 0.8
      for (let k = 0; k < 3; k++) reflection[k] = mix(reflection[k]!, ground[k]!, floorShare)
    }
    const smoothness = max(0, 1 - rough)
    const rimWeight = (1 - nv) * (1 - nv) * (0.25 + 0.75 * open)
    const rimLight = saturate(nx * rim[0] + ny * rim[1] + nz * rim[2] + 0.15) * rimWeight
    const secondRimLight = saturate(nx * secondRim[0] + ny * secondRim[1] + nz * secondRim[2] + 0.15) * rimWeight
    const fuzz = sheen > 0 ? (1 - nv) * (1 - nv) * (1 - nv) * sheen * open : 0
    for (let k = 0; k < 3; k++) {
      const colour = k === 0 ? r : k === 1 ? g : b
      const f0 = mix(specular, colour, metal)
      const f = f0 + (max(smoothness, f0) - f0) * fresnel
      radiance[k] =
        colour * light[k]! * (1 - metal) +
        (keyColour[k]! * highlight + reflection[k]! * mirrorOpen + bounced[k]!) * f +
        (rimColour[k]! * rimLight + secondRimColour[k]! * secondRimLight) * (colour * 0.75 + 0.12) +
        fuzz * (sky[k]! + 0.3 * keyColour[k]!) * (0.3 + colour)
    }
    if (coat > 0) {
      const tight = nh * nh * (0.0009 - 1) + 1
      const spark = min(30, 0.0009 / (PI * tight * tight)) * saturate(nk) * lit * 0.02 * coat
      studio.reflect(rx, ry, rz, 0.05)
      const share = (0.04 + 0.7 * fresnel) * coat * specularOpen
      for (let k = 0; k < 3; k++) radiance[k] = radiance[k]! + reflection[k]! * share + spark * keyColour[k]!
    }
    if (s.fibre > 0) addFibreGloss(stage, hx, hy, hz, lit, nk)
    radiance[0] = radiance[0]! + s.er
    radiance[1] = radiance[1]! + s.eg
    radiance[2] = radiance[2]! + s.eb
  }
}
