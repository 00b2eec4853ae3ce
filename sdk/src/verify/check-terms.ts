import { type Finding, fail, notAssessed, pass } from './check.ts'
import type { Evidence } from './evidence.ts'
import { withRecord } from './with-record.ts'

/** Bits of `policy` as in IAssetCollection. */
const DERIVATIVES = 1
const APPROVAL = 2
const TRAINING = 8

const percent = (bps: number): string => `${bps / 100} %`

/** What may be done with the asset is the same on chain and in the record. */
export const checkTerms = (evidence: Evidence): Finding =>
  withRecord(evidence, ({ core }) => {
    const { facts, why } = evidence.chain
    const { derivatives, training, licence } = core.rights
    if (facts === null) return notAssessed(`${licence}; ${why}`)
    const { terms } = facts
    const wrong: string[] = []
    const expect = (what: string, chain: unknown, record: unknown) => {
      if (chain !== record) wrong.push(`${what}: chain ${chain}, record ${record}`)
    }
    expect('derivatives allowed', (terms.policy & DERIVATIVES) !== 0, derivatives.allowed)
    expect('derivatives need approval', (terms.policy & APPROVAL) !== 0, derivatives.approval)
    expect('generative training allowed', (terms.policy & TRAINING) !== 0, training.generativeTraining === 'allowed')
    expect('share of derivatives', percent(terms.remixBps), percent(derivatives.upBps))
    if (wrong.length > 0) return fail(wrong.join('; '))
    return pass(
      `${licence}; royalty ${percent(terms.royaltyBps)} to ${terms.royaltyReceiver}; derivatives ${derivatives.allowed ? `allowed, ${percent(derivatives.upBps)}` : 'not allowed'}; training ${training.generativeTraining === 'allowed' ? 'allowed' : 'not allowed'}`,
    )
  })
