import { setTimeout as sleep } from 'node:timers/promises'
import type { IndexStatus } from '@daedal/protocol/accounts/api'
import type { EventQuery } from '@daedal/protocol/worlds/events'
import type { EventStream } from '../event-stream.ts'
import type { EventFeed } from './event-feed.ts'

export type FollowEventsDeps = { feed: EventFeed; status(): IndexStatus; stream: EventStream }

/** Looks at a reader that does not take what was sent, and how often before it is left. */
const LOOK_MS = 50
const LOOKS = 1_200

/**
 * Sends the log's entries after `query.after`, each with its `seq` as id, and then each new one. A wake that brought no entry
 * (content was read, a price changed, a block without events) is told as a `block` message without id.
 */
export async function followEvents({ feed, status, stream }: FollowEventsDeps, query: EventQuery & { after: number }): Promise<void> {
  let after = query.after
  let told = -1
  try {
    while (!stream.signal.aborted) {
      const wakes = feed.wakes
      const { data, page } = await feed.next({ ...query, after })
      for (const entry of data) stream.send({ data: entry, id: String(entry.seq) })
      after = page.next
      if (!data.length && told !== wakes) stream.send({ event: 'block', data: status() })
      told = wakes
      if (!(await drained(stream))) return
      if (page.next >= page.head) await feed.wait(wakes, stream.signal)
    }
  } finally {
    stream.end()
  }
}

async function drained(stream: EventStream): Promise<boolean> {
  for (let look = 0; look < LOOKS; look++) {
    if (stream.idle || stream.signal.aborted) return true
    await sleep(LOOK_MS)
  }
  return false
}
