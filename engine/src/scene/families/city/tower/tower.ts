import type { Prng } from '../../../../math/prng.ts'
import { type Building, breakGround, type Plot } from '../plot.ts'
import type { CitySite } from '../site.ts'
import { blade } from './blade.ts'
import { addRoofLife } from './roof-life.ts'
import { rounded } from './rounded.ts'
import { setbacks } from './setbacks.ts'
import { slabs } from './slabs.ts'
import { twins } from './twins.ts'

const SHAPES: Record<'setbacks' | 'rounded' | 'blade' | 'twins' | 'slabs', (building: Building) => number> = {
  setbacks,
  rounded,
  blade,
  twins,
  slabs,
}
export type TowerShape = keyof typeof SHAPES

/** Raises an ordinary tower. */
export function addTower(site: CitySite, random: Prng, shape: TowerShape, plot: Plot): void {
  const building = breakGround(site, random, { ...plot, height: plot.height * site.heights })
  const top = SHAPES[shape](building)
  if (plot.near) addRoofLife(building, shape !== 'blade', top)
}
