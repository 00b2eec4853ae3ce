import { atan2, smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { MATERIAL } from '../../../material/material-id.ts'
import { fbm2, gradient2, ridged2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { lakeSurface } from '../ground/lake-surface.ts'
import { ground, lakeOf, stoneOf } from '../paints.ts'
import { conifer } from '../plant/conifer.ts'
import { trees } from '../plant/tree-paints.ts'
import { boulder } from '../prop/boulder.ts'
import { openSite, type Site } from '../site.ts'
import { floating, flying, type Room, standing, withKnolls } from '../spots.ts'
import { mountainAir } from './mountain-air.ts'

type Land = (x: number, z: number) => number
type Cone = { readonly x: number; readonly z: number; readonly height: number; readonly radius: number }

/** A volcano that sleeps under a cap of snow, mirrored in a lake. */
export function volcanoView(brief: Brief, streams: Streams): Scene {
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, 5.4, 0], target: [0, 5.4, 100], fov: 56, shiftY: 0.1 },
    azimuth: side * 84,
  }))
  const { mesh, scene, side, dim, snowy } = site
  const random = streams('land')
  const ox = random.range(0, 200)
  const oz = random.range(0, 200)
  const cone: Cone = {
    x: -side * random.range(60, 190),
    z: random.range(1500, 1700),
    height: random.range(560, 660),
    radius: random.range(1050, 1200),
  }
  const bare: Land = (x, z) => {
    const near = smooth(22, 9, z + x * side * 0.4 + gradient2(x * 0.1, 2.2) * 6) * 3.8
    const small = 1.2 * fbm2(x * 0.06 + ox, z * 0.06, 3) - 3
    if (z < 110) return near + small
    const w = fbm2(x * 0.0014 + ox, z * 0.0014 + oz, 3)
    const land = smooth(430, 640, z + w * 160) * 12 + smooth(600, 1500, z) * 60 * ridged2(x * 0.0016 + ox, z * 0.0016 + oz, 5)
    const far = smooth(2100, 3300, z + w * 200) * 420 * ridged2(x * 0.0007 + ox, z * 0.0007 + oz, 6)
    const dx = x - cone.x
    const dz = z - cone.z
    const d = Math.sqrt(dx * dx + dz * dz) / cone.radius
    if (d > 1) return small + land + far
    const a = atan2(dx, dz)
    const gully = ridged2(a * 2.6 + ox, d * 1.4 + oz, 4)
    const body = (1 - d) * (1 - d) * (0.72 + 0.28 * (1 - d))
    const crater = smooth(0.075, 0.03, d + 0.012 * (value2(a * 3, 5) - 0.5)) * 0.13
    return (
      small +
      land * smooth(0.3, 1, d) +
      far * smooth(0.6, 1, d) +
      cone.height * (body - crater) -
      gully * 46 * smooth(0.06, 0.3, d) * (1 - d)
    )
  }
  const rock = ground({
    rock: rgb('#4c4644'),
    grass: rgb(snowy ? '#e4eaf2' : '#3f4a2c'),
    dryGrass: rgb(snowy ? '#dfe6ef' : '#5a5236'),
    snowLine: snowy ? 30 : cone.height * random.range(0.42, 0.6),
    snowBand: 110,
    shore: 0.3,
    shoreBand: 1.4,
    scale: 5,
    rockiness: 0.04,
  })
  const room: readonly Room[] = [
    [side * 1.6, 14.5, 1.5],
    [-side * 3.4, 15.5, 1.5],
  ]
  const height = withKnolls(scene.camera, bare, room)
  terrain(mesh, scene.camera, { paint: mesh.paint(rock), near: 2, far: 5600, rows: 310, columns: 300, halfWidth: 0.7, height })
  const light = dim ? 0.3 : 1
  const water = lakeOf({
    deep: [0.006 * light, 0.018 * light, 0.024 * light],
    waves: 0.32,
    bed: [0.03 * light, 0.03 * light, 0.028 * light],
    lostAt: 2,
  })
  lakeSurface(mesh, scene.camera, mesh.paint(water), 1600, height)
  scene.mirror = { height: 0, material: MATERIAL.lake, resolution: 400 }
  foreground(site, height)
  mountainAir(site, { cover: 0.42, density: 0.0003 })
  standing(scene, height, room)
  floating(scene, [
    [side * 6, 34, 3],
    [side * 18, 76, 8],
  ])
  flying(scene, [[side * 18, 20, 76, 8]])
  return scene
}

function foreground(site: Site, height: Land): void {
  const { mesh, streams, side, brief, snowy } = site
  const random = streams('stones')
  const basalt = mesh.paint(
    stoneOf({
      colour: [0.075, 0.07, 0.07],
      features: 2,
      covered: snowy ? 0.9 : 0.12,
      cover: snowy ? rgb('#e8edf4') : [0.09, 0.08, 0.05],
      wet: [0.6, 0],
    }),
  )
  for (let i = 0; i < 80; i++) {
    const z = random.range(6, 52)
    const x = random.range(-0.6, 0.6) * z
    const radius = random.range(0.25, 1.5) * (i < 44 ? 0.5 : 1)
    const y = height(x, z)
    if (y < -1.4 || y > 2.6) continue
    boulder(mesh, random, { x, y, z, radius, paint: basalt, rings: z < 22 ? 14 : 9, flat: 0.8 })
  }
  if (!brief.allows('trees')) return
  const { needles, bark } = trees(site)
  for (const [across, z, tall] of [
    [-10.6, 20, 12],
    [-14, 25, 16],
    [-17.5, 29, 13],
  ] as const) {
    const x = side * across
    const y = height(x, z)
    if (y > -0.2) conifer(mesh, random, { x, y: y - 0.2, z, height: tall, distance: z }, needles[2]!, bark, 0.8)
  }
  let planted = 0
  for (let i = 0; i < 5000 && planted < 900; i++) {
    const z = 460 + 900 * random.next()
    const x = random.range(-0.62, 0.62) * z
    const tall = random.range(9, 16)
    const y = height(x, z)
    if (y < 1.5 || y > 120 || value2(x * 0.01 + 5, z * 0.01) < 0.45) continue
    planted++
    conifer(mesh, random, { x, y: y - 0.5, z, height: tall, distance: z }, needles[2]!, bark)
  }
}
