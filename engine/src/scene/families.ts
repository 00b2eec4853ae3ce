import type { SceneFamily } from '@daedal/protocol/generation/scene-plan'
import { castle } from './families/built/castle.ts'
import { interior } from './families/built/interior.ts'
import { market } from './families/built/market.ts'
import { ruins } from './families/built/ruins.ts'
import { town } from './families/built/town.ts'
import { city } from './families/city.ts'
import { cabin } from './families/nature/cabin.ts'
import { coast } from './families/nature/coast.ts'
import { desert } from './families/nature/desert.ts'
import { forest } from './families/nature/forest.ts'
import { islands } from './families/nature/islands.ts'
import { lake } from './families/nature/lake.ts'
import { mountain } from './families/nature/mountain.ts'
import { farm } from './families/open/farm.ts'
import { sea } from './families/open/sea.ts'
import { snow } from './families/open/snow.ts'
import { space } from './families/open/space.ts'
import { swamp } from './families/open/swamp.ts'
import { volcano } from './families/open/volcano.ts'
import type { Family } from './family.ts'

/** Every family of scenes the plan can name. */
export const FAMILIES: Readonly<Record<SceneFamily, Family>> = {
  city,
  lake,
  mountain,
  forest,
  cabin,
  desert,
  coast,
  islands,
  sea,
  space,
  volcano,
  swamp,
  farm,
  snow,
  town,
  castle,
  market,
  ruins,
  interior,
}
