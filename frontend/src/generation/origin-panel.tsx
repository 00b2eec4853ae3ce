import { lazy, Suspense, useState } from 'react'
import { useText } from '../lib/text/use-text.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { Segmented } from '../ui/choice.tsx'
import { type DraftOrigin, swapped, withoutSource, withSecond } from './draft-origin.ts'
import { SourceCard } from './source-card.tsx'
import type { SourceView } from './use-source.ts'

const SourcePicker = lazy(() => import('./source-picker.tsx').then((module) => ({ default: module.SourcePicker })))

/** What the next job starts from: one source, or two and what becomes of them. */
export function OriginPanel({
  draft,
  sources,
  onDraft,
}: {
  draft: DraftOrigin
  /** What is known of each, in the same order. */
  sources: readonly SourceView[]
  onDraft: (draft: DraftOrigin | null) => void
}) {
  const t = useText()
  const [picking, setPicking] = useState<'mix' | 'restyle' | null>(null)
  const [first, second] = draft.of
  const kind = sources[0]?.kind ?? null
  const differ = Boolean(second && kind && sources[1]?.kind && kind !== sources[1].kind)
  return (
    <section className="origin" aria-labelledby="origin-title">
      <h2 className="lab" id="origin-title">
        {t('create.from')} <LinkButton onClick={() => onDraft(null)}>{t('create.from.none')}</LinkButton>
      </h2>
      <ul className="sources">
        {sources.map((source, at) => (
          <SourceCard
            key={at === 0 ? 'first' : 'second'}
            source={source}
            lookOnly={at === 1 && draft.how === 'restyle'}
            onRemove={() => onDraft(withoutSource(draft, at))}
          />
        ))}
      </ul>
      {second ? (
        <>
          <div className="origin-acts">
            <Segmented
              label={t('create.from.how')}
              value={draft.how === 'restyle' ? 'restyle' : 'mix'}
              options={[
                { value: 'mix', text: t('create.from.how.mix') },
                { value: 'restyle', text: t('create.from.how.restyle') },
              ]}
              onValue={(how) => onDraft(withSecond(draft, second, how))}
            />
            <Button small look="quiet" onClick={() => onDraft(swapped(draft))}>
              {t('create.from.swap')}
            </Button>
          </div>
          <p className="note">{t(draft.how === 'restyle' ? 'create.from.restyleText' : 'create.from.mixText')}</p>
          {differ && draft.how === 'mix' ? (
            <p className="field-error" role="alert">
              {t('create.from.kinds')}
            </p>
          ) : null}
        </>
      ) : (
        <div className="origin-acts">
          <Button small look="quiet" onClick={() => setPicking('mix')}>
            {t('create.from.mixWith')}
          </Button>
          <Button small look="quiet" onClick={() => setPicking('restyle')}>
            {t('create.from.lookOf')}
          </Button>
        </div>
      )}
      <Suspense fallback={null}>
        {picking ? (
          <SourcePicker
            how={picking}
            kind={picking === 'mix' ? kind : null}
            other={first}
            onClose={() => setPicking(null)}
            onPick={(source) => {
              setPicking(null)
              onDraft(withSecond(draft, source, picking))
            }}
          />
        ) : null}
      </Suspense>
    </section>
  )
}
