import { BACKDROP_PHRASES } from '@daedal/engine/describe/avatar-words'
import { COMPOSITION_PHRASES, PLACE_PHRASES } from '@daedal/engine/describe/scene-words'
import type { SceneFamily } from '@daedal/protocol/generation/scene-plan'
import type { Names } from './option-list.ts'

/** Names of settings that a description of the picture has no words for. */
const named = (list: Readonly<Record<string, string>>): Names =>
  Object.fromEntries(
    Object.entries(list).map(([key, pair]) => {
      const [en = key, zh = key] = pair.split('/')
      return [key, { en, zh }]
    }),
  )

export const DENSITY_NAMES = named({ sparse: 'sparse/稀疏', dense: 'dense/密集' })

export const HERO_NAMES = named({
  spire: 'a spire/尖塔',
  needle: 'a needle/针塔',
  blades: 'two leaning blades/双刃塔',
  arcology: 'an arcology/生态巨塔',
})

export const ITEM_BACKDROP_NAMES: Names = {
  ...BACKDROP_PHRASES,
  ...named({
    studio: 'grey studio/灰色影棚',
    slate: 'slate/石板灰',
    mauve: 'mauve/淡紫色',
    sage: 'sage/鼠尾草绿',
    dusk: 'dusk/暮色',
    clay: 'clay/陶土色',
    moss: 'moss/苔绿色',
    frost: 'frost/霜白色',
    ember: 'ember/余烬色',
    lamplight: 'lamplight/灯光色',
  }),
}

/** Framings that say nothing new in a sentence, by family: one word can mean another thing elsewhere. */
const FRAMINGS: Readonly<Partial<Record<SceneFamily, Names>>> = {
  lake: named({ shore: 'along its shore/沿着湖岸', falls: 'below a waterfall/瀑布之下' }),
  mountain: named({ volcano: 'round a snow-capped volcano/环绕雪顶火山' }),
  forest: named({ clearing: 'round a clearing/环绕林间空地' }),
  cabin: named({ clearing: 'in a clearing/在林间空地' }),
  market: named({ night: 'by lantern light/灯笼夜市' }),
}

/** What the framings of a family are called. */
export const framingNames = (family: SceneFamily): Names => ({ ...COMPOSITION_PHRASES, ...PLACE_PHRASES, ...FRAMINGS[family] })
