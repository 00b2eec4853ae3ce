import { cos, PI, sin } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import { plain } from '../../../material/paints.ts'
import type { Paint } from '../../../mesh.ts'
import { box } from '../../../shape/loft.ts'
import { tube } from '../../../shape/tube.ts'
import type { Rgb, Vec3 } from '../../../vector.ts'
import { clothOf, masonryOf, planksOf } from '../../nature/paints.ts'
import type { Site } from '../../nature/site.ts'
import { axesOf, sheet } from '../place.ts'
import { archPanel, archRim } from '../prop/arch.ts'
import { shine } from '../prop/lantern.ts'
import { facing } from '../prop/stall.ts'

/** How the street is roofed: by a round or a pointed vault, by rafters, or by cloths that hang across it. */
export const bazaarRoofs = ['round', 'pointed', 'rafters', 'cloths'] as const
export type BazaarRoof = (typeof bazaarRoofs)[number]

/** The street: half its width, and its middle at a distance. */
export type BazaarStreet = { readonly half: number; readonly course: (z: number) => number; readonly stone: Rgb }

/** Length of a bay. */
export const BAY = 4.6
export const BAYS = 12

/** Height of the walls under each roof. */
export const EAVES: Readonly<Record<BazaarRoof, number>> = { round: 4.4, pointed: 4.2, rafters: 5.4, cloths: 7.4 }

/** Walls with shops in arches to both hands, and the roof over them. */
export function bazaarShell(site: Site, roof: BazaarRoof, street: BazaarStreet, colours: readonly Rgb[]): void {
  const { mesh } = site
  const { half, course, stone } = street
  const random = site.streams('walls')
  const tall = EAVES[roof]
  const paint = (k: number, width: number, height: number, variant: number) =>
    mesh.paint(
      masonryOf({ colour: [stone[0] * k, stone[1] * k, stone[2] * k], blockWidth: width, blockHeight: height, variant, joints: 0.5 }),
    )
  const wall = paint(1, 0.6, 0.26, 6)
  const trim = paint(1.15, 1, 0.4, 2)
  const dark = mesh.paint(plain([0.05, 0.035, 0.028]))
  const pointed = roof !== 'rafters'
  const width = random.range(2.3, 3.1)
  for (let i = -1; i < BAYS; i++) {
    const from = i * BAY
    const middle = from + BAY / 2
    for (const hand of [-1, 1]) {
      const x = course(middle) + hand * half
      const lift = roof === 'cloths' ? random.range(-1, 1.6) : 0
      box(mesh, { x: x + hand * 0.5, y: 0, z: middle, width: 1, height: tall + lift, depth: BAY, paint: wall })
      const at = axesOf({ x, y: 0, z: middle, turn: facing(hand) })
      const shop = { along: 0, into: -0.04, width, height: 3.5, pointed, rise: pointed ? width * 0.55 : width / 2 }
      archPanel(mesh, at, shop, dark)
      archRim(mesh, at, shop, trim, 0.3, 0.14)
      box(mesh, { x: course(from) + hand * (half - 0.15), y: 0, z: from, width: 0.5, height: tall, depth: 0.6, paint: trim })
      if (roof === 'rafters' || roof === 'cloths') upperWindow(site, at, random, tall, trim, dark)
    }
  }
  if (roof === 'cloths') cloths(site, street, random, colours)
  else if (roof === 'rafters') rafters(site, street, random)
  else vault(site, street, roof, wall, trim)
}

/** Over a shop: a pair of small windows, or a shuttered one with a box of lattice. */
function upperWindow(
  { mesh }: Site,
  at: (a: number, up: number, into: number) => Vec3,
  random: Prng,
  tall: number,
  trim: Paint,
  dark: Paint,
) {
  const sill = 4.1
  const top = Math.min(tall - 0.3, 5.7)
  if (random.chance(0.5) || top - sill < 1.2) {
    for (const along of [-0.6, 0.6]) {
      const window = { along, into: -0.03, width: 0.62, sill, height: top - 0.2, pointed: true, rise: 0.5 }
      archPanel(mesh, at, window, dark)
      archRim(mesh, at, window, trim, 0.14, 0.1)
    }
    return
  }
  const lattice = mesh.paint(planksOf([0.2, 0.115, 0.06], 0.12))
  const [x, y, z] = at(0, sill - 0.1, -0.35)
  box(mesh, { x, y, z, width: 0.75, height: top - sill + 0.2, depth: 1.9, paint: lattice })
  box(mesh, { x, y: y - 0.16, z, width: 0.9, height: 0.16, depth: 2.1, paint: trim })
  box(mesh, { x, y: top + 0.1, z, width: 0.95, height: 0.14, depth: 2.2, paint: trim })
}

