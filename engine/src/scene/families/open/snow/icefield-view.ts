import { cos, PI, sin, smooth, TAU } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { emitter, plain } from '../../../material/paints.ts'
import type { Paint } from '../../../mesh.ts'
import { fbm2, ridged2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { box, loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import { terrain } from '../../../shape/terrain.ts'
import { tube } from '../../../shape/tube.ts'
import type { Streams } from '../../../streams.ts'
import { winterAir } from '../../nature/cabin/winter-air.ts'
import { clothOf, masonryOf, snowOf } from '../../nature/paints.ts'
import { boulder } from '../../nature/prop/boulder.ts'
import { sailingShip } from '../../nature/prop/sailing-ship.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { flying, type Room, standing, withKnolls } from '../../nature/spots.ts'
import { iceOf } from '../paints.ts'
import { iceberg } from '../prop/iceberg.ts'

type Land = (x: number, z: number) => number

/** A polar ice field: a ship held fast, a camp, or a gate of ice, before a glacier's front. */
export function iceFieldView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(2.2, 5)
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, eye, 0], target: [0, eye + 2.2, 100], fov: layout.range(48, 56), shiftY: 0.1 },
    azimuth: side * (brief.mood.time === 'day' ? layout.range(60, 112) : layout.range(40, 66)),
  }))
  const { mesh, scene, side, dim } = site
  const random = streams('land')
  const ox = random.range(0, 150)
  const front = random.range(330, 520)
  const tall = random.range(36, 70)
  const bare: Land = (x, z) => {
    const drift = fbm2(x * 0.03 + ox, z * 0.05, 4) * 1.5 + fbm2(x * 0.3, z * 0.2, 2) * 0.12
    const ridge = smooth(0.72, 0.9, ridged2(x * 0.022 + ox, z * 0.03 + 7, 3)) * 1.4 * smooth(10, 34, z)
    const edge = z - front - 60 * fbm2(x * 0.006 + ox, 3, 4) - 14 * value2(x * 0.06, 5)
    const wall = smooth(-3, 5, edge) * tall * (0.75 + 0.5 * value2(x * 0.03 + ox, z * 0.012))
    const range = smooth(900, 2200, z) * 420 * ridged2(x * 0.0012 + ox, z * 0.0012, 6)
    return drift + ridge + wall + range
  }
  const room: readonly Room[] = [
    [-side * 0.9, 9.5, 2.6],
    [side * 6, 28, 2.6],
  ]
  const height = withKnolls(scene.camera, bare, room)
  terrain(mesh, scene.camera, { paint: mesh.paint(snowOf()), near: 1.8, far: front - 40, rows: 200, columns: 220, halfWidth: 0.74, height })
  terrain(mesh, scene.camera, {
    paint: mesh.paint(iceOf({ features: 0.06, snow: 1, inner: dim ? 0.02 : 0.08 })),
    near: front - 60,
    far: 3200,
    rows: 170,
    columns: 260,
    halfWidth: 0.74,
    height: (x, z) => height(x, z) - (z < front - 34 ? 0.5 : 0),
  })
  const ice = mesh.paint(iceOf({ features: 0.35, snow: 0.95, inner: dim ? 0.02 : 0.07 }))
  const hx = -side * layout.range(4, 15)
  const hz = layout.range(66, 84)
  const chosen = layout.pick(['ship', 'camp', 'gate', 'ship', 'camp'] as const)
  const form = brief.wants('boat') ? 'ship' : chosen
  scene.lampBox = [
    [hx - 30, -3, 10],
    [hx + 30, 18, hz + 20],
  ]
  if (form === 'ship') frozenShip(site, height, hx, hz)
  else if (form === 'camp') camp(site, height, hx * 0.9 - side * 4, hz * 0.55)
  else gate(site, height, hx * 0.8, hz, ice)
  blocks(site, height, ice, hx, hz)
  winterAir(site, { centre: [0, 8, 70], radius: 108 })
  scene.fog.far = 2400
  scene.fog.density *= 0.35
  scene.fog.haze *= 0.3
  standing(scene, height, room)
  flying(scene, [[side * 14, eye + 12, 60, 6]])
  return scene
}

