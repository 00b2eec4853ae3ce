import type { Address, Hex } from 'viem'
import { createStore } from '../../lib/store.ts'

/** A transaction as the wallet is about to sign it. */
export type PlannedTransaction = { to: Address | null; data: Hex; value: bigint; maxFee: bigint }

/** EIP-712 data as it came. */
export type TypedData = {
  domain: Record<string, unknown>
  types: Record<string, { name: string; type: string }[]>
  primaryType: string
  message: Record<string, unknown>
}

/** What the person is asked. */
export type Question =
  | { kind: 'connect' }
  | { kind: 'message'; text: string }
  | { kind: 'typed-data'; typedData: TypedData }
  | { kind: 'transaction'; transaction: PlannedTransaction }

type Asked = { id: number; question: Question; answer: (confirmed: boolean) => void }

/** Open questions, oldest first. Only the first is shown. */
export const questions = createStore<readonly Asked[]>([])
let count = 0

/** Asks the person. Resolves to whether they confirmed. */
export function ask(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const id = ++count
    const answer = (confirmed: boolean) => {
      questions.set((open) => open.filter((asked) => asked.id !== id))
      resolve(confirmed)
    }
    questions.set((open) => [...open, { id, question, answer }])
  })
}
