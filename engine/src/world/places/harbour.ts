import { times } from '../../scene/vector.ts'
import { rgb } from '../../solid/palette.ts'
import type { Place } from '../place.ts'
import { cove } from './harbour/cove.ts'
import { quay } from './harbour/quay.ts'
import { HALF } from './harbour/site.ts'

export const harbour: Place = {
  half: HALF,
  looks: { always: { bounce: times(rgb('#8a8a6a'), 0.9) }, day: { clouds: 6, horizon: rgb('#dff0f4') } },
  layouts: { quay, cove },
  suits: { fountain: 'quay' },
}
