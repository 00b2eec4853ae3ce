import { chainRef, parseAccountDid } from '@daedal/protocol/chains/caip'
import { isAddressEqual } from 'viem'
import { type Finding, fail, pass } from './check.ts'
import type { Evidence } from './evidence.ts'
import { withRecord } from './with-record.ts'

/** Record, signature and chain speak of the same chain, contract and creator as the id that was asked for. */
export const checkBinding = (evidence: Evidence): Finding =>
  withRecord(evidence, ({ core, envelope }) => {
    const { asset, chain } = evidence
    const creator = parseAccountDid(core.creator)
    const wrong: string[] = []
    if (core.chain !== chainRef(asset.chainId)) wrong.push(`the record is for ${core.chain}, not ${chainRef(asset.chainId)}`)
    if (!isAddressEqual(core.contract, asset.collection)) wrong.push(`the record is for contract ${core.contract}, not ${asset.collection}`)
    if (!creator || creator.chainId !== asset.chainId) wrong.push(`the creator ${core.creator} is not on ${chainRef(asset.chainId)}`)
    else {
      if (!isAddressEqual(creator.address, envelope.signature.signer))
        wrong.push(`the signer is ${envelope.signature.signer}, the creator ${creator.address}`)
      if (chain.facts && !isAddressEqual(chain.facts.creator, creator.address))
        wrong.push(`the chain's creator is ${chain.facts.creator}, the record's ${creator.address}`)
    }
    if (wrong.length > 0) return fail(wrong.join('; '))
    return pass(`${core.chain}, ${asset.collection}, creator ${creator?.address}${chain.facts ? ', as on chain' : ''}`)
  })
