import { licences, type PrepareMint } from '@daedal/protocol/generation/api'
import { dropCommitment } from '@daedal/protocol/market/drop'
import type { Hex32 } from '@daedal/protocol/scalars'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useEarlierJobs } from '../generation/earlier-jobs.ts'
import { generations } from '../generation/generations.ts'
import { formatBps, formatSpan } from '../lib/format.ts'
import { configQuery, statusQuery } from '../lib/status.ts'
import type { TextKey } from '../lib/text/en.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { usePageTitle } from '../lib/use-page-title.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field, SelectField } from '../ui/field.tsx'
import { Range } from '../ui/range.tsx'
import { startFlow } from '../wallet/flow-store.ts'

import { type ChosenPicture, finishedPictures, toggled } from './new-drop.ts'
import { NewDropPictures } from './new-drop-pictures.tsx'
import { SealedChoice } from './sealed-choice.tsx'
import { TradeLinks } from './trade-links.tsx'
import { validateAmount } from './validate-amount.ts'

type Licence = PrepareMint['licence']

/** Seconds until the sale begins, and that it lasts. */
const begins = ['0', '3600', '86400', '259200', '604800'] as const
const lasts = ['3600', '86400', '259200', '604800', '2592000'] as const
const limits = ['0', '1', '2', '5', '10'] as const

/** Lays down a drop of pictures that were finished in this browser: which ones, under which terms, for how much and until when. */
export function NewDropPage() {
  const t = useText()
  usePageTitle(t('drops.new'))
  const earlier = useEarlierJobs()
  const { data: jobs, isPending } = useQuery(generations.jobs(earlier.map(({ id }) => id)))
  const pictures = finishedPictures(earlier, jobs ?? [])
  return (
    <main id="main" className="wrap">
      <TradeLinks />
      <div className="page lots-page">
        <div className="page-head">
          <h1>{t('drops.new')}</h1>
        </div>
        {pictures.length ? (
          <NewDropForm pictures={pictures} />
        ) : isPending ? (
          <p className="mute" role="status">
            {t('app.loading')}
          </p>
        ) : (
          <EmptyState title={t('drops.new')} text={t('drops.new.none')}>
            <Link className="btn small" to="/create">
              {t('drops.new.make')}
            </Link>
          </EmptyState>
        )}
      </div>
    </main>
  )
}

function NewDropForm({ pictures }: { pictures: ReturnType<typeof finishedPictures> }) {
  const t = useText()
  const language = useLanguage()
  const { data: config } = useQuery(configQuery)
  const { data: status } = useQuery(statusQuery)
  const [chosen, setChosen] = useState<ChosenPicture[]>([])
  const [licence, setLicence] = useState<Licence>('CC-BY-4.0')
  const [royaltyBps, setRoyalty] = useState(750)
  const [price, setPrice] = useState('')
  const [begin, setBegin] = useState<(typeof begins)[number]>('0')
  const [last, setLast] = useState<(typeof lasts)[number]>('604800')
  const [limit, setLimit] = useState<(typeof limits)[number]>('0')
  const [secret, setSecret] = useState<Hex32 | null>(null)
  const [tried, setTried] = useState(false)
  const amount = validateAmount(price)
  const count = chosen.length
  const why = config && !config.contracts.drops ? 'drops.new.why.noDrops' : count === 0 ? 'drops.new.why.none' : null
  const unnamed = chosen.some(({ name }) => !name.trim())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (why || unnamed || amount.wei === null) return
    const start = Math.floor(Date.now() / 1_000) + Number(begin)
    const terms = { licence, royaltyBps, remixBps: 0, prompt: 'committed', training: false } as const
    startFlow(
      {
        kind: 'create-drop',
        items: chosen.map(({ generation, variation, name }) => ({ generation, body: { variation, name: name.trim(), ...terms } })),
        start,
        end: start + Number(last),
        price: amount.wei.toString(),
        perWallet: Number(limit),
        commitment: secret && dropCommitment(secret),
      },
      {
        title: t('drops.title.count', { count }),
        image: chosen[0]?.thumbnail ?? null,
        asset: null,
        price: null,
        unit: null,
      },
    )
  }
  const spanOf = (seconds: string) => formatSpan(Number(seconds), language)
  return (
    <form className="new-drop" onSubmit={submit} noValidate>
      <div>
        <p className="mute">{t('drops.new.lead')}</p>
        <NewDropPictures
          pictures={pictures}
          chosen={chosen}
          tried={tried}
          onToggle={(picture) => setChosen((before) => toggled(before, picture))}
          onName={(key, name) => setChosen((before) => before.map((picture) => (picture.key === key ? { ...picture, name } : picture)))}
        />
      </div>
      <div className="new-drop-terms">
        <Field
          label={t('drops.new.price')}
          value={price}
          onValue={setPrice}
          unit={t('unit.eth')}
          inputMode="decimal"
          autoComplete="off"
          error={amount.why && (tried || amount.why !== 'amount.why.empty') ? t(amount.why) : null}
        />
        <div className="fields-two">
          <SelectField
            label={t('drops.new.start')}
            value={begin}
            onValue={setBegin}
            options={begins.map((value) => ({
              value,
              text: value === '0' ? t('drops.new.start.0') : t('drops.new.start.later', { span: spanOf(value) }),
            }))}
          />
          <SelectField
            label={t('drops.new.duration')}
            value={last}
            onValue={setLast}
            options={lasts.map((value) => ({ value, text: spanOf(value) }))}
          />
        </div>
        <SelectField
          label={t('drops.new.perWallet')}
          value={limit}
          onValue={setLimit}
          options={limits.map((value) => ({
            value,
            text: value === '0' ? t('drops.new.perWallet.0') : t('drops.new.perWallet.most', { count: value }),
          }))}
        />
        <SelectField
          label={t('terms.licence')}
          value={licence}
          onValue={setLicence}
          options={licences.map((id) => ({ value: id, text: t(`licence.${id}` as TextKey) }))}
        />
        <Range
          label={t('terms.royalty')}
          reading={t('terms.royalty.reading', { percent: formatBps(royaltyBps) })}
          value={royaltyBps}
          min={0}
          max={1_000}
          step={50}
          onValue={setRoyalty}
        />
        <SealedChoice secret={secret} onSecret={setSecret} />
        {count ? <p className="note">{t('drops.new.asks', { signatures: count + 1 })}</p> : null}
        <Button look="main" type="submit" why={status?.chain === 'down' ? t('price.why.chain') : why && t(why)}>
          {count ? t('drops.new.act', { count }) : t('drops.new.actEmpty')}
        </Button>
      </div>
    </form>
  )
}
