import type { Address } from '@daedal/protocol/scalars'
import { createStore, useStore } from '../lib/store.ts'
import { readStored, writeStored } from '../lib/stored.ts'

/**
 * Who is connected. Pages read this; the wallet library itself is loaded only on intent.
 * `restoring` has the address of the last visit, which the wallet has not confirmed yet.
 */
export type Account =
  | { status: 'none'; address: null; label: null; chainId: null }
  | { status: 'restoring' | 'connected'; address: Address; label: string | null; chainId: number | null }

const nobody: Account = { status: 'none', address: null, label: null, chainId: null }

function remembered(): Account {
  const value = readStored('account') as { address?: unknown; label?: unknown } | null
  if (typeof value?.address !== 'string' || !/^0x[0-9a-fA-F]{40}$/.test(value.address)) return nobody
  return {
    status: 'restoring',
    address: value.address as Address,
    label: typeof value.label === 'string' ? value.label : null,
    chainId: null,
  }
}

/** The connected account of this page. */
export const account = createStore<Account>(remembered())
export const useAccount = (): Account => useStore(account)

/** Id of the wallet that was connected last; null when it was disconnected. */
export function rememberedWallet(): string | null {
  const wallet = (readStored('account') as { wallet?: unknown } | null)?.wallet
  return typeof wallet === 'string' ? wallet : null
}

/** The wallet of the last visit has not answered: nobody is connected for now. It is still remembered, in case it is only late. */
export function missWallet(): void {
  if (account.get().status === 'restoring') account.set(nobody)
}

/** Called by the wallet when the connection changes. `wallet` is its id. */
export function setAccount(next: { address: Address; label: string | null; chainId: number; wallet: string } | null): void {
  if (!next) {
    writeStored('account', null)
    account.set(nobody)
    return
  }
  const { address, label, chainId, wallet } = next
  writeStored('account', { address, label, wallet })
  account.set({ status: 'connected', address, label, chainId })
}

/** Whether two addresses are one, whatever their letter case. */
export const isSame = (a: string | null | undefined, b: string | null | undefined): boolean =>
  Boolean(a && b) && a?.toLowerCase() === b?.toLowerCase()
