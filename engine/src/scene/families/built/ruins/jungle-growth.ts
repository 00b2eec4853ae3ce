import { cos, sin, TAU } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Paint } from '../../../mesh.ts'
import { value2 } from '../../../noise.ts'
import { box } from '../../../shape/loft.ts'
import { tube } from '../../../shape/tube.ts'
import type { Vec3 } from '../../../vector.ts'
import { trunk } from '../../nature/forest/floor.ts'
import { barkOf, leaves } from '../../nature/paints.ts'
import { broadleaf, leafCard } from '../../nature/plant/broadleaf.ts'
import { fern, frond, palm } from '../../nature/plant/frond.ts'
import type { Site } from '../../nature/site.ts'
import type { RuinStone } from './stones.ts'

type Land = (x: number, z: number) => number

/** What grows in a jungle. */
export type Green = { readonly crowns: readonly Paint[]; readonly ferns: readonly Paint[]; readonly bark: Paint; readonly root: Paint }

/** Leaves and bark of the season. */
export function jungleLeaves({ mesh, season, snowy }: Site): Green {
  const snow = snowy ? 0.85 : 0
  const pair = (from: string, to: string, through = 0.28) => mesh.paint(leaves(rgb(from), rgb(to), { snow, through }))
  const autumn = season === 'autumn'
  return {
    crowns: autumn
      ? [pair('#6a3a16', '#b07a2c'), pair('#3a4a1c', '#7a8236')]
      : [pair('#20401a', '#4e7a2e'), pair('#2a4a1e', '#62863a'), pair('#183618', '#3e6a30')],
    ferns: [pair('#244a1e', '#5a8a38'), pair('#2c5022', '#74984a')],
    bark: mesh.paint(barkOf(rgb('#64564a'), 1.3, rgb('#3c4c1e'), snowy ? 0 : 0.7)),
    root: mesh.paint(barkOf(rgb('#85745f'), 1.6, rgb('#46541f'), snowy ? 0 : 0.4)),
  }
}

/** Roots that run down a face below a tree. */
export function roots({ mesh }: Site, random: Prng, [x, y, z]: Vec3, down: number, radius: number, paint: Paint): void {
  for (let i = 0; i < 6; i++) {
    const out = random.range(-1.6, 1.6)
    const path: Vec3[] = [[x, y + 0.5, z]]
    for (let k = 1; k <= 4; k++) {
      const t = k / 4
      path.push([
        x + out * t + random.range(-0.25, 0.25),
        y + 0.3 - down * Math.max(0, t - 0.3) * 1.4,
        z - 1.9 * Math.min(1, t * 2.6) - 0.15,
      ])
    }
    tube(mesh, path, { paint, radius, endRadius: radius * 0.3, sides: 6 })
  }
}

/** Great trees at the sides of the picture, with buttress roots, lianas and a roof of leaves; more of them stand behind. */
export function giants(site: Site, stone: RuinStone, land: Land, way: (z: number) => number, green: Green): void {
  const { mesh, streams, side } = site
  const random = streams('giants')
  for (const [hand, z, out, radius] of [
    [side, 13.5, 8.2, 1.25],
    [-side, 17.5, 9.6, 1.5],
    [side, 31, 14, 1.6],
    [-side, 36, 17, 1.5],
  ] as const) {
    const x = way(z) + hand * out
    const y = land(x, z)
    trunk(mesh, random, { x, y, z, height: 26, radius, paint: green.bark })
    for (let i = 0; i < 6; i++) {
      const a = random.next() * TAU
      const long = radius * random.range(2.6, 5)
      const bend = random.range(-0.5, 0.5)
      const path: Vec3[] = [0, 0.25, 0.5, 0.75, 1].map((t) => {
        const gx = x + cos(a + bend * t) * long * t
        const gz = z + sin(a + bend * t) * long * t
        return [gx, Math.max(land(gx, gz), y - 0.4) + 0.25 + 1.5 * radius * (1 - t) * (1 - t) * (1 - t), gz]
      })
      tube(mesh, path, { paint: green.root, radius: radius * 0.3, endRadius: radius * 0.07, sides: 8 })
    }
    const [ledge, lz] = [x - hand * radius * 1.9, z - 0.8]
    box(mesh, {
      x: ledge,
      y: land(ledge, lz) - 0.6,
      z: lz,
      width: 2.6,
      height: 1.9,
      depth: 1.8,
      turn: random.range(0, 1),
      paint: stone.block,
    })
    for (let k = 0; k < 7; k++) {
      const a = random.next() * TAU
      const r = random.range(2, 3.4)
      const [bx, by, bz] = [x + cos(a) * random.range(1, 5.5), y + random.range(13, 22), z + sin(a) * random.range(1, 5)]
      mesh.use(random.pick(green.crowns), true)
      for (let c = 0; c < 420; c++) leafCard(mesh, random, bx, by, bz, r, 0.34 + z * 0.006, y + 11, 10)
    }
    for (let k = 0; k < 5; k++) {
      const lx = x - hand * random.range(0.4, 5)
      const low = random.range(3, 9)
      tube(
        mesh,
        [
          [lx, y + 17, z - 0.5],
          [lx + random.range(-0.5, 0.5), y + (17 + low) / 2, z - 0.8],
          [lx + random.range(-0.9, 0.9), y + low, z - 1],
        ],
        { paint: green.root, radius: 0.06, endRadius: 0.03, sides: 4 },
      )
    }
  }
  for (let i = 0; i < 62; i++) {
    const z = random.range(30, 150)
    const x = random.range(-0.85, 0.85) * z
    const tall = random.range(12, 22)
    const pick = random.next()
    if (Math.abs(x - way(z)) < (z < 92 ? 24 - z * 0.04 : 0)) continue
    if (pick < 0.26 && z < 80)
      palm(mesh, random, x, land(x, z), z, tall * 0.7, [random.range(-2, 2), random.range(-1, 1)], random.pick(green.ferns), green.bark, z)
    else
      broadleaf(
        mesh,
        random,
        { x, y: land(x, z) - 0.4, z, height: tall, distance: Math.max(z, 62) },
        random.pick(green.crowns),
        green.bark,
        { spread: 1.2 },
      )
  }
}

/** Ferns, broad leaves and small palms along the way. */
export function undergrowth({ mesh, streams }: Site, land: Land, way: (z: number) => number, green: Green, end: number): void {
  const random = streams('undergrowth')
  for (let i = 0; i < 460; i++) {
    const q = random.next()
    const z = 3 + (end - 22) * q * q
    const x = random.range(-0.7, 0.7) * (z + 2)
    const size = random.range(0.5, 1.2)
    const paint = random.pick(green.ferns)
    const kind = random.next()
    if (Math.abs(x - way(z)) < 1.9 + value2(x, z) || value2(x * 0.2 + 7, z * 0.2) < 0.3) continue
    if (kind < 0.72) fern(mesh, random, x, land(x, z), z, size, paint, z)
    else
      for (let k = 0; k < 7; k++)
        frond(
          mesh,
          random,
          {
            from: [x, land(x, z), z],
            turn: k * 0.9 + kind * 9,
            length: size * 1.9,
            rise: 1.1,
            droop: 0.95,
            leaflet: 0.3,
            pairs: z < 14 ? 13 : 7,
          },
          paint,
        )
  }
}
