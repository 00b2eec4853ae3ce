import type { GlbWriter } from './glb.ts'

/** Triangles ready to be written: colours are linear, 0..1, four numbers a vertex. */
export type Triangles = {
  readonly positions: ArrayLike<number>
  readonly colours?: ArrayLike<number>
  readonly uvs?: ArrayLike<number>
  readonly index: ArrayLike<number>
}

type Welded = { positions: number[]; colours: number[]; uvs: number[]; index: number[] }

const bits = new Float32Array(1)
const word = new Uint32Array(bits.buffer)

/** Merges vertices that are alike once rounded as they are stored, and leaves out those no triangle uses. */
function weld({ positions, colours, uvs, index }: Triangles): Welded {
  const out: Welded = { positions: [], colours: [], uvs: [], index: [] }
  const count = positions.length / 3
  const renamed = new Int32Array(count).fill(-1)
  let slots = 1024
  while (slots < count * 2) slots *= 2
  const table = new Int32Array(slots).fill(-1)
  const round = (value: number) => Math.floor(Math.max(0, Math.min(1, value)) * 65535 + 0.5)
  const vertex = new Float64Array(9)
  const same = (at: number) => {
    for (let k = 0; k < 3; k++) if (out.positions[at * 3 + k] !== vertex[k]) return false
    if (colours) for (let k = 0; k < 4; k++) if (out.colours[at * 4 + k] !== vertex[3 + k]) return false
    if (uvs) for (let k = 0; k < 2; k++) if (out.uvs[at * 2 + k] !== vertex[7 + k]) return false
    return true
  }
  const hashed = () => {
    let h = 2166136261
    for (let k = 0; k < 9; k++) {
      bits[0] = vertex[k]!
      h = Math.imul(h ^ word[0]!, 16777619)
      h ^= h >>> 13
    }
    return h & (slots - 1)
  }
  const nameOf = (i: number) => {
    for (let k = 0; k < 3; k++) vertex[k] = Math.fround(positions[i * 3 + k]!)
    if (colours) for (let k = 0; k < 4; k++) vertex[3 + k] = round(colours[i * 4 + k]!)
    if (uvs) for (let k = 0; k < 2; k++) vertex[7 + k] = Math.fround(uvs[i * 2 + k]!)
    let slot = hashed()
    while (table[slot]! >= 0) {
      if (same(table[slot]!)) return table[slot]!
      slot = (slot + 1) & (slots - 1)
    }
    const name = out.positions.length / 3
    table[slot] = name
    out.positions.push(vertex[0]!, vertex[1]!, vertex[2]!)
    if (colours) out.colours.push(vertex[3]!, vertex[4]!, vertex[5]!, vertex[6]!)
    if (uvs) out.uvs.push(vertex[7]!, vertex[8]!)
    return name
  }
  const name = (i: number) => {
    if (renamed[i]! < 0) renamed[i] = nameOf(i)
    return renamed[i]!
  }
  for (let t = 0; t < index.length; t += 3) {
    const [a, b, c] = [name(index[t]!), name(index[t + 1]!), name(index[t + 2]!)]
    if (a !== b && b !== c && a !== c) out.index.push(a, b, c)
  }
  return out
}

/** One primitive of a mesh. 16-bit colours, 16-bit indices where they suffice. Null when no triangle has a face. */
export function primitive(glb: GlbWriter, triangles: Triangles, material: number) {
  const { positions, colours, uvs, index } = weld(triangles)
  if (index.length === 0) return null
  const wide = positions.length / 3 > 65534
  const attributes = {
    POSITION: glb.accessor(Float32Array.from(positions), 'VEC3', { bounds: true, target: 'vertices' }),
    ...(triangles.colours ? { COLOR_0: glb.accessor(Uint16Array.from(colours), 'VEC4', { normalised: true, target: 'vertices' }) } : {}),
    ...(triangles.uvs ? { TEXCOORD_0: glb.accessor(Float32Array.from(uvs), 'VEC2', { target: 'vertices' }) } : {}),
  }
  const indices = glb.accessor(wide ? Uint32Array.from(index) : Uint16Array.from(index), 'SCALAR', { target: 'triangles' })
  return { attributes, indices, material }
}
