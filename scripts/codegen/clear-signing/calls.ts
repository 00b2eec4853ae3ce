import {
  address,
  choice,
  currency,
  type Describe,
  date,
  detail,
  ether,
  hidden,
  innerCall,
  money,
  nft,
  outerCall,
  raw,
  share,
  unlessZero,
} from './field.ts'
import { draft } from './structs.ts'

/** What a call is for, and how those of its values are shown that no struct describes, by path. */
export type Call = { intent: string; values?: Record<string, Describe> }

const account = (label: string) => address(label, 'wallet', 'eoa', 'contract')
const signature = { signature: hidden('Signature') }
const limit = money('Limit', '#.signed.currency')
const selected = { 'selection.tokenId': nft('Chosen token', '#.signed.collection'), 'selection.limit': limit, ...signature }
const token = nft('Token', '@.to')
const amount = money('Amount', '@.to')
const transfer = { from: account('From'), to: account('To'), tokenId: token }

const until = date('Until')
const units = raw('Units')
const derivative = { parent: nft('Of', '@.to'), tokenId: nft('Derivative', '@.to') }
const parents = { 'parents.[].tokenId': nft('Derives from', '@.to') }
const voucher = { 'voucher.parents.[].tokenId': nft('Derives from', '@.to') }
const auction = { auctionId: raw('Auction') }
const rented = { collection: address('Collection', 'collection'), tokenId: nft('Token', 'collection') }
const disclosure = choice('Made by', 'disclosure')

/** What every collection has. */
const records: Record<string, Call> = {
  approveDerivative: { intent: 'Allow a derivative', values: derivative },
  approveDerivativeBySignature: {
    intent: 'Allow a signed derivative',
    values: { ...derivative, deadline: until, ...signature },
  },
  revise: { intent: 'Replace the content', values: { tokenId: token, newRoot: raw('New content') } },
  freeze: { intent: 'End revisions for ever', values: { tokenId: token } },
  revokeVouchers: { intent: 'Revoke vouchers', values: { coreHashes: raw('Record') } },
  setOperatorOptOut: { intent: 'Let market move tokens or not', values: { optedOut: raw('Not') } },
  setApprovalForAll: { intent: 'Approve all tokens', values: { operator: account('For'), approved: raw('Approved') } },
  mintFromMarket: {
    intent: 'Mint a token for its buyer',
    values: { creator: account('Creator'), ...voucher, to: account('To'), quantity: unlessZero(units) },
  },
  multicall: { intent: 'Do several things', values: { data: innerCall('Do') } },
}

/** The recipient of a voucher that anyone may mint is zero. */
const signedVoucher = { creator: account('Creator'), ...voucher, to: unlessZero(account('To')), deadline: until, ...signature }

/** What every collection of ERC-721 tokens has. */
const ownedTokens: Record<string, Call> = {
  ...records,
  mintVoucher: { intent: 'Mint a token by voucher', values: signedVoucher },
  burn: { intent: 'Destroy a token', values: { tokenId: token } },
  setUser: { intent: 'Lend a token, or end a loan', values: { tokenId: token, user: unlessZero(account('To')), expires: until } },
  addAigcData: {
    intent: 'Put proven data on record',
    values: { tokenId: token, prompt: detail('Prompt'), aigcData: detail('Content'), proof: hidden('Proof') },
  },
  approve: { intent: 'Approve a token', values: { to: account('For'), tokenId: token } },
  transferFrom: { intent: 'Send a token', values: transfer },
  'safeTransferFrom(address,address,uint256)': { intent: 'Send a token', values: transfer },
  'safeTransferFrom(address,address,uint256,bytes)': { intent: 'Send a token', values: { ...transfer, data: detail('Data') } },
}
const validator = unlessZero(address('Judge', 'contract'))
const world = { worldId: raw('World') }
const faucet = { faucetId: raw('Faucet') }
const memo = { memo: detail('For') }
const drained = { sinkId: raw('Sink'), amount, ...memo }
/** What an ERC-20 with permits has. */
const fungible: Record<string, Call> = {
  approve: { intent: 'Allow spending', values: { spender: account('By'), value: amount } },
  transfer: { intent: 'Send', values: { to: account('To'), value: amount } },
  transferFrom: { intent: 'Send', values: { from: account('From'), to: account('To'), value: amount } },
  permit: {
    intent: 'Allow spending by signature',
    values: {
      owner: account('Owner'),
      spender: account('By'),
      value: amount,
      deadline: date('Submit until'),
      v: hidden('v'),
      r: hidden('r'),
      s: hidden('s'),
    },
  },
}

