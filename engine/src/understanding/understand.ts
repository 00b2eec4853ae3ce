import type { PromptWord, UnderstandAnswer, UnderstandRequest } from '@daedal/protocol/generation/api'
import { type AvatarStyle, avatarStyles } from '@daedal/protocol/generation/avatar-plan'
import { type ItemStyle, itemStyles } from '@daedal/protocol/generation/item-plan'
import type { GenerationPlan } from '@daedal/protocol/generation/plan'
import { type SceneStyle, sceneStyles } from '@daedal/protocol/generation/scene-plan'
import { addedIn, EDITS } from './added-words.ts'
import { thingOf } from './ask-things.ts'
import { decideKind, isOfPlace, itemSensesOf, type Kind, rivalsOf } from './decide-kind.ts'
import { findNames } from './find-names.ts'
import { findRelations, type Relation } from './find-relations.ts'
import { findWords } from './find-words.ts'
import { heldOf } from './held-of.ts'
import { nearest } from './nearest.ts'
import { readTokens } from './read-tokens.ts'
import type { Reading, Word } from './reading.ts'
import { realiseAvatar, realiseOverAvatar } from './realise-avatar.ts'
import { realiseItem, realiseOverItem } from './realise-item.ts'
import { type Beside, realiseOverScene, realiseScene } from './realise-scene.ts'
import { realiseOverWorld, realiseWorld } from './realise-world.ts'
import { tokenise } from './tokenise.ts'
import type { Verdict } from './verdict.ts'

/** Words for which something near is looked up; a prompt of nonsense stays quick. */
const HELPED = 24

const isSceneStyle = (style: string | undefined): style is SceneStyle => sceneStyles.some((known) => known === style)
const isAvatarStyle = (style: string | undefined): style is AvatarStyle => avatarStyles.some((known) => known === style)
const isItemStyle = (style: string | undefined): style is ItemStyle => itemStyles.some((known) => known === style)

/**
 * What the engine makes of a prompt: its plan, and what became of each content word. A word counts as understood when the plan shows
 * it. Total: any text has an answer. `kind` and `style` win over what the words say.
 */
export function understand({ prompt, kind, style }: Pick<UnderstandRequest, 'prompt' | 'kind' | 'style'>): UnderstandAnswer {
  const read = readWords(prompt)
  const { words, readings, relations } = read
  return answerOf(read, kind ? realise(kind, words, style, relations) : decide(words, readings, style, relations))
}

/** What a prompt makes of a plan that is there already: its kind stays, and so does every setting that no word decides. */
export function understandOver(base: GenerationPlan, { prompt, style }: Pick<UnderstandRequest, 'prompt' | 'style'>): UnderstandAnswer {
  const read = readWords(prompt)
  const added = addedIn(read.readings)
  const words = read.words.filter(({ key }) => !EDITS.has(key))
  const over = realiseOver(base, words, style, { relations: read.relations, isAdded: (word) => added.has(word.start) })
  return answerOf({ ...read, words }, over)
}

/** The same plan whatever the words: none is understood. */
export const understandNothing = (plan: GenerationPlan, prompt: string): UnderstandAnswer =>
  answerOf(readWords(prompt), { plan, verdictOf: () => ({ understood: false }) })

/** A prompt taken apart. */
type Read = { readonly readings: readonly Reading[]; readonly words: readonly Word[]; readonly relations: readonly Relation[] }

function readWords(prompt: string): Read {
  const readings = findNames(prompt, readTokens(prompt, tokenise(prompt)))
  const words = findWords(readings)
  return { readings, words, relations: findRelations(prompt, readings, words, canRelate) }
}

