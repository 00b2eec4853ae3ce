import { address, currency, type Describe, detail, hidden, innerCall, money, nft, raw, share } from './field.ts'

/** What a call is for, and how those of its values are shown that no struct describes, by path. */
export type Call = { intent: string; values?: Record<string, Describe> }

const account = (label: string) => address(label, 'wallet', 'eoa', 'contract')
const signature = { signature: hidden('Signature') }
const limit = money('Limit', '#.signed.currency')
const selected = { 'selection.tokenId': nft('Chosen token', '#.signed.collection'), 'selection.limit': limit, ...signature }
const token = nft('Token', '@.to')
const amount = money('Amount', '@.to')
const transfer = { from: account('From'), to: account('To'), tokenId: token }

/** Every state-changing function, by contract and name; overloads by their types. */
export const calls: Record<string, Record<string, Call>> = {
  Market: {
    fillOrder: { intent: 'Buy or sell a token', values: signature },
    fillAs: { intent: 'Buy or sell a token', values: selected },
    fillTrait: { intent: 'Sell a token that has a trait', values: { proof: hidden('Proof'), ...selected } },
    fillInState: { intent: 'Buy or sell a token in its state', values: selected },
    fillVoucher: {
      intent: 'Mint and buy a token',
      values: { 'selection.tokenId': hidden('Chosen token'), 'selection.limit': limit, ...signature },
    },
    fillBundle: { intent: 'Buy or sell a bundle', values: { limit, ...signature } },
    sweep: {
      intent: 'Buy several tokens',
      values: { currency: currency('Currency'), maxSpend: money('Spend at most', 'currency'), minFilled: raw('Buy at least') },
    },
    settlePurchase: {
      intent: 'Settle one of several orders',
      values: { buyer: account('Buyer'), currency: currency('Currency'), budget: money('Spend at most', 'currency') },
    },
    withPermit: { intent: 'Allow a currency and trade', values: { call_: innerCall('Then') } },
    withPermit2: { intent: 'Allow a currency and trade', values: { owner: account('Owner'), call_: innerCall('Then'), ...signature } },
    approveOrder: { intent: 'Approve an order', values: { orderHash: raw('Order'), approved: raw('Approved') } },
    cancel: { intent: 'Cancel orders', values: { lane: detail('Lane'), bits: raw('Orders') } },
    cancelAllOf: { intent: 'Cancel all orders of a lane', values: { lane: raw('Lane') } },
    withdraw: { intent: 'Take ether that waits' },
    withdrawFees: { intent: 'Pay fees to their receiver' },
    scheduleFee: { intent: 'Announce a fee', values: { newFeeBps: share('Fee') } },
    applyFee: { intent: 'Apply the announced fee' },
    pause: { intent: 'Pause trading' },
    unpause: { intent: 'End the pause' },
    allowCurrency: { intent: 'Allow or refuse a currency', values: { currency: currency('Currency'), allowed: raw('Allowed') } },
    transferOwnership: { intent: 'Offer ownership of the market', values: { newOwner: account('New owner') } },
    acceptOwnership: { intent: 'Accept ownership of the market' },
    renounceOwnership: { intent: 'Give up ownership of the market' },
  },
  AssetCollection: {
    mint: {
      intent: 'Mint an asset',
      values: {
        coreHash: detail('Record'),
        root: raw('Content'),
        promptCommitment: detail('Prompt'),
        engineHash: detail('Generator'),
        'parents.[]': nft('Derives from', '@.to'),
      },
    },
    revise: { intent: 'Replace the content', values: { tokenId: token, newRoot: raw('New content') } },
    freeze: { intent: 'End revisions for ever', values: { tokenId: token } },
    burn: { intent: 'Destroy a token', values: { tokenId: token } },
    approveDerivative: { intent: 'Allow a derivative', values: { parent: nft('Of', '@.to'), tokenId: nft('Derivative', '@.to') } },
    setOperatorOptOut: { intent: 'Let the market move tokens, or not', values: { optedOut: raw('Not') } },
    approve: { intent: 'Approve a token', values: { to: account('For'), tokenId: token } },
    setApprovalForAll: { intent: 'Approve all tokens', values: { operator: account('For'), approved: raw('Approved') } },
    transferFrom: { intent: 'Send a token', values: transfer },
    'safeTransferFrom(address,address,uint256)': { intent: 'Send a token', values: transfer },
    'safeTransferFrom(address,address,uint256,bytes)': { intent: 'Send a token', values: { ...transfer, data: detail('Data') } },
  },
  WrappedEther: {
    deposit: { intent: 'Wrap ether' },
    withdraw: { intent: 'Unwrap ether', values: { amount } },
    approve: { intent: 'Allow spending', values: { spender: account('By'), amount } },
    transfer: { intent: 'Send', values: { to: account('To'), amount } },
    transferFrom: { intent: 'Send', values: { from: account('From'), to: account('To'), amount } },
  },
  RoyaltySplits: {
    declare: { intent: 'Declare a split of royalties', values: { own: account('Creator') } },
    deploy: { intent: 'Deploy a split of royalties' },
    distribute: { intent: 'Pay the payees of a split', values: { currency: currency('Currency') } },
  },
  RoyaltySplit: {
    release: { intent: 'Pay a payee', values: { account: account('Payee'), currency: currency('Currency') } },
    distribute: { intent: 'Pay all payees', values: { currency: currency('Currency') } },
  },
  RoyaltyRegistry: {
    setRoyalty: {
      intent: "Set a collection's royalty",
      values: { collection: address('Collection', 'collection'), receiver: account('Royalty to'), bps: share('Royalty') },
    },
  },
}
