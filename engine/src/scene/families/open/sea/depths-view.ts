import { smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { sunAt } from '../../../look/look.ts'
import { plain } from '../../../material/paints.ts'
import { fbm2, gradient2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { type Rgb, times } from '../../../vector.ts'
import { column, ruinPaints } from '../../nature/desert/ruin.ts'
import { sandOf, stoneOf } from '../../nature/paints.ts'
import { boulder } from '../../nature/prop/boulder.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { flying, type Room, standing, withKnolls } from '../../nature/spots.ts'
import { undersurfaceOf } from '../paints.ts'
import { kelp, kelpPaint, reef, school } from './reef.ts'

/** Height of the water's surface over the eye. */
const SURFACE = 15
type Bed = (x: number, z: number) => number

const WATERS: readonly (readonly [deep: Rgb, light: Rgb])[] = [
  [rgb('#0a4a6a'), rgb('#8fe0e8')],
  [rgb('#0b5a66'), rgb('#a8f0d8')],
  [rgb('#123e7a'), rgb('#8cc8f8')],
]

/** Under water: shafts of light over a reef, with an arch, sunken columns or a kelp forest. */
export function depthsView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const site = openSite(brief, streams, () => ({
    view: { eye: [0, 0, 0], target: [0, layout.range(-0.6, 1.4), 30], fov: layout.range(58, 66), shiftY: 0.08 },
    azimuth: 0,
  }))
  const { mesh, scene, side } = site
  const random = streams('land')
  const ox = random.range(0, 99)
  const gully = random.range(-0.06, 0.06)
  const sand: Bed = (x, z) => {
    const off = Math.abs(x - side * (2 + z * gully))
    return (
      -3.4 +
      fbm2(x * 0.07 + ox, z * 0.07, 3) * 1.5 +
      smooth(5, 22, off) * (3.4 + 4 * value2(x * 0.07 + ox, z * 0.06)) +
      gradient2(x * 0.5, z * 0.5) * 0.12
    )
  }
  const room: readonly Room[] = [
    [side * 1.4, 11, 1.4],
    [-side * 2.6, 14, 2],
  ]
  const bed = withKnolls(scene.camera, sand, room)
  water(site)
  terrain(mesh, scene.camera, {
    paint: mesh.paint(sandOf(rgb('#a8946a'), 0.8)),
    near: 1.4,
    far: 110,
    rows: 190,
    columns: 200,
    halfWidth: 1,
    height: bed,
  })
  rocks(site, bed)
  const form = layout.pick(['arch', 'columns', 'kelp'] as const)
  if (form === 'arch') arch(site, bed)
  else if (form === 'columns') columns(site, bed)
  else forestOfKelp(site, bed)
  life(site, bed)
  standing(scene, bed, room)
  flying(scene, [
    [-side * 2.6, 1.6, 12, 2],
    [side * 5, 4, 22, 4],
    [-side * 3, 0.4, 8, 1],
  ])
  return scene
}

/** Water all around: its colour, its surface, and the waves up there that break the light into shafts. */
function water({ mesh, scene, streams, brief, side }: Site): void {
  const random = streams('waters')
  const [deep, light] = random.pick(WATERS)
  const { time } = brief.mood
  const k = time === 'night' ? 0.15 : time === 'bluehour' ? 0.2 : time === 'dusk' || time === 'sunrise' ? 0.82 : 1
  const dark = times(deep, 0.42 * k)
  Object.assign(scene.sky, {
    zenith: times(deep, 0.7 * k),
    middle: times(deep, 0.55 * k),
    horizon: times(deep, 0.5 * k),
    glow: times(light, 0.12 * k),
    sunGlow: times(light, 0.06 * k),
    opposite: [0, 0, 0],
    stars: 0,
    sun: sunAt(side * random.range(8, 30), random.range(56, 66)),
  })
  delete scene.sky.disc
  delete scene.sky.behind
  scene.sun.colour = times(time === 'night' ? [0.45, 0.7, 1] : [0.72, 1, 0.94], 3.6 * (k < 0.2 ? 0.22 : k))
  scene.rain = null
  scene.snow = null
  scene.clouds = null
  mesh.use(mesh.paint(undersurfaceOf(times(deep, 0.5 * k), times(light, 1.5 * k))))
  mesh.panel([-150, SURFACE, -40], [150, SURFACE, -40], [150, SURFACE, 180], [-150, SURFACE, 180])
  mesh.use(mesh.paint(plain([0, 0, 0])))
  const salt = random.range(0, 90)
  for (let i = 0; i < 104; i++)
    for (let j = 0; j < 104; j++) {
      const x = (i - 52) * 0.94
      const z = (j - 11) * 0.94
      if (Math.abs(gradient2(x * 0.34 + salt, z * 0.34)) < 0.13 || value2(x * 1.1 + salt, z * 1.1) < 0.34) continue
      mesh.panel([x, SURFACE + 1, z], [x + 0.96, SURFACE + 1, z], [x + 0.96, SURFACE + 1, z + 0.96], [x, SURFACE + 1, z + 0.96])
    }
  Object.assign(scene.sun, { shadow: true, centre: [0, 4, 26], radius: 46, resolution: 640, normalBias: 0.06, depthBias: 0.08 })
  Object.assign(scene.fog, {
    colour: dark,
    sunColour: times(light, 0.62 * k),
    density: 0,
    haze: brief.mood.weather === 'fog' || brief.mood.weather === 'storm' ? 0.05 : 0.027,
    skyMix: 0.55,
    far: 70,
    sky: 4,
    steps: 40,
    sunPhase: 1.7,
    shaft: 1.7,
    shaftShade: 0.45,
    noise: 0.5,
    noiseScale: 0.08,
    lamps: 0.5,
  })
  scene.grade.auto = 0.4
  scene.grade.key = k < 0.3 ? 0.1 : 0.17
  scene.grade.saturation = 1.12
  scene.night = k < 0.3 ? 0.8 : 0
  scene.ambient = 1.3
  scene.bounce = times(deep, 0.5 * k)
  scene.occlusionRadius = 1.2
}

function rocks({ mesh, streams, side }: Site, bed: Bed): void {
  const random = streams('rocks')
  const rock = mesh.paint(stoneOf({ colour: [0.2, 0.18, 0.16], features: 1.2, cover: rgb('#5c6a3c'), covered: 0.5 }))
  for (let i = 0; i < 46; i++) {
    const z = random.range(6, 60)
    const x = random.range(-0.8, 0.8) * (z + 4)
    const radius = random.range(0.4, 1.5) * (1 + z * 0.03)
    if (Math.abs(x - side * 2) < 3.4 + radius && z < 40) continue
    boulder(mesh, random, { x, y: bed(x, z) + radius * 0.2, z, radius, paint: rock, rings: z < 20 ? 16 : 10, flat: random.range(0.7, 1.4) })
  }
}

/** A gate of stone through which the light falls. */
function arch({ mesh, streams, side }: Site, bed: Bed): void {
  const random = streams('arch')
  const rock = mesh.paint(stoneOf({ colour: [0.22, 0.19, 0.17], features: 0.7, cover: rgb('#6a6a40'), covered: 0.45 }))
  const z = random.range(15, 30)
  const x = -side * z * random.range(-0.16, 0.22)
  const span = random.range(3, 7)
  const high = random.range(0.9, 1.9)
  for (let i = 0; i <= 10; i++) {
    const t = i / 10
    const a = (t - 0.5) * 2
    const up = bed(x, z) + (1 - a * a * Math.abs(a)) * span * high + random.range(-0.3, 0.3)
    const radius = 1.7 + 1.3 * Math.abs(a) + random.range(-0.2, 0.5)
    boulder(mesh, random, { x: x + a * span * 1.2, y: up, z: z + random.range(-0.6, 0.6), radius, paint: rock, rings: 22, flat: 1.1 })
  }
}

/** What is left of a temple. */
function columns(site: Site, bed: Bed): void {
  const random = site.streams('columns')
  const paints = ruinPaints(site)
  for (let i = 0; i < 8; i++) {
    const hand = i & 1 ? 1 : -1
    const z = 12 + (i >> 1) * 7 + random.range(-0.5, 0.5)
    const x = site.side * 1.5 + hand * random.range(5, 5.6)
    const broken = random.chance(0.55)
    column(site, paints, x, bed(x, z) - 0.3, z, broken ? random.range(2.4, 6) : 8.2, broken)
  }
}

function forestOfKelp({ mesh, streams, side }: Site, bed: Bed): void {
  const random = streams('kelp')
  const paint = kelpPaint(mesh)
  for (let i = 0; i < 150; i++) {
    const z = random.range(7, 44)
    const x = random.range(-0.8, 0.8) * (z + 3)
    if (Math.abs(x - side * 1.5) < 2.6 + z * 0.04) continue
    kelp(mesh, random, x, bed(x, z), z, random.range(5, 15), paint)
  }
}

/** Coral in the foreground and fish. */
function life({ mesh, streams, side, brief }: Site, bed: Bed): void {
  const random = streams('coral')
  const places: [number, number][] = []
  for (let i = 0; i < 900 && places.length < 95; i++) {
    const z = 3.4 + 30 * random.next() * random.next()
    const x = random.range(-0.85, 0.85) * (z + 2)
    if (Math.abs(x - side * 1.4) < 1.7 + z * 0.06 || value2(x * 0.4 + 7, z * 0.4) < 0.4) continue
    places.push([x, z])
  }
  reef(mesh, random, bed, places)
  const swim = streams('fish')
  const tints: readonly Rgb[] = [brief.accent ?? rgb('#f0a030'), rgb('#c8d8e0'), rgb('#e8d050'), rgb('#5090d8')]
  const schools = 3 + Math.floor(swim.range(0, 3))
  for (let i = 0; i < schools; i++) {
    const z = swim.range(7, 24)
    const at = [swim.range(-0.4, 0.4) * z, swim.range(-0.6, 3.4) + z * 0.06, z] as const
    const heading = swim.range(-0.5, 0.5) + (swim.chance(0.5) ? 0 : 3.1)
    school(
      mesh,
      swim,
      at,
      swim.range(1, 2.2),
      Math.floor(swim.range(9, 34)),
      swim.range(0.22, 0.42),
      heading,
      mesh.paint(plain(swim.pick(tints), 0.6, 0.4)),
    )
  }
}
