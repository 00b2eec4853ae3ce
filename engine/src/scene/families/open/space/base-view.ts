import { smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { sunAt } from '../../../look/look.ts'
import { emitter, plain } from '../../../material/paints.ts'
import type { Scene } from '../../../scene.ts'
import { box, loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { type Rgb, times } from '../../../vector.ts'
import { stoneOf } from '../../nature/paints.ts'
import { boulder } from '../../nature/prop/boulder.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { flying, type Room, standing, withKnolls } from '../../nature/spots.ts'
import { dish, dome, habitat, hullOf, rocket, rover } from '../prop/spacecraft.ts'
import { createPlanet, layers, nebula, planetLayer, starfield } from './planet.ts'
import { type Ground, regolith } from './regolith.ts'
import { vacuum } from './vacuum.ts'

/** A world the base stands on: ground, and the air's colours where it has air. */
type World = { readonly ground: Rgb; readonly rock: Rgb; readonly air: { readonly high: Rgb; readonly low: Rgb } | null }

const WORLDS: readonly World[] = [
  { ground: rgb('#a8603c'), rock: rgb('#6c3a26'), air: { high: rgb('#8a6450'), low: rgb('#e0ac7c') } },
  { ground: rgb('#8c8884'), rock: rgb('#5c5854'), air: null },
  { ground: rgb('#b0764c'), rock: rgb('#704028'), air: { high: rgb('#6a5a6c'), low: rgb('#e8c094') } },
  { ground: rgb('#6c7c8c'), rock: rgb('#46525e'), air: { high: rgb('#2c5a7a'), low: rgb('#a8d0d4') } },
]

/** The world whose ground comes nearest to a colour. */
function worldLike(colour: Rgb): World {
  const sum = (c: Rgb) => c[0] + c[1] + c[2] + 0.001
  const apart = ({ ground }: World) => [0, 1, 2].reduce((far, c) => far + Math.abs(ground[c]! / sum(ground) - colour[c]! / sum(colour)), 0)
  return WORLDS.reduce((best, world) => (apart(world) < apart(best) ? world : best))
}

/** A base on another world: domes, a rocket on its pad, a rover on the road. */
export function baseView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(4, 7)
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, eye, 0], target: [0, eye + 1.5, 100], fov: layout.range(48, 56), shiftY: 0.12 },
    azimuth: side * 66,
  }))
  const { mesh, scene, side } = site
  const any = layout.pick(WORLDS)
  const world = brief.accent ? worldLike(brief.accent) : any
  sky(site, world, side * layout.range(58, 104))
  const wild = regolith(streams('land'), layout.range(150, 320), 60)
  const flat = (x: number, z: number) => smooth(54, 30, Math.abs(x + side * 4)) * smooth(20, 40, z) * smooth(150, 110, z)
  const bare: Ground = (x, z) => wild(x, z) * (1 - 0.92 * flat(x, z))
  const room: readonly Room[] = [
    [-side * 3.4, 26, 2.2],
    [side * 8, 34, 3],
  ]
  const ground = withKnolls(scene.camera, bare, room)
  terrain(mesh, scene.camera, {
    paint: mesh.paint(stoneOf({ colour: world.ground, features: 0.45 })),
    near: 1.8,
    far: 3200,
    rows: 320,
    columns: 260,
    halfWidth: 0.74,
    height: ground,
  })
  settlement(site, ground)
  const random = streams('stones')
  const rock = mesh.paint(stoneOf({ colour: world.rock, features: 1.4 }))
  for (let i = 0; i < 110; i++) {
    const z = 5 + 130 * random.next() * random.next()
    const x = random.range(-0.62, 0.62) * (z + 4)
    const radius = random.range(0.12, 0.8) * (1 + z * 0.016)
    if (flat(x, z) > 0.2 || Math.abs(x) < 2.4 + radius) continue
    boulder(mesh, random, { x, y: ground(x, z) + radius * 0.15, z, radius, paint: rock, rings: z < 20 ? 13 : 8 })
  }
  Object.assign(scene.sun, { centre: [0, 8, 64], radius: 84, resolution: 2048, normalBias: 0.12, depthBias: 0.12 })
  scene.occlusionRadius = 1.8
  standing(scene, ground, room)
  flying(scene, [[side * 14, eye + 14, 66, 6]])
  return scene
}

