import type { PublicConfig } from '@daedal/protocol/accounts/api'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { PublicClient } from 'viem'
import { useConfig } from 'wagmi'
import { getPublicClient } from 'wagmi/actions'
import { api } from '../lib/api.ts'
import { refreshAll } from '../lib/event-stream.ts'
import { createFlowChain } from './flow-chain.ts'
import { flowRun } from './flow-run.ts'
import { flow, useFlow, wasBegunHere } from './flow-store.ts'
import { createFlowWallet } from './flow-wallet.ts'
import { createFlowRunner, type FlowRunner } from './run-flow.ts'
import type { WalletConfig } from './wallet-config.ts'

/** Only one tab of this site works on a flow. Without the browser's locks each tab stands for itself. */
const exclusive = async <T>(work: () => Promise<T>): Promise<T | null> =>
  navigator.locks ? navigator.locks.request('daedal.flow', { ifAvailable: true }, (lock) => (lock ? work() : null)) : work()

/** Works on the flow that is kept in the browser. One that was begun in this page asks the wallet at once; a restored one waits for a click. */
export function useFlowRunner({ chain, contracts }: PublicConfig): FlowRunner {
  const wallet = useConfig() as unknown as WalletConfig
  const queries = useQueryClient()
  const current = useFlow()
  const runner = useMemo(
    () =>
      createFlowRunner(
        {
          wallet: createFlowWallet(wallet, chain.id),
          chain: createFlowChain(getPublicClient(wallet) as PublicClient),
          service: api,
          venue: {
            chainId: chain.id,
            market: contracts.market,
            collection: contracts.assetCollection,
            wrappedEther: contracts.wrappedEther,
            auctionHouse: contracts.auctionHouse ?? null,
            rentals: contracts.rentals ?? null,
            drops: contracts.drops ?? null,
          },
          pollMs: chain.local ? 300 : 3_000,
          now: Date.now,
          exclusive,
          sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
        },
        flow,
        flowRun,
        () => refreshAll(queries),
      ),
    [wallet, queries, chain, contracts],
  )
  const id = current?.id
  useEffect(() => {
    if (id) void runner.goOn({ mayAsk: wasBegunHere(id) })
  }, [runner, id])
  return runner
}
