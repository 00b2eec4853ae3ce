import type { Place } from '../place.ts'
import { grove } from './mushrooms/grove.ts'
import { pond } from './mushrooms/pond.ts'
import { HALF } from './village/site.ts'

export const mushrooms: Place = { half: HALF, looks: {}, layouts: { pond, grove }, suits: { 'great-tree': 'grove' } }
