import '../ui/origin.css'
import '../ui/plan.css'
import { type GeneratedKind, type Generation, generatedKinds, promptMaxLength } from '@daedal/protocol/generation/api'
import { pictureFormats } from '@daedal/protocol/generation/origin'
import type { GenerationPlan } from '@daedal/protocol/generation/plan'
import { ApiProblem } from '@daedal/sdk/client'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { describeProblem } from '../lib/problem.ts'
import { textOf } from '../lib/search-params.ts'
import type { TextKey } from '../lib/text/en.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { usePageTitle } from '../lib/use-page-title.ts'
import { useSettled } from '../lib/use-settled.ts'
import { Button } from '../ui/button.tsx'
import { KindChoice, WordChoice } from '../ui/choice.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { Icon } from '../ui/icon.tsx'
import { isMoreLike, jobRequestOf, noChoices, requestOf } from './draft-request.ts'
import { forgetJob } from './earlier-jobs.ts'
import { EarlierStrip } from './earlier-strip.tsx'
import { generations } from './generations.ts'
import { OriginPanel } from './origin-panel.tsx'
import { PlanPart } from './plan-part.tsx'
import { PromptField } from './prompt-field.tsx'
import { replaceWord, titleFrom } from './prompt-parts.ts'
import { sourcesRefusal } from './sources-refusal.ts'
import { TermsForm } from './terms-form.tsx'
import { UnderstoodWords } from './understood-words.tsx'
import { anySeed, useDraft } from './use-draft.ts'
import { useGeneration } from './use-generation.ts'
import { type SourceView, useSource } from './use-source.ts'
import { useStartGeneration } from './use-start-generation.ts'
import { VariationField } from './variation-field.tsx'

const styleNames = ['photo', 'painterly', 'ink', 'pixel', 'low-poly', 'neon', 'storybook', 'toy', 'print', 'gouache'] as const
/** Ways of drawing a scene, shown until there is a prompt. */
const firstStyles = ['photo', 'painterly', 'ink', 'pixel', 'low-poly', 'neon', 'storybook']
const styleKey = (style: string): TextKey | null => {
  const known = styleNames.find((name) => name === style)
  return known ? `create.style.${known}` : null
}

/**
 * From words, or from something made before, to variations to a token: prompt and choices left, pictures in the middle, terms right. The
 * address names the job and the sources.
 */
