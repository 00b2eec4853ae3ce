import { cos, sin, TAU } from '../../math/dmath.ts'
import type { Rgb } from '../../solid/field/field.ts'
import { plain } from '../../solid/material/plain.ts'
import { EXPRESSIONS } from '../person/expression.ts'
import type { Face } from './face.ts'
import type { Figure } from './figure.ts'
import { mouthPieces, surfaceDepth } from './mouth.ts'
import type { Morph, Piece } from './piece.ts'
import { headBinding } from './weights.ts'

const { max, min } = Math

const SECTORS = 28
const RINGS = 4
/** Eyes on a screen: their middle and radii. */
const [EYE_X, EYE_Y, WIDE, TALL] = [0.2, 0.1, 0.1, 0.125]

/** How an eye of light is cut: squeezed, and its upper and lower rims as heights in its radii. */
type Look = { readonly tall: number; readonly lower?: number; readonly upper?: number; readonly slant?: number; readonly dx?: number; readonly dy?: number }

const LOOKS: Partial<Record<Morph, Look>> = {
  happy: { tall: 1, lower: 0.1 },
  angry: { tall: 1, upper: 0.3, slant: 0.55 },
  sad: { tall: 1, upper: 0.35, slant: -0.5 },
  relaxed: { tall: 0.5 },
  surprised: { tall: 1.25 },
  lookUp: { tall: 1, dy: 0.06 },
  lookDown: { tall: 1, dy: -0.06 },
  lookLeft: { tall: 1, dx: 0.07 },
  lookRight: { tall: 1, dx: -0.07 },
}
const SHUT: Look = { tall: 0.12 }

/** A robot's face: a dark pane with eyes and a mouth of light over it. */
export function screenFace({ parts, traits }: Figure): Face {
  const pane = parts.find(({ name }) => name === 'screen')
  if (!pane) throw new Error('a robot without a screen')
  const depth = surfaceDepth(pane.field)
  const light: Rgb = [min(1, traits.eyes[0] + 0.04), min(1, traits.eyes[1] + 0.04), min(1, traits.eyes[2] + 0.04)]
  const { smile, lidUp } = EXPRESSIONS[traits.expression]
  const rest: Look = lidUp < 0.4 ? { tall: 1, upper: 0.2 } : { tall: 1 }
  const mouth = { y: -0.07, width: 0.15, smile: smile * 0.85, lips: null, teeth: false, glow: light }
  return {
    still: parts.map((part) => (part === pane ? { ...part, material: plain([0.008, 0.011, 0.018], { rough: 0.15, coat: 1 }) } : part)),
    morphsOf: () => undefined,
    pieces: [...([1, -1] as const).map((side) => eye(side, light, rest, depth)), ...mouthPieces(mouth, depth)],
  }
}

function eye(side: 1 | -1, light: Rgb, rest: Look, depth: (x: number, y: number) => number): Piece {
  const place = ({ tall, lower = -1, upper = 1, slant = 0, dx = 0, dy = 0 }: Look): number[] => {
    const points: number[] = []
    for (let j = 0; j <= RINGS; j++)
      for (let i = 0; i < SECTORS; i++) {
        const r = j / RINGS
        const u = r * cos((TAU * i) / SECTORS)
        const v = max(min(lower, 0.96), min(r * sin((TAU * i) / SECTORS), upper + slant * u))
        const x = side * (EYE_X + u * WIDE) + dx
        const y = EYE_Y + v * TALL * tall + dy
        points.push(x, y, depth(x, y) + 0.012)
      }
    return points
  }
  const positions = place(rest)
  const normals = Array.from({ length: positions.length }, (_, i) => (i % 3 === 2 ? 1 : 0))
  const colours = Array.from({ length: positions.length }, (_, i) => light[i % 3]!)
  const index: number[] = []
  for (let j = 0; j < RINGS; j++)
    for (let i = 0; i < SECTORS; i++) {
      const a = j * SECTORS + i
      const b = j * SECTORS + ((i + 1) % SECTORS)
      if (j > 0) index.push(...(side > 0 ? [a, a + SECTORS, b] : [a, b, a + SECTORS]))
      index.push(...(side > 0 ? [b, a + SECTORS, b + SECTORS] : [b, b + SECTORS, a + SECTORS]))
    }
  const morphs = new Map<Morph, Float64Array>()
  const add = (name: Morph, look: Look) => morphs.set(name, Float64Array.from(place(look), (value, i) => value - positions[i]!))
  add(side > 0 ? 'blinkLeft' : 'blinkRight', SHUT)
  for (const [name, look] of Object.entries(LOOKS) as [Morph, Look][]) add(name, look)
  return { name: `light ${side}`, positions, normals, index, colours, finish: { rough: 0.5, metal: 0, glow: light }, binding: headBinding, morphs }
}
