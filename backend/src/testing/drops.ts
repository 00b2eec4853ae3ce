import type { Step } from '@daedal/protocol/market/api'
import { dropTermsFromJson, revealCall } from '@daedal/protocol/market/drop'
import type { BuyTickets, DeliverTickets, DropContents, PrepareDrop, PreparedDrop } from '@daedal/protocol/market/drop-api'
import { dropItemSignatures, dropItemsTypedData, dropItemTypedData } from '@daedal/protocol/market/drop-items'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { type Voucher, voucherToJson } from '@daedal/protocol/tokens/voucher'
import { encodeFunctionData, type Hex, parseEther, zeroHash } from 'viem'
import { type CollectionActs, POLICY } from './collections.ts'
import { type MarketChain, person } from './market-chain.ts'
import type { MarketServer } from './market-server.ts'

export const PRICE = parseEther('0.5')
export const DAY = 86_400

type Written = Awaited<ReturnType<CollectionActs['write']>>
type Stage = Partial<PrepareDrop['stages'][number]>
export type DropWish = Omit<Partial<PrepareDrop>, 'stages'> & { stages?: Stage[] }

/** What a creator signs for a token of which the content was written. */
export const voucherOf = (by: number, { coreHash, root, core }: Written): Voucher => ({
  coreHash,
  root,
  promptCommitment: core.generation.promptCommitment as Hex,
  engineHash: zeroHash,
  terms: { royaltyReceiver: person(by).address, royaltyBps: 500, remixBps: 0, policy: POLICY.derivatives, disclosure: 2 },
  parents: [],
  maxSupply: 0n,
})

/** What people do with drops on a test chain, through the service. */
export function useDrops(chain: MarketChain, server: MarketServer, acts: CollectionActs) {
  const { deployment } = chain
  const now = async () => Number((await chain.client.getBlock()).timestamp)
  const place = (collection: Hex, deadline: bigint) => ({ chainId: deployment.chainId, collection, drops: deployment.drops, deadline })
  const possible = <Answer extends { possible: boolean; reason: string | null; detail: string | null }>(answer: Answer): Answer => {
    if (!answer.possible) throw new Error(`${answer.reason} ${answer.detail}`)
    return answer
  }

  /** Sends the transactions among steps, and waits until the index has seen them. */
  const walk = async (by: number, steps: readonly Step[]): Promise<number> => {
    const block = await server.walk(by, steps)
    await server.index.waitFor(block)
    return block
  }

  const drops = {
    now,
    /** Items with their content, and their vouchers. */
    async items(by: number, count: number, name: string, collection = deployment.assetCollection) {
      const tokens: Written[] = []
      for (let at = 0; at < count; at++) tokens.push(await acts.write(server.content, by, collection, { name: `${name} ${at}` }))
      return { tokens, vouchers: tokens.map((token) => voucherOf(by, token)) }
    },
    /** Terms of a sale of a day for everyone, unless something else is wished for. */
    async prepare(by: number, vouchers: readonly Voucher[], { stages = [{}], ...wish }: DropWish = {}): Promise<PreparedDrop> {
      const start = await now()
      const stageOf = (stage: Stage, at: number) => ({
        start: String(start + at * DAY),
        end: String(start + (at + 1) * DAY),
        price: PRICE.toString(),
        ...stage,
      })
      return server.api.prepareDrop({
        creator: person(by).address,
        vouchers: vouchers.map(voucherToJson),
        stages: stages.map(stageOf),
        ...wish,
      })
    },
    async layDown(by: number, vouchers: readonly Voucher[], wish: DropWish = {}) {
      const prepared = possible(await drops.prepare(by, vouchers, wish))
      const block = await walk(by, prepared.steps)
      return { ...prepared, block }
    },
    /** Each item signed by itself. */
    async sign(by: number, { terms }: Pick<PreparedDrop, 'terms'>, vouchers: readonly Voucher[], deadline = BigInt(terms.deliverBy)) {
      const items: DropContents['items'] = []
      for (const voucher of vouchers) {
        const signature = await person(by).signTypedData(dropItemTypedData(place(terms.collection, deadline), voucher))
        items.push({ voucher: voucherToJson(voucher), deadline: deadline.toString(), signature })
      }
      return items
    },
    /** All items signed at once. */
    async signMany(by: number, { terms }: Pick<PreparedDrop, 'terms'>, vouchers: readonly Voucher[]) {
      const deadline = BigInt(terms.deliverBy)
      const at = place(terms.collection, deadline)
      const signature = await person(by).signTypedData(dropItemsTypedData(at, vouchers) as never)
      const signatures = dropItemSignatures(at, vouchers, signature)
      return vouchers.map((voucher, item) => ({
        voucher: voucherToJson(voucher),
        deadline: deadline.toString(),
        signature: signatures[item] as Hex,
      }))
    },
    async publish(by: number, drop: PreparedDrop, vouchers: readonly Voucher[], lists?: DropContents['lists']) {
      return server.api.publishDrop(drop.id, { items: await drops.sign(by, drop, vouchers), ...(lists && { lists }) })
    },
    async buy(by: number, id: Hex, quantity = 1, more: Partial<BuyTickets> = {}): Promise<number> {
      const answer = possible(await server.api.buyTickets(id, { account: person(by).address, quantity, ...more }))
      return walk(by, answer.steps)
    },
    async deliver(by: number, id: Hex, more: Partial<DeliverTickets> = {}): Promise<number> {
      const answer = possible(await server.api.deliverTickets(id, { account: person(by).address, ...more }))
      return walk(by, answer.steps)
    },
    async refund(by: number, id: Hex, first?: number): Promise<number> {
      const body = { account: person(by).address, ...(first !== undefined && { first }) }
      return walk(by, possible(await server.api.refundTickets(id, body)).steps)
    },
    async lead(verb: 'closeDrop' | 'drawDrop' | 'endDropSale', by: number, id: Hex): Promise<number> {
      return walk(by, possible(await server.api[verb](id, { account: person(by).address })).steps)
    },
    async reveal(by: number, { terms }: PreparedDrop, secret: Hex): Promise<number> {
      const transaction = revealCall(deployment.drops, dropTermsFromJson(terms), secret)
      return (await chain.send(person(by).address, transaction)).block
    },
    /** Past the service: mints an item to the contract of drops before a ticket gets it, as anyone can. */
    async mintEarly(by: number, { terms }: Pick<PreparedDrop, 'terms'>, voucher: Voucher, item: DropContents['items'][number]) {
      const args = [terms.creator, voucher, deployment.drops, BigInt(item.deadline), item.signature] as const
      const data = encodeFunctionData({ abi: assetCollectionAbi, functionName: 'mintVoucher', args })
      return chain.send(person(by).address, { to: terms.collection, data })
    },
    told: async (id: Hex) => (await server.events()).filter(({ data }) => data.drop === id),
  }
  return drops
}
export type DropActs = ReturnType<typeof useDrops>
