import type { Draft, World } from './world.ts'

/** The ground's triangles, with texture coordinates. */
export type GroundMesh = { readonly positions: readonly number[]; readonly uvs: readonly number[]; readonly index: readonly number[] }

/** Quads along each side of the square. */
const QUADS = 36

/** Texture coordinate 0..1 to metres: 1.8 times denser in the middle than at the edge, except on patches. */
export function axisOf(half: number, draft: Draft): (u: number) => number {
  if (draft.patches) return (u) => -half + 2 * half * u
  const at = (k: number) => {
    const t = -1 + (2 * k) / QUADS
    return half * t * (0.55 + 0.45 * t * t)
  }
  return (u) => {
    const i = Math.min(QUADS - 1, Math.floor(u * QUADS))
    return at(i) + (at(i + 1) - at(i)) * (u * QUADS - i)
  }
}

export function groundMesh({ half, draft, land }: Pick<World, 'half' | 'draft' | 'land'>): GroundMesh {
  if (draft.patches) {
    const { positions, index } = draft.patches(land)
    const uvs: number[] = []
    for (let i = 0; i < positions.length; i += 3) uvs.push((positions[i]! + half) / (2 * half), (positions[i + 2]! + half) / (2 * half))
    return { positions, uvs, index }
  }
  const axis = axisOf(half, draft)
  const positions: number[] = []
  const uvs: number[] = []
  const index: number[] = []
  for (let j = 0; j <= QUADS; j++)
    for (let i = 0; i <= QUADS; i++) {
      const x = axis(i / QUADS)
      const z = axis(j / QUADS)
      positions.push(x, land.heightAt(x, z), z)
      uvs.push(i / QUADS, j / QUADS)
    }
  for (let j = 0; j < QUADS; j++)
    for (let i = 0; i < QUADS; i++) {
      const a = j * (QUADS + 1) + i
      index.push(a, a + QUADS + 1, a + 1, a + 1, a + QUADS + 1, a + QUADS + 2)
    }
  return { positions, uvs, index }
}
