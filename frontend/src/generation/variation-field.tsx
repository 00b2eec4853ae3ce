import type { Generation, Variation } from '@daedal/protocol/generation/api'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useSentenceOf } from '../lib/sentences.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { ModelEnd } from '../models/model-end.tsx'
import type { ViewerEnd } from '../models/use-viewer.ts'
import { Button } from '../ui/button.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { rememberJob } from './earlier-jobs.ts'
import { isFinished } from './generations.ts'
import { JobOrigin } from './job-origin.tsx'
import { Measured } from './measured.tsx'
import { titleFrom } from './prompt-parts.ts'
import { useCancelGeneration } from './use-cancel-generation.ts'
import { VariationPlate } from './variation-plate.tsx'

const CompareDialog = lazy(() => import('./compare-dialog.tsx').then((module) => ({ default: module.CompareDialog })))
const ModelViewer = lazy(() => import('../models/model-viewer.tsx').then((module) => ({ default: module.ModelViewer })))

/** The pictures of a job as they are drawn, and what was measured on the chosen one. */
export function VariationField({
  job,
  chosen,
  onChoose,
  onMore,
  onRemix,
}: {
  job: Generation
  chosen: Variation | null
  onChoose: (index: number) => void
  /** Makes more of the plan of one. */
  onMore: (index: number) => void
  /** Starts something new from one. */
  onRemix: (index: number) => void
}) {
  const t = useText()
  const language = useLanguage()
  const sentenceOf = useSentenceOf()
  const { cancel, pending } = useCancelGeneration()
  const first = job.variations.find((variation) => variation.thumbnail)?.thumbnail ?? null
  useEffect(() => {
    if (first) rememberJob({ id: job.id, prompt: job.prompt, thumbnail: first, at: Date.parse(job.createdAt) })
  }, [first, job.id, job.prompt, job.createdAt])
  const [opened, setOpened] = useState<number | null>(null)
  const [comparing, setComparing] = useState(false)
  const [end, setEnd] = useState<ViewerEnd | null>(null)
  const done = job.variations.filter(({ state }) => state === 'done')
  const model = job.variations.find(({ index }) => index === opened)?.model ?? null
  const close = (how: ViewerEnd | null) => {
    setOpened(null)
    setEnd(how)
  }
  return (
    <>
      {job.from ? <JobOrigin from={job.from} /> : null}
      {model ? (
        <Suspense
          fallback={
            <p className="note" role="status">
              {t('model.opening')}
            </p>
          }
        >
          <ModelViewer
            key={model.url}
            model={model}
            name={titleFrom(job.prompt)}
            how={t('asset.how.algorithmicMedia')}
            onClose={() => close(null)}
            onEnd={close}
          />
        </Suspense>
      ) : null}
      <ModelEnd end={end} />
      <fieldset className="vars" aria-label={t('create.variations')}>
        {job.variations.map((variation) => (
          <VariationPlate
            key={variation.index}
            variation={variation}
            description={job.prompt}
            queuedBefore={job.queuedBefore}
            chosen={chosen?.index === variation.index}
            onChoose={() => onChoose(variation.index)}
            onOpen={() => {
              onChoose(variation.index)
              setEnd(null)
              setOpened(variation.index)
            }}
            onMore={() => onMore(variation.index)}
            onRemix={() => onRemix(variation.index)}
          />
        ))}
      </fieldset>
      {isFinished(job) && done.length < 2 ? null : (
        <p className="vars-act">
          {done.length > 1 ? (
            <Button small look="quiet" onClick={() => setComparing(true)}>
              {t('create.compare')}
            </Button>
          ) : null}
          {isFinished(job) ? null : (
            <Button small look="quiet" busy={pending} onClick={() => cancel(job.id)}>
              {t('create.job.cancel')}
            </Button>
          )}
        </p>
      )}
      <Suspense fallback={null}>
        {comparing ? (
          <CompareDialog
            variations={done}
            description={titleFrom(job.prompt)}
            chosen={chosen?.index ?? null}
            onChoose={(index) => {
              onChoose(index)
              setComparing(false)
            }}
            onMore={(index) => {
              setComparing(false)
              onMore(index)
            }}
            onClose={() => setComparing(false)}
          />
        ) : null}
      </Suspense>
      {job.state === 'cancelled' ? (
        <p className="note" role="status">
          {t(done.length ? 'create.job.cancelled' : 'create.job.cancelledEmpty')}
        </p>
      ) : null}
      {job.state === 'failed' ? (
        <ErrorBanner
          sentence={t('create.job.failed')}
          detail={job.error ? (sentenceOf(job.error.code, language) ?? job.error.detail) : undefined}
          code={job.error?.code}
        />
      ) : null}
      {chosen ? <Measured variation={chosen} understanding={job.understanding} /> : null}
    </>
  )
}
