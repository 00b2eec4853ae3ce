import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Generation, PrepareMint } from '@daedal/protocol/generation/api'
import type { Step } from '@daedal/protocol/market/api'
import { orderFromJson, orderTypedData } from '@daedal/protocol/market/order'
import { rentalOfferFromJson, rentalOfferTypedData } from '@daedal/protocol/market/rental-offer'
import { provenanceTypedData } from '@daedal/protocol/provenance/signature'
import { ApiProblem, createClient } from '@daedal/sdk/client'
import { createPublicClient, createWalletClient, type Hex, http, parseEther } from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { DEVELOPMENT_MNEMONIC } from './development-mnemonic.ts'
import { areIn } from './sample-ids.ts'

/** Pictures that are drawn while earlier ones are minted; a client may have four jobs open. */
const AHEAD = 3
/** A busy machine takes minutes for what takes seconds. */
const PATIENCE_MS = 360_000

type Client = ReturnType<typeof createClient>
type Sample = {
  prompt: string
  name: string
  account: number
  price?: string
  offerFrom?: number
  offer?: string
  /** Put up for auction for so many ether or more, and who bids what. */
  reserve?: string
  bids?: readonly { from: number; ether: string }[]
  /** Let for so many ether a day, and who rents it for how long. */
  perDay?: string
  rented?: { from: number; days: number }
} & Pick<PrepareMint, 'licence' | 'royaltyBps'>

const AUCTION_SECONDS = 604_800

const samples: readonly Sample[] = [
  {
    prompt: 'A futuristic city at night in the rain',
    name: 'Rain on the ninth avenue',
    account: 2,
    price: '0.42',
    licence: 'CC-BY-4.0',
    royaltyBps: 750,
  },
  {
    prompt: 'A mountain lake at sunrise',
    name: 'First light on the lake',
    account: 3,
    price: '0.18',
    licence: 'CC-BY-SA-4.0',
    royaltyBps: 500,
  },
  {
    prompt: 'a golden sword',
    name: 'Gilded sword',
    account: 2,
    licence: 'LicenseRef-Daedal-Commercial-Remix-1',
    royaltyBps: 500,
    offerFrom: 3,
    offer: '0.05',
    perDay: '0.004',
    rented: { from: 4, days: 6 },
  },
  {
    prompt: 'Floating sky islands at dusk, painterly',
    name: 'Islands above the evening',
    account: 4,
    price: '0.9',
    licence: 'CC-BY-NC-4.0',
    royaltyBps: 1000,
  },
  {
    prompt: 'a glowing blue potion',
    name: 'Blue draught',
    account: 3,
    price: '0.03',
    perDay: '0.001',
    licence: 'CC0-1.0',
    royaltyBps: 0,
  },
  {
    prompt: 'A lighthouse in a storm at sea',
    name: 'Keeper of the reef',
    account: 4,
    price: '0.27',
    licence: 'CC-BY-4.0',
    royaltyBps: 250,
  },
  {
    prompt: 'A cabin in the snow at blue hour',
    name: 'Lamp in the snow',
    account: 2,
    reserve: '0.15',
    licence: 'LicenseRef-Daedal-Personal-1',
    royaltyBps: 500,
  },
  {
    prompt: 'A waterfall in a jungle at dawn, painterly',
    name: 'Where the river lets go',
    account: 4,
    reserve: '0.2',
    bids: [
      { from: 3, ether: '0.2' },
      { from: 2, ether: '0.24' },
    ],
    licence: 'CC-BY-4.0',
    royaltyBps: 750,
  },
  { prompt: 'desert ruins at sunset, ink', name: 'What the dunes keep', account: 3, price: '0.11', licence: 'CC-BY-4.0', royaltyBps: 750 },
]

const accountOf = (index: number) => mnemonicToAccount(DEVELOPMENT_MNEMONIC, { addressIndex: index })

