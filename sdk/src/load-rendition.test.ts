import { sha256Hex } from '@daedal/protocol/provenance/core'
import type { Rendition } from '@daedal/protocol/tokens/api'
import type { AssetPassport } from '@daedal/protocol/worlds/api'
import { expect, it } from 'vitest'
import { loadRendition, renditionOf } from './load-rendition.ts'
import { ownedAssets } from './owned-assets.ts'

const bytes = new TextEncoder().encode('a model')
const rendition: Rendition = {
  role: 'model',
  path: '/ipfs/x',
  mime: 'model/gltf-binary',
  cid: 'x',
  sha256: sha256Hex(bytes),
  bytes: bytes.length,
}
const passport = { asset: 'a', renditions: [rendition] } as unknown as AssetPassport
const answering = (body: Uint8Array<ArrayBuffer> | null, status = 200) => (async () => new Response(body, { status })) as typeof fetch

it('gives a world only the bytes of the passport', async () => {
  expect(renditionOf(passport, 'model')).toBe(rendition)
  expect(renditionOf(passport, 'audio')).toBeNull()
  expect(await loadRendition('http://localhost', rendition, { fetch: answering(bytes) })).toEqual(bytes)
  for (const [body, why] of [
    [bytes.with(0, 0), 'does not have the hash'],
    [bytes.slice(1), 'has 6 bytes'],
    [new Uint8Array(1_000), 'is longer than'],
  ] as const)
    await expect(loadRendition('http://localhost', rendition, { fetch: answering(body) })).rejects.toThrow(why)
  await expect(loadRendition('http://localhost', rendition, { fetch: answering(null, 404) })).rejects.toThrow('404')
})

it('pages through everything an account owns, and ends', async () => {
  const asked: unknown[] = []
  const pages = ['b', 'c', 'c']
  const client = {
    accountAssets: async (_: string, query?: { cursor?: string }) => {
      asked.push(query?.cursor)
      return { data: [{ ...passport, units: null }], page: { next: pages[asked.length - 1] ?? null } }
    },
  }
  const found: string[] = []
  for await (const { asset } of ownedAssets(client, '0x01')) found.push(asset)
  expect(found).toHaveLength(3)
  expect(asked).toEqual([undefined, 'b', 'c'])
})
