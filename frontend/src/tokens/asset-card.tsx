import { proofKinds } from '@daedal/protocol/provenance/disclosure'
import type { AssetSummary } from '@daedal/protocol/tokens/api'
import { Link } from '@tanstack/react-router'
import { formatDuration, formatWei, shortHex } from '../lib/format.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { currencyUnit } from '../market/currency-unit.ts'
import { AiLabel } from '../ui/ai-label.tsx'
import { Card } from '../ui/card.tsx'
import { Hash } from '../ui/hash.tsx'
import { Icon } from '../ui/icon.tsx'
import { boundedRatio } from '../ui/justify.ts'
import { Plate } from '../ui/plate.tsx'
import { RungBadge } from '../ui/rung-badge.tsx'

/** The shape of an asset's plate in a list. */
export const ratioOf = (asset: Pick<AssetSummary, 'width' | 'height'>): number => boundedRatio(asset.width, asset.height)

/** The step on the proof ladder. */
export const rungOf = (proof: AssetSummary['proof']) => proofKinds.indexOf(proof) as 0 | 1 | 2 | 3 | 4

/** An asset in a list. One link covers the card. */
export function AssetCard({ asset, eager }: { asset: AssetSummary; eager?: boolean }) {
  const t = useText()
  const ratio = ratioOf(asset)
  return (
    <Card
      ratio={ratio}
      wide={ratio >= 1.4}
      plate={
        <Plate src={asset.image} alt={asset.description} ratio={ratio} eager={eager ?? false}>
          {asset.modelRole ? <ModelSign role={asset.modelRole} /> : null}
        </Plate>
      }
      imprint={
        <>
          <AiLabel word={t('ai.word')} how={t('ai.generated')} />
          <RungBadge rung={rungOf(asset.proof)} word={t(`proof.${asset.proof}`)} />
        </>
      }
      title={
        <Link className="hit" to="/assets/$" params={{ _splat: asset.id }}>
          {asset.name}
        </Link>
      }
      by={
        <>
          {t('card.by', { kind: t(`kind.${asset.kind}`) })} <Hash value={asset.creator}>{shortHex(asset.creator)}</Hash>
          {asset.escrow ? <span className="line">{t(`card.heldBy.${asset.escrow.by}`)}</span> : null}
        </>
      }
      ask={<Ask asset={asset} />}
    />
  )
}

/** Says that there is more than a picture: a model to turn, or a world to walk in. */
function ModelSign({ role }: { role: NonNullable<AssetSummary['modelRole']> }) {
  const t = useText()
  return (
    <span className="sign">
      <Icon name={role === 'world' ? 'world' : 'item'} size={14} />
      <span aria-hidden="true">{t(role === 'world' ? 'card.sign.walk' : 'card.sign.turn')}</span>
      <span className="vh">{t(`card.model.${role}`)}</span>
    </span>
  )
}

/** Price left, one fact right. */
function Ask({ asset }: { asset: AssetSummary }) {
  const t = useText()
  const language = useLanguage()
  const { auction } = asset
  if (auction && !asset.listing) {
    const left = Number(auction.endTime) - Date.now() / 1_000
    const open = auction.outcome === null && left > 0
    return (
      <>
        <b>
          {formatWei(auction.bid ?? auction.reserve)}
          <small> {t(currencyUnit(auction.currency))}</small>
        </b>
        <span className="mute">
          {open ? t(auction.bid ? 'card.bid' : 'card.reserve', { left: formatDuration(left, language) }) : t('card.inAuction')}
        </span>
      </>
    )
  }
  const fact = asset.bestOffer
    ? t('card.bestOffer', { price: formatWei(asset.bestOffer.price, { decimals: 2 }) })
    : asset.lastSale
      ? t('card.lastSale', { price: formatWei(asset.lastSale.price, { decimals: 2 }) })
      : ''
  if (!asset.listing)
    return (
      <>
        <span className="mute">{t('card.notForSale')}</span>
        <span className="mute">{fact}</span>
      </>
    )
  return (
    <>
      <b>
        {formatWei(asset.listing.price)}
        <small> {t('unit.eth')}</small>
      </b>
      <span className="mute">{fact}</span>
    </>
  )
}
