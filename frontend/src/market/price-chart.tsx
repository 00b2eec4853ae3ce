import { formatWei } from '../lib/format.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { axisSteps, type Sale } from './sales.ts'

const LEFT = 52
const RIGHT = 606
const TOP = 20
const BOTTOM = 190

const etherOf = (wei: bigint): number => Number(wei) / 1e18

/** Sales over time; the needle stands at the price now. */
export function PriceChart({ sales, now }: { sales: readonly Sale[]; now: string | null }) {
  const t = useText()
  const language = useLanguage()
  const first = sales[0]
  const last = sales[sales.length - 1]
  if (!first || !last) return null
  const from = first.at
  const to = Date.now()
  const ask = now ? etherOf(BigInt(now)) : 0
  const steps = axisSteps(Math.max(ask, ...sales.map((sale) => etherOf(sale.price))))
  const top = steps[steps.length - 1] ?? 1
  const places = Math.max(2, ...steps.map((step) => String(Number(step.toPrecision(3))).split('.')[1]?.length ?? 0))
  const x = (at: number) => LEFT + 8 + ((at - from) / Math.max(1, to - from)) * (RIGHT - LEFT - 8)
  const y = (ether: number) => BOTTOM - (ether / top) * (BOTTOM - TOP)
  const points = sales.map((sale) => ({ id: sale.id, x: x(sale.at), y: y(etherOf(sale.price)) }))
  const day = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const ticks = Array.from({ length: 26 }, (_, index) => LEFT + ((RIGHT - LEFT) / 25) * index)
  return (
    <div className="as-chart">
      <svg
        className="chart"
        viewBox="0 0 640 224"
        role="img"
        aria-label={t('history.label', { count: sales.length, first: formatWei(first.price), last: formatWei(last.price) })}
      >
        {steps.map((step) => (
          <g key={step}>
            <path className="gr" d={`M${LEFT} ${y(step)}H612`} />
            <text x={LEFT - 8} y={y(step) + 4} textAnchor="end">
              {step.toFixed(places)}
            </text>
          </g>
        ))}
        <path className="ax" d={`M${LEFT} 190.5H612`} />
        {ticks.map((tick, index) => (
          <path key={tick} className="ax" d={`M${tick} 191v${index % 5 ? 4 : 9}`} />
        ))}
        {[0, 10, 20].map((index) => (
          <text key={index} x={ticks[index]} y="217" textAnchor={index ? 'middle' : 'start'}>
            {day.format(from + ((to - from) * index) / 25)}
          </text>
        ))}
        <path d={`M${points.map((point) => `${point.x} ${point.y}`).join('L')}`} fill="none" stroke="var(--series-1)" strokeWidth="1.5" />
        {points.map((point) => (
          <circle key={point.id} cx={point.x} cy={point.y} r="4.5" fill="var(--paper)" stroke="var(--series-1)" strokeWidth="2" />
        ))}
        {now ? (
          <>
            <path d={`M${RIGHT} ${y(ask)}V199`} stroke="var(--needle)" strokeWidth="2" />
            <path d={`M${RIGHT - 5} ${y(ask) - 7}h10l-5 8z`} fill="var(--needle)" />
            <text x={RIGHT} y={y(ask) - 13} textAnchor="end" className="now">
              {t('history.now', { price: formatWei(now) })}
            </text>
          </>
        ) : null}
      </svg>
      <p className="legend">
        <span>
          <svg viewBox="0 0 22 10" aria-hidden="true">
            <path d="M0 5H22" stroke="var(--series-1)" strokeWidth="1.5" />
            <circle cx="11" cy="5" r="3.5" fill="var(--paper)" stroke="var(--series-1)" strokeWidth="2" />
          </svg>
          {t('history.sales', { count: sales.length })}
        </span>
      </p>
    </div>
  )
}
