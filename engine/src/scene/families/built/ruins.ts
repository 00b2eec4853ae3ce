import type { Mood } from '../../brief.ts'
import type { Family } from '../../family.ts'
import { abbey } from './ruins/abbey.ts'
import { aqueduct } from './ruins/aqueduct.ts'
import { colossus } from './ruins/colossus.ts'
import { jungle } from './ruins/jungle.ts'
import { temple } from './ruins/temple.ts'

const mood = (time: Mood['time'], weather: Mood['weather'] = 'clear'): Mood => ({ time, weather })

/** What is left of great buildings. */
export const ruins: Family = {
  compositions: {
    temple: { moods: [mood('day'), mood('dusk'), mood('sunrise'), mood('night')], build: temple },
    abbey: { moods: [mood('day'), mood('sunrise'), mood('dusk'), mood('day', 'fog'), mood('night')], build: abbey },
    jungle: { moods: [mood('day'), mood('day'), mood('sunrise'), mood('day', 'fog')], build: jungle },
    aqueduct: { moods: [mood('day'), mood('sunrise'), mood('dusk'), mood('night')], build: aqueduct },
    colossus: { moods: [mood('sunrise'), mood('day'), mood('dusk'), mood('night')], build: colossus },
  },
  heroes: [],
}
