import type { AssetDetail } from '@daedal/protocol/tokens/api'
import { Link } from '@tanstack/react-router'
import { useText } from '../lib/text/use-text.ts'
import { AiLabel } from '../ui/ai-label.tsx'
import { RungBadge } from '../ui/rung-badge.tsx'
import { AccountName } from '../wallet/account-name.tsx'
import { rungOf } from './asset-card.tsx'

/** Name, maker and owner, or of an edition how much there is of it, the AI label and the proof. */
export function AssetHead({ asset }: { asset: AssetDetail }) {
  const t = useText()
  return (
    <>
      <p className="crumb">
        <Link to="/" search={{ kind: asset.kind }}>
          {t(`asset.kinds.${asset.kind}`)}
        </Link>
      </p>
      <h1>{asset.name}</h1>
      <p className="by">
        {t('asset.by')}{' '}
        <Link to="/" search={{ creator: asset.creator }}>
          <AccountName address={asset.creator} />
        </Link>
        {t('asset.comma')}
        {asset.escrow?.owner ? (
          <>
            {t('auction.inBy')}{' '}
            <Link to="/portfolio" search={{ account: asset.escrow.owner }}>
              <AccountName address={asset.escrow.owner} />
            </Link>
          </>
        ) : asset.escrow ? (
          t('asset.inDrop')
        ) : asset.owner ? (
          <>
            {t('asset.ownedBy')}{' '}
            <Link to="/" search={{ owner: asset.owner }}>
              <AccountName address={asset.owner} />
            </Link>
          </>
        ) : null}
        {asset.units ? t('asset.units', { minted: asset.units.minted, cap: asset.units.cap, holders: asset.holders }) : null}
      </p>
      <div className="marks">
        <AiLabel word={t('ai.word')} how={t(`asset.how.${asset.disclosure}`)} />
        <RungBadge rung={rungOf(asset.proof)} word={t(`proof.${asset.proof}`)} />
      </div>
    </>
  )
}
