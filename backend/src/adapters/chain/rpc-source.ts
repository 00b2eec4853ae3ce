import { type Address, type Hex, numberToHex, type PublicClient, padHex, type RpcLog, toEventSelector } from 'viem'
import type { Header, RawEvent } from '../../tokens/ports.ts'
import { asChainError } from './chain-error.ts'
import { addressOfTopic, type ChainSource, RangeTooLarge } from './source.ts'

/** Events of a currency, or of wrapped ether, that change what an account can pay; the account stands in the first or second topic. */
const walletEvents = [
  'Transfer(address,address,uint256)',
  'Approval(address,address,uint256)',
  'Deposit(address,uint256)',
  'Withdrawal(address,uint256)',
].map((signature) => toEventSelector(signature))

const ACCOUNTS_AT_ONCE = 500

/** What nodes say when a request for logs covers too much. */
const TOO_LARGE = /range|too many|exceed|limit|more than|timed? ?out|too large/i

/** The index's view of a chain over JSON-RPC. */
export function createRpcSource(client: PublicClient): ChainSource {
  const ask = <T>(call: () => Promise<T>): Promise<T> =>
    call().catch((cause: unknown) => {
      throw asChainError(cause)
    })

  async function getLogs(filter: { address: Address | Address[]; topics?: (Hex | Hex[] | null)[] }, from: number, to: number) {
    try {
      return await client.request({
        method: 'eth_getLogs',
        params: [{ ...filter, fromBlock: numberToHex(from), toBlock: numberToHex(to) }],
      })
    } catch (cause) {
      const error = asChainError(cause)
      if (to > from && cause instanceof Error && TOO_LARGE.test(cause.message)) throw new RangeTooLarge(`${from} to ${to}`, { cause })
      throw error
    }
  }

  return {
    chainId: () => ask(() => client.getChainId()),
    hasCode: (address) => ask(async () => ((await client.getCode({ address })) ?? '0x') !== '0x'),

    async header(block) {
      const found = await ask(() =>
        client.request({ method: 'eth_getBlockByNumber', params: [block === 'latest' ? block : numberToHex(block), false] }),
      )
      if (!found?.hash || !found.number) return null
      const header: Header = {
        number: Number(found.number),
        hash: found.hash,
        parentHash: found.parentHash,
        timestamp: Number(found.timestamp),
      }
      return header
    },

    async logs(addresses, from, to) {
      const logs = []
      for (let at = 0; at < addresses.length; at += ACCOUNTS_AT_ONCE)
        logs.push(...(await getLogs({ address: addresses.slice(at, at + ACCOUNTS_AT_ONCE) }, from, to)))
      return logs.filter((log) => !log.removed).map(rawOf)
    },

    async touched(token, accounts, from, to) {
      const found = new Set<Address>()
      for (let at = 0; at < accounts.length; at += ACCOUNTS_AT_ONCE) {
        const some = accounts.slice(at, at + ACCOUNTS_AT_ONCE)
        const topics = some.map((account) => padHex(account, { size: 32 }))
        const [first, second] = await Promise.all([
          getLogs({ address: token, topics: [walletEvents, topics] }, from, to),
          getLogs({ address: token, topics: [walletEvents, null, topics] }, from, to),
        ])
        const wanted = new Set(some)
        for (const { topics: seen } of [...first, ...second])
          for (const topic of seen.slice(1)) if (wanted.has(addressOfTopic(topic))) found.add(addressOfTopic(topic))
      }
      return [...found]
    },

    async stirred(contracts, from, to) {
      const found = new Set<Address>()
      for (let at = 0; at < contracts.length; at += ACCOUNTS_AT_ONCE) {
        const logs = await getLogs({ address: contracts.slice(at, at + ACCOUNTS_AT_ONCE) }, from, to)
        for (const { address } of logs) found.add(address.toLowerCase() as Address)
      }
      return [...found]
    },
  }
}

const rawOf = (log: RpcLog): Omit<RawEvent, 'timestamp'> => ({
  block: Number(log.blockNumber),
  blockHash: log.blockHash as Hex,
  tx: log.transactionHash as Hex,
  logIndex: Number(log.logIndex),
  address: log.address.toLowerCase() as Address,
  topics: log.topics,
  data: log.data,
})
