import type { Phrase } from './scene-words.ts'

/** Hues by their place on the wheel, degrees. */
const HUES: readonly (readonly [until: number, phrase: Phrase])[] = [
  [15, { en: 'red', zh: '红色' }],
  [42, { en: 'orange', zh: '橙色' }],
  [68, { en: 'yellow', zh: '黄色' }],
  [165, { en: 'green', zh: '绿色' }],
  [200, { en: 'turquoise', zh: '青色' }],
  [255, { en: 'blue', zh: '蓝色' }],
  [290, { en: 'violet', zh: '紫色' }],
  [340, { en: 'pink', zh: '粉色' }],
  [361, { en: 'red', zh: '红色' }],
]

const BLACK: Phrase = { en: 'black', zh: '黑色' }
const WHITE: Phrase = { en: 'white', zh: '白色' }
const GREY: Phrase = { en: 'grey', zh: '灰色' }

/** The word for an sRGB colour, `#rrggbb`; null for no colour. */
export function colourWord(colour: string): Phrase | null {
  if (!/^#[0-9a-f]{6}$/.test(colour)) return null
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255) as [number, number, number]
  const high = Math.max(r, g, b)
  const low = Math.min(r, g, b)
  const spread = high - low
  if (high < 0.16) return BLACK
  if (spread < 0.1) return low > 0.8 ? WHITE : GREY
  const sixth = high === r ? (g - b) / spread : high === g ? (b - r) / spread + 2 : (r - g) / spread + 4
  const hue = (sixth * 60 + 360) % 360
  return HUES.find(([until]) => hue < until)?.[1] ?? null
}
