import type { DropAccount, DropDetail, DropStageView } from '@daedal/protocol/market/drop-api'
import { NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import { zeroHash } from 'viem'

export const CREATOR = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'
export const BUYER = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'

/** A stage that sells without limits. */
export const stageOf = (changed: Partial<DropStageView> = {}): DropStageView => ({
  start: '1000',
  end: '2000',
  price: '500',
  perWallet: 0,
  cap: 0,
  allowlistRoot: zeroHash,
  state: 'live',
  sold: 3,
  left: 9,
  ...changed,
})

/** What an account has that bought nothing. */
export const accountOf = (changed: Partial<DropAccount> = {}): DropAccount => ({
  address: BUYER,
  open: 0,
  delivered: 0,
  refunded: 0,
  stages: [{ bought: 0, allowance: null, left: 9 }],
  ...changed,
})

/** A drop of twelve items of which three are sold, with nothing to reveal. */
export function dropOf(changed: Partial<DropDetail> = {}): DropDetail {
  const stages = changed.stages ?? [stageOf()]
  return {
    id: `0x${'ab'.repeat(32)}`,
    state: 'live',
    creator: CREATOR,
    collection: '0x0000000000000000000000000000000000000a02',
    currency: NATIVE_CURRENCY,
    feeBps: 250,
    supply: 12,
    sold: 3,
    delivered: 0,
    refunded: 0,
    stages,
    ended: false,
    committed: false,
    revealBy: null,
    deliverBy: '9000',
    refundFrom: '9000',
    entropyBlock: null,
    entropy: null,
    offset: 0,
    published: true,
    cover: null,
    now: '1500',
    createdAt: '1970-01-01T00:15:00.000Z',
    transactionHash: zeroHash,
    terms: {
      creator: CREATOR,
      collection: '0x0000000000000000000000000000000000000a02',
      currency: NATIVE_CURRENCY,
      supply: 12,
      revealBy: '0',
      deliverBy: '9000',
      itemsRoot: zeroHash,
      commitment: zeroHash,
      salt: zeroHash,
      stages: stages.map(({ start, end, price, perWallet, cap, allowlistRoot }) => ({ start, end, price, perWallet, cap, allowlistRoot })),
    },
    items: null,
    account: null,
    ...changed,
  }
}
