import { assetRef, type TokenKey } from '@daedal/protocol/chains/caip'
import type { PromptOpening } from '@daedal/protocol/provenance/commitment'
import { cidOfRoot } from '@daedal/protocol/tokens/root'
import { CID } from 'multiformats/cid'
import type { Hex } from 'viem'
import { ApiProblem, createClient } from '../client.ts'
import { counted } from './check.ts'
import type { Evidence } from './evidence.ts'
import { CAR_LIMIT, fetchCar } from './fetch-car.ts'
import { type FileRead, type Folder, openFolder } from './open-folder.ts'
import { type Car, readCar } from './read-car.ts'
import { type ChainAnswer, chainNotAsked, readChain } from './read-chain.ts'
import { type RecordRead, readRecord } from './read-record.ts'
import { VerifyFailed } from './verify-failed.ts'
import { type Dag, walkDag } from './walk-dag.ts'

const ASSET_LIMIT = 128 << 20

/** Where the content comes from: a service of ours with its gateway, or a CAR that the caller has. */
export type ContentSource = { kind: 'gateway'; baseUrl: string } | { kind: 'car'; bytes: Uint8Array }

export type GatherOptions = {
  asset: TokenKey
  source: ContentSource
  /** JSON-RPC of the asset's chain; without it the checks on chain are not assessed. */
  rpcUrl: string | null
  opening: PromptOpening | null
  engineCodeSha256: Hex | null
  signal: AbortSignal | undefined
  fetch: typeof fetch | undefined
  /** Hears how far fetching and hashing are. */
  onStep(id: 'root' | 'blocks', reading: string): void
}

/** Asks the chain, fetches the content, hashes every block and reads record and file. */
export async function gatherEvidence(options: GatherOptions): Promise<Evidence> {
  const { asset, source, rpcUrl, opening, engineCodeSha256, signal, onStep } = options
  if (rpcUrl !== null) onStep('root', `asking ${rpcUrl}`)
  const chain = rpcUrl === null ? chainNotAsked : await readChain(rpcUrl, asset, signal)
  const bytes = await contentOf(options, chain)
  onStep('blocks', `hashing ${counted(bytes.length, 'byte')}`)
  const car = await readCar(bytes, signal)
  const root = folderRoot(chain, source, car)
  const dag: Dag = root ? walkDag(car, root) : { sound: new Map(), places: new Map(), missing: [], unreadable: [] }
  const opened = root ? openFolder(dag, root) : 'the CAR names no root that can be read'
  const nothing = { opening, engineCodeSha256, asset, chain, car, dag, cid: root?.toString() ?? 'unknown' }
  if (typeof opened === 'string') {
    const none: RecordRead = { record: null, why: opened, malformed: dag.missing.length === 0 && car.flaw === null && root !== null }
    return { ...nothing, folder: { why: opened }, record: none, file: { bytes: null, why: opened, damaged: true }, further: [] }
  }
  const record = await readRecord(opened)
  return { ...nothing, folder: opened, record, file: await readAsset(opened, record), further: await readFurther(opened, record) }
}

const readAsset = async (folder: Folder, { record, why }: RecordRead): Promise<FileRead> =>
  record ? folder.read(record.envelope.asset.path, ASSET_LIMIT) : { bytes: null, why: why as string, damaged: true }

const readFurther = (folder: Folder, { record }: RecordRead): Promise<Evidence['further']> =>
  Promise.all(
    (record?.core.asset.renditions ?? []).map(async (rendition) => ({ rendition, file: await folder.read(rendition.path, ASSET_LIMIT) })),
  )

/** A CAR is judged by its own root, so that an older revision is told apart from damage; fetched content by the root asked for. */
function folderRoot(chain: ChainAnswer, source: ContentSource, car: Car): CID | null {
  if (source.kind === 'gateway' && chain.facts) return CID.parse(cidOfRoot(chain.facts.root))
  return car.root
}

async function contentOf({ asset, source, signal, fetch, onStep }: GatherOptions, chain: ChainAnswer): Promise<Uint8Array> {
  if (source.kind === 'car') {
    if (source.bytes.length > CAR_LIMIT) throw new VerifyFailed('CONTENT_TOO_LARGE', `The CAR has more than ${counted(CAR_LIMIT, 'byte')}.`)
    return source.bytes
  }
  const cid = chain.facts ? cidOfRoot(chain.facts.root) : await statedCid(source.baseUrl, asset, fetch, signal)
  onStep('blocks', 'fetching')
  return fetchCar(source.baseUrl, cid, {
    signal,
    ...(fetch && { fetch }),
    onBytes: (received) => onStep('blocks', `${counted(received, 'byte')} fetched`),
  })
}

/** The CID that the service states: what it leads to is checked against id and signature, and the root stays not assessed. */
export async function statedCid(baseUrl: string, asset: TokenKey, fetcher?: typeof fetch, signal?: AbortSignal): Promise<string> {
  const client = createClient({ baseUrl: baseUrl.replace(/\/$/, ''), ...(fetcher && { fetch: fetcher }) })
  const id = assetRef(asset.chainId, asset.collection, asset.tokenId, asset.standard)
  try {
    return (await client.provenance(id, signal ? { signal } : {})).cid
  } catch (cause) {
    if (!(cause instanceof ApiProblem)) throw cause
    if (cause.status === 404) throw new VerifyFailed('CONTENT_NOT_FOUND', `${baseUrl} knows no asset ${id}.`, cause)
    throw new VerifyFailed('NETWORK_UNREACHABLE', `${baseUrl} does not say where ${id} lies: ${cause.detail ?? cause.code}.`, cause)
  }
}
