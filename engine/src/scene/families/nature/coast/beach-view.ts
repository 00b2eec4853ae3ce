import { clamp, sin, smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import { fbm2, gradient2, value2, valueFbm2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { times } from '../../../vector.ts'
import { seaSurface } from '../ground/sea-surface.ts'
import { reflected } from '../light.ts'
import { barkOf, ground, leaves, sandOf, seaOf, stoneOf } from '../paints.ts'
import { palm } from '../plant/frond.ts'
import { grass } from '../plant/grass.ts'
import { birds } from '../prop/birds.ts'
import { boulder } from '../prop/boulder.ts'
import { rowingBoat } from '../prop/rowing-boat.ts'
import { openSite, type Site } from '../site.ts'
import { cumulus } from '../sky.ts'
import { floating, flying, inSight, standing } from '../spots.ts'
import { forceOf } from './lighthouse-view.ts'
import { createSwell } from './swell.ts'

/** A palm beach that curves round a shallow bay to a green headland. */
export function beachView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(2.6, 4.6)
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [0, eye, 0],
      target: [side * layout.range(-12, 10), eye - 0.2, 100],
      fov: layout.range(50, 62),
      shiftY: layout.range(0.02, 0.12),
    },
    azimuth: side * (brief.mood.time === 'day' ? -layout.range(40, 76) : layout.range(22, 60)),
  }))
  const { mesh, scene, side, dim } = site
  const random = streams('land')
  const ox = random.range(0, 99)
  const force = forceOf(brief.mood.weather)
  const slant = random.range(0.06, 0.19)
  const bay = random.range(0.2, 0.42)
  const bight = random.range(0.045, 0.075)
  const hills = random.pick([0.08, 0.5, 1, 1, 1.5] as const)
  const crags = random.range(0.004, 0.009)
  // distance inland of the water's edge; the shore runs away from the camera on one side
  const inland = (x: number, z: number) => {
    const curve = -1.5 - z * slant + smooth(60, 330, z) * z * bay + 2.4 * sin(z * bight + ox) * smooth(4, 40, z)
    return side * -x + curve - 1.6 + gradient2(x * 0.05, z * 0.05) * 1.4 + 7
  }
  const land = (x: number, z: number) => {
    const d = inland(x, z)
    const rise = d < 0 ? Math.max(-4, d * 0.075) : d * 0.085 - d * d * 0.0012 * (d < 30 ? 1 : 0) - (d >= 30 ? 1.08 - (d - 30) * 0.02 : 0)
    const hill = smooth(200, 520, z) * smooth(10, 170, d) * (34 + 95 * valueFbm2(x * crags + ox, z * crags, 4)) * hills
    return rise + fbm2(x * 0.09 + ox, z * 0.09, 3) * 0.5 * smooth(1, 8, d) + hill
  }
  const sand = mesh.paint(sandOf(random.pick(SANDS), 0.35, 0.05))
  terrain(mesh, scene.camera, { paint: sand, near: 1.6, far: 330, rows: 230, columns: 240, halfWidth: 0.78, height: land })
  const green = ground({
    rock: rgb('#6a6258'),
    grass: rgb('#32481f'),
    dryGrass: rgb('#4a5a2a'),
    shore: 1.2,
    shoreBand: 2,
    scale: 3,
    rockiness: 0,
  })
  terrain(mesh, scene.camera, {
    paint: mesh.paint(green),
    near: 190,
    far: 2600,
    rows: 130,
    columns: 260,
    halfWidth: 0.74,
    height: (x, z) => (z < 260 ? land(x, z) - 0.5 : land(x, z)),
  })
  const light = dim ? 0.3 : 1
  const swell = createSwell(streams('swell'), side * 1.2, force * 0.42)
  seaSurface(mesh, scene.camera, {
    paint: mesh.paint(
      seaOf({
        deep: times([0.006, 0.075, 0.1], light),
        crest: times([0.02, 0.1, 0.09], light),
        foam: 0.5 + force * 0.5,
        bed: times([0.13, 0.3, 0.26], light),
      }),
    ),
    near: 2,
    far: 5200,
    rows: 330,
    columns: 300,
    halfWidth: 0.8,
    height: (x, z) => {
      const d = inland(x, z)
      const calm = smooth(2, -26, d)
      return swell(x, z) * (0.12 + 0.88 * calm) * smooth(900, 200, z) + breaker(x, z, d) * 0.34 * (0.5 + force)
    },
    shore: (x, z) => {
      const d = inland(x, z)
      const lace = Math.max(smooth(-2.6, 0.4, d) * (0.55 + 0.7 * value2(x * 0.5, z * 0.5)), breaker(x, z, d) * 1.1)
      return clamp(lace > 0.12 ? lace : -1 + smooth(-46, -3, d), -1, 1)
    },
    crest: 2.4,
  })
  planting(site, land, inland)
  const boat = streams('boat')
  const bz = boat.range(12, 19)
  let bx = side * boat.range(0, 2.4)
  // drawn up on the sand, wherever the water ends
  while (inland(bx, bz) < 0.8) bx -= side * 0.3
  if (brief.allows('boat') && (brief.wants('boat') || brief.accent || boat.chance(0.6)))
    rowingBoat(mesh, {
      x: bx,
      z: bz,
      y: land(bx, bz) + 0.12,
      turn: -side * boat.range(0.3, 1.4),
      colour: brief.accent ?? boat.pick(BOATS),
    })
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 8,
      x: side * 26,
      y: 24,
      z: 110,
      spread: 16,
      size: 1,
      paint: mesh.paint(plain([0.8, 0.82, 0.84])),
    })
  scene.clouds = cumulus(site, { cover: 0.45, banks: 0.45, bottom: 1000, top: 2100 })
  Object.assign(scene.sun, { centre: [0, 4, 46], radius: 74, resolution: 2048, normalBias: 0.09, depthBias: 0.1 })
  Object.assign(scene.fog, {
    density: brief.mood.weather === 'fog' ? 0.006 : 0.0002,
    thinning: 30,
    haze: brief.mood.weather === 'clear' ? 0.00012 : 0.0004,
    far: 2600,
    noise: 0.5,
    noiseScale: 0.01,
    sunPhase: 0.6,
  })
  scene.bounce = reflected(scene, [0.3, 0.26, 0.19])
  scene.occlusionRadius = 1.4
  const near = inSight(scene.camera, 0.2, () => -side * 1.6, 10)
  standing(scene, land, [
    [-side * 1.6, near, 1],
    [-side * 2.8, near * 1.6, 1.6],
    [-side * 4.5, near * 2.6, 2.4],
  ])
  floating(scene, [
    [side * 13, 38, 4],
    [side * 26, 80, 8],
  ])
  flying(scene, [[side * 8, 9, 40, 4]])
  return scene
}

