import { EYES, HAIRS, SKINS } from '../avatar/colours.ts'
import { colourWord } from './colour-word.ts'
import type { Phrase } from './scene-words.ts'

const tone = (hex: string, en: string, zh: string): readonly [string, Phrase] => [hex, { en, zh }]

/** Names people have for skin, hair and eyes where the wheel of hues has a poorer one. */
const TONES: ReadonlyMap<string, Phrase> = new Map([
  tone(SKINS.porcelain, 'porcelain', '白皙的'),
  tone(SKINS.fair, 'fair', '浅色的'),
  tone(SKINS.rosy, 'rosy', '红润的'),
  tone(SKINS.golden, 'golden', '金黄色的'),
  tone(SKINS.olive, 'olive', '橄榄色的'),
  tone(SKINS.tan, 'tanned', '小麦色的'),
  tone(SKINS.bronze, 'bronze', '古铜色的'),
  tone(SKINS.brown, 'brown', '棕色的'),
  tone(SKINS.dark, 'dark', '深色的'),
  tone(SKINS.deep, 'deep brown', '深棕色的'),
  tone(HAIRS.black, 'black', '黑色'),
  tone(HAIRS.brown, 'brown', '棕色'),
  tone(HAIRS.chestnut, 'chestnut', '栗色'),
  tone(HAIRS.auburn, 'auburn', '赤褐色'),
  tone(HAIRS.red, 'red', '红色'),
  tone(HAIRS.ginger, 'ginger', '姜黄色'),
  tone(HAIRS.blonde, 'blonde', '金色'),
  tone(HAIRS.platinum, 'platinum', '铂金色'),
  tone(HAIRS.grey, 'grey', '灰色'),
  tone(HAIRS.white, 'white', '白色'),
  tone(EYES.brown, 'brown', '棕色'),
  tone(EYES.hazel, 'hazel', '榛色'),
  tone(EYES.amber, 'amber', '琥珀色'),
  tone(EYES.grey, 'grey', '灰色'),
  tone('#e2a93b', 'golden', '金色'),
  tone('#7a4c2e', 'brown', '棕色'),
  tone('#cdb48c', 'beige', '米色'),
])

const BROWN: Phrase = { en: 'brown', zh: '棕色' }
const CREAM: Phrase = { en: 'cream', zh: '奶油色' }
const BEIGE: Phrase = { en: 'beige', zh: '米色' }
const WHITE: Phrase = { en: 'white', zh: '白色' }
const CHARCOAL: Phrase = { en: 'dark grey', zh: '深灰色' }

/** What coats and cloth are called that are orange or yellow only by their hue; null for what has a word of its own. */
function earthWord(hex: string): Phrase | null {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number]
  const low = Math.min(r, g, b)
  const high = Math.max(r, g, b)
  if (high < 80 && high - low < 26) return high < 45 ? null : CHARCOAL
  if (low > 190 && high - low < 26) return WHITE
  const isEarth = r >= g && g >= b && r - b >= 16 && 4 * (g - b) >= r - b && 5 * (r - g) >= r - b
  if (!isEarth) return null
  if (high < 180 && high < 3 * low + 60) return BROWN
  return high - low >= 100 ? null : low > 160 ? CREAM : BEIGE
}

/** The word for a colour of a portrait, sRGB `#rrggbb`; null for no colour. */
export const toneWord = (hex: string): Phrase | null =>
  TONES.get(hex) ?? (/^#[0-9a-f]{6}$/.test(hex) ? earthWord(hex) : null) ?? colourWord(hex)