/** Stars without air; with it a dusty sky in which the planets pale. */
function sky(site: Site, { air, ground }: World, azimuth: number): void {
  const { scene, streams, brief, side } = site
  const random = streams('planets')
  const planet = createPlanet(
    random,
    random.pick(['rock', 'ocean', 'banded'] as const),
    [-side * random.range(0.05, 0.3), random.range(0.24, 0.34), 1],
    random.range(0.05, 0.14),
    random.chance(0.3),
  )
  const night = brief.mood.time === 'night' || brief.mood.time === 'bluehour'
  vacuum(site, azimuth, starfield(brief, 1), ground)
  const { sun } = scene.sky
  const bare = layers(nebula(streams('nebula'), 0.07), starfield(brief, 1), planetLayer(planet, sun))
  scene.sky.behind = bare
  scene.bounce = times(ground, 0.12)
  if (!air) return
  const { time, weather } = brief.mood
  const k = night ? 0.05 : time === 'dusk' || time === 'sunrise' ? 0.6 : 1
  const dust = weather === 'fog' || weather === 'storm' ? 5 : 1
  Object.assign(scene.sky, {
    zenith: times(air.high, 0.55 * k),
    middle: times(air.high, 0.9 * k),
    horizon: times(air.low, 0.85 * k),
    glow: times(air.low, 0.3 * k),
    sunGlow: times([1, 0.94, 0.85], 0.9 * k),
    glowTight: 0.6,
    sun: sunAt(azimuth, time === 'day' ? 30 : 12),
    behind: night ? bare : planetLayer(planet, sun, 0.55),
  })
  scene.sun.colour = night ? [0.3, 0.34, 0.44] : time === 'day' ? [3, 2.6, 2.1] : [2.8, 1.8, 1.1]
  Object.assign(scene.fog, {
    colour: times(air.low, 0.5 * k),
    sunColour: times(air.low, 0.5 * k),
    density: 0.0006 * dust,
    thinning: 60,
    haze: 0.00018 * dust,
    skyMix: 0.7,
    far: 2200,
    noise: 0.6,
    noiseScale: 0.01,
    lamps: 0.6,
  })
  scene.night = night ? 1 : 0.3
  scene.ambient = 1
  scene.grade.auto = 0.5
  scene.grade.key = night ? 0.12 : 0.17
}

function settlement(site: Site, ground: Ground): void {
  const { mesh, scene, streams, side, brief } = site
  const random = streams('base')
  scene.lampBox = [
    [-60, -4, 10],
    [60, 34, 130],
  ]
  const trim = brief.accent ?? random.pick([rgb('#c8442c'), rgb('#d8862c'), rgb('#2c6cc8'), rgb('#3c9a6a')])
  const light: Rgb = random.pick([rgb('#ffc880'), rgb('#a8e8c0'), rgb('#c8e0ff')])
  const padFirst = random.chance(0.4)
  const hx = -side * (padFirst ? random.range(22, 30) : random.range(9, 18))
  const hz = padFirst ? random.range(88, 104) : random.range(52, 74)
  const big = random.range(10, 14)
  dome(site, hx, ground(hx, hz), hz, big, light)
  const extra = 1 + Math.floor(random.range(0, 2.9))
  for (let i = 0; i < extra; i++) {
    const x = hx + side * (big + 7 + i * 10) * (i === 1 ? -1 : 1)
    const z = hz + random.range(4, 22)
    dome(site, x, ground(x, z), z, random.range(4.5, 7.5), light)
  }
  habitat(site, hx + side * (big + 5), ground(hx, hz), hz - 13, random.range(11, 16), 2.6, side * random.range(0.2, 0.6))
  if (random.chance(0.6)) habitat(site, hx - side * 6, ground(hx, hz - 22), hz - 20, 9, 2.1, -side * 0.3)
  const rx = side * (padFirst ? random.range(8, 12) : random.range(15, 23))
  const rz = padFirst ? random.range(52, 60) : random.range(78, 96)
  const pad = mesh.paint(hullOf([0.34, 0.34, 0.36], 3))
  loft(
    mesh,
    [
      { y: -2, points: polygon(rx, rz, 11, 32) },
      { y: 0.7, points: polygon(rx, rz, 10, 32) },
    ],
    { paint: pad, cap: pad },
  )
  rocket(site, rx, 0.7, rz, random.range(25, 33), trim)
  tower(site, rx + side * 7, rz + 4, 26)
  dish(site, hx - side * 15, ground(hx - side * 15, hz + 4), hz + 4, random.range(3, 4.6), side * 0.6)
  const vx = (padFirst ? -1 : 1) * side * random.range(2.5, 6)
  const vz = random.range(25, 36)
  rover(site, vx, ground(vx, vz), vz, 5.4, side > 0 ? 2.4 : 0.7, trim)
  const post = mesh.paint(plain([0.2, 0.2, 0.22], 0.4))
  const lamp = mesh.paint(emitter([0.8, 0.92, 1], 6))
  for (let i = 0; i < 8; i++) {
    const z = 24 + i * 8
    const x = side * (i & 1 ? 6 : -3.5) - side * z * 0.03
    const y = ground(x, z)
    box(mesh, { x, y, z, width: 0.12, height: 2.4, depth: 0.12, paint: post })
    box(mesh, { x, y: y + 2.4, z, width: 0.3, height: 0.2, depth: 0.3, paint: lamp })
    scene.glows.push({ x, y: y + 2.5, z: z - 0.3, colour: [0.7, 0.85, 1], intensity: 0.8, size: 0.4 })
    scene.lamps.push({ x, y: y + 2, z, colour: [0.3, 0.36, 0.42], range: 8 })
  }
}

/** The gantry beside the pad. */
function tower({ mesh, scene }: Site, x: number, z: number, height: number): void {
  const steel = mesh.paint(plain([0.3, 0.16, 0.1], 0.4, 0.1))
  for (const [a, b] of [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const)
    box(mesh, { x: x + a * 1.2, y: -1, z: z + b * 1.2, width: 0.3, height: height + 1, depth: 0.3, paint: steel })
  for (let y = 2; y <= height; y += 2.6) box(mesh, { x, y, z, width: 2.7, height: 0.24, depth: 2.7, paint: steel })
  scene.glows.push({ x, y: height + 0.6, z: z - 1, colour: [1, 0.22, 0.14], intensity: 1.6, size: 0.6 })
}
