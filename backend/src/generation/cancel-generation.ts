import type { ProgressBoard } from './progress-board.ts'
import type { GenerationStore } from './store.ts'

export type CancelGenerationDeps = {
  store: GenerationStore
  board: ProgressBoard
  /** Takes the job out of the queue. */
  dequeue(id: string): Promise<void>
  now(): Date
}

/** Cancels a job: at once when it is drawn here, within a second when another process draws it. Finished pictures stay. */
export function createCancelGeneration({ store, board, dequeue, now }: CancelGenerationDeps) {
  return async (id: string): Promise<void> => {
    if (!(await store.cancel(id, now()))) return
    board.cancel(id)
    board.changed(id)
    await dequeue(id)
  }
}
