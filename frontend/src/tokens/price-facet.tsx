import type { AssetPage } from '@daedal/protocol/tokens/api'
import { type FormEvent, useEffect, useState } from 'react'
import { formatWei, parseEther } from '../lib/format.ts'
import { useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'

type Price = AssetPage['facets']['price']
const WIDTH = 232
const HEIGHT = 42

const short = (wei: string): string => formatWei(wei, { decimals: 2, round: true })

/** Listings by price as a histogram over a rule, and the range that is wanted. */
export function PriceFacet({
  price,
  min,
  max,
  onRange,
}: {
  price: Price
  min: string
  max: string
  onRange: (min: string, max: string) => void
}) {
  const t = useText()
  const [low, setLow] = useState(min)
  const [high, setHigh] = useState(max)
  useEffect(() => setLow(min), [min])
  useEffect(() => setHigh(max), [max])
  const wrong = (text: string) => text.trim() !== '' && parseEther(text) === null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!wrong(low) && !wrong(high)) onRange(low.trim(), high.trim())
  }
  return (
    <fieldset className="facet">
      <legend>{t('browse.price')}</legend>
      <div>
        {price.histogram.length ? <Histogram price={price} min={min} max={max} /> : null}
        <form className="pair-form" onSubmit={submit}>
          <input
            className="input"
            inputMode="decimal"
            aria-label={t('browse.lowest')}
            placeholder={price.min ? short(price.min) : '0'}
            value={low}
            aria-invalid={wrong(low) || undefined}
            onChange={(event) => setLow(event.target.value)}
          />
          <span>{t('browse.to')}</span>
          <input
            className="input"
            inputMode="decimal"
            aria-label={t('browse.highest')}
            placeholder={price.max ? short(price.max) : ''}
            value={high}
            aria-invalid={wrong(high) || undefined}
            onChange={(event) => setHigh(event.target.value)}
          />
          <Button small type="submit" look="quiet">
            {t('browse.apply')}
          </Button>
        </form>
      </div>
    </fieldset>
  )
}

function Histogram({ price, min, max }: { price: Price; min: string; max: string }) {
  const t = useText()
  const buckets = price.histogram
  const most = Math.max(1, ...buckets.map((bucket) => bucket.count))
  const step = WIDTH / buckets.length
  const low = min ? parseEther(min) : null
  const high = max ? parseEther(max) : null
  const inside = (bucket: { from: string; to: string }) =>
    (low === null || BigInt(bucket.to) >= low) && (high === null || BigInt(bucket.from) <= high)
  const label = buckets.map((bucket) => `${short(bucket.from)}–${short(bucket.to)}: ${bucket.count}`).join(', ')
  const middle = buckets[Math.floor(buckets.length / 2)]
  const last = buckets[buckets.length - 1]
  return (
    <svg className="chart" viewBox="0 0 232 72" role="img" aria-label={`${t('browse.histogram')}. ${label}`}>
      {buckets.map((bucket, index) => (
        <path
          key={bucket.from}
          d={`M${(index + 0.5) * step} 46V${46 - (bucket.count / most) * HEIGHT}`}
          stroke={inside(bucket) ? 'var(--ink)' : 'var(--rule)'}
          strokeWidth={Math.max(3, step - 4)}
        />
      ))}
      <path d={`M0 46.5H${WIDTH}`} stroke="var(--ink)" />
      {Array.from({ length: buckets.length + 1 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: ticks of a rule
        <path key={index} className="ax" d={`M${Math.min(WIDTH - 0.5, index * step + 0.5)} 47v${index % 5 ? 4 : 8}`} />
      ))}
      <text x="0" y="68">
        {buckets[0] ? short(buckets[0].from) : ''}
      </text>
      {buckets.length > 2 && middle ? (
        <text x={WIDTH / 2} y="68" textAnchor="middle">
          {short(middle.from)}
        </text>
      ) : null}
      <text x={WIDTH} y="68" textAnchor="end">
        {last ? short(last.to) : ''}
      </text>
    </svg>
  )
}
