import type { PrepareMint } from '@daedal/protocol/generation/api'
import type { Hex32 } from '@daedal/protocol/scalars'

/** A finished picture that becomes an item of a drop, and what is said of it. */
export type NewItem = { generation: string; body: Omit<PrepareMint, 'creator'> }

/** What a person asks for who sells finished pictures in a drop of one stage. Price in wei; times in unix seconds. */
export type CreateDropRequest = {
  kind: 'create-drop'
  items: readonly NewItem[]
  start: number
  end: number
  price: string
  /** Tickets of one account at most; 0 for no limit. */
  perWallet: number
  /** Hash of the secret that this browser keeps; null where the first ticket gets the first item. */
  commitment: Hex32 | null
}

/** What `prepare` and the steps after it keep in the flow. */
export type PreparedCreation = {
  records: { coreHash: Hex32; tokenId: string }[]
  /** Set once the records are published. */
  vouchers?: unknown[]
  drop?: Hex32
  deadline?: string
}
