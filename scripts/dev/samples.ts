import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Generation } from '@daedal/protocol/generation/api'
import { orderFromJson, orderTypedData } from '@daedal/protocol/market/order'
import { rentalOfferFromJson, rentalOfferTypedData } from '@daedal/protocol/market/rental-offer'
import { parseEther } from 'viem'
import { layDownSampleDrop } from './sample-drop.ts'
import { areIn } from './sample-ids.ts'
import { accountOf, createSampleMaker, type Presented } from './sample-maker.ts'

/** Pictures and worlds that are made while earlier ones are minted; a client may have four jobs open. */
const AHEAD = 3

type Sample = {
  prompt: string
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
} & Presented

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
  {
    prompt: 'portrait of a smiling fox wizard',
    name: 'Wizard to the court',
    account: 2,
    price: '0.16',
    licence: 'CC-BY-4.0',
    royaltyBps: 500,
  },
  {
    prompt: 'A walkable mushroom village by a lake at dusk',
    name: 'Lakeside when the lamps are lit',
    account: 4,
    price: '0.55',
    licence: 'CC-BY-4.0',
    royaltyBps: 750,
  },
]

/** Generates a few assets, mints them from the development accounts and puts some up for sale, through the public API alone. */
export async function mintSamples({ url, file }: { url: string; file: string }): Promise<string[]> {
  const maker = await createSampleMaker(url)
  const { client, walk } = maker
  const { chain, contracts } = maker.config
  const market = { chainId: chain.id, address: contracts.market }

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
    await walk(from, prepared.steps)
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
    await walk(from, steps)
    for (const { from: bidder, ether: amount } of bids) {
      const bid = await client.placeBid(id, { bidder: accountOf(bidder).address, amount: parseEther(amount).toString() })
      if (!bid.possible) throw new Error(`sample bid of ${amount} ether is not possible: ${bid.detail}`)
      await walk(bidder, bid.steps)
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
    await walk(from, steps)
    const signature = await owner.signTypedData(rentalOfferTypedData(chain.id, rentals, rentalOfferFromJson(offer)))
    await client.publishRentalOffer({ offer, signature })
    if (!rented) return
    const rent = await client.rentAsset(hash, { renter: accountOf(rented.from).address, days: rented.days })
    if (!rent.possible) throw new Error(`a sample cannot be rented: ${rent.detail}`)
    await walk(rented.from, rent.steps)
  }

  // A start that was killed in the middle goes on after the last finished sample, unless the contracts are others meanwhile.
  const before: string[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  const done = areIn(contracts.assetCollection, before) ? before : []
  const left = samples.slice(done.length)
  const drawings: Promise<Generation>[] = []
  const drawUntil = (count: number): void => {
    for (const { prompt } of left.slice(drawings.length, count)) {
      const drawing = maker.draw(prompt)
      drawing.catch(() => undefined) // Awaited when its turn comes.
      drawings.push(drawing)
    }
  }
  for (const [index, sample] of left.entries()) {
    drawUntil(index + AHEAD)
    const { prepared, signed } = await maker.record(sample.account, (await drawings[index]) as Generation, sample)
    const block = await maker.send(sample.account, signed.transaction)
    await client.assets({ minBlock: block, limit: 1 })
    if (sample.price) await trade(sample.account, 'listing', prepared.tokenId, sample.price)
    if (sample.offer && sample.offerFrom !== undefined) await trade(sample.offerFrom, 'offer', prepared.tokenId, sample.offer)
    if (sample.reserve) await auction(sample.account, prepared.tokenId, sample.reserve, sample.bids ?? [])
    if (sample.perDay) await letOut(sample.account, prepared.tokenId, sample.perDay, sample.rented)
    done.push(prepared.asset)
    writeFileSync(file, JSON.stringify(done))
  }
  await layDownSampleDrop(maker)
  return done
}
