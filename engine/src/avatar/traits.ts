import type {
  AvatarAge,
  AvatarBackdrop,
  AvatarBeing,
  AvatarFeature,
  AvatarHair,
  AvatarPlan,
  AvatarPresentation,
} from '@daedal/protocol/generation/avatar-plan'
import { avatarBackdrops } from '@daedal/protocol/generation/avatar-plan'
import { createPrng, type Prng } from '../math/prng.ts'
import type { Rgb } from '../solid/field/field.ts'
import { rgb, scale } from '../solid/palette.ts'
import { COATS, EYES, HAIRS, OUTFITS, SKINS, SUITS } from './colours.ts'
import { hasTouches, TOUCHES, type Touch } from './touches.ts'

type Decided<T> = Exclude<T, 'any'>

/** A sitter with nothing left open. */
export type Traits = Pick<AvatarPlan, 'being'> & {
  readonly age: Decided<AvatarAge>
  readonly presentation: Decided<AvatarPresentation>
  /** How far features lean to the feminine, 0..1. */
  readonly feminine: number
  readonly head: Decided<AvatarPlan['head']>
  readonly skin: Rgb
  readonly eyes: Rgb
  readonly nose: Decided<AvatarPlan['nose']>
  readonly mouth: Decided<AvatarPlan['mouth']>
  readonly hair: Decided<AvatarHair>
  readonly hairColour: Rgb
  readonly beard: Decided<AvatarPlan['beard']>
  readonly expression: Decided<AvatarPlan['expression']>
  readonly clothes: Decided<AvatarPlan['clothes']>
  readonly top: Rgb
  readonly trim: Rgb
  readonly headwear: Decided<AvatarPlan['headwear']>
  readonly hat: Rgb
  readonly hatTrim: Rgb
  readonly features: ReadonlySet<AvatarFeature>
  readonly backdrop: Decided<AvatarBackdrop>
  /** A stream of its own for each concern: a feature that changes leaves the rest of the face as it was. */
  readonly random: (concern: string) => Prng
}

/** What a plan says and, where it leaves something open, what the seed decides. Colours are sRGB. */
type Decisions = {
  readonly [K in
    | 'age'
    | 'presentation'
    | 'head'
    | 'nose'
    | 'mouth'
    | 'hair'
    | 'beard'
    | 'expression'
    | 'clothes'
    | 'headwear'
    | 'backdrop']: Decided<AvatarPlan[K]>
} & { readonly [K in 'skin' | 'eyes' | 'hairColour' | 'clothesColour' | 'headwearColour']: string }

const HUMAN: ReadonlySet<AvatarBeing> = new Set(['person', 'elf', 'orc', 'vampire', 'zombie'])

/** People, and those built like them: their hair, beard, nose, mouth and age show. */
export const isHuman = (being: AvatarBeing): boolean => HUMAN.has(being)

/** Decides all that a plan leaves open, one random stream for each question. */
function decideAll(plan: AvatarPlan, random: Traits['random']): Decisions {
  /** What the plan says, or a pick from a list in which what is likelier stands more often. */
  const decide = <T extends string>(said: T, concern: string, list: string): Decided<T> => {
    const pick = random(concern).pick(list.split(' ')) as Decided<T>
    return said === 'any' ? pick : (said as Decided<T>)
  }
  const age = decide(plan.age, 'age', 'child young young young young middle middle middle old')
  const presentation = decide(plan.presentation, 'presentation', 'feminine feminine masculine masculine androgynous')
  const skin = plan.skin !== '' ? plan.skin : random('skin').pick(coatsOf(plan.being))
  const clothes = decide(plan.clothes, 'clothes', clothesOf(plan.being, age, presentation))
  return {
    age,
    presentation,
    head: decide(plan.head, 'head', age === 'child' ? 'round round oval heart' : HEADS[presentation]),
    skin,
    eyes: plan.eyes !== '' ? plan.eyes : random('eyes').pick(eyesOf(plan.being, dark(skin))),
    nose: decide(plan.nose, 'nose', age === 'child' ? 'button button small' : 'button small straight straight broad aquiline long broad'),
    mouth: decide(plan.mouth, 'mouth', age === 'child' ? 'small small full' : 'full full thin wide small'),
    hair: decide(plan.hair, 'hair', hairsOf(plan.being, age, presentation, dark(skin))),
    hairColour: plan.hairColour !== '' ? plan.hairColour : hairColourOf(plan.being, age, dark(skin), random('hair colour')),
    beard: decide(plan.beard, 'beard', beardsOf(age, presentation)),
    expression: decide(plan.expression, 'expression', 'happy happy happy calm calm sly determined laughing'),
    clothes,
    clothesColour: plan.clothesColour !== '' ? plan.clothesColour : clothOf(clothes, random),
    headwear: decide(plan.headwear, 'headwear', casualOf(plan, presentation)),
    headwearColour: plan.headwearColour !== '' ? plan.headwearColour : (HATS[plan.headwear] ?? random('hat').pick(OUTFITS)[0]),
    backdrop: decide(plan.backdrop, 'backdrop', avatarBackdrops.slice(1, 9).join(' ')),
  }
}

