import type { TokenKey } from '@daedal/protocol/chains/caip'
import type { PromptOpening } from '@daedal/protocol/provenance/commitment'
import type { CoreRendition } from '@daedal/protocol/provenance/core'
import type { Hex } from 'viem'
import type { FileRead, Folder } from './open-folder.ts'
import type { Car } from './read-car.ts'
import type { ChainAnswer } from './read-chain.ts'
import type { RecordRead } from './read-record.ts'
import type { Dag } from './walk-dag.ts'

/** Everything the checks judge. What could not be had is there as a reason, so that each check can say what it lacked. */
export type Evidence = {
  asset: TokenKey
  chain: ChainAnswer
  /** CID of the folder that is judged: the chain's when it is known, else the one the source named. */
  cid: string
  car: Car
  dag: Dag
  folder: Folder | { why: string }
  record: RecordRead
  /** The asset's file, when the record names one and its blocks are sound. */
  file: FileRead
  /** The further files that the record names. */
  further: readonly { rendition: CoreRendition; file: FileRead }[]
  /** What the caller opened of the prompt. */
  opening: PromptOpening | null
  /** Digest of this copy's engine sources, when the caller could read them. */
  engineCodeSha256: Hex | null
}

export const isFolder = (folder: Evidence['folder']): folder is Folder => 'names' in folder
