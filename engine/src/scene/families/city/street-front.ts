import type { Prng } from '../../../math/prng.ts'
import { plain } from '../../material/paints.ts'
import { box } from '../../shape/loft.ts'
import { tube } from '../../shape/tube.ts'
import { times } from '../../vector.ts'
import { DARK_WALLS, drawSkin } from './facades.ts'
import { addSign } from './signs.ts'
import { type CitySite, lit } from './site.ts'

/** A stretch of one side of the street, metres along z. */
export type Frontage = {
  /** -1 left, 1 right. */
  readonly side: number
  /** Distance of the building line from the middle. */
  readonly line: number
  readonly z: number
  readonly length: number
  /** Distance of the kerb from the middle. */
  readonly kerb: number
}

function addStreetLamp(site: CitySite, { side, kerb, z, length }: Frontage): void {
  const { mesh, scene } = site
  const at = z + length * 0.3
  const x = side * (kerb - 2)
  const pole = [[side * (kerb + 1.5), 0, at] as const, [side * (kerb + 1.5), 8.5, at] as const, [x, 9.3, at] as const]
  tube(mesh, pole, { paint: mesh.paint(plain([0.05, 0.05, 0.06], 0.4)), radius: 0.14, endRadius: 0.08, sides: 5 })
  if (scene.night < 0.2) return
  box(mesh, { x, y: 9.1, z: at, width: 1.4, height: 0.12, depth: 0.5, paint: lit(site, [1, 0.85, 0.6], 6) })
  scene.lamps.push({ x, y: 8, z: at, colour: [0.7, 0.5, 0.28], range: 24 })
  scene.glows.push({ x, y: 9, z: at, colour: [1, 0.8, 0.5], intensity: 0.7, size: 0.8 })
}

/** Shops with awnings, blade signs, billboards and a street lamp. */
export function addStreetFront(site: CitySite, random: Prng, frontage: Frontage): void {
  const { side, line, z, length } = frontage
  const { mesh, scene } = site
  const x = side * line
  const skin = drawSkin(mesh, random, 0, {
    ...{ pattern: 1, lit: 0.85, gain: 0.95, floorHeight: 4.6, windowWidth: 3.1 },
    ...(scene.night > 0.2 ? { wall: random.pick(DARK_WALLS) } : {}),
  })
  const podium = { x: side * (line + 4), y: 0.3, z: z + length / 2, width: 9, height: random.range(7, 12), depth: length - 2 }
  box(mesh, { ...podium, paint: skin.wall, cap: skin.roof })
  const blades = random.int(2, 4)
  for (let i = 0; i < blades; i++) {
    const height = random.range(5, 16)
    addSign(site, random, {
      x: x - side * random.range(1.2, 3.2),
      y: random.range(6, 34) + height / 2,
      z: z + random.range(2, length - 2),
      ...{ alongX: 1, alongZ: 0, width: random.range(1.6, 3.6), height, gain: 1 },
    })
  }
  if (random.chance(0.75)) {
    const height = random.range(10, 24)
    const width = random.range(8, Math.min(20, length - 3))
    const y = random.range(20, 46) + height / 2
    addSign(site, random, { x: x - side * 0.6, y, z: z + length / 2, alongX: 0, alongZ: side, width, height, gain: 0.8 })
  }
  for (let i = 0; i < 3; i++) {
    const at = z + (length * (i + 0.5)) / 3
    const colour = random.pick(site.neons)
    const y = random.range(4, 9)
    box(mesh, { x: x - side * 0.6, y, z: at, width: 0.3, height: 0.35, depth: length / 3.4, paint: lit(site, colour, site.neonGain * 0.8) })
    scene.lamps.push({ x: x - side * 3, y: 6, z: at, colour: times(colour, 0.35), range: 26 })
  }
  addStreetLamp(site, frontage)
}
