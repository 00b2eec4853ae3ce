import { clamp, sin, smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import { fbm2, gradient2, value2, valueFbm2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { blend, times } from '../../../vector.ts'
import { forceOf } from '../../nature/coast/lighthouse-view.ts'
import { lightning } from '../../nature/coast/lightning.ts'
import { createSwell } from '../../nature/coast/swell.ts'
import { seaSurface } from '../../nature/ground/sea-surface.ts'
import { sandOf, seaOf, stoneOf } from '../../nature/paints.ts'
import { birds } from '../../nature/prop/birds.ts'
import { boulder } from '../../nature/prop/boulder.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { cumulus } from '../../nature/sky.ts'
import { floating, flying, type Room, standing, withKnolls } from '../../nature/spots.ts'
import { lavaOf } from '../paints.ts'
import { basaltColumns } from '../prop/basalt.ts'
import { ashColumn, fireLight } from './fire.ts'

type Land = (x: number, z: number) => number

/** A black beach with columns of basalt; further on lava runs into the sea, and over the water the volcano smokes. */
export function obsidianView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(2.8, 6)
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, eye, 0], target: [0, eye + 2.4, 100], fov: layout.range(52, 60), shiftY: 0.1 },
    azimuth: side * (brief.mood.time === 'day' ? layout.range(50, 90) : layout.range(28, 54)),
  }))
  const { mesh, scene, side, dim } = site
  const random = streams('land')
  const ox = random.range(0, 99)
  const stormy = brief.mood.weather === 'storm'
  const force = Math.max(0.3, forceOf(brief.mood.weather))
  const inland = (x: number, z: number) =>
    side * -x +
    5 -
    z * 0.12 +
    3 * sin(z * 0.05 + ox) * smooth(4, 40, z) +
    gradient2(x * 0.05, z * 0.05) * 1.6 +
    smooth(70, 300, z) * z * 0.3
  const bare: Land = (x, z) => {
    const d = inland(x, z)
    const rise = d < 0 ? Math.max(-4, d * 0.09) : d * 0.09
    const cliff =
      smooth(16, 24, d - 5 * value2(x * 0.05, z * 0.05) + smooth(60, 140, z) * 8) *
      smooth(24, 60, z) *
      (20 + 50 * valueFbm2(x * 0.012 + ox, z * 0.012, 4))
    return rise + fbm2(x * 0.1 + ox, z * 0.1, 3) * 0.5 * smooth(1, 8, d) + cliff
  }
  const room: readonly Room[] = [
    [-side * 1.2, 15, 1.5],
    [-side * 4, 20, 2.2],
  ]
  const land = withKnolls(scene.camera, bare, room)
  terrain(mesh, scene.camera, {
    paint: mesh.paint(sandOf([0.042, 0.04, 0.043], 0.4, 0.1)),
    near: 1.6,
    far: 90,
    rows: 170,
    columns: 200,
    halfWidth: 0.8,
    height: land,
  })
  terrain(mesh, scene.camera, {
    paint: mesh.paint(stoneOf({ colour: [0.085, 0.078, 0.075], features: 0.2, cover: rgb('#4a5a2c'), covered: layout.range(0, 0.7) })),
    near: 20,
    far: 1200,
    rows: 190,
    columns: 260,
    halfWidth: 0.76,
    height: (x, z) => land(x, z) + (inland(x, z) < 13 && z < 90 ? -0.7 : 0.25),
  })
  const light = dim ? 0.35 : 1
  const swell = createSwell(streams('swell'), side * 1.1, force * 0.5)
  seaSurface(mesh, scene.camera, {
    paint: mesh.paint(
      seaOf({
        deep: times([0.006, 0.035, 0.05], light),
        crest: times([0.02, 0.09, 0.09], light),
        foam: 0.9,
        bed: times([0.012, 0.04, 0.045], light),
      }),
    ),
    near: 2,
    far: 4200,
    rows: 310,
    columns: 280,
    halfWidth: 0.8,
    height: (x, z) => swell(x, z) * (0.15 + 0.85 * smooth(2, -24, inland(x, z))) * smooth(900, 200, z),
    shore: (x, z) => {
      const d = inland(x, z)
      const lace = smooth(-3.4, 0.3, d) * (0.5 + 0.8 * value2(x * 0.5, z * 0.5))
      const surf = smooth(1.8, 0, Math.abs(d + 8 + 3 * (value2(x * 0.07, z * 0.07) - 0.5))) * smooth(0.3, 0.6, value2(x * 0.05, z * 0.05))
      return clamp(Math.max(lace, surf) > 0.12 ? Math.max(lace, surf) : -1 + smooth(-40, -3, d), -1, 1)
    },
    crest: 2.4,
  })
  volcano(site)
  columns(site, land, inland)
  if (layout.chance(0.75)) entry(site, land, inland)
  const flash = stormy && brief.allows('lightning') ? lightning(site, side * 380, 1500) : undefined
  scene.clouds = cumulus(site, {
    cover: stormy ? 0.8 : layout.range(0.42, 0.54),
    banks: 0.5,
    bottom: 900,
    top: 1900,
    ...(flash ? { flash } : {}),
  })
  Object.assign(scene.sun, { centre: [0, 6, 56], radius: 84, resolution: 2048, normalBias: 0.12, depthBias: 0.12 })
  Object.assign(scene.fog, {
    density: brief.mood.weather === 'fog' ? 0.007 : 0.0006,
    thinning: 26,
    haze: brief.mood.weather === 'clear' ? 0.00016 : 0.0005,
    far: 2200,
    noise: 0.6,
    noiseScale: 0.012,
    sunPhase: 0.8,
    lamps: 0.8,
  })
  scene.bounce = [0.05, 0.05, 0.055]
  scene.occlusionRadius = 1.8
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 9,
      x: side * 16,
      y: 16,
      z: 80,
      spread: 14,
      size: 0.9,
      paint: mesh.paint(plain([0.6, 0.62, 0.64])),
    })
  standing(scene, land, room)
  floating(scene, [
    [side * 14, 44, 4],
    [side * 26, 90, 8],
  ])
  flying(scene, [[side * 9, eye + 7, 46, 4]])
  return scene
}

