import '../ui/compare.css'
import '../ui/model.css'
import type { Variation } from '@daedal/protocol/generation/api'
import { useEffect, useId, useRef, useState } from 'react'
import { useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { WordToggles } from '../ui/word-toggles.tsx'
import { ComparePlate } from './compare-plate.tsx'
import { readingsOf } from './measured.tsx'
import { viewKeys, wholeView, zoomView } from './view.ts'

/** Finished variations side by side, moved and magnified together. One can be chosen from here. */
export function CompareDialog({
  variations,
  description,
  chosen,
  onChoose,
  onMore,
  onClose,
}: {
  /** Finished ones. */
  variations: readonly Variation[]
  description: string
  chosen: number | null
  onChoose: (index: number) => void
  onMore: (index: number) => void
  onClose: () => void
}) {
  const t = useText()
  const keys = useId()
  const [shown, setShown] = useState(() => variations.map(({ index }) => String(index)))
  const [view, setView] = useState(wholeView)
  const frame = useRef<HTMLElement>(null)
  // The keys act on the pictures from the start.
  useEffect(() => frame.current?.focus({ preventScroll: true }), [])
  const compared = variations.filter(({ index }) => shown.includes(String(index)))
  const wide = compared.some(({ width, height }) => (width ?? 1) > (height ?? 1))

  return (
    <Dialog wide title={t('create.compare.title')} subtitle={description} closeLabel={t('act.close')} onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole dialog, each of which has a button, too */}
      <div
        className="compare"
        onKeyDown={(event) => {
          const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : viewKeys[event.key]
          if (!act) return
          event.preventDefault()
          setView(act)
        }}
      >
        <div className="compare-bar">
          {variations.length > 2 ? (
            <WordToggles
              label={t('create.compare.which')}
              chosen={shown}
              options={variations.map(({ index }) => ({
                value: String(index),
                text: t('create.variation', { number: index + 1 }),
                disabled: compared.length <= 2 && shown.includes(String(index)),
              }))}
              onToggle={(value, on) => setShown(on ? [...shown, value] : shown.filter((other) => other !== value))}
            />
          ) : null}
          <span className="compare-zoom">
            <Button small look="quiet" aria-label={t('create.compare.farther')} onClick={() => setView((before) => zoomView(before, 0.8))}>
              −
            </Button>
            <output aria-live="polite">{t('create.compare.zoom', { percent: Math.round(view.scale * 100) })}</output>
            <Button small look="quiet" aria-label={t('create.compare.closer')} onClick={() => setView((before) => zoomView(before, 1.25))}>
              +
            </Button>
            <Button small look="quiet" onClick={() => setView(wholeView)}>
              {t('create.compare.whole')}
            </Button>
          </span>
        </div>
        <section
          ref={frame}
          className="compare-frame"
          data-count={compared.length}
          data-wide={wide}
          data-scale={view.scale.toFixed(3)}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: keys move the pictures about, so they have to be reached
          tabIndex={0}
          aria-label={t('create.compare.view')}
          aria-describedby={keys}
        >
          {compared.map((variation) => {
            const number = variation.index + 1
            return (
              <figure key={variation.index} className={chosen === variation.index ? 'on' : undefined}>
                <ComparePlate variation={variation} alt={t('create.variation.alt', { number, description })} view={view} onView={setView} />
                <figcaption>
                  <b>{t(chosen === variation.index ? 'create.variation.chosen' : 'create.variation', { number })}</b>
                  <dl>
                    <div>
                      <dt>{t('create.compare.seed')}</dt>
                      <dd>{variation.seed}</dd>
                    </div>
                    {readingsOf(variation, t).map(({ key, name, reading }) => (
                      <div key={key}>
                        <dt>{name}</dt>
                        <dd>{reading}</dd>
                      </div>
                    ))}
                    <div>
                      <dt>{t('create.measured.nearest')}</dt>
                      <dd>
                        {variation.nearest
                          ? t('create.measured.distance', { bits: variation.nearest.distance })
                          : t('create.measured.alone')}
                      </dd>
                    </div>
                  </dl>
                  <p className="compare-acts">
                    <Button small onClick={() => onChoose(variation.index)}>
                      {t('create.compare.choose', { number })}
                    </Button>
                    <Button small look="quiet" onClick={() => onMore(variation.index)}>
                      {t('create.more')}
                      <span className="vh">{t('create.variation', { number })}</span>
                    </Button>
                  </p>
                </figcaption>
              </figure>
            )
          })}
        </section>
        <p className="note" id={keys}>
          <span className="by-keys">{t('create.compare.keys')}</span>
          <span className="by-touch">{t('create.compare.touch')}</span>
        </p>
      </div>
    </Dialog>
  )
}
