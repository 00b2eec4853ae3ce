import { cos, sin } from '../../math/dmath.ts'
import type { Prng } from '../../math/prng.ts'
import type { Vec3 } from '../vector.ts'
import type { Beast } from './beast-build.ts'
import type { BeastPose, Leg } from './beast-pose.ts'
import type { Bone, Knot } from './skin.ts'

/** Parts of an animal, for whoever colours its skin. */
export const PART = { trunk: 0, neck: 1, head: 2, muzzle: 3, fore: 4, hind: 5, tail: 6, mane: 7 } as const

/** A point of the head, told from its middle with the muzzle along +z, where it is on the animal. */
export function onHead({ head, pitch, turn }: BeastPose, [x, y, z]: Vec3): Vec3 {
  const [cp, sp, ct, st] = [cos(pitch), sin(pitch), cos(turn), sin(turn)]
  const down = y * cp - z * sp
  const ahead = y * sp + z * cp
  return [head[0] + x * ct + ahead * st, head[1] + down, head[2] + ahead * ct - x * st]
}

const between = (a: Vec3, b: Vec3, t: number): Vec3 => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t]
const knot = (p: Vec3, radius: number): Knot => [p[0], p[1], p[2], radius]

function legBone(b: Beast, { hind, joints, foot }: Leg): Bone {
  const [a, c, d, e] = joints
  const paw = b.feet !== 'hoof'
  const forward = b.shank * { hoof: 0.25, paw: 1.25, sole: 1.15, pillar: 0.3 }[b.feet]
  const sole = b.shank * (paw ? 0.85 : 0.95)
  const end: Knot[] = [
    [e[0], Math.max(e[1], sole), e[2], b.shank * (paw ? 1 : 0.88)],
    [foot[0], foot[1] + sole, foot[2], b.shank * (paw ? 1.08 : 1)],
    [foot[0], foot[1] + sole * 0.92, foot[2] + forward, b.shank * (paw ? 1.02 : 0.95)],
  ]
  const knots: Knot[] = hind
    ? [
        knot(a, b.thigh * 1.12),
        knot(between(a, c, 0.55), b.thigh * 1.02),
        knot(c, b.thigh * 0.72),
        knot(between(c, d, 0.5), b.shank * 0.7 + b.thigh * 0.24),
        knot(d, b.shank * 1.14),
        ...end,
      ]
    : [
        knot(a, b.thigh * 0.98),
        knot(between(a, c, 0.6), b.thigh * 0.8),
        knot(c, b.thigh * 0.6),
        knot(between(c, d, 0.5), b.shank * 0.75 + b.thigh * 0.16),
        knot(d, b.shank * 1.14),
        ...end,
      ]
  return { knots, part: hind ? PART.hind : PART.fore, squash: 0.86, fillet: b.thigh * 0.42 }
}

function headBones(b: Beast, pose: BeastPose): Bone[] {
  const h = b.head
  const m = b.muzzle
  const at = (x: number, y: number, z: number, radius: number): Knot => knot(onHead(pose, [x, y, z]), radius)
  const fine = b.snout ?? 1
  const hoofed = b.feet === 'hoof'
  const bones: Bone[] = [
    { knots: [at(0, h * 0.1, -h * 0.26, h * 0.72), at(0, h * 0.12, h * 0.26, h * 0.64)], part: PART.head, squash: 0.92, fillet: h * 0.5 },
    {
      knots: [
        at(0, h * 0.02 - b.nod * 0.1, h * 0.3, h * (hoofed ? 0.62 : 0.56)),
        at(0, -h * 0.16 - b.nod * 0.52, h * 0.42 + m * 0.48, h * (hoofed ? 0.47 : 0.44) * fine),
        at(0, -h * 0.22 - b.nod, h * 0.42 + m, h * (hoofed ? 0.4 : 0.31) * fine),
      ],
      part: PART.muzzle,
      squash: 0.86,
      fillet: h * 0.28,
    },
    {
      // the jaw
      knots: [at(0, -h * 0.34, h * 0.05, h * (hoofed ? 0.54 : 0.36)), at(0, -h * 0.42 - b.nod * 0.85, h * 0.4 + m * 0.82, h * 0.2 * fine)],
      part: PART.muzzle,
      squash: 0.8,
      fillet: h * 0.25,
    },
  ]
  if (!hoofed && b.extra !== 'trunk')
    for (const side of [1, -1])
      bones.push({
        knots: [at(side * h * 0.3, -h * 0.16, -h * 0.02, h * 0.4), at(side * h * 0.36, -h * 0.24, h * 0.2, h * 0.34)],
        part: PART.head,
        fillet: h * 0.3,
      })
  return bones
}

