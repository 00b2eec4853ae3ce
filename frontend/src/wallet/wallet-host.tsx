import { CatchBoundary } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useStore } from '../lib/store.ts'
import { useText } from '../lib/text/use-text.ts'
import { account } from './account.ts'
import { flow, flowOpen, useFlow } from './flow-store.ts'
import { walletWanted } from './intent.ts'

const FlowChip = lazy(() => import('./flow-chip.tsx').then((module) => ({ default: module.FlowChip })))
const WalletRoot = lazy(() => import('./wallet-root.tsx').then((module) => ({ default: module.WalletRoot })))

/** The place of the wallet and its dialogs. Loads nothing until someone wants a wallet. */
export function WalletHost() {
  const wanted = useStore(walletWanted)
  const open = useStore(flowOpen)
  const closed = useFlow() !== null && !open
  return (
    <>
      <Suspense fallback={null}>{closed ? <FlowChip /> : null}</Suspense>
      {wanted ? (
        <CatchBoundary getResetKey={() => 'wallet'} errorComponent={WalletFailed}>
          <Suspense fallback={null}>
            <WalletRoot />
          </Suspense>
        </CatchBoundary>
      ) : null}
    </>
  )
}

/** The wallet broke or could not be loaded: the page goes on without it, and says so. */
function WalletFailed() {
  const t = useText()
  return (
    <div className="flow-chip" role="alert">
      <span>{t('wallet.failed')}</span>
      <button type="button" className="link-button" onClick={() => location.reload()}>
        {t('act.retry')}
      </button>
    </div>
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
