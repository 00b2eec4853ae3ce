import { cos, sin, smooth } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import type { Paint } from '../../../mesh.ts'
import { value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { blob } from '../../../shape/blob.ts'
import { loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import { tube } from '../../../shape/tube.ts'
import type { Streams } from '../../../streams.ts'
import { times } from '../../../vector.ts'
import { seaSurface } from '../ground/sea-surface.ts'
import { masonryOf, seaOf, stoneOf } from '../paints.ts'
import { birds } from '../prop/birds.ts'
import { boulder } from '../prop/boulder.ts'
import { keepersHouse, lighthouse, sweep, towerOf } from '../prop/lighthouse.ts'
import { openSite, type Site } from '../site.ts'
import { cumulus } from '../sky.ts'
import { floating, flying, inSight, sightAt } from '../spots.ts'
import { lightning } from './lightning.ts'
import { calmed, createSwell } from './swell.ts'

/** Lumps of the rock: x, y, z from its middle, and half sizes. */
const LUMPS = [
  [0, 0, 0, 20, 10, 17],
  [9, -1, -5, 15, 7, 12],
  [-11, -1, 3, 14, 8.5, 12],
  [17, -2, 5, 9, 5, 9],
  [-19, -2.5, -6, 9, 5, 8],
  [4, -2, -16, 9, 4.5, 7],
  [24, -3, -9, 5, 4.5, 5],
] as const
/** A bare rock, one that lies low and wide, the end of a cape, a high green head, or the end of a mole that starts beside the eye. */
const FORMS = ['rock', 'skerry', 'cape', 'cape', 'head', 'mole'] as const
/** Stone, and what grows on it. */
const STONES = [
  { colour: [0.17, 0.155, 0.145], cover: [0.1, 0.11, 0.055], covered: 0.5 },
  { colour: [0.08, 0.08, 0.085], cover: [0.12, 0.12, 0.1], covered: 0.3 },
  { colour: [0.34, 0.2, 0.14], cover: [0.16, 0.13, 0.06], covered: 0.4 },
  { colour: [0.42, 0.39, 0.34], cover: [0.1, 0.14, 0.05], covered: 0.6 },
] as const

/** Height of a mole over the sea. */
const QUAY = 3.2

/** How rough the sea is in a weather. */
export const forceOf = (weather: string) => (weather === 'storm' ? 1 : weather === 'rain' ? 0.75 : weather === 'fog' ? 0.35 : 0.55)

/** A lighthouse on a rock in a rough sea; in a storm with lightning and a sweeping beam. */
export function lighthouseView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(4.5, 11)
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [0, eye, 0],
      target: [-side * layout.range(-6, 8), eye + layout.range(0, 3.5), 100],
      fov: layout.range(43, 58),
      shiftY: layout.range(0.06, 0.16),
      roll: side * 0.012,
    },
    azimuth: side * layout.range(34, 66),
  }))
  const { mesh, scene, side, lit, dim } = site
  const { weather } = brief.mood
  const stormy = weather === 'storm'
  const form = layout.pick(FORMS)
  const lz = form === 'mole' ? layout.range(74, 96) : layout.range(84, 150)
  const lx = -side * lz * layout.range(0.02, 0.27)
  const broad = form === 'skerry' ? layout.range(1.3, 1.7) : form === 'mole' ? 0.42 : layout.range(0.8, 1.15)
  const high = form === 'skerry' ? 0.5 : form === 'head' ? layout.range(2.1, 2.9) : form === 'mole' ? 0.3 : layout.range(0.9, 1.6)
  const force = forceOf(weather)
  const swell = createSwell(streams('swell'), side * 0.5, force)
  const out = streams('mole').range(5, 9)
  const moleX = (z: number) => lx + (side * out - lx) * (1 - z / lz)
  const reach = (x: number, z: number) => Math.sqrt((x - lx) * (x - lx) + (z - lz) * (z - lz))
  const light = dim && !stormy ? 0.4 : 1
  const sea = mesh.paint(
    stormy || dim
      ? seaOf({ deep: times([0.006, 0.02, 0.026], light), crest: times([0.02, 0.1, 0.085], light) })
      : seaOf({ deep: [0.01, 0.05, 0.07], crest: [0.03, 0.16, 0.14], foam: 0.85 }),
  )
  seaSurface(mesh, scene.camera, {
    paint: sea,
    near: 3,
    far: 2600,
    rows: 440,
    columns: 380,
    halfWidth: 0.66,
    height: (x, z) => swell(x, z) * calmed(z),
    shore: (x, z) => {
      const round = smooth(36 * broad, 21 * broad, reach(x, z) + 7 * value2(x * 0.2, z * 0.2))
      return form === 'mole' ? Math.max(round, 0.8 * smooth(8.5, 4.5, Math.abs(x - moleX(z)) + 3 * value2(x * 0.3, z * 0.3))) : round
    },
  })
  const stones = streams('stones')
  const { colour, cover, covered } = streams('rock').pick(STONES)
  const grass = { cover: site.snowy ? ([0.75, 0.8, 0.86] as const) : ([0.07, 0.12, 0.03] as const), covered: 1 }
  const grown = form === 'head' || site.snowy ? grass : { cover, covered }
  const rock = mesh.paint(stoneOf({ colour, ...grown, features: 0.45, wet: [5, 1.5] }))
  const salt = stones.range(9, 60)
  for (const [x, y, z, rx, ry, rz] of form === 'mole' ? [] : LUMPS)
    blob(mesh, {
      x: lx + x * broad,
      y,
      z: lz + z * broad,
      rx: rx * broad,
      ry: ry * high,
      rz: rz * broad,
      paint: rock,
      rings: 26,
      rough: 0.75,
      frequency: 1.9,
      variant: x + salt,
    })
  if (form === 'cape')
    for (let i = 1; i < 9; i++) {
      const rise = 8 * high * stones.range(0.8, 1.3) * (1 + i * 0.12)
      const size = { rx: 19, ry: rise, rz: stones.range(15, 22) }
      const at = { x: lx - side * i * 15, y: -1, z: lz + i * stones.range(4, 8) }
      blob(mesh, { ...at, ...size, paint: rock, rings: 22, rough: 0.7, frequency: 1.8, variant: i + salt })
    }
  for (let i = 0; i < 12; i++)
    boulder(mesh, stones, {
      x: lx + stones.range(-46, 52),
      y: -0.6,
      z: stones.range(60, 180),
      radius: stones.range(1.5, 4.5),
      paint: rock,
      rings: 14,
      flat: 0.9,
    })
  const tower = streams('tower')
  const ground = form === 'mole' ? QUAY : 8.2 * high
  const tall = layout.range(25, 40) * (form === 'head' ? 0.66 : form === 'mole' ? 0.72 : 1)
  // the roof of its lantern stays below the upper edge
  const most = (sightAt(scene.camera, lx, lz, 0.88) - ground - 8) / 1.1
  const lamp = lighthouse(site, lx, ground, lz, Math.max(12, Math.min(tall, most)), towerOf(tower, brief.accent))
  if (form === 'mole') mole(site, moleX, lz)
  const house = layout.pick([-1, 1, 1] as const)
  if (layout.chance(0.8) && form !== 'mole')
    keepersHouse(site, lx + house * side * 12 * broad, 5.6 * high, lz - 2, layout.range(-0.4, 0.4), tower)
  if (lit) {
    scene.lampBox = [
      [lx - 70, -5, lz - 70],
      [lx + 70, 80, lz + 70],
    ]
    sweep(site, lamp, stormy || brief.mood.weather === 'fog' ? 0.9 : dim ? 0.6 : 0.3, streams('beam'))
  }
  spray(site, lx, lz, force, broad)
  const flash = stormy && brief.allows('lightning') ? lightning(site, side * 430, 1500) : null
  if (scene.rain) scene.rain = { drops: scene.rain.drops, slant: -side * 0.32 }
  const clear = weather === 'clear'
  scene.clouds = cumulus(site, {
    bottom: 420,
    top: 1100,
    frequency: 0.0019,
    cover: clear ? 0.5 : 0.8,
    soft: 0.2,
    density: 0.012,
    far: 9000,
    fade: 9000,
    base: 0.15,
    stretch: 1.5,
    banks: 0.9,
    steps: 24,
    resolution: 180,
    ambientColour: times(scene.sky.horizon, stormy ? 0.2 : 0.4),
    ...(flash ? { flash } : {}),
  })
  Object.assign(scene.fog, { far: 1800, noise: 0.7, noiseScale: 0.012, thinning: 25 })
  Object.assign(scene.sun, {
    shadow: !stormy,
    centre: [lx, 10, lz],
    radius: 90,
    normalBias: form === 'mole' ? 0.7 : 0.3,
    depthBias: form === 'mole' ? 0.5 : 0.2,
  })
  scene.occlusionRadius = 2
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 7,
      x: lx + side * 22,
      y: 34,
      z: 90,
      spread: 12,
      size: 0.9,
      paint: mesh.paint(plain([0.75, 0.77, 0.78])),
    })
  const near = inSight(scene.camera, 0, (z) => side * z * 0.1, 26)
  floating(scene, [
    [side * near * 0.1, near, near * 0.12],
    [side * near * 0.34, near * 1.6, near * 0.2],
  ])
  flying(scene, [[-side * 12, 17, 60, 6]])
  return scene
}

