import type { sceneHeroes } from '@daedal/protocol/generation/scene-plan'
import { type Building, breakGround, type Plot } from '../plot.ts'
import type { CitySite } from '../site.ts'
import { arcology } from './arcology.ts'
import { blades } from './blades.ts'
import { needle } from './needle.ts'
import { spire } from './spire.ts'

type HeroName = (typeof sceneHeroes.city)[number]

const HEROES: Record<HeroName, (building: Building) => void> = { spire, needle, blades, arcology }
/** Names of the city's heroes. */
export const heroNames = Object.keys(HEROES) as readonly HeroName[]
const isHero = (name: string): name is HeroName => name in HEROES
/** Slender heroes stand a little taller. */
const TALL: Readonly<Record<HeroName, number>> = { spire: 1.14, needle: 1.06, blades: 1, arcology: 1 }

/** Raises the brief's hero, the tower that all eyes go to. Without towers there is none. */
export function addHero(site: CitySite, plot: Plot): void {
  const { hero, allows } = site.brief
  if (!allows('towers') || !isHero(hero)) return
  HEROES[hero](breakGround(site, site.streams('hero skin'), { ...plot, height: plot.height * TALL[hero] }))
}
