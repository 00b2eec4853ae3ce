import { ReadableStream } from 'node:stream/web'
import { create } from 'ipfs-http-client'
import type { CID } from 'multiformats/cid'
import { AppError } from '../../errors.ts'
import type { ContentStore } from '../../provenance/ports.ts'
import { cacheBlocks } from './block-cache.ts'
import { type Blocks, matches, parseCid } from './blocks.ts'
import { type Block, writeCar } from './car.ts'
import { createContentStore } from './store.ts'
import { importDirectory, importFile } from './unixfs.ts'

const CACHE_BYTES = 64 * 1024 * 1024
const READ_TIMEOUT_MS = 20_000
const WRITE_TIMEOUT_MS = 120_000

/** Content in a Kubo node, by its RPC address. The CIDs are made here and are the same as those of the embedded store. */
export function openKuboContent(apiUrl: string): ContentStore {
  const api = kuboApi(apiUrl)
  const client = create({ url: api.base, headers: api.headers, timeout: READ_TIMEOUT_MS })
  const blocks = cacheBlocks<Pick<Blocks, 'get'> & Blocks>({ get: (cid) => getBlock(api, cid), put: async () => {} }, CACHE_BYTES)
  /** Imports here, sends the blocks as one CAR, and resolves when the node has pinned the root. */
  const send = async <T extends { cid: string }>(make: (put: Blocks['put']) => Promise<T>): Promise<T> => {
    const made = new Map<string, Block>()
    const result = await make(async (cid, bytes) => void made.set(cid.toString(), { cid, bytes }))
    await importCar(api, parseCid(result.cid), [...made.values()])
    return result
  }
  return createContentStore({
    blocks,
    putDirectory: (files) => send((put) => importDirectory(put, files)),
    putFile: (bytes) => send((put) => importFile(put, bytes)),
    check: async () => {
      await client.version().catch((cause: Error) => {
        throw unavailable(cause)
      })
    },
    close: async () => {},
  })
}

type KuboApi = { base: string; headers: Record<string, string> }

/** The address without a user, whose name and password go into a header. */
function kuboApi(apiUrl: string): KuboApi {
  const url = new URL(apiUrl)
  const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`
  url.username = ''
  url.password = ''
  const base = url.href.replace(/\/+$/, '').replace(/\/api\/v0$/, '')
  return {
    base: `${base}/api/v0`,
    headers: credentials === ':' ? {} : { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` },
  }
}

async function getBlock(api: KuboApi, cid: CID): Promise<Uint8Array> {
  const response = await post(api, `block/get?arg=${cid}`, { signal: AbortSignal.timeout(READ_TIMEOUT_MS) }).catch((error: AppError) => {
    if ((error.cause as Error | undefined)?.name === 'TimeoutError')
      throw new AppError('CONTENT_NOT_FOUND', `No node delivered block ${cid} within ${READ_TIMEOUT_MS / 1000} s.`, { cause: error })
    throw error
  })
  if (!response.ok) {
    const said = await messageOf(response)
    if (/not found|could not find/i.test(said)) throw new AppError('CONTENT_NOT_FOUND', `There is no block ${cid} here.`)
    throw unavailable(new Error(said))
  }
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (!matches(cid, bytes)) throw new AppError('CONTENT_CORRUPT', `The IPFS node delivered other bytes than block ${cid}.`)
  return bytes
}

/** One line of the answer of `dag/import`. */
type ImportLine = { Root?: { Cid?: { '/'?: string }; PinErrorMsg?: string }; Stats?: { BlockCount?: number; BlockBytesCount?: number } }

/**
 * Streams a CAR to the node. The node answers 200 before it has read the body, and a cut stream looks like a short success, so
 * success is: exactly our root, no pin error, and the statistics line with our number of blocks.
 */
async function importCar(api: KuboApi, root: CID, blocks: readonly Block[]): Promise<void> {
  const boundary = `daedal-${crypto.randomUUID()}`
  const body = async function* (): AsyncIterable<Uint8Array> {
    yield Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${root}.car"\r\ncontent-type: application/vnd.ipld.car\r\n\r\n`,
    )
    yield* writeCar(root, blocks)
    yield Buffer.from(`\r\n--${boundary}--\r\n`)
  }
  const response = await post(api, 'dag/import?pin-roots=true&stats=true', {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: ReadableStream.from(body()) as BodyInit,
    duplex: 'half',
    signal: AbortSignal.timeout(WRITE_TIMEOUT_MS),
  })
  if (!response.ok) throw storeFailure(await messageOf(response))
  const text = await response.text().catch((cause: Error) => {
    throw unavailable(cause)
  })
  const lines = text.split('\n').filter(Boolean).map(parseLine)
  const roots = lines.flatMap((line) => (line?.Root ? [line.Root] : []))
  const stats = lines.flatMap((line) => (line?.Stats ? [line.Stats] : []))
  const complaint =
    lines.find((line) => line === null) === null
      ? `an answer that is not JSON: ${text.slice(0, 200)}`
      : roots.length !== 1 || roots[0]?.Cid?.['/'] !== root.toString()
        ? `the roots ${roots.map((item) => item.Cid?.['/']).join(', ') || 'none'} instead of ${root}`
        : roots[0].PinErrorMsg
          ? `a pin error: ${roots[0].PinErrorMsg}`
          : stats.length !== 1 || stats[0]?.BlockCount !== blocks.length
            ? `${stats[0]?.BlockCount ?? 'no count of'} blocks instead of ${blocks.length}`
            : null
  if (complaint) throw storeFailure(`the import answered ${complaint}`)
}

async function post(
  api: KuboApi,
  call: string,
  init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string>; duplex?: 'half' },
) {
  return fetch(`${api.base}/${call}`, { ...init, method: 'POST', headers: { ...api.headers, ...init.headers } }).catch((cause: Error) => {
    throw unavailable(cause)
  })
}

async function messageOf(response: Response): Promise<string> {
  const text = (await response.text().catch(() => '')).slice(0, 500)
  const line = parseLine(text) as { Message?: string } | null
  return `${response.status} ${line?.Message ?? text}`
}

function parseLine(text: string): ImportLine | null {
  try {
    return JSON.parse(text) as ImportLine
  } catch {
    return null
  }
}

const unavailable = (cause: Error): AppError =>
  new AppError('CONTENT_STORE_UNAVAILABLE', `The IPFS node does not answer: ${cause.message}.`, { cause, retryAfter: 5 })

const storeFailure = (said: string): AppError =>
  /no space left|disk quota|storage.*exceeded/i.test(said)
    ? new AppError('CONTENT_STORE_FULL', `The IPFS node says: ${said}.`)
    : new AppError('CONTENT_STORE_UNAVAILABLE', `The IPFS node says: ${said}.`, { retryAfter: 5 })
