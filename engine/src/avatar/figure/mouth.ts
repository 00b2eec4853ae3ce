import { cos, mix, sin, smooth, TAU } from '../../math/dmath.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { rgb } from '../../solid/palette.ts'
import type { Morph, Piece } from './piece.ts'
import { headBinding } from './weights.ts'

const { abs, max, sqrt } = Math

/** Where a mouth is and how it is held at rest; lengths in the bust's units. */
export type Mouth = {
  readonly y: number
  /** Half its width. */
  readonly width: number
  readonly smile: number
  /** Colour and width of the lips; none on beasts. */
  readonly lips: { readonly colour: Rgb; readonly width: number } | null
  readonly teeth: boolean
  /** Light of a face on a screen, which shows at rest too. */
  readonly glow: Rgb | null
}

/** An open mouth, in half widths of the mouth at rest, and its curve. */
type Shape = { readonly wide: number; readonly up: number; readonly down: number; readonly curve?: number }

const SHAPES: Partial<Record<Morph, Shape>> = {
  aa: { wide: 0.8, up: 0.14, down: 0.68 },
  ih: { wide: 0.92, up: 0.1, down: 0.34 },
  ou: { wide: 0.42, up: 0.2, down: 0.3 },
  ee: { wide: 1.04, up: 0.1, down: 0.24 },
  oh: { wide: 0.58, up: 0.26, down: 0.5 },
  happy: { wide: 1.06, up: 0.02, down: 0.56, curve: 1.5 },
  surprised: { wide: 0.46, up: 0.28, down: 0.46 },
}

const SECTORS = 28
const DARK: Rgb = rgb('#4a1016')
const TONGUE: Rgb = rgb('#c05a5a')
const IVORY: Rgb = rgb('#f4eee2')

/** Depth of a face's surface in front of a point, found from outside. */
export function surfaceDepth(face: Field): (x: number, y: number) => number {
  return (x, y) => {
    let z = 1.3
    for (let i = 0; i < 40; i++) {
      const d = face(x, y, z)
      if (d < 5e-4) break
      z -= d * 0.85
      if (z < -0.5) break
    }
    return z
  }
}

/** A mouth that lies hidden in the face and comes to its surface as it opens: lips, dark, tongue and teeth. */
export function mouthPieces(mouth: Mouth, depth: (x: number, y: number) => number): Piece[] {
  const { y: my, width, smile, lips, glow, teeth } = mouth
  const seam = (x: number, curve: number) => my + curve * x * x * 1.7
  /** Places points given round the mouth: r from the middle, 1 at its edge and more over the lips. */
  const place = (points: readonly (readonly [r: number, angle: number, proud: number])[], shape: Shape | null): number[] =>
    points.flatMap(([r, angle, proud]) => {
      const [c, s] = [cos(angle), sin(angle)]
      if (!shape) {
        const x = c * Math.min(r, 1) * width * 0.9
        const flat = seam(x, smile)
        if (glow) return [x, flat + s * r * 0.018, depth(x, flat) + 0.014]
        return [x, flat, depth(x, flat) - 0.1]
      }
      const over = r > 1 ? r - 1 : 0
      const inner = r > 1 ? 1 : r
      const x = c * (inner * shape.wide * width + over)
      const tall = s > 0 ? shape.up : shape.down
      const y = seam(x, shape.curve ?? smile * 0.6) + s * (inner * tall * width + over)
      return [x, y, depth(x, y) + 0.016 + proud]
    })
  const build = (name: string, placed: (shape: Shape | null) => number[], colours: number[], index: number[]): Piece => {
    const positions = placed(null)
    const normals: number[] = []
    for (let i = 0; i < positions.length; i += 3) {
      const x = positions[i]! * 1.4
      const length = sqrt(x * x + 1)
      normals.push(x / length, 0, 1 / length)
    }
    const morphs = new Map<Morph, ArrayLike<number>>()
    for (const [morph, shape] of Object.entries(SHAPES) as [Morph, Shape][]) {
      const to = placed(shape)
      morphs.set(
        morph,
        Float64Array.from(to, (value, i) => value - positions[i]!),
      )
    }
    const finish = glow ? { rough: 0.5, metal: 0, glow } : { rough: 0.5, metal: 0 }
    return { name, positions, normals, index, colours, morphs, binding: headBinding, finish }
  }
  const lip = lips?.width ?? 0
  const rings: (readonly [r: number, colour: (s: number) => Rgb])[] = [
    [0, () => glow ?? DARK],
    [0.45, (s) => glow ?? (s < -0.4 ? TONGUE : DARK)],
    [0.8, (s) => glow ?? (s < -0.5 ? TONGUE : DARK)],
    [1, () => glow ?? DARK],
  ]
  if (lips) for (const r of [1.0001, 1 + lip * 0.55, 1 + lip]) rings.push([r, () => lips.colour])
  const points: [number, number, number][] = []
  const colours: number[] = []
  const index: number[] = []
  for (const [j, [r, colour]] of rings.entries())
    for (let i = 0; i < SECTORS; i++) {
      const angle = (TAU * i) / SECTORS
      const bulge = r > 1 ? (abs(r - 1 - lip * 0.55) < 1e-6 ? 0.014 : r > 1 + lip * 0.9 ? -0.008 : 0.004) : 0
      points.push([r, angle, bulge])
      colours.push(...colour(sin(angle)))
      // lips start with vertices of their own, so that their edge is sharp
      if (j + 1 === rings.length || (lips && j === 3)) continue
      const p = j * SECTORS + i
      const q = j * SECTORS + ((i + 1) % SECTORS)
      if (j > 0) index.push(p, p + SECTORS, q)
      index.push(q, p + SECTORS, q + SECTORS)
    }
  const pieces = [build('mouth', (shape) => place(points, shape), colours, index)]
  if (!teeth) return pieces
  /** A band of teeth under the upper lip: u across, t down. */
  const band = (shape: Shape | null): number[] =>
    TOOTH_ROWS.flatMap((t) =>
      Array.from({ length: TOOTH_COLUMNS + 1 }, (_, i) => {
        const u = ((i / TOOTH_COLUMNS) * 2 - 1) * 0.84
        const x = u * (shape?.wide ?? 0.9) * width
        const round = sqrt(1 - u * u) * width
        const y = seam(x, shape ? (shape.curve ?? smile * 0.6) : smile) + (shape ? mix(shape.up * 0.94, -shape.down, t) * round : 0)
        return [x, y, depth(x, y) + (shape ? 0.021 : -0.1)]
      }).flat(),
    )
  const across = TOOTH_COLUMNS + 1
  const faces = Array.from({ length: TOOTH_COLUMNS }, (_, i) => [i, i + across, i + 1, i + 1, i + across, i + across + 1]).flat()
  const ivory = Array.from({ length: across * TOOTH_ROWS.length }, () => IVORY).flat()
  pieces.push(build('teeth', band, ivory, faces))
  return pieces
}

