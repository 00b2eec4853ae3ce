import type { ScenePlan } from '@daedal/protocol/generation/scene-plan'
import type { HeldThing, ThingPlace } from '@daedal/protocol/generation/scene-things'
import { THING_WORDS } from '../scene/thing/thing-words.ts'
import { colourWord } from './colour-word.ts'
import type { Phrase } from './scene-words.ts'

type Wanted = ScenePlan['things'][number]

const COUNTS = ['', 'a', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const HAN_COUNTS = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

const HELD: Readonly<Record<Exclude<HeldThing, 'nothing'>, Phrase>> = {
  staff: { en: 'staff', zh: '法杖' },
  sword: { en: 'sword', zh: '剑' },
  spear: { en: 'spear', zh: '长矛' },
  bow: { en: 'bow', zh: '弓' },
  lute: { en: 'lute', zh: '琴' },
  lantern: { en: 'lantern', zh: '灯笼' },
  torch: { en: 'torch', zh: '火把' },
  fork: { en: 'fork', zh: '叉' },
  broom: { en: 'broom', zh: '扫帚' },
  umbrella: { en: 'umbrella', zh: '雨伞' },
  rod: { en: 'fishing rod', zh: '鱼竿' },
  flower: { en: 'bunch of flowers', zh: '花束' },
  flag: { en: 'flag', zh: '旗帜' },
  book: { en: 'book', zh: '书' },
  balloon: { en: 'balloon', zh: '气球' },
}

const PLACES: Readonly<Record<ThingPlace, Phrase>> = {
  beside: { en: 'beside', zh: '旁边' },
  front: { en: 'in front of', zh: '前面' },
  behind: { en: 'behind', zh: '后面' },
  on: { en: 'on', zh: '上面' },
}

const counted = (name: string, count: number) => `${count === 1 && /^[aeiou]/.test(name) ? 'an' : COUNTS[count]} ${name}`

/** What a thing of a scene is: how many, their colour, what they hold and what they stand by. */
export function thingText({ thing, count, colour, holds, by }: Wanted, language: 'en' | 'zh'): string {
  const { one, many, zh } = THING_WORDS[thing]
  const hue = colourWord(colour)
  const heldHue = holds && colourWord(holds.colour)
  if (language === 'zh') {
    const name = `${count > 1 ? `${HAN_COUNTS[count]}个` : ''}${hue ? `${hue.zh}的` : ''}${zh.split('、')[0]}`
    const where = by ? `在${THING_WORDS[by.thing].zh.split('、')[0]}${PLACES[by.place].zh}` : ''
    const zhHeld = !holds ? '' : holds.thing === 'nothing' ? '空着手' : `手持${heldHue ? `${heldHue.zh}的` : ''}${HELD[holds.thing].zh}`
    return `${name}${where}${zhHeld}`
  }
  const name = counted([hue?.en, count > 1 ? many : one].filter(Boolean).join(' '), count)
  const held = !holds
    ? ''
    : holds.thing === 'nothing'
      ? ' with empty hands'
      : ` holding ${counted([heldHue?.en, HELD[holds.thing].en].filter(Boolean).join(' '), 1)}`
  return `${name}${held}${by ? ` ${PLACES[by.place].en} the ${THING_WORDS[by.thing].one}` : ''}`
}
