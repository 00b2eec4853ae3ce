import { atan2, cos, PI, sin, TAU } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import type { Scene } from '../../../scene.ts'
import type { Place } from '../place.ts'
import { gatehouse } from './gatehouse.ts'
import { type CastleKit, curtain, keep, roundTower } from './kit.ts'

export type Castle = Place & {
  /** Half its width, metres. */
  readonly radius: number
  readonly size: number
  readonly foot: (x: number, z: number) => number
}

/** A whole castle seen from outside: a ring of walls and towers, a gatehouse in front, and a keep among taller towers. */
export function castle(kit: CastleKit, random: Prng, spec: Castle): void {
  const { x, y, z, turn, radius, size, foot } = spec
  const sides = random.int(6, 9)
  const stretch = random.range(0.7, 0.95)
  const corners = Array.from({ length: sides }, (_, i) => {
    const a = turn - PI / 2 + ((i + 0.5) * TAU) / sides
    const r = radius * random.range(0.85, 1.1)
    return [x + cos(a) * r, z + sin(a) * r * stretch] as const
  })
  corners.forEach((corner, i) => {
    const next = corners[(i + 1) % sides]!
    const low = Math.min(y, (foot(...corner) + foot(...next)) / 2)
    curtain(kit, corner, next, low, 7 * size + (y - low))
    roundTower(kit, random, {
      x: corner[0],
      y: low,
      z: corner[1],
      radius: 2.6 * size,
      height: (10 + random.range(0, 4)) * size + (y - low),
      flag: random.chance(0.25),
    })
  })
  const front = corners[sides - 1]!
  const second = corners[0]!
  const gx = (front[0] + second[0]) / 2
  const gz = (front[1] + second[1]) / 2
  gatehouse(kit, random, { x: gx, y: Math.min(y, foot(gx, gz)), z: gz, turn: atan2(second[1] - front[1], second[0] - front[0]) }, size)
  keep(
    kit,
    random,
    { x: x + random.range(-0.15, 0.15) * radius, y, z: z + radius * 0.15, turn: turn + random.range(-0.2, 0.2) },
    12 * size,
    10 * size,
    random.range(17, 22) * size * kit.slender,
  )
  const count = random.int(3, 6)
  for (let i = 0; i < count; i++) {
    const a = turn + (TAU * (i + random.next() * 0.6)) / count
    const tall = (i === 0 ? random.range(30, 35) : random.range(16, 26)) * size * Math.min(kit.slender, 1.15)
    roundTower(kit, random, {
      x: x + cos(a) * radius * 0.44,
      y,
      z: z + sin(a) * radius * 0.4 + radius * 0.1,
      radius: (i === 0 ? 3.2 : random.range(1.7, 2.7)) * size,
      height: tall,
      flag: i === 0 || random.chance(0.4),
    })
  }
}

/** Torches on the walls of a castle by night. */
export function lampsRound(scene: Scene, x: number, y: number, z: number, range: number): void {
  for (let i = 0; i < 8; i++)
    scene.lamps.push({
      x: x + cos(i * PI * 0.25) * 20,
      y: y + 4,
      z: z + sin(i * PI * 0.25) * 16 - 5,
      colour: [0.9, 0.46, 0.16],
      range,
    })
}
