import { counted } from './check.ts'
import { refuseCancelled, VerifyFailed } from './verify-failed.ts'

/** A token's content is a picture and its papers: 256 MiB is far more than it needs and little enough to hold. */
export const CAR_LIMIT = 256 << 20
const SILENCE_MS = 30_000

export type FetchCarOptions = {
  /** Bytes that are taken at most. */
  limit?: number
  signal?: AbortSignal | undefined
  fetch?: typeof fetch
  /** Hears how many bytes came so far. */
  onBytes?: (received: number) => void
}

/** Fetches a CAR from a gateway (`/ipfs/<cid>?format=car`), whole, up to `limit` bytes. Nothing in it is checked here. */
export async function fetchCar(baseUrl: string, cid: string, options: FetchCarOptions = {}): Promise<Uint8Array> {
  const { limit = CAR_LIMIT, signal, fetch: fetcher = fetch, onBytes } = options
  const url = `${baseUrl.replace(/\/$/, '')}/ipfs/${cid}?format=car`
  const silence = new AbortController()
  const quiet = () => silence.abort(new Error(`nothing came for ${SILENCE_MS / 1_000} s`))
  let timer = setTimeout(quiet, SILENCE_MS)
  const either = signal ? AbortSignal.any([signal, silence.signal]) : silence.signal
  try {
    const response = await fetcher(url, { headers: { accept: 'application/vnd.ipld.car' }, signal: either })
    if (response.status === 404) throw new VerifyFailed('CONTENT_NOT_FOUND', `${baseUrl} does not have ${cid}.`)
    if (!response.ok || !response.body) throw new VerifyFailed('NETWORK_UNREACHABLE', `${url} answered ${response.status}.`)
    const parts: Uint8Array[] = []
    let length = 0
    for await (const part of iterate(response.body)) {
      clearTimeout(timer)
      timer = setTimeout(quiet, SILENCE_MS)
      length += part.length
      if (length > limit) throw new VerifyFailed('CONTENT_TOO_LARGE', `${url} sends more than ${counted(limit, 'byte')}.`)
      parts.push(part)
      onBytes?.(length)
    }
    return joined(parts, length)
  } catch (cause) {
    refuseCancelled(signal)
    if (cause instanceof VerifyFailed) throw cause
    const reason = silence.signal.aborted ? silence.signal.reason : cause
    throw new VerifyFailed('NETWORK_UNREACHABLE', `${url} cannot be read: ${reasonOf(reason)}.`, cause)
  } finally {
    clearTimeout(timer)
  }
}

/** Not every browser iterates a stream. */
async function* iterate(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}

const reasonOf = (error: unknown): string => {
  const { message, cause } = error as Error
  return cause instanceof Error ? `${message} (${cause.message})` : message
}
