import { assetRef, type TokenKey } from '@daedal/protocol/chains/caip'
import type { Finding } from './check.ts'
import { checkAsset } from './check-asset.ts'
import { checkBinding } from './check-binding.ts'
import { checkBlocks } from './check-blocks.ts'
import { checkCore } from './check-core.ts'
import { checkParents, type VerifyParent } from './check-parents.ts'
import { checkRoot } from './check-root.ts'
import { checkSignature } from './check-signature.ts'
import { checkToken } from './check-token.ts'
import type { Evidence } from './evidence.ts'
import { type GatherOptions, gatherEvidence } from './gather-evidence.ts'
import { VerifyFailed } from './verify-failed.ts'

/** Ancestors that are looked at, in total: a lineage can be as wide as its makers like. */
const ANCESTORS_LIMIT = 16

type Judge = (evidence: Evidence) => Finding | Promise<Finding>
const judges: readonly Judge[] = [checkRoot, checkBlocks, checkCore, checkToken, checkBinding, checkSignature, checkAsset]

export type ParentOptions = Pick<GatherOptions, 'source' | 'rpcUrl' | 'engineCodeSha256' | 'signal' | 'fetch'> & { first: TokenKey }

/** Verifies ancestors' content, each once and at most {@link ANCESTORS_LIMIT}, without drawing them again. */
export function verifyParents({ first, ...options }: ParentOptions): VerifyParent {
  const seen = new Set([keyOf(first)])
  const verify: VerifyParent = async (asset, expected) => {
    const key = keyOf(asset)
    if (seen.has(key)) return null
    if (seen.size > ANCESTORS_LIMIT) return `more than ${ANCESTORS_LIMIT} ancestors; the rest was not followed`
    seen.add(key)
    try {
      const evidence = await gatherEvidence({ ...options, asset, opening: null, onStep: () => {} })
      for (const judge of judges) {
        const { state, reading } = await judge(evidence)
        if (state === 'fail' || state === 'none') return reading
      }
      const { record } = evidence.record
      if (record?.envelope.coreHash !== expected.coreHash) return 'its record has another hash than the one named'
      if (record.core.asset.payloadSha256 !== expected.assetSha256) return 'its file has another hash than the one named'
      const above = await checkParents(evidence, verify)
      return above.state === 'fail' ? above.reading : null
    } catch (cause) {
      if (cause instanceof VerifyFailed && cause.code !== 'VERIFY_CANCELLED') return cause.message
      throw cause
    }
  }
  return verify
}

const keyOf = ({ chainId, collection, tokenId, standard }: TokenKey): string =>
  assetRef(chainId, collection, tokenId, standard).toLowerCase()
