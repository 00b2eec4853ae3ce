import { useQuery } from '@tanstack/react-query'
import { api } from '../lib/api.ts'
import { useAccount } from '../wallet/account.ts'

/** Pictures at most: no gallery has more frames. */
const MOST = 48
const nothing: readonly string[] = []

/** Addresses of pictures that the connected account owns, the newest first; null until they are known. None where none are `wanted`. */
export function useOwnPictures(wanted: boolean): readonly string[] | null {
  const { address } = useAccount()
  const asking = wanted && address !== null
  const { data, isError } = useQuery({
    queryKey: ['models', 'pictures', address],
    queryFn: async ({ signal }) => {
      const page = await api.assets({ ...(address && { owner: address }), limit: MOST }, { signal })
      return page.data.map(({ image }) => image)
    },
    enabled: asking,
    retry: false,
  })
  // Frames that stay empty keep nobody from walking.
  return !asking || isError ? nothing : (data ?? null)
}
