import '../lib/text/load-later-words.ts'
import { MAX_RENTAL_DAYS } from '@daedal/protocol/market/rental-offer'
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
import { Alert } from '../ui/steps.tsx'
import { useAccount } from '../wallet/account.ts'
import { startFlow } from '../wallet/flow-store.ts'
import { previewSplit } from './preview-split.ts'
import { subjectOf } from './price-panel.tsx'
import { payeesOf, splitLabel } from './split-payees.tsx'
import { type Duration, durations, validateAmount } from './validate-amount.ts'
import { validateDayRange } from './validate-days.ts'
import { validateRenter } from './validate-renter.ts'

/** Asks at what price, for how many days and to whom, says what the owner binds itself to, then offers it by a signature. */
export function LetDialog({ asset, onClose }: { asset: AssetDetail; onClose: () => void }) {
  const t = useText()
  const form = useId()
  const { address } = useAccount()
  const { data: config } = useQuery(configQuery)
  const [price, setPrice] = useState('')
  const [least, setLeast] = useState('1')
  const [most, setMost] = useState('30')
  const [open, setOpen] = useState<Duration>('30')
  const [only, setOnly] = useState('')
  const [tried, setTried] = useState(false)
  const amount = validateAmount(price)
  const range = validateDayRange(least, most)
  const who = validateRenter(only, address)
  const split = amount.wei !== null && config ? previewSplit(asset, amount.wei, config.feeBps) : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (amount.wei === null || range.minDays === null || who.why) return
    const { collection, tokenId } = asset
    const { minDays, maxDays } = range
    const pricePerDay = amount.wei.toString()
    onClose()
    startFlow(
      { kind: 'let', collection, tokenId, pricePerDay, minDays, maxDays, renter: who.renter, durationSeconds: Number(open) * 86_400 },
      subjectOf(asset, pricePerDay, 'ETH'),
    )
  }
  return (
    <Dialog
      title={t('let.title')}
      subtitle={asset.name}
      image={asset.image}
      closeLabel={t('act.close')}
      onClose={onClose}
      footer={
        <Button look="main" type="submit" form={form}>
          {amount.wei === null ? t('let.actEmpty') : t('let.act', { price: formatWei(amount.wei) })}
        </Button>
      }
    >
      <form id={form} onSubmit={submit}>
        <DialogBody>
          <Field
            label={t('let.price')}
            value={price}
            onValue={setPrice}
            unit={t('unit.eth')}
            inputMode="decimal"
            autoFocus
            autoComplete="off"
            hint={t('let.priceHint')}
            error={amount.why && (tried || amount.why !== 'amount.why.empty') ? t(amount.why) : null}
          />
          <div className="fields-two">
            <Field
              label={t('let.min')}
              value={least}
              onValue={setLeast}
              unit={t('rent.days.unit')}
              inputMode="numeric"
              autoComplete="off"
            />
            <Field label={t('let.max')} value={most} onValue={setMost} unit={t('rent.days.unit')} inputMode="numeric" autoComplete="off" />
          </div>
          {range.why ? (
            <p className="field-error" role="alert">
              {t(range.why, { most: MAX_RENTAL_DAYS })}
            </p>
          ) : null}
          <SelectField
            label={t('let.duration')}
            value={open}
            onValue={setOpen}
            options={durations.map((value) => ({ value, text: t('list.days', { count: Number(value) }) }))}
            hint={t('let.many')}
          />
          <Field
            label={t('let.renter')}
            value={only}
            onValue={setOnly}
            placeholder="0x…"
            autoComplete="off"
            spellCheck={false}
            hint={t('let.renterHint')}
            error={who.why ? t(who.why) : null}
          />
          <Alert tone="weak">{t('let.stays')}</Alert>
          {split ? (
            <div>
              <p className="small mute">{t('let.split')}</p>
              <PriceSplitTable
                label={splitLabel(t, split, 'rental')}
                caption={t('price.caption')}
                payees={payeesOf(t, split, asset.owner, true, 'rental')}
                total={{ name: t('let.youReceive'), amount: `${formatWei(split.seller)} ${t('unit.eth')}` }}
              />
            </div>
          ) : null}
          <p className="note">{t('let.note')}</p>
        </DialogBody>
      </form>
    </Dialog>
  )
}
