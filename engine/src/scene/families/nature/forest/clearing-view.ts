import { sin, smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { fbm2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { ground, snowOf, stoneOf } from '../paints.ts'
import { drifts } from '../plant/blossoms.ts'
import { boulder } from '../prop/boulder.ts'
import { FOREST_FLOOR } from '../season.ts'
import { openSite, type Site } from '../site.ts'
import { flying, inSight, standing } from '../spots.ts'
import { wood } from './canopy.ts'
import { undergrowth } from './floor.ts'
import { forestAir } from './forest-air.ts'
import { WAYSIDES, wayside } from './wayside.ts'

/** A path through tall trees into a sunlit clearing. */
export function clearingView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(1.4, 3)
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [0, eye, 0],
      target: [layout.range(-2.4, 2.4), eye + 0.55 - (eye - 1.4) * 0.7, 30],
      fov: layout.range(50, 62),
      shiftY: layout.range(0.06, 0.14),
    },
    azimuth: layout.pick([-1, 1, 1] as const) * side * layout.range(12, 66),
  }))
  const { mesh, scene, side, season, snowy } = site
  const random = streams('land')
  const ox = random.range(0, 99)
  const bend = random.range(0, 6)
  const sway = random.range(0.4, 2.6)
  const wind = random.range(0.07, 0.15)
  const path = (z: number) => side * (sway * sin(z * wind + bend) * smooth(0, 16, z) + z * 0.03)
  const roll = random.range(0.7, 2.6)
  const off = (x: number, z: number) => Math.abs(x - path(z))
  const height = (x: number, z: number) =>
    fbm2(x * 0.06 + ox, z * 0.06, 3) * roll +
    fbm2(x * 0.4, z * 0.4, 2) * 0.16 -
    0.16 * smooth(1.5, 0.5, off(x, z)) +
    smooth(2, 12, off(x, z)) * 0.9
  const [grass, dry] = FOREST_FLOOR[season]
  const soil = ground({
    rock: rgb('#5a4a3a'),
    grass,
    dryGrass: season === 'autumn' ? rgb('#7a4a22') : dry,
    scale: 0.8,
    bump: 1.2,
    rockiness: -0.3,
  })
  const lane = ground({ rock: rgb('#6a5540'), grass: rgb('#5c4a36'), dryGrass: rgb('#74604a'), scale: 0.5, bump: 1.2, rockiness: -0.3 })
  const cover = snowy ? mesh.paint(snowOf()) : mesh.paint(soil)
  terrain(mesh, scene.camera, { paint: cover, near: 1.2, far: 320, rows: 160, columns: 160, halfWidth: 0.8, height })
  if (!snowy) strip(site, mesh.paint(lane), path, height)
  const free = (x: number, z: number, margin = 1.25) => off(x, z) > margin + (z > 44 && z < 62 ? 7 : 0)
  wood(site, height, free)
  undergrowth(site, height, (x, z) => free(x, z, 1.05))
  details(site, height, free)
  wayside(site, height, path, brief.wants('neon') ? 'toadstools' : streams('wayside').pick(WAYSIDES))
  if (brief.wants('flowers') && !snowy)
    drifts(site, { near: 2.8, far: 30, spread: 0.62, count: 4200, ground: (x, z) => (free(x, z, 0.95) ? height(x, z) : null) })
  forestAir(site)
  const near = inSight(scene.camera, height(path(9), 9), path, 9)
  standing(scene, height, [
    [path(near), near, 1],
    [path(near + 4.5), near + 4.5, 1.2],
    [path(near + 14), near + 14, 1.5],
    [path(52), 52, 4],
  ])
  flying(scene, [[path(16), 4.2, 16, 1]])
  return scene
}

/** The trodden middle of the path. */
function strip(
  { mesh }: Site,
  paint: Parameters<Site['mesh']['use']>[0],
  path: (z: number) => number,
  height: (x: number, z: number) => number,
): void {
  const base = mesh.vertexCount()
  const rows = 150
  for (let j = 0; j <= rows; j++) {
    const z = 1.2 + 60 * (j / rows) * (j / rows)
    for (let i = 0; i <= 8; i++) {
      const wide = 0.62 + 0.25 * value2(z * 0.7, i > 4 ? 3 : 8)
      const x = path(z) + ((i / 8) * 2 - 1) * wide
      const rim = Math.abs(i - 4) === 4 ? -0.05 : 0.018
      mesh.vertex(x, height(x, z) + rim, z, x, z, 0, 1, 0)
    }
  }
  mesh.use(paint, true)
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < 8; i++) {
      const a = base + j * 9 + i
      mesh.quad(a, a + 1, a + 10, a + 9)
    }
  mesh.smoothGrid(base, 9, rows + 1)
}

/** Mossy stones; by night fireflies. */
function details(site: Site, height: (x: number, z: number) => number, free: (x: number, z: number, margin: number) => boolean): void {
  const { mesh, scene, streams, dim, snowy } = site
  const random = streams('details')
  const stone = mesh.paint(
    stoneOf({ colour: [0.16, 0.155, 0.145], features: 2.4, covered: 0.85, cover: snowy ? rgb('#e8edf4') : rgb('#3c4a1e') }),
  )
  for (let i = 0; i < 30; i++) {
    const z = random.range(3.5, 36)
    const x = random.range(-0.6, 0.6) * z
    const radius = random.range(0.14, 0.7)
    if (!free(x, z, 1.1 + radius)) continue
    boulder(mesh, random, { x, y: height(x, z) - 0.05, z, radius, paint: stone, rings: 12 })
  }
  if (!dim) return
  scene.lampBox = [
    [-9, -2, 1],
    [9, 5, 19],
  ]
  for (let i = 0; i < 46; i++)
    scene.glows.push({
      x: random.range(-7, 7),
      y: random.range(0.4, 3.2),
      z: random.range(4, 26),
      colour: [0.8, 0.9, 0.3],
      intensity: random.range(0.3, 1.1),
      size: 0.035,
    })
}
