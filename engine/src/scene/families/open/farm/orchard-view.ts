import { cos, PI, sin, smooth, TAU } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import type { Scene } from '../../../scene.ts'
import { blob } from '../../../shape/blob.ts'
import { tube } from '../../../shape/tube.ts'
import type { Streams } from '../../../streams.ts'
import { barkOf, ground, leaves, planksOf } from '../../nature/paints.ts'
import { leafCard } from '../../nature/plant/broadleaf.ts'
import type { Stand } from '../../nature/plant/conifer.ts'
import { meadow } from '../../nature/plant/meadow.ts'
import { trees } from '../../nature/plant/tree-paints.ts'
import { CROWNS } from '../../nature/season.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { flying, type Room, standing, withKnolls } from '../../nature/spots.ts'
import { cottage } from '../prop/farmyard.ts'
import { type Country, copses, country, countryAir, pasture, patchwork } from './country.ts'
import { lane } from './path.ts'

/** Rows of fruit trees that lead to a farmhouse. */
export const orchardView = (brief: Brief, streams: Streams): Scene => rowsView(brief, streams, false)

/** Rows of vines on wires that lead to a farmhouse. */
export const vineyardView = (brief: Brief, streams: Streams): Scene => rowsView(brief, streams, true)

function rowsView(brief: Brief, streams: Streams, vines: boolean): Scene {
  const layout = streams('layout')
  const eye = vines ? layout.range(3.4, 6.5) : layout.range(1.8, 3)
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, eye, 0], target: [side * layout.range(-9, 9), eye + (vines ? -3 : 0.8), 100], fov: layout.range(46, 60), shiftY: 0.1 },
    azimuth: side * (brief.mood.time === 'day' ? layout.range(40, 110) : vines ? layout.range(62, 100) : layout.range(40, 84)),
  }))
  const { mesh, scene, side, snowy } = site
  const hx = -side * layout.range(2, 16)
  const hz = layout.range(82, 104)
  const roll = layout.range(3, 10)
  const base = country(site, layout.range(70, 150))
  const bare: Country = (x, z) => base(x, z) + roll * smooth(14, 92, z) - (vines ? 1.6 * smooth(3, 20, z) * smooth(46, 24, z) : 0)
  const slant = side * layout.range(-0.16, 0.1)
  const middle = (z: number) => slant * z * 0.35 + (hx - slant * hz * 0.35) * smooth(20, hz, z) * 0.8 + 0.6 * sin(z * 0.06)
  const room: readonly Room[] = [
    [middle(20) - side * 0.8, 20, 1.2],
    [middle(26) + side * 2, 26, 1.4],
  ]
  const height = withKnolls(scene.camera, bare, room)
  pasture(site, height)
  patchwork(site, height, 150)
  if (!snowy) {
    const earth = ground({ rock: rgb('#8a6c4c'), grass: rgb('#6a6038'), dryGrass: rgb('#86704c'), scale: 0.6, bump: 1, rockiness: -0.3 })
    lane(site, mesh.paint(earth), middle, 1.1, 1.6, hz - 5, height)
  }
  if (vines) vineyard(site, height, middle, hz)
  else fruitTrees(site, height, middle, hz)
  scene.lampBox = [
    [hx - 24, 0, hz - 26],
    [hx + 24, 24, hz + 12],
  ]
  cottage(site, hx, height(hx, hz), hz, side * layout.range(-0.1, 0.5), {
    wall: layout.pick(['plaster', 'stone'] as const),
    roof: brief.accent ?? layout.pick([rgb('#8c4a30'), rgb('#6c5a40'), rgb('#a05c3c')]),
    size: layout.range(1.2, 1.5),
  })
  const hall = hx - side * 14
  if (layout.chance(0.5)) cottage(site, hall, height(hall, hz + 6), hz + 6, side * 0.6, { wall: 'stone', roof: rgb('#7c4a34'), size: 1.1 })
  copses(site, height, 70, hz + 12, 420, (x, z) => Math.abs(x - hx) > 10 || z > hz + 20)
  meadow(site, height, { near: 2.4, far: 40, spread: 0.62, tries: snowy ? 0 : 9000, flowers: snowy ? 0 : layout.range(60, 420) })
  countryAir(site)
  standing(scene, height, room)
  flying(scene, [[side * 5, eye + 8, 34, 3]])
  return scene
}

