import type { WorldPlace } from '@daedal/protocol/generation/world-plan'
import type { Place } from './place.ts'
import { castle } from './places/castle.ts'
import { desert } from './places/desert.ts'
import { farm } from './places/farm.ts'
import { gallery } from './places/gallery.ts'
import { harbour } from './places/harbour.ts'
import { islands } from './places/islands.ts'
import { mushrooms } from './places/mushrooms.ts'
import { plaza } from './places/plaza.ts'
import { snow } from './places/snow.ts'
import { station } from './places/station.ts'
import { swamp } from './places/swamp.ts'
import { village } from './places/village.ts'
import { volcano } from './places/volcano.ts'

/** Every place a plan can name. */
export const PLACES: Readonly<Record<WorldPlace, Place>> = {
  village,
  mushrooms,
  plaza,
  desert,
  snow,
  islands,
  gallery,
  harbour,
  volcano,
  farm,
  station,
  swamp,
  castle,
}
