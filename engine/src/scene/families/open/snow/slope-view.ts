import { sin, smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { fbm2, gradient2, ridged2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { winterAir } from '../../nature/cabin/winter-air.ts'
import { ground, snowOf, stoneOf } from '../../nature/paints.ts'
import { conifer } from '../../nature/plant/conifer.ts'
import { trees } from '../../nature/plant/tree-paints.ts'
import { boulder } from '../../nature/prop/boulder.ts'
import { logCabin, smoke } from '../../nature/prop/log-cabin.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { flying, type Room, standing, withKnolls } from '../../nature/spots.ts'

type Land = (x: number, z: number) => number

/** A slope of deep snow and laden firs over a valley, high peaks across it. */
export function slopeView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(4, 5.4)
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, eye, 0], target: [0, eye + 0.5, 100], fov: layout.range(50, 58), shiftY: 0.1, roll: 0 },
    azimuth: side * (brief.mood.time === 'day' ? layout.range(70, 112) : layout.range(44, 70)),
  }))
  const { mesh, scene, side } = site
  const random = streams('land')
  const ox = random.range(0, 150)
  const oz = random.range(0, 150)
  const fall = random.range(0.1, 0.2)
  const cross = side * random.range(0.1, 0.26)
  const px = side * random.range(80, 520)
  const tall = random.range(560, 820)
  const bare: Land = (x, z) => {
    const slope =
      -z * fall * smooth(0, 60, z) -
      x * cross * smooth(0, 20, z + 10) +
      fbm2(x * 0.03 + ox, z * 0.03, 4) * 3.2 * smooth(4, 30, z) +
      gradient2(x * 0.16, z * 0.16) * 0.25
    if (z < 240) return slope
    const valley = -240 * fall - x * cross * smooth(700, 260, z) - smooth(240, 700, z) * 60
    const w = fbm2(x * 0.0012 + ox, z * 0.0012 + oz, 3) * 260
    const far = smooth(900, 2300, z + w * 0.4)
    const r = ridged2((x + w) * 0.0008 + ox, (z + w) * 0.0008 + oz, 7)
    const dx = (x - px) / 560
    const dz = (z - 2500) / 560
    const peak = 1 / (1 + dx * dx + dz * dz)
    const blend = smooth(240, 420, z)
    return (
      slope * (1 - blend) + blend * (valley + fbm2(x * 0.006 + ox, z * 0.006, 4) * 34) + far * (r * 420 + peak * tall * (0.6 + 0.6 * r))
    )
  }
  const bend = random.range(0, 6)
  const way = (z: number) => side * (2.4 * sin(z * 0.06 + bend) * smooth(3, 20, z) - 1)
  const room: readonly Room[] = [
    [way(14) + side, 14, 1.7],
    [way(26) - side, 26, 2.4],
  ]
  const height = withKnolls(scene.camera, bare, room)
  terrain(mesh, scene.camera, { paint: mesh.paint(snowOf()), near: 1.8, far: 300, rows: 220, columns: 230, halfWidth: 0.74, height })
  const mountains = ground({
    rock: rgb('#5e5c62'),
    grass: rgb('#d8e0ea'),
    dryGrass: rgb('#e6ecf4'),
    snowLine: -400,
    snowBand: 60,
    scale: 5,
    rockiness: 0.05,
  })
  terrain(mesh, scene.camera, {
    paint: mesh.paint(mountains),
    near: 280,
    far: 5200,
    rows: 190,
    columns: 280,
    halfWidth: 0.72,
    height: (x, z) => height(x, z) - 0.5,
  })
  firs(site, height, way)
  const cabinZ = layout.range(44, 64)
  const cabinX = way(cabinZ) - side * layout.range(8, 13)
  if (layout.chance(0.7)) {
    scene.lampBox = [
      [cabinX - 24, -30, cabinZ - 30],
      [cabinX + 24, 14, cabinZ + 14],
    ]
    const { chimney } = logCabin(site, { x: cabinX, y: height(cabinX, cabinZ) - 0.3, z: cabinZ, turn: side * 0.4, snowy: true })
    smoke(site, chimney, side)
  }
  const stones = streams('stones')
  const rock = mesh.paint(stoneOf({ colour: [0.13, 0.13, 0.14], features: 1.6, cover: rgb('#e8edf4'), covered: 1 }))
  for (let i = 0; i < 16; i++) {
    const z = stones.range(8, 70)
    const x = stones.range(-0.6, 0.6) * z
    const radius = stones.range(0.4, 1.5)
    if (Math.abs(x - way(z)) < 3.4) continue
    boulder(mesh, stones, { x, y: height(x, z) + radius * 0.1, z, radius, paint: rock, rings: 14 })
  }
  winterAir(site, { centre: [0, 4, 66], radius: 96 })
  Object.assign(scene.fog, { far: 3000, density: scene.fog.density * 0.25, haze: scene.fog.haze * 0.3, thinning: 34 })
  standing(scene, height, room)
  flying(scene, [[side * 12, eye + 9, 55, 5]])
  return scene
}

/** Firs that thin out towards the way down. */
function firs(site: Site, height: Land, way: (z: number) => number): void {
  const { mesh, streams, side, brief } = site
  if (!brief.allows('trees')) return
  const random = streams('firs')
  const { needles, bark } = trees(site, 1)
  const limit = brief.density === 'sparse' ? 180 : brief.density === 'dense' ? 620 : Math.floor(random.range(240, 430))
  let planted = 0
  for (let i = 0; i < 7000 && planted < limit; i++) {
    const z = 15 + 560 * random.next() * random.next()
    const x = random.range(-0.64, 0.64) * z
    const tall = random.range(6, 15)
    const leaf = random.pick(needles)
    if (Math.abs(x - way(z)) < 5 + z * 0.07 || value2(x * 0.03 + 3, z * 0.03) < 0.36) continue
    planted++
    conifer(mesh, random, { x, y: height(x, z) - 0.3, z, height: tall, distance: z < 24 ? z : z * 1.3 }, leaf, bark)
  }
  const frame = streams('frame')
  for (const [across, z, tall] of [
    [-7, 13, 11],
    [-9.6, 17, 14],
    [-12.4, 21, 16],
    [9.4, 18, 8],
    [12.6, 23, 13],
  ] as const) {
    const x = side * across * frame.range(0.95, 1.1)
    if (frame.chance(0.82))
      conifer(mesh, frame, { x, y: height(x, z) - 0.3, z, height: tall * frame.range(0.8, 1.15), distance: z }, frame.pick(needles), bark)
  }
}