const streamsOf =
  (seed: number): Traits['random'] =>
  (concern) =>
    createPrng(seed, `avatar ${concern}`)

/** The plan with nothing left open: under the same seed it is the same portrait. What has a colour of its own is given none. */
export function settleAvatar(plan: AvatarPlan, seed: number): AvatarPlan {
  const decided = decideAll(plan, streamsOf(seed))
  const { clothes, headwear } = decided
  return {
    ...plan,
    ...decided,
    ...((clothes in CLOTH || clothes === 'none') && { clothesColour: plan.clothesColour }),
    ...((headwear in HATS || headwear === 'none') && { headwearColour: plan.headwearColour }),
  }
}

/** A sitter as plan and seed decide it. */
export function traitsOf(plan: AvatarPlan, seed: number): Traits {
  const random = streamsOf(seed)
  const { skin, eyes, hairColour, clothesColour, headwearColour, ...decided } = decideAll(plan, random)
  const { presentation } = decided
  const outfit = random('outfit').pick(OUTFITS)
  return {
    ...decided,
    being: plan.being,
    feminine: presentation === 'feminine' ? 1 : presentation === 'masculine' ? 0 : 0.5,
    // no two animals have quite the same coat
    skin: isHuman(plan.being) ? rgb(skin) : scale(rgb(skin), random('coat shade').range(0.86, 1.07)),
    eyes: rgb(eyes),
    hairColour: rgb(hairColour),
    top: rgb(clothesColour),
    trim: rgb(outfit[1] === plan.clothesColour ? outfit[0] : outfit[1]),
    hat: rgb(headwearColour),
    hatTrim: rgb(random('hat').pick(OUTFITS)[1]),
    features: new Set([
      ...plan.features,
      ...touchesOf(plan.being, decided, dark(skin), random('touches')).filter((touch) => !plan.without.includes(touch)),
    ]),
    random,
  }
}

/** Those of the small things that a seed adds. */
function touchesOf(
  being: AvatarBeing,
  { age, presentation, headwear }: Pick<Decisions, 'age' | 'presentation' | 'headwear'>,
  deep: boolean,
  random: Prng,
): Touch[] {
  if (!hasTouches(being)) return []
  const dressed = presentation === 'feminine' && age !== 'child'
  const chances: Readonly<Record<Touch, number>> = {
    freckles: deep || age === 'old' ? 0 : 0.22,
    lipstick: dressed ? 0.35 : 0,
    earrings: dressed && headwear !== 'headscarf' ? 0.35 : 0,
    'beauty-mark': age === 'child' ? 0 : 0.07,
  }
  return TOUCHES.filter((touch) => random.chance(chances[touch]))
}

const HEADS: Record<Decided<AvatarPresentation>, string> = {
  feminine: 'oval oval heart heart round long square heavy',
  masculine: 'square square oval long heavy round heart',
  androgynous: 'oval long heart square round heavy',
}

/** Beasts wear their coat, or a scarf; robots and ghosts nothing at all. */
function clothesOf(being: AvatarBeing, age: Decided<AvatarAge>, presentation: Decided<AvatarPresentation>): string {
  if (being === 'robot' || being === 'ghost' || being === 'octopus') return 'none'
  if (being === 'alien') return 'spacesuit'
  if (!isHuman(being)) return 'none none scarf scarf scarf hoodie sweater'
  const own = age === 'child' ? '' : { feminine: ' dress dress', masculine: ' suit suit', androgynous: ' suit' }[presentation]
  return `t-shirt stripes sweater hoodie scarf jacket overalls t-shirt sweater jacket${own}`
}

