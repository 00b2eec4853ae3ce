import { cos, saturate, sin, smooth } from '../../math/dmath.ts'
import { value3 } from '../noise.ts'
import type { Vec3 } from '../vector.ts'
import { onHead, PART } from './beast-body.ts'
import type { Beast } from './beast-build.ts'
import type { BeastPose } from './beast-pose.ts'
import type { Coat, SkinPoint } from './skin.ts'

/** What markings are told from: a point of the skin and where it is on the animal. */
type Place = { -readonly [K in keyof SkinPoint]: SkinPoint[K] } & {
  /** On the head: right, up and ahead of its middle, in sizes of the head. */
  face: Vec3
  /** How far from the nearest foot, in lengths of a leg. */
  shin: number
  /** How far along the tail, 0 to 1. */
  tail: number
  /** Along the body from the rump, then up the neck, in lengths of the body. */
  along: number
}

/** A share that is 1 below `from` and 0 above `to`. */
const under = (from: number, to: number, x: number) => 1 - smooth(from, to, x)
const isHead = ({ part }: Place) => part === PART.head || part === PART.muzzle
const isLeg = ({ part }: Place) => part === PART.fore || part === PART.hind
/** The underside, and up the throat and the breast. */
const belly = (p: Place) => {
  if (isHead(p) || p.part === PART.tail || p.part === PART.mane) return 0
  const throat = smooth(0.98, 1.2, p.along)
  return under(-0.72 + throat * 0.3, -0.3 + throat * 0.5, p.ny - p.nz * 0.35 * throat) * (isLeg(p) ? smooth(0.75, 1.05, p.shin) : 1)
}
const cheeks = ({ face: [x, y, z] }: Place) => under(-0.2, -0.04, y + Math.max(0, z - 0.5) * 0.28 + (Math.abs(x) < 0.2 ? 0.06 : 0))
const socks = (p: Place, from: number, to: number) => (isLeg(p) ? under(from, to, p.shin) : 0)
/** Bands of a phase, `share` of them dark, with edges that are soft over `soft`. */
const bands = (phase: number, share: number, soft: number) => smooth(1 - share * 2 - soft, 1 - share * 2 + soft, sin(phase))

/** A pattern of cells with pale seams: 1 on cells. */
function cells(x: number, y: number, z: number): number {
  const [i, j, k] = [Math.floor(x), Math.floor(y), Math.floor(z)]
  let [first, second] = [9, 9]
  for (let c = 0; c < 27; c++) {
    const [a, b, d] = [i + (c % 3) - 1, j + (Math.floor(c / 3) % 3) - 1, k + Math.floor(c / 9) - 1]
    const dx = a + 0.15 + 0.7 * value3(a * 7 + b * 3 + 0.5, d * 5 + 1, 3) - x
    const dy = b + 0.15 + 0.7 * value3(b * 9 + d * 2, a * 5 + 2, 7) - y
    const dz = d + 0.15 + 0.7 * value3(d * 8 + a, b * 4 + 3, 11) - z
    const away = dx * dx + dy * dy + dz * dz
    if (away < first) {
      second = first
      first = away
    } else if (away < second) second = away
  }
  return smooth(0.1, 0.2, Math.sqrt(second) - Math.sqrt(first))
}

type Marks = (p: Place, b: Beast, variant: number) => readonly [pale: number, dark: number]

