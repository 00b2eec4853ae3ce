import type { Generation } from '@daedal/protocol/generation/api'
import type { EventStream } from '../event-stream.ts'
import type { ProgressBoard } from './progress-board.ts'
import type { ReadGeneration } from './read-generation.ts'

/** At most ten messages a second. */
const THROTTLE_MS = 100
/** How often the stored state is read, for jobs that another process draws and for the place in the queue. */
const REFRESH_MS = 1_000

/** Sends a job on each change until it is finished or the reader leaves. Starts with what `first` says. */
export async function followGeneration(
  { reading, board }: { reading: ReadGeneration; board: ProgressBoard },
  first: Generation,
  stream: EventStream,
): Promise<void> {
  let stored = first
  let sent = ''
  let outdated = false
  let wake = () => {}
  const unwatch = board.watch(first.id, (change) => {
    if (change === 'state') outdated = true
    wake()
  })
  const leave = () => wake()
  stream.signal.addEventListener('abort', leave)
  try {
    let readAt = Date.now()
    while (!stream.signal.aborted) {
      const view = reading.withProgress(stored)
      const text = JSON.stringify(view)
      if (text !== sent && stream.idle) {
        stream.send({ data: view })
        sent = text
      }
      if (isFinished(view) && text === sent) return
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, REFRESH_MS)
        wake = () => {
          clearTimeout(timer)
          setTimeout(resolve, THROTTLE_MS)
        }
      })
      if (outdated || Date.now() - readAt >= REFRESH_MS) {
        outdated = false
        readAt = Date.now()
        stored = await reading.load(first.id)
      }
    }
  } finally {
    unwatch()
    stream.signal.removeEventListener('abort', leave)
    stream.end()
  }
}

const isFinished = ({ state }: Generation) => state === 'done' || state === 'failed' || state === 'cancelled'
