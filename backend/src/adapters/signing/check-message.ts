import type { PublicClient } from 'viem'
import type { CheckMessage } from '../../accounts/ports.ts'
import { AppError } from '../../errors.ts'

/** Asks the account's contract whether it signed a text (ERC-1271, ERC-6492). Accounts without code answer no without a call. */
export const createCheckMessage =
  (client: Pick<PublicClient, 'verifyMessage'>): CheckMessage =>
  async (account, message, signature) => {
    try {
      return await client.verifyMessage({ address: account, message, signature })
    } catch (cause) {
      throw new AppError('CHAIN_UNAVAILABLE', `The chain node did not say whether ${account} signed.`, { cause })
    }
  }
