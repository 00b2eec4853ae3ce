import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ENGINE } from '@daedal/engine/engine'
import { engineOf } from '@daedal/engine/engine-of'
import { pdq } from '@daedal/engine/measure/pdq'
import { LOCAL_CHAIN_ID } from '@daedal/protocol/chains/deployment'
import type { ItemPlan } from '@daedal/protocol/generation/item-plan'
import { modelPaths } from '@daedal/protocol/generation/model-file'
import type { GenerationPlan } from '@daedal/protocol/generation/plan'
import type { PromptOpening } from '@daedal/protocol/provenance/commitment'
import { type ProvenanceCore, sha256Hex } from '@daedal/protocol/provenance/core'
import type { Address, Hex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { openEmbeddedContent } from '../../backend/src/adapters/content/embedded.ts'
import { encodePicture } from '../../backend/src/adapters/media/encode-picture.ts'
import { picturePathOf, THUMBNAIL_PATH } from '../../backend/src/provenance/asset-files.ts'
import { createEngineCode } from '../../backend/src/provenance/engine-code.ts'
import type { ContentFile, ContentStore, Lineage } from '../../backend/src/provenance/ports.ts'
import { createPrepareMint } from '../../backend/src/provenance/prepare-mint.ts'
import { createSignMint } from '../../backend/src/provenance/sign-mint.ts'
import type { MintRecord, MintStore } from '../../backend/src/provenance/store.ts'

/** Signs the records of these tests. */
export const creator = privateKeyToAccount(`0x${'11'.repeat(32)}`)
/** Where the tokens of these tests would live when no chain is used. */
export const nowhere: Address = '0x5FbDB2315678afecb367f032d93F642f64180aa3'

export const goldenSword = (size: number): ItemPlan => ({
  kind: 'item',
  engineVersion: ENGINE.version,
  item: 'sword',
  form: '',
  material: 'gold',
  colour: '#7a2030',
  modifiers: ['runed'],
  backdrop: 'sage',
  style: 'photo',
  size: { w: size, h: size },
})

/** An asset whose folder is stored as the service stores it, and a CAR of it. */
export type MadeAsset = {
  assetId: string
  tokenId: bigint
  root: Hex
  cid: string
  car: Uint8Array
  core: ProvenanceCore
  coreHash: Hex
  opening: PromptOpening
  files: { path: string; bytes: Uint8Array }[]
}

export type MakeAsset = {
  size?: number
  /** What is drawn; a golden sword of the size when nothing is said. */
  plan?: GenerationPlan
  seed?: number
  /** Version that drew it; this one when nothing is said. */
  engineVersion?: string
  prompt?: string
  public?: boolean
  collection?: Address
  chainId?: number
  creator?: typeof creator
  /** What it was made from; words alone when nothing is said. */
  lineage?: Lineage
}

/** A content store in a folder of its own, and the service's own way from a drawing to a signed folder. */
export async function openStudio(): Promise<{
  content: ContentStore
  make(asset?: MakeAsset): Promise<MadeAsset>
  pack(files: readonly ContentFile[]): Promise<{ cid: string; root: Hex; car: Uint8Array }>
  close(): Promise<void>
}> {
  const dir = await mkdtemp(path.join(tmpdir(), 'daedal-sdk-'))
  const content = await openEmbeddedContent(dir)
  const engineCode = createEngineCode({ content })

  const make = async (asset: MakeAsset = {}): Promise<MadeAsset> => {
    const { size = 64, seed = 11, prompt = 'a golden sword', collection = nowhere, chainId = LOCAL_CHAIN_ID, creator: by = creator } = asset
    const plan = asset.plan ?? goldenSword(size)
    const engine = await engineOf(asset.engineVersion ?? ENGINE.version)
    if (!engine) throw new Error(`there is no engine ${asset.engineVersion}`)
    const { picture, model } = engine.make(plan, seed)
    const renderSha256 = sha256Hex(picture.rgba)
    const { png, thumbnail } = await encodePicture({ ...picture, data: picture.rgba, renderSha256 })
    const drawn = await content.putDirectory([
      { path: picturePathOf(model?.role), bytes: png },
      ...(model ? [{ path: modelPaths[model.role], bytes: model.glb }] : []),
      { path: THUMBNAIL_PATH, bytes: thumbnail },
    ])
    const store = memoryStore()
    const prepare = createPrepareMint({
      store,
      engineCode,
      sealer: { seal: (plain) => plain, open: (sealed) => sealed },
      describe: () => 'A golden sword.',
      refusedBy: () => null,
      collection: { chainId, address: collection },
      now: () => new Date('2026-01-02T03:04:05Z'),
      readLineage: async () => asset.lineage ?? { derivation: null, inputs: [] },
      findPicture: async (generationId, variation) => ({
        generationId,
        variation,
        kind: plan.kind,
        plan,
        seed: String(seed),
        prompt,
        engine: { ...ENGINE, version: asset.engineVersion ?? ENGINE.version },
        folder: drawn.cid,
        sha256: sha256Hex(png),
        renderSha256,
        width: picture.width,
        height: picture.height,
        fingerprint: pdq(picture),
        metrics: {},
        model: model && { role: model.role, sha256: sha256Hex(model.glb), renderSha256: sha256Hex(model.canonical) },
      }),
    })
    const prepared = await prepare('generation', {
      variation: 0,
      creator: by.address,
      name: 'Gilded sword',
      licence: 'CC-BY-4.0',
      royaltyBps: 500,
      remixBps: 1_000,
      prompt: asset.public ? 'public' : 'committed',
      training: false,
    })
    const step = prepared.steps[0]
    if (step?.type !== 'sign') throw new Error('the first step is to sign')
    const signature = await by.signTypedData(step.typedData as Parameters<typeof by.signTypedData>[0])
    const sign = createSignMint({
      store,
      content,
      checkSignature: async () => true,
      checkInputs: async () => {},
      estimateGas: async () => null,
      readPayees: async () => [],
      markMinted: async () => {},
      now: () => new Date(),
    })
    const signed = await sign(prepared.coreHash, signature)
    const files = await Promise.all(
      signed.files.map(async ({ path: name }) => ({ path: name, bytes: await content.readAll(signed.cid, name) })),
    )
    return {
      assetId: prepared.asset,
      tokenId: BigInt(prepared.tokenId),
      root: signed.root,
      cid: signed.cid,
      car: await collected(content.car(signed.cid)),
      core: prepared.core,
      coreHash: prepared.coreHash,
      opening: prepared.opening as PromptOpening,
      files,
    }
  }

  return {
    content,
    make,
    pack: async (files) => {
      const { cid, root } = await content.putDirectory(files)
      return { cid, root, car: await collected(content.car(cid)) }
    },
    close: async () => {
      await content.close()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

async function collected(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const list: Uint8Array[] = []
  for await (const part of parts) list.push(part)
  return new Uint8Array(Buffer.concat(list))
}

/** Records in memory: the use cases under test need no database. */
function memoryStore(): MintStore {
  const records = new Map<Hex, MintRecord>()
  const requests = new Map<string, Hex>()
  return {
    find: async (coreHash) => records.get(coreHash) ?? null,
    findByRequest: async (key) => records.get(requests.get(key) as Hex) ?? null,
    add: async (key, record) => {
      requests.set(key, record.coreHash)
      records.set(record.coreHash, record)
      return record
    },
    sign: async (coreHash, signature, directory, at) => {
      const record = records.get(coreHash) as MintRecord
      records.set(coreHash, { ...record, signed: { signature, directory, at } })
    },
    eraseOpening: async () => {},
    signedOf: async () => [],
    nearest: async () => null,
    expire: async () => 0,
  }
}
