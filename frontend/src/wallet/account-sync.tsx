import { useEffect, useRef } from 'react'
import { useConfig, useConnection, useConnectors } from 'wagmi'
import { reconnect } from 'wagmi/actions'
import { useStore } from '../lib/store.ts'
import { account, rememberedWallet, setAccount } from './account.ts'
import { DEVELOPMENT_RDNS } from './development/rdns.ts'
import { developmentName } from './development/selection.ts'
import { pendingRequest, startFlow } from './flow-store.ts'
import { walletDialog } from './intent.ts'

const giveUpMs = 4_000

/** Tells the pages who is connected, and brings back the connection of the last visit. */
export function AccountSync({ local }: { local: boolean }) {
  const config = useConfig()
  const connectors = useConnectors()
  const { address, chainId, connector, status } = useConnection()
  const name = useStore(developmentName)
  const tried = useRef(new Set<string>())

  useEffect(() => {
    // Wallets announce themselves one by one; the one of the last visit gets one try.
    if (account.get().status !== 'restoring') return
    const wallet = rememberedWallet()
    const fresh = connectors.filter((candidate) => candidate.id === wallet && !tried.current.has(candidate.uid))
    for (const candidate of fresh) tried.current.add(candidate.uid)
    if (fresh.length) void reconnect(config, { connectors: fresh })
  }, [config, connectors])

  useEffect(() => {
    const timer = setTimeout(() => {
      if (account.get().status === 'restoring') setAccount(null)
    }, giveUpMs)
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
