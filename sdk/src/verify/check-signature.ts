import { parseAccountDid } from '@daedal/protocol/chains/caip'
import { coreHashOf } from '@daedal/protocol/provenance/core'
import { provenanceTypedData } from '@daedal/protocol/provenance/signature'
import { tokenIdOf } from '@daedal/protocol/tokens/token-id'
import { type Hex, isAddressEqual, recoverTypedDataAddress } from 'viem'
import { type Finding, fail, notAssessed, pass } from './check.ts'
import type { Evidence } from './evidence.ts'
import { withRecord } from './with-record.ts'

/** Bytes of a signature by a plain key: r, s, v. */
const KEY_SIGNATURE = 65

/** The creator signed this record (EIP-712): by key, or by contract (ERC-1271, ERC-6492) when a chain can be asked. */
export async function checkSignature(evidence: Evidence): Promise<Finding> {
  return withRecord(evidence, async ({ core, envelope }) => {
    const creator = parseAccountDid(core.creator)
    if (!creator) return notAssessed('the record names no creator')
    const coreHash = coreHashOf(core)
    const typedData = provenanceTypedData(creator.chainId, core.contract, {
      creator: creator.address,
      coreHash,
      tokenId: tokenIdOf(creator.address, coreHash),
    })
    const { signature } = envelope.signature
    const signer = await recoverTypedDataAddress({ ...typedData, signature }).catch(() => null)
    if (signer && isAddressEqual(signer, creator.address) && isPlain(signature)) return pass(`${creator.address}, EIP-712, by key`)
    const { facts, why } = evidence.chain
    if (facts && creator.chainId === evidence.asset.chainId) {
      const valid = await facts.client.verifyTypedData({ ...typedData, address: creator.address, signature })
      if (valid) return pass(`${creator.address}, EIP-712, by contract (ERC-1271)`)
      return fail(`the signature is ${signer ?? "nobody's"}${signer ? "'s" : ''}, not that of ${creator.address}`)
    }
    if (isPlain(signature))
      return fail(
        `the signature is ${signer ? `that of ${signer}` : "nobody's"}, not that of ${creator.address} (a contract account needs an RPC)`,
      )
    return notAssessed(`only the chain can say whether the contract ${creator.address} signed, and ${why}`)
  })
}

const isPlain = (signature: Hex): boolean => (signature.length - 2) / 2 === KEY_SIGNATURE