/** Where a coat is pale and where it is dark, by the marks of a kind. */
const MARKS: Readonly<Record<Beast['marks'], Marks>> = {
  plain: (p) => [belly(p) * 0.35, socks(p, 0.1, 0.5) * 0.25],
  horse: (p, _, variant) => {
    const blaze = isHead(p) ? under(0.1, 0.2, Math.abs(p.face[0])) * smooth(0.3, 0.6, p.face[2]) * smooth(-0.3, 0, p.ny) : 0
    const stockings = variant > 0.5 ? socks(p, 0.34, 0.4) * (p.part === PART.hind || variant > 0.75 ? 1 : 0) : 0
    const dark = Math.max(
      p.part === PART.mane ? 1 : 0,
      p.part === PART.tail ? smooth(0.02, 0.2, p.tail) : 0,
      stockings > 0 ? 0 : socks(p, 0.3, 0.75) * 0.85,
      p.part === PART.muzzle ? smooth(0.75, 1, p.face[2] / 3.1) * 0.5 : 0,
    )
    return [variant > 0.35 ? Math.max(blaze, stockings) : 0, dark]
  },
  unicorn: (p) => [p.part === PART.mane || p.part === PART.tail ? 1 : 0, socks(p, 0.06, 0.16) * 0.4],
  donkey: (p) => {
    const muzzle = p.part === PART.muzzle ? smooth(1.2, 1.7, p.face[2]) : 0
    const spine = !isHead(p) ? smooth(0.93, 0.985, p.ny) : 0
    const cross = !isHead(p) && p.part !== PART.mane ? under(0.012, 0.035, Math.abs(p.along - 0.9)) * smooth(0, 0.3, p.ny) : 0
    return [
      Math.max(belly(p), muzzle, socks(p, 0.55, 0.9) * 0.6),
      Math.max(p.part === PART.mane ? 1 : 0, spine, cross, p.part === PART.tail ? smooth(0.55, 0.75, p.tail) : 0),
    ]
  },
  zebra: (p, b) => {
    const wobble = (value3(p.x * 5 + 9, p.y * 5, p.z * 5) - 0.5) * 1.3
    const tight = 26
    if (p.part === PART.mane) return [0, bands(p.along * tight + wobble, 0.55, 0.2)]
    if (p.part === PART.tail) return [0, Math.max(smooth(0.6, 0.7, p.tail), bands(p.tail * 30, 0.5, 0.3))]
    if (isHead(p)) {
      const nose = smooth(1.9, 2.4, p.face[2])
      return [0, Math.max(nose, bands(p.face[2] * 4.2 + p.face[1] * 7 + wobble, 0.5, 0.35))]
    }
    if (isLeg(p) && p.y < b.back - b.belly * 1.7) return [0, bands((p.y / b.back) * 62 + wobble, 0.45, 0.3)]
    // on the haunches stripes lean until they lie level
    const haunch = under(0.12, 0.48, p.along)
    const phase = p.along * tight * (1 - haunch * 0.55) + ((b.back - p.y) / b.back) * haunch * 26 + wobble
    return [0, bands(phase, 0.52, 0.25) * (1 - belly(p))]
  },
  tiger: (p) => {
    const wobble = (value3(p.x * 6 + 5, p.y * 6, p.z * 6) - 0.5) * 2.4
    const gap = value3(p.x * 3, p.y * 4 + 7, p.z * 9)
    if (p.part === PART.tail) return [0.2, bands(p.tail * 38, 0.36, 0.3)]
    if (isHead(p)) {
      const [x, y, z] = p.face
      const brow = z < 0.6 ? bands(Math.abs(x) * 9 + y * 12 + wobble, 0.34, 0.3) * smooth(-0.1, 0.25, y + Math.abs(x) * 0.4) : 0
      return [Math.max(cheeks(p), under(0.1, 0.2, Math.abs(Math.abs(x) - 0.34)) * smooth(0.3, 0.4, y) * smooth(0.3, 0.5, z)), brow]
    }
    const stripe = isLeg(p) ? bands(p.shin * 20 + wobble, 0.24, 0.3) : bands(p.along * 34 + wobble, 0.2 + gap * 0.22, 0.3)
    return [belly(p), stripe * smooth(-0.9, -0.4, p.ny)]
  },
  cat: (p) => {
    const wobble = (value3(p.x * 20, p.y * 20, p.z * 20) - 0.5) * 1.5
    if (isHead(p)) return [cheeks(p) * 0.9, bands(Math.abs(p.face[0]) * 14 + wobble, 0.3, 0.4) * smooth(0.1, 0.4, p.face[1])]
    if (p.part === PART.tail) return [smooth(0.9, 1, p.tail), bands(p.tail * 30, 0.4, 0.4)]
    return [
      Math.max(belly(p), socks(p, 0.12, 0.3)),
      (isLeg(p) ? bands(p.shin * 18, 0.35, 0.4) : bands(p.along * 30 + wobble, 0.36, 0.4)) * smooth(-0.2, 0.3, p.ny + 0.2),
    ]
  },
  giraffe: (p) => {
    if (isHead(p)) return [under(-0.5, 0, p.face[1]) * 0.7, smooth(0.2, 0.7, value3(p.x * 9, p.y * 9, p.z * 9)) * 0.35]
    if (p.part === PART.mane) return [0, 0.85]
    if (p.part === PART.tail) return [0.4, smooth(0.5, 0.7, p.tail)]
    const fade = isLeg(p) ? smooth(0.45, 0.8, p.shin) : 1
    const size = p.part === PART.neck ? 4.4 : 3.1
    return [1, cells(p.x * size, p.y * size, p.z * size) * fade * (1 - belly(p) * 0.7)]
  },
  cow: (p, _, variant) => {
    if (p.part === PART.muzzle && p.face[2] > 1.25) return [smooth(1.25, 1.5, p.face[2]), 0]
    if (isHead(p)) return [0, smooth(0.16, 0.3, Math.abs(p.face[0]))]
    if (p.part === PART.tail) return [0, under(0.5, 0.6, p.tail)]
    const patch = smooth(0.5, 0.55, value3(p.x * 2.1 + variant * 40, p.y * 1.9 + 3, p.z * 1.9 + variant * 17))
    return [0, patch * (isLeg(p) ? smooth(0.5, 0.6, p.shin) : 1)]
  },
  deer: (p) => {
    const rump = p.along < 0.08 ? under(0.02, 0.08, p.along) * smooth(-0.6, -0.1, p.ny) * (isLeg(p) ? smooth(0.75, 1, p.shin) : 1) : 0
    if (isHead(p)) {
      const nose = smooth(1.55, 1.85, p.face[2])
      const throat = under(-0.5, -0.3, p.face[1] + p.face[2] * 0.2)
      return [
        Math.max(throat, under(0.1, 0.2, Math.abs(Math.abs(p.face[0]) - 0.45)) * under(0.25, 0.4, Math.abs(p.face[1] - 0.2)) * 0.5),
        nose * 0.8,
      ]
    }
    if (p.part === PART.tail) return [under(-0.3, 0.2, p.ny), smooth(0.2, 0.9, p.ny) * 0.6]
    return [Math.max(belly(p), rump, 0), isLeg(p) ? socks(p, 0.1, 0.55) * 0.45 : smooth(0.75, 1, p.ny) * 0.4]
  },
  sheep: (p) => [0, isHead(p) || isLeg(p) ? (isLeg(p) ? under(0.75, 0.85, p.shin) : 1) : 0],
  pig: (p) => [p.part === PART.muzzle ? smooth(1, 1.4, p.face[2]) : 0, socks(p, 0.05, 0.2) * 0.5],
  dog: (p, _, variant) => {
    if (isHead(p)) return [Math.max(cheeks(p), under(0.08, 0.2, Math.abs(p.face[0])) * (variant > 0.4 ? 1 : 0)), 0]
    if (p.part === PART.tail) return [smooth(0.7, 0.8, p.tail), 0]
    return [
      Math.max(belly(p), socks(p, 0.3, 0.42)),
      variant > 0.6 && !isLeg(p) ? smooth(0.1, 0.35, p.ny) * under(0.95, 1.15, p.along) * 0.8 : 0,
    ]
  },
  wolf: (p) => {
    const grain = (value3(p.x * 14, p.y * 14, p.z * 14) - 0.5) * 0.4
    if (isHead(p))
      return [
        cheeks(p),
        under(0.1, 0.34, Math.abs(p.face[0])) * smooth(-0.25, 0.1, p.face[1] + 0.15) * 0.5 + smooth(0.45, 0.7, p.face[1]) * 0.5,
      ]
    if (p.part === PART.tail)
      return [under(-0.5, 0, p.ny + grain), Math.max(smooth(0.72, 0.9, p.tail), smooth(0.1, 0.7, p.ny + grain) * 0.7)]
    if (isLeg(p))
      return [
        Math.max(under(0.6, 1.05, p.shin + grain * 0.4) * 0.8, belly(p)),
        smooth(0.15, 0.75, p.ny + grain) * smooth(0.9, 1.3, p.shin) * 0.85,
      ]
    return [Math.max(belly(p), under(-0.5, 0, p.ny + grain) * 0.6), smooth(0.15, 0.75, p.ny + grain) * 0.85]
  },
  fox: (p) => {
    if (isHead(p)) return [cheeks(p), 0]
    if (p.part === PART.tail) return [smooth(0.66, 0.74, p.tail), smooth(0.4, 0.66, p.tail) * 0.4]
    return [belly(p), socks(p, 0.42, 0.66)]
  },
  bear: (p) => [
    p.part === PART.muzzle ? smooth(0.55, 0.85, p.face[2]) : isHead(p) ? 0 : smooth(0.2, 1, p.ny) * 0.26,
    Math.max(socks(p, 0.15, 0.75) * 0.75, belly(p) * 0.4),
  ],
  panda: (p) => {
    const [x, y, z] = p.face
    if (isHead(p)) {
      // a patch round each eye that slants down and out
      const [ex, ey] = [Math.abs(x) - 0.44, y - 0.12]
      const [along, across] = [ex * 0.55 - ey * 0.83, ex * 0.83 + ey * 0.55]
      const patch = z > 0.1 ? under(0.8, 1.15, (along * along) / 0.075 + (across * across) / 0.032) : 0
      return [0, patch]
    }
    if (p.part === PART.tail) return [0, 0]
    const band = smooth(0.7, 0.74, p.along) * under(1.06, 1.1, p.along)
    return [0, Math.max(band, p.part === PART.fore ? 1 : 0, p.part === PART.hind ? under(0.85, 0.97, p.shin) : 0)]
  },
  lion: (p) => {
    if (p.part === PART.mane) return [0, saturate(0.55 + value3(p.x * 9, p.y * 3, p.z * 9) * 0.7)]
    if (p.part === PART.tail) return [0, smooth(0.82, 0.88, p.tail)]
    return [Math.max(belly(p), isHead(p) ? cheeks(p) : 0, socks(p, 0.1, 0.4) * 0.4), 0]
  },
  rabbit: (p) => [
    Math.max(belly(p), p.part === PART.tail ? 1 : 0, isHead(p) ? cheeks(p) * 0.8 : 0, socks(p, 0.1, 0.4) * 0.6),
    p.part === PART.trunk ? smooth(0.5, 1, p.ny) * 0.3 : 0,
  ],
  boar: (p) => [
    isHead(p) ? under(-0.5, 0, p.face[1]) * 0.5 : 0,
    Math.max(socks(p, 0.3, 0.8) * 0.8, p.part === PART.trunk ? smooth(0.6, 0.95, p.ny) * 0.8 : 0),
  ],
  elephant: (p) => [
    value3(p.x * 5, p.y * 5, p.z * 5) * 0.35,
    under(-0.8, 0.4, p.ny) * 0.45 + bands(p.y * 30 + value3(p.x * 4, p.y * 4, p.z * 4) * 5, 0.2, 0.4) * 0.18,
  ],
}

