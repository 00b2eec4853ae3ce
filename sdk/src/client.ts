import type { IndexStatus, PublicConfig, Session, SessionNonce, SignIn } from '@daedal/protocol/accounts/api'
import type { ErrorCode } from '@daedal/protocol/errors/codes'
import type { Problem } from '@daedal/protocol/errors/problem'
import type {
  CreatePersona,
  Generation,
  GenerationRequest,
  MintOpening,
  PersonaChat,
  PersonaReply,
  PersonaSummary,
  PreparedMint,
  PrepareMint,
  SignedMint,
  SignMint,
  UnderstandAnswer,
  UnderstandRequest,
} from '@daedal/protocol/generation/api'
import type {
  BestOrders,
  BestQuery,
  Cancellation,
  CancelOrders,
  Fulfillment,
  FulfillOrder,
  OrderPage,
  OrderQuery,
  OrderView,
  PreparedOrder,
  PrepareOrder,
  PublishOrder,
  Sweep,
  SweepOrders,
} from '@daedal/protocol/market/api'
import type {
  ActOnAuction,
  AuctionBidPage,
  AuctionBidQuery,
  AuctionDetail,
  AuctionPage,
  AuctionQuery,
  HouseAction,
  PlaceBid,
  PrepareAuction,
  PreparedAuction,
  PreparedBid,
  ReclaimAsset,
} from '@daedal/protocol/market/auction-api'
import type {
  ActOnDrop,
  BuyTickets,
  DeliverTickets,
  DropContents,
  DropDetail,
  DropDetailQuery,
  DropItemPage,
  DropItemQuery,
  DropPage,
  DropPublished,
  DropQuery,
  DropTicketPage,
  DropTicketQuery,
  PrepareDrop,
  PreparedDelivery,
  PreparedDrop,
  PreparedRefund,
  PreparedTickets,
  RefundTickets,
  TakeItemBack,
} from '@daedal/protocol/market/drop-api'
import type { PendingPayments, Withdraw } from '@daedal/protocol/market/payments'
import type {
  CancelRentalOffer,
  GiveBack,
  PreparedRental,
  PreparedRentalOffer,
  PrepareRentalOffer,
  PublishRentalOffer,
  ReleaseToken,
  RentAsset,
  RentalOfferPage,
  RentalOfferQuery,
  RentalOfferView,
  TenancyPage,
  TenancyQuery,
} from '@daedal/protocol/market/rental-api'
import type { ProvenanceEnvelope } from '@daedal/protocol/provenance/envelope'
import type {
  ActivityPage,
  ActivityQuery,
  AssetBatchAnswer,
  AssetDetail,
  AssetPage,
  AssetQuery,
  HolderPage,
  Portfolio,
} from '@daedal/protocol/tokens/api'
import type { Collection, CollectionPage, CollectionQuery } from '@daedal/protocol/tokens/collection'
import type { AssetPassport, OwnedAssetPage } from '@daedal/protocol/worlds/api'
import type {
  CurrencyBalancePage,
  CurrencyBalanceQuery,
  CurrencyDetail,
  CurrencyFlowQuery,
  CurrencyFlows,
  CurrencyPage,
  CurrencyQuery,
  CurrencyTransferPage,
  CurrencyTransferQuery,
} from '@daedal/protocol/worlds/currency-api'
import type { WorldDetail, WorldPage, WorldQuery } from '@daedal/protocol/worlds/world'
import { readEvents } from './events.ts'

/** An expected failure of the service: RFC 9457 problem with the product's `code`. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  /** Code of protocol/errors, or `NETWORK_UNREACHABLE` when no answer came. */
  readonly code: ErrorCode | 'NETWORK_UNREACHABLE'
  /** HTTP status; 0 when no answer came. */
  readonly status: number
  readonly detail: string | undefined
  /** Seconds to wait before the next try, when the service said so. */
  readonly retryAfter: number | undefined

  constructor(problem: { code: string; status: number; detail?: string | undefined; retryAfter?: number | undefined }, cause?: unknown) {
    super(problem.detail ?? problem.code, cause === undefined ? undefined : { cause })
    this.code = problem.code as ApiProblem['code']
    this.status = problem.status
    this.detail = problem.detail
    this.retryAfter = problem.retryAfter
  }
}

