import { sin, smooth } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { emitter, plain } from '../../../material/paints.ts'
import { fbm2, ridged2, value2, valueFbm2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { box, loft } from '../../../shape/loft.ts'
import { rectangle } from '../../../shape/outline.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { snowOf } from '../paints.ts'
import { broadleaf } from '../plant/broadleaf.ts'
import { conifer } from '../plant/conifer.ts'
import { trees } from '../plant/tree-paints.ts'
import { cabinForm } from '../prop/cabin-form.ts'
import { logCabin, smoke } from '../prop/log-cabin.ts'
import type { Site } from '../site.ts'
import { flying, type Room, standing, withKnolls } from '../spots.ts'
import { cabinSite, floorOf, peaksOf, sward } from './cabin-site.ts'
import { winterAir } from './winter-air.ts'

type Land = (x: number, z: number) => number

/** From a slope down on a hamlet with lit windows under high mountains. */
export function villageView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(20, 44)
  const site = cabinSite(brief, streams, (side) => ({
    view: {
      eye: [0, eye, 0],
      target: [layout.range(-10, 10), eye - 5 - Math.max(0, (eye - 27) * 0.55), 100],
      fov: layout.range(44, 56),
      shiftY: 0.1,
    },
    azimuth: brief.mood.time === 'day' ? -side * 138 : side * 78,
  }))
  const { mesh, scene, side } = site
  const random = streams('land')
  const ox = random.range(0, 150)
  const oz = random.range(0, 150)
  const px = side * random.range(150, 420)
  const tall = random.range(150, 620)
  const crests = random.range(200, 380)
  const lane = (z: number) => side * (10 * sin(z * 0.022 + ox) + z * 0.03)
  const bare: Land = (x, z) => {
    const slope = (eye - 4) * smooth(92, 8, z + x * side * 0.3) + fbm2(x * 0.03 + ox, z * 0.03, 4) * 3.4 * smooth(130, 30, z)
    if (z < 70) return slope
    const w = fbm2(x * 0.0013 + ox, z * 0.0013 + oz, 3) * 240
    const wall = smooth(90, 420, Math.abs(x - lane(z)) - z * 0.12 + w * 0.4)
    const far = smooth(420, 1500, z + w * 0.4)
    const r = far > 0 ? ridged2((x + w) * 0.0009 + ox, (z + w) * 0.0009 + oz, 7) : 0
    const dx = (x - px) / 480
    const dz = (z - 1900) / 480
    const peak = 1 / (1 + dx * dx + dz * dz)
    return (
      slope +
      fbm2(x * 0.012 + ox, z * 0.012, 3) * 5 +
      wall * (26 + 70 * valueFbm2(x * 0.006, z * 0.006, 3)) +
      far * (r * crests + peak * tall * (0.6 + 0.55 * r))
    )
  }
  const room: readonly Room[] = [
    [side * 3, 24, 1.8],
    [-side * 2.5, 31, 2.2],
  ]
  const height = withKnolls(scene.camera, bare, room)
  terrain(mesh, scene.camera, { paint: mesh.paint(floorOf(site)), near: 2, far: 340, rows: 230, columns: 250, halfWidth: 0.64, height })
  terrain(mesh, scene.camera, {
    paint: mesh.paint(peaksOf(site, 240, 160, 4)),
    near: 330,
    far: 5200,
    rows: 190,
    columns: 280,
    halfWidth: 0.68,
    height: (x, z) => height(x, z) - 0.4,
  })
  sward(site, height, 4, 46)
  hamlet(site, height, lane)
  firs(site, height, lane)
  winterAir(site, { centre: [0, 12, 150], radius: 210 })
  Object.assign(scene.fog, {
    far: 3200,
    density: scene.fog.density * 0.3,
    haze: scene.fog.haze * 0.3,
    noiseScale: 0.012,
    thinning: 26,
    lamps: 0.9,
  })
  scene.sun.normalBias = 0.3
  scene.sun.depthBias = 0.3
  standing(scene, height, room)
  flying(scene, [
    [side * 14, 36, 70, 7],
    [-side * 30, 52, 140, 12],
  ])
  return scene
}

function hamlet(site: Site, height: Land, lane: (z: number) => number): void {
  const { mesh, scene, streams, side, lit, snowy } = site
  const random = streams('hamlet')
  const { walls, roof, pitch } = cabinForm(streams('form'), site.brief.accent)
  const left = random.range(0.72, 1)
  const spots: readonly (readonly [off: number, z: number, size: number])[] = [
    [-11, 98, 1],
    [13, 108, 1.1],
    [-19, 122, 1.15],
    [9, 134, 0.95],
    [28, 126, 1],
    [-9, 150, 1.05],
    [22, 158, 1.1],
    [-30, 148, 0.95],
    [3, 176, 1],
    [-22, 182, 1.05],
    [40, 176, 1],
  ]
  scene.lampBox = [
    [-70, -6, 70],
    [70, 40, 230],
  ]
  for (const [off, along, size] of spots) {
    if (!random.chance(left)) continue
    const z = along + random.range(-4, 4)
    const x = lane(z) + side * off * random.range(0.8, 1.3) + random.range(-2, 2)
    const y = height(x, z)
    const turn = random.range(-0.7, 0.7)
    const { chimney } = logCabin(site, {
      x,
      y,
      z,
      turn,
      width: 9 * size,
      depth: 7 * size,
      eaves: 3.2 * size,
      snowy,
      plainly: true,
      walls,
      roof,
      pitch: Math.min(pitch, 0.7),
    })
    if (random.chance(0.4)) smoke(site, chimney, side, 0.8)
    if (lit) {
      scene.lamps.push({ x, y: y + 2, z: z - 6, colour: [0.62, 0.3, 0.09], range: 17 })
      scene.glows.push({ x, y: y + 1.8, z: z - 5.5, colour: [1, 0.55, 0.2], intensity: 0.35, size: 1.6 })
    }
  }
  chapel(site, lane(164) - side * 4, height(lane(164) - side * 4, 164), 164)
  const post = mesh.paint(plain([0.1, 0.06, 0.04]))
  const lamp = mesh.paint(lit ? emitter([1, 0.55, 0.2], 4) : plain([0.3, 0.3, 0.3]))
  for (let i = 0; i < 7; i++) {
    const z = 84 + i * 15
    const x = lane(z) + side * 3 * (i & 1 ? 1 : -1)
    const y = height(x, z)
    box(mesh, { x, y, z, width: 0.16, height: 3, depth: 0.16, paint: post })
    box(mesh, { x, y: y + 3, z, width: 0.44, height: 0.5, depth: 0.44, paint: lamp })
    if (!lit) continue
    scene.glows.push({ x, y: y + 3.2, z: z - 0.4, colour: [1, 0.6, 0.24], intensity: 0.8, size: 0.5 })
    scene.lamps.push({ x, y: y + 2.6, z: z - 0.5, colour: [0.6, 0.3, 0.1], range: 11 })
  }
}

