import { PI, sin, smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import type { Scene } from '../../../scene.ts'
import type { Streams } from '../../../streams.ts'
import { ground, leaves, planksOf } from '../../nature/paints.ts'
import { broadleaf } from '../../nature/plant/broadleaf.ts'
import { meadow } from '../../nature/plant/meadow.ts'
import { trees } from '../../nature/plant/tree-paints.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { flying, type Room, standing, withKnolls } from '../../nature/spots.ts'
import { bale, barn, cottage, fence, silo } from '../prop/farmyard.ts'
import { type Country, copses, country, countryAir, pasture, patchwork } from './country.ts'
import { lane } from './path.ts'

const BARNS = [rgb('#8c2a1e'), rgb('#7c3424'), rgb('#6a6058'), rgb('#9a9488'), rgb('#2c5a4c')]

/** A barn at the end of a lane, fields behind it. */
export function barnView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(2.4, 5.4)
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [0, eye, 0],
      target: [side * layout.range(-8, 8), eye + 1.4, 100],
      fov: layout.range(42, 60),
      shiftY: layout.range(0.02, 0.16),
    },
    // from beside the eye or behind it, so that what faces the eye is lit
    azimuth: side * (brief.mood.time === 'day' ? layout.range(70, 120) : layout.range(82, 118)),
  }))
  const { mesh, scene, side, snowy } = site
  const bx = -side * layout.range(-4, 9)
  const bz = layout.range(38, 64)
  const bare = country(site, layout.range(60, 130), (x, z) => smooth(40, 22, Math.abs(x - bx)) * smooth(30, 14, Math.abs(z - bz)))
  const bend = layout.range(0, 6)
  const way = (z: number) => side * (1.6 + 2.4 * sin(z * 0.05 + bend) * smooth(2, 26, z)) + (bx * 0.45 - side * 1.6) * smooth(12, bz - 8, z)
  const room: readonly Room[] = [
    [way(24) - side * 5, 24, 2.4],
    [way(30) + side * 7, 32, 3],
  ]
  const height = withKnolls(scene.camera, bare, room)
  pasture(site, height)
  patchwork(site, height, layout.range(120, 150))
  const earth = ground({ rock: rgb('#8a7458'), grass: rgb('#7c6a50'), dryGrass: rgb('#96805e'), scale: 0.6, bump: 1, rockiness: -0.3 })
  if (!snowy) lane(site, mesh.paint(earth), way, 1.6, 1.6, bz - 6, height)
  const colour = brief.accent ?? layout.pick(BARNS)
  const y = height(bx, bz)
  const turn = side > 0 ? layout.range(0.45, 0.95) : PI - layout.range(0.45, 0.95)
  scene.lampBox = [
    [bx - 34, -3, 24],
    [bx + 34, 16, bz + 26],
  ]
  barn(site, bx, y, bz, turn, colour, layout.range(0.9, 1.15))
  const silos = Math.floor(layout.range(0, 2.99))
  for (let i = 0; i < silos; i++) {
    const sx = bx + side * (11 + i * 6)
    silo(site, sx, height(sx, bz + 9), bz + 9, layout.range(11, 16), layout.range(2.2, 2.8))
  }
  if (layout.chance(0.6))
    cottage(site, bx + side * 30, height(bx + side * 30, bz + 22), bz + 22, side > 0 ? 0.2 : -0.2, {
      wall: layout.pick(['plaster', 'stone'] as const),
      roof: rgb('#6a4a34'),
      size: 1,
    })
  yard(site, height, way, bx, bz)
  meadow(site, height, { near: 3, far: 44, spread: 0.62, tries: snowy ? 0 : 9000, flowers: snowy ? 0 : layout.range(100, 500) })
  countryAir(site)
  standing(scene, height, room)
  flying(scene, [[side * 14, eye + 13, 60, 6]])
  return scene
}

function yard(site: Site, height: Country, way: (z: number) => number, bx: number, bz: number): void {
  const { mesh, streams, side, brief, snowy } = site
  const random = streams('yard')
  const wood = mesh.paint(planksOf(rgb(random.pick(['#8a7c68', '#6a5844', '#b8b0a0'])), 0.4))
  for (const hand of [-1, 1]) {
    const path: [number, number][] = []
    const wide = random.range(2.8, 4.4)
    for (let z = 8; z < bz - 9; z += 2.7) path.push([way(z) + hand * wide, z])
    fence(mesh, random, height, path, wood)
  }
  const skin = mesh.paint(leaves(rgb('#a08444'), rgb('#c8a860'), { through: 0.05 }))
  const end = mesh.paint(planksOf(rgb('#a88c50'), 0.12))
  const bales = snowy ? 0 : Math.floor(random.range(0, 9))
  for (let i = 0; i < bales; i++) {
    const z = random.range(17, 46)
    const x = way(z) + side * (i % 3 === 0 ? -1 : 1) * random.range(6, 18)
    if (Math.abs(x - bx) < 13 && z > bz - 14) continue
    bale(mesh, x, height(x, z), z, random.range(0.75, 0.95), random.range(-0.8, 0.8), skin, end)
  }
  if (brief.allows('trees')) {
    const { crowns, bark } = trees(site)
    for (const [x, z, tall] of [
      [bx - side * 14, bz + 6, 12],
      [bx + side * 19, bz + 12, 14],
      [side * 12, 24, 11],
      [-side * 15, 22, 9],
    ] as const)
      if (random.chance(0.75))
        broadleaf(
          mesh,
          random,
          { x: x + random.range(-2, 2), y: height(x, z) - 0.2, z, height: tall * random.range(0.85, 1.2), distance: z },
          random.pick(crowns),
          bark,
          { spread: 1.2 },
        )
  }
  copses(site, height, 90, 76, 420, (x, z) => Math.abs(x - bx * (z / bz)) > 12)
}
