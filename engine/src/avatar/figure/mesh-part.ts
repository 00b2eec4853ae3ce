import { contour } from '../../model/mesh/contour.ts'
import { decimate } from '../../model/mesh/decimate.ts'
import { withNormals } from '../../model/mesh/mesh-field.ts'
import { surfaceBox } from '../../model/mesh/surface-box.ts'
import { type SmoothMesh, type TriangleMesh, triangleCount } from '../../model/mesh/triangle-mesh.ts'
import type { Rgb } from '../../solid/field/field.ts'
import type { Material } from '../../solid/render/part.ts'
import { createSurface, resetSurface, type Surface } from '../../solid/render/surface.ts'
import { cutAtColours, type Paint } from './colour-edges.ts'
import { finerAtColours } from './finer-colours.ts'
import type { FigurePart, Finish, Piece } from './piece.ts'

const { floor, max, min } = Math

/** What a material is at one place and how it looks from straight ahead. */
export function shadeAt(material: Material, s: Surface, x: number, y: number, z: number, nx: number, ny: number, nz: number): void {
  resetSurface(s)
  s.x = x
  s.y = y
  s.z = z
  s.nx = s.vx = nx
  s.ny = s.vy = ny
  s.nz = s.vz = nz
  material.shade(s)
}

/** Colour of a vertex without textures: what shines is brighter. */
function writeColour(s: Surface, out: Float64Array): void {
  out[0] = min(1, s.r + s.er * 0.6)
  out[1] = min(1, s.g + s.eg * 0.6)
  out[2] = min(1, s.b + s.eb * 0.6)
}

/** Samples of a material round a vertex: single ones of wood or fur look like broken glass on large triangles. */
const CROSS = [
  [0, 0, 0],
  [1, 0, 0],
  [-1, 0, 0],
  [0, 1, 0],
  [0, -1, 0],
  [0, 0, 1],
  [0, 0, -1],
] as const
const SPREAD = 0.012

type Painted = { readonly colours: Float32Array; readonly finish: Finish }

/** Colours of vertices, and one finish for all of them. */
export function paintVertices(material: Material, positions: ArrayLike<number>, normals: ArrayLike<number>, spread = SPREAD): Painted {
  const s = createSurface()
  const count = positions.length / 3
  const colours = new Float32Array(count * 3)
  let [rough, metal, glow] = [0, 0, 0]
  const seen = new Float64Array(3)
  const samples = spread > 0 ? CROSS : CROSS.slice(0, 1)
  for (let i = 0; i < count; i++) {
    let [r, g, b] = [0, 0, 0]
    for (const [dx, dy, dz] of samples) {
      const at = (axis: 0 | 1 | 2, d: number) => positions[i * 3 + axis]! + d * spread
      shadeAt(material, s, at(0, dx), at(1, dy), at(2, dz), normals[i * 3]!, normals[i * 3 + 1]!, normals[i * 3 + 2]!)
      writeColour(s, seen)
      r += seen[0]!
      g += seen[1]!
      b += seen[2]!
      rough += s.rough - s.coat * 0.22
      metal += s.metal
      glow += s.er + s.eg + s.eb
    }
    const n = samples.length
    colours[i * 3] = min(1, r / n)
    colours[i * 3 + 1] = min(1, g / n)
    colours[i * 3 + 2] = min(1, b / n)
  }
  const n = samples.length * max(1, count)
  return { colours, finish: finishOf(material, rough / n, metal / n, glow / n) }
}

/** Rounded, so that parts alike become one draw call. */
const step = (value: number, steps: number) => floor(value * steps + 0.5) / steps

function finishOf(material: Material, rough: number, metal: number, glow: number): Finish {
  if (material.kind === 'glass') {
    const [r, g, b] = material.tint
    return { rough: 0.1, metal: 0, alpha: r + g + b < 1 ? 0.88 : 0.22, doubleSided: true }
  }
  const finish = { rough: max(0.2, step(rough, 4)), metal: step(metal, 2) }
  return glow > 0.3 ? { ...finish, glow: material.base.map((c) => min(1, c)) as unknown as Rgb } : finish
}

/** Sides of the cells of parts that are finer or coarser than their size says, in the bust's units. */
const CELLS: Readonly<Record<string, number>> = {
  head: 0.043,
  hair: 0.056,
  beard: 0.05,
  mane: 0.07,
  wool: 0.07,
  spines: 0.06,
  brows: 0.02,
  lashes: 0.016,
  whiskers: 0.0165,
  aerial: 0.03,
  antlers: 0.04,
  hat: 0.042,
  helmet: 0.042,
  tassets: 0.042,
  pauldrons: 0.032,
  'castor forks': 0.03,
  arms: 0.03,
  glasses: 0.022,
  lenses: 0.05,
  body: 0.056,
  tail: 0.05,
  sheet: 0.065,
  skirt: 0.07,
  legs: 0.055,
  trousers: 0.06,
  boots: 0.045,
  shoes: 0.045,
  soles: 0.04,
  tie: 0.03,
  lapels: 0.04,
  collar: 0.04,
  bib: 0.05,
  straps: 0.045,
  digits: 0.03,
  shoulders: 0.06,
  joints: 0.05,
  strap: 0.03,
  knuckles: 0.026,
  frame: 0.04,
  spokes: 0.028,
  rims: 0.035,
  tyres: 0.05,
  castors: 0.04,
  'carbon hand': 0.03,
  membranes: 0.028,
  'wing bones': 0.045,
}
/** Cells of other parts, by the radius of what they lie in. */
const [SHARE, FINEST, COARSEST] = [0.05, 0.016, 0.072]

function meshOf({ name, field, bound, triangles }: FigurePart): TriangleMesh | null {
  const box = surfaceBox(field, bound)
  if (!box) return null
  const cell = CELLS[name] ?? max(FINEST, min(COARSEST, bound[3] * SHARE))
  const mesh = contour(field, box, cell, 4)
  if (mesh.index.length === 0) return null
  return triangleCount(mesh) > triangles ? decimate(mesh, triangles) : mesh
}

/** A part may have so many times its triangles before they are cut at the edges of its pattern. */
const PATTERNED = 2.6

/** A part as a mesh with colours, in the bust's units. Null when nothing of it is there. */
export function pieceOf(part: FigurePart): Piece | null {
  const mesh = meshOf(part)
  return mesh && paintMesh(part, withNormals(mesh, part.field, part.bound))
}

function paintMesh({ name, material, binding, triangles }: FigurePart, { positions, normals, index }: SmoothMesh): Piece {
  if (material.kind === 'glass') {
    const colours = new Float32Array(positions.length)
    for (let i = 0; i < colours.length; i++) colours[i] = material.tint[i % 3]!
    return { name, positions, normals, index, colours, finish: finishOf(material, 0, 0, 0), binding }
  }
  const { colours, finish } = paintVertices(material, positions, normals)
  const s = createSurface()
  const paint: Paint = (x, y, z, nx, ny, nz, out) => {
    shadeAt(material, s, x, y, z, nx, ny, nz)
    writeColour(s, out)
  }
  const finer = finerAtColours({ positions, normals, colours, index }, paint, triangles * PATTERNED)
  return { ...cutAtColours(finer, paint), name, finish, binding }
}
