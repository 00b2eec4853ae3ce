import { PI, sin, smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import { fbm2, ridged2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { box, loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import { terrain } from '../../../shape/terrain.ts'
import { tube } from '../../../shape/tube.ts'
import type { Streams } from '../../../streams.ts'
import type { Vec3 } from '../../../vector.ts'
import { clothOf, ground, leaves, masonryOf, stoneOf } from '../paints.ts'
import { grass } from '../plant/grass.ts'
import { birds } from '../prop/birds.ts'
import { boulder } from '../prop/boulder.ts'
import { FOREST_FLOOR, TURF } from '../season.ts'
import { openSite, type Site } from '../site.ts'
import { flying, type Room, standing, withKnolls } from '../spots.ts'
import { mountainAir } from './mountain-air.ts'

type Land = (x: number, z: number) => number

/** A path over a high pass: a shrine or a cairn with lines of flags in the wind, white peaks behind. */
export function passView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(2, 4)
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, eye, 0], target: [0, eye + 3.2, 100], fov: layout.range(50, 58), shiftY: 0.1 },
    azimuth: side * (brief.mood.time === 'day' ? -76 : 66),
  }))
  const { mesh, scene, side, season, snowy } = site
  const random = streams('land')
  const ox = random.range(0, 200)
  const oz = random.range(0, 200)
  const px = -side * random.range(-180, 460)
  const tall = random.range(520, 840)
  const bend = random.range(0, 6)
  const crest = random.range(40, 56)
  const path = (z: number) => side * (2.6 * sin(z * 0.075 + bend) * smooth(2, 18, z) + 1)
  const bare: Land = (x, z) => {
    const saddle =
      smooth(6, crest, z) * 2.6 -
      smooth(crest, crest + 130, z) * 46 +
      smooth(12, 70, Math.abs(x - path(z))) * smooth(10, 60, z) * (10 + 22 * value2(x * 0.02 + ox, z * 0.02))
    const near = fbm2(x * 0.06 + ox, z * 0.06, 4) * 1.5 * smooth(1, 6, Math.abs(x - path(z))) + fbm2(x * 0.4, z * 0.4, 2) * 0.14
    const w = fbm2(x * 0.0012 + ox, z * 0.0012 + oz, 3) * 240
    const r = z > 200 ? ridged2((x + w) * 0.0009 + ox, (z + w) * 0.0009 + oz, 7) : 0
    const dx = (x - px) / 540
    const dz = (z - 2300) / 540
    return saddle + near + smooth(240, 1500, z) * (r * 430 + (tall / (1 + dx * dx + dz * dz)) * (0.55 + 0.65 * r))
  }
  const [turf, dry] = FOREST_FLOOR[season]
  const land = ground({
    rock: rgb('#6a6460'),
    grass: turf,
    dryGrass: dry,
    snowLine: snowy ? -100 : 150,
    snowBand: snowy ? 60 : 240,
    scale: 4,
    rockiness: 0.05,
  })
  const room: readonly Room[] = [
    [path(19), 19, 1.6],
    [path(30) + side * 4, 30, 2.6],
  ]
  const height = withKnolls(scene.camera, bare, room)
  terrain(mesh, scene.camera, {
    paint: mesh.paint(land),
    near: 110,
    far: 6400,
    rows: 250,
    columns: 300,
    halfWidth: 0.72,
    height: (x, z) => height(x, z) - 0.3,
  })
  const rocky = ground({
    rock: rgb('#6e6862'),
    grass: snowy ? rgb('#e4eaf2') : turf,
    dryGrass: snowy ? rgb('#dfe6ef') : dry,
    scale: 0.9,
    bump: 1.5,
    rockiness: 0,
  })
  terrain(mesh, scene.camera, { paint: mesh.paint(rocky), near: 1.6, far: 130, rows: 200, columns: 200, halfWidth: 0.78, height })
  way(site, path, height, crest)
  const sz = crest * layout.range(0.5, 0.62)
  const sx = path(sz) - side * layout.range(3, 5.4)
  const top = layout.chance(0.5) ? shrine(site, sx, height(sx, sz), sz) : cairn(site, sx, height(sx, sz), sz)
  flags(site, top, height, sx, sz)
  stones(site, height, path)
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 5,
      x: side * 18,
      y: eye + 20,
      z: 90,
      spread: 14,
      size: 1.3,
      paint: mesh.paint(plain([0.02, 0.02, 0.025])),
    })
  mountainAir(site, { cover: 0.4, density: 0.0002 })
  Object.assign(scene.sun, { centre: [0, 6, 44], radius: 74, normalBias: 0.12, depthBias: 0.12 })
  standing(scene, height, room)
  flying(scene, [
    [side * 3, eye + 3, 15, 3],
    [side * 13, eye + 11, 60, 6],
  ])
  return scene
}

