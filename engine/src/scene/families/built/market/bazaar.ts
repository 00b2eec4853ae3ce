import { cos, sin, smooth, TAU } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { emitter, plain } from '../../../material/paints.ts'
import type { Paint } from '../../../mesh.ts'
import type { Scene } from '../../../scene.ts'
import { loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import { tube } from '../../../shape/tube.ts'
import type { Streams } from '../../../streams.ts'
import type { Rgb, Vec3 } from '../../../vector.ts'
import { clothOf } from '../../nature/paints.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { inSight, standing } from '../../nature/spots.ts'
import { builtAir } from '../built-air.ts'
import { pavingOf } from '../paints.ts'
import { level } from '../place.ts'
import { hungCarpet, lyingCarpet } from '../prop/carpet.ts'
import { facing, stall, wares } from '../prop/stall.ts'
import { steeple } from '../prop/steeple.ts'
import { BAY, BAYS, type BazaarRoof, type BazaarStreet, bazaarRoofs, bazaarShell, EAVES } from './bazaar-roof.ts'
import { crowd } from './crowd.ts'
import { beyondPitch, LOOKS_IN, onPitch, type Pitch, pitchOf, pitchStall } from './merchant.ts'
import { CLOTHS, NEAR, SOLD } from './street.ts'

const STONES: readonly Rgb[] = [
  [0.46, 0.36, 0.26],
  [0.42, 0.3, 0.22],
  [0.4, 0.37, 0.33],
  [0.48, 0.42, 0.34],
]

/** A bazaar: a street of stalls that is vaulted, roofed with rafters or shaded by cloths; light falls in on cloth, spices and lamps. */
export function bazaar(brief: Brief, streams: Streams): Scene {
  const frame = streams('camera')
  const dry = brief.mood.weather === 'clear' || brief.mood.weather === 'fog'
  const roof = streams('roof').pick(dry ? bazaarRoofs : (['round', 'pointed', 'rafters'] as const))
  const open = roof === 'cloths'
  const half = streams('layout').range(4.2, 5.8)
  const high = frame.pick([1.7, 2.2, 3.7])
  const eye = brief.names('merchant') ? Math.min(LOOKS_IN, high) : high
  const bend = frame.pick([0, 1, 1]) * frame.range(5, 13)
  const off = frame.range(-1.4, 1.4)
  const look = frame.range(-2, 6)
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [side * off, eye, 0],
      target: [side * look, eye + (eye > 3 ? 0.2 : 1), 40],
      fov: frame.range(54, 68),
      shiftY: eye > 3 ? frame.range(0, 0.08) : frame.range(0.06, 0.2),
    },
    azimuth: side * (open ? frame.range(40, 75) : frame.range(20, 70)),
  }))
  const { mesh, scene, side } = site
  const course = (z: number) => side * bend * (z / 50) * (z / 50)
  const stone = streams('style').pick(STONES)
  const street: BazaarStreet = { half, course, stone }
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
  const dyes = streams('dyes')
  const colours = brief.accent ? [brief.accent, CLOTHS[6]!] : [dyes.pick(CLOTHS), dyes.pick(CLOTHS), dyes.pick(CLOTHS), dyes.pick(CLOTHS)]
  bazaarShell(site, roof, street, colours)
  const pitch = pitchOf(site, 0, course, Math.max(1, half - 2.4), [-1, 1])
  if (pitch) pitchStall(site, pitch, streams('pitch').pick(['spice', 'spice', 'pots']), streams('pitch').pick(colours))
  rows(site, street, colours, pitch)
  carpets(site, street, pitch)
  hangings(site, roof, street, colours)
  const end = streams('end')
  const far = BAYS * BAY + end.range(6, 16)
  steeple(site, {
    ...{ x: course(far) + end.range(-3, 3), y: 0, z: far, turn: end.range(-0.2, 0.2), width: 5.4, height: end.range(17, 24) },
    top: end.pick(['onion', 'campanile', 'lantern', 'pyramid'] as const),
    stone,
    roof: mesh.paint(
      plain(
        end.pick([
          [0.1, 0.26, 0.24],
          [0.36, 0.17, 0.1],
          [0.34, 0.3, 0.24],
        ] as const),
        0.3,
      ),
    ),
    clock: false,
  })
  crowd(site, 16, (t, across) => [course(9 + t * 38) + across * (half - 2.8), 0, 9 + t * 38], pitch)
  builtAir(site, {
    centre: [course(26), 4, 26],
    radius: 38,
    lamps: [
      [-half - 1 + Math.min(0, course(58)), -1, -3],
      [half + 1 + Math.max(0, course(58)), 9, 58],
    ],
  })
  if (!open) indoors(scene, stone)
  for (let i = 0; i < 9; i++)
    scene.lamps.push({
      x: course(5 + i * 5) + (i % 2 ? -1 : 1) * half * 0.6,
      y: 2.6,
      z: 5 + i * 5,
      colour: open ? [0.2, 0.12, 0.05] : [0.34, 0.2, 0.09],
      range: 7,
    })
  const free = half - 3.2
  const { camera } = scene
  const middle = (z: number) => course(z) + Math.max(-free, Math.min(free, camera.x + (camera.groundX / camera.groundZ) * z - course(z)))
  const near = inSight(camera, 0, middle, 8)
  standing(scene, () => 0, [
    [middle(near) + side * 0.3, near, 0.9],
    [middle(near + 4) - side * 0.5, near + 4, 0.9],
    [middle(near + 9) + side * 0.2, near + 9, 1.1],
  ])
  return scene
}