/** Where the provenance of an asset lies. */
export type ProvenanceAnswer = { cid: string; root: `0x${string}`; envelope: ProvenanceEnvelope; car: string }

export type ClientOptions = {
  /** Origin of the service, without a trailing slash; '' for the page's own. */
  baseUrl: string
  fetch?: typeof fetch
}

type Call = { signal?: AbortSignal }
type QueryValue = string | number | boolean | undefined | null | readonly (string | number)[] | Record<string, string | readonly string[]>

/** Writes query values as the service reads them: repeated keys for lists, `key[name]=value` for records. */
export function queryString(query: object): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(query) as [string, QueryValue][]) {
    if (value === undefined || value === null) continue
    if (Array.isArray(value)) for (const item of value) params.append(key, String(item))
    else if (typeof value === 'object')
      for (const [name, entry] of Object.entries(value)) for (const item of [entry].flat()) params.append(`${key}[${name}]`, item)
    else params.append(key, String(value))
  }
  const text = params.toString()
  return text ? `?${text}` : ''
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const retryAfter = Number(response.headers.get('retry-after')) || undefined
  const body = (await response.json().catch(() => null)) as Partial<Problem> | null
  return new ApiProblem({ code: body?.code ?? 'SERVER_FAILED', status: response.status, detail: body?.detail ?? body?.title, retryAfter })
}

