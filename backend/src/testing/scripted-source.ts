import { type ChainSource, RangeTooLarge } from '../adapters/chain/source.ts'
import { AppError } from '../errors.ts'
import type { ChainFact, Header, RawEvent } from '../tokens/ports.ts'
import { CHAIN_ID, type createChainScript } from './token-script.ts'

type Block = { header: Header; raw: RawEvent[] }

/** A chain node that a test drives: it grows, forks, falls behind, goes down and comes back. */
export function createScriptedSource(script: ReturnType<typeof createChainScript>, { largestRange = 1_000 } = {}) {
  let blocks: Block[] = [script.block(0)]
  let up = true
  let chainId = CHAIN_ID
  const seen = { ranges: 0 }
  const alive = () => {
    if (!up) throw new AppError('CHAIN_UNAVAILABLE')
  }
  const source: ChainSource = {
    async chainId() {
      alive()
      return chainId
    },
    async header(block) {
      alive()
      return (block === 'latest' ? blocks.at(-1) : blocks[block])?.header ?? null
    },
    async hasCode() {
      alive()
      return true
    },
    async logs(_addresses, from, to) {
      alive()
      if (to - from + 1 > largestRange) throw new RangeTooLarge(`${from} to ${to}`)
      seen.ranges += 1
      return blocks.slice(from, to + 1).flatMap(({ raw }) => raw)
    },
    async touched() {
      alive()
      return []
    },
    async stirred() {
      alive()
      return []
    },
  }
  return {
    source,
    seen,
    get head(): Header {
      return (blocks.at(-1) as Block).header
    },
    /** Adds a block; `fork` names the branch it is on. */
    grow(facts: readonly ChainFact[] = [], fork = 'a') {
      const number = blocks.length
      const block = script.block(number, facts, fork)
      // A branch grows on whatever is the newest block.
      block.header.parentHash = (blocks.at(-1) as Block).header.hash
      blocks.push(block)
    },
    /** Takes the newest blocks away. */
    cut(count: number) {
      blocks = blocks.slice(0, blocks.length - count)
    },
    /** Another chain from its first block on. */
    replace(fork: string, id = CHAIN_ID) {
      blocks = [script.block(0, [], fork)]
      chainId = id
    },
    down() {
      up = false
    },
    back() {
      up = true
    },
  }
}