/** A wall of blocks that runs out to the tower, with a parapet on the side of the sea, bollards and stones at its foot. */
function mole({ mesh, streams, side }: Site, xAt: (z: number) => number, to: number): void {
  const random = streams('mole')
  const block = mesh.paint(masonryOf({ colour: [0.26, 0.245, 0.22], blockWidth: 2.2, blockHeight: 0.8 }))
  // a low sun would pick out each dent of blocks
  const coping = mesh.paint(plain([0.25, 0.235, 0.21]))
  const iron = mesh.paint(plain([0.03, 0.03, 0.035], 0.5))
  const rubble = mesh.paint(stoneOf({ colour: [0.15, 0.145, 0.14], features: 0.5, wet: [3, 1] }))
  const slant = xAt(1) - xAt(0)
  const strip = (off: number, half: number) => {
    const corner = (z: number, hand: number): [number, number] => [xAt(z) + off + hand * half, z]
    return [corner(2, -1), corner(2, 1), corner(to, 1), corner(to, -1)]
  }
  const wall = (off: number, half: number, from: number, top: number, cap: Paint) =>
    loft(
      mesh,
      [from, top].map((y) => ({ y, points: strip(off, half) })),
      { paint: block, cap },
    )
  wall(0, 3.6, -4, QUAY, coping)
  wall(side * 3.2, 0.5, QUAY - 0.5, QUAY + 1.3, coping)
  loft(
    mesh,
    [
      { y: -4, points: polygon(xAt(to), to, 9, 24) },
      { y: QUAY + 0.02, points: polygon(xAt(to), to, 8.2, 24) },
    ],
    { paint: block, cap: block, smooth: true },
  )
  for (let z = 12; z < to - 10; z += 11) {
    const x = xAt(z) - side * 2.8
    tube(
      mesh,
      [
        [x, QUAY, z],
        [x, QUAY + 0.8, z],
        [x + slant, QUAY + 0.86, z],
      ],
      { paint: iron, radius: 0.22, endRadius: 0.3 },
    )
  }
  for (let i = 0; i < 46; i++) {
    const z = random.range(8, to + 8)
    const radius = random.range(0.7, 1.9)
    boulder(mesh, random, { x: xAt(z) + side * random.range(4, 6.4), y: -0.4, z, radius, paint: rubble, rings: 10, flat: 0.9 })
  }
}

/** Bursts of spray where waves meet the rock. */
function spray({ scene, streams, dim }: Site, x0: number, z0: number, force: number, broad: number): void {
  const random = streams('spray')
  for (let k = 0; k < 7; k++) {
    const a = random.range(-2.6, -0.5)
    const x = x0 + cos(a) * 23 * broad
    const z = z0 + sin(a) * 20 * broad
    for (let i = 0; i < 26; i++) {
      const t = random.next()
      const up = random.next()
      scene.puffs.push({
        x: x + random.range(-1, 1) * (2 + 5 * t),
        y: 1 + up * up * 11 * force * (1 - Math.abs(t - 0.5)),
        z: z + random.range(-2, 2),
        size: random.range(0.3, 1.5),
        opacity: 0.14 * (0.4 + 0.6 * force),
        colour: dim ? [0.22, 0.26, 0.28] : [0.7, 0.75, 0.78],
      })
    }
  }
}