const SANDS = [
  [0.57, 0.465, 0.325],
  [0.57, 0.465, 0.325],
  [0.62, 0.56, 0.46],
  [0.55, 0.4, 0.27],
] as const
const BOATS = [
  [0.04, 0.2, 0.3],
  [0.34, 0.07, 0.04],
  [0.5, 0.42, 0.2],
] as const

/** Two lines of surf that follow the shore, 0..1. */
function breaker(x: number, z: number, inland: number): number {
  let sum = 0
  for (const [at, width] of [
    [-5.5, 1.5],
    [-13.5, 2.2],
  ] as const) {
    const d = (inland - at + 2.2 * (value2(x * 0.07 + at, z * 0.07) - 0.5)) / width
    if (d < -1.5 || d > 1.5) continue
    const k = 1 - (d * d) / 2.25
    sum += k * k * smooth(0.3, 0.62, value2(x * 0.045 + at * 3, z * 0.045))
  }
  return Math.min(1, sum)
}

function planting(site: Site, land: (x: number, z: number) => number, inland: (x: number, z: number) => number): void {
  const { mesh, streams, side, brief } = site
  const random = streams('palms')
  const leaf = [leaves(rgb('#2a4a1e'), rgb('#5c7834'), { through: 0.24 }), leaves(rgb('#365420'), rgb('#6c803a'), { through: 0.24 })].map(
    (s) => mesh.paint(s),
  )
  const bark = mesh.paint(barkOf(rgb('#7c684e'), 3.2))
  if (brief.allows('trees')) {
    const grove = streams('grove')
    const far = grove.pick([0, 0, 6, 14] as const)
    for (const [x0, z0, tall, lean] of [
      [-6.6, 11.5, 8.6, 3.4],
      [-9.5, 15, 11, 3],
      [-11, 20, 9, 2.4],
      [-14, 25, 12.5, 3.2],
    ] as const) {
      if (grove.chance(0.25)) continue
      const z = z0 + far + grove.range(-1.5, 1.5)
      const x = side * (x0 - far * 0.4 + grove.range(-1.2, 1.2))
      const bent = [side * lean * grove.range(-0.2, 1.2), grove.range(-1.2, 0.4)] as const
      palm(mesh, random, x, land(x, z) - 0.2, z, tall * grove.range(0.8, 1.15), bent, random.pick(leaf), bark, z)
    }
    for (let i = 0, n = 0; i < 600 && n < 46; i++) {
      const z = random.range(26, 190)
      const x = -side * random.range(-0.1, 0.62) * z
      const tall = random.range(7, 13)
      const d = inland(x, z)
      if (d < 13 || d > 46) continue
      n++
      palm(mesh, random, x, land(x, z) - 0.2, z, tall, [side * random.range(0, 3), random.range(-1, 1)], random.pick(leaf), bark, z)
    }
  }
  grass(mesh, streams('grass'), {
    tries: 14000,
    near: 5,
    far: 80,
    spread: 0.6,
    height: [0.16, 0.6],
    paints: leaf,
    ground: (x, z) => {
      const d = inland(x, z)
      return d < 9.5 + 3 * value2(x * 0.3, z * 0.3) || value2(x * 0.3 + 9, z * 0.3) < 0.42 ? null : land(x, z)
    },
  })
  const stone = mesh.paint(stoneOf({ colour: [0.24, 0.21, 0.18], features: 1.3, wet: [0.5, 0.1] }))
  for (let i = 0; i < 26; i++) {
    const z = random.range(9, 90)
    const x = random.range(-0.5, 0.5) * z
    const radius = random.range(0.15, 0.8) * (1 + z * 0.012)
    const d = inland(x, z)
    if (d < -9 || d > 3) continue
    boulder(mesh, random, { x, y: land(x, z) + 0.05, z, radius, paint: stone, rings: 12 })
  }
}
