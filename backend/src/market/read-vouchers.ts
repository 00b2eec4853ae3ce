import { type Voucher, type VoucherJson, voucherFromJson } from '@daedal/protocol/tokens/voucher'
import { type Address, getAddress } from 'viem'
import { AppError } from '../errors.ts'

/** Addresses come in any case; what is encoded has to have the right one. */
const address = (text: Address): Address => getAddress(text.toLowerCase())

/** What a request says that does not fit its Solidity type. */
export const malformed = (error: unknown) =>
  new AppError('REQUEST_INVALID', error instanceof Error ? `${error.message}.` : 'The body is malformed.')

/** Vouchers of a request. Throws REQUEST_INVALID. */
export function readVouchers(vouchers: readonly VoucherJson[]): Voucher[] {
  try {
    return vouchers.map((json) => {
      const { terms, parents, ...rest } = voucherFromJson(json)
      return {
        ...rest,
        terms: { ...terms, royaltyReceiver: address(terms.royaltyReceiver) },
        parents: parents.map(({ tokenId, payees }) => ({
          tokenId,
          payees: payees.map(({ account, bps }) => ({ account: address(account), bps })),
        })),
      }
    })
  } catch (error) {
    throw malformed(error)
  }
}
