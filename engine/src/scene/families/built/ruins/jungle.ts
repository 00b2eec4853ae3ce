import { smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { emitter, plain } from '../../../material/paints.ts'
import { fbm2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { box } from '../../../shape/loft.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { ground } from '../../nature/paints.ts'
import { broadleaf } from '../../nature/plant/broadleaf.ts'
import { birds } from '../../nature/prop/birds.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { flying, standing } from '../../nature/spots.ts'
import { builtAir } from '../built-air.ts'
import { axesOf } from '../place.ts'
import { stoneHead } from '../prop/stone-head.ts'
import { torch } from '../prop/torch.ts'
import { ivy, ivyPaints, tuft } from './growth.ts'
import { giants, jungleLeaves, roots, undergrowth } from './jungle-growth.ts'
import { type RuinStone, ruinStone, scatter } from './stones.ts'
import { visitors } from './visitors.ts'

type Land = (x: number, z: number) => number

const TIERS = 6
const TIER = 3.7

/** A stepped pyramid that the jungle has taken back, between great trees with roots over its stones and carved heads beside its stairs. */
export function jungle(brief: Brief, streams: Streams): Scene {
  const frame = streams('camera')
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [-side * frame.range(0.4, 1.6), frame.range(1.9, 2.6), 0],
      target: [side * frame.range(0, 2.4), frame.range(7, 8.4), 50],
      fov: frame.range(56, 62),
      shiftY: 0.06,
    },
    azimuth: side * (brief.mood.time === 'day' ? frame.range(62, 118) : frame.range(30, 70)),
  }))
  const { mesh, scene, side, snowy } = site
  const layout = streams('layout')
  const ox = layout.range(0, 200)
  const px = side * layout.range(1, 4)
  const pz = layout.range(63, 68)
  const way = (z: number) => px * smooth(0, 40, z) + Math.sqrt(z + 1) * 0.5 * (value2(z * 0.06 + ox, 3) - 0.5)
  const land: Land = (x, z) =>
    fbm2(x * 0.05 + ox, z * 0.05, 3) * 1.1 +
    fbm2(x * 0.3, z * 0.3, 2) * 0.18 -
    0.35 * smooth(3, 0.8, Math.abs(x - way(z))) +
    smooth(14, 50, Math.abs(x)) * 5
  terrain(mesh, scene.camera, {
    paint: mesh.paint(
      ground({
        rock: rgb('#5a4c3a'),
        grass: rgb('#34431c'),
        dryGrass: rgb('#54502a'),
        scale: 0.8,
        rockiness: -0.2,
        ...(snowy && { snowLine: -60, snowBand: 4 }),
      }),
    ),
    near: 1.4,
    far: 260,
    rows: 190,
    columns: 170,
    halfWidth: 0.9,
    height: land,
  })
  const stone = ruinStone(site, ['#8e887a', '#a29478', '#7e8078', '#98866a'], 0.95, { width: 1.2, height: 0.7 })
  pyramid(site, stone, px, pz, land)
  for (const hand of [-1, 1]) {
    const z = layout.range(20, 25)
    const x = way(z) + hand * layout.range(5.4, 6.6)
    stoneHead(mesh, {
      x,
      y: land(x, z) - 0.5,
      z,
      turn: -hand * layout.range(0.15, 0.4),
      height: layout.range(4.6, 6),
      lean: layout.range(-0.05, 0.2),
      tilt: hand * layout.range(-0.1, 0.16),
      paint: stone.carved,
      worn: layout.range(0.4, 0.9),
      salt: layout.range(0, 30),
    })
  }
  paving(site, stone, land, way, pz - 26)
  scatter(site, stone, {
    count: 60,
    size: [0.3, 1.3],
    place: () => {
      const z = streams('rubble').range(5, pz - 16)
      const x = streams('rubble').range(-0.6, 0.6) * z
      return Math.abs(x - way(z)) < 2 ? null : [x, z]
    },
    height: land,
  })
  const green = jungleLeaves(site)
  if (brief.allows('trees')) giants(site, stone, land, way, green)
  undergrowth(site, land, way, green, pz)
  builtAir(site, {
    centre: [px * 0.5, 10, 38],
    radius: 52,
    lamps: [
      [-18, -1, 2],
      [18, 14, 50],
    ],
    haze: scene.look.name === 'day' ? 2 : 1,
  })
  const foggy = brief.mood.weather === 'fog'
  Object.assign(scene.fog, {
    density: scene.fog.density * (foggy ? 0.9 : scene.look.name === 'day' ? 3 : 1.3),
    haze: scene.fog.haze * (foggy ? 0.4 : 1),
    thinning: 16,
    far: 420,
    noise: 0.6,
    noiseScale: 0.05,
    steps: 30,
    shaft: 1.2,
    shaftShade: 0.4,
    sunPhase: 1.5,
    skyMix: 0.5,
  })
  scene.bounce = [scene.bounce[0] * 0.5, scene.bounce[1] * 0.7, scene.bounce[2] * 0.4]
  scene.ambient *= 1.3
  if (site.dim)
    for (const z of [14, 27])
      for (const hand of [-1, 1]) {
        const x = way(z) + hand * 2.9
        torch(site, [x, land(x, z), z], true, 1.3)
      }
  visitors(site, land, [
    [way(19) - side * 0.4, 19],
    [way(21) + side * 0.7, 21],
  ])
  standing(scene, land, [
    [way(13), 13, 1.4],
    [way(19) + side * 0.6, 19, 1.6],
    [way(26) - side * 0.6, 26, 1.8],
    [way(30), 30, 1.8],
  ])
  flying(scene, [[way(24) - side * 1.5, 8, 24, 2]])
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 9,
      x: px - side * 8,
      y: 30,
      z: pz - 8,
      spread: 10,
      size: 0.8,
      paint: mesh.paint(plain(brief.accent ?? [0.4, 0.05, 0.04])),
    })
  return scene
}

