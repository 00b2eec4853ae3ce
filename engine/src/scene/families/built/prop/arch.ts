import { cos, PI, sin } from '../../../../math/dmath.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import type { At } from '../place.ts'

export type ArchShape = {
  /** Middle along the wall, and where the wall's face is. */
  readonly along: number
  readonly into: number
  readonly width: number
  /** Height of the sill, and of the top of the arch, over the place. */
  readonly sill?: number
  readonly height: number
  /** Height of the curve; half the width when left out: round. */
  readonly rise?: number
  /** Two curves that meet in a point. */
  readonly pointed?: boolean
  /** The wall looks along the place's own x instead of -z. */
  readonly sideways?: boolean
}

const STEPS = 12

/** Corners of an arch from its left foot over the top to its right foot: along and up. */
export function archLine({ width, height, rise = width / 2, sill = 0, pointed = false }: ArchShape): (readonly [number, number])[] {
  const half = width / 2
  const spring = height - rise
  const line: (readonly [number, number])[] = [[-half, sill]]
  for (let i = 0; i <= STEPS; i++) {
    const t = i / STEPS
    if (pointed) {
      const q = Math.abs(t * 2 - 1)
      line.push([(t * 2 - 1) * half, spring + rise * (1 - q * q * q * 0.25 - q * 0.75 + 0.18 * q * (1 - q))])
    } else line.push([-half * cos(PI * t), spring + rise * sin(PI * t)])
  }
  line.push([half, sill])
  return line
}

/** Height of an arch over its place, `a` metres from its middle. */
export function archHeight(
  { width, height, rise = width / 2, pointed = false }: Pick<ArchShape, 'width' | 'height' | 'rise' | 'pointed'>,
  a: number,
): number {
  const q = Math.min(1, Math.abs(a) / (width / 2))
  const curve = pointed ? 1 - q * q * q * 0.25 - q * 0.75 + 0.18 * q * (1 - q) : Math.sqrt(1 - q * q)
  return height - rise + rise * curve
}

/** An arched panel: a door, a window or a dark gateway. uv are metres. */
export function archPanel(mesh: MeshBuilder, at: At, shape: ArchShape, paint: Paint): void {
  const { along, into, sill = 0, sideways = false } = shape
  const point = (a: number, up: number) => (sideways ? at(into, up, along + a) : at(along + a, up, into))
  const line = archLine(shape)
  mesh.use(paint)
  const middle = mesh.vertex(...point(0, sill), 0, sill)
  const edge = line.map(([a, up]) => mesh.vertex(...point(a, up), a, up))
  for (let i = 1; i < edge.length; i++) mesh.triangle(middle, edge[i - 1]!, edge[i]!)
}

/** The moulding round an arch: `wide` metres of stone that stand `proud` metres before the wall. */
export function archRim(mesh: MeshBuilder, at: At, shape: ArchShape, paint: Paint, wide: number, proud: number): void {
  const { along, into, sideways = false } = shape
  const out = into - proud
  const point = (a: number, up: number, b: number) => (sideways ? at(b, up, along + a) : at(along + a, up, b))
  const inner = archLine(shape)
  const k = (shape.width / 2 + wide) / (shape.width / 2)
  const outer = inner.map(([a, up], i): readonly [number, number] => [
    a * k,
    i === 0 || i === inner.length - 1 ? up : up + wide * (1 - Math.abs(a) / shape.width),
  ])
  mesh.use(paint)
  for (let i = 1; i < inner.length; i++) {
    const [a0, a1, b0, b1] = [inner[i - 1]!, inner[i]!, outer[i - 1]!, outer[i]!]
    mesh.panel(point(a0[0], a0[1], out), point(a1[0], a1[1], out), point(b1[0], b1[1], out), point(b0[0], b0[1], out))
    mesh.panel(point(b0[0], b0[1], out), point(b1[0], b1[1], out), point(b1[0], b1[1], into), point(b0[0], b0[1], into))
    mesh.panel(point(a0[0], a0[1], out), point(a1[0], a1[1], out), point(a1[0], a1[1], into + proud), point(a0[0], a0[1], into + proud))
  }
}
