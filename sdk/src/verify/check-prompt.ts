import { commitPrompt, fieldDigest, PromptOpening } from '@daedal/protocol/provenance/commitment'
import { canonicalBytes, sha256Hex } from '@daedal/protocol/provenance/core'
import type { TokenMetadata } from '@daedal/protocol/tokens/metadata'
import { Check } from 'typebox/value'
import { type Finding, fail, notAssessed, pass } from './check.ts'
import { readMetadata } from './check-metadata.ts'
import { type Evidence, isFolder } from './evidence.ts'
import { withRecord } from './with-record.ts'

/** What was opened of the prompt, by the caller or publicly in the metadata, is what the creator committed to. */
export async function checkPrompt(evidence: Evidence): Promise<Finding> {
  return withRecord(evidence, async ({ core }) => {
    const { promptCommitment, promptDigests } = core.generation
    const commitment = sha256Hex(canonicalBytes(promptDigests))
    if (commitment !== promptCommitment) return fail(`the digests commit to ${commitment}, the record says ${promptCommitment}`)
    const opening = evidence.opening ?? (await publicOpening(evidence))
    if (opening === null) return notAssessed(`committed as ${promptCommitment}; its creator has not opened it here`)
    if (fieldDigest(opening.prompt) !== promptDigests.prompt) return fail('the opened prompt is not the one committed to')
    const negative = opening.negative ? fieldDigest(opening.negative) : null
    if (negative !== promptDigests.negative) return fail('the opened negative prompt is not the one committed to')
    if (commitPrompt(opening).promptCommitment !== promptCommitment) return fail('the opening does not match the commitment')
    return pass(
      `“${opening.prompt.text}”${opening.negative ? `, without “${opening.negative.text}”` : ''}${evidence.opening ? '' : ', public'}`,
    )
  })
}

/** The opening that a creator published in `metadata.json` (`prompt`, with its salt in `aigc_data`); null when there is none. */
async function publicOpening({ folder }: Evidence): Promise<PromptOpening | null> {
  if (!isFolder(folder)) return null
  const { metadata } = await readMetadata(folder)
  return metadata && openingOf(metadata)
}

function openingOf(metadata: TokenMetadata): PromptOpening | null {
  try {
    const { opening } = JSON.parse(metadata.aigc_data) as { opening?: { prompt?: { salt?: unknown }; negative?: unknown } }
    if (!opening) return null
    const full = { prompt: { text: metadata.prompt, salt: opening.prompt?.salt }, negative: opening.negative ?? null }
    return Check(PromptOpening, full) ? full : null
  } catch {
    return null // not our kind of data: nothing was opened
  }
}