/** The trodden path, a ribbon over the crest. */
function way({ mesh, snowy }: Site, path: (z: number) => number, height: Land, crest: number): void {
  const paint = mesh.paint(
    snowy
      ? stoneOf({ colour: [0.5, 0.54, 0.6], features: 1.4 })
      : ground({ rock: rgb('#8a7a66'), grass: rgb('#7c6c58'), dryGrass: rgb('#948470'), scale: 0.5, bump: 1.1, rockiness: -0.3 }),
  )
  const base = mesh.vertexCount()
  const rows = 120
  for (let j = 0; j <= rows; j++) {
    const z = 1.6 + (crest + 4) * (j / rows)
    for (let i = 0; i <= 6; i++) {
      const x = path(z) + (i / 3 - 1) * 0.62 * (0.8 + 0.5 * value2(z * 0.6, i > 3 ? 3 : 8))
      mesh.vertex(x, height(x, z) + (i === 0 || i === 6 ? -0.05 : 0.025), z, x, z, 0, 1, 0)
    }
  }
  mesh.use(paint, true)
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < 6; i++) {
      const a = base + j * 7 + i
      mesh.quad(a, a + 1, a + 8, a + 7)
    }
  mesh.smoothGrid(base, 7, rows + 1)
}

/** A whitewashed shrine with a gilded spire. Returns where flags are tied. */
function shrine({ mesh, snowy }: Site, x: number, y: number, z: number): Vec3 {
  const white = mesh.paint(
    masonryOf({
      colour: [0.66, 0.64, 0.6],
      blockWidth: 1.6,
      blockHeight: 0.8,
      joints: 0.2,
      cover: rgb('#e8edf4'),
      covered: snowy ? 0.8 : 0,
    }),
  )
  const gold = mesh.paint(plain([0.6, 0.38, 0.08], 0.8, 0.6))
  const red = mesh.paint(plain([0.42, 0.09, 0.06]))
  for (const [up, size, tall] of [
    [-1, 4.4, 1.7],
    [0.7, 3.6, 0.5],
    [1.2, 3, 0.5],
  ] as const)
    box(mesh, { x, y: y + up, z, width: size, height: tall, depth: size, turn: 0.3, paint: white })
  box(mesh, { x, y: y + 0.2, z, width: 4.46, height: 0.24, depth: 4.46, turn: 0.3, paint: red })
  loft(
    mesh,
    [
      [1.7, 1.2],
      [2.3, 1.36],
      [2.9, 1.2],
      [3.3, 0.66],
    ].map(([up, r]) => ({ y: y + up!, points: polygon(x, z, r!, 24) })),
    { paint: white, cap: white, smooth: true },
  )
  box(mesh, { x, y: y + 3.3, z, width: 0.8, height: 0.5, depth: 0.8, turn: 0.3, paint: white })
  loft(
    mesh,
    [
      { y: y + 3.8, points: polygon(x, z, 0.42, 16) },
      { y: y + 5.3, points: polygon(x, z, 0.1, 16) },
      { y: y + 5.5, points: polygon(x, z, 0.02, 16) },
    ],
    { paint: gold, smooth: true },
  )
  return [x, y + 5.2, z]
}

