import type { RentalOfferQuery, TenancyQuery } from '@daedal/protocol/market/rental-api'
import type { Address, Hex32 } from '@daedal/protocol/scalars'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '../lib/api.ts'

/** Reads of offers to let and of tenancies: key and fetcher in one value. */
export const rentals = {
  offers: (query: RentalOfferQuery) =>
    infiniteQueryOptions({
      queryKey: ['market', 'rental-offers', query],
      queryFn: ({ pageParam, signal }) => api.rentalOffers(pageParam ? { ...query, cursor: pageParam } : query, { signal }),
      initialPageParam: '',
      getNextPageParam: (page) => page.page.next,
    }),
  tenancies: (query: TenancyQuery) =>
    infiniteQueryOptions({
      queryKey: ['market', 'tenancies', query],
      queryFn: ({ pageParam, signal }) => api.tenancies(pageParam ? { ...query, cursor: pageParam } : query, { signal }),
      initialPageParam: '',
      getNextPageParam: (page) => page.page.next,
    }),
  /** What an account may take of an asset, the cheapest first. */
  offersOf: (asset: string, account: Address | null) =>
    queryOptions({
      queryKey: ['market', 'rental-offers-of', asset, account?.toLowerCase() ?? null],
      queryFn: async ({ signal }) => {
        const query = { asset, state: 'active', sort: 'price', ...(account && { renter: account }) } as const
        return (await api.rentalOffers(query, { signal })).data
      },
    }),
  /** What an owner offers of an asset, whether or not it can be taken. */
  ownOffersOf: (asset: string, owner: Address) =>
    queryOptions({
      queryKey: ['market', 'rental-offers-own', asset, owner.toLowerCase()],
      queryFn: async ({ signal }) => (await api.rentalOffers({ asset, owner, state: ['active', 'pending', 'inactive'] }, { signal })).data,
    }),
  /** The tenancy that an asset is in; null when it is in none that was begun here. */
  currentOf: (asset: string) =>
    queryOptions({
      queryKey: ['market', 'tenancy-of', asset],
      queryFn: async ({ signal }) => (await api.tenancies({ asset, state: 'active', limit: 1 }, { signal })).data[0] ?? null,
    }),
  /** What renting for so many days would take: until when, where the money goes, gas, or why it is refused. */
  preparation: (hash: Hex32, renter: Address, days: number) =>
    queryOptions({
      queryKey: ['market', 'rent', hash, renter.toLowerCase(), days],
      queryFn: () => api.rentAsset(hash, { renter, days }),
      retry: false,
    }),
}
