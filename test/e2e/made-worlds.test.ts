import { readGlb } from '@daedal/engine/model/read-glb'
import { licences } from '@daedal/protocol/generation/api'
import { allowsDerivatives } from '@daedal/protocol/generation/derivative-licences'
import { type ProvenanceCore, sha256Hex } from '@daedal/protocol/provenance/core'
import { createClient } from '@daedal/sdk/client'
import { loadRendition, renditionOf } from '@daedal/sdk/load-rendition'
import { verifyAsset } from '@daedal/sdk/verify'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from './browser.ts'
import { mintAsset } from './mint-asset.ts'
import { screenshot } from './screenshots.ts'

const url = inject('url')
const api = createClient({ baseUrl: url })

let browser: Browser
let page: Page
let asset = ''

beforeAll(async () => {
  browser = await launchBrowser()
  page = await (await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'en-GB' })).newPage()
})
afterAll(async () => {
  await browser?.close()
})

it('makes a world of words and mints it as a file that any world can load', async () => {
  const minted = await mintAsset(url, 'a walkable village by a lake', 'Lakeside', 6)
  asset = minted.asset
  const { kind, model, image, traits } = await api.asset(asset, { minBlock: minted.block })
  expect([kind, model?.role]).toEqual(['world', 'world'])
  expect(traits).toContainEqual({ trait_type: 'Place', value: 'Village' })
  expect((await fetch(`${url}${image}`)).headers.get('content-type')).toBe('image/webp')
  const passport = await api.passport(asset)
  const file = renditionOf(passport, 'world')
  if (!file) throw new Error('the passport names no world')
  const glb = await loadRendition(url, file)
  expect(sha256Hex(glb)).toBe(model?.sha256)
  expect(readGlb(glb).json.nodes.some(({ name }) => name === 'spawn_01')).toBe(true)
  expect((await fetch(`${url}${model?.url}`)).headers.get('content-type')).toBe('model/gltf-binary')
})

it('is mixed with another world into a third, which names both and is verified from the chain up, file, vertices and making', async () => {
  const { data } = await api.assets({ kind: 'world', licence: licences.filter(allowsDerivatives), limit: 10 })
  const other = data.find(({ id }) => id !== asset)
  if (!other) throw new Error('there is no second world')
  const from = { how: 'mix' as const, of: [{ asset }, { asset: other.id }] }
  // Both are villages by a lake: without a word it could be one of them again, which is refused.
  const minted = await mintAsset(url, { prompt: 'at night', from }, 'Between two shores', 6)
  const { kind, modelRole, model, parents, cid } = await api.asset(minted.asset, { minBlock: minted.block })
  expect([kind, modelRole]).toEqual(['world', 'world'])
  expect(parents.map(({ id, relation }) => [id, relation]).sort()).toEqual([asset, other.id].map((id) => [id, 'parentOf']).sort())
  const { core } = (await (await fetch(`${url}/ipfs/${cid}/provenance.json`)).json()) as { core: ProvenanceCore }
  expect(core.generation.params).toEqual({ derivation: 'mix' })
  const file = renditionOf(await api.passport(minted.asset), 'world')
  if (!file) throw new Error('the passport names no world')
  const glb = await loadRendition(url, file)
  expect(sha256Hex(glb)).toBe(model?.sha256)
  expect(readGlb(glb).json.nodes.some(({ name }) => name === 'spawn_01')).toBe(true)
  const { chain } = await api.config()
  const rpcUrl = new URL(chain.rpcUrl, url).href
  const found = await verifyAsset({ assetId: minted.asset, source: { kind: 'gateway', baseUrl: url }, chain: { rpcUrl } })
  expect(found.checks.filter(({ state }) => state === 'fail')).toEqual([])
  expect(found.checks.find(({ id }) => id === 'label')?.state).toBe('pass')
  expect(found.proof).toBe('reproduced')
})

it('is made again in the browser, vertex by vertex the same', async () => {
  await page.goto(`${url}/assets/${encodeURIComponent(asset)}`)
  await page.getByRole('heading', { level: 1, name: 'Lakeside' }).waitFor()
  const panel = page.locator('[data-verification]')
  await panel.scrollIntoViewIfNeeded()
  await expect.poll(() => panel.getAttribute('data-verification'), { timeout: 90_000 }).toBe('done')
  const states = await panel
    .locator('[data-check]')
    .evaluateAll((rows) => rows.map((row) => [row.getAttribute('data-check'), row.getAttribute('data-s')]))
  expect(states.filter(([, state]) => state === 'fail')).toEqual([])
  for (const id of ['asset', 'pixels', 'regeneration']) expect(states).toContainEqual([id, 'pass'])
  await screenshot(page, 'made-world', { whole: true })
})
