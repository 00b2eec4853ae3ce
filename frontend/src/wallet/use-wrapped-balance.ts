import type { PublicConfig } from '@daedal/protocol/accounts/api'
import { type Address, erc20Abi } from 'viem'
import { useReadContract } from 'wagmi'

/** Wrapped ether of an account, in wei; undefined while it is not known. */
export function useWrappedBalance(config: PublicConfig, address: Address | undefined): bigint | undefined {
  const { data } = useReadContract({
    abi: erc20Abi,
    address: config.contracts.wrappedEther,
    functionName: 'balanceOf',
    ...(address ? { args: [address] as const } : {}),
    query: { enabled: Boolean(address), refetchInterval: 5_000 },
  })
  return data
}
