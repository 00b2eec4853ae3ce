import { cos, sin, smooth, TAU } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { emitter, plain } from '../../../material/paints.ts'
import { fbm2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { box } from '../../../shape/loft.ts'
import { terrain } from '../../../shape/terrain.ts'
import { tube } from '../../../shape/tube.ts'
import type { Streams } from '../../../streams.ts'
import { barkOf, ground, leaves, planksOf, snowOf, stoneOf } from '../paints.ts'
import { leafCard } from '../plant/broadleaf.ts'
import { trees } from '../plant/tree-paints.ts'
import { boulder } from '../prop/boulder.ts'
import { FOREST_FLOOR } from '../season.ts'
import { openSite, type Site } from '../site.ts'
import { flying, type Room, standing, withKnolls } from '../spots.ts'
import { wood } from './canopy.ts'
import { trunk, undergrowth } from './floor.ts'
import { forestAir } from './forest-air.ts'

type Land = (x: number, z: number) => number

/** A tree many centuries old, in a hollow of the wood; now and then somebody lives in it. */
export function ancientView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(1.7, 2.6)
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, eye, 0], target: [0, eye + 2.4, 30], fov: layout.range(56, 64), shiftY: 0.1 },
    azimuth: side * layout.range(18, 40),
  }))
  const { mesh, scene, side, season, snowy } = site
  const ox = streams('land').range(0, 99)
  const tx = -side * layout.range(0.6, 3.4)
  const tz = layout.range(15, 19)
  const path = (z: number) => side * 1.1 * sin(z * 0.2 + ox) * smooth(14, 6, z) + (tx + side * 1.6) * smooth(3, tz, z)
  const reach = (x: number, z: number) => Math.sqrt((x - tx) * (x - tx) + (z - tz) * (z - tz))
  const bare: Land = (x, z) =>
    fbm2(x * 0.06 + ox, z * 0.06, 3) * 1.3 +
    fbm2(x * 0.4, z * 0.4, 2) * 0.14 +
    1.1 * smooth(8, 2, reach(x, z)) +
    smooth(9, 22, reach(x, z)) * 0.9 -
    0.14 * smooth(1.3, 0.5, Math.abs(x - path(z))) * smooth(tz, tz - 3, z)
  const [grass, dry] = FOREST_FLOOR[season]
  const soil = ground({
    rock: rgb('#5a4a3a'),
    grass,
    dryGrass: season === 'autumn' ? rgb('#7a4a22') : dry,
    scale: 0.8,
    bump: 1.2,
    rockiness: -0.3,
  })
  const room: readonly Room[] = [
    [path(11), 11, 0.9],
    [tx + side * 4.6, tz - 2.6, 1.2],
  ]
  const height = withKnolls(scene.camera, bare, room)
  terrain(mesh, scene.camera, {
    paint: mesh.paint(snowy ? snowOf() : soil),
    near: 1.2,
    far: 320,
    rows: 150,
    columns: 150,
    halfWidth: 0.8,
    height,
  })
  giant(site, height, tx, tz)
  const free = (x: number, z: number, margin = 1.25) =>
    reach(x, z) > 6.6 + margin && (Math.abs(x - path(z)) > margin || z > tz) && (z > tz || Math.abs(x - (tx * z) / tz) > 2.4)
  wood(site, height, free)
  undergrowth(site, height, (x, z) => Math.abs(x - path(z)) > 0.9 && reach(x, z) > 3.2)
  const stones = streams('stones')
  const stone = mesh.paint(
    stoneOf({ colour: [0.16, 0.155, 0.145], features: 2.4, covered: 0.85, cover: snowy ? rgb('#e8edf4') : rgb('#3c4a1e') }),
  )
  for (let i = 0; i < 34; i++) {
    const z = stones.range(3.4, 30)
    const x = stones.range(-0.6, 0.6) * z
    const radius = stones.range(0.14, 0.7)
    if (Math.abs(x - path(z)) < 1 + radius || reach(x, z) < 3.6 + radius) continue
    boulder(mesh, stones, { x, y: height(x, z) - 0.05, z, radius, paint: stone, rings: 12 })
  }
  forestAir(site)
  standing(scene, height, room)
  flying(scene, [[tx + side * 3.2, eye + 3, tz - 4, 0.9]])
  return scene
}