/** A typed client of the HTTP API. Every method throws {@link ApiProblem} on an expected failure. */
export function createClient({ baseUrl, fetch: fetcher = fetch }: ClientOptions) {
  let csrf: string | null = null

  async function request(
    method: string,
    path: string,
    body: unknown,
    { signal }: Call,
    accept = 'application/json',
    isRetry = false,
  ): Promise<Response> {
    const headers: Record<string, string> = { accept }
    if (body !== undefined) headers['content-type'] = 'application/json'
    if (csrf && method !== 'GET') headers['x-csrf-token'] = csrf
    const init: RequestInit = { method, headers, credentials: 'same-origin' }
    if (body !== undefined) init.body = JSON.stringify(body)
    if (signal) init.signal = signal
    const response = await fetcher(`${baseUrl}${path}`, init).catch((cause) => {
      if (signal?.aborted) throw cause
      throw new ApiProblem({ code: 'NETWORK_UNREACHABLE', status: 0, detail: `no answer from ${method} ${path}` }, cause)
    })
    if (response.ok) return response
    const problem = await problemOf(response)
    // The cookie of an earlier visit is there, its token is not known yet: the session tells it.
    if (problem.code !== 'ACCOUNTS_CSRF_INVALID' || isRetry) throw problem
    keepToken(await get<Session>('/v1/session'))
    return request(method, path, body, signal ? { signal } : {}, accept, true)
  }
  const json = async <T>(method: string, path: string, body?: unknown, call: Call = {}): Promise<T> => {
    const response = await request(method, path, body, call)
    return (response.status === 204 ? undefined : await response.json()) as T
  }
  const get = <T>(path: string, call?: Call) => json<T>('GET', path, undefined, call)
  const post = <T>(path: string, body: unknown, call?: Call) => json<T>('POST', path, body, call)
  const at = encodeURIComponent
  const keepToken = (session: Session): Session => {
    csrf = session.csrf
    return session
  }

  return {
    config: (call?: Call) => get<PublicConfig>('/v1/config', call),
    status: (call?: Call) => get<IndexStatus>('/v1/status', call),

    sessionNonce: () => post<SessionNonce>('/v1/session/nonce', {}),
    signIn: async (body: SignIn) => keepToken(await post<Session>('/v1/session', body)),
    session: async (call?: Call) => keepToken(await get<Session>('/v1/session', call)),
    signOut: async () => {
      await json<void>('DELETE', '/v1/session')
      csrf = null
    },

    understand: (body: UnderstandRequest, call?: Call) => post<UnderstandAnswer>('/v1/understanding', body, call),
    generate: (body: GenerationRequest, call?: Call) => post<Generation>('/v1/generations', body, call),
    generation: (id: string, call?: Call) => get<Generation>(`/v1/generations/${at(id)}`, call),
    cancelGeneration: (id: string) => json<Generation>('DELETE', `/v1/generations/${at(id)}`),
    generationEventsPath: (id: string) => `${baseUrl}/v1/generations/${at(id)}/events`,
    prepareMint: (id: string, body: PrepareMint) => post<PreparedMint>(`/v1/generations/${at(id)}/mint`, body),
    signMint: (coreHash: string, body: SignMint) => json<SignedMint>('PUT', `/v1/mints/${at(coreHash)}/signature`, body),
    mintOpening: (coreHash: string) => get<MintOpening>(`/v1/mints/${at(coreHash)}/opening`),

    personas: (call?: Call) => get<{ data: PersonaSummary[] }>('/v1/personas', call),
    persona: (id: string, call?: Call) => get<PersonaSummary>(`/v1/personas/${at(id)}`, call),
    createPersona: (body: CreatePersona) => post<PersonaSummary>('/v1/personas', body),
    personaCardPath: (id: string) => `${baseUrl}/v1/personas/${at(id)}/card`,
    /** Talks to a persona; `onToken` gets the text as it comes. */
    chat: async (id: string, body: PersonaChat, onToken: (text: string) => void, call: Call = {}): Promise<PersonaReply> => {
      const response = await request('POST', `/v1/personas/${at(id)}/chat`, body, call, 'text/event-stream')
      for await (const { event, data } of readEvents(response)) {
        const value = JSON.parse(data)
        if (event === 'token') onToken((value as { text: string }).text)
        else if (event === 'problem') throw new ApiProblem(value as Problem)
        else if (event === 'done') return value as PersonaReply
      }
      throw new ApiProblem({ code: 'NETWORK_UNREACHABLE', status: 0, detail: 'the answer ended before it was complete' })
    },

    assets: (query: AssetQuery, call?: Call) => get<AssetPage>(`/v1/assets${queryString(query)}`, call),
    asset: (id: string, query: { minBlock?: number } = {}, call?: Call) =>
      get<AssetDetail>(`/v1/assets/${at(id)}${queryString(query)}`, call),
    assetBatch: (ids: string[]) => post<AssetBatchAnswer>('/v1/assets/batch', { ids }),
    assetHistory: (id: string, query: { cursor?: string; limit?: number; minBlock?: number } = {}, call?: Call) =>
      get<ActivityPage>(`/v1/assets/${at(id)}/history${queryString(query)}`, call),
    assetHolders: (id: string, query: { cursor?: string; limit?: number; minBlock?: number } = {}, call?: Call) =>
      get<HolderPage>(`/v1/assets/${at(id)}/holders${queryString(query)}`, call),
    passport: (id: string, call?: Call) => get<AssetPassport>(`/v1/assets/${at(id)}/passport`, call),
    provenance: (id: string, call?: Call) => get<ProvenanceAnswer>(`/v1/assets/${at(id)}/provenance`, call),

    collections: (query: CollectionQuery = {}, call?: Call) => get<CollectionPage>(`/v1/collections${queryString(query)}`, call),
    collection: (address: string, query: { minBlock?: number } = {}, call?: Call) =>
      get<Collection>(`/v1/collections/${at(address)}${queryString(query)}`, call),

    orders: (query: OrderQuery, call?: Call) => get<OrderPage>(`/v1/orders${queryString(query)}`, call),
    order: (hash: string, query: { minBlock?: number } = {}, call?: Call) =>
      get<OrderView>(`/v1/orders/${at(hash)}${queryString(query)}`, call),
    bestOrders: (query: BestQuery, call?: Call) => get<BestOrders>(`/v1/orders/best${queryString(query)}`, call),
    prepareOrder: (body: PrepareOrder) => post<PreparedOrder>('/v1/orders/prepare', body),
    publishOrder: (body: PublishOrder) => post<OrderView>('/v1/orders', body),
    fulfillOrder: (body: FulfillOrder) => post<Fulfillment>('/v1/orders/fulfillment', body),
    sweepOrders: (body: SweepOrders) => post<Sweep>('/v1/orders/sweep', body),
    cancelOrders: (body: CancelOrders) => post<Cancellation>('/v1/orders/cancellation', body),

    auctions: (query: AuctionQuery = {}, call?: Call) => get<AuctionPage>(`/v1/auctions${queryString(query)}`, call),
    auction: (id: string, query: { minBlock?: number } = {}, call?: Call) =>
      get<AuctionDetail>(`/v1/auctions/${at(id)}${queryString(query)}`, call),
    auctionBids: (id: string, query: AuctionBidQuery = {}, call?: Call) =>
      get<AuctionBidPage>(`/v1/auctions/${at(id)}/bids${queryString(query)}`, call),
    rentalOffers: (query: RentalOfferQuery = {}, call?: Call) => get<RentalOfferPage>(`/v1/rentals/offers${queryString(query)}`, call),
    rentalOffer: (hash: string, query: { minBlock?: number } = {}, call?: Call) =>
      get<RentalOfferView>(`/v1/rentals/offers/${at(hash)}${queryString(query)}`, call),
    prepareRentalOffer: (body: PrepareRentalOffer) => post<PreparedRentalOffer>('/v1/rentals/offers/prepare', body),
    publishRentalOffer: (body: PublishRentalOffer) => post<RentalOfferView>('/v1/rentals/offers', body),
    rentAsset: (hash: string, body: RentAsset) => post<PreparedRental>(`/v1/rentals/offers/${at(hash)}/rent`, body),
    cancelRentalOffer: (hash: string, body: CancelRentalOffer) => post<HouseAction>(`/v1/rentals/offers/${at(hash)}/cancel`, body),
    tenancies: (query: TenancyQuery = {}, call?: Call) => get<TenancyPage>(`/v1/rentals${queryString(query)}`, call),
    giveBack: (body: GiveBack) => post<HouseAction>('/v1/rentals/give-back', body),
    releaseToken: (body: ReleaseToken) => post<HouseAction>('/v1/rentals/release', body),
    prepareAuction: (body: PrepareAuction) => post<PreparedAuction>('/v1/auctions/prepare', body),
    placeBid: (id: string, body: PlaceBid) => post<PreparedBid>(`/v1/auctions/${at(id)}/bid`, body),
    settleAuction: (id: string, body: ActOnAuction) => post<HouseAction>(`/v1/auctions/${at(id)}/settle`, body),
    cancelAuction: (id: string, body: ActOnAuction) => post<HouseAction>(`/v1/auctions/${at(id)}/cancel`, body),
    reclaimAsset: (id: string, body: ReclaimAsset) => post<HouseAction>(`/v1/auctions/${at(id)}/reclaim`, body),

    drops: (query: DropQuery = {}, call?: Call) => get<DropPage>(`/v1/drops${queryString(query)}`, call),
    drop: (id: string, query: DropDetailQuery = {}, call?: Call) => get<DropDetail>(`/v1/drops/${at(id)}${queryString(query)}`, call),
    dropTickets: (id: string, query: DropTicketQuery = {}, call?: Call) =>
      get<DropTicketPage>(`/v1/drops/${at(id)}/tickets${queryString(query)}`, call),
    dropItems: (id: string, query: DropItemQuery = {}, call?: Call) =>
      get<DropItemPage>(`/v1/drops/${at(id)}/items${queryString(query)}`, call),
    prepareDrop: (body: PrepareDrop) => post<PreparedDrop>('/v1/drops/prepare', body),
    publishDrop: (id: string, body: DropContents) => json<DropPublished>('PUT', `/v1/drops/${at(id)}/contents`, body),
    buyTickets: (id: string, body: BuyTickets) => post<PreparedTickets>(`/v1/drops/${at(id)}/buy`, body),
    deliverTickets: (id: string, body: DeliverTickets) => post<PreparedDelivery>(`/v1/drops/${at(id)}/deliver`, body),
    refundTickets: (id: string, body: RefundTickets) => post<PreparedRefund>(`/v1/drops/${at(id)}/refund`, body),
    takeItemBack: (id: string, body: TakeItemBack) => post<HouseAction>(`/v1/drops/${at(id)}/take-back`, body),
    closeDrop: (id: string, body: ActOnDrop) => post<HouseAction>(`/v1/drops/${at(id)}/close`, body),
    drawDrop: (id: string, body: ActOnDrop) => post<HouseAction>(`/v1/drops/${at(id)}/draw`, body),
    endDropSale: (id: string, body: ActOnDrop) => post<HouseAction>(`/v1/drops/${at(id)}/end`, body),

    activity: (query: ActivityQuery, call?: Call) => get<ActivityPage>(`/v1/activity${queryString(query)}`, call),
    accountAssets: (address: string, query: { cursor?: string; limit?: number; minBlock?: number } = {}, call?: Call) =>
      get<OwnedAssetPage>(`/v1/accounts/${at(address)}/assets${queryString(query)}`, call),
    pendingPayments: (address: string, query: { minBlock?: number } = {}, call?: Call) =>
      get<PendingPayments>(`/v1/accounts/${at(address)}/payments${queryString(query)}`, call),
    withdraw: (address: string, body: Withdraw) => post<HouseAction>(`/v1/accounts/${at(address)}/withdrawal`, body),
    portfolio: (address: string, query: { minBlock?: number } = {}, call?: Call) =>
      get<Portfolio>(`/v1/accounts/${at(address)}/portfolio${queryString(query)}`, call),
    worlds: (query: WorldQuery = {}, call?: Call) => get<WorldPage>(`/v1/worlds${queryString(query)}`, call),
    world: (id: string, query: { minBlock?: number } = {}, call?: Call) =>
      get<WorldDetail>(`/v1/worlds/${at(id)}${queryString(query)}`, call),
    currencies: (query: CurrencyQuery = {}, call?: Call) => get<CurrencyPage>(`/v1/currencies${queryString(query)}`, call),
    currency: (address: string, query: { minBlock?: number } = {}, call?: Call) =>
      get<CurrencyDetail>(`/v1/currencies/${at(address)}${queryString(query)}`, call),
    currencyFlows: (address: string, query: CurrencyFlowQuery = {}, call?: Call) =>
      get<CurrencyFlows>(`/v1/currencies/${at(address)}/flows${queryString(query)}`, call),
    currencyTransfers: (address: string, query: CurrencyTransferQuery = {}, call?: Call) =>
      get<CurrencyTransferPage>(`/v1/currencies/${at(address)}/transfers${queryString(query)}`, call),
    accountCurrencies: (account: string, query: CurrencyBalanceQuery = {}, call?: Call) =>
      get<CurrencyBalancePage>(`/v1/accounts/${at(account)}/currencies${queryString(query)}`, call),
    eventStreamPath: () => `${baseUrl}/v1/events/stream`,
  }
}

/** The client's methods. */
export type Client = ReturnType<typeof createClient>
