import type { GlbWriter } from '../../model/glb.ts'
import type { VrmExpression } from '../../model/vrm.ts'
import type { Frame } from './frame.ts'
import { KEYS, type Motion, quaternion } from './motion.ts'
import { type Finish, MORPHS, type Morph, type Piece } from './piece.ts'
import type { Bone } from './skeleton.ts'
import { skin } from './weights.ts'

const { floor, max, min, sqrt } = Math

/** Takes a point of the bust's units to metres: the floor at 0, the middle of the body over the origin. */
export const toMetres =
  ({ floor: ground, z: middle, metres }: Frame) =>
  ([x, y, z]: readonly [number, number, number]): [number, number, number] => [x * metres, (y - ground) * metres, (z - middle) * metres]

/** The bones as nodes in their rest pose, with the skin that binds to them. */
export function writeBones(glb: GlbWriter, bones: readonly Bone[], frame: Frame): { nodes: ReadonlyMap<string, number>; skin: number } {
  const place = toMetres(frame)
  const nodes = new Map<string, number>()
  const at = new Map(bones.map(({ name, at: where }) => [name, place(where)]))
  for (const { name, parent } of bones) {
    const [x, y, z] = at.get(name)!
    const [px, py, pz] = parent === null ? [0, 0, 0] : at.get(parent)!
    nodes.set(name, glb.node({ name, translation: [x - px, y - py, z - pz] }, parent === null ? undefined : nodes.get(parent)))
  }
  const matrices = new Float32Array(bones.length * 16)
  for (const [i, { name }] of bones.entries()) {
    for (let k = 0; k < 4; k++) matrices[i * 16 + k * 5] = 1
    for (const [k, value] of at.get(name)!.entries()) matrices[i * 16 + 12 + k] = -value
  }
  const joints = bones.map(({ name }) => nodes.get(name)!)
  return { nodes, skin: glb.skin({ joints, skeleton: joints[0]!, inverseBindMatrices: glb.accessor(matrices, 'MAT4') }) }
}

type Written = { readonly mesh: number; readonly morphs: readonly Morph[]; readonly triangles: number; readonly drawCalls: number }

/** Writes pieces as one mesh: a primitive for each finish. `bones` is null for a thing that is carried by no skin. */
export function writeMesh(glb: GlbWriter, name: string, pieces: readonly Piece[], frame: Frame, bones: readonly Bone[] | null): Written {
  const morphs = MORPHS.filter((morph) => pieces.some((piece) => piece.morphs?.has(morph)))
  const groups = new Map<string, Piece[]>()
  for (const piece of pieces) {
    const key = JSON.stringify(piece.finish)
    groups.set(key, [...(groups.get(key) ?? []), piece])
  }
  const numberOf = new Map((bones ?? []).map((bone, i) => [bone.name, i]))
  const primitives = [...groups.values()].map((group) => primitiveOf(glb, group, frame, morphs, bones ? numberOf : null))
  const more = morphs.length > 0 ? { weights: morphs.map(() => 0), extras: { targetNames: [...morphs] } } : {}
  const triangles = pieces.reduce((sum, { index }) => sum + index.length / 3, 0)
  return { mesh: glb.mesh(name, primitives, more), morphs, triangles, drawCalls: primitives.length }
}

function primitiveOf(
  glb: GlbWriter,
  pieces: readonly Piece[],
  frame: Frame,
  morphs: readonly Morph[],
  numberOf: ReadonlyMap<string, number> | null,
) {
  const count = pieces.reduce((sum, { positions }) => sum + positions.length / 3, 0)
  const { floor: ground, z: middle, metres } = frame
  const positions = new Float32Array(count * 3)
  const normals = new Float32Array(count * 3)
  const colours = new Uint16Array(count * 4)
  const joints = new Uint8Array(count * 4)
  const weights = new Uint8Array(count * 4)
  const corners = pieces.reduce((sum, { index }) => sum + index.length, 0)
  const index = count > 65534 ? new Uint32Array(corners) : new Uint16Array(corners)
  let first = 0
  let corner = 0
  for (const piece of pieces) {
    for (let i = 0; i < piece.positions.length / 3; i++) {
      const from = 3 * i
      const to = 3 * (first + i)
      positions[to] = piece.positions[from]! * metres
      positions[to + 1] = (piece.positions[from + 1]! - ground) * metres
      positions[to + 2] = (piece.positions[from + 2]! - middle) * metres
      writeUnit(piece.normals, from, normals, to)
      for (let k = 0; k < 3; k++) colours[4 * (first + i) + k] = to16(piece.colours[from + k]!)
      colours[4 * (first + i) + 3] = 65535
    }
    if (numberOf) {
      const bound = skin(piece.positions, piece.binding, numberOf)
      joints.set(bound.joints, first * 4)
      weights.set(bound.weights, first * 4)
    }
    for (let k = 0; k < piece.index.length; k++) index[corner++] = first + piece.index[k]!
    first += piece.positions.length / 3
  }
  const { finish } = pieces[0]!
  const vertices = { target: 'vertices' } as const
  return {
    attributes: {
      POSITION: glb.accessor(positions, 'VEC3', { ...vertices, bounds: true }),
      NORMAL: glb.accessor(normals, 'VEC3', vertices),
      COLOR_0: glb.accessor(colours, 'VEC4', { ...vertices, normalised: true }),
      ...(numberOf && {
        JOINTS_0: glb.accessor(joints, 'VEC4', vertices),
        WEIGHTS_0: glb.accessor(weights, 'VEC4', { ...vertices, normalised: true }),
      }),
    },
    indices: glb.accessor(index, 'SCALAR', { target: 'triangles' }),
    material: materialOf(glb, finish),
    ...(morphs.length > 0 && { targets: morphs.map((morph) => ({ POSITION: offsets(glb, pieces, morph, count, frame.metres) })) }),
  }
}

