import type { Place } from '../place.ts'
import { green } from './village/green.ts'
import { lakeside } from './village/lakeside.ts'
import { HALF } from './village/site.ts'

export const village: Place = { half: HALF, looks: {}, layouts: { lakeside, green }, suits: { fountain: 'green', 'great-tree': 'green' } }