/** Its trunk, roots, boughs and what hangs on them. */
function giant(site: Site, height: Land, x: number, z: number): void {
  const { mesh, scene, streams, side, snowy, lit, dim, brief } = site
  const random = streams('giant')
  const y = height(x, z) - 0.3
  const bark = mesh.paint(barkOf(rgb('#5e5042'), 1.1, rgb('#46561f'), snowy ? 0.2 : 0.85))
  const r = random.range(1.9, 2.5)
  trunk(mesh, random, { x, y, z, height: 34, radius: r, paint: bark })
  for (let i = 0; i < 13; i++) {
    const a = (TAU * i) / 13 + random.range(-0.2, 0.2)
    const long = r * random.range(1.9, 3.1)
    const at = (t: number, up: number) => {
      const px = x + cos(a + 0.3 * t) * (r * 0.7 + long * t)
      const pz = z + sin(a + 0.3 * t) * (r * 0.7 + long * t)
      return [px, height(px, pz) + up, pz] as const
    }
    tube(mesh, [[x + cos(a) * r * 0.6, y + r * 1.5, z + sin(a) * r * 0.6], at(0.18, r * 0.5), at(0.5, r * 0.16), at(1, -0.25)], {
      paint: bark,
      radius: r * 0.34,
      endRadius: r * 0.08,
      sides: 10,
    })
  }
  const { crowns } = trees(site)
  const moss = mesh.paint(leaves(rgb('#4c5a2c'), rgb('#7c8a4c'), { through: 0.35 }))
  for (let i = 0; i < 9; i++) {
    const a = random.next() * TAU
    const up = random.range(5.5, 13)
    const long = random.range(4.5, 8.5)
    const end = [x + cos(a) * long, y + up + random.range(0.4, 3), z + sin(a) * long * 0.7 - 0.6] as const
    const elbow = [x + cos(a) * long * 0.5, y + up + random.range(-0.4, 0.8), z + sin(a) * long * 0.35] as const
    tube(mesh, [[x + cos(a) * r * 0.5, y + up - 0.8, z + sin(a) * r * 0.4], elbow, end], {
      paint: bark,
      radius: r * 0.24,
      endRadius: 0.09,
      sides: 9,
    })
    if (snowy) continue
    mesh.use(random.pick(crowns), true)
    for (let b = 0; b < 3; b++) {
      const bx = end[0] + random.range(-1.4, 1.4)
      const by = end[1] + random.range(0, 1.4)
      const radius = random.range(0.9, 1.7)
      for (let k = 0; k < 240; k++) leafCard(mesh, random, bx, by, end[2] + random.range(-0.8, 0.8), radius, 0.24, by - 1.5, 3)
    }
    mesh.use(moss, true)
    for (let k = 0; k < 12; k++) {
      const t = random.range(0.3, 1)
      const mx = elbow[0] + (end[0] - elbow[0]) * t
      const my = elbow[1] + (end[1] - elbow[1]) * t
      const drop = random.range(0.4, 1.6)
      mesh.triangle(
        mesh.vertex(mx - 0.05, my, end[2], 0.5, 0.2, 0, 0.4, -1),
        mesh.vertex(mx + 0.05, my, end[2], 0.5, 0.4, 0, 0.4, -1),
        mesh.vertex(mx + random.range(-0.1, 0.1), my - drop, end[2], 0.9, 0.9, 0, 0.4, -1),
      )
    }
  }
  scene.lampBox = [
    [x - 12, -2, 2],
    [x + 12, 11, z + 6],
  ]
  const front = z - r * 1.13
  if (random.chance(0.55)) {
    const dark = mesh.paint(plain([0.02, 0.016, 0.012]))
    const wood = mesh.paint(planksOf(brief.accent ?? rgb(random.pick(['#6a3a22', '#2c5a4a', '#7c2c22'])), 0.2))
    const pane = mesh.paint(lit || dim ? emitter([1, 0.55, 0.18], 3.4) : emitter([1, 0.6, 0.25], 0.7))
    box(mesh, {
      x: x + side * 0.2,
      y,
      z: front + 0.25,
      width: 1.3,
      height: 2.2,
      depth: 0.6,
      paint: mesh.paint(planksOf(rgb('#4a3626'), 0.3)),
    })
    box(mesh, { x: x + side * 0.2, y, z: front - 0.04, width: 1, height: 1.95, depth: 0.1, paint: wood })
    for (const [dx, up] of [
      [-1.1, 2.5],
      [0.9, 3.6],
      [-0.3, 5.2],
    ] as const) {
      const wz = z - Math.sqrt(Math.max(0.2, r * r * 1.16 - dx * dx)) * (1 - up * 0.02)
      box(mesh, { x: x + dx, y: y + up, z: wz + 0.2, width: 0.78, height: 0.86, depth: 0.5, paint: dark })
      box(mesh, { x: x + dx, y: y + up + 0.1, z: wz + 0.1, width: 0.58, height: 0.66, depth: 0.4, paint: pane })
      scene.lamps.push({ x: x + dx, y: y + up, z: wz - 0.9, colour: [0.55, 0.27, 0.08], range: 6 })
    }
    scene.glows.push({ x: x - side * 1, y: y + 2.3, z: front - 0.5, colour: [1, 0.6, 0.24], intensity: 1, size: 0.3 })
    scene.lamps.push({ x: x - side, y: y + 2.2, z: front - 0.8, colour: [0.8, 0.4, 0.12], range: 8 })
  } else {
    const hollow = mesh.paint(plain([0.012, 0.01, 0.008]))
    mesh.use(hollow)
    const n = 14
    const middle = mesh.vertex(x, y + 1.3, front - 0.02)
    let last = -1
    for (let i = 0; i <= n; i++) {
      const a = (TAU * i) / n
      const v = mesh.vertex(x + sin(a) * 0.75 * (0.85 + 0.3 * value2(i, 3)), y + 1.3 + cos(a) * 1.45, front - 0.02 + Math.abs(sin(a)) * 0.2)
      if (last >= 0) mesh.triangle(middle, last, v)
      last = v
    }
  }
  if (!dim) return
  for (let i = 0; i < 60; i++)
    scene.glows.push({
      x: random.range(-7, 7),
      y: random.range(0.3, 5),
      z: random.range(4, 24),
      colour: [0.8, 0.9, 0.3],
      intensity: random.range(0.3, 1.1),
      size: 0.035,
    })
}
