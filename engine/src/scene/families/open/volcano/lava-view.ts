import { sin, smooth } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { fbm2, ridged2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { stoneOf } from '../../nature/paints.ts'
import { boulder } from '../../nature/prop/boulder.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { cumulus } from '../../nature/sky.ts'
import { flying, type Room, standing, withKnolls } from '../../nature/spots.ts'
import { lavaOf } from '../paints.ts'
import { ashColumn, embers, fireLight, smokyAir } from './fire.ts'

type Land = (x: number, z: number) => number

/** A river of lava that comes down over a ledge and past the eye. */
export function lavaView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(5, 8.5)
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, eye, 0], target: [0, eye + 1.5, 100], fov: layout.range(52, 62), shiftY: 0.12 },
    azimuth: side * 100,
  }))
  const { mesh, scene, side } = site
  const random = streams('land')
  const ox = random.range(0, 200)
  const bend = random.range(0, 6)
  const sway = random.range(5, 11)
  const wide = random.range(3.4, 6)
  const ledge = random.range(62, 92)
  const drop = layout.chance(0.55) ? random.range(6, 13) : 0.4
  const middle = (z: number) => side * (3.5 + sway * sin(z * 0.034 + bend) * smooth(0, 30, z) - z * 0.02)
  const half = (z: number) =>
    wide * (0.8 + 0.5 * value2(z * 0.06 + ox, 3)) * (1 + 0.5 * smooth(ledge - 6, ledge - 16, z) * smooth(ledge - 40, ledge - 18, z))
  const step = (z: number, x = 0) => {
    const lip = z - ledge + 5 * (value2(x * 0.35 + ox, 4) - 0.5)
    return drop * (0.62 * smooth(-1.2, 1, lip) + 0.38 * smooth(2, 4, lip) + 0.6 * smooth(50, 54, lip))
  }
  const bank = (x: number, z: number) => Math.abs(x - middle(z)) - half(z) - 1.4 * fbm2(x * 0.3, z * 0.3, 2)
  const peakX = side * random.range(-40, 130)
  const peakTall = random.range(150, 220)
  const bare: Land = (x, z) => {
    const d = bank(x, z)
    const rise = smooth(-0.6, 1.4, d) * 1.3 + smooth(1, 22, d) * (4 + 9 * value2(x * 0.03 + ox, z * 0.03)) * smooth(6, 44, z)
    const rough = fbm2(x * 0.1 + ox, z * 0.1, 4) * 1.5 * smooth(0, 3, d) + ridged2(x * 0.22, z * 0.22, 3) * 0.5 * smooth(0.4, 2, d)
    const far = smooth(180, 900, z) * (30 + 170 * ridged2(x * 0.0022 + ox, z * 0.0022, 6))
    const away = Math.sqrt((x - peakX) * (x - peakX) + (z - 700) * (z - 700)) / 330
    const cone = away < 1 ? (1 - away) * (1 - away) * (peakTall + 40) - smooth(0.06, 0.02, away) * 30 : 0
    return -0.8 + step(z, x) + rise + rough + Math.max(far, cone)
  }
  const room: readonly Room[] = [
    [-side * 4.6, 20, 1.8],
    [-side * 7, 26, 2.4],
  ]
  const height = withKnolls(scene.camera, bare, room)
  terrain(mesh, scene.camera, {
    paint: mesh.paint(stoneOf({ colour: [0.062, 0.056, 0.054], features: 1.1 })),
    near: 1.8,
    far: 1800,
    rows: 320,
    columns: 280,
    halfWidth: 0.76,
    height,
  })
  terrain(mesh, scene.camera, {
    paint: mesh.paint(lavaOf({ gain: 2.3, features: 0.55, drawn: 1.9 })),
    near: 2,
    far: 230,
    rows: 190,
    columns: 170,
    halfWidth: 0.72,
    height: (x, z) => (bank(x, z) < 2.4 ? step(z, x) + 0.12 * fbm2(x * 0.5, z * 0.5, 2) - 0.1 : -30),
    v: (x, _, z) => {
      const core = smooth(0.4, -2.6, bank(x, z))
      const falls = smooth(ledge - 3, ledge, z) * smooth(ledge + 5, ledge + 1.5, z)
      return Math.min(1, 0.12 + 0.36 * core + 0.12 * falls + 0.36 * (value2(x * 0.12, z * 0.05 + 7) - 0.4))
    },
  })
  scene.lampBox = [
    [-46, -3, 2],
    [46, 40, 150],
  ]
  for (let z = 6; z < 140; z += 7) fireLight(site, middle(z), step(z) + 1.6, z, 15 + z * 0.05, 0.5)
  const smoke = streams('smoke')
  if (drop > 1) {
    ashColumn(site, smoke, [middle(ledge + 6), drop + 3, ledge + 8], 46, 9, side * -16, 46)
    for (let i = 0; i < 7; i++)
      scene.glows.push({
        x: middle(ledge) + (i - 3) * half(ledge) * 0.28,
        y: drop * 0.5 + 1,
        z: ledge - 4,
        colour: [1, 0.36, 0.07],
        intensity: 0.2,
        size: 4,
      })
  }
  ashColumn(site, smoke, [peakX, peakTall, 690], 240, 50, side * 120, 110)
  scene.glows.push({ x: peakX, y: peakTall + 4, z: 640, colour: [1, 0.4, 0.09], intensity: 0.9, size: 15, fade: 0.0002 })
  stones(site, height, bank)
  embers(site, streams('embers'), 90)
  scene.clouds = cumulus(site, { cover: 0.55, bottom: 700, top: 1500, banks: 0.5 })
  Object.assign(scene.sun, { centre: [0, 10, 60], radius: 110, resolution: 1536, normalBias: 0.2, depthBias: 0.2 })
  smokyAir(site, 0.0022)
  standing(scene, height, room)
  flying(scene, [[-side * 6, eye + 6, 40, 4]])
  return scene
}

function stones({ mesh, streams }: Site, height: Land, bank: Land): void {
  const random = streams('stones')
  const basalt = mesh.paint(stoneOf({ colour: [0.055, 0.05, 0.05], features: 1.8 }))
  for (let i = 0; i < 260; i++) {
    const z = 4 + 110 * random.next() * random.next()
    const x = random.range(-0.66, 0.66) * (z + 5)
    const radius = random.range(0.15, 1.1) * (1 + z * 0.012)
    const d = bank(x, z)
    if (d < -1 || (Math.abs(x) < 1.6 + radius && z < 9)) continue
    if (d < 0.3 && i % 4) continue
    boulder(mesh, random, {
      x,
      y: height(x, z) + (d < 0.3 ? 0.6 : radius * 0.1),
      z,
      radius: d < 0.3 ? radius * 0.6 : radius,
      paint: basalt,
      rings: z < 20 ? 13 : 8,
      flat: 0.85,
    })
  }
}
