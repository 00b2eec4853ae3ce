import type { PublicConfig } from '@daedal/protocol/accounts/api'
import { defineChain } from 'viem'
import { createConfig, http } from 'wagmi'

/** The deployment's chain, read through its own RPC endpoint: no third party is asked. */
export function createWalletConfig(config: PublicConfig) {
  const rpcUrl = new URL(config.chain.rpcUrl, location.origin).href
  const chain = defineChain({
    id: config.chain.id,
    name: config.chain.name,
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
    ...(config.chain.explorerUrl ? { blockExplorers: { default: { name: 'Explorer', url: config.chain.explorerUrl } } } : {}),
  })
  return createConfig({
    chains: [chain],
    transports: { [chain.id]: http(rpcUrl) },
    connectors: [],
    multiInjectedProviderDiscovery: true,
    // Who was connected is remembered by `account.ts`, where pages can read it without this library.
    storage: null,
    pollingInterval: config.chain.local ? 400 : 4_000,
  })
}

export type WalletConfig = ReturnType<typeof createWalletConfig>
