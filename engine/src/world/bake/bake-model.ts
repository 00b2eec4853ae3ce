import { cos, saturate, sin } from '../../math/dmath.ts'
import type { Model } from '../../model/model.ts'
import type { Triangles } from '../../model/primitive.ts'
import type { Growth, World } from '../world.ts'
import type { Light } from './light.ts'
import { shoulder, tone } from './tone.ts'

/** Cell in which vertices that face the same way share their indirect light, metres. */
const SHARED = 0.35

const facingOf = (nx: number, ny: number, nz: number) => (nx > 0.4 ? 1 : nx < -0.4 ? 2 : ny > 0.4 ? 3 : ny < -0.4 ? 4 : nz > 0 ? 5 : 6)

/** Lit and shadowed colours of a model's vertices, four a vertex. */
export function bakeModel(world: World, light: Light, model: Model): Float32Array {
  const { look, land } = world
  const [sx, sy, sz] = look.sun
  const { positions: p, normals, colours, glows, through, alphas } = model
  const out = new Float32Array(through.length * 4)
  const known = new Map<number, Float64Array>()
  for (let i = 0; i < through.length; i++) {
    const j = i * 3
    const [x, y, z] = [p[j]!, p[j + 1]!, p[j + 2]!]
    const [nx, ny, nz] = [normals[j]!, normals[j + 1]!, normals[j + 2]!]
    const behind = through[i]!
    const column = (Math.floor(x / SHARED) & 1023) * 1024 + (Math.floor(z / SHARED) & 1023)
    const key = column * 4096 + (Math.floor((y + 40) / SHARED) & 511) * 8 + facingOf(nx, ny, nz)
    let indirect = known.get(key)
    if (!indirect) {
      indirect = new Float64Array(3)
      light.indirect(x, y, z, nx, ny, nz, behind, indirect)
      known.set(key, indirect)
    }
    const facing = nx * sx + ny * sy + nz * sz
    let sun = behind > 0 ? saturate((facing + behind) / (1 + behind)) * (1 - behind * 0.25) : Math.max(0, facing)
    if (sun > 0) sun *= light.sun.at(x + nx * 0.12, y + ny * 0.12, z + nz * 0.12, 0.15 + behind * 0.5, 1.6)
    const contact = 0.72 + 0.28 * saturate((y - land.heightAt(x, z)) / 0.7)
    const shown = (k: number) => colours[j + k]! * (look.sunlight[k]! * sun + indirect[k]! * contact) + glows[j + k]!
    tone(shown(0), shown(1), shown(2), look, out, i * 4)
    out[i * 4 + 3] = alphas[i]!
  }
  return out
}

/** Vertices whose colour is their own: `glow` for the far distance, `colour` for water. */
export function bakePlain({ colours, glows, alphas }: Model, from: 'glow' | 'colour'): Float32Array {
  const source = from === 'glow' ? glows : colours
  const out = new Float32Array(alphas.length * 4)
  for (let i = 0; i < alphas.length; i++) {
    for (let k = 0; k < 3; k++) out[i * 4 + k] = from === 'glow' ? shoulder(source[i * 3 + k]!) : saturate(source[i * 3 + k]!)
    out[i * 4 + 3] = alphas[i]!
  }
  return out
}

/** Something that turns cannot keep a shadow: it is lit as if in the open. */
export function bakeMoving({ look }: World, { normals, colours, glows, alphas }: Model): Float32Array {
  const out = new Float32Array(alphas.length * 4)
  for (let i = 0; i < alphas.length; i++) {
    const facing = 0.75 + 0.25 * normals[i * 3 + 1]!
    const shown = (k: number) => colours[i * 3 + k]! * facing * (look.sunlight[k]! * 0.5 + look.ambient[k]!) + glows[i * 3 + k]!
    tone(shown(0), shown(1), shown(2), look, out, i * 4)
    out[i * 4 + 3] = alphas[i]!
  }
  return out
}

/** All things of one growth as triangles, each lit once for all its vertices. */
export function bakeGrowth({ look }: World, light: Light, { form, places }: Growth): Triangles {
  const positions: number[] = []
  const colours: number[] = []
  const index: number[] = []
  const indirect = new Float64Array(3)
  const shown = new Float64Array(3)
  const vertices = form.through.length
  for (const { x, y, z, yaw, size } of places) {
    light.indirect(x, y + 0.25, z, 0, 1, 0, 0.3, indirect)
    const sun = light.sun.at(x, y + 0.2, z) * (0.35 + 0.6 * look.sun[1])
    const first = positions.length / 3
    const [c, s] = [cos(yaw), sin(yaw)]
    for (let i = 0; i < vertices; i++) {
      const [a, b, d] = [form.positions[i * 3]! * size, form.positions[i * 3 + 1]! * size, form.positions[i * 3 + 2]! * size]
      positions.push(x + a * c + d * s, y + b, z + d * c - a * s)
      const lit = (k: number) => form.colours[i * 3 + k]! * (indirect[k]! + look.sunlight[k]! * sun) + form.glows[i * 3 + k]!
      tone(lit(0), lit(1), lit(2), look, shown, 0)
      colours.push(shown[0]!, shown[1]!, shown[2]!, 1)
    }
    for (const i of form.index) index.push(first + i)
  }
  return { positions, colours, index }
}
