import '../lib/text/load-later-words.ts'
import type { OrderView } from '@daedal/protocol/market/api'
import type { AssetSummary } from '@daedal/protocol/tokens/api'
import { formatWei } from '../lib/format.ts'
import { useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogBody } from '../ui/dialog.tsx'
import { PriceSplitTable } from '../ui/price-box.tsx'
import { startFlow } from '../wallet/flow-store.ts'
import { subjectOf } from './price-panel.tsx'
import { payeesOf, splitLabel } from './split-payees.tsx'

/** Shows what the owner would get for an offer, then sells. */
export function AcceptDialog({ asset, offer, onClose }: { asset: AssetSummary; offer: OrderView; onClose: () => void }) {
  const t = useText()
  const unit = t('unit.weth')
  const accept = () => {
    onClose()
    startFlow({ kind: 'accept', hash: offer.hash, limit: offer.split.seller }, subjectOf(asset, offer.price, 'WETH'))
  }
  return (
    <Dialog
      title={t('accept.title')}
      subtitle={`${asset.name}, ${formatWei(offer.price)} ${unit}`}
      image={asset.image}
      closeLabel={t('act.close')}
      onClose={onClose}
      footer={
        <>
          <Button look="main" onClick={accept}>
            {t('accept.act', { price: formatWei(offer.price) })}
          </Button>
          <Button onClick={onClose}>{t('act.cancel')}</Button>
        </>
      }
    >
      <DialogBody>
        <div>
          <PriceSplitTable
            label={splitLabel(t, offer.split)}
            caption={t('price.caption')}
            payees={payeesOf(t, offer.split, asset.owner, true)}
            total={{ name: t('price.youReceive'), amount: `${formatWei(offer.split.seller)} ${unit}` }}
          />
        </div>
      </DialogBody>
    </Dialog>
  )
}