/** The markings of an animal as it stands. */
export function coatOf(b: Beast, pose: BeastPose, variant: number): Coat {
  const { head, pitch, turn, neck, legs, tail, trunk } = pose
  const [cp, sp, ct, st] = [cos(pitch), sin(pitch), cos(turn), sin(turn)]
  const marks = MARKS[b.marks]
  const feet = legs.map(({ foot }) => foot)
  const leg = Math.max(0.2 * b.back, b.back - b.chest * 1.6)
  const rump = trunk[0]![1]
  const body = trunk[4]![1] - rump
  const nape = onHead(pose, [0, 0, -b.head * 0.4])
  const reach = [nape[0] - neck[0], nape[1] - neck[1], nape[2] - neck[2]] as const
  const long = Math.sqrt(reach[0] * reach[0] + reach[1] * reach[1] + reach[2] * reach[2]) || 1
  const swing = { brush: 0.82, bush: 0.6, whip: 0.56, long: 0.95, stub: 0.15, twist: 0.2, flow: 0.64, curl: 0.5 }[b.tail] * b.back
  // a sitting animal has its thighs by its feet
  const folded = pose.resting ? 1.8 : 1
  const place: Place = { x: 0, y: 0, z: 0, nx: 0, ny: 0, nz: 0, part: 0, face: [0, 0, 0], shin: 0, tail: 0, along: 0 }
  return (at) => {
    const [dx, dy, dz] = [at.x - head[0], at.y - head[1], at.z - head[2]]
    const ahead = dx * st + dz * ct
    let nearest = 1e9
    for (const [x, y, z] of feet) nearest = Math.min(nearest, (at.x - x) * (at.x - x) + (at.y - y) * (at.y - y) + (at.z - z) * (at.z - z))
    const [tx, ty, tz] = [at.x, at.y - tail[0], at.z - tail[1]]
    const up = ((at.x - neck[0]) * reach[0] + (at.y - neck[1]) * reach[1] + (at.z - neck[2]) * reach[2]) / long
    const level = (at.z - rump) / body
    const onNeck = at.part === PART.neck || at.part === PART.trunk || at.part === PART.mane ? smooth(-0.15, 0.35, up / long) : 0
    Object.assign(place, at)
    place.face = [(dx * ct - dz * st) / b.head, (dy * cp + ahead * sp) / b.head, (ahead * cp - dy * sp) / b.head]
    place.shin = (Math.sqrt(nearest) / leg) * (at.part === PART.hind ? folded : 1)
    place.tail = Math.sqrt(tx * tx + ty * ty + tz * tz) / swing
    place.along = level + (1 + up / body - level) * onNeck
    const [pale, dark] = marks(place, b, variant)
    return [saturate(pale), saturate(dark)]
  }
}
