import { lazy, Suspense } from 'react'
import { useStore } from '../lib/store.ts'
import { account } from './account.ts'
import { FlowChip } from './flow-chip.tsx'
import { flow, flowOpen } from './flow-store.ts'
import { walletWanted } from './intent.ts'

const WalletRoot = lazy(() => import('./wallet-root.tsx').then((module) => ({ default: module.WalletRoot })))

/** The place of the wallet and its dialogs. Loads nothing until someone wants a wallet. */
export function WalletHost() {
  const wanted = useStore(walletWanted)
  return (
    <>
      <FlowChip />
      {wanted ? (
        <Suspense fallback={null}>
          <WalletRoot />
        </Suspense>
      ) : null}
    </>
  )
}

/** After the first paint: brings back the connection of the last visit and a flow that a reload interrupted. */
export function restoreWallet(): void {
  const interrupted = flow.get() !== null
  if (interrupted) flowOpen.set(true)
  if (!interrupted && account.get().status === 'none') return
  const load = () => walletWanted.set(true)
  if (document.readyState === 'complete') setTimeout(load, interrupted ? 0 : 800)
  else addEventListener('load', () => setTimeout(load, interrupted ? 0 : 800), { once: true })
}
