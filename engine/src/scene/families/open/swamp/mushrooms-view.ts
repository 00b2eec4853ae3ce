import { sin, smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { emitter, plain } from '../../../material/paints.ts'
import { value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import type { Streams } from '../../../streams.ts'
import { type Rgb, times } from '../../../vector.ts'
import { barkOf, leaves } from '../../nature/paints.ts'
import { fern } from '../../nature/plant/frond.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { floating, flying } from '../../nature/spots.ts'
import { deadTree } from '../prop/dead-tree.ts'
import { giantMushroom } from '../prop/giant-mushroom.ts'
import { type Bog, bog, farWood, lilies, reeds, swampAir } from './bog.ts'

/** Cap by day, and the light of its gills by night. */
const CAPS: readonly (readonly [Rgb, Rgb])[] = [
  [rgb('#b03a28'), rgb('#ffb060')],
  [rgb('#4c5cb0'), rgb('#50c8ff')],
  [rgb('#7c3c9c'), rgb('#d878ff')],
  [rgb('#2c8c84'), rgb('#58ffc8')],
  [rgb('#c08830'), rgb('#ffd050')],
  [rgb('#b85478'), rgb('#ff7cae')],
]
const FORMS = ['bell', 'dome', 'plate', 'dome'] as const

/** Mushrooms as tall as trees round a pool; they glow in the dark. */
export function mushroomsView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.chance(0.3) ? layout.range(3.4, 5) : layout.range(1.3, 2.6)
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, eye, 0], target: [layout.range(-4, 4), eye + (eye > 3 ? 0.8 : 2.8), 40], fov: layout.range(48, 62), shiftY: 0.12 },
    azimuth: side * (layout.chance(0.45) ? layout.range(70, 135) : layout.range(16, 46)),
  }))
  const { mesh, scene, side, snowy } = site
  const bend = layout.range(0, 6)
  const pool = layout.range(2.4, 4.6)
  const way = (z: number) => side * (1.6 * sin(z * 0.09 + bend) + 0.8)
  const height = bog(
    site,
    (x, z) =>
      0.5 +
      0.6 * smooth(pool, pool + 3.4, Math.abs(x - way(z)) + Math.max(0, z - 24) * 0.3) * (0.8 + 0.5 * value2(x * 0.2, z * 0.2)) -
      0.55 * smooth(pool + 2, pool, Math.abs(x - way(z))) * smooth(40, 28, z),
    [
      [way(14) - side * (pool + 1.2), 14, 1.2],
      [way(18) + side * (pool + 1.6), 18, 1.5],
    ],
  )
  fungi(site, height, way)
  const random = streams('growth')
  const bark = mesh.paint(barkOf(rgb('#4a4038'), 1.8, rgb('#3c4a1e'), 0.7))
  for (let i = 0; i < 9 && brief.allows('trees'); i++) {
    const z = random.range(22, 58)
    const x = random.range(-0.6, 0.6) * z
    if (Math.abs(x - way(z)) < 5) continue
    deadTree(mesh, random, { x, y: height(x, z) - 0.2, z, height: random.range(8, 15), paint: bark, forks: 2 })
  }
  if (!snowy) {
    const green = [leaves(rgb('#2a4430'), rgb('#4e7444'), { through: 0.3 }), leaves(rgb('#22402e'), rgb('#456a4c'), { through: 0.3 })].map(
      (s) => mesh.paint(s),
    )
    for (let i = 0; i < 170; i++) {
      const z = random.range(3.4, 34)
      const x = random.range(-0.64, 0.64) * (z + 1)
      if (height(x, z) < 0.12) continue
      fern(mesh, random, x, height(x, z), z, random.range(0.4, 1), random.pick(green), z)
    }
  }
  reeds(site, height, 2600, [0.3, 0.9])
  lilies(site, height, 90)
  farWood(site, height, 56, 300)
  swampAir(site, [0.92, 1, 1.04])
  floating(scene, [[way(13), 13, 1.3]])
  flying(scene, [
    [side * 0.6, eye + 3.4, 15, 1.3],
    [-side * 4, eye + 5, 26, 2],
  ])
  return scene
}

