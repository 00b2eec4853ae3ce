import { cos, sin } from '../../../math/dmath.ts'
import type { Prng } from '../../../math/prng.ts'
import type { Paint } from '../../mesh.ts'
import { loft } from '../../shape/loft.ts'
import { rectangle } from '../../shape/outline.ts'
import type { Rgb } from '../../vector.ts'
import { drawSkin, type Skin, type SkinChoice } from './facades.ts'
import { type CitySite, lit } from './site.ts'

/** Where a building stands and how large it is, metres. */
export type Plot = {
  readonly x: number
  readonly z: number
  readonly width: number
  readonly depth: number
  readonly height: number
  /** Radians. */
  readonly turn: number
  /** Height of its foot; 0 when left out. */
  readonly base?: number
  /** Close enough for lit strips, rings and roof gear. */
  readonly near: boolean
  readonly skin?: SkinChoice
}

/** A plot with its skin chosen, ready for a shape to be raised on it. */
export type Building = Required<Omit<Plot, 'skin'>> & {
  readonly site: CitySite
  readonly random: Prng
  readonly skin: Skin
  /** Its neon. */
  readonly neon: Rgb
  readonly strip: Paint
  /** A place on the plot by its own axes: metres across and deep from the middle. */
  readonly at: (across: number, deep: number) => readonly [number, number]
}

export function breakGround(site: CitySite, random: Prng, plot: Plot): Building {
  const base = plot.base ?? 0
  const c = cos(plot.turn)
  const s = sin(plot.turn)
  const skin = drawSkin(site.mesh, random, base, plot.skin)
  const neon = random.pick(site.neons)
  return {
    ...plot,
    base,
    site,
    random,
    skin,
    neon,
    strip: lit(site, neon, site.neonGain * random.range(0.7, 1.3)),
    at: (across, deep) => [plot.x + across * c - deep * s, plot.z + across * s + deep * c],
  }
}

/** A band of neon round a rectangular storey. */
export function neonBand({ site, x, z, turn, strip }: Building, y: number, width: number, depth: number, height: number): void {
  const points = rectangle(x, z, width, depth, turn)
  loft(
    site.mesh,
    [
      { y, points },
      { y: y + height, points },
    ],
    { paint: strip },
  )
}
