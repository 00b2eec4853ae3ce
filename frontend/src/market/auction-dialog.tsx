import '../lib/text/load-later-words.ts'
import type { AssetDetail } from '@daedal/protocol/tokens/api'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { formatBps, formatSpan, formatWei } from '../lib/format.ts'
import { configQuery } from '../lib/status.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogBody } from '../ui/dialog.tsx'
import { Field, SelectField } from '../ui/field.tsx'
import { PriceSplitTable } from '../ui/price-box.tsx'
import { Alert } from '../ui/steps.tsx'
import { startFlow } from '../wallet/flow-store.ts'
import { previewSplit } from './preview-split.ts'
import { subjectOf } from './price-panel.tsx'
import { payeesOf, splitLabel } from './split-payees.tsx'
import { validateAmount } from './validate-amount.ts'

/** Seconds; basis points; seconds. All within the limits of the house. */
const durations = ['3600', '86400', '259200', '604800'] as const
const increments = ['100', '250', '500', '1000'] as const
const windows = ['0', '300', '600', '900', '3600'] as const
/** By how much all late bids together may move the end. */
const MOST_EXTENSION = 86_400

/** Asks for the terms of an auction, says what becomes of the asset and the money, then puts the asset up. */
export function AuctionDialog({ asset, onClose }: { asset: AssetDetail; onClose: () => void }) {
  const t = useText()
  const language = useLanguage()
  const form = useId()
  const [text, setText] = useState('')
  const [duration, setDuration] = useState<(typeof durations)[number]>('259200')
  const [increment, setIncrement] = useState<(typeof increments)[number]>('500')
  const [window, setWindow] = useState<(typeof windows)[number]>('600')
  const [tried, setTried] = useState(false)
  const { data: config } = useQuery(configQuery)
  const amount = validateAmount(text)
  const split = amount.wei !== null && config ? previewSplit(asset, amount.wei, config.feeBps) : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (amount.wei === null) return
    const reserve = amount.wei.toString()
    const extensionSeconds = Number(window)
    onClose()
    startFlow(
      {
        kind: 'auction',
        collection: asset.collection,
        tokenId: asset.tokenId,
        reserve,
        minIncrementBps: Number(increment),
        durationSeconds: Number(duration),
        extensionSeconds,
        maxExtensionSeconds: extensionSeconds ? MOST_EXTENSION : 0,
      },
      subjectOf(asset, reserve, 'ETH'),
    )
  }
  const spans = <T extends string>(values: readonly T[]) => values.map((value) => ({ value, text: formatSpan(Number(value), language) }))
  return (
    <Dialog
      title={t('auctioning.title')}
      subtitle={asset.name}
      image={asset.image}
      closeLabel={t('act.close')}
      onClose={onClose}
      footer={
        <Button look="main" type="submit" form={form}>
          {amount.wei === null ? t('auctioning.actEmpty') : t('auctioning.act', { reserve: formatWei(amount.wei) })}
        </Button>
      }
    >
      <form id={form} onSubmit={submit}>
        <DialogBody>
          <Field
            label={t('auctioning.reserve')}
            value={text}
            onValue={setText}
            unit={t('unit.eth')}
            inputMode="decimal"
            autoFocus
            autoComplete="off"
            hint={t('auctioning.reserveHint')}
            error={amount.why && (tried || amount.why !== 'amount.why.empty') ? t(amount.why) : null}
          />
          <div className="fields-two">
            <SelectField label={t('auctioning.duration')} value={duration} onValue={setDuration} options={spans(durations)} />
            <SelectField
              label={t('auctioning.increment')}
              value={increment}
              onValue={setIncrement}
              options={increments.map((value) => ({ value, text: formatBps(Number(value)) }))}
            />
          </div>
          <SelectField
            label={t('auctioning.window')}
            value={window}
            onValue={setWindow}
            options={spans(windows).map((option) => (option.value === '0' ? { ...option, text: t('auctioning.window.none') } : option))}
            hint={
              window === '0'
                ? t('auctioning.window.noneHint')
                : t('auctioning.window.hint', { window: formatSpan(Number(window), language), most: formatSpan(MOST_EXTENSION, language) })
            }
          />
          <Alert tone="weak">{t('auctioning.leaves')}</Alert>
          {split ? (
            <div>
              <p className="small mute">{t('auctioning.split')}</p>
              <PriceSplitTable
                label={splitLabel(t, split)}
                caption={t('price.caption')}
                payees={payeesOf(t, split, asset.owner, true)}
                total={{ name: t('auctioning.youReceive'), amount: `${formatWei(split.seller)} ${t('unit.eth')}` }}
              />
            </div>
          ) : null}
          <p className="note">
            {asset.listing ? `${t('auctioning.listed')} ` : ''}
            {t('auctioning.note')}
          </p>
        </DialogBody>
      </form>
    </Dialog>
  )
}
