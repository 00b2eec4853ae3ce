import '../lib/text/load-later-words.ts'
import type { AssetDetail } from '@daedal/protocol/tokens/api'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { formatWei } from '../lib/format.ts'
import { configQuery } from '../lib/status.ts'
import { useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogBody } from '../ui/dialog.tsx'
import { Field, SelectField } from '../ui/field.tsx'
import { PriceSplitTable } from '../ui/price-box.tsx'
import { startFlow } from '../wallet/flow-store.ts'
import { bestListing } from './order-choice.ts'
import { previewSplit } from './preview-split.ts'
import { subjectOf } from './price-panel.tsx'
import { payeesOf, splitLabel } from './split-payees.tsx'
import { type Duration, durations, validateAmount } from './validate-amount.ts'

/** Asks for a price and how long, shows who would get what, then lists by a signature. */
export function ListDialog({ asset, onClose }: { asset: AssetDetail; onClose: () => void }) {
  const t = useText()
  const form = useId()
  const [text, setText] = useState('')
  const [days, setDays] = useState<Duration>('7')
  const [tried, setTried] = useState(false)
  const { data: config } = useQuery(configQuery)
  const amount = validateAmount(text)
  const open = bestListing(asset)
  const split = amount.wei !== null && config ? previewSplit(asset, amount.wei, config.feeBps) : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (amount.wei === null) return
    const price = amount.wei.toString()
    onClose()
    startFlow(
      { kind: 'list', collection: asset.collection, tokenId: asset.tokenId, price, durationSeconds: Number(days) * 86_400 },
      subjectOf(asset, price, 'ETH'),
    )
  }
  return (
    <Dialog
      title={t('list.title')}
      subtitle={asset.name}
      image={asset.image}
      closeLabel={t('act.close')}
      onClose={onClose}
      footer={
        <Button look="main" type="submit" form={form}>
          {amount.wei === null ? t('list.actEmpty') : t('list.act', { price: formatWei(amount.wei) })}
        </Button>
      }
    >
      <form id={form} onSubmit={submit}>
        <DialogBody>
          <Field
            label={t('list.price')}
            value={text}
            onValue={setText}
            unit={t('unit.eth')}
            inputMode="decimal"
            autoFocus
            autoComplete="off"
            hint={t('list.priceHint')}
            error={amount.why && (tried || amount.why !== 'amount.why.empty') ? t(amount.why) : null}
          />
          <SelectField
            label={t('list.duration')}
            value={days}
            onValue={setDays}
            options={durations.map((value) => ({ value, text: t('list.days', { count: Number(value) }) }))}
          />
          {split ? (
            <div>
              <PriceSplitTable
                label={splitLabel(t, split)}
                caption={t('price.caption')}
                payees={payeesOf(t, split, asset.owner, true)}
                total={{ name: t('price.youReceive'), amount: `${formatWei(split.seller)} ${t('unit.eth')}` }}
              />
            </div>
          ) : null}
          <p className="note">
            {open ? `${t('list.replaces', { price: formatWei(open.price) })} ` : ''}
            {t('list.noGas')}
          </p>
        </DialogBody>
      </form>
    </Dialog>
  )
}