/** The tail as knots from its root; told upwards and backwards in heights of the back. */
function tailBones(b: Beast, { tail: [y, z], resting, stance }: BeastPose, sway: number): Bone[] {
  const s = b.back
  const lift = stance === 'trot' || stance === 'alert' ? 0.12 : 0
  const swing = b.tail === 'stub' || b.tail === 'twist' ? 0.04 : 0.36
  const along = (...points: readonly (readonly [up: number, back: number, radius: number])[]): Knot[] =>
    points.map(([up, back, radius], i) => {
      const t = i / (points.length - 1)
      const height = y + s * (up + lift * t * (b.tail === 'brush' || b.tail === 'flow' ? 1 : 0))
      const lain = resting ? Math.max(s * radius * 0.9, y + (s * radius - y) * Math.min(1, t * 1.6)) : height
      return [sway * s * t * t * swing * (resting ? 1.6 : 1), lain, z - s * back * (resting ? 0.8 : 1) + b.belly * 0.2, s * radius]
    })
  const tails: Record<Beast['tail'], Knot[]> = {
    brush: along([0, -0.02, 0.06], [-0.1, 0.16, 0.1], [-0.2, 0.38, 0.145], [-0.24, 0.62, 0.13], [-0.2, 0.82, 0.03]),
    bush: along([0, -0.02, 0.06], [-0.12, 0.08, 0.075], [-0.3, 0.16, 0.09], [-0.46, 0.2, 0.065], [-0.54, 0.21, 0.015]),
    whip: along([0, 0, 0.032], [-0.14, 0.07, 0.02], [-0.32, 0.09, 0.016], [-0.46, 0.08, 0.034], [-0.56, 0.07, 0.012]),
    long: along([0, 0, 0.05], [-0.25, 0.24, 0.04], [-0.3, 0.5, 0.036], [-0.1, 0.68, 0.036], [0.06, 0.7, 0.03]),
    stub: along([-0.03, -0.09, 0.045], [-0.09, -0.075, 0.04], [-0.14, -0.07, 0.018]),
    twist: along([0, 0, 0.03], [0.07, 0.09, 0.026], [0.0, 0.13, 0.022], [0.02, 0.04, 0.018], [0.09, 0.1, 0.012]),
    flow: along([0.01, 0, 0.04], [-0.06, 0.11, 0.066], [-0.28, 0.17, 0.09], [-0.48, 0.17, 0.078], [-0.62, 0.15, 0.012]),
    curl: along([0, 0, 0.05], [0.14, 0.13, 0.048], [0.32, 0.1, 0.04], [0.36, -0.03, 0.026]),
  }
  return [{ knots: tails[b.tail], part: PART.tail, fillet: s * 0.03 }]
}

