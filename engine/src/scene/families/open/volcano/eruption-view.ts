import { atan2, smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { fbm2, ridged2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { barkOf, stoneOf } from '../../nature/paints.ts'
import { boulder } from '../../nature/prop/boulder.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { cumulus } from '../../nature/sky.ts'
import { flying, type Room, standing, withKnolls } from '../../nature/spots.ts'
import { lavaOf } from '../paints.ts'
import { deadTree } from '../prop/dead-tree.ts'
import { ashColumn, ashLightning, bombs, embers, fireLight, smokyAir } from './fire.ts'

type Land = (x: number, z: number) => number

/** A cone that erupts: a fountain, streams down its flanks, a column of ash with lightning in it. */
export function eruptionView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(3, 5.5)
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, eye, 0], target: [0, eye + 11, 100], fov: layout.range(50, 60), shiftY: 0.1 },
    azimuth: side * 84,
  }))
  const { mesh, scene, side } = site
  const random = streams('land')
  const ox = random.range(0, 200)
  const away = random.range(480, 860)
  const cone = {
    x: random.pick([-1, 1] as const) * random.range(0, 190),
    z: away,
    height: random.range(170, 310),
    radius: away * random.range(0.55, 0.74),
  }
  const lean = random.range(0.62, 1.6)
  const polar = (x: number, z: number) => {
    const dx = (x - cone.x) * (x > cone.x ? lean : 1)
    const dz = z - cone.z
    return { d: Math.sqrt(dx * dx + dz * dz) / cone.radius, a: atan2(dx, -dz) }
  }
  const bare: Land = (x, z) => {
    const small =
      fbm2(x * 0.05 + ox, z * 0.05, 4) * 2 * (0.4 + 0.6 * smooth(4, 30, z)) + smooth(60, 260, z) * 7 * fbm2(x * 0.012 + ox, z * 0.012, 4)
    const far = smooth(900, 2000, z) * 240 * ridged2(x * 0.001 + ox, z * 0.001, 5)
    const { d, a } = polar(x, z)
    if (d > 1.4) return small + far
    const body = Math.max(0, 1 - d / 1.25)
    const gully = ridged2(a * 2.4 + ox, d * 1.6, 4)
    const crater = smooth(0.1, 0.045, d + 0.02 * (value2(a * 3, 5) - 0.5)) * 0.16
    return (
      small +
      far * smooth(0.8, 1.4, d) +
      cone.height * (body * body * (0.7 + 0.42 * body) - crater) -
      gully * 24 * smooth(0.08, 0.3, d) * body
    )
  }
  const streamsDown = Array.from({ length: 4 + Math.floor(random.range(0, 4)) }, () => ({
    a: random.range(-1.1, 1.1),
    long: random.range(0.4, 1.05),
    wide: random.range(0.04, 0.09),
    salt: random.range(0, 90),
  }))
  const heat = (x: number, z: number) => {
    const { d, a } = polar(x, z)
    if (d > 1.15) return 0
    let most = smooth(0.15, 0.07, d)
    for (const s of streamsDown) {
      const off = Math.abs(a - s.a - fbm2(d * 4 + s.salt, 3.5, 3) * 0.9 * smooth(0, 0.4, d))
      const wide = s.wide * (0.55 + 0.9 * value2(d * 14 + s.salt, 2)) * (0.16 / (d + 0.1))
      most = Math.max(most, smooth(wide, wide * 0.35, off) * smooth(s.long, s.long * 0.55, d))
    }
    return most
  }
  const room: readonly Room[] = [
    [side * 1.5, 19, 1.8],
    [-side * 4, 26, 2.2],
  ]
  const height = withKnolls(scene.camera, bare, room)
  terrain(mesh, scene.camera, {
    paint: mesh.paint(lavaOf({ crust: [0.06, 0.052, 0.05], gain: 3.2, features: 0.07 })),
    near: 2,
    far: 2800,
    rows: 340,
    columns: 320,
    halfWidth: 0.72,
    height,
    v: (x, _, z) => (z < 130 ? 0 : heat(x, z)),
  })
  const vent = [cone.x, cone.height * 0.98, cone.z - 4] as const
  const tall = random.range(240, 380)
  ashColumn(site, streams('ash'), vent, tall, random.range(46, 72), side * random.range(-60, 160), 210)
  bombs(site, streams('bombs'), vent, random.range(90, 140), 130)
  scene.glows.push({ x: vent[0], y: vent[1] + 16, z: vent[2] - 40, colour: [1, 0.4, 0.09], intensity: 2.2, size: 60, fade: 0.0002 })
  if (brief.allows('lightning') && (layout.chance(0.7) || brief.wants('lightning')))
    ashLightning(site, streams('bolts'), [vent[0], vent[1], vent[2] - 60], tall)
  foreground(site, height)
  scene.lampBox = [
    [cone.x - 420, -10, 60],
    [cone.x + 420, cone.height + 160, cone.z + 60],
  ]
  fireLight(site, vent[0], vent[1] + 40, vent[2] - 60, 330, 0.9)
  scene.clouds = cumulus(site, { cover: 0.5, bottom: 900, top: 1700, banks: 0.5 })
  Object.assign(scene.sun, { centre: [0, 60, 340], radius: 460, resolution: 2048, normalBias: 0.8, depthBias: 0.8 })
  smokyAir(site, 0.0006)
  standing(scene, height, room)
  flying(scene, [[side * 17, eye + 20, 70, 8]])
  return scene
}

function foreground(site: Site, height: Land): void {
  const { mesh, streams, side, brief } = site
  const random = streams('stones')
  const basalt = mesh.paint(stoneOf({ colour: [0.06, 0.055, 0.055], features: 1.8, cover: rgb('#4c4438'), covered: 0.15 }))
  for (let i = 0; i < 110; i++) {
    const z = 5 + 90 * random.next() * random.next()
    const x = random.range(-0.62, 0.62) * (z + 4)
    const radius = random.range(0.2, 1.3) * (1 + z * 0.012)
    if (Math.abs(x) < 2.6 + radius && z < 30) continue
    boulder(mesh, random, { x, y: height(x, z) + radius * 0.1, z, radius, paint: basalt, rings: z < 20 ? 14 : 8, flat: 0.8 })
  }
  embers(site, streams('embers'), 46)
  if (!brief.allows('trees')) return
  const bark = mesh.paint(barkOf([0.05, 0.042, 0.038], 1.6))
  const count = 4 + Math.floor(random.range(0, 6))
  for (let i = 0; i < count; i++) {
    const z = i === 0 ? 15 : random.range(18, 64)
    const x = (i === 0 ? side : i % 3 === 0 ? -side : side) * (5 + z * random.range(0.14, 0.42))
    deadTree(mesh, random, { x, y: height(x, z) - 0.2, z, height: random.range(6, 12), paint: bark })
  }
}
