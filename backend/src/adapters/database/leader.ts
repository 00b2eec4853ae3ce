import pg from 'pg'

/** Any number that no other user of this database takes as an advisory lock. */
const LEADER_LOCK = 7_231_905_513

export type LeaderOptions = { url: string; log: { info(details: object, message: string): void } }

/**
 * One process at a time leads: the one whose connection holds an advisory lock. When it dies, its connection does, and
 * another takes over.
 */
export function createLeader({ url, log }: LeaderOptions) {
  let held: pg.Client | undefined
  let trying: Promise<boolean> | undefined

  async function take(): Promise<boolean> {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 5_000,
      application_name: 'daedal leader',
      keepAlive: true,
    })
    let alive = true
    const lost = () => {
      alive = false
      if (held === client) held = undefined
    }
    client.on('error', lost)
    client.on('end', lost)
    try {
      await client.connect()
      const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [LEADER_LOCK])
      if (rows[0]?.taken && alive) {
        held = client
        log.info({}, 'This process leads the index')
        return true
      }
    } catch (error) {
      await client.end().catch(() => undefined)
      throw error
    }
    await client.end()
    return false
  }

  return {
    /** Whether this process leads, now. Tries to take the lead when nobody has it. */
    async lead(): Promise<boolean> {
      if (held) return true
      trying ??= take().finally(() => {
        trying = undefined
      })
      return trying
    },
    async stop(): Promise<void> {
      await held?.end().catch(() => undefined)
    },
  }
}