/** Starts a picture; waits for room when a start that was killed left jobs behind. */
async function begin(client: Client, prompt: string): Promise<string> {
  for (const deadline = performance.now() + PATIENCE_MS; ; ) {
    try {
      return (await client.generate({ prompt, variations: 1, seed: 11 })).id
    } catch (cause) {
      const busy = cause instanceof ApiProblem && cause.code === 'GENERATION_TOO_MANY_JOBS'
      if (!busy || performance.now() > deadline) throw cause
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
}

async function finished(client: Client, id: string): Promise<Generation> {
  const deadline = performance.now() + PATIENCE_MS
  while (performance.now() < deadline) {
    const generation = await client.generation(id)
    if (generation.state === 'done') return generation
    if (generation.state === 'failed' || generation.state === 'cancelled')
      throw new Error(`sample ${id} ended as ${generation.state}: ${generation.error?.detail ?? ''}`)
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  throw new Error(`sample ${id} was not drawn in time`)
}

/** Generates a few assets, mints them from the development accounts and puts some up for sale, through the public API alone. */
export async function mintSamples({ url, file }: { url: string; file: string }): Promise<string[]> {
  const client = createClient({ baseUrl: url })
  const { chain, contracts } = await client.config()
  const rpc = http(new URL(chain.rpcUrl, url).href)
  const reader = createPublicClient({ transport: rpc, pollingInterval: 100 })
  const market = { chainId: chain.id, address: contracts.market }

  const send = async (from: number, transaction: Extract<Step, { transaction: unknown }>['transaction']): Promise<number> => {
    const wallet = createWalletClient({ account: accountOf(from), transport: rpc })
    const hash = await wallet.sendTransaction({ to: transaction.to, data: transaction.data, value: BigInt(transaction.value), chain: null })
    const receipt = await reader.waitForTransactionReceipt({ hash, timeout: 30_000 })
    if (receipt.status !== 'success') throw new Error(`sample transaction ${hash} reverted`)
    return Number(receipt.blockNumber)
  }

  const trade = async (from: number, kind: 'listing' | 'offer', tokenId: string, ether: string): Promise<void> => {
    const account = accountOf(from)
    const prepared = await client.prepareOrder({
      kind,
      maker: account.address,
      collection: contracts.assetCollection,
      tokenId,
      price: parseEther(ether).toString(),
      durationSeconds: 2_592_000,
    })
    for (const step of prepared.steps) if ('transaction' in step) await send(from, step.transaction)
    const signature = await account.signTypedData(orderTypedData(market.chainId, market.address, orderFromJson(prepared.order)))
    await client.publishOrder({ order: prepared.order, signature })
  }

  const auction = async (from: number, tokenId: string, ether: string, bids: readonly { from: number; ether: string }[]): Promise<void> => {
    const { id, steps } = await client.prepareAuction({
      seller: accountOf(from).address,
      collection: contracts.assetCollection,
      tokenId,
      reserve: parseEther(ether).toString(),
      durationSeconds: AUCTION_SECONDS,
    })
    for (const step of steps) if ('transaction' in step) await send(from, step.transaction)
    for (const { from: bidder, ether: amount } of bids) {
      const bid = await client.placeBid(id, { bidder: accountOf(bidder).address, amount: parseEther(amount).toString() })
      if (!bid.possible) throw new Error(`sample bid of ${amount} ether is not possible: ${bid.detail}`)
      for (const step of bid.steps) if ('transaction' in step) await send(bidder, step.transaction)
    }
  }

  const letOut = async (from: number, tokenId: string, ether: string, rented: Sample['rented']): Promise<void> => {
    const owner = accountOf(from)
    const { rentals, assetCollection: collection } = contracts
    if (!rentals) return
    const { offer, hash, steps } = await client.prepareRentalOffer({
      owner: owner.address,
      collection,
      tokenId,
      pricePerDay: parseEther(ether).toString(),
    })
    for (const step of steps) if ('transaction' in step) await send(from, step.transaction)
    const signature = await owner.signTypedData(rentalOfferTypedData(chain.id, rentals, rentalOfferFromJson(offer)))
    await client.publishRentalOffer({ offer, signature })
    if (!rented) return
    const rent = await client.rentAsset(hash, { renter: accountOf(rented.from).address, days: rented.days })
    if (!rent.possible) throw new Error(`a sample cannot be rented: ${rent.detail}`)
    for (const step of rent.steps) if ('transaction' in step) await send(rented.from, step.transaction)
  }

  // A start that was killed in the middle goes on after the last finished sample, unless the contracts are others meanwhile.
  const before: string[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  const done = areIn(contracts.assetCollection, before) ? before : []
  const left = samples.slice(done.length)
  const drawings: Promise<Generation>[] = []
  const drawUntil = (count: number): void => {
    for (const { prompt } of left.slice(drawings.length, count)) {
      const drawing = begin(client, prompt).then((id) => finished(client, id))
      drawing.catch(() => undefined) // Awaited when its turn comes.
      drawings.push(drawing)
    }
  }
  for (const [index, sample] of left.entries()) {
    drawUntil(index + AHEAD)
    const { id } = (await drawings[index]) as Generation
    const account = accountOf(sample.account)
    const { licence, royaltyBps, name } = sample
    const prepared = await client.prepareMint(id, {
      variation: 0,
      creator: account.address,
      name,
      licence,
      royaltyBps,
      remixBps: 1_000,
      prompt: 'public',
      training: false,
    })
    const message = { creator: account.address, coreHash: prepared.coreHash as Hex, tokenId: BigInt(prepared.tokenId) }
    const signature = await account.signTypedData(provenanceTypedData(chain.id, contracts.assetCollection, message))
    const { transaction } = await client.signMint(prepared.coreHash, { signature })
    const block = await send(sample.account, transaction)
    await client.assets({ minBlock: block, limit: 1 })
    if (sample.price) await trade(sample.account, 'listing', prepared.tokenId, sample.price)
    if (sample.offer && sample.offerFrom !== undefined) await trade(sample.offerFrom, 'offer', prepared.tokenId, sample.offer)
    if (sample.reserve) await auction(sample.account, prepared.tokenId, sample.reserve, sample.bids ?? [])
    if (sample.perDay) await letOut(sample.account, prepared.tokenId, sample.perDay, sample.rented)
    done.push(prepared.asset)
    writeFileSync(file, JSON.stringify(done))
  }
  return done
}
