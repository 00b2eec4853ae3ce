import type { Generation, Variation } from '@daedal/protocol/generation/api'
import { useEffect } from 'react'
import { useSentenceOf } from '../lib/sentences.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { rememberJob } from './earlier-jobs.ts'
import { isFinished } from './generations.ts'
import { Measured } from './measured.tsx'
import { useCancelGeneration } from './use-cancel-generation.ts'
import { VariationPlate } from './variation-plate.tsx'

/** The pictures of a job as they are drawn, and what was measured on the chosen one. */
export function VariationField({
  job,
  chosen,
  onChoose,
}: {
  job: Generation
  chosen: Variation | null
  onChoose: (index: number) => void
}) {
  const t = useText()
  const language = useLanguage()
  const sentenceOf = useSentenceOf()
  const { cancel, pending } = useCancelGeneration()
  const first = job.variations.find((variation) => variation.thumbnail)?.thumbnail ?? null
  useEffect(() => {
    if (first) rememberJob({ id: job.id, prompt: job.prompt, thumbnail: first, at: Date.parse(job.createdAt) })
  }, [first, job.id, job.prompt, job.createdAt])
  return (
    <>
      <fieldset className="vars" aria-label={t('create.variations')}>
        {job.variations.map((variation) => (
          <VariationPlate
            key={variation.index}
            variation={variation}
            description={job.prompt}
            queuedBefore={job.queuedBefore}
            chosen={chosen?.index === variation.index}
            onChoose={() => onChoose(variation.index)}
          />
        ))}
      </fieldset>
      {isFinished(job) ? null : (
        <p className="vars-act">
          <Button small look="quiet" busy={pending} onClick={() => cancel(job.id)}>
            {t('create.job.cancel')}
          </Button>
        </p>
      )}
      {job.state === 'cancelled' ? (
        <p className="note" role="status">
          {t('create.job.cancelled')}
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
