import type { Address } from '@daedal/protocol/scalars'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { configQuery } from '../lib/status.ts'
import { useText } from '../lib/text/use-text.ts'
import { rentalSearchOf } from '../market/rental-filters.ts'
import { rentals } from '../market/rentals.ts'
import { TenanciesTable } from '../market/tenancies-table.tsx'
import { Section } from '../ui/section.tsx'

/** What an account rents and lets at present, and its tokens that are still held when their term is over; nothing where there is none. */
export function PortfolioRentals({ address, own }: { address: Address; own: boolean }) {
  const { data: config } = useQuery(configQuery)
  if (!config?.contracts.rentals) return null
  return (
    <>
      <Side address={address} side="user" own={own} />
      <Side address={address} side="owner" own={own} />
    </>
  )
}

function Side({ address, side, own }: { address: Address; side: 'user' | 'owner'; own: boolean }) {
  const t = useText()
  const query = useInfiniteQuery(rentals.tenancies({ [side]: address, state: 'active', limit: 100 }))
  const lets = side === 'owner'
  const held = useInfiniteQuery({ ...rentals.tenancies({ owner: address, state: 'over', held: true, limit: 100 }), enabled: lets })
  // What was asked for the other side of the page is known here, too.
  const asked = lets ? [held, query] : [query]
  const rows = asked.flatMap(({ data }) => data?.pages.flatMap((page) => page.data) ?? [])
  if (!rows.length) return null
  const title = t(side === 'user' ? 'portfolio.renting' : 'portfolio.letting')
  return (
    <Section
      title={title}
      aside={
        own ? (
          <Link to="/rentals" search={rentalSearchOf({ view: 'yours', free: 'all', sort: 'newest' })}>
            {t('portfolio.rentals.all')}
          </Link>
        ) : null
      }
    >
      <TenanciesTable caption={title} rows={rows} answeredAt={query.dataUpdatedAt} side={side} own={own} />
    </Section>
  )
}