const TOOTH_COLUMNS = 12
/** How far down the open mouth the teeth begin and end, 0..1. */
const TOOTH_ROWS = [0.02, 0.32] as const

/** Bends what lies about a mouth to another smile. */
export function smileMorphs(positions: ArrayLike<number>, { y: my, width, smile }: Mouth): Map<Morph, Float64Array> {
  const morphs = new Map<Morph, Float64Array>()
  for (const [name, curve, cheek] of [
    ['happy', max(smile, 1.5), 0.025],
    ['relaxed', max(smile, 1.1), 0.01],
    ['sad', -1.3, -0.01],
    ['angry', -1.0, 0],
  ] as const) {
    const out = new Float64Array(positions.length)
    for (let i = 0; i < out.length; i += 3) {
      const [x, y, z] = [positions[i]!, positions[i + 1]!, positions[i + 2]!]
      if (z < 0.1) continue
      const ax = abs(x)
      const share = smooth(width + 0.22, width * 0.8, ax) * smooth(0.24, 0.06, abs(y - my))
      const apple = smooth(0.2, 0.05, sqrt((ax - 0.3) * (ax - 0.3) + (y + 0.2) * (y + 0.2)))
      out[i + 1] = (curve - smile) * 1.7 * Math.min(x * x, width * width * 1.3) * share + cheek * apple
    }
    morphs.set(name, out)
  }
  return morphs
}

/** Drops what lies under a beak's seam, as if it turned about a hinge. */
export function beakMorphs(positions: ArrayLike<number>, seam: number, hinge: number): Map<Morph, Float64Array> {
  const morphs = new Map<Morph, Float64Array>()
  for (const [name, drop] of [
    ['aa', 0.5],
    ['ih', 0.2],
    ['ou', 0.26],
    ['ee', 0.18],
    ['oh', 0.38],
    ['surprised', 0.45],
    ['happy', 0.28],
  ] as const) {
    const out = new Float64Array(positions.length)
    for (let i = 0; i < out.length; i += 3)
      if (positions[i + 1]! < seam) out[i + 1] = -drop * max(0, positions[i + 2]! - hinge) * smooth(seam, seam - 0.03, positions[i + 1]!)
    morphs.set(name, out)
  }
  return morphs
}

/** Lifts and turns brows. */
export function browMorphs(positions: ArrayLike<number>): Map<Morph, Float64Array> {
  const lifts: Partial<Record<Morph, (ax: number) => number>> = {
    happy: () => 0.035,
    angry: (ax) => -0.105 + ax * 0.3,
    sad: (ax) => 0.085 - ax * 0.28,
    relaxed: () => 0.01,
    surprised: () => 0.09,
  }
  return new Map(
    (Object.entries(lifts) as [Morph, (ax: number) => number][]).map(([name, lift]) => {
      const out = new Float64Array(positions.length)
      for (let i = 0; i < out.length; i += 3) {
        out[i + 1] = lift(abs(positions[i]!))
        // brows that come down must not sink into the head
        out[i + 2] = max(0, -out[i + 1]!) * 0.12
      }
      return [name, out] as const
    }),
  )
}
