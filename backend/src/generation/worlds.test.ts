import type { Generation, PreparedMint, PrepareMint, SignedMint } from '@daedal/protocol/generation/api'
import { MODEL_LIMIT } from '@daedal/protocol/generation/model-file'
import { sha256Hex } from '@daedal/protocol/provenance/core'
import { provenanceTypedData } from '@daedal/protocol/provenance/signature'
import type { Hex } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { verifyAsset } from '../../../sdk/src/verify.ts'
import { type GenerationServer, startGenerationServer, testDeployment } from '../testing/generation-server.ts'
import { readContent } from '../tokens/read-content.ts'
import { modelOf, renditionsOf } from '../tokens/renditions.ts'
import { flatDrawing } from './testing/fakes.ts'

const servers: GenerationServer[] = []
const start = async (options: Parameters<typeof startGenerationServer>[0]) => {
  const server = await startGenerationServer(options)
  servers.push(server)
  return server
}
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
})

const send = async <T>(server: GenerationServer, method: string, path: string, body?: unknown) => {
  const response = await fetch(`${server.url}${path}`, {
    method,
    ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  return (await response.json()) as T
}
const settled = (server: GenerationServer, id: string) =>
  vi.waitFor(
    async () => {
      const job = await send<Generation>(server, 'GET', `/v1/generations/${id}`)
      expect(['done', 'failed', 'cancelled']).toContain(job.state)
      return job
    },
    { timeout: 90_000, interval: 200 },
  )
const collected = async (parts: AsyncIterable<Uint8Array>) => {
  const list: Uint8Array[] = []
  for await (const part of parts) list.push(part)
  return new Uint8Array(Buffer.concat(list))
}

describe('a world', { timeout: 180_000 }, () => {
  const prompt = 'a walkable village by a lake'

  it('goes from a prompt to a verified token: built, kept with its still, recorded and made again', async () => {
    const server = await start({ environment: { GENERATION_WORKERS: '1' } })
    const { id, kind, variations } = await send<Generation>(server, 'POST', '/v1/generations', { prompt, seed: 7, variations: 1 })
    expect([kind, variations[0]?.model]).toEqual(['world', null])
    const job = await settled(server, id)
    const [made] = job.variations
    expect(made).toMatchObject({ state: 'done', error: null, width: 768, height: 768 })
    expect(made?.model).toMatchObject({ role: 'world', url: expect.stringMatching(/\/asset\.glb$/) })
    const [, , folder = ''] = made?.image?.split('/') ?? []
    expect(made?.image).toBe(`/ipfs/${folder}/still.png`)
    const glb = await server.content.readAll(folder, 'asset.glb')
    expect(sha256Hex(glb)).toBe(made?.model?.sha256)
    expect(glb.length).toBe(made?.model?.bytes)
    expect((await server.content.stat(folder, 'asset.glb'))?.cid).toBe(made?.model?.cid)
    expect(Number(made?.metrics.modelTriangles)).toBe(made?.model?.triangles)
    expect(made?.metrics).toMatchObject({ modelTextures: '1', modelUp: 'y' })
    // a place of 72 by 72 metres, its sky left out
    expect(Number(made?.metrics.modelWidth)).toBeGreaterThan(60)
    expect(Number(made?.metrics.modelWidth)).toBeLessThan(100)

    const creator = privateKeyToAccount(generatePrivateKey())
    const asked: PrepareMint = {
      variation: 0,
      creator: creator.address,
      name: 'Lakeside',
      licence: 'CC-BY-4.0',
      royaltyBps: 500,
      prompt: 'public',
      training: true,
    }
    const record = await send<PreparedMint>(server, 'POST', `/v1/generations/${id}/mint`, asked)
    expect(record.core.asset).toMatchObject({
      kind: 'world',
      mime: 'model/gltf-binary',
      payloadSha256: made?.model?.sha256,
      renderSha256: made?.model?.renderSha256,
      dims: { w: 768, h: 768 },
      fingerprint: { bits: made?.fingerprint },
      renditions: [{ role: 'image', path: 'still.png', mime: 'image/png', payloadSha256: made?.sha256, renderSha256: made?.renderSha256 }],
    })
    const { chainId, assetCollection } = testDeployment
    const message = { creator: creator.address, coreHash: record.coreHash as Hex, tokenId: BigInt(record.tokenId) }
    const signature = await creator.signTypedData(provenanceTypedData(chainId, assetCollection, message))
    const signed = await send<SignedMint>(server, 'PUT', `/v1/mints/${record.coreHash}/signature`, { signature })
    expect(signed.traits).toContainEqual({ trait_type: 'Place', value: 'Village' })

    const content = { ...(await readContent(server.content, signed.cid)), cid: signed.cid, palette: [] }
    expect(content.metadata).toMatchObject({
      aigc_type: 'model',
      animation_url: `ipfs://${made?.model?.cid}`,
      image: `ipfs://${made?.cid}`,
    })
    expect(renditionsOf(content).map(({ role, path, width }) => [role, path, width])).toEqual([
      ['world', `/ipfs/${signed.cid}/asset.glb`, undefined],
      ['image', `/ipfs/${signed.cid}/still.png`, 768],
      ['thumbnail', `/ipfs/${signed.cid}/thumb.webp`, undefined],
    ])
    expect(modelOf(content)).toEqual({ ...made?.model, url: `/ipfs/${signed.cid}/asset.glb` })

    const found = await verifyAsset({
      assetId: record.asset,
      source: { kind: 'car', bytes: await collected(server.content.car(signed.cid)) },
    })
    expect(found.checks.filter(({ state }) => state === 'fail')).toEqual([])
    expect(found.proof).toBe('reproduced')
  })

  it('can be cancelled while it is built', async () => {
    const server = await start({ environment: { GENERATION_WORKERS: '1' } })
    const { id } = await send<Generation>(server, 'POST', '/v1/generations', { prompt, seed: 8, variations: 2 })
    await vi.waitFor(
      async () => {
        const { variations } = await send<Generation>(server, 'GET', `/v1/generations/${id}`)
        expect(variations.some(({ progress }) => progress > 0)).toBe(true)
      },
      { timeout: 60_000, interval: 50 },
    )
    await send(server, 'DELETE', `/v1/generations/${id}`)
    expect(await settled(server, id)).toMatchObject({ state: 'cancelled', error: { code: 'GENERATION_CANCELLED' } })
  })

  it('of more bytes than are kept is refused by name', async () => {
    const glb = new Uint8Array(MODEL_LIMIT + 1)
    const model = { role: 'world', glb, triangles: 1, drawCalls: 1, renderSha256: `0x${'0'.repeat(64)}` } as const
    const server = await start({
      draughtsman: { hands: 1, close: async () => undefined, draw: async ({ seed }) => ({ ...flatDrawing(seed), model }) },
    })
    const { id } = await send<Generation>(server, 'POST', '/v1/generations', { prompt, variations: 1 })
    expect(await settled(server, id)).toMatchObject({ state: 'failed', error: { code: 'GENERATION_MODEL_TOO_LARGE' } })
  })
})
