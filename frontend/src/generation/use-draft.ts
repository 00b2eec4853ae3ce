import type { Generation } from '@daedal/protocol/generation/api'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { textOf } from '../lib/search-params.ts'
import { type DraftOrigin, draftOf, isSameSource, readDraft, writeDraft } from './draft-origin.ts'
import { type DraftChoices, noChoices, requestOf } from './draft-request.ts'
import { keepDraft, readKept } from './kept-draft.ts'

/** What the next job will be: words and choices of the person, and what it starts from. The address names the shown job and the sources. */
export type Draft = {
  readonly choices: DraftChoices
  readonly words: string
  type(words: string): void
  choose(next: Partial<typeof noChoices>): void
  /** Starts from something else; null begins with words. */
  startFrom(origin: DraftOrigin | null): void
  /** Shows a job that was started here. The words and choices it was started with stay, but for more like something, which had none. */
  show(job: Generation): void
}

/**
 * Keeps a {@link Draft}. Words and choices go when another job is shown than the one that was started with them; until they are sent they
 * outlive the page.
 */
export function useDraft(job: Generation | undefined): Draft {
  const search = useSearch({ from: '/create' })
  const navigate = useNavigate({ from: '/create' })
  const jobId = textOf(search.job) ?? ''
  const stated = readDraft(search)
  const beside = JSON.stringify([jobId, writeDraft(stated)])
  const [unsent] = useState(() => readKept(beside))
  const [typed, setTyped] = useState<string | null>(unsent?.words ?? null)
  const [choices, setChoices] = useState(unsent?.choices ?? noChoices)
  /** The job whose sources were taken off: the next one begins with words. */
  const [detached, setDetached] = useState(unsent?.detached ? jobId : '')
  /** The job that was started here, and what was asked for. */
  const [started, setStarted] = useState<{ job: string; asked: string; seed: number } | null>(null)

  /** The job that words and choices belong to. */
  const shown = useRef(jobId)

  useEffect(() => {
    if (shown.current !== jobId) return
    if (typed !== null || choices !== noChoices)
      keepDraft({ beside, words: typed, choices, detached: detached !== '' && detached === jobId })
    // A page where nothing was touched leaves the draft of another alone.
    else if (readKept(beside)) keepDraft(null)
  }, [jobId, beside, typed, choices, detached])

  useEffect(() => {
    if (shown.current === jobId) return
    shown.current = jobId
    if (jobId === '') return
    const again = readKept(beside)
    setTyped(again?.words ?? null)
    setChoices(again?.choices ?? noChoices)
    setDetached(again?.detached ? jobId : '')
  }, [jobId, beside])

  const origin = stated ?? (detached !== '' && detached === jobId ? null : draftOf(job?.from))
  const words = typed ?? (stated || !job ? '' : wordsOf(job))
  // Asked for again it has to be something else, under another seed; asked for otherwise, a source's own seed keeps its picture in place.
  const isSame = origin !== null && started?.job === jobId && started.asked === askedOf(words, { ...choices, origin, seed: null })
  return {
    choices: { ...choices, origin, seed: isSame ? started.seed : null },
    words,
    type: setTyped,
    choose: (next) => setChoices((before) => ({ ...before, ...next })),
    startFrom(next) {
      setDetached(next ? '' : jobId)
      // Changes of a plan belong to what it began with; words that say a difference say nothing without it.
      if (!next || !origin || !isSameSource(next.of[0], origin.of[0])) setChoices(noChoices)
      if (!next || !origin) setTyped(null)
      void navigate({ search: { ...(jobId ? { job: jobId } : {}), ...writeDraft(next) } })
    },
    show({ id, from }) {
      if (from?.how !== 'variation') shown.current = id
      setStarted({ job: id, asked: askedOf(words, { ...choices, origin, seed: null }), seed: anySeed() })
      void navigate({ search: { job: id } })
    },
  }
}

const askedOf = (words: string, choices: DraftChoices): string => JSON.stringify(requestOf(words, choices))

/** A seed by chance, a uint32. */
export const anySeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] as number

/** The words that a person gave to a job; of one that was made from a source without words, none. */
const wordsOf = ({ prompt, from, understanding }: Generation): string => (from && understanding.words.length === 0 ? '' : prompt)
