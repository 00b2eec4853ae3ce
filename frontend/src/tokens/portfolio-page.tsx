import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { shortHex } from '../lib/format.ts'
import { describeProblem } from '../lib/problem.ts'
import { textOf } from '../lib/search-params.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { useDelayed } from '../lib/use-delayed.ts'
import { usePageTitle } from '../lib/use-page-title.ts'
import { PendingPayments } from '../market/pending-payments.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { Hash } from '../ui/hash.tsx'
import { isSame, useAccount } from '../wallet/account.ts'
import { openWallet } from '../wallet/intent.ts'
import { portfolio } from './portfolio.ts'
import { PortfolioAssets } from './portfolio-assets.tsx'
import { PortfolioAuctions } from './portfolio-auctions.tsx'
import { PortfolioFigures } from './portfolio-figures.tsx'
import { PortfolioOrders } from './portfolio-orders.tsx'
import { PortfolioRentals } from './portfolio-rentals.tsx'
import { PortfolioTickets } from './portfolio-tickets.tsx'

/** What an account owns, made, listed, offered and was offered. The person's own, or the one in the address. */
export function PortfolioPage() {
  const t = useText()
  const search = useSearch({ from: '/portfolio' })
  const { address: own, label } = useAccount()
  const asked = textOf(search.account)
  const address = asked && /^0x[0-9a-fA-F]{40}$/.test(asked) ? asked : own
  usePageTitle(t('nav.portfolio'))
  return (
    <main id="main" className="wrap page">
      <div className="page-head">
        <h1>{t('nav.portfolio')}</h1>
        {address ? (
          <p className="mute">
            {isSame(address, own) && label ? `${label} ` : ''}
            <Hash value={address}>{shortHex(address)}</Hash>
          </p>
        ) : null}
      </div>
      {address ? (
        <Account key={address.toLowerCase()} address={address} own={isSame(address, own)} />
      ) : (
        <EmptyState title={t('portfolio.connect.title')} text={t('portfolio.connect.text')}>
          <Button look="main" onClick={() => openWallet('connect')}>
            {t('wallet.connect')}
          </Button>
        </EmptyState>
      )}
    </main>
  )
}

function Account({ address, own }: { address: string; own: boolean }) {
  const t = useText()
  const language = useLanguage()
  const query = useQuery(portfolio.of(address))
  const late = useDelayed(query.isPending, 2_000)
  if (query.data)
    return (
      <>
        {own ? <PendingPayments account={query.data.address} paused={null} /> : null}
        <PortfolioFigures portfolio={query.data} />
        <PortfolioAuctions escrowed={query.data.escrowed} answeredAt={query.dataUpdatedAt} />
        <PortfolioRentals address={query.data.address} own={own} />
        <PortfolioTickets account={query.data.address} />
        <PortfolioAssets portfolio={query.data} />
        <PortfolioOrders portfolio={query.data} own={own} />
      </>
    )
  if (query.isError)
    return <ErrorBanner {...describeProblem(query.error, language)} retryLabel={t('act.retry')} onRetry={() => void query.refetch()} />
  return (
    <p className="mute" role="status">
      {late ? t('app.waitingFor', { what: t('portfolio.loading') }) : t('app.loading')}
    </p>
  )
}
