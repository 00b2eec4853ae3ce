import type { Place } from '../place.ts'
import { grove } from './village/grove.ts'
import { lakeside } from './village/lakeside.ts'
import { HALF } from './village/site.ts'

export const village: Place = { half: HALF, looks: {}, layouts: { lakeside, grove } }