/** Every state-changing function, by contract and name; overloads by their types. */
export const calls: Record<string, Record<string, Call>> = {
  Market: {
    fillOrder: { intent: 'Buy or sell a token', values: signature },
    fillAs: { intent: 'Buy or sell a token', values: selected },
    fillTrait: { intent: 'Sell a token that has a trait', values: { proof: hidden('Proof'), ...selected } },
    fillInState: { intent: 'Trade a token in its state', values: selected },
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
    renounceOwnership: { intent: 'Give up owning the market' },
  },
  AuctionHouse: {
    createAuction: { intent: 'Auction an asset' },
    cancelAuction: { intent: 'Cancel an auction', values: auction },
    reclaim: { intent: 'Take back an unsold asset', values: { ...auction, to: account('To') } },
    // The call does not say in which currency; the ether that is sent is shown besides.
    bid: { intent: 'Bid in an auction', values: { ...auction, amount: raw('Bid') } },
    settleAuction: { intent: 'Settle an auction', values: auction },
    handOver: {
      intent: 'Hand an asset over',
      values: {
        collection: address('Collection', 'collection'),
        tokenId: nft('Token', 'collection'),
        quantity: unlessZero(units),
        to: account('To'),
      },
    },
    withdraw: { intent: 'Take money that waits', values: { currency: currency('Currency') } },
    withdrawFees: { intent: 'Pay fees to their receiver', values: { currency: currency('Currency') } },
  },
  Rentals: {
    rent: { intent: 'Rent a token', values: { limit: money('Pay at most', '#.request.offer.currency') } },
    // Which currency is said by each rental; the ether that is sent is shown besides.
    rentMany: { intent: 'Rent several tokens', values: { limit: raw('Pay at most in all') } },
    giveBack: { intent: 'End a rental early', values: rented },
    release: { intent: 'Return a token to its owner', values: rented },
    releaseTo: { intent: 'Take back a token that was let', values: { ...rented, to: account('To') } },
    approveOffer: { intent: 'Approve an offer to let', values: { offerHash: raw('Offer'), approved: raw('Approved') } },
    cancel: { intent: 'Cancel offers to let', values: { lane: detail('Lane'), bits: raw('Offers') } },
    cancelAllOf: { intent: 'Cancel all offers of a lane', values: { lane: raw('Lane') } },
    withdraw: { intent: 'Take money that waits', values: { currency: currency('Currency') } },
    withdrawFees: { intent: 'Pay fees to their receiver', values: { currency: currency('Currency') } },
  },
  Drops: {
    createDrop: { intent: 'Open a drop' },
    buyTickets: {
      intent: 'Buy tickets of a drop',
      values: { stage: raw('Stage'), quantity: raw('Tickets'), allowance: hidden('Allowance'), proof: hidden('Proof') },
    },
    endSale: { intent: 'End the sale of a drop' },
    closeDrop: { intent: 'Choose the block that decides' },
    drawEntropy: { intent: 'Draw the block that decides' },
    reveal: { intent: 'Reveal a drop', values: { secret: hidden('Secret') } },
    deliver: { intent: 'Deliver items of a drop', values: { 'deliveries.[].voucher.parents.[].tokenId': raw('Derives from') } },
    refund: { intent: 'Refund tickets', values: { first: raw('First ticket') } },
    takeBack: { intent: 'Take an item back', values: { coreHash: raw('Record'), to: account('To') } },
    withdraw: { intent: 'Take money that waits', values: { currency: currency('Currency') } },
    withdrawFees: { intent: 'Pay fees to their receiver', values: { currency: currency('Currency') } },
  },
  AssetCollection: {
    ...ownedTokens,
    mint: { intent: 'Mint an asset', values: { ...draft, ...parents } },
    mintBatch: { intent: 'Mint several assets' },
    // This collection refuses it, and leaves its argument without a name.
    setTransferValidator: { intent: 'Choose who judges transfers', values: { argument0: validator } },
  },
  CreatorCollection: {
    ...ownedTokens,
    mint: { intent: 'Mint an asset', values: { ...draft, disclosure, ...parents } },
    mintBatch: { intent: 'Mint several assets', values: { disclosure } },
    setTransferValidator: { intent: 'Choose who judges transfers', values: { validator } },
  },
  EditionCollection: {
    ...records,
    mint: { intent: 'Mint units of an asset', values: { ...voucher, quantity: units } },
    mintVoucher: { intent: 'Mint units by voucher', values: { ...signedVoucher, quantity: units } },
    burn: { intent: 'Destroy units of a token', values: { from: account('From'), tokenId: token, quantity: units } },
    safeTransferFrom: {
      intent: 'Send units of a token',
      values: { from: account('From'), to: account('To'), id: token, value: units, data: detail('Data') },
    },
    safeBatchTransferFrom: {
      intent: 'Send units of several tokens',
      values: { from: account('From'), to: account('To'), ids: token, values: units, data: detail('Data') },
    },
  },
  CollectionFactory: { createCollection: { intent: 'Make a collection', values: { salt: hidden('Salt') } } },
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
  ReproductionRegistry: {
    readRecord: { intent: 'Show a record', values: { core: hidden('Record') } },
    submit: { intent: 'Hand in a reproduction', values: { reexecutor: account('Made by'), ...signature } },
    submitMany: { intent: 'Hand in several reproductions' },
    addReexecutor: { intent: 'Register a re-executor', values: { account: account('Account') } },
    removeReexecutor: { intent: 'Remove a re-executor', values: { account: account('Account') } },
    setThreshold: { intent: 'Set how many must agree', values: { newThreshold: raw('At least') } },
    publishGenerator: {
      intent: 'Publish an engine or model',
      values: { hash: raw('Hash'), kind: choice('Kind', 'generatorKind'), bundle: raw('Bundle'), licence: raw('Licence') },
    },
    transferOwnership: { intent: 'Offer ownership of registry', values: { newOwner: account('New owner') } },
    acceptOwnership: { intent: 'Accept ownership of registry' },
    renounceOwnership: { intent: 'Give up owning the registry' },
    multicall: { intent: 'Do several things', values: { data: innerCall('Do') } },
  },
  WorldRegistry: {
    register: {
      intent: 'Register a world',
      values: { salt: detail('Salt'), manifest: raw('Manifest'), keySet: unlessZero(raw('Keys of passes')) },
    },
    setManifest: { intent: "Replace a world's manifest", values: { ...world, newManifest: raw('Manifest') } },
    rotateKeySet: { intent: 'Replace keys of passes', values: { ...world, newKeySet: raw('Keys of passes') } },
    acceptCollections: {
      intent: 'Let collections in or not',
      values: { ...world, collections: address('Collection', 'collection'), accepted: raw('In') },
    },
    announceHandover: { intent: 'Hand a world over', values: { ...world, to: account('To') } },
    cancelHandover: { intent: 'Keep a world', values: world },
    acceptHandover: { intent: 'Take a world over', values: world },
  },
  WorldCurrencyFactory: { declareCurrency: { intent: "Make a world's currency", values: world } },
  WorldCurrency: {
    ...fungible,
    appoint: { intent: 'Choose who pours currency', values: { ...faucet, source: unlessZero(account('Source')) } },
    pour: { intent: 'Pour new currency', values: { ...faucet, to: account('To'), amount, ...memo } },
    pourMany: { intent: 'Pour new currency to several', values: faucet },
    drain: { intent: 'Pay a world', values: drained },
    drainFrom: { intent: 'Pay a world from an allowance', values: { ...drained, from: account('From') } },
  },
  AvatarAccount: {
    execute: {
      intent: 'Act as an avatar',
      values: {
        to: account('Call'),
        value: ether('With ether'),
        data: outerCall('Do', 'to', 'value'),
        operation: hidden('Kind'),
      },
    },
    equip: { intent: 'Promise things with an avatar' },
    unequip: { intent: 'Take promises back' },
  },
}
