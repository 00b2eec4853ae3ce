import { rgb } from '../../../../solid/palette.ts'
import { emitter, plain } from '../../../material/paints.ts'
import { value2 } from '../../../noise.ts'
import { tube } from '../../../shape/tube.ts'
import { barkOf, leaves, stoneOf } from '../paints.ts'
import { flower } from '../plant/grass.ts'
import { boulder } from '../prop/boulder.ts'
import type { Site } from '../site.ts'
import { toadstools } from './floor.ts'

type Land = (x: number, z: number) => number

/** What is by a path through a wood. */
export const WAYSIDES = ['toadstools', 'toadstools', 'log', 'fence', 'rocks', 'flowers'] as const

/** Toadstools in groups, a fallen trunk, a fence, great mossy rocks or flowers along a path. */
export function wayside(site: Site, height: Land, path: (z: number) => number, what: (typeof WAYSIDES)[number]): void {
  if (what === 'toadstools') groups(site, height, path)
  if (what === 'log') log(site, height, path)
  if (what === 'fence') fence(site, height, path)
  if (what === 'rocks') rocks(site, height, path)
  if (what === 'flowers') flowers(site, height, path)
}

/** Toadstools; at night their caps glow. */
function groups(site: Site, height: Land, path: (z: number) => number): void {
  const { mesh, scene, streams, dim, snowy, brief } = site
  if (snowy) return
  const random = streams('toadstools')
  const glow = dim && brief.allows('neon')
  const colour =
    brief.accent ??
    random.pick([
      [0.42, 0.06, 0.035],
      [0.42, 0.06, 0.035],
      [0.4, 0.22, 0.06],
      [0.16, 0.1, 0.3],
    ] as const)
  const cap = mesh.paint(glow ? emitter([0.25, 0.9, 0.8], 0.32) : plain(colour, 0.5, 0.3))
  const stem = mesh.paint(glow ? emitter([0.2, 0.55, 0.6], 0.1) : plain([0.6, 0.55, 0.46]))
  for (let i = 0; i < (brief.wants('neon') ? 12 : 4); i++) {
    const z = 4.4 + i * random.range(0.9, 2) * (i < 4 ? 1 : 0.7)
    const x = path(z) + (i % 2 === 0 ? -1 : 1) * random.range(1.5, 2.8) * (i < 4 ? 1 : 1.3)
    toadstools(site, random, height, x, z, 6, cap, stem)
    if (glow) scene.lamps.push({ x, y: height(x, z) + 0.4, z, colour: [0.1, 0.42, 0.4], range: 3.4 })
  }
}

/** A trunk that fell beside the path. */
function log({ mesh, streams, snowy }: Site, height: Land, path: (z: number) => number): void {
  const random = streams('log')
  const bark = mesh.paint(barkOf(rgb('#4c3c30'), 1.6, rgb('#3c4a1e'), snowy ? 0 : 0.95))
  const hand = random.pick([-1, 1] as const)
  const z = random.range(6.5, 12)
  const x = path(z) + hand * random.range(3.4, 5)
  const radius = random.range(0.26, 0.5)
  const lie = random.range(-1.2, 1.8)
  const at = (along: number) => {
    const [px, pz] = [x + along, z + (along * lie) / 3]
    return [px, height(px, pz) + radius * 0.7, pz] as const
  }
  tube(mesh, [at(-2.2), at(0), at(3.4)], { paint: bark, radius, endRadius: radius * 0.7, sides: 16 })
}

/** Posts and two rails along one side. */
function fence({ mesh, streams }: Site, height: Land, path: (z: number) => number): void {
  const random = streams('fence')
  const hand = random.pick([-1, 1] as const)
  const bark = mesh.paint(barkOf(rgb('#6a5c4c'), 2, rgb('#3c4a1e'), 0.4))
  const posts = Array.from({ length: 11 }, (_, i) => {
    const z = 4 + i * 2.1
    const x = path(z) + hand * (1.5 + random.range(-0.08, 0.08))
    return [x, height(x, z), z] as const
  })
  for (const [i, [x, y, z]] of posts.entries()) {
    tube(
      mesh,
      [
        [x, y - 0.3, z],
        [x + random.range(-0.05, 0.05), y + random.range(0.95, 1.12), z],
      ],
      { paint: bark, radius: 0.07, endRadius: 0.06, sides: 7 },
    )
    const next = posts[i + 1]
    if (!next || random.chance(0.1)) continue
    for (const up of [0.45, 0.85])
      tube(
        mesh,
        [
          [x, y + up, z],
          [next[0], next[1] + up + random.range(-0.06, 0.06), next[2]],
        ],
        { paint: bark, radius: 0.045, sides: 6 },
      )
  }
}

/** Great rocks under moss. */
function rocks({ mesh, streams, snowy }: Site, height: Land, path: (z: number) => number): void {
  const random = streams('rocks')
  const stone = mesh.paint(
    stoneOf({ colour: [0.16, 0.155, 0.145], features: 1.6, covered: 0.8, cover: snowy ? rgb('#e8edf4') : rgb('#3c4a1e') }),
  )
  for (let i = 0; i < 7; i++) {
    const z = random.range(6, 24)
    const radius = random.range(0.7, 1.9)
    const x = path(z) + random.pick([-1, 1] as const) * (1.6 + radius * random.range(1, 2.2))
    boulder(mesh, random, { x, y: height(x, z) - radius * 0.2, z, radius, paint: stone, rings: 16, flat: random.range(0.6, 1.2) })
  }
}

/** Bluebells, anemones or foxgloves under the trees. */
function flowers({ mesh, streams, snowy, brief }: Site, height: Land, path: (z: number) => number): void {
  if (snowy || !brief.allows('flowers')) return
  const random = streams('wood flowers')
  const colour = brief.accent ?? rgb(random.pick(['#5a5cc8', '#e8e4ee', '#b05a9c', '#e0c23c'] as const))
  const petal = mesh.paint(leaves(colour, colour, { through: 0.4 }))
  const green = mesh.paint(leaves(rgb('#34502a'), rgb('#5c7a3c'), { through: 0.3 }))
  for (let i = 0; i < 1500; i++) {
    const q = random.next()
    const z = 3 + 24 * q * q
    const x = random.range(-0.6, 0.6) * (z + 1)
    if (Math.abs(x - path(z)) < 1 || value2(x * 0.3 + 7, z * 0.3) < 0.42) continue
    flower(mesh, random, x, height(x, z) - 0.03, z, random.range(0.2, 0.5), random.range(0.05, 0.1), petal, green)
  }
}
