import type { Variation } from '@daedal/protocol/generation/api'
import { formatSeconds } from '../lib/format.ts'
import { useSentenceOf } from '../lib/sentences.ts'
import type { TextKey } from '../lib/text/en.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { Plate } from '../ui/plate.tsx'
import { Progress } from '../ui/progress.tsx'
import { VariationActs } from './variation-acts.tsx'

const stages = ['shape', 'light', 'develop', 'model', 'still', 'measure'] as const
const stageKey = (stage: string | null): TextKey | null => {
  const known = stages.find((name) => name === stage)
  return known ? `create.stage.${known}` : null
}

/** One of a job's pictures, as far as it has come. A finished one can be chosen. */
export function VariationPlate({
  variation,
  description,
  queuedBefore,
  chosen,
  onChoose,
  onOpen,
  onMore,
  onRemix,
}: {
  variation: Variation
  description: string
  queuedBefore: number
  chosen: boolean
  onChoose: () => void
  /** Shows its model. */
  onOpen: () => void
  /** Makes more of the same plan. */
  onMore: () => void
  /** Starts something new from it. */
  onRemix: () => void
}) {
  const t = useText()
  const language = useLanguage()
  const sentenceOf = useSentenceOf()
  const number = variation.index + 1
  if (variation.state === 'done') {
    const ratio = variation.width && variation.height ? variation.width / variation.height : 1
    return (
      <div className={chosen ? 'var on' : 'var'} data-variation={number}>
        <button
          type="button"
          className="pick"
          aria-pressed={chosen}
          aria-label={t('create.variation.choose', { number })}
          onClick={onChoose}
        >
          <Plate
            src={variation.image ?? variation.thumbnail}
            alt={t('create.variation.alt', { number, description })}
            ratio={ratio}
            eager
          />
        </button>
        <p>
          {chosen ? <b>{t('create.variation.chosen', { number })}</b> : <span>{t('create.variation', { number })}</span>}
          <span className="mute nophone">
            {t('create.variation.made', { seed: variation.seed, seconds: formatSeconds(variation.milliseconds ?? 0) })}
          </span>
        </p>
        <VariationActs number={number} role={variation.model?.role ?? null} onOpen={onOpen} onMore={onMore} onRemix={onRemix} />
      </div>
    )
  }
  const percent = Math.round(variation.progress * 100)
  const stage = stageKey(variation.stage)
  const running = variation.state === 'running'
  const waiting = variation.state === 'queued'
  const title: TextKey = running
    ? 'create.variation.drawing'
    : waiting
      ? 'create.variation.queued'
      : variation.state === 'cancelled'
        ? 'create.variation.cancelled'
        : 'create.variation.failed'
  // The line under the plate says that it was cancelled; why a picture failed says only this.
  const why =
    variation.state === 'failed' && variation.error ? (sentenceOf(variation.error.code, language) ?? variation.error.detail) : null
  return (
    <div className="var" data-variation={number}>
      <Plate src={null} alt="" ratio={1}>
        <span className="wait">{waiting ? t('create.variation.wait') : running ? (stage ? t(stage) : null) : why}</span>
        {running ? <span className="drawn" style={{ height: `${percent}%` }} /> : null}
      </Plate>
      <p>
        <span>{t(title, { number })}</span>
        <span className="mute">
          {running ? t('create.variation.percent', { percent }) : waiting ? t('create.variation.before', { count: queuedBefore }) : null}
        </span>
      </p>
      {running || waiting ? <Progress value={variation.progress} label={t('create.variation.progress', { number })} /> : null}
    </div>
  )
}
