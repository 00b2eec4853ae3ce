import { cos, PI, sin, smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { fbm2, fbm3, ridged2, value2, value3 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { type Rgb, times } from '../../../vector.ts'
import { ground, snowOf } from '../../nature/paints.ts'
import { boulder } from '../../nature/prop/boulder.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { cumulus } from '../../nature/sky.ts'
import { flying, standing } from '../../nature/spots.ts'
import { iceOf } from '../paints.ts'

type Land = (x: number, z: number) => number
type Cave = {
  readonly middle: (z: number) => number
  readonly wide: (z: number) => number
  readonly high: (z: number) => number
  readonly floor: Land
  readonly end: number
}

const BLUES: readonly Rgb[] = [rgb('#2f94d0'), rgb('#2fb0c8'), rgb('#4a7cd8'), rgb('#3ca8b0')]

/** Inside a cave of ice, towards its mouth and the mountains outside. */
export function iceCaveView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(1.8, 2.8)
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, eye, 0], target: [0, eye + 0.9, 30], fov: layout.range(60, 70), shiftY: 0.08 },
    azimuth: side * layout.range(14, 34),
  }))
  const { mesh, scene, side } = site
  const random = streams('cave')
  const bend = side * random.range(0.05, 0.16)
  const end = random.range(19, 27)
  const width = random.range(5.4, 7.6)
  const roof = random.range(6.4, 9.5)
  const salt = random.range(0, 30)
  const middle = (z: number) => bend * z * z * 0.06 + 1.2 * sin(z * 0.12 + salt)
  const cave: Cave = {
    middle,
    wide: (z) => width * (0.8 + 0.45 * value2(z * 0.13 + salt, 3)) * (1 - 0.2 * smooth(end - 12, end, z)),
    high: (z) => roof * (0.8 + 0.4 * value2(z * 0.1 + salt, 9)) * (1 - 0.16 * smooth(end - 10, end, z)),
    floor: (x, z) => fbm2(x * 0.12 + salt, z * 0.12, 3) * 0.8 + 0.02 * (x - middle(z)) * (x - middle(z)),
    end,
  }
  const blue = brief.accent ?? layout.pick(BLUES)
  shell(site, cave, blue, salt)
  outside(site, cave)
  terrain(mesh, scene.camera, {
    paint: mesh.paint(iceOf({ features: 0.8, snow: 0.7, blue, inner: 0.02 })),
    near: 0.9,
    far: end + 4,
    rows: 120,
    columns: 130,
    halfWidth: 1.1,
    height: cave.floor,
  })
  icicles(site, cave, blue)
  rubble(site, cave, blue)
  Object.assign(scene.sun, { centre: [0, 6, 26], radius: 48, resolution: 1536, normalBias: 0.1, depthBias: 0.1 })
  Object.assign(scene.fog, {
    colour: [blue[0] * 0.25, blue[1] * 0.3, blue[2] * 0.34],
    density: 0.003,
    thinning: 6,
    haze: 0.0005,
    far: 400,
    skyMix: 0.4,
    shaft: 1.2,
    sunPhase: 1.4,
    noise: 0.4,
    noiseScale: 0.1,
    lamps: 0.35,
  })
  scene.lampBox = [
    [-16, -3, 0],
    [16, 16, end + 2],
  ]
  const day = 1 - scene.night
  for (let i = 0; i < 6; i++) {
    const z = end - 1 - i * 4
    scene.lamps.push({
      x: middle(z),
      y: 3.4,
      z,
      colour: [blue[0] * (0.2 + 0.5 * day), blue[1] * (0.2 + 0.5 * day), blue[2] * (0.24 + 0.55 * day)],
      range: 13,
    })
  }
  scene.bounce = [blue[0] * 0.18 * day, blue[1] * 0.18 * day, blue[2] * 0.18 * day]
  scene.snow = brief.mood.weather === 'snow' ? { flakes: 260, colour: [0.8, 0.86, 0.95] } : null
  scene.rain = null
  // eyes that are used to the cave: the day outside is not all white
  const dimmed = 1 - 0.62 * day
  scene.sun.colour = times(scene.sun.colour, 0.45 * (1 - 0.4 * day))
  for (const part of ['zenith', 'middle', 'horizon', 'glow', 'sunGlow'] as const) scene.sky[part] = times(scene.sky[part], dimmed)
  scene.clouds = cumulus(site, { cover: 0.4 })
  scene.ambient = 0.5 / (1 - 0.5 * day)
  scene.occlusionRadius = 2
  standing(scene, cave.floor, [
    [middle(7), 7, 0.8],
    [middle(12), 12, 1.2],
    [middle(17), 17, 1.6],
  ])
  flying(scene, [[middle(11), 3.8, 11, 0.8]])
  return scene
}

