import { times } from '../../scene/vector.ts'
import { rgb } from '../../solid/palette.ts'
import type { Place } from '../place.ts'
import { barn } from './farm/barn.ts'
import { mill } from './farm/mill.ts'
import { HALF } from './farm/site.ts'

export const farm: Place = {
  half: HALF,
  looks: { always: { bounce: times(rgb('#8a8a48'), 0.9) }, day: { clouds: 6 } },
  layouts: { barn, mill },
  suits: { windmill: 'mill' },
}
