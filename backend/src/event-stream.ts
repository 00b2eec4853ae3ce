import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

/** Milliseconds between signs of life, so that proxies keep a silent stream open. */
const HEARTBEAT_MS = 15_000

/** A stream of server-sent events (WHATWG HTML, section 9.2). */
export type EventStream = {
  /** Sends one event; false when the reader is slow and this one should have been the last for now. */
  send(event: { data: unknown; event?: string; id?: string }): boolean
  /** The reader took everything that was sent. */
  readonly idle: boolean
  end(): void
  /** Aborted when the reader left or the stream ended. */
  readonly signal: AbortSignal
}

/** Opens the stream as the reply's body. Headers that other parts set (CORS, security) are kept. */
export function openEventStream(reply: FastifyReply): EventStream {
  const closed = new AbortController()
  let idle = true
  const body = new Readable({
    read() {
      idle = true
    },
    destroy(error, done) {
      clearInterval(heartbeat)
      closed.abort()
      done(error)
    },
  })
  const push = (text: string) => {
    if (closed.signal.aborted) return false
    idle = body.push(text)
    return idle
  }
  const heartbeat = setInterval(() => push(': still here\n\n'), HEARTBEAT_MS)
  push('retry: 1000\n\n')
  reply
    .header('content-type', 'text/event-stream; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('x-accel-buffering', 'no')
    .send(body)
  return {
    send: ({ data, event, id }) =>
      push(`${id === undefined ? '' : `id: ${id}\n`}${event === undefined ? '' : `event: ${event}\n`}data: ${JSON.stringify(data)}\n\n`),
    get idle() {
      return idle
    },
    end() {
      if (closed.signal.aborted) return
      clearInterval(heartbeat)
      body.push(null)
    },
    signal: closed.signal,
  }
}
