import { cos, sin, TAU } from '../../../../math/dmath.ts'
import type { Paint } from '../../../mesh.ts'
import { fbm2, value2, value3 } from '../../../noise.ts'
import { times } from '../../../vector.ts'
import { fallOf } from '../paints.ts'
import { broadleaf } from '../plant/broadleaf.ts'
import { conifer } from '../plant/conifer.ts'
import type { TreePaints } from '../plant/tree-paints.ts'
import type { Site } from '../site.ts'

export type IslandShape = {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly radius: number
  /** How far the rock reaches down. */
  readonly depth: number
  readonly segments: number
  readonly paint: Paint
  /** Tells islands apart. */
  readonly variant: number
  /** Height of its hills, 1 as usual. */
  readonly hills?: number
}

export type Island = IslandShape & {
  /** Height of the turf at x, z. */
  readonly turf: (x: number, z: number) => number
  /** The place on its top towards x, z that lies at this share of the way to the rim. */
  readonly towards: (x: number, z: number, share: number) => readonly [x: number, z: number]
}

const RINGS = 20

/** A floating island: a hilly top, a ragged rim and a keel of terraced rock. */
export function island({ mesh }: Site, shape: IslandShape): Island {
  const { x: cx, y: cy, z: cz, radius: r, depth, segments, paint, variant, hills = 1 } = shape
  const hill = (x: number, z: number) => (fbm2((x * 3.1) / r + variant, (z * 3.1) / r, 4) * 0.22 + 0.05) * r * hills
  const rimAt = (c: number, s: number) =>
    0.82 + 0.5 * (value2(c * 1.3 + variant, s * 1.3 + 7) - 0.5) + 0.16 * (value2(c * 4 + variant, s * 4) - 0.5)
  const base = mesh.vertexCount()
  for (let j = 0; j <= RINGS * 2; j++)
    for (let i = 0; i <= segments; i++) {
      const a = (TAU * (i % segments)) / segments
      const c = cos(a)
      const s = sin(a)
      const rim = rimAt(c, s)
      let reach = 0
      let y = 0
      if (j <= RINGS) {
        const t = j / RINGS
        reach = t * rim
        y = hill(c * reach * r, s * reach * r) * (1 - t * t * t)
      } else {
        const t = (j - RINGS) / RINGS
        const step = Math.floor(t * 5 + value2(a * 2 + variant, 3)) / 5
        reach =
          rim *
          (1 - (t * 0.4 + step * 0.6)) *
          (0.98 + 0.34 * (value3(c * 3 + variant, t * 5, s * 3) - 0.5) + 0.36 * (value3(c * 8 + variant, t * 4, s * 8) - 0.5))
        y = -depth * (t * t * 0.55 + t * 0.45) * (0.65 + 0.75 * value2(c * 1.8 + variant, s * 1.8 + 3))
      }
      if (j === RINGS * 2) reach = 0
      mesh.vertex(cx + c * reach * r, cy + y, cz + s * reach * r, i, j, c, j <= RINGS ? 1 : -0.3, s)
    }
  mesh.use(paint, true)
  for (let j = 0; j < RINGS * 2; j++)
    for (let i = 0; i < segments; i++) {
      const a = base + j * (segments + 1) + i
      mesh.quad(a, a + 1, a + segments + 2, a + segments + 1)
    }
  mesh.smoothGrid(base, segments + 1, RINGS * 2 + 1, true)
  return {
    ...shape,
    turf(x, z) {
      const dx = (x - cx) / r
      const dz = (z - cz) / r
      const t = Math.sqrt(dx * dx + dz * dz)
      return cy + hill(x - cx, z - cz) * Math.max(0, 1 - t * t * t * 1.4)
    },
    towards(x, z, share) {
      const length = Math.sqrt((x - cx) * (x - cx) + (z - cz) * (z - cz)) || 1
      const c = (x - cx) / length
      const s = (z - cz) / length
      const reach = rimAt(c, s) * r * share
      return [cx + c * reach, cz + s * reach]
    },
  }
}

export type Planting = {
  readonly count: number
  readonly height: number
  /** Nothing grows in these circles, nor between them and the eye. */
  readonly keepFree?: readonly (readonly [x: number, z: number, radius: number])[]
  readonly paints: TreePaints
}

/** Trees on an island. */
export function plant({ mesh, streams }: Site, on: Island, { count, height, keepFree = [], paints }: Planting): void {
  const random = streams(`trees ${on.variant}`)
  for (let i = 0; i < count; i++) {
    const a = random.next() * TAU
    const q = on.radius * Math.sqrt(random.next()) * 0.66
    const x = on.x + cos(a) * q
    const z = on.z + sin(a) * q
    const firs = random.chance(0.3)
    const k = random.next()
    const taken = keepFree.some(([fx, fz, radius]) => {
      const dx = x - fx
      const dz = z - fz
      return dx * dx + dz * dz < radius * radius || (dz < 0 && Math.abs(dx) < radius * 0.7)
    })
    if (taken) continue
    const at = { x, y: on.turf(x, z) - 0.3, z, distance: Math.max(on.z, 60) }
    if (firs) conifer(mesh, random, { ...at, height: height * (0.8 + 0.7 * k) }, random.pick(paints.needles), paints.bark)
    else broadleaf(mesh, random, { ...at, height: height * (0.6 + 0.55 * k) }, random.pick(paints.crowns), paints.bark)
  }
}

/** A waterfall from a rim, `length` metres into the open, thinning to mist. */
export function waterfall(
  { mesh, scene, streams }: Site,
  x: number,
  y: number,
  z: number,
  width: number,
  length: number,
  dx: number,
  dz: number,
): void {
  const random = streams('waterfalls')
  mesh.use(mesh.paint(fallOf()))
  const steps = 14
  let last: readonly [number, number] | null = null
  for (let i = 0; i <= steps; i++) {
    const t = i / steps
    const q = width * (1 + t * 0.7)
    const out = Math.min(1, t * 5) * width * 0.5
    const fall = length * t * (0.25 + 0.75 * t)
    const a = mesh.vertex(x + dx * out - (dz * q) / 2, y - fall, z + dz * out + (dx * q) / 2, 0, t * length, dx, 0.3, dz)
    const b = mesh.vertex(x + dx * out + (dz * q) / 2, y - fall, z + dz * out - (dx * q) / 2, 1, t * length, dx, 0.3, dz)
    if (last) mesh.quad(last[0], last[1], b, a)
    last = [a, b]
  }
  for (let i = 0; i < 18; i++)
    scene.puffs.push({
      x: x + random.range(-1, 1) * width * 1.2,
      y: y - length * random.range(0.72, 1.15),
      z: z + random.range(-1, 1) * width,
      size: width * random.range(0.7, 1.7),
      opacity: 0.1,
      colour: times(scene.sky.horizon, 1),
    })
}
