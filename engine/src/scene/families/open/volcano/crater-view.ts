import { atan2, smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { fbm2, gradient2, ridged2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { blend } from '../../../vector.ts'
import { ground, stoneOf } from '../../nature/paints.ts'
import { boulder } from '../../nature/prop/boulder.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { cumulus } from '../../nature/sky.ts'
import { flying, type Room, standing, withKnolls } from '../../nature/spots.ts'
import { lavaOf } from '../paints.ts'
import { bombs, embers, fireLight, smokyAir } from './fire.ts'

type Land = (x: number, z: number) => number

const ROCKS = [
  { rock: rgb('#6a5a50'), low: rgb('#7c6650'), high: rgb('#7c4a38') },
  { rock: rgb('#57524e'), low: rgb('#746c5c'), high: rgb('#6c5c50') },
  { rock: rgb('#7a5040'), low: rgb('#94704c'), high: rgb('#8c4030') },
]

/** From the rim of a crater down on its lake of lava. */
export function craterView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(34, 52)
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, eye, 0], target: [0, eye - 18, 100], fov: layout.range(54, 62), shiftY: 0.04 },
    azimuth: side * (brief.mood.time === 'day' ? 66 : 58),
  }))
  const { mesh, scene, side, snowy } = site
  const random = streams('land')
  const ox = random.range(0, 200)
  const cx = -side * random.range(0, 26)
  const cz = random.range(170, 200)
  const rx = random.range(88, 120)
  const rz = random.range(96, 120)
  const rim = random.range(46, 62)
  const peakA = random.range(-0.8, 0.8)
  const polar = (x: number, z: number) => {
    const dx = (x - cx) / rx
    const dz = (z - cz) / rz
    return { d: Math.sqrt(dx * dx + dz * dz), a: atan2(dx, dz) }
  }
  const bare: Land = (x, z) => {
    const { d, a } = polar(x, z)
    const wobble = d + 0.16 * (fbm2(x * 0.014 + ox, z * 0.014, 4) + 0.12 * gradient2(a * 5 + ox, d * 2))
    const gully = ridged2(a * 4.5 + ox, d * 2.2, 4)
    const away = Math.abs(a - peakA)
    const crest =
      rim * (1 + 0.75 * smooth(1.1, 0, away) * smooth(0.6, 1, z / cz) + 0.22 * fbm2(a * 2.4 + ox, 3, 3)) * (a > 2.3 || a < -2.3 ? 0.56 : 1)
    const wall = smooth(0.86, 1.62, wobble)
    const beyond = smooth(1.6, 3.2, wobble) * crest * 0.8
    return -5 + wall * (crest + 5) - gully * 15 * wall * smooth(1.75, 1.2, wobble) - beyond + fbm2(x * 0.1, z * 0.1, 3) * 1.1
  }
  const tones = layout.pick(ROCKS)
  const rock = ground({
    rock: tones.rock,
    grass: tones.low,
    dryGrass: tones.high,
    snowLine: snowy ? 20 : 1e6,
    snowBand: 26,
    scale: 1.5,
    bump: 1.7,
    rockiness: 0.1,
  })
  const room: readonly Room[] = [
    [side * 2, 15, 1.8],
    [-side * 3.4, 17, 1.8],
  ]
  const height = withKnolls(scene.camera, bare, room)
  terrain(mesh, scene.camera, { paint: mesh.paint(rock), near: 2, far: 1500, rows: 340, columns: 320, halfWidth: 0.82, height })
  lake(site, polar)
  steam(site, cx, cz, rx)
  const stones = streams('stones')
  const stone = mesh.paint(stoneOf({ colour: [tones.rock[0] * 0.7, tones.rock[1] * 0.7, tones.rock[2] * 0.7], features: 1.4 }))
  for (let i = 0; i < 60; i++) {
    const z = stones.range(5, 60)
    const x = stones.range(-0.64, 0.64) * (z + 4)
    const radius = stones.range(0.2, 1.1) * (1 + z * 0.01)
    boulder(mesh, stones, { x, y: height(x, z) + radius * 0.1, z, radius, paint: stone, rings: z < 24 ? 14 : 8 })
  }
  scene.clouds = cumulus(site, { cover: layout.range(0.4, 0.52), banks: 0.5, bottom: 700, top: 1500 })
  Object.assign(scene.sun, { centre: [0, 30, 170], radius: 230, resolution: 2048, normalBias: 0.4, depthBias: 0.4 })
  smokyAir(site, 0.0008)
  scene.fog.far = 1500
  scene.fog.haze *= 0.5
  scene.fog.density *= 0.6
  standing(scene, height, room)
  flying(scene, [
    [side * 13, eye - 4, 62, 6],
    [-side * 24, eye + 6, 110, 12],
  ])
  return scene
}

function lake(site: Site, polar: (x: number, z: number) => { readonly d: number }): void {
  const { mesh, scene, streams } = site
  terrain(mesh, scene.camera, {
    paint: mesh.paint(lavaOf({ gain: 2, features: 0.09 })),
    near: 40,
    far: 420,
    rows: 110,
    columns: 120,
    halfWidth: 0.8,
    height: () => 0,
    v: (x, _, z) => Math.min(1, 0.12 + 0.42 * value2(x * 0.03, z * 0.03) + 0.3 * smooth(0.5, 0.1, polar(x + 10, z).d)),
  })
  scene.lampBox = [
    [-150, -4, 40],
    [150, 60, 330],
  ]
  for (let i = 0; i < 5; i++) for (let j = 0; j < 5; j++) fireLight(site, (i - 2) * 44, 8, 100 + j * 42, 52, site.dim ? 0.55 : 0.3)
  bombs(site, streams('bombs'), [-8, 1, 180], 30, 60)
  embers(site, streams('embers'), 40)
}

/** Steam from vents round the lake. */
function steam({ scene, streams, side, dim }: Site, cx: number, cz: number, rx: number): void {
  const random = streams('steam')
  const white = dim ? ([0.09, 0.09, 0.11] as const) : blend(scene.sky.horizon, [0.8, 0.8, 0.8], 0.4)
  const colour = blend(white, [0.7, 0.28, 0.1], 0.4)
  const vents = 3 + Math.floor(random.range(0, 3))
  for (let v = 0; v < vents; v++) {
    const x = cx + random.range(-0.7, 0.7) * rx
    const z = cz + random.range(-0.4, 0.7) * rx
    const tall = random.range(26, 64)
    for (let i = 0; i < 34; i++) {
      const t = i / 34
      scene.puffs.push({
        x: x + side * t * t * 22 + random.range(-1, 1) * (1.5 + 7 * t),
        y: t * tall,
        z,
        size: 2 + 11 * t,
        opacity: 0.2 * (1 - t),
        colour,
      })
    }
  }
}
