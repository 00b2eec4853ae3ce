import { rgb } from '../../../../solid/palette.ts'
import type { Paint } from '../../../mesh.ts'
import { value2 } from '../../../noise.ts'
import { box } from '../../../shape/loft.ts'
import { type Rgb, times } from '../../../vector.ts'
import { masonryOf, stoneOf } from '../../nature/paints.ts'
import { boulder } from '../../nature/prop/boulder.ts'
import type { Site } from '../../nature/site.ts'

/** What one ruin is built of. */
export type RuinStone = {
  readonly stone: Rgb
  /** Walls in courses, and large dressed blocks. */
  readonly wall: Paint
  readonly block: Paint
  /** Shafts of columns. */
  readonly drum: Paint
  /** Broken faces and stones on the ground. */
  readonly rubble: Paint
  /** Carved stone with fine joints. */
  readonly carved: Paint
}

export type StoneSize = { readonly width: number; readonly height: number }

/** Chooses the stone of a ruin and lets moss, or snow, lie on it. `mossy` 0..1. */
export function ruinStone(site: Site, colours: readonly string[], mossy: number, size: StoneSize = { width: 1.3, height: 0.6 }): RuinStone {
  const { mesh, snowy, streams } = site
  const random = streams('stone')
  const stone = times(rgb(random.pick(colours)), 0.9)
  const cover: Rgb = snowy ? [0.76, 0.8, 0.86] : [0.075, 0.1, 0.03]
  const covered = snowy ? 1 : mossy
  const courses = { cover, covered, variant: random.range(0, 20) }
  return {
    stone,
    wall: mesh.paint(masonryOf({ colour: stone, blockWidth: size.width, blockHeight: size.height, joints: 0.85, ...courses })),
    block: mesh.paint(masonryOf({ colour: times(stone, 1.04), blockWidth: 3.1, blockHeight: 1.5, joints: 0.7, ...courses })),
    drum: mesh.paint(masonryOf({ colour: times(stone, 1.08), blockWidth: 60, blockHeight: 1.7, joints: 0.8, ...courses })),
    rubble: mesh.paint(stoneOf({ colour: times(stone, 0.95), features: 1.5, cover, covered: snowy ? 0.95 : mossy * 0.9 })),
    carved: mesh.paint(masonryOf({ colour: times(stone, 1.06), blockWidth: 2.6, blockHeight: 1.5, joints: 0.45, ...courses })),
  }
}

/** The height of a broken edge: steps of whole courses, from `low` to `high` of the way up. */
export function broken(height: number, low: number, salt: number, course = 0.6, scale = 0.16): (along: number) => number {
  return (along) => {
    const wide = value2(along * scale + salt, salt * 1.7)
    const fine = value2(along * 0.9 + salt, salt + 5)
    const share = low + (1 - low) * Math.min(1, Math.max(0, wide * 1.7 - 0.35))
    return Math.round((height * share + (fine - 0.5) * 1.4 * course) / course) * course
  }
}

export type Scatter = {
  readonly count: number
  /** How large they are, metres. */
  readonly size: readonly [low: number, high: number]
  /** A place, or null where none lies. */
  readonly place: () => readonly [x: number, z: number] | null
  readonly height: (x: number, z: number) => number
}

/** Fallen blocks and broken stones on the ground. */
export function scatter({ mesh, streams }: Site, { block, rubble }: RuinStone, { count, size, place, height }: Scatter): void {
  const random = streams('rubble')
  for (let i = 0; i < count; i++) {
    const at = place()
    const s = random.range(size[0], size[1]) * (i % 3 ? 0.5 : 1)
    const turn = random.range(0, 3)
    const dressed = random.chance(0.55)
    if (!at) continue
    const [x, z] = at
    const y = height(x, z)
    if (dressed) box(mesh, { x, y: y - s * 0.35, z, width: s * 1.7, height: s, depth: s * 1.15, turn, paint: block })
    else boulder(mesh, random, { x, y, z, radius: s * 0.75, paint: rubble, rings: z < 20 ? 11 : 7 })
  }
}
