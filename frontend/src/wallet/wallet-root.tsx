import '../lib/text/load-later-words.ts'
import type { PublicConfig } from '@daedal/protocol/accounts/api'
import { LOCAL_CHAIN_ID } from '@daedal/protocol/chains/deployment'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo } from 'react'
import { WagmiContext } from 'wagmi'
import { configQuery } from '../lib/status.ts'
import { useStore } from '../lib/store.ts'
import { AccountSheet } from './account-sheet.tsx'
import { AccountSync } from './account-sync.tsx'
import { ConnectDialog } from './connect-dialog.tsx'
import { FlowDialog } from './flow-dialog.tsx'
import { walletDialog } from './intent.ts'
import { createWalletConfig } from './wallet-config.ts'

const DevelopmentWallet = lazy(() =>
  import('./development/development-wallet.tsx').then((module) => ({ default: module.DevelopmentWallet })),
)

/** The wallet library and its dialogs, once the deployment is known. */
export function WalletRoot() {
  const { data: config } = useQuery(configQuery)
  const wallet = useMemo(() => (config ? createWalletConfig(config) : null), [config])
  if (!config || !wallet) return null
  return (
    // Not WagmiProvider: without reconnecting by itself, it forgets the connection whenever it is rendered again.
    <WagmiContext value={wallet}>
      <WalletDialogs config={config} />
    </WagmiContext>
  )
}

function WalletDialogs({ config }: { config: PublicConfig }) {
  const dialog = useStore(walletDialog)
  return (
    <>
      <AccountSync local={config.chain.local} />
      {dialog === 'connect' ? <ConnectDialog /> : null}
      {dialog === 'account' ? <AccountSheet config={config} /> : null}
      <FlowDialog config={config} />
      {config.chain.local && config.chain.id === LOCAL_CHAIN_ID ? (
        <Suspense fallback={null}>
          <DevelopmentWallet config={config} />
        </Suspense>
      ) : null}
    </>
  )
}
