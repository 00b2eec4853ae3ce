import type { PromptWord, UnderstandAnswer, UnderstandRequest } from '@daedal/protocol/generation/api'
import { type AvatarStyle, avatarStyles } from '@daedal/protocol/generation/avatar-plan'
import { type ItemStyle, itemStyles } from '@daedal/protocol/generation/item-plan'
import type { GenerationPlan } from '@daedal/protocol/generation/plan'
import { type SceneStyle, sceneStyles } from '@daedal/protocol/generation/scene-plan'
import { decideKind, type Kind, rivalsOf } from './decide-kind.ts'
import { findWords } from './find-words.ts'
import { nearest } from './nearest.ts'
import { readTokens } from './read-tokens.ts'
import type { Reading, Word } from './reading.ts'
import { realiseAvatar, realiseOverAvatar } from './realise-avatar.ts'
import { realiseItem, realiseOverItem } from './realise-item.ts'
import { realiseOverScene, realiseScene } from './realise-scene.ts'
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
  const readings = readTokens(prompt, tokenise(prompt))
  const words = findWords(readings)
  return answerOf(words, kind ? realise(kind, words, style) : decide(words, readings, style))
}

/** What a prompt makes of a plan that is there already: its kind stays, and so does every setting that no word decides. */
export function understandOver(base: GenerationPlan, { prompt, style }: Pick<UnderstandRequest, 'prompt' | 'style'>): UnderstandAnswer {
  const readings = readTokens(prompt, tokenise(prompt))
  const added = addedIn(readings)
  const words = findWords(readings).filter(({ key }) => !EDITS.has(key))
  return answerOf(
    words,
    realiseOver(base, words, style, (word) => added.has(word.start)),
  )
}

/** Words that ask for a change and say nothing of what it is. */
const EDITS = new Set('add addition turn change edit swap replace 加 加上 添加 增加 改 改成 改为 换 换成 变 变成 变为 把'.split(' '))

/** Words after which something comes to what is there, and does not take its place. */
const ADDING = new Set('with add plus and also 加 加上 添加 增加 有 带 带有 和 与'.split(' '))

/** Where the stretches start that are asked for beside what is there: the boat of "with a boat". */
function addedIn(readings: readonly Reading[]): ReadonlySet<number> {
  const added = new Set<number>()
  let adding = false
  for (const { key, kind, start } of readings) {
    if (kind === 'break') adding = false
    else if (ADDING.has(key)) adding = true
    else if (adding) added.add(start)
  }
  return added
}

/** The same plan whatever the words: none is understood. */
export const understandNothing = (plan: GenerationPlan, prompt: string): UnderstandAnswer =>
  answerOf(findWords(readTokens(prompt, tokenise(prompt))), { plan, verdictOf: () => ({ understood: false }) })

function answerOf(words: readonly Word[], { plan, verdictOf }: Realised): UnderstandAnswer {
  const { kind } = plan
  let helped = 0
  const promptWords = words.map((word): PromptWord => {
    const { understood, role, concept } = verdictOf(word)
    const near = understood || helped >= HELPED ? [] : nearest(word, plan)
    if (!understood) helped++
    return {
      ...stretch(word),
      ...(role && { role }),
      ...(concept && { concept }),
      understood,
      ...(near.length > 0 && { nearest: near }),
    }
  })
  return {
    kind,
    words: promptWords,
    understood: promptWords.filter(({ understood }) => understood).length,
    content: promptWords.length,
    plan,
    styles: [...STYLES[kind]],
  }
}

/** The likeliest kind, or another that the subject could be and that shows more of the words. */
function decide(words: readonly Word[], readings: readonly Reading[], style: string | undefined): Realised {
  const kind = decideKind(words, readings)
  const shownBy = ({ verdictOf }: Realised) => words.filter((word) => verdictOf(word).understood).length
  let best = realise(kind, words, style)
  for (const rival of rivalsOf(words, readings, kind)) {
    const other = realise(rival, words, style)
    if (shownBy(other) > shownBy(best)) best = other
  }
  return best
}

/** A world has one style. */
const STYLES = { scene: sceneStyles, item: itemStyles, avatar: avatarStyles, world: [] } as const

type Realised = { readonly plan: GenerationPlan; readonly verdictOf: (word: Word) => Verdict }

function realise(kind: Kind, words: readonly Word[], style: string | undefined): Realised {
  if (kind === 'item') return realiseItem(words, isItemStyle(style) ? style : undefined)
  if (kind === 'avatar') return realiseAvatar(words, isAvatarStyle(style) ? style : undefined)
  if (kind === 'world') return realiseWorld(words)
  return realiseScene(words, isSceneStyle(style) ? style : undefined)
}

function realiseOver(base: GenerationPlan, words: readonly Word[], style: string | undefined, isAdded: (word: Word) => boolean): Realised {
  if (base.kind === 'item') return realiseOverItem(base, words, isItemStyle(style) ? style : undefined)
  if (base.kind === 'avatar') return realiseOverAvatar(base, words, isAvatarStyle(style) ? style : undefined)
  if (base.kind === 'world') return realiseOverWorld(base, words)
  return realiseOverScene(base, words, isSceneStyle(style) ? style : undefined, isAdded)
}

const stretch = ({ text, start, end }: Word) => ({ text, start, end })
