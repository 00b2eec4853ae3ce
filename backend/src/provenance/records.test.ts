import type { Generation, PreparedMint, PrepareMint, SignedMint } from '@daedal/protocol/generation/api'
import { commitPrompt } from '@daedal/protocol/provenance/commitment'
import { canonicalBytes, coreHashOf, sha256Hex } from '@daedal/protocol/provenance/core'
import { provenanceTypedData } from '@daedal/protocol/provenance/signature'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { tokenIdOf } from '@daedal/protocol/tokens/token-id'
import { decodeFunctionData, type Hex } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { embeddedPlanner } from '../generation/embedded-planner.ts'
import { quickDraughtsman } from '../generation/testing/fakes.ts'
import { type GenerationServer, startGenerationServer, testDeployment } from '../testing/generation-server.ts'

describe('a record', () => {
  const creator = privateKeyToAccount(generatePrivateKey())
  let server: GenerationServer
  let generation: Generation
  beforeAll(async () => {
    server = await startGenerationServer({ planner: embeddedPlanner, draughtsman: quickDraughtsman })
    generation = await (await send('POST', '/v1/generations', { prompt: 'a quiet city', seed: 5, variations: 2 })).json()
    generation = await vi.waitFor(
      async () => {
        const job = (await (await fetch(`${server.url}/v1/generations/${generation.id}`)).json()) as Generation
        expect(job.state).toBe('done')
        return job
      },
      { timeout: 20_000 },
    )
  })
  afterAll(() => server.stop())

  const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    fetch(`${server.url}${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const asked: PrepareMint = {
    variation: 0,
    creator: creator.address,
    name: 'Quiet',
    licence: 'CC-BY-4.0',
    royaltyBps: 500,
    remixBps: 1_000,
    prompt: 'committed',
    training: true,
  }
  const prepare = async (changes: Partial<PrepareMint> = {}) =>
    send('POST', `/v1/generations/${generation.id}/mint`, { ...asked, ...changes })
  const prepared = async (changes: Partial<PrepareMint> = {}) => (await (await prepare(changes)).json()) as PreparedMint
  const signatureOf = ({ coreHash, tokenId }: PreparedMint, signer = creator) =>
    signer.signTypedData(
      provenanceTypedData(testDeployment.chainId, testDeployment.assetCollection, {
        creator: creator.address,
        coreHash: coreHash as Hex,
        tokenId: BigInt(tokenId),
      }),
    )
  const sign = (record: PreparedMint, signature: string) => send('PUT', `/v1/mints/${record.coreHash}/signature`, { signature })
  const codeOf = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code]

  it('names its picture, its maker and its token, and is the same when asked for again', async () => {
    const record = await prepared()
    expect(coreHashOf(record.core)).toBe(record.coreHash)
    expect(tokenIdOf(creator.address, record.coreHash as Hex).toString()).toBe(record.tokenId)
    expect(record.core.asset.payloadSha256).toBe(generation.variations[0]?.sha256)
    expect(record.opening?.prompt.text).toBe('a quiet city')
    expect(commitPrompt(record.opening as never).promptCommitment).toBe(record.core.generation.promptCommitment)
    expect(JSON.stringify(record.core)).not.toContain('a quiet city')
    expect((await prepared()).coreHash).toBe(record.coreHash)
    expect((await prepared({ name: 'Another' })).coreHash).not.toBe(record.coreHash)
  })

  it('becomes a directory that names itself, and a transaction that mints exactly it', async () => {
    const record = await prepared()
    const signed = (await (await sign(record, await signatureOf(record))).json()) as SignedMint
    expect(signed.files.map(({ path }) => path).sort()).toEqual(['asset.png', 'metadata.json', 'provenance.json', 'thumb.webp'])
    const metadata = JSON.parse(new TextDecoder().decode(await server.content.readAll(signed.cid, 'metadata.json')))
    expect(metadata).toMatchObject({
      name: 'Quiet',
      licence: 'CC-BY-4.0',
      coreHash: record.coreHash,
      prompt: record.core.generation.promptCommitment,
    })
    const envelope = JSON.parse(new TextDecoder().decode(await server.content.readAll(signed.cid, 'provenance.json')))
    expect(sha256Hex(canonicalBytes(envelope.core))).toBe(record.coreHash)
    expect(sha256Hex(await server.content.readAll(signed.cid, 'asset.png'))).toBe(record.core.asset.payloadSha256)
    const { functionName, args } = decodeFunctionData({ abi: assetCollectionAbi, data: signed.transaction.data })
    expect(functionName).toBe('mint')
    expect(args).toEqual([
      record.coreHash,
      signed.root,
      record.core.generation.promptCommitment,
      record.core.generation.engine?.codeSha256,
      { royaltyReceiver: creator.address, royaltyBps: 500, remixBps: 1_000, policy: 9, disclosure: 2 },
      [],
    ])
    const again = (await (await sign(record, await signatureOf(record))).json()) as SignedMint
    expect(again).toEqual(signed)
    expect(await (await send('GET', `/v1/mints/${record.coreHash}`)).json()).toMatchObject({ state: 'signed', cid: signed.cid })
  })

  it('takes no signature but its own', async () => {
    const [record, other] = [await prepared({ variation: 1 }), await prepared({ variation: 1, name: 'Other' })]
    const stranger = privateKeyToAccount(generatePrivateKey())
    const good = await signatureOf(record)
    const half = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n
    const malleable = `0x${good.slice(2, 66)}${(half - BigInt(`0x${good.slice(66, 130)}`)).toString(16).padStart(64, '0')}${good.endsWith('1b') ? '1c' : '1b'}`
    for (const signature of [
      await signatureOf(record, stranger),
      await signatureOf(other),
      malleable,
      '0x',
      `0x${'00'.repeat(65)}`,
      `${good}00`,
    ])
      expect(await codeOf(await sign(record, signature))).toEqual([422, 'PROVENANCE_SIGNATURE_INVALID'])
    expect(await codeOf(await sign({ ...record, coreHash: `0x${'ab'.repeat(32)}` }, good))).toEqual([404, 'PROVENANCE_MINT_UNKNOWN'])
    expect(await codeOf(await sign(record, 'nonsense'))).toEqual([400, 'REQUEST_INVALID'])
    expect((await sign(record, good)).status).toBe(200)
    expect(await codeOf(await sign(record, await signatureOf(record, stranger)))).toEqual([422, 'PROVENANCE_SIGNATURE_INVALID'])
  })

  it('opens its prompt to its creator alone', async () => {
    const record = await prepared()
    const opening = (account?: string) =>
      send('GET', `/v1/mints/${record.coreHash}/opening`, undefined, account ? { 'x-account': account } : {})
    expect(await codeOf(await opening())).toEqual([401, 'ACCOUNTS_SESSION_REQUIRED'])
    expect(await codeOf(await opening('0x1000000000000000000000000000000000000001'))).toEqual([401, 'ACCOUNTS_SESSION_REQUIRED'])
    expect(await (await opening(creator.address)).json()).toMatchObject({ opening: { prompt: { text: 'a quiet city' } } })
  })

  it('refuses what cannot be recorded, with the reason', async () => {
    for (const [changes, code] of [
      [{ name: '' }, 'REQUEST_INVALID'],
      [{ name: '   ' }, 'REQUEST_INVALID'],
      [{ name: 'a\u0000b' }, 'REQUEST_INVALID'],
      [{ name: 'x'.repeat(121) }, 'REQUEST_INVALID'],
      [{ royaltyBps: 1_001 }, 'REQUEST_INVALID'],
      [{ licence: 'mine' as never }, 'REQUEST_INVALID'],
      [{ creator: '0x12' as never }, 'REQUEST_INVALID'],
      [{ variation: 3 }, 'GENERATION_VARIATION_NOT_READY'],
    ] as const)
      expect([JSON.stringify(changes).slice(0, 60), (await codeOf(await prepare(changes)))[1]]).toEqual([
        JSON.stringify(changes).slice(0, 60),
        code,
      ])
    expect(await codeOf(await send('POST', '/v1/generations/unknown/mint', asked))).toEqual([404, 'GENERATION_UNKNOWN'])
  })

  it('says who made it possible to build upon it', async () => {
    const personal = await prepared({ licence: 'LicenseRef-Daedal-Personal-1', training: false })
    expect(personal.core.rights).toMatchObject({
      derivatives: { allowed: false, upBps: 0 },
      training: { generativeTraining: 'notAllowed' },
    })
    const signed = (await (await sign(personal, await signatureOf(personal))).json()) as SignedMint
    const { args } = decodeFunctionData({ abi: assetCollectionAbi, data: signed.transaction.data })
    expect((args as unknown as { policy: number }[])[4]).toMatchObject({ policy: 0, remixBps: 0 })
  })
})
