import { commitPrompt, PromptOpening } from '@daedal/protocol/provenance/commitment'
import type { ProvenanceCore } from '@daedal/protocol/provenance/core'
import type { TokenMetadata } from '@daedal/protocol/tokens/metadata'
import { Check } from 'typebox/value'

/** The prompt that its creator made public: shown only when the opening beside it leads to the record's commitment. */
export function publicPrompt({ prompt, aigc_data }: TokenMetadata, { generation }: ProvenanceCore): string | null {
  if (prompt === generation.promptCommitment) return null
  const salt = saltOf(aigc_data)
  const opening = { prompt: { text: prompt, salt }, negative: null }
  if (!Check(PromptOpening, opening)) return null
  return commitPrompt(opening).promptCommitment === generation.promptCommitment ? prompt : null
}

function saltOf(text: string): unknown {
  try {
    return (JSON.parse(text) as { opening?: { prompt?: { salt?: unknown } } }).opening?.prompt?.salt
  } catch {
    return undefined
  }
}
