import type { Brief } from '../../../brief.ts'
import type { PaintSpec } from '../../../mesh.ts'
import type { Streams } from '../../../streams.ts'
import { times } from '../../../vector.ts'
import { ground, snowOf } from '../paints.ts'
import { meadow } from '../plant/meadow.ts'
import { FOREST_FLOOR, TURF } from '../season.ts'
import { type Aspect, openSite, type Site } from '../site.ts'

/** Share of cabins that lie in snow when the plan asks for no weather that settles it. */
const SNOWBOUND = 0.38

/** Opens a site where snow lies when it falls, or when the seed says so and nothing green is asked for. */
export function cabinSite(brief: Brief, streams: Streams, aspect: (side: 1 | -1) => Aspect): Site {
  const site = openSite(brief, streams, aspect)
  const { weather } = brief.mood
  const green = weather === 'rain' || brief.wants('autumn') || brief.wants('blossom') || brief.wants('flowers')
  const snowy = site.snowy || (!green && (brief.wants('aurora') || streams('snow lies').chance(SNOWBOUND)))
  // under a dark sky somebody has lit the lamps, by day too
  const lit = site.lit || weather === 'snow' || weather === 'rain' || weather === 'storm'
  return snowy ? { ...site, lit, snowy, season: 'winter' } : { ...site, lit }
}

/** Ground at hand: snow, or turf with bare earth where it is steep. */
export function floorOf({ snowy, season }: Site): PaintSpec {
  if (snowy) return snowOf()
  const [from, to] = TURF[season]
  return ground({ rock: [0.16, 0.12, 0.08], grass: from, dryGrass: to, scale: 0.8, bump: 0.8, rockiness: -0.1 })
}

/** Ground of far mountains: white to the foot in winter, else pasture below the snow. */
export function peaksOf({ snowy, season }: Site, snowLine: number, snowBand: number, scale: number): PaintSpec {
  const [from, to] = FOREST_FLOOR[season]
  return snowy
    ? ground({
        rock: [0.105, 0.101, 0.115],
        grass: [0.69, 0.75, 0.82],
        dryGrass: [0.79, 0.84, 0.9],
        snowLine: snowLine - 300,
        snowBand: 60,
        scale,
        rockiness: 0.05,
      })
    : ground({ rock: [0.13, 0.12, 0.115], grass: times(from, 0.9), dryGrass: to, snowLine, snowBand, scale, rockiness: 0.05 })
}

/** Grass and flowers before the eye where no snow lies; nothing grows where the height is null. */
export function sward(site: Site, height: (x: number, z: number) => number, near: number, far: number): void {
  if (site.snowy) return
  meadow(site, height, { near, far, spread: 0.62, tries: 9000, flowers: 900 })
}
