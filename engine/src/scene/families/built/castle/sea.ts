import { cos, PI, sin, smooth } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import { fbm2, ridged2, value2, valueFbm2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { times } from '../../../vector.ts'
import { forceOf } from '../../nature/coast/lighthouse-view.ts'
import { calmed, createSwell } from '../../nature/coast/swell.ts'
import { seaSurface } from '../../nature/ground/sea-surface.ts'
import { ground, seaOf, stoneOf } from '../../nature/paints.ts'
import { conifer } from '../../nature/plant/conifer.ts'
import { meadow } from '../../nature/plant/meadow.ts'
import { trees } from '../../nature/plant/tree-paints.ts'
import { birds } from '../../nature/prop/birds.ts'
import { boulder } from '../../nature/prop/boulder.ts'
import { FOREST_FLOOR } from '../../nature/season.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { type Room, standing, withKnolls } from '../../nature/spots.ts'
import { builtAir } from '../built-air.ts'
import { castleKit } from './kit.ts'
import { castle, lampsRound } from './whole-castle.ts'

type Land = (x: number, z: number) => number

/** A castle on a headland above the surf, the open sea behind it. */
export function sea(brief: Brief, streams: Streams): Scene {
  const frame = streams('camera')
  const eye = frame.range(10, 17)
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [0, eye, 0],
      target: [side * frame.range(-5, 5), eye + frame.range(1, 5), 100],
      fov: frame.range(54, 62),
      shiftY: frame.range(0.06, 0.14),
    },
    azimuth: side * (brief.mood.time === 'day' ? frame.range(55, 105) : frame.range(28, 66)),
  }))
  const { mesh, scene, side, dim, snowy } = site
  const layout = streams('layout')
  const hx = -side * layout.range(10, 30)
  const hz = layout.range(112, 145)
  const high = layout.range(17, 30)
  const ox = layout.range(0, 200)
  const neck = layout.range(0.45, 0.85)
  const slant = layout.range(0.25, 0.6)
  const bare: Land = (x, z) => {
    const dx = (x - hx) / 40
    const dz = (z - hz) / 34
    const far = z > 30
    const ragged = far ? valueFbm2(x * 0.05 + ox, z * 0.05, 4) - 0.5 : 0
    // clefts and buttresses, which a smooth wall of this height would want
    const cleft = far ? ridged2(x * 0.045 + ox, z * 0.045 + 9, 4) - 0.45 : 0
    const d = Math.sqrt(dx * dx + dz * dz) + ragged * 0.4 + cleft * 0.24
    const head = (high + 7) * (0.56 * smooth(1.13, 0.96, d) + 0.28 * smooth(1, 0.86, d) + 0.16 * smooth(1.5, 1.06, d)) - 7
    // the ridge by which the head hangs on the mainland, outwards
    const out = (hx - x) * side
    const ridge =
      out < -10
        ? -7
        : (high * neck + 7) *
            smooth(1.2, 0.72, Math.abs(z - hz - 8) / (20 + Math.max(0, out) * 0.5) + ragged * 0.5 + cleft * 0.3) *
            smooth(-8, 22, out) -
          7
    const bank =
      (eye + 1.6) * smooth(19, 5, z + side * x * slant + fbm2(x * 0.1 + ox, z * 0.1, 3) * 6) - 6 + 0.4 * fbm2(x * 0.3, z * 0.3, 2)
    return Math.max(head, ridge, bank)
  }
  const room: readonly Room[] = [
    [-side * 3, 12, 1.3],
    [-side * 6, 15.5, 1.5],
  ]
  const land = withKnolls(scene.camera, bare, room)
  const [turf, dry] = FOREST_FLOOR[site.season]
  const rock = ground({
    rock: layout.pick([
      [0.27, 0.25, 0.23],
      [0.4, 0.37, 0.32],
      [0.2, 0.19, 0.19],
    ] as const),
    grass: turf,
    dryGrass: dry,
    ...(snowy && { snowLine: 2, snowBand: 3 }),
    shore: 0.8,
    shoreBand: 2,
    scale: 2,
    bump: 1.4,
    rockiness: 0.05,
  })
  terrain(mesh, scene.camera, { paint: mesh.paint(rock), near: 2, far: 420, rows: 300, columns: 280, halfWidth: 0.74, height: land })
  const force = forceOf(brief.mood.weather)
  const swell = createSwell(streams('swell'), side * 0.7, force * 0.7)
  const light = dim ? 0.3 : 1
  seaSurface(mesh, scene.camera, {
    paint: mesh.paint(
      seaOf({
        deep: times([0.008, 0.05, 0.075], light),
        crest: times([0.02, 0.12, 0.12], light),
        foam: 0.55 + 0.45 * force,
        bed: times([0.03, 0.15, 0.15], light),
      }),
    ),
    near: 6,
    far: 6000,
    rows: 280,
    columns: 260,
    halfWidth: 0.78,
    height: (x, z) => swell(x, z) * calmed(z) * 0.8,
    shore: (x, z) => {
      if (z > 320) return -1
      const foot = land(x, z)
      const lace = smooth(-5.6, -1, foot) * (0.35 + 0.9 * value2(x * 0.14, z * 0.14))
      return lace > 0.1 ? Math.min(1, lace) : -1
    },
    crest: 3,
  })
  const kit = castleKit(site)
  castle(kit, layout, {
    x: hx,
    y: high,
    z: hz,
    turn: layout.range(-0.5, 0.5),
    radius: layout.range(22, 26),
    size: layout.range(0.95, 1.2),
    foot: (x, z) => Math.max(-1, land(x, z)),
  })
  shores(site, land, hx, hz)
  if (site.lit) lampsRound(scene, hx, high, hz, 22)
  builtAir(site, {
    centre: [hx, 20, hz * 0.9],
    radius: 110,
    lamps: [
      [hx - 45, -2, hz - 50],
      [hx + 45, high + 50, hz + 45],
    ],
  })
  Object.assign(scene.fog, { far: 3000, haze: scene.fog.haze * 0.35, thinning: 12 })
  scene.occlusionRadius = 2.6
  for (const [x, z, r] of [
    [side * 16, 52, 5],
    [side * 26, 84, 8],
    [side * 50, 150, 12],
  ] as const)
    scene.spots.push({ ground: 'water', x, y: 0, z, radius: r })
  standing(scene, land, room)
  scene.spots.push({ ground: 'air', x: hx + side * 40, y: high + 26, z: hz - 30, radius: 9 })
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 12,
      x: hx + side * 26,
      y: high + 16,
      z: hz - 24,
      spread: 22,
      size: 1,
      paint: mesh.paint(plain([0.7, 0.72, 0.74])),
    })
  return scene
}

