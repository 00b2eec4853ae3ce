import { useEffect, useRef } from 'react'
import { useConfig, useConnection, useConnectors } from 'wagmi'
import { reconnect } from 'wagmi/actions'
import { useStore } from '../lib/store.ts'
import { account, missWallet, rememberedWallet, setAccount } from './account.ts'
import { DEVELOPMENT_RDNS } from './development/rdns.ts'
import { developmentName } from './development/selection.ts'
import { pendingRequest, startFlow } from './flow-store.ts'
import { walletDialog } from './intent.ts'

const giveUpMs = 6_000

/** Tells the pages who is connected, and brings back the connection of the last visit. */
export function AccountSync({ local }: { local: boolean }) {
  const config = useConfig()
  const connectors = useConnectors()
  const { address, chainId, connector, status } = useConnection()
  const name = useStore(developmentName)
  const wanted = useRef(account.get().status === 'restoring' ? rememberedWallet() : null)

  useEffect(() => {
    // Wallets announce themselves one by one, some late; the one of the last visit gets one try.
    const connector = wanted.current ? connectors.find((candidate) => candidate.id === wanted.current) : undefined
    if (!connector) return
    wanted.current = null
    void reconnect(config, { connectors: [connector] }).then((connections) => {
      if (!connections.length && account.get().status !== 'connected') setAccount(null)
    })
  }, [config, connectors])

  useEffect(() => {
    const timer = setTimeout(missWallet, giveUpMs)
    return () => clearTimeout(timer)
  }, [])

  useEffect(() => {
    if (status === 'connected' && address) {
      const label = local && connector.id === DEVELOPMENT_RDNS ? name : null
      setAccount({ address, label, chainId, wallet: connector.id })
      if (walletDialog.get() === 'connect') walletDialog.set('none')
      const waiting = pendingRequest.get()
      if (waiting) startFlow(waiting.request, waiting.subject)
    } else if (status === 'disconnected' && account.get().status === 'connected') setAccount(null)
  }, [status, address, chainId, connector, local, name])

  return null
}
