import { cos, sin, smooth, TAU } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { tube } from '../../../shape/tube.ts'
import type { Streams } from '../../../streams.ts'
import { barkOf, leaves, planksOf } from '../../nature/paints.ts'
import { leafCard } from '../../nature/plant/broadleaf.ts'
import { trees } from '../../nature/plant/tree-paints.ts'
import { birds } from '../../nature/prop/birds.ts'
import { rowingBoat } from '../../nature/prop/rowing-boat.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { floating, flying, inSight } from '../../nature/spots.ts'
import { bog, hangingMoss, lilies, reeds, swampAir } from './bog.ts'

/** How the water lies: a channel that winds, a narrow one under a roof of leaves, open water before an island, or a fork round one. */
const WATERS = ['channel', 'narrow', 'bay', 'bay', 'fork'] as const

/** Water between mangroves that stand on arching roots: a channel with light at its end, a bay or a fork. */
export function mangroveView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const water = streams('water').pick(WATERS)
  const shot = streams('shot')
  const high = shot.chance(0.3) ? shot.range(1.5, 3.6) : 0
  const walk = water !== 'narrow' && shot.chance(0.45)
  const eye = layout.range(1.3, 2.4) + high
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [0, eye, 0],
      target: [side * shot.range(-3.5, 3.5), eye + 1.4 - high * 1.5, 40],
      fov: layout.range(54, 62),
      shiftY: 0.12,
    },
    azimuth: side * (layout.chance(0.4) ? layout.range(60, 125) : layout.range(6, 30)),
  }))
  const { mesh, scene, side, snowy } = site
  const bend = layout.range(0, 6)
  const sway = layout.range(1.2, 3.4) * (water === 'channel' ? shot.range(0.8, 2.6) : 1)
  const narrow = layout.range(3.4, 5) * (water === 'narrow' ? 0.62 : 1)
  const widens = water === 'bay' ? shot.range(9, 18) : 0
  const breadth = (z: number) => narrow + widens * smooth(2, 26, z)
  const way = (z: number) => side * (sway * sin(z * 0.075 + bend) * smooth(3, 22, z) + z * 0.02)
  // an island in a bay; in a fork it lies in the way
  const isleX = side * (water === 'fork' ? shot.range(-1, 1) : shot.range(-4, 7))
  const isleZ = water === 'fork' ? shot.range(17, 22) : shot.range(20, 34)
  const isle = water === 'fork' ? 3.2 : water === 'bay' ? shot.range(2.4, 4.6) : 0
  const islet = (x: number, z: number) => {
    if (isle === 0) return 0
    const [dx, dz] = [x - way(isleZ) - isleX, (z - isleZ) * 0.7]
    return smooth(isle + 1.4, isle - 0.6, Math.sqrt(dx * dx + dz * dz))
  }
  const height = bog(
    site,
    (x, z) =>
      0.62 * Math.max(smooth(breadth(z), breadth(z) + 5, Math.abs(x - way(z))), islet(x, z)) * (0.6 + 0.6 * value2(x * 0.2, z * 0.2)),
    [
      [way(13) + side * (narrow - 0.6), 13, 1],
      [way(16) - side * (narrow - 1.5), 16, 1.1],
    ],
  )
  const random = streams('mangroves')
  const { crowns } = trees(site)
  const bark = mesh.paint(barkOf(rgb('#6a5a4c'), 1.6, rgb('#44501f'), snowy ? 0 : 0.35))
  const moss = mesh.paint(leaves(rgb('#55603c'), rgb('#8a9058'), { through: 0.4 }))
  const dense = brief.density === 'sparse' ? 0.7 : 1
  for (let row = 0; row < 17 * dense; row++)
    for (const hand of [-1, 1]) {
      const z = 5.5 + row * 3.1 + random.range(-0.8, 0.8)
      for (let depth = 0; depth < (row < 9 ? 2 : 3); depth++) {
        const x =
          way(z) +
          hand * (breadth(z) + (water === 'fork' ? 4.5 * smooth(8, 16, z) : 0) + 0.6 + depth * random.range(3, 4.6) + random.range(0, 1.2))
        const tips = mangrove(mesh, random, x, z + depth * 1.3, random.range(6.4, 10.5), hand, bark, random.pick(crowns))
        if (!snowy && depth === 0 && row % 2 === 0) hangingMoss(mesh, random, tips, 1.4, moss)
      }
    }
  for (let i = 0; i < isle * 2.4; i++) {
    const a = (TAU * i) / (isle * 2.4)
    const r = isle * random.range(0.2, 0.9)
    const x = way(isleZ) + isleX + cos(a) * r
    mangrove(mesh, random, x, isleZ + sin(a) * r * 1.3, random.range(5, 8.5), cos(a) > 0 ? -1 : 1, bark, random.pick(crowns))
  }
  if (walk) boardwalk(site, (z) => way(z) + side * (breadth(z) - 1.5))
  if (shot.chance(0.4) && high === 0 && !walk) nearRoots(site, side * shot.range(1.7, 2.6), bark)
  reeds(site, height, 1800, [0.3, 0.8])
  lilies(site, height, Math.floor(layout.range(20, 120)))
  if (((layout.chance(0.6) && !brief.hasSwimmer) || brief.wants('boat')) && brief.allows('boat'))
    rowingBoat(mesh, {
      x: way(12) + side * layout.range(-1, 1),
      z: layout.range(10.5, 14),
      turn: side * layout.range(-0.3, 0.5),
      colour: brief.accent ?? layout.pick([rgb('#6c4c2c'), rgb('#2c5c5a'), rgb('#7c2c20')]),
    })
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), { count: 5, x: way(34), y: 5, z: 34, spread: 4, size: 0.5, paint: mesh.paint(plain([0.8, 0.8, 0.78])) })
  swampAir(site, [0.98, 1.04, 0.86])
  scene.fog.density *= 0.75
  const near = inSight(scene.camera, 0, (z) => way(z) - side * 1.2, 9)
  floating(scene, [
    [way(near) - side * 1.2, near, 1.2],
    [way(18), 18, 1.8],
    [way(28), 28, 2.2],
  ])
  flying(scene, [[way(20) + side, 3.6, 20, 1.6]])
  return scene
}