function fruitTrees(site: Site, height: Country, middle: (z: number) => number, hz: number): void {
  const { mesh, streams, season, snowy, brief } = site
  if (!brief.allows('trees')) return
  const random = streams('orchard')
  const { crowns, bark } = trees(site)
  const spring = season === 'spring'
  const bloom = random.pick([rgb('#e8c4cc'), rgb('#f0e8e4'), rgb('#d890a8')])
  const flowering = mesh.paint(leaves(brief.accent ?? bloom, rgb('#fbf4f4'), { through: 0.35 }))
  const crown = spring ? flowering : random.pick(crowns)
  const fruit = mesh.paint(plain(brief.accent ?? random.pick([rgb('#c02a1c'), rgb('#e8a828'), rgb('#d86a20'), rgb('#6a2c5c')]), 0.6, 0.3))
  const step = random.range(4.4, 5.6)
  for (let row = 0; row < 15; row++)
    for (let k = -5; k <= 4; k++) {
      const z = 8 + row * step
      const x = middle(z) + (k + 0.5) * step * 1.25 + (k < 0 ? -0.4 : 0.4)
      if (z > hz - 9 || Math.abs(x) > z * 0.72 + 6) continue
      const y = height(x, z)
      const tall = random.range(3.8, 5)
      fruitTree(site.mesh, random, { x, y, z, height: tall, distance: z }, crown, bark)
      if (spring || snowy || z > 34) continue
      for (let f = 0; f < 26; f++) {
        const r = 0.07
        // on the side of the crown that faces the eye
        const a = random.range(0, PI)
        const up = random.range(-0.16, 0.18)
        const out = Math.sqrt(0.068 - up * up)
        const fx = x + cos(a) * out * tall
        const fz = z - sin(a) * out * tall
        blob(mesh, { x: fx, y: y + (0.64 + up) * tall, z: fz, rx: r, ry: r, rz: r, paint: fruit, rings: 5 })
      }
      for (let f = 0; f < 7; f++) {
        const fx = x + random.range(-1.6, 1.6)
        const fz = z + random.range(-1.6, 1.6)
        blob(mesh, { x: fx, y: height(fx, fz) + 0.05, z: fz, rx: 0.06, ry: 0.06, rz: 0.06, paint: fruit, rings: 5 })
      }
    }
}

/** A low, round tree whose leaves are as fine as the distance deserves. */
function fruitTree(mesh: MeshBuilder, random: Prng, { x, y, z, height, distance }: Stand, leaf: Paint, bark: Paint): void {
  const fork = height * 0.32
  tube(
    mesh,
    [
      [x, y - 0.2, z],
      [x + random.range(-0.12, 0.12), y + fork * 0.6, z],
      [x, y + fork, z],
    ],
    { paint: bark, radius: height * 0.035, endRadius: height * 0.026, sides: 8 },
  )
  const first = random.next() * TAU
  const card = Math.max(0.085, 0.0098 * distance)
  for (let i = 0; i < 7; i++) {
    const a = first + i * 2.4
    const out = i === 0 ? 0 : height * random.range(0.16, 0.27)
    const bx = x + cos(a) * out
    const by = y + height * (i === 0 ? 0.82 : random.range(0.48, 0.72))
    const bz = z + sin(a) * out
    const radius = height * random.range(0.14, 0.2)
    tube(
      mesh,
      [
        [x, y + fork * 0.9, z],
        [bx, by, bz],
      ],
      { paint: bark, radius: height * 0.018, endRadius: height * 0.006, sides: 4 },
    )
    mesh.use(leaf, true)
    const count = Math.min(1500, Math.ceil((11 * radius * radius) / (card * card * 0.62)))
    for (let k = 0; k < count; k++) leafCard(mesh, random, bx, by, bz, radius, card, y + height * 0.4, height * 0.5)
  }
}

/** Vines on wires between posts. */
function vineyard(site: Site, height: Country, middle: (z: number) => number, hz: number): void {
  const { mesh, streams, season, snowy } = site
  const random = streams('vines')
  const [from, to] = random.pick(season === 'autumn' ? CROWNS.autumn : CROWNS.summer)
  const leaf = mesh.paint(leaves(from, to, { through: 0.35, snow: snowy ? 0.8 : 0 }))
  const bark = mesh.paint(barkOf(rgb('#4e3c2c'), 2))
  const post = mesh.paint(planksOf(rgb('#b0a288'), 0.3))
  const grape = mesh.paint(plain(random.pick([rgb('#3c1c3c'), rgb('#8a9a3c')]), 0.6, 0.3))
  const step = random.range(2.4, 3)
  for (let k = -13; k <= 12; k++) {
    const off = (k + 0.5) * step
    for (let z = 3.5; z < hz - 8; z += 1.15) {
      const x = middle(z) + off + (k < 0 ? -0.2 : 0.2)
      if (Math.abs(x) > z * 0.74 + 3 || (z > 40 && z % 2.3 > 1.15)) continue
      const y = height(x, z)
      tube(
        mesh,
        [
          [x, y - 0.1, z],
          [x + random.range(-0.08, 0.08), y + 0.5, z],
          [x, y + 0.95, z],
        ],
        { paint: bark, radius: 0.035, sides: 4 },
      )
      if (Math.floor(z / 1.15) % 4 === 0)
        tube(
          mesh,
          [
            [x, y - 0.2, z],
            [x, y + 1.95, z],
          ],
          { paint: post, radius: 0.06, sides: 5 },
        )
      mesh.use(leaf, true)
      const card = Math.max(0.13, 0.011 * z)
      const n = snowy ? 10 : Math.min(64, Math.ceil(3.4 / (card * card)))
      for (let i = 0; i < n; i++) leafCard(mesh, random, x, y + 1.15, z + random.range(-0.5, 0.5), 0.42, card, y + 0.6, 1.2)
      if (z > 16 || snowy) continue
      for (let g = 0; g < 2; g++) {
        const gx = x + random.range(-0.36, 0.36)
        const gz = z + random.range(-0.5, 0.5)
        for (let b = 0; b < 6; b++)
          blob(mesh, {
            x: gx + random.range(-0.04, 0.04),
            y: y + 0.86 - b * 0.036,
            z: gz + random.range(-0.04, 0.04),
            rx: 0.042,
            ry: 0.042,
            rz: 0.042,
            paint: grape,
            rings: 4,
          })
      }
    }
  }
}
