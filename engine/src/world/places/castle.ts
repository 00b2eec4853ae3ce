import type { Place } from '../place.ts'
import { courtyard } from './castle/courtyard.ts'
import { garden } from './castle/garden.ts'
import { HALF } from './castle/site.ts'

export const castle: Place = {
  half: HALF,
  looks: {},
  layouts: { courtyard, garden },
  suits: { fountain: 'garden', gazebo: 'garden', well: 'courtyard' },
}