/** The volcano that all this came out of, across the bay. */
function volcano(site: Site): void {
  const { mesh, scene, streams, side } = site
  const random = streams('volcano')
  const x = side * random.range(90, 300)
  const z = random.range(820, 1_000)
  const tall = random.range(210, 300)
  const broad = tall * random.range(1.5, 1.9)
  const ox = random.range(0, 99)
  terrain(mesh, scene.camera, {
    paint: mesh.paint(stoneOf({ colour: [0.085, 0.075, 0.072], features: 0.03, cover: rgb('#3c4a2a'), covered: 0.35 })),
    near: z - broad,
    far: z + 60,
    rows: 70,
    columns: 150,
    halfWidth: 0.8,
    height: (px, pz) => {
      const dx = px - x
      const dz = pz - z
      const away = Math.sqrt(dx * dx + dz * dz) / (broad * (0.9 + 0.25 * value2(px * 0.012 + ox, pz * 0.012)))
      if (away >= 1) return -30
      const ribs = 14 * gradient2(px * 0.03 + ox, pz * 0.012) * smooth(0.1, 0.5, away)
      return (1 - away) * (1 - away) * (0.55 + 0.45 * (1 - away)) * (tall + 60) - smooth(0.1, 0.03, away) * 34 + ribs * (1 - away) - 4
    },
  })
  ashColumn(site, random, [x, tall, z], 230, 40, side * random.range(-110, 150), 90)
}

