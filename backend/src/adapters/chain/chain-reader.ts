import type { Deployment } from '@daedal/protocol/chains/deployment'
import { assetStateSourceAbi, marketAbi, wrappedEtherAbi } from '@daedal/protocol/market/abi.gen'
import { NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import { assetCollectionAbi, voucherMinterAbi } from '@daedal/protocol/tokens/abi.gen'
import { type Address, encodeFunctionData, erc1155Abi, type Hex, type PublicClient, zeroAddress } from 'viem'
import type { ChainReader, Refusal, Standards } from '../../market/ports.ts'
import { ask, must, refusalOf, simulate } from './contract-answers.ts'

/** ERC-1271: the word a contract answers when the signature is its own. */
const ERC1271_MAGIC = `0x1626ba7e${'0'.repeat(56)}`
/** Gas that a maker's contract may use to check a signature here. */
const ERC1271_GAS = 2_000_000n

/** Interface ids of the token standards (ERC-165). */
const INTERFACES = { erc721: '0x80ac58cd', erc1155: '0xd9b67a26' } as const
/** Gas that a foreign contract may use to answer. */
const FOREIGN_GAS = 500_000n
/** Gas for trying a mint, which keeps what a token says of itself. */
const MINT_GAS = 5_000_000n
/** Takes units in a trial: an account of nobody, without code. */
const TRIAL_RECEIVER = '0x000000000000000000000000000000000000dEaD'

/** What the market asks of the chain, over JSON-RPC. */
export function createChainReader({ client, deployment }: { client: PublicClient; deployment: Deployment }): ChainReader {
  const { market } = deployment
  const ofMarket = { address: market, abi: marketAbi } as const

  /** Permit2 is fixed for ever when the market is deployed. */
  let permit2: Promise<Address> | undefined
  const permit2Of = () => {
    permit2 ??= must(() => client.readContract({ ...ofMarket, functionName: 'PERMIT2' }))
    permit2.catch(() => {
      permit2 = undefined
    })
    return permit2
  }
  /** What contracts said of themselves; what they are does not change. */
  const known = new Map<Address, Standards>()

  async function follows(address: Address, interfaceId: Hex): Promise<boolean> {
    const data = encodeFunctionData({ abi: assetCollectionAbi, functionName: 'supportsInterface', args: [interfaceId] })
    const answer = await ask(
      () => client.call({ to: address, data, gas: FOREIGN_GAS }),
      () => null,
    )
    return BigInt(answer?.data?.slice(0, 66) ?? '0x0') === 1n
  }

  /** What the market may take through Permit2: as much as both that contract and the currency let it. */
  async function allowanceByPermit2(currency: Address, account: Address): Promise<bigint> {
    const contract = await permit2Of()
    if (contract === zeroAddress) return 0n
    const ofPermit2 = { address: contract, abi: permit2Views, functionName: 'allowance', args: [account, currency, market] } as const
    const [[amount, expiration], toPermit2, { timestamp }] = await Promise.all([
      ask(
        () => client.readContract(ofPermit2),
        () => [0n, 0, 0] as const,
      ),
      must(() => client.readContract({ address: currency, abi: wrappedEtherAbi, functionName: 'allowance', args: [account, contract] })),
      must(() => client.getBlock({ blockTag: 'latest' })),
    ])
    if (BigInt(expiration) < timestamp) return 0n
    return amount < toPermit2 ? amount : toPermit2
  }

  return {
    async head() {
      const { number, timestamp } = await must(() => client.getBlock({ blockTag: 'latest' }))
      return { block: Number(number), time: timestamp }
    },

    ownerOf: (address, tokenId) =>
      ask(
        () => client.readContract({ address, abi: assetCollectionAbi, functionName: 'ownerOf', args: [tokenId] }),
        () => null,
      ),

    async standards(address) {
      const before = known.get(address)
      if (before) return before
      const code = await must(() => client.getCode({ address }))
      if (!code || code === '0x') return null
      const [erc721, erc1155] = await Promise.all([follows(address, INTERFACES.erc721), follows(address, INTERFACES.erc1155)])
      if (!erc721 && !erc1155) return null
      known.set(address, { erc721, erc1155 })
      return { erc721, erc1155 }
    },

    unitsOf: (address, account, tokenId) =>
      ask(
        () => client.readContract({ address, abi: erc1155Abi, functionName: 'balanceOf', args: [account, tokenId] }),
        () => 0n,
      ),

    async mayMove(address, owner, tokenId, operator = market) {
      const collection = { address, abi: assetCollectionAbi } as const
      const [forAll, forToken] = await Promise.all([
        ask(
          () => client.readContract({ ...collection, functionName: 'isApprovedForAll', args: [owner, operator] }),
          () => false,
        ),
        ask(
          () => client.readContract({ ...collection, functionName: 'getApproved', args: [tokenId] }),
          () => zeroAddress,
        ),
      ])
      return forAll || forToken.toLowerCase() === operator.toLowerCase()
    },

    balanceOf: (currency, account) =>
      currency === NATIVE_CURRENCY
        ? must(() => client.getBalance({ address: account }))
        : must(() => client.readContract({ address: currency, abi: wrappedEtherAbi, functionName: 'balanceOf', args: [account] })),

    async allowance(currency, account, spender = market) {
      const [own, byPermit2] = await Promise.all([
        must(() => client.readContract({ address: currency, abi: wrappedEtherAbi, functionName: 'allowance', args: [account, spender] })),
        spender === market ? allowanceByPermit2(currency, account) : 0n,
      ])
      return own > byPermit2 ? own : byPermit2
    },

    currencyAllowed: (currency) => must(() => client.readContract({ ...ofMarket, functionName: 'currencyAllowed', args: [currency] })),
    filled: (maker, nonce) => must(() => client.readContract({ ...ofMarket, functionName: 'filledOf', args: [maker, nonce] })),
    approved: (maker, hash) => must(() => client.readContract({ ...ofMarket, functionName: 'orderApproved', args: [maker, hash] })),

    stateOf: (address, collection, tokenId) =>
      ask(
        () => client.readContract({ address, abi: assetStateSourceAbi, functionName: 'stateOf', args: [collection, tokenId] }),
        () => null,
      ),

    voucherHash: (address, voucher) =>
      ask(
        () => client.readContract({ address, abi: voucherMinterAbi, functionName: 'hashVoucher', args: [voucher] }),
        () => null,
      ),

    async mintable(collection, creator, voucher, quantity) {
      const args = [creator, voucher, TRIAL_RECEIVER, quantity] as const
      const data = encodeFunctionData({ abi: voucherMinterAbi, functionName: 'mintFromMarket', args })
      const answer = await ask(
        () => client.call({ account: market, to: collection, data, gas: MINT_GAS }),
        (error): Refusal => refusalOf(error) ?? { refused: 'MARKET_VOUCHER_UNKNOWN', detail: error.shortMessage },
      )
      if ('refused' in answer) return answer
      if (!answer.data || answer.data.length < 66)
        return { refused: 'MARKET_VOUCHER_UNKNOWN', detail: `${collection} answers nothing to a voucher.` }
      return { tokenId: BigInt(answer.data.slice(0, 66)) }
    },

    async lane(maker, lane) {
      const [epoch, bitmap] = await must(() => client.readContract({ ...ofMarket, functionName: 'laneOf', args: [maker, lane] }))
      return { epoch, bitmap }
    },

    async royalty(collection, tokenId, price) {
      const [receiver, amount] = await must(() =>
        client.readContract({ ...ofMarket, functionName: 'royaltyOf', args: [collection, tokenId, price] }),
      )
      return { receiver: amount === 0n ? null : receiver, amount }
    },

    feeBps: () => must(() => client.readContract({ ...ofMarket, functionName: 'feeBps' })),
    paused: () => must(() => client.readContract({ ...ofMarket, functionName: 'isPaused' })),

    async contractSigned(account, hash, signature) {
      const code = await must(() => client.getCode({ address: account }))
      if (!code || code === '0x') return null
      const data = encodeFunctionData({ abi: erc1271, functionName: 'isValidSignature', args: [hash, signature] })
      const answer = await ask(
        () => client.call({ to: account, data, gas: ERC1271_GAS }),
        () => null,
      )
      return answer?.data?.slice(0, 66) === ERC1271_MAGIC
    },

    simulate: (from, transaction) => simulate(client, from, transaction),
  }
}

/** The one function of ERC-1271, which no contract of ours has. */
const erc1271 = [
  {
    type: 'function',
    name: 'isValidSignature',
    stateMutability: 'view',
    inputs: [
      { name: 'hash', type: 'bytes32' },
      { name: 'signature', type: 'bytes' },
    ],
    outputs: [{ name: 'magicValue', type: 'bytes4' }],
  },
] as const

/** The one view of Permit2 that is asked. */
const permit2Views = [
  {
    type: 'function',
    name: 'allowance',
    stateMutability: 'view',
    inputs: [
      { name: 'owner', type: 'address' },
      { name: 'token', type: 'address' },
      { name: 'spender', type: 'address' },
    ],
    outputs: [
      { name: 'amount', type: 'uint160' },
      { name: 'expiration', type: 'uint48' },
      { name: 'nonce', type: 'uint48' },
    ],
  },
] as const
