import { cos, PI, sin, smooth } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { fbm2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { terrain } from '../../../shape/terrain.ts'
import { tube } from '../../../shape/tube.ts'
import type { Streams } from '../../../streams.ts'
import type { Vec3 } from '../../../vector.ts'
import { barkOf, ground, leaves, snowOf } from '../paints.ts'
import { leafCard } from '../plant/broadleaf.ts'
import { conifer } from '../plant/conifer.ts'
import { meadow } from '../plant/meadow.ts'
import { trees } from '../plant/tree-paints.ts'
import { openSite, type Site } from '../site.ts'
import { flying, type Room, standing, withKnolls } from '../spots.ts'
import { forestAir } from './forest-air.ts'

type Land = (x: number, z: number) => number

/** Colours of a crown: in leaf, in gold, in first green. */
const LEAVES = {
  spring: ['#7c9a3c', '#a8bc5c'],
  summer: ['#5a7c2c', '#8aa048'],
  autumn: ['#c8941c', '#e8bc3c'],
  winter: ['#8a7c60', '#a89878'],
} as const

/** White birches in open, sunlit rows, grass and flowers under them. */
export function birchesView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(1.6, 2.5)
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, eye, 0], target: [layout.range(-3, 3), eye + 1.3, 30], fov: layout.range(48, 62), shiftY: 0.1 },
    azimuth: side * (layout.chance(0.4) ? layout.range(96, 140) : layout.range(14, 60)),
  }))
  const { mesh, scene, side, season, snowy } = site
  const ox = streams('land').range(0, 99)
  const rise = side * layout.range(-0.05, 0.05)
  const path = (z: number) => side * (1.4 * sin(z * 0.1 + ox) * smooth(2, 14, z) - z * 0.015)
  const bare: Land = (x, z) =>
    fbm2(x * 0.05 + ox, z * 0.05, 3) * 1.3 +
    x * rise +
    smooth(24, 80, z) * 2.4 +
    fbm2(x * 0.4, z * 0.4, 2) * 0.1 -
    0.1 * smooth(1, 0.4, Math.abs(x - path(z)))
  const turf = ground({
    rock: rgb('#6a5a44'),
    grass: rgb(season === 'autumn' ? '#7a6430' : '#46592a'),
    dryGrass: rgb(season === 'autumn' ? '#8c6a2c' : '#5c6434'),
    scale: 0.9,
    bump: 1,
    rockiness: -0.35,
  })
  const room: readonly Room[] = [
    [path(13) - side * 1.4, 13, 1.4],
    [path(16) + side * 1.7, 16, 1.6],
  ]
  const height = withKnolls(scene.camera, bare, room)
  terrain(mesh, scene.camera, {
    paint: mesh.paint(snowy ? snowOf() : turf),
    near: 1.2,
    far: 260,
    rows: 180,
    columns: 180,
    halfWidth: 0.8,
    height,
  })
  birches(site, height, path)
  if (!snowy) {
    meadow(site, height, { near: 2, far: 34, spread: 0.68, tries: 12000, flowers: layout.range(60, 500) })
    litter(site, height)
  }
  forestAir(site)
  scene.fog.density *= 0.7
  standing(scene, height, room)
  flying(scene, [[path(12) + side * 1.5, eye + 2.6, 12, 1]])
  return scene
}