/** Little sky, much dust in what light there is, and the colour of the walls on everything. */
function indoors(scene: Scene, stone: Rgb): void {
  scene.sun.colour = [scene.sun.colour[0] * 2, scene.sun.colour[1] * 2, scene.sun.colour[2] * 2]
  scene.ambient *= scene.night < 0.3 ? 0.36 : 0.5
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
}

/** Stalls to both hands, with rugs on the ground before some. */
function rows(site: Site, { half, course }: BazaarStreet, colours: readonly Rgb[], pitch: Pitch | null): void {
  const { streams, brief } = site
  const carpetHand = streams('carpets').pick([-1, 1])
  const first = streams('wares').int(0, wares.length - 1)
  for (const hand of [-1, 1]) {
    const random = streams(hand < 0 ? 'left stalls' : 'right stalls')
    const seller = streams(hand < 0 ? 'left sellers' : 'right sellers')
    const sparse = random.range(0.2, 1.4)
    for (let z = random.range(2.6, 4.4), i = first + (hand > 0 ? 4 : 0), seen = 0; z < 48; i++) {
      const width = random.range(2.3, 3.9)
      const beyond = beyondPitch(pitch, hand, z, z + width)
      if (beyond !== null) z = beyond
      const middle = z + width / 2
      // the first that is in the picture to one hand sells carpets, to the other spices
      if (middle > 5) seen++
      const ware =
        seen === 1
          ? hand === carpetHand
            ? 'carpets'
            : 'spice'
          : seen === 3 && hand === carpetHand
            ? 'carpets'
            : wares[(i * 3) % wares.length]!
      const cloth = random.pick(colours)
      stall(site, random, {
        x: course(middle) + hand * (half - 1.9),
        y: 0,
        z: middle,
        turn: facing(hand) - (course(middle + 2) - course(middle - 2)) / 4,
        width,
        ware,
        cloth,
        near: middle < NEAR,
        ...(middle < SOLD && brief.allows('people') && { seller }),
        ...(random.chance(0.3) && { stripe: cloth }),
      })
      z += width + random.range(0.3, 0.5 + sparse)
    }
  }
}

