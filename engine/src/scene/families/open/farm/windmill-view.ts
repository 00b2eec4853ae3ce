import { PI, sin, smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import type { Streams } from '../../../streams.ts'
import { times } from '../../../vector.ts'
import { ground, leaves } from '../../nature/paints.ts'
import { flower, grass } from '../../nature/plant/grass.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { flying, standing } from '../../nature/spots.ts'
import { cottage, windmill } from '../prop/farmyard.ts'
import { type Country, copses, country, countryAir, pasture, patchwork } from './country.ts'
import { lane } from './path.ts'

const CROPS = [
  { name: 'wheat', from: '#9a7a34', to: '#d8b460', tall: [0.55, 1] },
  { name: 'barley', from: '#8a8a44', to: '#c8bc70', tall: [0.45, 0.8] },
  { name: 'flax', from: '#3c5a3c', to: '#6c8a5c', tall: [0.3, 0.6] },
  { name: 'lavender', from: '#5c4a8c', to: '#9c7cc8', tall: [0.35, 0.55] },
] as const
const CAPS = [rgb('#5a4634'), rgb('#7c3a28'), rgb('#3c4448'), rgb('#4c5a44')]

/** A mill over a field of corn, a path through it. */
export function windmillView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(1.7, 3)
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, eye, 0], target: [0, eye + 2.6, 100], fov: layout.range(46, 56), shiftY: 0.12 },
    azimuth: side * (brief.mood.time === 'day' ? layout.range(60, 110) : layout.range(22, 60)),
  }))
  const { mesh, scene, side, snowy } = site
  const mx = -side * layout.range(5, 14)
  const mz = layout.range(56, 76)
  const height = country(site, layout.range(40, 120), (x, z) => smooth(26, 8, Math.abs(x - mx)) * smooth(22, 6, Math.abs(z - mz)))
  pasture(site, height)
  patchwork(site, height, 130)
  const bend = layout.range(0, 6)
  const way = (z: number) => side * (0.9 + 1.5 * sin(z * 0.07 + bend) * smooth(2, 20, z)) + (mx * 0.7 - side) * smooth(8, mz, z)
  const earth = ground({ rock: rgb('#8a7254'), grass: rgb('#80694c'), dryGrass: rgb('#9a8260'), scale: 0.5, bump: 1, rockiness: -0.3 })
  if (!snowy) lane(site, mesh.paint(earth), way, 0.75, 1.4, mz - 4, height)
  const cap = brief.accent ?? layout.pick(CAPS)
  const wall = layout.pick(['plaster', 'brick', 'timber', 'plaster'] as const)
  const y = height(mx, mz)
  windmill(site, mx, y, mz, layout.range(15, 19), -mx / mz + side * layout.range(-0.1, 0.5), layout.range(0.1, PI / 2), cap, wall)
  const more = layout.chance(0.45) ? 1 + Math.floor(layout.range(0, 2)) : 0
  for (let i = 0; i < more; i++) {
    const z = 130 + i * 90
    const x = side * z * layout.range(0.12, 0.34)
    windmill(site, x, height(x, z), z, 16, -x / z, layout.range(0, 1.5), cap, wall)
  }
  if (layout.chance(0.5))
    cottage(site, mx - side * 15, height(mx - side * 15, mz + 6), mz + 6, side * 0.3, { wall: 'plaster', roof: rgb('#7c5a3a'), size: 0.9 })
  scene.lampBox = [
    [mx - 30, -2, mz - 26],
    [mx + 30, 22, mz + 20],
  ]
  if (!snowy) corn(site, height, way, mx, mz)
  copses(site, height, 70, 84, 420, (x, z) => Math.abs(x - mx * (z / mz)) > 14)
  countryAir(site)
  standing(scene, height, [
    [way(11), 11, 0.9],
    [way(18), 18, 1.1],
    [mx + side * 7, mz - 9, 3],
  ])
  flying(scene, [[side * 9, eye + 9, 40, 4]])
  return scene
}

/** The crop, thick near the eye, with poppies and cornflowers in it. */
function corn({ mesh, streams, brief }: Site, height: Country, way: (z: number) => number, mx: number, mz: number): void {
  const random = streams('corn')
  const crop = random.pick(CROPS)
  const a = rgb(crop.from)
  const b = rgb(crop.to)
  const paints = [
    mesh.paint(leaves(a, b, { through: 0.35 })),
    mesh.paint(leaves(times(a, 1.15), times(b, 1.12), { through: 0.35 })),
    mesh.paint(leaves(times(a, 0.85), b, { through: 0.35 })),
  ]
  const free = (x: number, z: number) =>
    Math.abs(x - way(z)) > 0.95 + 0.2 * value2(z * 0.8, x > way(z) ? 3 : 8) && Math.abs(x - mx) + Math.abs(z - mz) * 0.6 > 9
  grass(mesh, streams('stalks'), {
    tries: brief.density === 'sparse' ? 22000 : 34000,
    near: 1.8,
    far: 92,
    spread: 0.66,
    height: crop.tall,
    paints,
    ground: (x, z) => (free(x, z) ? height(x, z) : null),
  })
  if (!brief.allows('flowers')) return
  const petals = (brief.accent ? [brief.accent] : [rgb('#c8281c'), rgb('#3c5cc8'), rgb('#e8e4d8')]).map((c) =>
    mesh.paint(leaves(c, times(c, 1.25), { through: 0.3 })),
  )
  const kind = random.next()
  const count = crop.name === 'lavender' ? 60 : random.range(120, 620)
  for (let i = 0; i < count; i++) {
    const q = random.next()
    const z = 2.6 + 44 * q * q
    const x = random.range(-0.62, 0.62) * z
    if (!free(x, z) || value2(x * 0.2 + 11, z * 0.2) < 0.45) continue
    const petal = petals[Math.min(petals.length - 1, Math.floor((kind < 0.5 ? 0 : random.next()) * petals.length))]!
    flower(mesh, random, x, height(x, z), z, random.range(0.5, 0.95), random.range(0.04, 0.07) * (1 + z * 0.03), petal, paints[0]!)
  }
}