/** Tiers with broken edges, a stair in their middle, a shrine with a dark door on top, and trees that root on them. */
function pyramid(site: Site, stone: RuinStone, x: number, z: number, land: Land): void {
  const { mesh, streams, scene, lit, brief } = site
  const random = streams('pyramid')
  const turn = random.range(-0.12, 0.12)
  const y = land(x, z - 22) - 0.6
  const at = axesOf({ x, y, z, turn })
  const green = jungleLeaves(site)
  const vines = ivyPaints(site)
  const half = (i: number) => 23 - i * 3.1
  for (let i = 0; i < TIERS; i++) {
    const w = half(i) * 2
    box(mesh, {
      x,
      y: y + i * TIER - (i ? 0 : 3),
      z,
      width: w,
      height: TIER - 0.55 + (i ? 0 : 3),
      depth: w,
      turn,
      paint: stone.wall,
      cap: stone.block,
    })
    box(mesh, { x, y: y + (i + 1) * TIER - 0.55, z, width: w + 0.7, height: 0.55, depth: w + 0.7, turn, paint: stone.block })
    for (let k = 0; k < 7; k++)
      ivy(
        mesh,
        random,
        at,
        {
          along: random.range(-1, 1) * half(i),
          up: (i + 1) * TIER + 0.1,
          wide: random.range(1.5, 5),
          long: random.range(1.4, TIER + 1.4),
          into: -half(i) - 0.42,
          way: -1,
          leaf: 0.34,
          count: 150,
        },
        vines,
      )
    for (let k = 0; k < 12; k++) {
      const [bx, by, bz] = at(random.range(-1, 1) * half(i), (i + 1) * TIER, -half(i) + random.range(0.3, 2.4))
      tuft(mesh, random, bx, by, bz, random.range(0.5, 1.3), random.pick(green.ferns))
    }
    const bites = i === TIERS - 1 ? 1 : 3
    for (let k = 0; k < bites; k++) {
      const along = random.pick([-1, 1]) * random.range(0.3, 1) * half(i)
      const [bx, , bz] = at(along, 0, -half(i) - random.range(0.3, 1.6))
      const s = random.range(1, 2.2)
      box(mesh, {
        x: bx,
        y: y + i * TIER + (i ? 0 : -0.2),
        z: bz,
        width: s * 1.5,
        height: s,
        depth: s,
        turn: random.range(0, 3),
        paint: stone.block,
      })
    }
  }
  const front = half(0) + 3.6
  const steps = 44
  for (let i = 0; i < steps; i++) {
    const t = (i + 1) / steps
    const out = front - (front - half(TIERS - 1)) * t
    const [sx, , sz] = at(0, 0, -out + 1.6)
    box(mesh, { x: sx, y: y - 1, z: sz, width: 7.4, height: TIERS * TIER * t + 1, depth: 3.4, turn, paint: stone.wall, cap: stone.block })
  }
  for (const q of [-1, 1])
    for (let i = 0; i < 11; i++) {
      const t = (i + 0.5) / 11
      const out = front - (front - half(TIERS - 1)) * t
      const [sx, , sz] = at(q * 4.4, 0, -out + 1.4)
      box(mesh, { x: sx, y: y - 1, z: sz, width: 1.6, height: TIERS * TIER * t + 1.7, depth: 3, turn, paint: stone.block })
    }
  const top = TIERS * TIER
  box(mesh, { x, y: y + top, z, width: 11.5, height: 6.2, depth: 9, turn, paint: stone.wall, cap: stone.block })
  box(mesh, { x, y: y + top + 6.2, z, width: 12.8, height: 0.9, depth: 10, turn, paint: stone.block })
  for (let i = 0; i < 3; i++)
    box(mesh, { x, y: y + top + 7.1 + i * 1.5, z, width: 8.4 - i * 1.6, height: 1.5, depth: 4.4 - i, turn, paint: stone.carved })
  const [dx, , dz] = at(0, 0, -4.5)
  box(mesh, {
    x: dx,
    y: y + top,
    z: dz,
    width: 2.6,
    height: 4.2,
    depth: 0.3,
    turn,
    paint: mesh.paint(lit ? emitter([1, 0.5, 0.16], 1.6) : plain([0.012, 0.012, 0.012])),
  })
  for (const q of [-1, 1]) {
    const [ox, , oz] = at(q * 3.9, 0, -4.5)
    box(mesh, { x: ox, y: y + top, z: oz, width: 1.4, height: 3.4, depth: 0.24, turn, paint: mesh.paint(plain([0.014, 0.014, 0.014])) })
  }
  if (lit) {
    const [gx, gy, gz] = at(0, top + 2, -6)
    scene.glows.push({ x: gx, y: gy, z: gz, colour: [1, 0.5, 0.16], intensity: 1.2, size: 1.6 })
  }
  if (!brief.allows('trees')) return
  for (let i = 0; i < 7; i++) {
    const tier = random.int(0, TIERS - 2)
    const along = random.pick([-1, 1]) * random.range(0.62, 1) * half(tier)
    const spot = at(along, (tier + 1) * TIER, -half(tier) + 1.6)
    broadleaf(
      mesh,
      random,
      { x: spot[0], y: spot[1], z: spot[2], height: random.range(4.5, 9), distance: 52 },
      random.pick(green.crowns),
      green.bark,
      { spread: 1.2 },
    )
    roots(site, random, spot, TIER + 1, 0.26, green.root)
  }
}

/** Slabs of the way to the stairs. */
function paving({ mesh, streams }: Site, stone: RuinStone, land: Land, way: (z: number) => number, end: number): void {
  const random = streams('way')
  for (let z = 3.4; z < end; z += 1.25)
    for (const q of [-0.8, 0.8]) {
      if (random.chance(0.22)) continue
      const x = way(z) + q + random.range(-0.2, 0.2)
      box(mesh, {
        x,
        y: land(x, z) - 0.2,
        z,
        width: random.range(1.1, 1.5),
        height: 0.28,
        depth: random.range(0.9, 1.15),
        turn: random.range(-0.16, 0.16),
        paint: stone.block,
      })
    }
}