function frozenShip(site: Site, height: Land, x: number, z: number): void {
  const { side, streams, brief, mesh } = site
  const random = streams('ship')
  sailingShip(site, {
    x,
    y: height(x, z) - 0.3,
    z,
    turn: side > 0 ? -random.range(0.1, 0.6) : PI + random.range(0.1, 0.6),
    heel: side * random.range(0.1, 0.22),
    pitch: random.range(0.02, 0.08),
    length: random.range(38, 44),
    sail: brief.accent ?? rgb('#b8ac94'),
    reefed: true,
  })
  const heap = mesh.paint(iceOf({ features: 0.6, snow: 0.8 }))
  for (let i = 0; i < 54; i++) {
    const px = x + random.range(-26, 26)
    const pz = z - random.range(1, 7)
    boulder(mesh, random, {
      x: px,
      y: height(px, pz) + random.range(0, 1),
      z: pz,
      radius: random.range(0.5, 1.8),
      paint: heap,
      rings: 8,
      flat: random.range(0.5, 1),
    })
  }
}

/** Tents and a flag, or snow houses. */
function camp(site: Site, height: Land, x: number, z: number): void {
  const { mesh, scene, streams, lit, brief, side } = site
  const random = streams('camp')
  const houses = random.chance(0.5)
  const block = mesh.paint(masonryOf({ colour: [0.74, 0.79, 0.86], blockWidth: 0.8, blockHeight: 0.42, joints: 0.7 }))
  const dark = mesh.paint(plain([0.02, 0.025, 0.035]))
  const warm = mesh.paint(lit ? emitter([1, 0.55, 0.2], 2) : plain([0.03, 0.035, 0.05]))
  const cloth = mesh.paint(clothOf(brief.accent ?? random.pick([rgb('#d8541c'), rgb('#e0a020'), rgb('#c02c2c')]), 0.5))
  const count = 2 + Math.floor(random.range(0, 3))
  for (let i = 0; i < count; i++) {
    const px = x + (i - (count - 1) / 2) * 6.6 + random.range(-0.6, 0.6)
    const pz = z + (i & 1 ? 4 : 0) + random.range(-1, 1)
    const y = height(px, pz)
    if (houses) {
      const r = random.range(2, 2.6)
      loft(
        mesh,
        [0, 0.22, 0.42, 0.6, 0.76, 0.89, 0.97, 1].map((t) => ({
          y: y - 0.3 + (r * 1.02 + 0.3) * t,
          lift: t,
          points: polygon(px, pz, r * Math.sqrt(Math.max(0.001, 1 - t * t)), 24),
        })),
        { paint: block, smooth: true },
      )
      const a: Paint = block
      tube(
        mesh,
        [
          [px, y + 0.2, pz - r * 0.6],
          [px, y + 0.2, pz - r * 1.35],
        ],
        { paint: a, radius: 0.78, sides: 14 },
      )
      mesh.use(warm)
      const middle = mesh.vertex(px, y + 0.2, pz - r * 1.35 - 0.01)
      let last = -1
      for (let k = 0; k <= 12; k++) {
        const v = mesh.vertex(px + cos((TAU * k) / 12) * 0.62, y + 0.2 + sin((TAU * k) / 12) * 0.62, pz - r * 1.35 - 0.01)
        if (last >= 0) mesh.triangle(middle, last, v)
        last = v
      }
    } else {
      mesh.use(cloth)
      const w = 1.7
      const top = y + 2.3
      mesh.panel([px - w, y, pz - 1.9], [px - w, y, pz + 1.9], [px, top, pz + 1.6], [px, top, pz - 1.6])
      mesh.panel([px + w, y, pz - 1.9], [px + w, y, pz + 1.9], [px, top, pz + 1.6], [px, top, pz - 1.6])
      mesh.triangle(mesh.vertex(px - w, y, pz - 1.9), mesh.vertex(px - 0.3, y, pz - 1.95), mesh.vertex(px, top, pz - 1.6))
      mesh.triangle(mesh.vertex(px + w, y, pz - 1.9), mesh.vertex(px + 0.3, y, pz - 1.95), mesh.vertex(px, top, pz - 1.6))
      mesh.use(warm)
      mesh.triangle(mesh.vertex(px - 0.3, y, pz - 1.9), mesh.vertex(px + 0.3, y, pz - 1.9), mesh.vertex(px, top, pz - 1.58))
    }
    if (lit) {
      scene.lamps.push({ x: px, y: y + 1, z: pz - 3.4, colour: [0.8, 0.4, 0.13], range: 9 })
      scene.glows.push({ x: px, y: y + 0.7, z: pz - 3.4, colour: [1, 0.55, 0.2], intensity: 0.5, size: 0.8 })
    }
  }
  const fx = x + side * 7
  const fy = height(fx, z)
  tube(
    mesh,
    [
      [fx, fy - 0.4, z],
      [fx, fy + 5, z],
    ],
    { paint: dark, radius: 0.05, sides: 5 },
  )
  mesh.use(cloth)
  for (let i = 0; i < 6; i++) {
    const w = (k: number) => 0.12 * sin(k * 1.3)
    mesh.panel(
      [fx + i * 0.28, fy + 4.2 + w(i), z + w(i)],
      [fx + (i + 1) * 0.28, fy + 4.2 + w(i + 1), z + w(i + 1)],
      [fx + (i + 1) * 0.28, fy + 5 + w(i + 1), z + w(i + 1)],
      [fx + i * 0.28, fy + 5 + w(i), z + w(i)],
    )
  }
  const crate = mesh.paint(plain(rgb('#7c5a38')))
  for (let i = 0; i < 5; i++)
    box(mesh, {
      x: x - side * 6 + random.range(-1, 1),
      y: height(x - side * 6, z - 2),
      z: z - 2 + random.range(-1, 1),
      width: 0.8,
      height: 0.6,
      depth: 0.6,
      turn: random.range(-0.6, 0.6),
      paint: crate,
    })
}

