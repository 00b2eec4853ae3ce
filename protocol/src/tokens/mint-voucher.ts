import { decodeFunctionData, type Hex } from 'viem'
import { assetCollectionAbi } from './abi.gen.ts'
import type { Voucher } from './voucher.ts'

/**
 * The voucher of a record that is ready to be minted: what would mint it says everything that its creator signs so that it is minted
 * later. Throws TypeError for any other call.
 */
export function voucherOfMint(data: Hex): Voucher {
  const { functionName, args } = decodeFunctionData({ abi: assetCollectionAbi, data })
  if (functionName !== 'mint') throw new TypeError(`A record is minted by mint, not by ${functionName}`)
  const [coreHash, root, promptCommitment, engineHash, terms, parents] = args
  return { coreHash, root, promptCommitment, engineHash, terms, parents: [...parents], maxSupply: 0n }
}
