import { cos, PI, sin } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { emitter, plain } from '../../../material/paints.ts'
import type { Scene } from '../../../scene.ts'
import { blob } from '../../../shape/blob.ts'
import { box } from '../../../shape/loft.ts'
import { tube } from '../../../shape/tube.ts'
import type { Streams } from '../../../streams.ts'
import type { Rgb } from '../../../vector.ts'
import { clothOf, masonryOf } from '../../nature/paints.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { builtAir } from '../built-air.ts'
import { pavingOf } from '../paints.ts'
import { axesOf, level, sheet } from '../place.ts'
import { archPanel, archRim } from '../prop/arch.ts'
import { shine } from '../prop/lantern.ts'
import { facing, stall, wares } from '../prop/stall.ts'
import { crowd } from './crowd.ts'
import { CLOTHS } from './street.ts'

const STONES: readonly Rgb[] = [
  [0.46, 0.36, 0.26],
  [0.42, 0.3, 0.22],
  [0.4, 0.37, 0.33],
  [0.48, 0.42, 0.34],
]
/** Length of a bay of the vault. */
const BAY = 4.6
const BAYS = 12

/** A vaulted bazaar: light falls through openings in the roof on cloth, spices and lamps. */
export function bazaar(brief: Brief, streams: Streams): Scene {
  const frame = streams('camera')
  const eye = frame.pick([1.7, 2, 2.6])
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [side * frame.range(-1, 1), eye, 0],
      target: [side * frame.range(-2, 2), eye + 1, 40],
      fov: frame.range(58, 68),
      shiftY: frame.range(0.06, 0.2),
    },
    azimuth: side * frame.range(20, 70),
  }))
  const { mesh, scene, side } = site
  const stone = streams('style').pick(STONES)
  const half = streams('layout').range(4.4, 5.4)
  mesh.use(
    mesh.paint(
      pavingOf({
        kind: streams('style').chance(0.5) ? 'slabs' : 'cobbles',
        colour: [stone[0] * 0.7, stone[1] * 0.7, stone[2] * 0.72],
        second: [stone[0] * 0.5, stone[1] * 0.5, stone[2] * 0.55],
        size: streams('style').pick([0.3, 0.6]),
      }),
    ),
  )
  level(mesh, 0, -30, -6, 30, 140)
  vault(site, half, stone)
  for (const hand of [-1, 1]) {
    const random = streams(hand < 0 ? 'left stalls' : 'right stalls')
    for (let z = 3.6, i = random.int(0, 7); z < 48; i++) {
      const width = random.range(2.6, 3.6)
      stall(site, random, {
        x: hand * (half - 1.9),
        y: 0,
        z: z + width / 2,
        turn: facing(hand),
        width,
        ware: wares[(i * 3) % wares.length]!,
        cloth: brief.accent && i % 2 ? brief.accent : random.pick(CLOTHS),
      })
      z += width + random.range(0.3, 1.2)
    }
  }
  hangings(site, half)
  crowd(site, 16, (t, across) => [across * (half - 2.8), 0, 9 + t * 38])
  builtAir(site, {
    centre: [0, 4, 26],
    radius: 38,
    lamps: [
      [-half - 1, -1, -3],
      [half + 1, 9, 58],
    ],
  })
  const sunny = scene.night < 0.3
  scene.sun.colour = [scene.sun.colour[0] * 2, scene.sun.colour[1] * 2, scene.sun.colour[2] * 2]
  scene.ambient *= sunny ? 0.36 : 0.5
  scene.bounce = [stone[0] * 0.5, stone[1] * 0.42, stone[2] * 0.32]
  Object.assign(scene.fog, {
    density: 0.003,
    haze: 0.001,
    skyMix: 0.12,
    colour: [stone[0] * 0.34, stone[1] * 0.27, stone[2] * 0.2],
    thinning: 30,
    far: 90,
    shaft: 0.9,
    shaftShade: 0.5,
    noise: 0.4,
  })
  scene.rain = null
  scene.snow = null
  for (let i = 0; i < 9; i++)
    scene.lamps.push({ x: (i % 2 ? -1 : 1) * half * 0.6, y: 2.6, z: 5 + i * 5, colour: [0.34, 0.2, 0.09], range: 7 })
  for (const [x, z, r] of [
    [side * 0.6, 8, 0.9],
    [-side * 0.8, 12, 0.9],
    [side * 0.3, 17, 1.1],
  ] as const)
    scene.spots.push({ ground: 'land', x, y: 0, z, radius: r })
  return scene
}

/** Glass of lamps, as light comes through it. */
const GLASS: readonly Rgb[] = [
  [1, 0.42, 0.1],
  [0.2, 0.5, 1],
  [1, 0.16, 0.12],
  [0.2, 0.85, 0.5],
  [0.85, 0.3, 0.9],
]

