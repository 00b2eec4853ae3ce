import type { UnderstandAnswer, Variation } from '@daedal/protocol/generation/api'
import { Link } from '@tanstack/react-router'
import type { TextKey } from '../lib/text/en.ts'
import { type Text, useText } from '../lib/text/use-text.ts'
import { Gauge } from '../ui/gauge.tsx'

/** Distance of two fingerprints up to which their pictures count as near-duplicates (PDQ's own threshold). */
export const NEAR_DUPLICATE = 31

/** A figure of a record: where its scale ends, and what is usual for the engine's pictures. */
const scales: readonly {
  key: string
  name: TextKey
  from: number
  to: number
  end: number
  write: (value: number) => string
  text?: TextKey
}[] = [
  { key: 'sharpness', name: 'create.measured.sharpness', from: 8, to: 80, end: 100, write: (value) => value.toFixed(1) },
  {
    key: 'entropy',
    name: 'create.measured.entropy',
    from: 6,
    to: 8,
    end: 8,
    write: (value) => value.toFixed(2),
    text: 'create.measured.bits',
  },
  { key: 'clipped', name: 'create.measured.clipped', from: 0, to: 0.02, end: 0.1, write: (value) => `${(value * 100).toFixed(1)} %` },
  { key: 'colourfulness', name: 'create.measured.colourfulness', from: 15, to: 70, end: 100, write: (value) => value.toFixed(1) },
]

/** The figures of a record in words, without those that it lacks. */
export const readingsOf = (variation: Pick<Variation, 'metrics'>, t: Text) =>
  scales.flatMap(({ key, name, from, to, end, write, text }) => {
    const value = Number(variation.metrics[key])
    if (!Number.isFinite(value)) return []
    return [
      {
        key,
        name: t(name),
        reading: text ? t(text, { value: write(value) }) : write(value),
        at: value / end,
        from: from / end,
        to: to / end,
      },
    ]
  })

/** What was measured on a picture: numbers beside their usual range, never one grade. */
export function Measured({ variation, understanding }: { variation: Variation; understanding: UnderstandAnswer }) {
  const t = useText()
  const { understood, content } = understanding
  const nearest = variation.nearest
  return (
    <section className="studio-part">
      <h2 className="lab">
        {t('create.measured', { number: variation.index + 1 })} <small>{t('create.measured.usual')}</small>
      </h2>
      <div className="gauges">
        {content > 0 ? (
          <Gauge
            name={t('create.measured.words')}
            value={t('create.understood.count', { understood, content })}
            at={understood / content}
            usual={{ from: 0.8, to: 1 }}
          />
        ) : null}
        {readingsOf(variation, t).map(({ key, name, reading, at, from, to }) => (
          <Gauge key={key} name={name} value={reading} at={at} usual={{ from, to }} />
        ))}
        <Gauge
          name={t('create.measured.nearest')}
          value={nearest ? t('create.measured.distance', { bits: nearest.distance }) : t('create.measured.alone')}
          at={nearest ? nearest.distance / 256 : 1}
          usual={{ from: NEAR_DUPLICATE / 256, to: 1 }}
        />
      </div>
      {nearest && nearest.distance <= NEAR_DUPLICATE ? (
        <p className="note" role="status">
          <Link to="/assets/$" params={{ _splat: nearest.asset }}>
            {t('create.measured.duplicate', { asset: nearest.asset.replace(/^.*\/(.{6}).*$/, '$1…'), bits: nearest.distance })}
          </Link>
        </p>
      ) : null}
    </section>
  )
}
