import type { CurrencyDetail, CurrencyFlow } from '@daedal/protocol/worlds/currency-api'
import { formatMoment, formatWei } from '../lib/format.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { axisSteps } from '../market/sales.ts'
import { allowedOver, pointsOf, type Reading, spanOf, suppliesOf } from './supply-course.ts'

const LEFT = 64
const RIGHT = 626
const TOP = 22
const BOTTOM = 216
const TICKS = 24

const wholeOf = (amount: bigint): number => Number(amount) / 1e18
const pathOf = (readings: readonly Reading[], x: (at: number) => number, y: (amount: bigint) => number) =>
  `M${readings.map(({ at, amount }) => `${x(at).toFixed(2)} ${y(amount).toFixed(2)}`).join('L')}`

/** What there is against what the declared curve allows, both on one scale from zero; the needle stands at now. */
export function SupplyChart({ currency, flows }: { currency: CurrencyDetail; flows: readonly CurrencyFlow[] }) {
  const t = useText()
  const language = useLanguage()
  const { symbol, supply, allowed, cap } = currency
  const span = spanOf(currency)
  const curve = allowedOver(pointsOf(currency), span)
  const supplies = suppliesOf(currency, flows)
  const most = [...curve, ...supplies].reduce((top, { amount }) => (amount > top ? amount : top), 1n)
  const steps = axisSteps(wholeOf(most))
  const top = steps.at(-1) ?? 1
  const x = (at: number) => LEFT + ((at - span.from) / (span.to - span.from)) * (RIGHT - LEFT)
  const y = (amount: bigint) => BOTTOM - (wholeOf(amount) / top) * (BOTTOM - TOP)
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB'
  const figure = new Intl.NumberFormat(locale, { notation: top >= 100_000 ? 'compact' : 'standard', maximumSignificantDigits: 4 })
  const days =
    span.to - span.from > 200 * 86_400 ? ({ month: 'short', year: 'numeric' } as const) : ({ day: 'numeric', month: 'short' } as const)
  const day = new Intl.DateTimeFormat(locale, { ...days, timeZone: 'UTC' })
  const now = Number(currency.asOf)
  const nowAt = x(now)
  const onLeft = nowAt > (LEFT + RIGHT) / 2
  const capAt = wholeOf(BigInt(cap)) <= top ? y(BigInt(cap)) : null
  return (
    <>
      <svg
        className="chart"
        viewBox="0 0 640 250"
        role="img"
        aria-label={t('currency.chart.label', {
          supply: formatWei(supply, { decimals: 0, round: true }),
          allowed: formatWei(allowed, { decimals: 0, round: true }),
          cap: formatWei(cap, { decimals: 0 }),
          symbol,
          end: formatMoment(span.to * 1000, language),
        })}
      >
        {steps.map((step) => (
          <g key={step}>
            <path className="gr" d={`M${LEFT} ${BOTTOM - (step / top) * (BOTTOM - TOP)}H${RIGHT}`} />
            <text x={LEFT - 8} y={BOTTOM - (step / top) * (BOTTOM - TOP) + 4} textAnchor="end">
              {figure.format(step)}
            </text>
          </g>
        ))}
        <path className="ax" d={`M${LEFT} ${BOTTOM + 0.5}H${RIGHT}`} />
        {Array.from({ length: TICKS + 1 }, (_, index) => LEFT + ((RIGHT - LEFT) / TICKS) * index).map((tick, index) => (
          <path key={tick} className="ax" d={`M${tick} ${BOTTOM + 1}v${index % 8 ? 4 : 9}`} />
        ))}
        {[0, 8, 16, 24].map((index) => (
          <text
            key={index}
            x={LEFT + ((RIGHT - LEFT) / TICKS) * index}
            y="243"
            textAnchor={index === 0 ? 'start' : index === TICKS ? 'end' : 'middle'}
          >
            {day.format((span.from + ((span.to - span.from) * index) / TICKS) * 1000)}
          </text>
        ))}
        {capAt === null ? null : <path d={`M${LEFT} ${capAt}H${RIGHT}`} stroke="var(--edge)" strokeDasharray="2 4" />}
        <path d={pathOf(curve, x, y)} fill="none" stroke="var(--series-2)" strokeWidth="2" strokeDasharray="7 4" />
        <path
          d={`${pathOf(supplies, x, y)}L${nowAt.toFixed(2)} ${BOTTOM}L${x(supplies[0]?.at ?? now).toFixed(2)} ${BOTTOM}Z`}
          fill="var(--series-1)"
          opacity=".14"
        />
        <path d={pathOf(supplies, x, y)} fill="none" stroke="var(--series-1)" strokeWidth="2" />
        <path d={`M${nowAt} ${TOP - 6}V${BOTTOM + 9}`} stroke="var(--needle)" strokeWidth="2" />
        <circle cx={nowAt} cy={y(BigInt(supply))} r="4.5" fill="var(--paper)" stroke="var(--series-1)" strokeWidth="2" />
        <text x={nowAt + (onLeft ? -9 : 9)} y={TOP - 6} textAnchor={onLeft ? 'end' : 'start'} className="now">
          {t('currency.chart.now')}
        </text>
      </svg>
      <p className="legend">
        <span>
          <svg viewBox="0 0 22 10" aria-hidden="true">
            <path d="M0 5H22" stroke="var(--series-1)" strokeWidth="2" />
          </svg>
          {t('currency.chart.supply')}
        </span>
        <span>
          <svg viewBox="0 0 22 10" aria-hidden="true">
            <path d="M0 5H22" stroke="var(--series-2)" strokeWidth="2" strokeDasharray="7 4" />
          </svg>
          {t('currency.chart.curve')}
        </span>
        {capAt === null ? null : (
          <span>
            <svg viewBox="0 0 22 10" aria-hidden="true">
              <path d="M0 5H22" stroke="var(--edge)" strokeDasharray="2 4" />
            </svg>
            {t('currency.chart.cap')}
          </span>
        )}
      </p>
    </>
  )
}
