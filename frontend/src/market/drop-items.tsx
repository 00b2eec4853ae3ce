import type { DropDetail, DropItem } from '@daedal/protocol/market/drop-api'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { formatCount } from '../lib/format.ts'
import { useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Plate } from '../ui/plate.tsx'
import { Section } from '../ui/section.tsx'
import { drops } from './drops.ts'

/** The items where they are known to everybody, in the creator's order; else why they are not shown. */
export function DropItems({ drop }: { drop: DropDetail }) {
  const t = useText()
  const known = drop.items !== null
  const query = useInfiniteQuery({ ...drops.items(drop.id), enabled: known })
  // Until the list is there, the items that came with the drop stand in it.
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.data) ?? drop.items?.data ?? [], [query.data, drop.items])
  return (
    <Section title={t('drops.items')} aside={t('drops.items.count', { count: formatCount(drop.supply) })}>
      {known ? (
        <ul className="drop-items">
          {items.map((item) => (
            <li key={item.item}>
              <Item item={item} sold={drop.sold} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="mute">{t(drop.offset === null ? 'drops.items.sealed' : 'drops.items.unpublished')}</p>
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

function Item({ item, sold }: { item: DropItem; sold: number }) {
  const t = useText()
  const name = item.name ?? t('drops.item', { item: item.item + 1 })
  const taken = item.ticket !== null && item.ticket < sold
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
      <p className="small mute">
        {taken
          ? t(item.minted ? 'drops.item.delivered' : 'drops.item.taken', { ticket: formatCount((item.ticket ?? 0) + 1) })
          : t('drops.item.free')}
      </p>
    </div>
  )
}
