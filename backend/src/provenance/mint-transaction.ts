import { parseAssetRef } from '@daedal/protocol/chains/caip'
import type { ProvenanceCore } from '@daedal/protocol/provenance/core'
import { disclosureCode } from '@daedal/protocol/provenance/disclosure'
import type { Payee } from '@daedal/protocol/royalties/lineage'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { encodeFunctionData, getAddress, type Hex, zeroHash } from 'viem'
import type { MintRecord } from './store.ts'

/** Bits of a token's policy, as contracts/tokens keeps them. A token minted here is frozen: its content is never revised. */
const DERIVATIVES = 1
const APPROVAL = 2
const TRAINING = 8

/** Relations that need the licence of the asset they name; others pay nothing and are no parents on chain. */
const licensed = new Set(['parentOf', 'componentOf'])

/** The transaction that mints a signed record's token to its creator. */
export const mintTransaction = (
  { core, coreHash, creator, collection, royaltyBps, remixBps }: MintRecord,
  root: Hex,
  parents: readonly { tokenId: bigint; payees: readonly Payee[] }[],
) => ({
  to: getAddress(collection),
  data: encodeFunctionData({
    abi: assetCollectionAbi,
    functionName: 'mint',
    args: [
      coreHash,
      root,
      core.generation.promptCommitment,
      core.generation.engine?.codeSha256 ?? zeroHash,
      {
        royaltyReceiver: getAddress(creator),
        royaltyBps,
        remixBps,
        policy: policyOf(core),
        disclosure: disclosureCode(core.declaration.digitalSourceType),
      },
      parents,
    ],
  }),
  value: 0n,
})

function policyOf({ rights }: ProvenanceCore): number {
  const { allowed, approval } = rights.derivatives
  const training = rights.training.generativeTraining === 'allowed'
  return (allowed ? DERIVATIVES : 0) | (approval ? APPROVAL : 0) | (training ? TRAINING : 0)
}

/** The tokens of the collection whose licence the record's asset needs. */
export function parentsOf({ core: { inputs }, collection }: Pick<MintRecord, 'core' | 'collection'>): bigint[] {
  const keys = inputs.filter(({ relation }) => licensed.has(relation)).map(({ token }) => parseAssetRef(token))
  return keys.flatMap((key) => (key && key.collection === getAddress(collection) ? [key.tokenId] : []))
}