/** A heap of stones with a pole. */
function cairn({ mesh, streams, snowy }: Site, x: number, y: number, z: number): Vec3 {
  const random = streams('cairn')
  const stone = mesh.paint(stoneOf({ colour: [0.24, 0.22, 0.2], features: 2, cover: rgb('#e8edf4'), covered: snowy ? 0.8 : 0 }))
  for (let i = 0; i < 46; i++) {
    const t = i / 46
    const out = 1.7 * (1 - t)
    boulder(mesh, random, {
      x: x + sin(i * 2.4) * out,
      y: y + t * 2.5,
      z: z + sin(i * 2.4 + PI / 2) * out,
      radius: 0.62 * (1 - 0.55 * t) * random.range(0.8, 1.2),
      paint: stone,
      rings: 9,
      flat: 0.6,
    })
  }
  tube(
    mesh,
    [
      [x, y, z],
      [x + 0.1, y + 5, z],
    ],
    { paint: mesh.paint(plain([0.24, 0.18, 0.13])), radius: 0.07, sides: 6 },
  )
  return [x + 0.1, y + 4.9, z]
}

/** Lines of flags that run out from `top` to the ground about it. */
function flags({ mesh, streams, brief }: Site, top: Vec3, height: Land, x: number, z: number): void {
  const random = streams('flags')
  const tints = brief.accent
    ? [brief.accent, rgb('#e0dcd0')]
    : [rgb('#2c5cb8'), rgb('#e0dcd0'), rgb('#b82c28'), rgb('#3c8c4c'), rgb('#d8a828')]
  const cloth = tints.map((c) => mesh.paint(clothOf(c, 0.45)))
  const cord = mesh.paint(plain([0.3, 0.27, 0.22]))
  const lines = 5 + Math.floor(random.range(0, 4))
  for (let k = 0; k < lines; k++) {
    const a = (k / lines) * PI * 2 + random.range(-0.2, 0.2)
    const far = random.range(9, 17)
    const ex = x + sin(a) * far
    const ez = z + sin(a + PI / 2) * far * 0.7
    const ey = height(ex, ez) + random.range(0.3, 2.4)
    const sag = random.range(0.5, 1.3)
    const at = (t: number): Vec3 => [
      top[0] + (ex - top[0]) * t,
      top[1] + (ey - top[1]) * t - 4 * t * (1 - t) * sag,
      top[2] + (ez - top[2]) * t,
    ]
    tube(
      mesh,
      Array.from({ length: 13 }, (_, i) => at(i / 12)),
      { paint: cord, radius: 0.014, sides: 4 },
    )
    const count = Math.floor(far * 1.7)
    for (let i = 1; i < count; i++) {
      const p = at((i + 0.1) / count)
      const q = at((i + 0.78) / count)
      const blow = random.range(0.1, 0.34)
      mesh.use(cloth[(i + k) % cloth.length]!)
      mesh.panel([p[0] + blow, p[1] - 0.42, p[2] + blow * 0.5], [q[0] + blow, q[1] - 0.42, q[2] + blow * 0.5], q, p)
    }
  }
}

function stones(site: Site, height: Land, path: (z: number) => number): void {
  const { mesh, streams, snowy, season } = site
  const random = streams('stones')
  const stone = mesh.paint(
    stoneOf({
      colour: [0.21, 0.195, 0.185],
      features: 1.8,
      covered: snowy ? 0.9 : 0.3,
      cover: snowy ? rgb('#e8edf4') : [0.09, 0.095, 0.05],
    }),
  )
  for (let i = 0; i < 120; i++) {
    const z = 4 + 70 * random.next() * random.next()
    const x = random.range(-0.64, 0.64) * (z + 3)
    const radius = random.range(0.15, 1.2) * (i < 70 ? 0.5 : 1)
    if (Math.abs(x - path(z)) < 1.1 + radius) continue
    boulder(mesh, random, { x, y: height(x, z) - radius * 0.1, z, radius, paint: stone, rings: z < 20 ? 13 : 9, flat: 0.8 })
  }
  if (snowy) return
  const [from, to] = TURF[season]
  grass(mesh, streams('grass'), {
    tries: 11000,
    near: 2.4,
    far: 40,
    spread: 0.68,
    height: [0.08, 0.3],
    paints: [mesh.paint(leaves(from, to, { through: 0.2 }))],
    ground: (x, z) => (Math.abs(x - path(z)) < 0.7 || value2(x * 0.4 + 4, z * 0.4) < 0.36 ? null : height(x, z)),
  })
}
