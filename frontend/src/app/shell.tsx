import { Outlet } from '@tanstack/react-router'
import { useText } from '../lib/text/use-text.ts'
import { WalletHost } from '../wallet/wallet-host.tsx'
import { Header } from './header.tsx'
import { StatusBanner } from './status-banner.tsx'
import { TabBar } from './tab-bar.tsx'

/** What stands around every page. */
export function Shell() {
  const t = useText()
  return (
    <>
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      <Header />
      <StatusBanner />
      <Outlet />
      <TabBar />
      <WalletHost />
    </>
  )
}
