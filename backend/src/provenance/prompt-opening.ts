import type { PromptOpening } from '@daedal/protocol/provenance/commitment'
import type { Hex } from 'viem'
import type { Sealer } from './ports.ts'

/** Context under which a prompt's opening is sealed: it opens in its own record only. */
const contextOf = (coreHash: Hex) => `mint/${coreHash}/opening`

export const sealOpening = (sealer: Sealer, coreHash: Hex, opening: PromptOpening): string =>
  sealer.seal(JSON.stringify(opening), contextOf(coreHash))

/** The opening of a record; null when it was erased. */
export const openOpening = (
  sealer: Sealer,
  { coreHash, sealedOpening }: { coreHash: Hex; sealedOpening: string | null },
): PromptOpening | null => (sealedOpening === null ? null : (JSON.parse(sealer.open(sealedOpening, contextOf(coreHash))) as PromptOpening))
