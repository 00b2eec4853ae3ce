/** What of a surface meets the light; colours linear. */
export type Surface = {
  readonly normal: readonly number[]
  readonly albedo: readonly number[]
  readonly occlusion: number
  readonly rough: number
  readonly metal: number
  readonly glow: readonly number[]
}

type Vector = readonly number[]

const unit = (v: Vector): number[] => {
  const length = Math.hypot(v[0]!, v[1]!, v[2]!) || 1
  return v.map((value) => value / length)
}
const dot = (a: Vector, b: Vector) => a[0]! * b[0]! + a[1]! * b[1]! + a[2]! * b[2]!

/** Lamps of a studio as seen from the eye: to its right above, to its left, and behind the thing. */
const LAMPS = [
  { at: unit([0.55, 0.75, 0.6]), strength: 1.9, width: 0.5 },
  { at: unit([-0.8, 0.3, 0.5]), strength: 0.6, width: 0.7 },
  { at: unit([-0.3, 0.6, -0.8]), strength: 0.9, width: 0.5 },
] as const

/** Light of the room from a direction, blurred as a rough surface sees it. */
function room(to: Vector, rough: number): number {
  const sharpness = 1 / (0.02 + rough * rough)
  let light = 0.32 + 0.34 * to[1]!
  for (const { at, strength, width } of LAMPS) {
    const reach = width + rough
    light += strength * (1.1 - 0.75 * rough) * Math.max(0, 1 - (1 - dot(to, at)) / (reach * reach * 0.5)) ** Math.min(2, sharpness)
  }
  return Math.max(0.02, light)
}

/** The light a surface sends to an eye that lies towards `back`, and how much of it is mirrored. */
export function lightOn({ normal, albedo, occlusion, rough, metal, glow }: Surface, back: Vector): { light: number[]; mirrored: number } {
  // lamps stand with the eye: turn directions into its frame
  const right = unit([back[2]!, 0, -back[0]!])
  const up = [
    back[1]! * right[2]! - back[2]! * right[1]!,
    back[2]! * right[0]! - back[0]! * right[2]!,
    back[0]! * right[1]! - back[1]! * right[0]!,
  ]
  const turned = (v: Vector) => [dot(v, right), dot(v, up), dot(v, back)]
  const n = turned(unit(normal))
  const facing = Math.max(0, n[2]!)
  const mirror = [2 * n[2]! * n[0]!, 2 * n[2]! * n[1]!, 2 * n[2]! * n[2]! - 1]
  let diffuse = 0.3 + 0.14 * n[1]!
  for (const { at, strength } of LAMPS) diffuse += 0.36 * strength * Math.max(0, dot(n, at))
  const grazing = (1 - facing) ** 5
  const shine = room(mirror, rough)
  const mirrored = (0.04 + (Math.max(0.04, 1 - rough) - 0.04) * grazing) * shine
  const light = albedo.map((colour, k) => {
    const first = 0.04 * (1 - metal) + colour * metal
    const fresnel = first + (Math.max(1 - rough, first) - first) * grazing
    return colour * (1 - metal) * diffuse * occlusion + fresnel * shine * (0.4 + 0.6 * occlusion) + glow[k]!
  })
  return { light, mirrored }
}