function fungi(site: Site, height: Bog, way: (z: number) => number): void {
  const { mesh, scene, streams, side, dim, brief } = site
  const random = streams('fungi')
  const kinds = [random.pick(CAPS), random.pick(CAPS), random.pick(CAPS)].map(([cap, light], i) => {
    const tint = i === 0 ? (brief.accent ?? cap) : cap
    const glow = i === 0 && brief.accent ? times(brief.accent, 1.4) : light
    return {
      light: glow,
      cap: mesh.paint(leaves(times(tint, dim ? 1 : 0.75), times(tint, dim ? 1.5 : 1), { through: 0.3 })),
      gills: mesh.paint(dim ? emitter(glow, 0.32) : leaves(rgb('#c8b494'), rgb('#e8dcc4'), { through: 0.4 })),
      stem: mesh.paint(barkOf(rgb('#c8bca0'), 2.4)),
      dots: mesh.paint(dim ? emitter(glow, 0.7) : plain([0.8, 0.76, 0.68])),
      form: random.pick(FORMS),
      dotted: random.chance(0.6),
    }
  })
  scene.lampBox = [
    [-26, -2, 2],
    [26, 20, 58],
  ]
  const count = brief.density === 'sparse' ? 14 : brief.density === 'dense' ? 40 : 26
  const hero = { x: way(19) - side * random.range(3.6, 5.4), z: random.range(17, 22), height: random.range(9, 12.5) }
  const taken: [number, number, number][] = []
  for (let i = 0, n = 0; i < 500 && n < count; i++) {
    const first = n === 0
    const z = first ? hero.z : n < 4 ? 7 + n * 3.4 : random.range(11, 56)
    const x = first ? hero.x : n < 4 ? way(z) + side * (n % 2 ? 1 : -1) * random.range(4.4, 6) : random.range(-0.58, 0.58) * z
    const tall = first
      ? hero.height
      : (n < 4 ? random.range(1.6, 3.4) : random.range(2.4, 10)) * (z > 14 && Math.abs(x - hero.x) < 6 ? 0.6 : 1)
    if (
      !first &&
      (Math.abs(x - way(z)) < 2.6 || taken.some(([a, b, r]) => (a - x) * (a - x) + (b - z) * (b - z) < (r + tall * 0.3) * (r + tall * 0.3)))
    )
      continue
    taken.push([x, z, tall * 0.34])
    n++
    const kind = first ? kinds[0]! : random.pick(kinds)
    const y = height(x, z) - 0.1
    const [cx, cy, cz] = giantMushroom(mesh, random, {
      x,
      y,
      z,
      height: tall,
      form: first ? random.pick(['dome', 'bell', 'plate'] as const) : kind.form,
      cap: kind.cap,
      gills: kind.gills,
      stem: kind.stem,
      dots: kind.dotted ? kind.dots : null,
      fine: z < 30,
    })
    if (!dim) continue
    const k = 0.5
    scene.lamps.push({ x: cx, y: cy - 0.4, z: cz - 0.3, colour: times(kind.light, k), range: 3 + tall * 0.9 })
    scene.glows.push({ x: cx, y: cy - tall * 0.05, z: cz - tall * 0.2, colour: kind.light, intensity: 0.1, size: tall * 0.3 })
  }
  for (let i = 0; i < 60 && dim; i++) {
    const z = random.range(6, 34)
    scene.glows.push({
      x: random.range(-0.5, 0.5) * z,
      y: random.range(0.4, 6),
      z,
      colour: random.pick(kinds).light,
      intensity: random.range(0.3, 1),
      size: 0.035,
    })
  }
}
