import { type ErrorCode, errorCodes } from './codes.ts'

/** `MarketOrderExpired` → `MARKET_ORDER_EXPIRED`. */
export const codeOfError = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase()

/** The code of a contract's error; null for errors of standards, which have none of ours. */
export function knownCodeOf(name: string): ErrorCode | null {
  const code = codeOfError(name)
  return Object.hasOwn(errorCodes, code) ? (code as ErrorCode) : null
}
