import { errorCodes } from '@daedal/protocol/errors/codes'
import { auctionHouseAbi, dropsAbi, marketAbi, wrappedEtherAbi } from '@daedal/protocol/market/abi.gen'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { BaseError, decodeErrorResult, erc20Abi, type Hex, parseAbi } from 'viem'
import type { Refusal } from './flow-ports.ts'

/** Errors of the token standards (ERC-6093) that a trade can meet. */
const standardErrors = parseAbi([
  'error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)',
  'error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)',
  'error ERC721NonexistentToken(uint256 tokenId)',
  'error ERC721IncorrectOwner(address sender, uint256 tokenId, address owner)',
  'error ERC721InsufficientApproval(address operator, uint256 tokenId)',
])
const abi = [
  ...marketAbi,
  ...auctionHouseAbi,
  ...dropsAbi,
  ...wrappedEtherAbi,
  ...assetCollectionAbi,
  ...erc20Abi,
  ...standardErrors,
].filter((item) => item.type === 'error')

const codesOfStandards: Record<string, string> = {
  ERC20InsufficientBalance: 'MARKET_BALANCE_TOO_LOW',
  ERC20InsufficientAllowance: 'MARKET_NOT_APPROVED',
  ERC721NonexistentToken: 'MARKET_TOKEN_UNKNOWN',
  ERC721IncorrectOwner: 'MARKET_SELLER_NOT_OWNER',
  ERC721InsufficientApproval: 'MARKET_NOT_APPROVED',
}

/** `MarketOrderExpired` → `MARKET_ORDER_EXPIRED`: contracts and service share one grammar of errors. */
const codeOfName = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toUpperCase()

/** Reads the data of a revert. */
export function refusalOf(data: Hex): Refusal {
  if (data === '0x') return { code: null, detail: null }
  try {
    const { errorName, args }: { errorName: string; args?: readonly unknown[] | undefined } = decodeErrorResult({ abi, data })
    if (errorName === 'Error' || errorName === 'Panic') return { code: null, detail: String(args?.[0]) }
    const code = codesOfStandards[errorName] ?? codeOfName(errorName)
    const values = args?.length ? `: ${args.map(String).join(', ')}` : ''
    return { code: code in errorCodes ? code : null, detail: `${errorName}${values}` }
  } catch {
    return { code: null, detail: `The contract answered ${data.slice(0, 10)}.` }
  }
}

/** Revert data anywhere in an error and its causes; undefined when the error is no revert. */
export function revertDataOf(error: unknown): Hex | undefined {
  let at: unknown = error
  for (let depth = 0; at && typeof at === 'object' && depth < 12; depth++) {
    const { data, cause } = at as { data?: unknown; cause?: unknown }
    if (isHex(data)) return data
    const inner = (data as { data?: unknown } | null | undefined)?.data
    if (isHex(inner)) return inner
    at = cause
  }
  return undefined
}

const isHex = (value: unknown): value is Hex => typeof value === 'string' && /^0x([0-9a-f]{2})*$/i.test(value)

/** One sentence of an error of a wallet or node. */
export function sentenceOfError(error: unknown): string {
  if (error instanceof BaseError) return error.shortMessage
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
}