export function CreatePage() {
  const t = useText()
  const language = useLanguage()
  const search = useSearch({ from: '/create' })
  const jobId = textOf(search.job) ?? ''
  const { job, error: jobError, retry } = useGeneration(jobId)
  const draft = useDraft(job)
  const { choices, words: prompt } = draft
  const { origin } = choices
  const [picked, setPicked] = useState<number | null>(null)
  const asking = useRef<HTMLDivElement>(null)
  usePageTitle(t('nav.create'))

  const first = useSource(origin?.of[0] ?? null)
  const second = useSource(origin?.of[1] ?? null)
  const sources = [first, second].filter((source): source is SourceView => source !== null)
  const refusal = origin ? sourcesRefusal(origin.how, sources) : null

  const settled = useSettled(prompt, 250)
  const understandable = refusal === null || refusal === 'create.from.loading'
  const asked = useQuery({
    ...generations.understanding(requestOf(settled, choices)),
    placeholderData: (before) => before,
    ...(understandable ? {} : { enabled: false }),
  })
  const understanding = settled.trim() || (origin && understandable) ? asked.data : undefined
  const plan = understanding?.plan as GenerationPlan | undefined
  const kind = (origin ? first?.kind : choices.kind) ?? understanding?.kind ?? 'scene'
  const start = useStartGeneration(draft.show)

  // Another job: nothing of it is chosen yet.
  useEffect(() => {
    if (jobId !== '') setPicked(null)
  }, [jobId])

  const forgotten = jobError instanceof ApiProblem && jobError.code === 'GENERATION_UNKNOWN'
  useEffect(() => {
    if (forgotten) forgetJob(jobId)
  }, [forgotten, jobId])

  const done = job?.variations.filter((variation) => variation.state === 'done') ?? []
  const chosen = done.find((variation) => variation.index === picked) ?? done[0] ?? null
  const unknown = prompt.trim() !== '' && settled === prompt && understanding?.understood === 0
  const why = refusal
    ? t(refusal)
    : prompt.trim() === '' && !origin
      ? t('create.make.why.empty')
      : prompt.length > promptMaxLength
        ? t('create.make.why.long')
        : unknown
          ? t('create.make.why.unknown')
          : null
  const make = () => {
    if (why || start.pending) return
    start.start(jobRequestOf(prompt, choices, anySeed))
  }
  const makeLike = (variation: number) => {
    if (!job || start.pending) return
    start.start({ prompt: '', from: { how: 'variation', of: [{ generation: job.id, variation }] }, seed: anySeed(), variations: 4 })
  }
  const remix = (variation: number) => {
    if (!job) return
    draft.startFrom({ how: 'remix', of: [{ generation: job.id, variation }] })
    // What to say next is asked at the top of the page, which is far up on a phone.
    setTimeout(() => asking.current?.querySelector('textarea')?.focus())
  }
  const failure = start.error ?? (asked.isError && understandable ? asked.error : null)
  const wide = kind === 'scene' && plan?.kind === 'scene' && plan.size.w > plan.size.h

  return (
    <main id="main" className="wrap">
      <h1 className="vh">{t('nav.create')}</h1>
      <div className={jobId ? 'studio' : 'studio fresh'}>
        <div className="st-a" ref={asking}>
          {origin ? <OriginPanel draft={origin} sources={sources} onDraft={draft.startFrom} /> : null}
          <PromptField
            value={prompt}
            sourced={origin !== null}
            words={settled === prompt ? (understanding?.words ?? []) : []}
            onValue={draft.type}
            onSubmit={make}
          />
          {origin && !prompt.trim() ? null : (
            <UnderstoodWords understanding={understanding} onReplace={(word, by) => draft.type(replaceWord(settled, word, by))} />
          )}
          <p className="lab">{t('create.kind')}</p>
          <KindChoice
            label={t('create.kind')}
            value={kind}
            // Each kind has styles and settings of its own.
            onValue={(next: GeneratedKind) => draft.choose({ ...noChoices, kind: next })}
            options={generatedKinds.map((value) => ({
              value,
              disabled: origin !== null && value !== kind,
              text: (
                <>
                  <Icon name={value} />
                  <span>{t(`kind.${value}`)}</span>
                </>
              ),
            }))}
          />
        </div>
        <div className="st-c">
          {plan ? (
            <PlanPart
              plan={plan}
              changes={choices.changes}
              sourced={origin !== null}
              onChanges={(changes) => draft.choose({ changes, kind: plan.kind })}
            />
          ) : null}
          {kind === 'world' ? null : (
            <>
              <p className="lab">{t('create.style')}</p>
              <WordChoice
                label={t('create.style')}
                value={choices.style}
                onValue={(style) => draft.choose({ style })}
                options={[
                  { value: '', text: t(origin ? 'create.style.source' : 'create.style.described') },
                  ...(understanding?.styles ?? firstStyles).map((value) => {
                    const key = styleKey(value)
                    return { value, text: key ? t(key) : value }
                  }),
                ]}
              />
            </>
          )}
          {kind === 'scene' ? (
            <>
              <p className="lab">{t('create.format')}</p>
              <WordChoice
                label={t('create.format')}
                value={choices.format ?? (wide ? 'wide' : 'square')}
                onValue={(format) => draft.choose({ format })}
                options={pictureFormats.map((value) => ({ value, text: t(`create.format.${value}`) }))}
              />
            </>
          ) : null}
          <p className="lab">
            {t('create.madeBy')} <small>{t('create.madeBy.free')}</small>
          </p>
          <p className="note">
            {t('create.madeBy.engine', { version: job?.engine.version ?? String(understanding?.plan.engineVersion ?? '') })}
          </p>
          <Button className="wide" {...(job ? {} : { look: 'main' as const })} why={why} busy={start.pending} onClick={make}>
            {t(isMoreLike(prompt, choices) ? 'create.makeLike' : job ? 'create.makeMore' : 'create.make')}
          </Button>
          {/* On a screen that is touched nobody sees a title; the button itself is described by the same words. */}
          {why && (origin || prompt.trim()) ? (
            <p className="note make-why" aria-hidden="true">
              {why}
            </p>
          ) : null}
          {failure ? (
            <ErrorBanner
              {...describeProblem(failure, language)}
              // A draft that was kept may hold changes which a newer engine does not know, and there is no plan then to take them back in.
              {...(asked.isError && Object.keys(choices.changes).length > 0
                ? {
                    retryLabel: t(origin ? 'create.plan.resetSource' : 'create.plan.reset'),
                    onRetry: () => draft.choose({ changes: {} }),
                  }
                : {})}
            />
          ) : null}
        </div>
        <div className="st-b">
          {job ? (
            <VariationField job={job} chosen={chosen} onChoose={setPicked} onMore={makeLike} onRemix={remix} />
          ) : jobId && jobError ? (
            <ErrorBanner {...describeProblem(jobError, language)} retryLabel={t('act.retry')} onRetry={retry} />
          ) : (
            <EmptyState title={t('create.empty.title')} text={t('create.empty.text')} />
          )}
          <EarlierStrip current={jobId} />
        </div>
        <TermsForm key={jobId} job={jobId} title={titleFrom(job ? titleOf(job) : prompt)} chosen={chosen} parents={parentsOf(job?.from)} />
      </div>
    </main>
  )
}

/** Ids of the tokens whose creators a mint pays: what gave a look alone is named, and not paid. */
function parentsOf(from: Generation['from'] | undefined): string[] {
  const sources = from?.how === 'restyle' ? from.of.slice(0, 1) : (from?.of ?? [])
  return sources.flatMap(({ asset }) => asset ?? [])
}

/** A name to begin with: words that say a difference follow the name of what they differ from. */
function titleOf({ prompt, from, understanding }: Generation): string {
  const name = understanding.words.length ? from?.of[0]?.name : null
  return name ? `${name}, ${prompt}` : prompt
}
