import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { createSiweMessage } from 'viem/siwe'
import { useSignMessage } from 'wagmi'
import { api } from '../lib/api.ts'
import { isSame } from './account.ts'

const sessionKey = ['session'] as const
const statement = 'Sign in to Daedal.'

/** Signing in with the connected account (ERC-4361): the service then knows that the account is this person's. */
export function useSignIn(address: `0x${string}` | undefined, chainId: number) {
  const queries = useQueryClient()
  const message = useSignMessage()
  const session = useQuery({ queryKey: sessionKey, queryFn: ({ signal }) => api.session({ signal }), staleTime: 60_000 })
  const signIn = useMutation({
    mutationFn: async (account: `0x${string}`) => {
      const { nonce } = await api.sessionNonce()
      const text = createSiweMessage({
        address: account,
        chainId,
        domain: location.host,
        uri: location.origin,
        nonce,
        statement,
        version: '1',
        issuedAt: new Date(),
      })
      const signature = await message.mutateAsync({ account, message: text })
      return api.signIn({ message: text, signature })
    },
    onSuccess: (value) => queries.setQueryData(sessionKey, value),
  })
  const signOut = useMutation({
    mutationFn: () => api.signOut(),
    onSuccess: () => queries.setQueryData(sessionKey, { address: null, csrf: null, expiresAt: null }),
  })
  return {
    signedIn: isSame(session.data?.address, address),
    signIn: () => {
      if (address) signIn.mutate(address)
    },
    signOut: () => signOut.mutate(),
    pending: signIn.isPending || signOut.isPending,
    error: signIn.error ?? signOut.error,
  }
}
