import type { Mood } from '../../brief.ts'
import type { Family } from '../../family.ts'
import { clouds } from './castle/clouds.ts'
import { courtyard } from './castle/courtyard.ts'
import { gate } from './castle/gate.ts'
import { hill } from './castle/hill.ts'
import { lake } from './castle/lake.ts'
import { sea } from './castle/sea.ts'

const mood = (time: Mood['time'], weather: Mood['weather'] = 'clear'): Mood => ({ time, weather })

/** A castle. */
export const castle: Family = {
  compositions: {
    hill: { moods: [mood('day'), mood('dusk'), mood('sunrise'), mood('night')], build: hill },
    gate: { moods: [mood('dusk'), mood('day'), mood('night'), mood('day', 'snow')], build: gate },
    courtyard: { moods: [mood('day'), mood('sunrise'), mood('night'), mood('day', 'rain')], build: courtyard },
    lake: { moods: [mood('sunrise'), mood('day'), mood('dusk'), mood('night')], build: lake },
    clouds: { moods: [mood('sunrise'), mood('day'), mood('dusk'), mood('night')], build: clouds },
    sea: { moods: [mood('day'), mood('dusk'), mood('sunrise'), mood('night')], build: sea },
  },
  heroes: [],
}