function birches(site: Site, height: Land, path: (z: number) => number): void {
  const { mesh, streams, brief, season, snowy } = site
  if (!brief.allows('trees')) return
  const random = streams('birches')
  const white = [barkOf(rgb('#e4dfd6'), 0.5, rgb('#2a2622'), 0.5), barkOf(rgb('#d8d1c6'), 0.6, rgb('#2a2622'), 0.6)].map((spec) =>
    mesh.paint(spec),
  )
  const twig = mesh.paint(barkOf(rgb('#4a4038')))
  const [from, to] = LEAVES[season]
  const crowns = [mesh.paint(leaves(rgb(from), rgb(to), { through: 0.45 })), mesh.paint(leaves(rgb(from), rgb(from), { through: 0.45 }))]
  const limit = brief.density === 'sparse' ? 80 : brief.density === 'dense' ? 210 : 140
  const mark = mesh.paint(plain([0.035, 0.03, 0.026]))
  const taken: [number, number][] = []
  for (let i = 0, n = 0; i < 2400 && n < limit; i++) {
    const q = random.next()
    const z = 5.4 + 74 * q * (0.3 + 0.7 * q)
    const x = random.range(-0.7, 0.7) * (z + 2)
    if (Math.abs(x - path(z)) < 1.7 + z * 0.035 + 1.6 * smooth(8, 12, z) * smooth(22, 18, z)) continue
    const gap = 1.1 + z * 0.022
    if (taken.some(([a, b]) => (a - x) * (a - x) + (b - z) * (b - z) < gap * gap)) continue
    taken.push([x, z])
    n++
    const y = height(x, z)
    const tall = random.range(10, 16)
    const lean = random.range(-0.06, 0.06) * tall
    const r = random.range(0.09, 0.2)
    const bend = (t: number) => [x + lean * t * t, y - 0.2 + tall * t, z] as const
    tube(mesh, [bend(0), bend(0.08), bend(0.3), bend(0.6), bend(1)], {
      paint: random.pick(white),
      radius: r,
      endRadius: r * 0.2,
      sides: z < 25 ? 12 : 7,
    })
    if (z < 34) lenticels(mesh, random, bend, (t) => r * (1 - 0.8 * shareOfTrunk(t)), z < 16 ? 15 : 9, mark)
    const boughs = z < 40 ? 7 : 4
    const leaf = random.pick(crowns)
    for (let b = 0; b < boughs; b++) {
      const t = random.range(0.34, 0.95)
      const [bx, by, bz] = bend(t)
      const a = b * 2.4 + x
      const out = (1.1 - t) * tall * random.range(0.14, 0.24)
      const tip = [bx + sin(a) * out, by + out * 0.6, bz + sin(a + 1.6) * out] as const
      if (z < 40) tube(mesh, [[bx, by, bz], tip], { paint: twig, radius: 0.03, endRadius: 0.012, sides: 4 })
      if (snowy) continue
      const card = Math.max(0.12, 0.0105 * z)
      const radius = random.range(0.6, 1.15)
      const count = Math.min(260, Math.ceil((9 * radius * radius) / (card * card)))
      mesh.use(leaf, true)
      for (let k = 0; k < count; k++) leafCard(mesh, random, tip[0], tip[1], tip[2], radius, card, y + tall * 0.3, tall * 0.7)
    }
  }
  const { needles, bark } = trees(site)
  for (let i = 0; i < 150; i++) {
    const z = random.range(76, 160)
    const x = random.range(-0.75, 0.75) * z
    if (Math.abs(x - path(80)) < 9) continue
    conifer(mesh, random, { x, y: height(x, z) - 0.4, z, height: random.range(11, 20), distance: z + 30 }, random.pick(needles), bark)
  }
}

/** How far along the rings of a trunk a height lies: they are closer at its foot. */
function shareOfTrunk(t: number): number {
  const at = [0, 0.08, 0.3, 0.6, 1]
  let k = 0
  while (k < 3 && t > at[k + 1]!) k++
  return (k + (t - at[k]!) / (at[k + 1]! - at[k]!)) / 4
}

/** The dark marks that a birch has across its bark, on a trunk that `bend` leads up. */
function lenticels(
  mesh: MeshBuilder,
  random: Prng,
  bend: (t: number) => Vec3,
  radius: (t: number) => number,
  count: number,
  paint: Paint,
): void {
  mesh.use(paint, true)
  for (let i = 0; i < count; i++) {
    const t = 0.015 + 0.6 * ((i + random.next()) / count)
    const [x, y, z] = bend(t)
    const r = radius(t) * 1.025
    const from = PI + random.range(0.1, 2.2)
    const wide = random.range(0.5, 1.5)
    const half = random.range(0.012, 0.04)
    let last: readonly [number, number] | null = null
    for (let k = 0; k <= 4; k++) {
      const a = from + wide * (k / 4)
      const tall = half * (k === 0 || k === 4 ? 0.2 : 1)
      const [c, s] = [cos(a), sin(a)]
      const low = mesh.vertex(x + c * r, y - tall, z + s * r, 0, 0, c, 0, s)
      const high = mesh.vertex(x + c * r, y + tall, z + s * r, 0, 0, c, 0, s)
      if (last) mesh.quad(last[0], low, high, last[1])
      last = [low, high]
    }
  }
}

/** Fallen leaves. */
function litter({ mesh, streams, season }: Site, height: Land): void {
  if (season !== 'autumn') return
  const random = streams('litter')
  const paints = ['#d8a424', '#c07c1c', '#e8c048'].map((hex) => mesh.paint(leaves(rgb(hex), rgb(hex), { through: 0.2 })))
  for (let i = 0; i < 2600; i++) {
    const q = random.next()
    const z = 1.8 + 22 * q * q
    const x = random.range(-0.66, 0.66) * (z + 1)
    if (value2(x * 0.6, z * 0.6) < 0.3) continue
    const s = random.range(0.03, 0.06) * (1 + z * 0.04)
    const y = height(x, z) + random.range(0.03, 0.1)
    mesh.use(random.pick(paints), true)
    mesh.quad(
      mesh.vertex(x - s, y, z, 1, 0.4, 0, 1, 0),
      mesh.vertex(x, y + s * 0.4, z - s * 0.6, 1, 0.6, 0, 1, 0),
      mesh.vertex(x + s, y, z, 1, 0.8, 0, 1, 0),
      mesh.vertex(x, y + s * 0.2, z + s * 0.6, 1, 0.5, 0, 1, 0),
    )
  }
}
