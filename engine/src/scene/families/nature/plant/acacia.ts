import { cos, sin, TAU } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { tube } from '../../../shape/tube.ts'
import type { Vec3 } from '../../../vector.ts'
import { leafCard } from './broadleaf.ts'
import type { Stand } from './conifer.ts'

/** Beyond this distance a tree has few limbs and coarse leaves, metres. */
const FAR = 150
/** Points of a sunflower's head, spread evenly. */
const GOLDEN = 0.618

/** A thorn tree of the savanna: limbs that part low and spread, and flat shelves of fine leaves on their ends. */
export function acacia(mesh: MeshBuilder, random: Prng, at: Stand, leaf: Paint, bark: Paint): void {
  const { x, y, z, height: h, distance } = at
  const far = distance > FAR
  const lean = random.range(-0.16, 0.16) * h
  const fork: Vec3 = [x + lean * 0.5, y + h * random.range(0.24, 0.42), z + random.range(-0.05, 0.05) * h]
  // one wide shelf, or a second one below it to one side
  const tiered = random.chance(0.45)
  const wide = random.range(0.34, 0.5) * h
  const sides = far ? 4 : 8
  tube(mesh, [[x, y - 0.4, z], [x + lean * 0.1, y + (fork[1] - y) * 0.5, z], fork], {
    paint: bark,
    radius: h * 0.036,
    sides,
    endRadius: h * 0.026,
  })
  const shelves: [x: number, y: number, z: number, radius: number][] = [[x + lean, y + h * 0.95, z, wide * 0.62]]
  const limbs = far ? 4 : random.int(5, 7)
  const first = random.next()
  for (let i = 0; i < limbs; i++) {
    const angle = TAU * (first + (i + random.range(-0.2, 0.2)) / limbs)
    const low = tiered && i % 3 === 0
    const out = wide * (low ? random.range(0.75, 1.05) : random.range(0.6, 0.9))
    const up = y + h * (low ? random.range(0.62, 0.72) : random.range(0.87, 0.93))
    shelves.push([x + lean + cos(angle) * out, up, z + sin(angle) * out, wide * (low ? 0.4 : random.range(0.5, 0.62))])
  }
  for (const [sx, sy, sz] of shelves) {
    const bent: Vec3 = [fork[0] + (sx - fork[0]) * 0.42, fork[1] + (sy - fork[1]) * 0.62, fork[2] + (sz - fork[2]) * 0.42]
    tube(mesh, [fork, bent, [sx, sy, sz]], { paint: bark, radius: h * 0.02, sides: far ? 3 : 5, endRadius: h * 0.005 })
    if (far) continue
    // twigs that carry the shelf
    for (let k = 0; k < 3; k++) {
      const a = TAU * (random.next() + k / 3)
      tube(mesh, [bent, [sx + cos(a) * wide * 0.34, sy - h * 0.01, sz + sin(a) * wide * 0.34]], {
        paint: bark,
        radius: h * 0.007,
        sides: 3,
        endRadius: h * 0.002,
      })
    }
  }
  mesh.use(leaf, true)
  const card = Math.max(0.17, 0.0095 * distance)
  for (const [sx, sy, sz, radius] of shelves) {
    const count = far ? 5 : 13
    const ball = radius * (far ? 0.52 : 0.34)
    const leaves = Math.min(160, Math.ceil((ball * ball * 9) / (card * card)))
    for (let k = 0; k < count; k++) {
      const away = radius * Math.sqrt((k + 0.5) / count)
      const a = TAU * k * GOLDEN
      // a shelf is domed, and thinner at its rim
      const dome = 1 - (away / radius) * (away / radius)
      const [bx, by, bz] = [sx + cos(a) * away, sy + h * 0.035 * dome, sz + sin(a) * away]
      for (let n = 0; n < leaves; n++) leafCard(mesh, random, bx, by, bz, ball, card, sy - h * 0.05, h * 0.16)
    }
  }
}