/** A white chapel with a pointed spire. */
function chapel({ mesh, scene, lit, snowy }: Site, x: number, y: number, z: number): void {
  const wall = mesh.paint(plain([0.62, 0.6, 0.58]))
  const slate = mesh.paint(plain([0.12, 0.13, 0.16], 0.4, 0.2))
  const snow = mesh.paint(snowy ? snowOf() : plain([0.14, 0.1, 0.09]))
  box(mesh, { x, y: y - 1, z: z + 6, width: 7, height: 6, depth: 12, paint: wall })
  mesh.use(snow)
  for (const q of [-1, 1])
    mesh.panel([x + q * 4, y + 4.6, z - 0.4], [x + q * 4, y + 4.6, z + 12.6], [x, y + 9.2, z + 12.6], [x, y + 9.2, z - 0.4])
  mesh.use(wall)
  mesh.triangle(mesh.vertex(x - 3.5, y + 5, z), mesh.vertex(x + 3.5, y + 5, z), mesh.vertex(x, y + 9, z))
  box(mesh, { x, y: y - 1, z: z - 1.4, width: 4, height: 13, depth: 4, paint: wall })
  loft(
    mesh,
    [
      { y: y + 11.8, points: rectangle(x, z - 1.4, 4.8, 4.8) },
      { y: y + 13.2, points: rectangle(x, z - 1.4, 3, 3) },
      { y: y + 21.5, points: rectangle(x, z - 1.4, 0.1, 0.1) },
    ],
    { paint: slate },
  )
  mesh.use(mesh.paint(lit ? emitter([1, 0.6, 0.24], 2.6) : plain([0.05, 0.06, 0.08], 0.8, 1)))
  for (const up of [2, 8])
    mesh.panel([x - 0.6, y + up, z - 3.44], [x + 0.6, y + up, z - 3.44], [x + 0.6, y + up + 2, z - 3.44], [x - 0.6, y + up + 2, z - 3.44])
  if (lit) scene.lamps.push({ x, y: y + 3, z: z - 7, colour: [0.6, 0.32, 0.1], range: 18 })
}

function firs(site: Site, height: Land, lane: (z: number) => number): void {
  const { mesh, streams, side, brief, snowy } = site
  if (!brief.allows('trees')) return
  const random = streams('firs')
  const { needles, crowns, bark } = trees(site, snowy ? 1 : 0)
  const leafy = snowy ? 0 : random.range(0, 0.6)
  const limit = brief.density === 'sparse' ? 1000 : brief.density === 'dense' ? 2600 : 1900
  let planted = 0
  for (let i = 0; i < 9000 && planted < limit; i++) {
    const q = random.next()
    const z = 70 + 900 * q * (0.2 + 0.8 * q)
    const x = random.range(-0.6, 0.6) * z
    const tall = random.range(9, 18)
    const leaf = random.pick(needles)
    const off = Math.abs(x - lane(z))
    if (z < 200 && off < 46) {
      if (off < 6 || value2(x * 0.09, z * 0.09) < 0.72) continue
    } else if (value2(x * 0.012 + 3, z * 0.012) < 0.4) continue
    const y = height(x, z)
    if (y > 210) continue
    planted++
    const stand = { x, y: y - 0.3, z, height: tall * (z < 200 && off < 46 ? 0.6 : 1), distance: z }
    if (random.chance(leafy)) broadleaf(mesh, random, { ...stand, distance: Math.max(z, 220) }, random.pick(crowns), bark)
    else conifer(mesh, random, stand, leaf, bark)
  }
  const frame = streams('frame')
  const framed = frame.pick([-1, 1, 0] as const)
  for (const [across, z, tall] of [
    [-9.5, 20, 12],
    [-12.5, 26, 15],
    [-16, 31, 17],
    [-8.2, 27, 7],
    [-19, 24, 13],
    [14.5, 30, 10],
    [18, 36, 14],
    [12.4, 36, 6],
  ] as const) {
    if (across * framed > 0) continue
    const x = side * across * frame.range(0.95, 1.3)
    conifer(mesh, frame, { x, y: height(x, z) - 0.3, z, height: tall * frame.range(0.9, 1.1), distance: z }, frame.pick(needles), bark)
  }
}
