import { atan2, cos, PI, sin, smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { MATERIAL } from '../../../material/material-id.ts'
import { emitter } from '../../../material/paints.ts'
import { fbm2, gradient2, ridged2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { blend } from '../../../vector.ts'
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

/** A volcano that pours lava, mirrored in a dark lake. */
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
    rock: rgb('#3a3534'),
    grass: rgb('#37352a'),
    dryGrass: rgb('#453c30'),
    snowLine: snowy ? 30 : 1e6,
    snowBand: 120,
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
  lava(site, height, cone)
  plume(site, cone)
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

/** Streams of lava from the crater's rim, ever cooler and narrower towards the lake. */
function lava({ mesh, scene, streams, side }: Site, height: Land, cone: Cone): void {
  const random = streams('lava')
  const heat = [
    [[1, 0.62, 0.16], 7],
    [[1, 0.4, 0.07], 4],
    [[0.9, 0.2, 0.03], 1.7],
    [[0.6, 0.07, 0.015], 0.6],
  ] as const
  const paints = heat.map(([colour, gain]) => mesh.paint(emitter(colour, gain)))
  for (let k = 0; k < 7; k++) {
    // towards the camera, where it is seen
    const start = PI + side * random.range(-1.15, 1.15)
    const long = random.range(0.28, 0.9) * (k === 0 ? 1.1 : 1)
    const salt = random.range(0, 60)
    const wide = random.range(5, 13) * (k === 0 ? 1.5 : 1)
    const steps = 64
    let last: readonly [number, number] | null = null
    for (let i = 0; i <= steps; i++) {
      const t = i / steps
      const d = cone.radius * (0.045 + long * 0.72 * t)
      const a = start + (fbm2(t * 3 + salt, 1.5, 3) * 0.5 + fbm2(t * 9 + salt, 7.5, 2) * 0.12) * smooth(0, 0.2, t)
      const x = cone.x + sin(a) * d
      const z = cone.z + cos(a) * d
      const half = wide * (0.45 + 1.1 * value2(t * 7 + salt, 3)) * (1 - 0.75 * t)
      const cx = cos(a) * half
      const cz = -sin(a) * half
      const left = mesh.vertex(x - cx, height(x - cx, z - cz) + 1.8, z - cz)
      const right = mesh.vertex(x + cx, height(x + cx, z + cz) + 1.8, z + cz)
      const cool = Math.min(3, Math.floor(t * 3.2 + 1.3 * value2(t * 21 + salt, 9)))
      mesh.use(paints[cool]!)
      if (last) mesh.quad(last[0], last[1], right, left)
      last = [left, right]
      if (i % 9 === 0 && cool < 3)
        scene.glows.push({ x, y: height(x, z) + 6, z: z - 8, colour: [1, 0.36, 0.08], intensity: 0.3 * (1 - t * 0.6), size: 30 })
    }
  }
  scene.glows.push({ x: cone.x, y: cone.height * 0.96, z: cone.z - 90, colour: [1, 0.42, 0.1], intensity: 1.1, size: 80 })
}

/** Ash and glowing fragments over the crater. */
function plume({ mesh, scene, streams, side, dim }: Site, cone: Cone): void {
  const random = streams('plume')
  const hot = [1.3, 0.42, 0.1] as const
  const ash = dim ? ([0.035, 0.035, 0.045] as const) : blend(scene.sky.middle, [0.12, 0.11, 0.11], 0.72)
  const top = cone.height * 0.9
  for (let i = 0; i < 150; i++) {
    const t = i / 150
    scene.puffs.push({
      x: cone.x + side * (t * t * 430 + random.range(-1, 1) * (16 + 130 * t)),
      y: top + t * 520 + random.range(-1, 1) * (8 + 46 * t),
      z: cone.z - 60 + random.range(-30, 30),
      size: 22 + 105 * t * (0.6 + 0.6 * random.next()),
      opacity: 0.3 * (1 - 0.55 * t),
      colour: blend(hot, ash, smooth(0, 0.2, t + 0.06 * random.next())),
    })
  }
  const spark = mesh.paint(emitter([1, 0.5, 0.12], 6))
  mesh.use(spark)
  for (let i = 0; i < 90; i++) {
    const a = random.range(-1.2, 1.2)
    const r = random.next()
    const x = cone.x + sin(a) * 150 * r
    const y = top + cos(a) * 210 * r * (1.1 - r * 0.5)
    const s = random.range(1, 2.6)
    const z = cone.z - 70
    mesh.quad(mesh.vertex(x - s, y, z), mesh.vertex(x, y + s * 1.5, z), mesh.vertex(x + s, y, z), mesh.vertex(x, y - s * 1.5, z))
  }
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
