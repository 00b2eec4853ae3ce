import type { PublicClient } from 'viem'
import type { EstimateGas } from '../../provenance/ports.ts'

/** Asks the chain what a transaction would cost. An estimate that fails is no answer, never a wrong one. */
export const createEstimateGas =
  (client: Pick<PublicClient, 'estimateGas' | 'getGasPrice'>): EstimateGas =>
  async (from, transaction) => {
    try {
      const [gas, gasPriceWei] = await Promise.all([client.estimateGas({ account: from, ...transaction }), client.getGasPrice()])
      return { gas, gasPriceWei }
    } catch {
      // The chain is down, the token exists already, or the account has no money: the wallet will say which.
      return null
    }
  }
