import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

export type ListenOptions = {
  url: string
  channel: string
  /** Called for each notification, and after each gap in the connection. */
  onNotify(): void
  log: { warn(details: object, message: string): void }
}

const RETRY_MS = 1_000

/** Hears notifications on a connection of its own, and connects again when it breaks. */
export function listen({ url, channel, onNotify, log }: ListenOptions): { stop(): Promise<void> } {
  const stopped = new AbortController()
  let client: pg.Client | undefined

  async function connected(): Promise<void> {
    const ended = Promise.withResolvers<void>()
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, application_name: 'daedal listener', keepAlive: true })
    client.on('error', () => ended.resolve())
    client.on('end', () => ended.resolve())
    client.on('notification', onNotify)
    try {
      await client.connect()
      await client.query(`listen ${pg.escapeIdentifier(channel)}`)
      onNotify()
      await ended.promise
    } finally {
      await client.end().catch(() => undefined)
    }
  }

  const running = (async () => {
    while (!stopped.signal.aborted) {
      await connected().catch((error: Error) => log.warn({ error: error.message }, 'The database cannot be listened to'))
      await sleep(RETRY_MS, undefined, { signal: stopped.signal }).catch(() => undefined)
    }
  })()
  return {
    async stop() {
      stopped.abort()
      await client?.end().catch(() => undefined)
      await running
    },
  }
}
