import { address, choice, currency, type Describe, date, detail, hidden, money, nft, raw, seconds, share, unlessZero } from './field.ts'

/** What a token stands for, wherever it is said. */
export const draft: Record<string, Describe> = {
  coreHash: detail('Record'),
  root: raw('Content'),
  promptCommitment: detail('Prompt'),
  engineHash: detail('Generator'),
}
const sharedTerms: Record<string, Describe> = {
  royaltyReceiver: address('Royalty to', 'wallet', 'eoa', 'contract'),
  royaltyBps: share('Royalty'),
  remixBps: share('Share of derivatives'),
  policy: raw('Policy'),
}

/** How each field of a struct is shown, wherever the struct is. */
export const structs: Record<string, Record<string, Describe>> = {
  Order: {
    kind: choice('Kind', 'orderKind'),
    maker: address('Maker', 'wallet', 'eoa', 'contract'),
    taker: unlessZero(address('Only for', 'wallet', 'eoa', 'contract')),
    collection: address('Collection', 'collection'),
    tokenId: nft('Token', 'collection'),
    quantity: unlessZero(raw('Units')),
    currency: hidden('Currency'),
    price: money('Price', 'currency'),
    endPrice: money('Price at the end', 'currency'),
    startTime: date('From'),
    endTime: date('Until'),
    maxFeeBps: share('Highest fee'),
    maxRoyaltyBps: share('Highest royalty'),
    nonce: hidden('Nonce'),
  },
  Item: {
    collection: address('Collection', 'collection'),
    tokenId: nft('Token', 'collection'),
    quantity: unlessZero(raw('Units')),
  },
  AuctionTerms: {
    collection: address('Collection', 'collection'),
    tokenId: nft('Token', 'collection'),
    quantity: unlessZero(raw('Units')),
    currency: hidden('Currency'),
    reserve: money('Least first bid', 'currency'),
    minIncrementBps: share('Least raise'),
    start: unlessZero(date('From')),
    duration: seconds('For'),
    extensionWindow: seconds('A late bid leaves at least'),
    maxExtension: seconds('Longer by at most'),
  },
  Trait: { root: raw('Trait'), height: hidden('Levels') },
  AssetState: { source: address('State told by', 'contract'), value: raw('State') },
  Selection: {
    tokenId: detail('Chosen token'),
    quantity: unlessZero(raw('Units')),
    limit: raw('Limit'),
  },
  Purchase: { quantity: unlessZero(raw('Units')), signature: hidden('Signature') },
  Draft: draft,
  Voucher: { ...draft, maxSupply: unlessZero(raw('Most units')) },
  Terms: { ...sharedTerms, disclosure: choice('Made by', 'disclosure') },
  CollectionTerms: {
    ...sharedTerms,
    name: raw('Name'),
    symbol: raw('Short name'),
    contractURI: detail('Description'),
  },
  VoucherMint: {
    recipient: unlessZero(address('Only for', 'wallet', 'eoa', 'contract')),
    quantity: unlessZero(raw('Units')),
    deadline: date('Until'),
  },
  DerivativeApproval: { parent: nft('Of', '@.to'), tokenId: nft('Derivative', '@.to'), deadline: date('Until') },
  Parent: { tokenId: raw('Derives from') },
  ParentShare: { receiver: address('Parent', 'wallet', 'eoa', 'contract'), remixBps: share('It asks') },
  Payee: { account: address('Payee', 'wallet', 'eoa', 'contract'), bps: share('Share') },
  Permit: {
    currency: currency('Currency'),
    owner: address('Owner', 'wallet', 'eoa', 'contract'),
    value: money('Allowance', 'currency'),
    deadline: date('Allowance until'),
    v: hidden('v'),
    r: hidden('r'),
    s: hidden('s'),
  },
  PermitDetails: {
    token: currency('Currency'),
    amount: money('Allowance', 'token'),
    expiration: date('Allowance until'),
    nonce: hidden('Nonce'),
  },
  PermitSingle: { spender: address('Spender', 'contract'), sigDeadline: hidden('Submit until') },
  Reproduction: {
    collection: address('Collection', 'collection'),
    tokenId: nft('Token', 'collection'),
    coreHash: raw('Record'),
    renderHash: raw('Result'),
  },
  SignedReproduction: { reexecutor: address('Made by', 'wallet', 'eoa', 'contract'), signature: hidden('Signature') },
}
