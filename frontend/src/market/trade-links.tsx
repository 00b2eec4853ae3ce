import { Link } from '@tanstack/react-router'
import { useText } from '../lib/text/use-text.ts'

/** The ways to come to an asset here, and what worlds pay with, each with its page. */
const ways = [
  { to: '/', key: 'trade.everything' },
  { to: '/auctions', key: 'trade.auctions' },
  { to: '/rentals', key: 'trade.rentals' },
  { to: '/drops', key: 'trade.drops' },
  { to: '/currencies', key: 'trade.currencies' },
] as const

/** A row of links over the pages that sell. */
export function TradeLinks() {
  const t = useText()
  return (
    <nav className="ways" aria-label={t('trade.ways')}>
      {ways.map(({ to, key }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
          {t(key)}
        </Link>
      ))}
    </nav>
  )
}