/** A bow of ice. */
function gate({ mesh, streams }: Site, height: Land, x: number, z: number, ice: Paint): void {
  const random = streams('gate')
  const span = random.range(13, 18)
  for (let i = 0; i <= 12; i++) {
    const a = (i / 12 - 0.5) * 2
    const radius = 4.4 + 3.4 * Math.abs(a) + random.range(-0.3, 0.8)
    boulder(mesh, random, {
      x: x + a * span,
      y: height(x, z) + (1 - a * a * Math.abs(a)) * span * 1.15,
      z: z + random.range(-1, 1),
      radius,
      paint: ice,
      rings: 22,
      flat: 1.1,
    })
  }
}

function blocks({ mesh, streams, side }: Site, height: Land, ice: Paint, hx: number, hz: number): void {
  const random = streams('blocks')
  for (let i = 0; i < 60; i++) {
    const z = 8 + 170 * random.next() * random.next()
    const x = random.range(-0.62, 0.62) * (z + 4)
    const radius = random.range(0.3, 1.5) * (1 + z * 0.012)
    if (Math.abs(x - (hx * z) / hz) < 7 + radius || (Math.abs(x) < 3.4 + radius && z < 30)) continue
    boulder(mesh, random, {
      x,
      y: height(x, z) + radius * 0.2,
      z,
      radius,
      paint: ice,
      rings: z < 24 ? 16 : 9,
      flat: random.range(0.6, 1.4),
    })
  }
  iceberg(mesh, random, { x: side * 46, z: 150, radius: 18, height: 20, paint: ice, form: 'peaks', rings: 30 })
  iceberg(mesh, random, { x: -side * 92, z: 210, radius: 24, height: 20, paint: ice, form: 'slab', rings: 30 })
}
