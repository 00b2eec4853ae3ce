import { smooth } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import { fbm2, ridged2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { blob } from '../../../shape/blob.ts'
import { box } from '../../../shape/loft.ts'
import { terrain } from '../../../shape/terrain.ts'
import { tube } from '../../../shape/tube.ts'
import type { Streams } from '../../../streams.ts'
import type { Vec3 } from '../../../vector.ts'
import { ground } from '../../nature/paints.ts'
import { conifer } from '../../nature/plant/conifer.ts'
import { meadow } from '../../nature/plant/meadow.ts'
import { trees } from '../../nature/plant/tree-paints.ts'
import { birds } from '../../nature/prop/birds.ts'
import { boulder } from '../../nature/prop/boulder.ts'
import { FOREST_FLOOR } from '../../nature/season.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { flying, standing } from '../../nature/spots.ts'
import { builtAir } from '../built-air.ts'
import { hills } from '../hills.ts'
import { axesOf } from '../place.ts'
import { stoneHead } from '../prop/stone-head.ts'
import { broken, type RuinStone, ruinStone, scatter } from './stones.ts'
import { visitors } from './visitors.ts'

type Land = (x: number, z: number) => number

/** The head of a fallen colossus in a valley of grass, and further off the legs it stood on. */
export function colossus(brief: Brief, streams: Streams): Scene {
  const frame = streams('camera')
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [0, frame.range(2.2, 3.2), 0],
      target: [side * frame.range(-2, 2), frame.range(6, 7.4), 60],
      fov: frame.range(50, 56),
      shiftY: 0.06,
    },
    azimuth: side * (brief.mood.time === 'day' ? frame.range(82, 125) : frame.range(60, 95)),
  }))
  const { mesh, scene, side, snowy } = site
  const layout = streams('layout')
  const ox = layout.range(0, 200)
  const land: Land = (x, z) =>
    fbm2(x * 0.03 + ox, z * 0.03, 3) * 1.5 * smooth(3, 22, z) +
    fbm2(x * 0.25, z * 0.25, 2) * 0.12 +
    smooth(30, 150, Math.abs(x)) * (6 + 26 * ridged2(x * 0.012 + ox, z * 0.012, 4))
  const [grass, dry] = FOREST_FLOOR[site.season]
  terrain(mesh, scene.camera, {
    paint: mesh.paint(
      ground({ rock: [0.3, 0.28, 0.25], grass, dryGrass: dry, scale: 1.8, rockiness: 0, ...(snowy && { snowLine: -60, snowBand: 4 }) }),
    ),
    near: 2,
    far: 420,
    rows: 230,
    columns: 210,
    halfWidth: 0.85,
    height: land,
  })
  const stone = ruinStone(site, ['#9c9488', '#b8a88c', '#8a8f8c', '#a88e74'], 0.6)
  const hx = side * layout.range(4, 6.5)
  const hz = layout.range(33, 37)
  const size = layout.range(14.5, 17)
  stoneHead(mesh, {
    x: hx,
    y: land(hx, hz) - size * layout.range(0.1, 0.2),
    z: hz,
    turn: -side * layout.range(0, 0.42),
    height: size,
    lean: layout.range(0.04, 0.3),
    tilt: side * layout.range(0.06, 0.26),
    paint: stone.carved,
    worn: layout.range(0.3, 0.8),
    salt: layout.range(0, 30),
  })
  hand(site, stone, land, -side * layout.range(7, 10), layout.range(24, 29), layout.range(3.4, 4.4))
  legs(site, stone, land, -side * layout.range(16, 26), layout.range(74, 92))
  scatter(site, stone, {
    count: 70,
    size: [0.4, 1.8],
    place: () => {
      const z = streams('rubble').range(6, 70)
      const x = streams('rubble').range(-0.66, 0.66) * z
      return Math.abs(x) < 2.6 && z < 26 ? null : [x, z]
    },
    height: land,
  })
  if (!snowy) meadow(site, land, { near: 2.2, far: 48, spread: 0.72, tries: 15000, flowers: 1700 })
  growth(site, land)
  hills(site, { near: 230, far: 3600, hills: 90, mountains: 620, foot: -2, wooded: 420, snowLine: 480 })
  builtAir(site, {
    centre: [0, 8, 38],
    radius: 56,
    lamps: [
      [-24, -1, 8],
      [24, 12, 46],
    ],
    haze: 1.2,
  })
  Object.assign(scene.fog, { far: 2400, haze: scene.fog.haze * 0.55 })
  if (scene.look.name !== 'day') scene.ambient *= 1.3
  if (site.dim) camp(site, land, -side * 3.4, 21)
  visitors(site, land, [
    [-side * 1.4, 24],
    [-side * 2.6, 25],
  ])
  standing(scene, land, [
    [-side * 2.2, 15, 1.6],
    [-side * 4.6, 19, 2],
    [side * 2.4, 20, 1.8],
  ])
  flying(scene, [
    [-side * 10, 17, 50, 5],
    [-side * 3.6, 8.6, 22, 2],
  ])
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 11,
      x: hx - side * 5,
      y: size + 7,
      z: hz + 8,
      spread: 8,
      size: 0.6,
      paint: mesh.paint(plain([0.03, 0.03, 0.035])),
    })
  return scene
}