/** All bones with the flesh that makes the skin of an animal. */
export function bonesOf(b: Beast, pose: BeastPose, random: Prng): Bone[] {
  const { trunk, neck, head } = pose
  const nape = onHead(pose, [0, -b.head * 0.12, -b.head * 0.42])
  const span: Vec3 = [nape[0] - neck[0], nape[1] - neck[1], nape[2] - neck[2]]
  const long = Math.sqrt(span[0] * span[0] + span[1] * span[1] + span[2] * span[2]) || 1
  // the crest of the neck bows up and back
  const crest: Vec3 = [0, (span[2] / long) * long * 0.07, (-span[1] / long) * long * 0.07]
  const onNeck = (t: number, radius: number, off = 0): Knot => {
    const p = between(neck, nape, t)
    const bow = 4 * t * (1 - t)
    return [p[0], p[1] + crest[1] * bow + (off * span[2]) / long, p[2] + crest[2] * bow - (off * span[1]) / long, radius]
  }
  const root = Math.min(b.chest * 0.8, b.neck * 1.75)
  const bones: Bone[] = [
    { knots: trunk.map(([y, z, radius]): Knot => [0, y, z, radius]), part: PART.trunk, squash: b.width ?? 0.76, fillet: b.belly * 0.3 },
    {
      knots: [onNeck(0, root), onNeck(0.3, b.neck * 1.22), onNeck(0.65, b.neck * 0.98), onNeck(1, Math.min(b.neck * 0.92, b.head * 0.8))],
      part: PART.neck,
      squash: 0.76,
      fillet: b.chest * 0.5,
    },
    ...headBones(b, pose),
    ...pose.legs.map((leg) => legBone(b, leg)),
    ...tailBones(b, pose, random.range(-1, 1)),
  ]
  const n = b.neck
  const shoulder = trunk[4]!
  switch (b.extra) {
    case 'mane':
    case 'horn':
      bones.push({
        knots: [
          onNeck(1.14, n * 0.3, n * 0.55),
          onNeck(0.75, n * 0.5, n * 0.72),
          onNeck(0.4, n * 0.56, n * 0.9),
          onNeck(0.0, n * 0.28, n * 1.05),
        ],
        part: PART.mane,
        squash: 0.62,
        fillet: 0.01,
      })
      break
    case 'brush-mane':
      bones.push({
        knots: [
          onNeck(1.1, n * 0.16, n * 0.75),
          onNeck(0.7, n * 0.22, n * 1.0),
          onNeck(0.35, n * 0.22, n * 1.22),
          onNeck(0.05, n * 0.1, n * 1.3),
        ],
        part: PART.mane,
        squash: 0.45,
        fillet: 0.01,
      })
      break
    case 'lion': {
      const h = b.head
      const at = (x: number, y: number, z: number): Vec3 => onHead(pose, [x, y, z])
      bones.push(
        { knots: [knot(at(0, h * 0.35, -h * 0.5), h * 1.12), knot(at(0, -h * 0.3, -h * 0.5), h * 1.3)], part: PART.mane, fillet: h * 0.2 },
        {
          knots: [onNeck(0.8, h * 1.35), onNeck(0.3, h * 1.35), [0, shoulder[0] - b.chest * 0.2, shoulder[1] + b.chest * 0.2, h * 1.2]],
          part: PART.mane,
          squash: 0.86,
          fillet: h * 0.2,
        },
      )
      break
    }
    case 'hump':
      for (const at of [0.36, -0.46])
        bones.push({
          knots: [
            [0, b.back - b.chest * 0.3, (b.long / 2) * at, b.chest * 0.52],
            [0, b.back + b.chest * 0.42 - (b.back - trunk[3]![0] - b.chest), (b.long / 2) * at, b.chest * 0.26],
          ],
          part: PART.trunk,
          squash: 0.8,
          fillet: b.chest * 0.3,
        })
      break
    case 'shoulders':
      bones.push({
        knots: [
          [0, shoulder[0] + b.chest * 0.42, shoulder[1] - b.chest * 0.15, b.chest * 0.6],
          [0, shoulder[0] + b.chest * 0.3, shoulder[1] - b.chest * 0.7, b.chest * 0.5],
        ],
        part: PART.trunk,
        squash: 0.8,
        fillet: b.chest * 0.4,
      })
      break
    case 'wool':
      for (let i = 0; i < 60; i++) {
        const t = ((i * 0.7548777) % 1) * 0.94 + 0.03
        const at = t * 4.5
        const from = trunk[Math.floor(at)]!
        const to = trunk[Math.floor(at) + 1]!
        const share = at - Math.floor(at)
        const [y, z, r] = [0, 1, 2].map((c) => from[c]! + (to[c]! - from[c]!) * share) as [number, number, number]
        const angle = i * 2.399963 + random.range(-0.3, 0.3)
        const [cx, cy] = [cos(angle) * 0.82, sin(angle)]
        if (cy < -0.75) continue
        const p: Vec3 = [cx * r * 1.04, y + cy * r * 1.04, z]
        bones.push({
          knots: [knot(p, b.chest * 0.26), [p[0], p[1] + 0.01, p[2] + 0.02, b.chest * 0.26]],
          part: PART.trunk,
          fillet: b.chest * 0.08,
        })
      }
      bones.push({
        knots: [
          knot(onHead(pose, [0, b.head * 0.75, -b.head * 0.3]), b.head * 0.5),
          knot(onHead(pose, [0, b.head * 0.7, -b.head * 0.05]), b.head * 0.42),
        ],
        part: PART.trunk,
        fillet: 0.02,
      })
      break
    case 'trunk': {
      const h = b.head
      const at = (y: number, z: number, radius: number): Knot => knot(onHead(pose, [0, y * h, z * h]), radius * h)
      bones.push({
        knots: [at(-0.3, 0.7, 0.42), at(-1, 1.25, 0.32), at(-2.2, 1.25, 0.23), at(-3.4, 1.1, 0.17), at(-3.9, 1.4, 0.13)],
        part: PART.muzzle,
        fillet: h * 0.25,
      })
      break
    }
    default:
  }
  void head
  return bones
}