/** A walk of planks on posts along the shore, with a rail on the side of the water. */
function boardwalk({ mesh, side, snowy }: Site, xAt: (z: number) => number): void {
  const planks = mesh.paint(planksOf(snowy ? [0.6, 0.63, 0.68] : [0.2, 0.15, 0.1], 0.2))
  const post = mesh.paint(barkOf([0.15, 0.11, 0.08], 2))
  const [up, wide, step] = [0.55, 0.75, 1.6]
  const at = (z: number, across: number, lift: number) => [xAt(z) + across, up + lift, z] as const
  for (let z = 2; z < 46; z += step) {
    mesh.use(planks)
    mesh.panel(at(z, -wide, 0), at(z, wide, 0), at(z + step, wide, 0), at(z + step, -wide, 0))
    for (const q of [-wide, wide]) {
      mesh.panel(at(z, q, -0.14), at(z + step, q, -0.14), at(z + step, q, 0), at(z, q, 0))
      tube(mesh, [at(z, q, -1.6), at(z, q, q * side < 0 ? 0.95 : 0.05)], { paint: post, radius: 0.075, sides: 6 })
    }
    for (const lift of [0.5, 0.9])
      tube(mesh, [at(z, -wide * side, lift), at(z + step, -wide * side, lift)], { paint: post, radius: 0.045, sides: 5 })
  }
}

/** Thick roots of a tree beside the eye, that arch into the picture. */
function nearRoots({ mesh, streams }: Site, x: number, bark: Paint): void {
  const random = streams('near roots')
  const hand = x > 0 ? -1 : 1
  for (let i = 0; i < 6; i++) {
    const z = 3.2 + i * 0.5 + random.range(-0.2, 0.2)
    const out = random.range(0.5, 2)
    const top = random.range(1.6, 3.4)
    const path = Array.from({ length: 9 }, (_, k) => {
      const t = k / 8
      // up out of the water, then over to the trunk beside the picture
      return [x + hand * (out - (out + 1.6) * t * t), -0.6 + (top + 1.8) * (1 - (1 - t) * (1 - t)), z + 0.5 * t] as const
    })
    // a tube turns about itself where it passes from steep to level, so it is made of two
    const knee = path.findIndex(([px, py, pz], k) => {
      const next = path[k + 1]
      if (!next) return true
      const [dx, dy, dz] = [next[0] - px, next[1] - py, next[2] - pz]
      return dy * dy < 0.78 * (dx * dx + dy * dy + dz * dz)
    })
    const [thin, thick] = [0.06, random.range(0.11, 0.18)]
    const middle = thin + ((thick - thin) * knee) / (path.length - 1)
    if (knee > 0) tube(mesh, path.slice(0, knee + 1), { paint: bark, radius: thin, endRadius: middle, sides: 9 })
    if (knee < path.length - 1) tube(mesh, path.slice(knee), { paint: bark, radius: middle, endRadius: thick, sides: 9 })
  }
}

/** One tree: a trunk on stilts of roots, leaning over the channel. Returns where moss may hang. */
function mangrove(mesh: MeshBuilder, random: Prng, x: number, z: number, tall: number, hand: number, bark: Paint, leaf: Paint) {
  const fork = tall * random.range(0.24, 0.34)
  const lean = -hand * random.range(0.3, 1.5)
  const head = [x + lean, tall * 0.72, z] as const
  tube(mesh, [[x, fork * 0.8, z], [x + lean * 0.35, tall * 0.46, z], head], { paint: bark, radius: 0.2, endRadius: 0.11, sides: 8 })
  const roots = 9
  const first = random.next() * TAU
  for (let i = 0; i < roots; i++) {
    const a = first + (TAU * i) / roots
    const out = random.range(0.8, 2)
    const up = fork * random.range(0.65, 1.1)
    tube(
      mesh,
      [
        [x, up, z],
        [x + cos(a) * out * 0.55, up * 0.82, z + sin(a) * out * 0.55],
        [x + cos(a) * out * 0.92, up * 0.34, z + sin(a) * out * 0.92],
        [x + cos(a) * out, -0.8, z + sin(a) * out],
      ],
      { paint: bark, radius: 0.085, endRadius: 0.05, sides: 5 },
    )
  }
  const tips: (readonly [number, number, number])[] = []
  for (let b = 0; b < 6; b++) {
    const a = first + b * 2.4
    const out = random.range(0.7, 2.3)
    const bx = head[0] + cos(a) * out - hand * 0.5
    const by = tall * random.range(0.62, 0.98)
    const bz = z + sin(a) * out
    tube(mesh, [head, [(head[0] + bx) / 2, by - 0.3, (z + bz) / 2], [bx, by, bz]], { paint: bark, radius: 0.07, endRadius: 0.03, sides: 4 })
    tips.push([bx, by - 0.7, bz])
    const r = random.range(0.85, 1.45)
    const card = Math.max(0.16, 0.011 * z) * 1.25
    const n = Math.min(420, Math.ceil((12.6 * r * r * 0.95) / (card * card * 0.62)))
    mesh.use(leaf, true)
    for (let k = 0; k < n; k++) leafCard(mesh, random, bx, by, bz, r, card, tall * 0.55, tall * 0.5)
  }
  return tips
}
