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
import { realiseAvatar } from './realise-avatar.ts'
import { realiseItem } from './realise-item.ts'
import { realiseScene } from './realise-scene.ts'
import { realiseWorld } from './realise-world.ts'
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
export function understand({ prompt, kind: asked, style }: UnderstandRequest): UnderstandAnswer {
  const readings = readTokens(prompt, tokenise(prompt))
  const words = findWords(readings)
  const { plan, verdictOf } = asked ? realise(asked, words, style) : decide(words, readings, style)
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

const stretch = ({ text, start, end }: Word) => ({ text, start, end })
