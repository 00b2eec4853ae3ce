import type { DropDetail } from '@daedal/protocol/market/drop-api'
import { zeroHash } from 'viem'
import { formatCount, formatMoment } from '../lib/format.ts'
import { useLanguage } from '../lib/text/language.ts'
import { type Text, useText } from '../lib/text/use-text.ts'
import { Section } from '../ui/section.tsx'
import { type MarkState, StateMark } from '../ui/state-mark.tsx'
import type { AuctionUnit } from './auction-unit.ts'
import { SoldBar } from './drop-bar.tsx'
import { type CourseRow, courseOf } from './drop-timeline.ts'
import { priceText } from './drop-words.ts'

const marks: Record<CourseRow['state'], MarkState> = { past: 'pass', now: 'stale', next: 'none', missed: 'fail' }

/** The course of a drop on a vertical rule: each stage with its price, limits and what it sold, then the deadlines. */
export function DropCourse({ drop, unit }: { drop: DropDetail; unit: AuctionUnit | null }) {
  const t = useText()
  return (
    <Section title={t('drops.course')}>
      <ol className="steps course">
        {courseOf(drop).map((row) => (
          <li key={row.kind === 'stage' ? row.place : row.kind} data-s={row.state === 'past' ? 'pass' : marks[row.state]}>
            <StateMark state={marks[row.state]} />
            {row.kind === 'stage' ? <Stage row={row} drop={drop} unit={unit} /> : <Deadline row={row} drop={drop} />}
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Stage({ row, drop, unit }: { row: Extract<CourseRow, { kind: 'stage' }>; drop: DropDetail; unit: AuctionUnit | null }) {
  const t = useText()
  const language = useLanguage()
  const { stage, place } = row
  const moment = (seconds: string) => formatMoment(Number(seconds) * 1_000, language)
  const of = stage.cap || drop.supply
  return (
    <>
      <b>
        {t(stage.allowlistRoot === zeroHash ? 'drops.stage.public' : 'drops.stage.list', { place: place + 1 })}
        <span className="mute">{t(`drops.stage.${stage.state}`)}</span>
      </b>
      <span className="t">{priceText(t, stage.price, unit, drop)}</span>
      <p>{t('drops.stage.times', { start: moment(stage.start), end: moment(stage.end) })}</p>
      <p>{limitsText(t, stage)}</p>
      <div className="stage-sold">
        <SoldBar sold={stage.sold} of={of} />
        <span>{t('drops.sold', { sold: formatCount(stage.sold), supply: formatCount(of) })}</span>
      </div>
    </>
  )
}

function limitsText(t: Text, { perWallet, cap }: Extract<CourseRow, { kind: 'stage' }>['stage']): string {
  const wallet = perWallet ? t('drops.stage.perWallet', { count: perWallet }) : t('drops.stage.noLimit')
  return cap ? `${wallet} ${t('drops.stage.cap', { count: formatCount(cap) })}` : wallet
}

function Deadline({ row, drop }: { row: Exclude<CourseRow, { kind: 'stage' }>; drop: DropDetail }) {
  const t = useText()
  const language = useLanguage()
  const { kind, state, at } = row
  const moment = formatMoment(at * 1_000, language)
  const done = state === 'past'
  return (
    <>
      <b>{t(`drops.course.${kind}`)}</b>
      <span className="t">{done ? null : t('drops.course.by', { moment })}</span>
      <p>
        {kind === 'reveal'
          ? t(`drops.course.reveal.${state}`)
          : t(`drops.course.deliver.${state}`, {
              delivered: formatCount(drop.delivered),
              sold: formatCount(drop.sold),
              refunded: formatCount(drop.refunded),
            })}
      </p>
    </>
  )
}
