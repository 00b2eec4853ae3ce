import { parseTokenRef } from '@daedal/protocol/chains/caip'
import type { DropDetail, DropItem } from '@daedal/protocol/market/drop-api'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { formatCount } from '../lib/format.ts'
import { statusQuery } from '../lib/status.ts'
import { useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Plate } from '../ui/plate.tsx'
import { Section } from '../ui/section.tsx'
import { useAccount } from '../wallet/account.ts'
import { startFlow } from '../wallet/flow-store.ts'
import { canTakeBack } from './drop-acts.ts'
import { drops } from './drops.ts'

/** The items where they are known to everybody, in the creator's order; else why they are not shown. */
export function DropItems({ drop }: { drop: DropDetail }) {
  const t = useText()
  const { address } = useAccount()
  const { data: status } = useQuery(statusQuery)
  const paused = status?.chain === 'down' ? t('price.why.chain') : null
  const known = drop.items !== null
  const query = useInfiniteQuery({ ...drops.items(drop.id), enabled: known })
  // Until the list is there, the items that came with the drop stand in it.
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.data) ?? drop.items?.data ?? [], [query.data, drop.items])
  const takeBack = ({ item, asset, name, image }: DropItem) => {
    const tokenId = parseTokenRef(asset)?.tokenId
    if (!address || tokenId === undefined) return
    const request = { kind: 'take-back', drop: drop.id, item, tokenId: tokenId.toString(), to: address } as const
    startFlow(request, { title: name ?? t('drops.item', { item: item + 1 }), image, asset, price: null, unit: null })
  }
  return (
    <Section title={t('drops.items')} aside={t('drops.items.count', { count: formatCount(drop.supply) })}>
      {items.some((item) => canTakeBack(drop, item, address)) ? <p className="note">{t('drops.items.takeBack')}</p> : null}
      {known ? (
        <ul className="drop-items">
          {items.map((item) => (
            <li key={item.item}>
              <Item item={item} drop={drop} />
              {canTakeBack(drop, item, address) ? (
                <Button small why={paused} onClick={() => takeBack(item)}>
                  {t('drops.act.take-back')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="mute">
          {t(drop.offset !== null ? 'drops.items.unpublished' : drop.state === 'over' ? 'drops.neverRevealed' : 'drops.items.sealed')}
        </p>
      )}
      {known && query.hasNextPage ? (
        <p className="more">
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('act.more')}
          </Button>
        </p>
      ) : null}
    </Section>
  )
}

function Item({ item, drop }: { item: DropItem; drop: DropDetail }) {
  const t = useText()
  const name = item.name ?? t('drops.item', { item: item.item + 1 })
  return (
    <div className="card">
      <Plate src={item.image} alt="" ratio={1} />
      <p className="title">
        {item.minted ? (
          <Link className="hit" to="/assets/$" params={{ _splat: item.asset }}>
            {name}
          </Link>
        ) : (
          name
        )}
      </p>
      <p className="small mute">{t(`drops.item.${itemState(drop, item)}`, { ticket: formatCount((item.ticket ?? 0) + 1) })}</p>
    </div>
  )
}

/** What became of an item, or will. */
function itemState({ sold, now, deliverBy }: DropDetail, { ticket, minted, held }: DropItem) {
  if (ticket === null || ticket >= sold) return 'free'
  if (held) return BigInt(now) < BigInt(deliverBy) ? 'held' : 'late'
  return minted ? 'delivered' : 'taken'
}