function answerOf({ readings, words, relations }: Read, { plan, verdictOf, acts }: Realised): UnderstandAnswer {
  const { kind } = plan
  let helped = 0
  const promptWords = words.map((word): PromptWord => {
    const { understood, role, concept } = verdictOf(word)
    // a number has no likeness: 三座 is not nearly 宝座
    const near = understood || role === 'count' || helped >= HELPED ? [] : nearest(word, plan)
    if (!understood) helped++
    return {
      ...stretch(word),
      ...(role && { role }),
      ...(concept && { concept }),
      understood,
      ...(near.length > 0 && { nearest: near }),
    }
  })
  for (const relation of relations) {
    const understood = acts?.(relation) ?? false
    if (understood || (!relation.loose && relatesSubjects(relation, kind)))
      promptWords.push({ ...stretch(relation), role: 'relation', concept: relation.means, understood })
  }
  for (const name of readings)
    if (name.kind === 'name') promptWords.push({ ...stretch(name), role: 'name', concept: 'name', understood: true })
  promptWords.sort((a, b) => a.start - b.start)
  return {
    kind,
    words: promptWords,
    understood: promptWords.filter(({ understood }) => understood).length,
    content: promptWords.length,
    plan,
    styles: [...STYLES[kind]],
  }
}

const isItemNoun = (word: Word) => itemSensesOf(word).some(({ wish }) => wish.item !== undefined)

/** Nouns of which a prompt can say how they stand to each other. */
const canRelate = (word: Word) => thingOf(word) !== null || heldOf(word) !== null || isItemNoun(word)

/** Whether both nouns could be drawn in such a picture; of a portrait only what is held is asked. */
function relatesSubjects({ of, to, means }: Relation, kind: Kind): boolean {
  if (kind === 'scene') return thingOf(of) !== null && (means === 'holds' ? heldOf(to) !== null : thingOf(to) !== null)
  if (kind === 'item') return isItemNoun(of) && isItemNoun(to)
  return kind === 'avatar' && means === 'holds'
}

/** The likeliest kind, or another that the subject could be and that shows more of the words. */
function decide(words: readonly Word[], readings: readonly Reading[], style: string | undefined, relations: readonly Relation[]): Realised {
  const kind = decideKind(words, readings)
  const shownBy = ({ verdictOf }: Realised) => words.filter((word) => verdictOf(word).understood).length
  let best = realise(kind, words, style, relations)
  for (const rival of rivalsOf(words, readings, kind, relations)) {
    const other = realise(rival, words, style, relations)
    const gain = shownBy(other) - shownBy(best)
    if (gain > 0 || (gain === 0 && rival === 'scene' && isOfPlace(words, readings, relations))) best = other
  }
  return best
}

/** A world has one style. */
const STYLES = { scene: sceneStyles, item: itemStyles, avatar: avatarStyles, world: [] } as const

type Realised = {
  readonly plan: GenerationPlan
  readonly verdictOf: (word: Word) => Verdict
  /** Whether the plan realises how two of its nouns stand to each other. */
  readonly acts?: (relation: Relation) => boolean
}

function realise(kind: Kind, words: readonly Word[], style: string | undefined, relations: readonly Relation[]): Realised {
  if (kind === 'item') return realiseItem(words, isItemStyle(style) ? style : undefined)
  if (kind === 'avatar') return realiseAvatar(words, isAvatarStyle(style) ? style : undefined)
  if (kind === 'world') return realiseWorld(words)
  return realiseScene(words, isSceneStyle(style) ? style : undefined, relations)
}

function realiseOver(base: GenerationPlan, words: readonly Word[], style: string | undefined, beside: Beside): Realised {
  if (base.kind === 'item') return realiseOverItem(base, words, isItemStyle(style) ? style : undefined)
  if (base.kind === 'avatar') return realiseOverAvatar(base, words, isAvatarStyle(style) ? style : undefined)
  if (base.kind === 'world') return realiseOverWorld(base, words)
  return realiseOverScene(base, words, isSceneStyle(style) ? style : undefined, beside)
}

const stretch = ({ text, start, end }: { readonly text: string; readonly start: number; readonly end: number }) => ({ text, start, end })