/** Ribs and a vault whose crown is open in every second bay. */
function vault(site: Site, { half, course }: BazaarStreet, kind: 'round' | 'pointed', wall: Paint, trim: Paint): void {
  const { mesh, lit } = site
  const spring = EAVES[kind]
  const rise = half * (kind === 'round' ? 0.92 : 1.25)
  const steps = 14
  const point = (t: number, k = 1) => {
    if (kind === 'round') return [-half * cos(PI * t) * k, spring + rise * sin(PI * t) * k] as const
    const q = Math.abs(t * 2 - 1)
    return [(t * 2 - 1) * half * k, spring + rise * (1 - q * q * 0.6 - q * 0.4) * k] as const
  }
  for (let i = -1; i < BAYS; i++) {
    const from = i * BAY
    const to = from + BAY
    for (let j = 0; j < steps; j++) {
      const [a, b] = [point(j / steps), point((j + 1) / steps)]
      const open = i % 2 === 0 && (j === steps / 2 || j === steps / 2 - 1)
      const slab = (z0: number, z1: number) => {
        const [x0, x1] = [course(z0), course(z1)]
        mesh.use(wall)
        sheet(mesh, [x0 + a[0], a[1], z0], [x0 + b[0], b[1], z0], [x1 + b[0], b[1], z1], [x1 + a[0], a[1], z1], j, z0)
      }
      if (open) {
        slab(from, from + 1.5)
        slab(to - 1.5, to)
      } else slab(from, to)
      const [c, d] = [point(j / steps, 0.95), point((j + 1) / steps, 0.95)]
      const x = course(from)
      mesh.use(trim)
      sheet(mesh, [x + c[0], c[1], from - 0.3], [x + d[0], d[1], from - 0.3], [x + d[0], d[1], from + 0.3], [x + c[0], c[1], from + 0.3])
      for (const z of [from - 0.3, from + 0.3])
        sheet(mesh, [x + c[0], c[1], z], [x + d[0], d[1], z], [x + b[0], b[1], z], [x + a[0], a[1], z])
    }
    if (lit && i % 2) shine(site, [course(from), spring + 1.4, from], 9, 0.5, [1, 0.6, 0.25])
  }
}

/** A roof of boards on tie beams and rafters, open along its ridge. */
function rafters(site: Site, { half, course }: BazaarStreet, random: Prng): void {
  const { mesh, lit } = site
  const tall = EAVES.rafters
  const ridge = tall + half * random.range(0.5, 0.75)
  const tone = random.pick([
    [0.26, 0.16, 0.09],
    [0.17, 0.1, 0.06],
    [0.36, 0.27, 0.18],
  ] as const)
  const boards = mesh.paint(planksOf(tone, 0.24))
  const beam = mesh.paint(planksOf([tone[0] * 0.7, tone[1] * 0.7, tone[2] * 0.7], 0.3))
  const gap = random.range(0.5, 0.8)
  for (let i = -2; i < BAYS * 2; i++) {
    const z = (i * BAY) / 2
    const to = z + BAY / 2
    const [x0, x1] = [course(z), course(to)]
    for (const hand of [-1, 1]) {
      const inner = hand * gap
      const up = ridge - (gap / half) * (ridge - tall)
      // a board is missing here and there
      if (!random.chance(0.1)) {
        mesh.use(boards)
        const outer = hand * (half + 0.6)
        sheet(mesh, [x0 + outer, tall, z], [x1 + outer, tall, to], [x1 + inner, up, to], [x0 + inner, up, z])
      }
      tube(
        mesh,
        [
          [x0 + hand * half, tall - 0.1, z],
          [x0, ridge - 0.1, z],
        ],
        { paint: beam, radius: 0.1, sides: 4 },
      )
    }
    if (i % 2) continue
    box(mesh, { x: x0, y: tall - 0.2, z, width: half * 2, height: 0.24, depth: 0.2, paint: beam })
    box(mesh, { x: x0, y: tall, z, width: 0.16, height: ridge - tall, depth: 0.16, paint: beam })
    if (lit && i % 4 === 0) shine(site, [x0, tall - 0.9, z], 9, 0.5, [1, 0.6, 0.25])
  }
}

/** Lengths of cloth that hang from wall to wall, with the sky between them. */
function cloths({ mesh }: Site, { half, course }: BazaarStreet, random: Prng, colours: readonly Rgb[]): void {
  const across = 10
  const tones = [random.pick(colours), random.pick(colours), random.pick(colours)]
  for (let z = 6.5, i = 0; z < BAYS * BAY - 3; i++) {
    const deep = random.range(1.6, 3)
    const from = random.range(4.9, 6.2)
    const to = random.range(4.9, 6.2)
    const sag = random.range(0.5, 1.1)
    const skew = random.range(-0.9, 0.9)
    const colour = tones[i % 3]!
    mesh.use(mesh.paint(clothOf(colour, 0.45, [colour[0] * 0.5 + 0.3, colour[1] * 0.5 + 0.28, colour[2] * 0.5 + 0.24], i % 2 ? 0 : 5)))
    const point = (t: number, q: number): Vec3 => {
      const pz = z + q * deep + skew * (t - 0.5) * 2
      return [course(pz) + (t * 2 - 1) * half, from + (to - from) * t - sag * 4 * t * (1 - t) - q * 0.25, pz]
    }
    for (let k = 0; k < across; k++)
      mesh.panel(point(k / across, 0), point((k + 1) / across, 0), point((k + 1) / across, 1), point(k / across, 1))
    z += deep + random.range(0.7, 2.2)
  }
}
