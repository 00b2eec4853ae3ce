import { dropsAbi } from '@daedal/protocol/market/abi.gen'
import { type Address, decodeFunctionData } from 'viem'
import { formatMoment } from '../../lib/format.ts'
import { amountIn, type Sentence, short } from './describe-order.ts'

/** What a call of the contract of drops does, in words; null for one that is not known. */
export function describeDropCall(data: `0x${string}`, wrappedEther: Address): Sentence[] | null {
  const call = decodeFunctionData({ abi: dropsAbi, data })
  switch (call.functionName) {
    case 'createDrop': {
      const [{ supply, stages, currency }] = call.args
      const [least = 0n] = stages.map(({ price }) => price).sort((a, b) => Number(a - b))
      return [{ key: 'confirm.call.createDrop', values: { count: supply, price: amountIn(least, currency, wrappedEther) } }]
    }
    case 'buyTickets': {
      const [{ creator, currency, stages }, stage, quantity] = call.args
      const price = stages[Number(stage)]?.price ?? 0n
      const amount = amountIn(price * BigInt(quantity), currency, wrappedEther)
      return [{ key: 'confirm.call.buyTickets', values: { count: quantity, creator: short(creator), amount } }]
    }
    case 'deliver':
      return [{ key: 'confirm.call.deliver', values: { count: call.args[1].length, creator: short(call.args[0].creator) } }]
    case 'refund':
      return [{ key: 'confirm.call.refundTickets', values: { creator: short(call.args[0].creator), ticket: call.args[1] + 1 } }]
    case 'takeBack':
      return [{ key: 'confirm.call.takeItemBack', values: { account: short(call.args[2]) } }]
    case 'endSale':
      return [{ key: 'confirm.call.endDrop' }]
    case 'closeDrop':
      return [{ key: 'confirm.call.closeDrop', values: { creator: short(call.args[0].creator) } }]
    case 'drawEntropy':
      return [{ key: 'confirm.call.drawDrop', values: { creator: short(call.args[0].creator) } }]
    case 'reveal':
      return [{ key: 'confirm.call.revealDrop', values: { creator: short(call.args[0].creator) } }]
    case 'withdraw':
      return [{ key: 'confirm.call.withdrawDrops' }]
    default:
      return null
  }
}

/** That the contract of drops may mint items, signed at once; null for any other data. */
export function describeDropItems(
  primaryType: string,
  message: Record<string, unknown>,
  drops: Address,
  language: string,
): Sentence[] | null {
  if (primaryType !== 'BulkVoucherMint') return null
  type Mint = { voucher?: { coreHash?: unknown }; recipient?: unknown; deadline?: unknown }
  const mints = [message.tree].flat(Number.POSITIVE_INFINITY) as Mint[]
  if (mints.some(({ recipient }) => String(recipient).toLowerCase() !== drops.toLowerCase())) return null
  // The tree is filled up with its last item, which is counted once.
  const count = new Set(mints.map(({ voucher }) => String(voucher?.coreHash))).size
  const until = Math.max(...mints.map(({ deadline }) => Number(deadline)))
  return [{ key: 'confirm.dropItems', values: { count, until: formatMoment(until * 1_000, language) } }]
}
