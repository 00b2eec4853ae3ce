import {
  type GeneratedKind,
  type GenerationRequest,
  generatedKinds,
  type PlanChanges,
  promptMaxLength,
} from '@daedal/protocol/generation/api'
import type { AvatarPlan } from '@daedal/protocol/generation/avatar-plan'
import { ApiProblem } from '@daedal/sdk/client'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
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
import { AvatarEditor } from './avatar-editor.tsx'
import { forgetJob } from './earlier-jobs.ts'
import { EarlierStrip } from './earlier-strip.tsx'
import { generations } from './generations.ts'
import { PromptField } from './prompt-field.tsx'
import { replaceWord, titleFrom } from './prompt-parts.ts'
import { TermsForm } from './terms-form.tsx'
import { UnderstoodWords } from './understood-words.tsx'
import { useGeneration } from './use-generation.ts'
import { useStartGeneration } from './use-start-generation.ts'
import { VariationField } from './variation-field.tsx'

const styleNames = ['photo', 'painterly', 'ink', 'pixel', 'low-poly', 'neon', 'storybook', 'toy', 'print', 'gouache'] as const
/** Ways of drawing a scene, shown until there is a prompt. */
const firstStyles = ['photo', 'painterly', 'ink', 'pixel', 'low-poly', 'neon', 'storybook']
const styleKey = (style: string): TextKey | null => {
  const known = styleNames.find((name) => name === style)
  return known ? `create.style.${known}` : null
}

/** From words to variations to a token: prompt and choices left, pictures in the middle, terms right. The address names the job. */
export function CreatePage() {
  const t = useText()
  const language = useLanguage()
  const search = useSearch({ from: '/create' })
  const navigate = useNavigate({ from: '/create' })
  const jobId = textOf(search.job) ?? ''
  const { job, error: jobError, retry } = useGeneration(jobId)
  const [typed, setTyped] = useState<string | null>(null)
  const [kind, setKind] = useState<GeneratedKind | null>(null)
  const [style, setStyle] = useState('')
  const [changes, setChanges] = useState<PlanChanges>({})
  const [picked, setPicked] = useState<number | null>(null)
  usePageTitle(t('nav.create'))

  const prompt = typed ?? job?.prompt ?? ''
  const settled = useSettled(prompt, 250)
  const request = {
    prompt: settled,
    ...(kind ? { kind } : {}),
    ...(style ? { style } : {}),
    ...(Object.keys(changes).length > 0 ? { changes } : {}),
  }
  const asked = useQuery({ ...generations.understanding(request), placeholderData: (before) => before })
  const understanding = settled.trim() ? asked.data : undefined
  const start = useStartGeneration((id) => void navigate({ search: { job: id } }))

  // Another job: nothing of it is chosen yet, and its own words stand in the field.
  useEffect(() => {
    if (jobId === '') return
    setPicked(null)
    setTyped(null)
  }, [jobId])

  const forgotten = jobError instanceof ApiProblem && jobError.code === 'GENERATION_UNKNOWN'
  useEffect(() => {
    if (forgotten) forgetJob(jobId)
  }, [forgotten, jobId])

  // Each kind has styles and settings of its own.
  const chooseKind = (next: GeneratedKind) => {
    setKind(next)
    setStyle('')
    setChanges({})
  }
  const change = (next: PlanChanges) => {
    setKind('avatar')
    setChanges(next)
  }
  const portrait = understanding?.plan.kind === 'avatar' ? (understanding.plan as AvatarPlan) : null

  const done = job?.variations.filter((variation) => variation.state === 'done') ?? []
  const chosen = done.find((variation) => variation.index === picked) ?? done[0] ?? null
  const why =
    prompt.trim() === ''
      ? t('create.make.why.empty')
      : prompt.length > promptMaxLength
        ? t('create.make.why.long')
        : understanding && settled === prompt && understanding.understood === 0
          ? t('create.make.why.unknown')
          : null
  const make = () => {
    if (why || start.pending) return
    const body: GenerationRequest = { ...request, prompt, variations: 4 }
    start.start(body)
  }
  const failure = start.error ?? (asked.isError ? asked.error : null)

  return (
    <main id="main" className="wrap">
      <h1 className="vh">{t('nav.create')}</h1>
      <div className={jobId ? 'studio' : 'studio fresh'}>
        <div className="st-a">
          <PromptField value={prompt} words={settled === prompt ? (understanding?.words ?? []) : []} onValue={setTyped} onSubmit={make} />
          <UnderstoodWords understanding={understanding} onReplace={(word, by) => setTyped(replaceWord(settled, word, by))} />
          <p className="lab">{t('create.kind')}</p>
          <KindChoice
            label={t('create.kind')}
            value={kind ?? understanding?.kind ?? 'scene'}
            onValue={chooseKind}
            options={generatedKinds.map((value) => ({
              value,
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
          {portrait ? <AvatarEditor plan={portrait} changes={changes} onChanges={change} /> : null}
          <p className="lab">{t('create.style')}</p>
          <WordChoice
            label={t('create.style')}
            value={style}
            onValue={setStyle}
            options={[
              { value: '', text: t('create.style.described') },
              ...(understanding?.styles ?? firstStyles).map((value) => {
                const key = styleKey(value)
                return { value, text: key ? t(key) : value }
              }),
            ]}
          />
          <p className="lab">
            {t('create.madeBy')} <small>{t('create.madeBy.free')}</small>
          </p>
          <p className="note">
            {t('create.madeBy.engine', { version: job?.engine.version ?? String(understanding?.plan.engineVersion ?? '') })}
          </p>
          <Button className="wide" {...(job ? {} : { look: 'main' as const })} why={why} busy={start.pending} onClick={make}>
            {t(job ? 'create.makeMore' : 'create.make')}
          </Button>
          {failure ? <ErrorBanner {...describeProblem(failure, language)} /> : null}
        </div>
        <div className="st-b">
          {job ? (
            <VariationField job={job} chosen={chosen} onChoose={setPicked} />
          ) : jobId && jobError ? (
            <ErrorBanner {...describeProblem(jobError, language)} retryLabel={t('act.retry')} onRetry={retry} />
          ) : (
            <EmptyState title={t('create.empty.title')} text={t('create.empty.text')} />
          )}
          <EarlierStrip current={jobId} />
        </div>
        <TermsForm key={jobId} job={jobId} title={titleFrom(job?.prompt ?? prompt)} chosen={chosen} />
      </div>
    </main>
  )
}