/** Most go bareheaded, and all whose hair the plan tells of. */
function casualOf(plan: AvatarPlan, presentation: Decided<AvatarPresentation>): string {
  if (!isHuman(plan.being) || plan.hair !== 'any' || plan.hairColour !== '') return 'none'
  const own = { feminine: 'flowers headscarf beret', masculine: 'cap turban cap', androgynous: 'beret cap' }[presentation]
  return `${'none '.repeat(16)}beanie bandana ${own}`
}

/** The colour of clothes nobody named. */
const clothOf = (clothes: Decided<AvatarPlan['clothes']>, random: Traits['random']): string =>
  clothes === 'suit' ? random('suit cloth').pick(SUITS) : (CLOTH[clothes] ?? random('outfit').pick(OUTFITS)[0])

/** Clothes that have a colour of their own. */
const CLOTH: Partial<Record<Decided<AvatarPlan['clothes']>, string>> = {
  jacket: '#3a2f2b',
  overalls: '#3f6190',
  spacesuit: '#e8e6e0',
}

/** Hats that have a colour of their own. */
const HATS: Partial<Record<AvatarPlan['headwear'], string>> = {
  'wizard-hat': '#2f3f8f',
  'top-hat': '#1f1e26',
  'straw-hat': '#e0b868',
  'cowboy-hat': '#8a5a34',
  'chef-hat': '#f4f1ea',
  crown: '#f3c24f',
  tiara: '#e3e6ee',
  helmet: '#c9ced6',
  kippah: '#2f3f6a',
  horns: '#d8c6a0',
  halo: '#ffd978',
}

function coatsOf(being: AvatarBeing): readonly string[] {
  if (being === 'vampire') return ['#e6d3cc', '#d3b8b0', '#9a7a72']
  return being === 'person' || being === 'elf' ? Object.values(SKINS) : COATS[being]
}

/** Whether a skin or coat is deep, by its luma. */
function dark(hex: string): boolean {
  const n = Number.parseInt(hex.slice(1), 16)
  return 0.3 * (n >> 16) + 0.59 * ((n >> 8) & 255) + 0.11 * (n & 255) < 112
}

function eyesOf(being: AvatarBeing, deep: boolean): readonly string[] {
  if (being === 'vampire' || being === 'orc') return ['#b3262a', '#c98a1c']
  if (being === 'zombie') return ['#c9cf8a', '#d9d2b0']
  if (being === 'robot') return ['#4ff0ff', '#ffb347', '#7dff8a', '#ff6b9d']
  if (!isHuman(being)) return ['#d9a21c', '#6fae3a', '#3fa0c4', '#e0802a']
  return deep
    ? [EYES.brown, EYES.brown, EYES.brown, EYES.hazel, EYES.amber]
    : [EYES.brown, EYES.brown, EYES.hazel, EYES.green, EYES.blue, EYES.grey]
}

function hairsOf(being: AvatarBeing, age: Decided<AvatarAge>, presentation: Decided<AvatarPresentation>, deep: boolean): string {
  if (being === 'orc') return 'bald mohawk ponytail braids locs'
  if (being === 'elf') return 'long wavy braids ponytail long'
  const curls = deep ? ' curly afro locs cornrows curly' : ' curly'
  if (presentation === 'feminine')
    return age === 'old' ? `bun bob curly wavy crop${curls}` : `bob long wavy bun ponytail fringe braids space-buns${curls}`
  if (presentation === 'masculine')
    return age === 'old' ? `bald bald crop side-part slick${curls}` : `crop side-part quiff undercut spiky buzz slick${curls}`
  return `bob undercut fringe wavy crop long quiff${curls}`
}

function hairColourOf(being: AvatarBeing, age: Decided<AvatarAge>, deep: boolean, random: Prng): string {
  const { black, brown, chestnut, auburn, blonde, ginger, grey, white, red, platinum } = HAIRS
  if (being === 'elf') return random.pick([blonde, platinum, black, chestnut, red])
  if (being === 'orc') return black
  if (age === 'old') return random.pick([white, grey, grey])
  if (age === 'middle' && random.chance(0.25)) return grey
  return random.pick(deep ? [black, black, black, brown] : [black, brown, chestnut, auburn, blonde, ginger, black, brown])
}

function beardsOf(age: Decided<AvatarAge>, presentation: Decided<AvatarPresentation>): string {
  if (age === 'child' || presentation !== 'masculine') return 'none'
  return age === 'old' ? 'none none full full long moustache' : 'none none none none stubble stubble full full goatee moustache'
}