/** A stone hand that reaches out of the ground. */
function hand({ mesh, streams, side }: Site, stone: RuinStone, land: Land, x: number, z: number, size: number): void {
  const random = streams('hand')
  const y = land(x, z)
  const at = axesOf({ x, y, z, turn: side * random.range(-0.5, 0.5) })
  const bar = (path: readonly Vec3[], radius: number, endRadius = radius) =>
    tube(
      mesh,
      path.map((p) => at(p[0] * size, p[1] * size, p[2] * size)),
      { paint: stone.carved, radius: radius * size, endRadius: endRadius * size, sides: 12 },
    )
  const ball = ([a, b, c]: Vec3, r: number, rise = r) => {
    const [px, py, pz] = at(a * size, b * size, c * size)
    blob(mesh, {
      x: px,
      y: py,
      z: pz,
      rx: r * size,
      ry: rise * size,
      rz: r * size,
      paint: stone.carved,
      rings: 10,
      rough: 0.08,
      frequency: 2,
    })
  }
  bar(
    [
      [0, -0.4, 0.1],
      [0, 0.5, 0],
    ],
    0.27,
    0.24,
  )
  ball([0, 0.82, 0], 0.36, 0.44)
  for (const [i, [spread, long, bend]] of (
    [
      [-0.3, 0.62, 0.1],
      [-0.11, 0.78, 0.2],
      [0.09, 0.74, 0.26],
      [0.28, 0.58, 0.3],
    ] as const
  ).entries()) {
    const root: Vec3 = [spread * 0.95, 1.08, -0.02]
    const joint: Vec3 = [spread * 1.2, 1.08 + long * 0.52, -bend * 0.35]
    const tip: Vec3 = [spread * 1.3, 1.08 + long * 0.9, -bend * 1.3]
    const whole = i === 0 || random.chance(0.72)
    bar([root, joint], 0.105, 0.098)
    ball(root, 0.12)
    if (!whole) continue
    ball(joint, 0.102)
    bar([joint, tip], 0.096, 0.075)
    ball(tip, 0.077)
  }
  bar(
    [
      [0.26, 0.62, -0.06],
      [0.52, 0.86, -0.16],
      [0.58, 1.16, -0.26],
    ],
    0.12,
    0.085,
  )
  ball([0.58, 1.16, -0.26], 0.088)
}

/** The pedestal of the colossus with what stands on it still: feet, and legs that end in the air. */
function legs({ mesh, streams }: Site, stone: RuinStone, land: Land, x: number, z: number): void {
  const random = streams('legs')
  const y = land(x, z)
  for (const [w, up, h] of [
    [26, -3, 4.5],
    [22, 1.5, 3.2],
    [24, 4.7, 1.1],
  ] as const)
    box(mesh, { x, y: y + up, z, width: w, height: h, depth: w * 0.7, paint: stone.block })
  for (const q of [-1, 1]) {
    const cx = x + q * 5
    const tall = random.range(8, q < 0 ? 24 : 15)
    const foot = y + 5.8
    tube(
      mesh,
      [
        [cx, foot, z],
        [cx, foot + 4, z],
        [cx - q * 0.4, foot + tall * 0.6, z],
        [cx - q * 0.6, foot + tall, z],
      ],
      { paint: stone.carved, radius: 2.3, endRadius: 3, sides: 18 },
    )
    const ragged = broken(2.2, 0.3, random.range(0, 40), 0.5, 0.7)
    for (let i = 0; i < 7; i++)
      boulder(mesh, random, {
        x: cx - q * 0.6 + random.range(-1.8, 1.8),
        y: foot + tall - 0.6 + ragged(i) * 0.5,
        z: z + random.range(-1.8, 1.8),
        radius: random.range(0.9, 1.7),
        paint: stone.rubble,
        rings: 7,
      })
    blob(mesh, {
      x: cx,
      y: foot + 0.7,
      z: z - 3,
      rx: 2.3,
      ry: 1.5,
      rz: 4.2,
      paint: stone.carved,
      rings: 12,
      rough: 0.06,
      frequency: 2,
      floor: -0.5,
    })
  }
}

/** Firs on the slopes. */
function growth(site: Site, land: Land): void {
  const { mesh, streams, brief, side } = site
  const random = streams('growth')
  if (!brief.allows('trees')) return
  const { needles, bark } = trees(site)
  for (let i = 0; i < 120; i++) {
    const z = random.range(34, 190)
    const x = random.range(-0.75, 0.75) * z
    const tall = random.range(9, 17)
    const leaf = random.pick(needles)
    if (Math.abs(x) < 14 + z * 0.16 || (x * side < 0 && z < 96 && z > 60 && Math.abs(x) < 40)) continue
    conifer(mesh, random, { x, y: land(x, z) - 0.4, z, height: tall, distance: Math.max(z, 52) }, leaf, bark)
  }
}

/** A small fire before the head, after dark. */
function camp({ mesh, scene, streams }: Site, land: Land, x: number, z: number): void {
  const random = streams('camp')
  const y = land(x, z)
  const wood = mesh.paint(plain([0.06, 0.04, 0.03]))
  for (let i = 0; i < 5; i++) {
    const a = random.range(-0.6, 0.6)
    tube(
      mesh,
      [
        [x - 0.5 * a, y + 0.05, z - 0.3],
        [x + a, y + 0.3, z + random.range(-0.3, 0.3)],
      ],
      { paint: wood, radius: 0.07, sides: 5 },
    )
  }
  scene.lamps.push({ x, y: y + 1, z, colour: [1.5, 0.66, 0.2], range: 18 })
  scene.glows.push({ x, y: y + 0.4, z: z - 0.3, colour: [1, 0.5, 0.16], intensity: 2, size: 0.6 })
}
