import { cos, sin, TAU } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import { value2 } from '../../../noise.ts'
import { barkOf } from '../paints.ts'
import { leafCard } from '../plant/broadleaf.ts'
import { conifer } from '../plant/conifer.ts'
import { trees } from '../plant/tree-paints.ts'
import type { Site } from '../site.ts'
import { trunk } from './floor.ts'

type Land = (x: number, z: number) => number

/** The wood: tall trunks with crowns overhead, spruces between them further back. `free` keeps the way open. */
export function wood(site: Site, height: Land, free: (x: number, z: number, margin: number) => boolean): void {
  const { mesh, streams, brief, snowy } = site
  const random = streams('wood')
  const kind = streams('kind of wood')
  const firs = kind.pick([0.06, 0.2, 0.2, 0.5, 0.85] as const)
  const stout = kind.range(0.7, 1.7)
  const { needles, crowns, bark } = trees(site)
  const moss = rgb('#3c4a1e')
  const barks = [
    barkOf(rgb('#5c4a3c'), 1.5, moss, snowy ? 0 : 0.75),
    barkOf(rgb('#4e4238'), 2, moss, snowy ? 0 : 0.55),
    barkOf(rgb('#6a5a4c'), 1.2, moss, snowy ? 0 : 0.4),
  ].map((spec) => mesh.paint(spec))
  const dense = brief.density === 'sparse' ? 0.7 : brief.density === 'dense' ? 1.35 : 1
  const wanted = (150 * dense) / (0.55 + 0.45 * stout)
  const taken: [number, number][] = []
  let planted = 0
  for (let i = 0; i < 3000 && planted < wanted; i++) {
    const q = random.next()
    const z = 6.5 + 100 * q * (0.25 + 0.75 * q)
    const x = random.range(-0.72, 0.72) * (z + 4)
    const radius = random.range(0.2, 0.46) * (z < 20 ? 1 : 0.85) * stout
    const tall = random.range(15, 23)
    const pick = random.next()
    if (!free(x, z, 1.6 + radius * 2)) continue
    const gap = (1.7 + z * 0.03) * (0.6 + 0.4 * stout)
    if (taken.some(([a, b]) => (a - x) * (a - x) + (b - z) * (b - z) < gap * gap)) continue
    taken.push([x, z])
    planted++
    const y = height(x, z)
    if (pick < firs && z > 16) {
      const share = 0.35 + (0.5 * pick) / firs
      conifer(mesh, random, { x, y: y - 0.2, z, height: tall * share, distance: Math.max(z, 30) }, random.pick(needles), bark)
      continue
    }
    trunk(mesh, random, { x, y, z, height: tall, radius, paint: random.pick(barks) })
    const leaf = crowns[Math.floor(value2(x * 0.05, z * 0.05 + 8) * 0.999 * crowns.length)]!
    const balls = snowy ? 0 : 5
    const fine = Math.max(0.2, 0.0145 * z) * 1.15
    // crowns over the picture's edge are only known by their shadows
    const edge = 3 + z * 0.7
    for (let k = 0; k < balls; k++) {
      const a = random.next() * TAU
      const out = random.range(0.6, 3.4)
      const r = random.range(1.1, 2.1)
      const up = tall * random.range(0.36, 0.95)
      const size = up - r > edge ? fine * 4 : fine
      const n = Math.min(900, Math.ceil((12.6 * r * r * 0.68) / (size * size * 0.62)))
      mesh.use(leaf, true)
      for (let c = 0; c < n; c++) leafCard(mesh, random, x + cos(a) * out, y + up, z + sin(a) * out, r, size, y + tall * 0.3, tall * 0.6)
    }
  }
  backdrop(site, height, free)
}

/** Far trees that close the view. */
function backdrop(site: Site, height: Land, free: (x: number, z: number, margin: number) => boolean): void {
  const { mesh, streams } = site
  const random = streams('backdrop')
  const { needles, bark } = trees(site)
  for (let i = 0; i < 420; i++) {
    const z = 70 + 190 * random.next()
    const x = random.range(-0.75, 0.75) * z
    const tall = random.range(14, 26)
    const leaf = random.pick(needles)
    if (!free(x, z, 4)) continue
    conifer(mesh, random, { x, y: height(x, z) - 0.4, z, height: tall, distance: Math.max(z, 131) }, leaf, bark)
  }
}
