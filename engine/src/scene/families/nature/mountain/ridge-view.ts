import { smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import { fbm2, ridged2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { figure } from '../../../thing/figure.ts'
import { putThing } from '../../../thing/put.ts'
import { cloudSea } from '../ground/cloud-sea.ts'
import { ground, leaves, stoneOf } from '../paints.ts'
import { conifer } from '../plant/conifer.ts'
import { grass } from '../plant/grass.ts'
import { trees } from '../plant/tree-paints.ts'
import { birds } from '../prop/birds.ts'
import { boulder } from '../prop/boulder.ts'
import { FOREST_FLOOR, TURF } from '../season.ts'
import { openSite } from '../site.ts'
import { flying, type Room, standing, withKnolls } from '../spots.ts'
import { mountainAir } from './mountain-air.ts'

/** A hiker on a crag above a sea of cloud, ranges beyond ranges. */
export function ridgeView(brief: Brief, streams: Streams): Scene {
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, 6.4, 0], target: [0, 4.6, 100], fov: 54, shiftY: 0.04 },
    azimuth: side * 58,
  }))
  const { mesh, scene, side, season, snowy } = site
  const random = streams('land')
  const ox = random.range(0, 200)
  const oz = random.range(0, 200)
  const px = -side * random.range(250, 520)
  const tall = random.range(420, 620)
  const crag = (x: number, z: number) => {
    const dx = (x + side * 3.6) / 7.5
    const dz = (z - 17) / 6
    const knob = 1 / (1 + (dx * dx + dz * dz) * (dx * dx + dz * dz))
    return knob * 4.6 + fbm2(x * 0.16 + ox, z * 0.16, 4) * 2.4
  }
  const bare = (x: number, z: number) => {
    const edge = smooth(30, 44, z + fbm2(x * 0.06, 4.2, 2) * 16 + Math.abs(x) * 0.12)
    const near = crag(x, z) - 0.6
    if (z < 46 && edge < 1) return near - edge * 180
    const w = fbm2(x * 0.0012 + ox, z * 0.0012 + oz, 3) * 260
    const r = ridged2((x + w) * 0.00082 + ox, (z + w) * 0.00082 + oz, 7)
    const dx = (x - px) / 620
    const dz = (z - 2500) / 620
    const peak = 1 / (1 + dx * dx + dz * dz)
    return -330 + smooth(240, 1300, z) * (r * 470 + peak * tall * (0.55 + 0.6 * r)) + smooth(2600, 5200, z) * 130
  }
  const [turf, dry] = FOREST_FLOOR[season]
  const land = ground({
    rock: rgb('#6a6460'),
    grass: turf,
    dryGrass: dry,
    snowLine: snowy ? -160 : 90,
    snowBand: snowy ? 60 : 260,
    scale: 5,
    rockiness: 0.06,
  })
  const room: readonly Room[] = [
    [side * 2.6, 14, 1.2],
    [side * 5.6, 19, 1.6],
  ]
  const height = withKnolls(scene.camera, bare, room)
  terrain(mesh, scene.camera, { paint: mesh.paint(land), near: 40, far: 9000, rows: 330, columns: 320, halfWidth: 0.68, height })
  const rocky = ground({
    rock: rgb('#6e6862'),
    grass: snowy ? rgb('#e4eaf2') : turf,
    dryGrass: snowy ? rgb('#dfe6ef') : dry,
    scale: 0.7,
    bump: 1.7,
    rockiness: snowy ? 0 : 0.05,
  })
  terrain(mesh, scene.camera, { paint: mesh.paint(rocky), near: 1.6, far: 47, rows: 150, columns: 190, halfWidth: 0.8, height })
  cloudSea(site, -190, -78)
  const stones = streams('stones')
  const stone = mesh.paint(
    stoneOf({
      colour: [0.2, 0.185, 0.175],
      features: 1.8,
      covered: snowy ? 0.9 : 0.25,
      cover: snowy ? rgb('#e8edf4') : [0.08, 0.085, 0.045],
    }),
  )
  for (let i = 0; i < 46; i++) {
    const z = stones.range(5, 30)
    const x = stones.range(-0.62, 0.62) * z
    boulder(mesh, stones, {
      x,
      y: height(x, z) - 0.1,
      z,
      radius: stones.range(0.15, 1.25) * (i < 26 ? 0.5 : 1),
      paint: stone,
      rings: 12,
      flat: 0.85,
    })
  }
  for (const [x, z, radius] of [
    [-3.8, 17.2, 2.6],
    [-3.6, 17, 1.5],
    [-6.6, 18.4, 2.2],
    [-1.2, 18.6, 1.9],
    [-4.9, 14.6, 1.7],
    [-8.9, 16.4, 1.6],
    [1.6, 16.2, 1.1],
  ] as const)
    boulder(mesh, stones, { x: side * x, y: height(side * x, z) - radius * 0.35, z, radius, paint: stone, rings: 20, flat: 0.75 })
  if (!snowy) {
    const [from, to] = TURF[season]
    grass(mesh, streams('grass'), {
      tries: 7000,
      near: 3,
      far: 26,
      spread: 0.66,
      height: [0.1, 0.34],
      paints: [mesh.paint(leaves(from, to, { through: 0.2 }))],
      ground: (x, z) => (value2(x * 0.5 + 4, z * 0.5) < 0.52 ? null : height(x, z)),
    })
  }
  const { needles, bark } = trees(site)
  const pines = streams('pines')
  if (brief.allows('trees'))
    for (const [x, z, tall2] of [
      [10.5, 21, 9],
      [13.6, 25, 12],
      [8.6, 24, 4],
      [17, 29, 10],
    ] as const)
      conifer(
        mesh,
        pines,
        { x: side * x, y: height(side * x, z) - 0.3, z, height: tall2 * pines.range(0.85, 1.15), distance: z },
        needles[0]!,
        bark,
      )
  if (brief.allows('people') && !brief.hasSomebody) {
    const x = -side * 3.6
    const cloak = streams('cloak')
    const coat = brief.accent ?? rgb(cloak.pick(COATS))
    // seen from behind, looking out; larger than life, as everything is that would be too small to be recognised
    putThing(mesh, figure('hiker', cloak, coat), { x, y: height(x, 17) + 0.2, z: 17, yaw: side * cloak.range(-0.2, 0.7), scale: 1.75 })
  }
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 8,
      x: side * 26,
      y: 34,
      z: 150,
      spread: 18,
      size: 1.7,
      paint: mesh.paint(plain([0.02, 0.02, 0.025])),
    })
  mountainAir(site, { cover: 0.4, density: 0.0016 })
  Object.assign(scene.fog, { base: -190, thinning: 70 })
  standing(scene, height, room)
  flying(scene, [
    [side * 3, 8.6, 15, 3],
    [side * 14, 12, 60, 6],
    [side * 40, 20, 150, 14],
  ])
  return scene
}

const COATS = ['#c8342c', '#e08a1c', '#2c6cc0', '#d8b020']
