import type { TypedDataDefinition } from 'viem'
import { getConnection, getWalletClient, switchChain } from 'wagmi/actions'
import { account } from './account.ts'
import type { FlowWallet } from './flow-ports.ts'
import { flowOpen } from './flow-store.ts'
import type { WalletConfig } from './wallet-config.ts'

/** The connected wallet, through the wallet library. Its dialog is shown again whenever the person is asked. */
export function createFlowWallet(config: WalletConfig, chainId: number): FlowWallet {
  return {
    ready: () =>
      new Promise((resolve) => {
        const stop = account.subscribe(check)
        function check() {
          if (account.get().status === 'restoring') return
          stop()
          resolve()
        }
        check()
      }),
    account: () => getConnection(config).address ?? null,
    chainId: () => getConnection(config).chainId ?? null,
    useChain: async () => {
      await switchChain(config, { chainId })
    },
    sign: async (signer, data) => {
      flowOpen.set(true)
      const client = await getWalletClient(config, { account: signer, chainId })
      return client.signTypedData({ account: signer, ...data } as unknown as TypedDataDefinition & { account: typeof signer })
    },
    send: async (sender, { to, data, value }) => {
      flowOpen.set(true)
      const client = await getWalletClient(config, { account: sender, chainId })
      return client.sendTransaction({ account: sender, to, data, value: BigInt(value) })
    },
  }
}