/** Walls and roof: scalloped, as meltwater leaves them. */
function shell({ mesh }: Site, { middle, wide, high, floor, end }: Cave, blue: Rgb, salt: number): void {
  const ice = mesh.paint(iceOf({ features: 0.42, snow: 0, white: rgb('#a8d0e4'), blue, inner: 0.09 }))
  const rows = 150
  const columns = 120
  const base = mesh.vertexCount()
  for (let j = 0; j <= rows; j++) {
    const z = -6 + (end + 6) * (j / rows)
    for (let i = 0; i <= columns; i++) {
      const a = -0.16 + (PI + 0.32) * (i / columns)
      const c = cos(a)
      const s = sin(a)
      const ragged = j > rows - 12 ? 0.12 * (value2(i * 0.3 + salt, 5) - 0.5) : 0
      const scallop =
        Math.abs(fbm3(c * 3.4 + salt, s * 3.4, z * 0.22, 2) - 0.5) * 1.5 + 0.3 * Math.abs(value3(c * 9 + salt, s * 9, z * 0.5) - 0.5)
      const k = 1.08 - 0.34 * scallop + 0.25 * (fbm3(c * 1.3 + salt, s * 1.3, z * 0.07, 3) - 0.5) + ragged
      const x = middle(z) + c * wide(z) * k
      const y = Math.max(-2, floor(x, z) - 0.6 + s * high(z) * k)
      mesh.vertex(x, y, z + ragged * 12, i, j, -c, -s, 0)
    }
  }
  mesh.use(ice, true)
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      const q = base + j * (columns + 1) + i
      mesh.quad(q, q + 1, q + columns + 2, q + columns + 1)
    }
  mesh.smoothGrid(base, columns + 1, rows + 1)
}

/** Snow and peaks before the mouth. */
function outside({ mesh, scene, streams, side }: Site, { end, floor }: Cave): void {
  const random = streams('outside')
  const ox = random.range(0, 99)
  const px = side * random.range(-60, 160)
  const mountains = ground({
    rock: rgb('#5e5c62'),
    grass: rgb('#d8e0ea'),
    dryGrass: rgb('#e6ecf4'),
    snowLine: -400,
    snowBand: 60,
    scale: 4,
    rockiness: 0.06,
  })
  const height: Land = (x, z) => {
    const dx = (x - px) / 200
    const dz = (z - 900) / 200
    const r = ridged2(x * 0.0022 + ox, z * 0.0022, 6)
    return (
      floor(x, z) * smooth(end + 40, end, z) -
      smooth(end, end + 120, z) * 16 +
      smooth(240, 900, z) * (r * 150 + (260 / (1 + dx * dx + dz * dz)) * (0.6 + 0.6 * r))
    )
  }
  terrain(mesh, scene.camera, { paint: mesh.paint(snowOf()), near: end - 1, far: 260, rows: 80, columns: 160, halfWidth: 0.9, height })
  terrain(mesh, scene.camera, {
    paint: mesh.paint(mountains),
    near: 230,
    far: 1800,
    rows: 110,
    columns: 200,
    halfWidth: 0.8,
    height: (x, z) => height(x, z) - 0.3,
  })
}

function icicles({ mesh, streams }: Site, { middle, wide, high, end }: Cave, blue: Rgb): void {
  const random = streams('icicles')
  const ice = mesh.paint(iceOf({ features: 1.4, snow: 0, white: rgb('#cfe8f4'), blue, inner: 0.2 }))
  for (let i = 0; i < 130; i++) {
    const edge = i < 60
    const z = edge ? end - random.range(-0.4, 2.4) : random.range(5, end)
    const a = random.range(0.25, 0.75) * PI
    const x = middle(z) + cos(a) * wide(z) * 0.92
    const top = sin(a) * high(z) * 1.02
    const long = random.range(0.4, 1.3) * (edge ? 1.5 : 1)
    const r = long * random.range(0.05, 0.1)
    loft(
      mesh,
      [0, 0.35, 0.7, 1].map((t) => ({
        y: top - long * (1 - t) - 0.2,
        points: polygon(x, z, Math.max(0.006, r * (t * t * 0.8 + 0.2 * t)), 7, i),
      })),
      { paint: ice, smooth: true },
    )
  }
}

function rubble({ mesh, streams }: Site, { middle, wide, floor, end }: Cave, blue: Rgb): void {
  const random = streams('rubble')
  const ice = mesh.paint(iceOf({ features: 1.2, snow: 0.3, blue, inner: 0.14 }))
  for (let i = 0; i < 60; i++) {
    const z = random.range(3.4, end + 8)
    const hand = random.chance(0.5) ? 1 : -1
    const x = middle(z) + hand * wide(z) * random.range(0.36, 0.95)
    const radius = random.range(0.14, 0.8)
    boulder(mesh, random, { x, y: floor(x, z) + radius * 0.25, z, radius, paint: ice, rings: 12, flat: random.range(0.7, 1.5) })
  }
}