/** Fields of columns by the water and stacks out in it. */
function columns({ mesh, streams, side }: Site, land: Land, inland: Land): void {
  const random = streams('columns')
  const basalt = mesh.paint(stoneOf({ colour: [0.1, 0.095, 0.098], features: 0.9, wet: [0.9, 0.1] }))
  const fields = [
    [-side * random.range(9, 13), random.range(24, 30), 9, 4.4],
    [side * random.range(2, 6), random.range(44, 58), 8, 5],
    [side * random.range(24, 34), random.range(80, 120), 11, 13],
    [-side * random.range(16, 24), random.range(52, 66), 14, 10],
  ] as const
  for (const [x, z, radius, tall] of fields)
    basaltColumns(mesh, random, {
      x,
      z,
      radius,
      floor: clamp(land(x, z) - 3, -1.4, 2),
      size: 0.85 + z * 0.006,
      paint: basalt,
      top: (px, pz) => {
        const d = Math.sqrt((px - x) * (px - x) + (pz - z) * (pz - z)) / radius
        return clamp(land(px, pz), -1, 5) + tall * (1 - d * d) * (0.55 + 0.75 * value2(px * 0.16, pz * 0.16)) - 1.2
      },
    })
  for (let i = 0; i < 70; i++) {
    const z = random.range(5, 60)
    const x = random.range(-0.6, 0.6) * (z + 3)
    const radius = random.range(0.1, 0.6) * (1 + z * 0.01)
    const d = inland(x, z)
    if (d < -8 || d > 14 || (Math.abs(x) < 3 && z < 24)) continue
    boulder(mesh, random, { x, y: land(x, z) + radius * 0.15, z, radius, paint: basalt, rings: 11 })
  }
}

/** Lava that falls from the cliff into the sea, and the steam it makes. */
function entry(site: Site, land: Land, inland: Land): void {
  const { mesh, scene, streams, side, dim } = site
  const random = streams('entry')
  const z0 = random.range(150, 210)
  // where the cliff meets the water at that distance
  let x0 = side * 120
  for (let i = 0; i < 400 && inland(x0, z0) < 3; i++) x0 -= side * 0.8
  const falls = 2 + Math.floor(random.range(0, 3))
  const paint = mesh.paint(lavaOf({ gain: 2.6, features: 0.5, drawn: 0.6 }))
  for (let k = 0; k < falls; k++) {
    const x = x0 - side * k * random.range(9, 15)
    const top = Math.max(9, land(x - side * 14, z0 + 8) * 0.75)
    const wide = random.range(1, 2.4)
    const base = mesh.vertexCount()
    for (let j = 0; j <= 12; j++)
      for (let i = 0; i <= 4; i++) {
        const t = j / 12
        const q = (i / 4 - 0.5) * wide * (1 + 1.1 * t) * (0.7 + 0.6 * value2(t * 6, k * 5))
        const y = top * (1 - t)
        mesh.vertex(
          x + q + 2.6 * (value2(t * 4 + k * 9, 3) - 0.5),
          y,
          z0 - 6 - 3 * Math.sqrt(t) - (i === 2 ? 0.4 : 0),
          0,
          0.3 + 0.45 * (1 - Math.abs(i / 2 - 1)),
          0,
          0.3,
          -1,
        )
      }
    mesh.use(paint, true)
    for (let j = 0; j < 12; j++)
      for (let i = 0; i < 4; i++) mesh.quad(base + j * 5 + i, base + j * 5 + i + 1, base + (j + 1) * 5 + i + 1, base + (j + 1) * 5 + i)
    scene.glows.push({ x, y: top * 0.4, z: z0 - 12, colour: [1, 0.4, 0.08], intensity: 0.3, size: top * 0.4 })
    fireLight(site, x, 4, z0 - 14, 30, 0.8)
  }
  scene.lampBox = [
    [x0 - 70, -3, z0 - 60],
    [x0 + 70, 46, z0 + 30],
  ]
  const white = dim ? ([0.12, 0.12, 0.14] as const) : blend(scene.sky.horizon, [0.85, 0.84, 0.84], 0.5)
  for (let i = 0; i < 120; i++) {
    const t = i / 120
    scene.puffs.push({
      x: x0 - side * 10 + side * t * t * 46 + random.range(-1, 1) * (6 + 20 * t),
      y: 1 + t * 66,
      z: z0 - 18,
      size: 4 + 16 * t,
      opacity: 0.22 * (1 - 0.8 * t),
      colour: blend([0.9, 0.42, 0.18], white, smooth(0, 0.16, t + random.next() * 0.06)),
    })
  }
}