const to16 = (value: number) => floor(max(0, min(1, value)) * 65535 + 0.5)

/** Writes a vector at length 1; what has none points up. */
function writeUnit(from: ArrayLike<number>, o: number, out: Float32Array, to: number): void {
  const x = from[o]!
  const y = from[o + 1]!
  const z = from[o + 2]!
  const length = sqrt(x * x + y * y + z * z)
  const isNone = length < 1e-9
  out[to] = isNone ? 0 : x / length
  out[to + 1] = isNone ? 1 : y / length
  out[to + 2] = isNone ? 0 : z / length
}

/** Below this a vertex stays where it is, in metres. */
const STILL = 2e-5

function offsets(glb: GlbWriter, pieces: readonly Piece[], morph: Morph, count: number, metres: number): number {
  const at: number[] = []
  const values: number[] = []
  let first = 0
  for (const { positions, morphs } of pieces) {
    const moved = morphs?.get(morph)
    if (moved)
      for (let i = 0; i < moved.length; i += 3) {
        const row = [moved[i]! * metres, moved[i + 1]! * metres, moved[i + 2]! * metres]
        if (row.every((value) => Math.abs(value) < STILL)) continue
        at.push(first + i / 3)
        values.push(...row)
      }
    first += positions.length / 3
  }
  // a sparse accessor must tell one row at least
  if (at.length === 0) {
    at.push(0)
    values.push(0, 0, 0)
  }
  return glb.offsets(count, count > 65535 ? Uint32Array.from(at) : Uint16Array.from(at), Float32Array.from(values))
}

function materialOf(glb: GlbWriter, { rough, metal, glow, alpha, doubleSided }: Finish): number {
  return glb.material({
    name: glow ? 'light' : alpha !== undefined ? 'glass' : metal > 0.5 ? 'metal' : 'surface',
    pbrMetallicRoughness: {
      metallicFactor: metal,
      roughnessFactor: rough,
      ...(alpha !== undefined && { baseColorFactor: [1, 1, 1, alpha] }),
    },
    ...(glow && { emissiveFactor: [...glow] }),
    ...(alpha !== undefined && { alphaMode: 'BLEND' }),
    ...(doubleSided && { doubleSided }),
  })
}

/** Writes a motion as an animation over the bones it turns. */
export function writeMotion(
  glb: GlbWriter,
  motion: Motion,
  nodes: ReadonlyMap<string, number>,
  bones: readonly Bone[],
  frame: Frame,
): void {
  const times = glb.accessor(
    Float32Array.from({ length: KEYS }, (_, i) => (motion.seconds * i) / (KEYS - 1)),
    'SCALAR',
    { bounds: true },
  )
  const poses = Array.from({ length: KEYS }, (_, i) => motion.at(i === KEYS - 1 ? 0 : i / (KEYS - 1)))
  const turned = [...nodes.keys()].filter((bone) => poses.some(({ turns }) => turns[bone]?.some((angle) => angle !== 0)))
  for (const bone of turned) {
    const rotations = poses.flatMap(({ turns }) => quaternion(turns[bone] ?? [0, 0, 0]))
    glb.turn(nodes.get(bone)!, times, glb.accessor(Float32Array.from(rotations), 'VEC4'), motion.name)
  }
  const hips = bones.find(({ name }) => name === 'hips')!
  const stand = toMetres(frame)(hips.at)
  const places = poses.flatMap((pose) => stand.map((value, axis) => value + pose.hips[axis]! * frame.metres))
  glb.shift(nodes.get('hips')!, times, glb.accessor(Float32Array.from(places), 'VEC3'), motion.name)
}

const OVERRIDES: Readonly<Record<string, NonNullable<VrmExpression['overrides']>>> = {
  happy: { blink: 'block', mouth: 'blend' },
  surprised: { blink: 'block', mouth: 'blend' },
  relaxed: { blink: 'blend' },
  sad: { blink: 'blend' },
  angry: { blink: 'blend' },
}

/** What each expression of VRM does: morphs of the meshes that know them. */
export function expressionsOf(meshes: readonly { readonly node: number; readonly morphs: readonly Morph[] }[]): Map<string, VrmExpression> {
  const bindsOf = (...names: Morph[]) =>
    meshes.flatMap(({ node, morphs }) =>
      names.flatMap((name) => (morphs.includes(name) ? [{ node, index: morphs.indexOf(name), weight: 1 }] : [])),
    )
  const expressions = new Map<string, VrmExpression>([
    ['neutral', { binds: [] }],
    ['blink', { binds: bindsOf('blinkLeft', 'blinkRight') }],
  ])
  for (const name of MORPHS) {
    const overrides = OVERRIDES[name]
    expressions.set(name, { binds: bindsOf(name), ...(overrides && { overrides }) })
  }
  return expressions
}