/** Rocks in the surf and on the bank, turf, and firs bent to the ridge. */
function shores(site: Site, land: Land, hx: number, hz: number): void {
  const { mesh, streams, snowy, brief, side } = site
  const random = streams('shores')
  const stone = mesh.paint(
    stoneOf({
      colour: [0.2, 0.19, 0.18],
      features: 0.8,
      cover: snowy ? [0.76, 0.8, 0.86] : [0.1, 0.12, 0.05],
      covered: snowy ? 1 : 0.25,
      wet: [1.2, 0],
    }),
  )
  for (let i = 0; i < 60; i++) {
    const far = i > 20
    const a = random.next() * PI * 2
    const off = random.range(1, 1.35)
    const x = far ? hx + cos(a) * 42 * off : side * random.range(-4, 18)
    const z = far ? hz + sin(a) * 36 * off : random.range(7, 30)
    if (far && z > hz + 10) continue
    const radius = far ? random.range(1, 4) : random.range(0.25, 1.3)
    boulder(mesh, random, { x, y: Math.max(-0.6, land(x, z)), z, radius, paint: stone, rings: 10 })
  }
  if (!snowy) meadow(site, land, { near: 2.4, far: 17, spread: 0.66, tries: 6000, flowers: 320 })
  if (!brief.allows('trees')) return
  const { needles, bark } = trees(site)
  const limit = brief.density === 'sparse' ? 40 : brief.density === 'dense' ? 260 : 130
  let planted = 0
  for (let i = 0; i < 1600 && planted < limit; i++) {
    const x = hx - side * random.range(-30, 150)
    const z = hz + random.range(-34, 60)
    const y = land(x, z)
    const [dx, dz] = [x - hx, z - hz]
    if (y < 5 || dx * dx + dz * dz * 1.3 < 31 * 31 || Math.abs(land(x + 3, z) - y) > 2.6) continue
    planted++
    conifer(mesh, random, { x, y: y - 0.4, z, height: random.range(5, 11), distance: 180 }, random.pick(needles), bark)
  }
}
