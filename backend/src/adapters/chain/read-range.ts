import type { Address } from 'viem'
import type { DecodeEvent, Header, IndexCursor, RawEvent } from '../../tokens/ports.ts'
import { REORG_DEPTH } from '../../worlds/event-log.ts'
import type { ChainSource } from './source.ts'

export type ReadRangeDeps = {
  source: Pick<ChainSource, 'header' | 'logs'>
  addresses: readonly Address[]
  /** They make collections and currencies whose events are followed, too. */
  factories: readonly Address[]
  decode: DecodeEvent
  cursor: IndexCursor
  to: number
  head: Header
}

const AT_ONCE = 32

/** Headers kept near the head, with room to spare for a reorg of the greatest depth. */
const NEAR = REORG_DEPTH * 2

/**
 * Reads the blocks after the cursor up to `to`, with our contracts' events. Null when the chain changed while it was read:
 * headers that do not link, events of blocks that are no longer there. The last block is looked at before and after the events.
 */
export async function readRange(deps: ReadRangeDeps) {
  const { source, cursor, to, head } = deps
  const from = cursor.block + 1
  const last = to === head.number ? head : await source.header(to)
  const logs = await readLogs(deps, from)
  // Far behind the head only blocks with events and the last one are kept.
  const wanted = new Set<number>([to, ...logs.map(({ block }) => block)])
  for (let block = Math.max(from, head.number - NEAR); block <= to; block++) wanted.add(block)
  if (cursor.hash === null && from > 0) wanted.add(from - 1)
  const headers = new Map<number, Header>()
  const numbers = [...wanted].sort((a, b) => a - b)
  for (let at = 0; at < numbers.length; at += AT_ONCE) {
    const some = await Promise.all(numbers.slice(at, at + AT_ONCE).map((block) => source.header(block)))
    for (const header of some) {
      if (!header) return null
      headers.set(header.number, header)
    }
  }
  if (!last || headers.get(to)?.hash !== last.hash) return null
  for (const header of headers.values()) {
    const parent = headers.get(header.number - 1)?.hash ?? (header.number === from ? cursor.hash : null)
    if (parent && parent !== header.parentHash) return null
  }
  const events: RawEvent[] = []
  for (const log of logs) {
    const header = headers.get(log.block)
    if (header?.hash !== log.blockHash) return null
    events.push({ ...log, timestamp: header.timestamp })
  }
  events.sort((a, b) => a.block - b.block || a.logIndex - b.logIndex)
  return { to: last, headers: [...headers.values()].sort((a, b) => a.number - b.number), events }
}

/** The events of the followed contracts, and those of what factories made meanwhile: it tells of itself at once. */
async function readLogs({ source, addresses, factories, decode, to }: ReadRangeDeps, from: number) {
  const logs = await source.logs(addresses, from, to)
  const made = new Set<Address>()
  for (const log of logs) {
    if (!factories.includes(log.address)) continue
    const event = decode({ ...log, timestamp: 0 })
    if (event?.name === 'CollectionCreated') made.add(event.collection)
    if (event?.name === 'CurrencyDeclared') made.add(event.currency)
  }
  return made.size ? [...logs, ...(await source.logs([...made], from, to))] : logs
}
