import { parseTokenRef, type TokenKey } from '@daedal/protocol/chains/caip'
import { tokenIdOf } from '@daedal/protocol/tokens/token-id'
import { counted, type Finding, fail, notAssessed, pass, shortened, weak } from './check.ts'
import type { Evidence } from './evidence.ts'
import { type ChainFacts, readCreator } from './read-chain.ts'
import { withRecord } from './with-record.ts'

/** Verifies an asset's content and answers the first failed check as text, or null when all hold. */
export type VerifyParent = (asset: TokenKey, expected: { coreHash: string; assetSha256: string }) => Promise<string | null>

/**
 * Every asset that the record names as its source exists on chain under the record hash that is named, and its own content
 * verifies. `verifyParent` is null where no source of other assets' content was given.
 */
export async function checkParents(evidence: Evidence, verifyParent: VerifyParent | null): Promise<Finding> {
  return withRecord(evidence, async ({ core }) => {
    const { inputs } = core
    if (inputs.length === 0) return pass('it names none')
    const { facts, why } = evidence.chain
    if (facts === null) return notAssessed(`it names ${counted(inputs.length, 'parent')}; ${why}`)
    const wrong: string[] = []
    const open: string[] = []
    for (const { token, coreHash, assetSha256 } of inputs) {
      const parent = parseTokenRef(token)
      if (!parent) wrong.push(`${token} is not an asset id`)
      else if (parent.chainId !== evidence.asset.chainId) open.push(`${shortened(token)} is on another chain`)
      else {
        const problem = await onChain(facts, parent, coreHash)
        const deeper = problem === null && verifyParent ? await verifyParent(parent, { coreHash, assetSha256 }) : null
        if (problem ?? deeper) wrong.push(`${token}: ${problem ?? deeper}`)
      }
    }
    if (wrong.length > 0) return fail(wrong.join('; '))
    const verified = `${inputs.length - open.length} of ${inputs.length} exist on chain`
    if (open.length > 0) return weak(`${verified}; ${open.join('; ')}`)
    return verifyParent ? pass(`${verified} and verify`) : weak(`${verified}; their own content was not at hand`)
  })
}

async function onChain(facts: ChainFacts, parent: TokenKey, coreHash: `0x${string}`): Promise<string | null> {
  const creator = await readCreator(facts, parent)
  if (creator === null) return 'there is no such token'
  return tokenIdOf(creator, coreHash) === parent.tokenId ? null : 'its record has another hash than the one named'
}