/** Carpets that hang between the stalls, facing who comes, and lie in the way. */
function carpets(site: Site, { half, course }: BazaarStreet, pitch: Pitch | null): void {
  const { mesh, streams, brief } = site
  const random = streams('large carpets')
  const every = random.range(3.2, 5)
  for (const hand of [-1, 1])
    for (let z = 8 + random.range(-1, 1.5); z < 44; z += every * random.range(0.8, 1.3)) {
      const [width, length] = [random.range(1.3, 1.8), random.range(2, 2.7)]
      const x = course(z) + hand * (half - 1.35 - width / 2 + random.range(-0.3, 0.2))
      const turn = -hand * random.range(0.05, 0.35)
      if (onPitch(pitch, x, z - 1.5)) continue
      hungCarpet(mesh, random, { x, y: random.range(3.4, 3.9), z, turn }, width, length, brief.accent)
    }
  for (let i = 0; i < 4; i++) {
    const z = 5.4 + i * random.range(3.6, 5.4)
    const x = course(z) + random.range(-0.5, 0.5) * Math.max(0.6, half - 3)
    lyingCarpet(
      mesh,
      random,
      { x, y: i * 0.004, z, turn: random.range(-0.5, 0.5) },
      random.range(1.5, 2.1),
      random.range(2.3, 3.3),
      brief.accent,
    )
  }
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
function hangings(site: Site, roof: BazaarRoof, { half, course }: BazaarStreet, colours: readonly Rgb[]): void {
  const { mesh, scene, streams } = site
  const random = streams('hangings')
  const top = EAVES[roof] + (roof === 'cloths' ? -1.6 : half * 0.55)
  // by day the glass is seen by the light that falls on it, by night by the flame in it
  const glow = 0.35 + 0.65 * scene.night
  const glasses = GLASS.map((colour) => ({
    colour,
    glass: mesh.paint(plain([colour[0] * 0.5, colour[1] * 0.5, colour[2] * 0.5], 0.85, 0.3)),
    core: mesh.paint(emitter([colour[0] * 0.8 + 0.2, colour[1] * 0.8 + 0.12, colour[2] * 0.8 + 0.06], 0.3 + 1.5 * glow)),
  }))
  const count = random.pick([14, 26, 46])
  const large = count < 20 ? 1.7 : count < 30 ? 1.3 : 1
  const brass = mesh.paint(plain([0.3, 0.2, 0.07], 0.7, 0.4))
  for (let i = 0; i < count; i++) {
    const z = 5.5 + (i / count) * 42 + random.range(-0.5, 0.5)
    const x = course(z) + random.range(-0.62, 0.62) * half
    const r = random.range(0.13, 0.24) * large
    const y = random.range(3.5, Math.max(4.2, Math.min(5, top - r * 2)))
    tube(
      mesh,
      [
        [x, y + r, z],
        [x, Math.max(top, y + 0.6), z],
      ],
      { paint: brass, radius: 0.012, sides: 3 },
    )
    const { colour, glass, core } = random.pick(glasses)
    lamp(site, [x, y, z], r, { brass, glass, core }, i)
    if (z < 30) scene.glows.push({ x, y, z: z - r, colour, intensity: 0.5 * glow, size: r * 2.4 })
  }
  if (random.chance(0.2)) return
  for (let i = 0; i < BAYS; i++)
    for (const hand of [-1, 1]) {
      if (random.chance(0.3)) continue
      const main = random.pick(colours)
      mesh.use(mesh.paint(clothOf(main, 0.1, [main[0] * 0.4 + 0.3, main[1] * 0.4 + 0.24, main[2] * 0.4 + 0.16], 7)))
      const z = i * BAY
      const x = course(z) + hand * (half - 0.46)
      const high = random.range(3.9, 4.3)
      const near = z - 0.62
      mesh.panel(
        [x - hand * 0.2, high - 2.3, near],
        [x + hand * 1, high - 2.3, near],
        [x + hand * 1, high, near],
        [x - hand * 0.2, high, near],
      )
      mesh.panel([x, high - 2.3, z - 0.6], [x, high - 2.3, z + 0.6], [x, high, z + 0.6], [x, high, z - 0.6])
    }
}

/** A lamp of glass in brass: a belly with a bright band, ribs down it, a cap and a drop. */
function lamp({ mesh }: Site, [x, y, z]: Vec3, r: number, paints: Record<'brass' | 'glass' | 'core', Paint>, variant: number): void {
  const { brass, glass, core } = paints
  const tall = variant % 3 === 0 ? 1.5 : variant % 3 === 1 ? 1.1 : 0.85
  const ring = (list: readonly (readonly [up: number, wide: number])[], paint: Paint) =>
    loft(
      mesh,
      list.map(([up, wide]) => ({ y: y + up * r * tall, points: polygon(x, z, wide * r, 10) })),
      { paint, cap: paint, smooth: true },
    )
  const belly = [-0.9, -0.55, 0, 0.45, 0.8] as const
  const wide = (up: number) => 0.28 + 0.72 * smooth(1.15, 0.1, Math.abs(up))
  ring(
    belly.map((up) => [up, wide(up)] as const),
    glass,
  )
  ring(
    [
      [-0.16, wide(-0.16) + 0.02],
      [0.16, wide(0.16) + 0.02],
    ],
    core,
  )
  for (let k = 0; k < 5; k++) {
    const a = (TAU * k) / 5
    tube(
      mesh,
      belly.map((up): Vec3 => [x + cos(a) * (wide(up) + 0.05) * r, y + up * r * tall, z + sin(a) * (wide(up) + 0.05) * r]),
      { paint: brass, radius: r * 0.06, sides: 3 },
    )
  }
  ring(
    [
      [0.78, 0.5],
      [1, 0.42],
      [1.35, 0.08],
    ],
    brass,
  )
  ring(
    [
      [-1.3, 0.03],
      [-1.02, 0.12],
      [-0.88, 0.36],
    ],
    brass,
  )
}
