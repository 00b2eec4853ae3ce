import type { Address, Hex } from 'viem'
import type { MintRecord } from './store.ts'
export const mintTransaction = (record: MintRecord, root: Hex): { to: Address; data: Hex; value: bigint } => ({ to: record.collection, data: root, value: 0n })