/** Lamps of coloured glass on chains, and rugs on the pillars. */
function hangings(site: Site, half: number): void {
  const { mesh, scene, streams, brief } = site
  const random = streams('hangings')
  const brass = mesh.paint(plain([0.3, 0.2, 0.07], 0.7, 0.4))
  const panes = GLASS.map((colour) => mesh.paint(emitter(colour, scene.night > 0.3 ? 0.75 : 0.3)))
  for (let i = 0; i < 46; i++) {
    const z = 5 + (i / 46) * 42 + random.range(-0.5, 0.5)
    const x = random.range(-0.62, 0.62) * half
    const y = random.range(3.5, 5)
    const r = random.range(0.12, 0.24)
    tube(
      mesh,
      [
        [x, y + r, z],
        [x, 8.2, z],
      ],
      { paint: brass, radius: 0.012, sides: 3 },
    )
    blob(mesh, { x, y, z, rx: r, ry: r * 1.15, rz: r, paint: random.pick(panes), rings: 7 })
    for (const [up, wide] of [
      [-1.2, 0.4],
      [0.95, 0.55],
    ] as const)
      box(mesh, { x, y: y + up * r, z, width: r * wide, height: r * 0.3, depth: r * wide, turn: 0.4, paint: brass })
  }
  for (let i = 0; i < BAYS; i++)
    for (const hand of [-1, 1]) {
      if (random.chance(0.25)) continue
      const main = brief.accent && i % 2 ? brief.accent : random.pick(CLOTHS)
      mesh.use(mesh.paint(clothOf(main, 0.1, [main[0] * 0.4 + 0.3, main[1] * 0.4 + 0.24, main[2] * 0.4 + 0.16], 7)))
      const x = hand * (half - 0.46)
      const top = random.range(3.9, 4.3)
      const z = i * BAY
      const near = z - 0.62
      mesh.panel([x - hand * 0.2, top - 2.3, near], [x + hand * 1, top - 2.3, near], [x + hand * 1, top, near], [x - hand * 0.2, top, near])
      mesh.panel([x, top - 2.3, z - 0.6], [x, top - 2.3, z + 0.6], [x, top, z + 0.6], [x, top, z - 0.6])
    }
}

/** Walls with arched shops, ribs, and a round vault whose crown is open in every second bay. */
function vault(site: Site, half: number, stone: Rgb): void {
  const { mesh, lit } = site
  const wall = mesh.paint(masonryOf({ colour: stone, blockWidth: 0.6, blockHeight: 0.26, variant: 6, joints: 0.5 }))
  const trim = mesh.paint(
    masonryOf({ colour: [stone[0] * 1.15, stone[1] * 1.15, stone[2] * 1.15], blockWidth: 1, blockHeight: 0.4, variant: 2, joints: 0.4 }),
  )
  const dark = mesh.paint(plain([0.05, 0.035, 0.028]))
  const spring = 4.4
  const rise = half * 0.92
  const steps = 14
  const point = (t: number, k = 1) => [-half * cos(PI * t) * k, spring + rise * sin(PI * t) * k] as const
  for (let i = -1; i < BAYS; i++) {
    const from = i * BAY
    const to = from + BAY
    for (const hand of [-1, 1]) {
      box(mesh, { x: hand * (half + 0.5), y: 0, z: from + BAY / 2, width: 1, height: spring, depth: BAY, paint: wall })
      const at = axesOf({ x: hand * half, y: 0, z: from + BAY / 2, turn: facing(hand) })
      const shop = { along: 0, into: -0.04, width: 2.9, height: 3.6, pointed: true, rise: 1.6 }
      archPanel(mesh, at, shop, dark)
      archRim(mesh, at, shop, trim, 0.3, 0.14)
      box(mesh, { x: hand * (half - 0.15), y: 0, z: from, width: 0.5, height: spring, depth: 0.6, paint: trim })
    }
    for (let j = 0; j < steps; j++) {
      const [a, b] = [point(j / steps), point((j + 1) / steps)]
      const open = i % 2 === 0 && (j === steps / 2 || j === steps / 2 - 1)
      mesh.use(wall)
      const slab = (z0: number, z1: number) => sheet(mesh, [a[0], a[1], z0], [b[0], b[1], z0], [b[0], b[1], z1], [a[0], a[1], z1], j, z0)
      if (open) {
        slab(from, from + 1.5)
        slab(to - 1.5, to)
      } else slab(from, to)
      const [c, d] = [point(j / steps, 0.95), point((j + 1) / steps, 0.95)]
      mesh.use(trim)
      sheet(mesh, [c[0], c[1], from - 0.3], [d[0], d[1], from - 0.3], [d[0], d[1], from + 0.3], [c[0], c[1], from + 0.3])
      for (const z of [from - 0.3, from + 0.3]) sheet(mesh, [c[0], c[1], z], [d[0], d[1], z], [b[0], b[1], z], [a[0], a[1], z])
    }
    if (lit && i % 2) shine(site, [0, spring + 1.4, from], 9, 0.5, [1, 0.6, 0.25])
  }
}
