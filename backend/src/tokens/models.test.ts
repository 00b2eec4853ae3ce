import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrationsFolder } from '../adapters/database/migrate.ts'
import { type IndexFixture, startIndexFixture } from '../testing/index-fixture.ts'
import { CHAIN_ID, writeToken } from '../testing/token-script.ts'
import { createReadAsset, type ReadAsset } from './read-asset.ts'
import { passportOf } from './read-passport.ts'

describe('an asset with a model', () => {
  let index: IndexFixture
  let read: ReadAsset
  beforeAll(async () => {
    index = await startIndexFixture()
    const place = { chainId: CHAIN_ID, drops: null }
    read = createReadAsset({ db: index.database.db, place, ordersOf: async () => [], avatarAccount: null })
  })
  afterAll(() => index.stop())

  it('is answered with it: a world as the asset itself, an avatar beside its picture, a scene without one', async () => {
    const [world, avatar, scene] = await index.mint(1, [
      { name: 'Lakeside', kind: 'world', model: 'world' },
      { name: 'Fisherman', kind: 'avatar', model: 'avatar' },
      { name: 'Dunes' },
    ])
    const figures = { triangles: 12_000, drawCalls: 9 }
    expect(await read.detail(world!.id)).toMatchObject({
      kind: 'world',
      width: 768,
      image: `/ipfs/${world!.cid}/thumb.webp`,
      model: {
        role: 'world',
        url: `/ipfs/${world!.cid}/asset.glb`,
        sha256: world!.core.asset.payloadSha256,
        renderSha256: world!.core.asset.renderSha256,
        ...figures,
      },
      renditions: [{ role: 'world' }, { role: 'image', path: `/ipfs/${world!.cid}/still.png`, width: 768 }, { role: 'thumbnail' }],
    })
    const told = await read.detail(avatar!.id)
    const [recorded] = avatar!.core.asset.renditions ?? []
    expect(told.model).toMatchObject({
      role: 'avatar',
      url: `/ipfs/${avatar!.cid}/avatar.vrm`,
      renderSha256: recorded?.renderSha256,
      ...figures,
    })
    expect(told.renditions.map(({ role, mime }) => [role, mime])).toEqual([
      ['image', 'image/png'],
      ['avatar', 'model/gltf-binary'],
      ['thumbnail', 'image/webp'],
    ])
    const bytes = await index.content.readAll(avatar!.cid, 'avatar.vrm')
    expect(told.model).toMatchObject({ bytes: bytes.length, cid: await index.content.cidOf(bytes), sha256: recorded?.payloadSha256 })
    expect((await read.detail(scene!.id)).model).toBeNull()
    const { row, content } = await read.find(world!.id)
    expect(passportOf(row, content).renditions[0]).toMatchObject({ role: 'world', mime: 'model/gltf-binary' })
  })

  it('says on its card what the model is, in rows of before that was kept, too', async () => {
    const roles = async () => {
      const { rows } = await index.database.pool.query('select name, model_role from assets order by ord')
      return Object.fromEntries(rows.map(({ name, model_role }) => [name, model_role]))
    }
    const { data } = await read.batch((await index.database.pool.query('select id from assets order by ord')).rows.map(({ id }) => id))
    expect(data.map(({ asset }) => asset?.modelRole)).toEqual(['world', 'avatar', null])
    await index.database.pool.query('update assets set model_role = null')
    const migration = await readFile(path.join(migrationsFolder, '0012_model-roles.sql'), 'utf8')
    await index.database.pool.query(migration.split('--> statement-breakpoint')[1]!)
    expect(await roles()).toEqual({ Lakeside: 'world', Fisherman: 'avatar', Dunes: null })
  })

  it('whose directory lacks what its record names is not believed', async () => {
    const lacking = {
      cidOf: index.content.cidOf,
      putDirectory: (files: Parameters<typeof index.content.putDirectory>[0]) =>
        index.content.putDirectory(files.filter(({ path }) => path !== 'still.png')),
    }
    const token = await writeToken(lacking, { name: 'Half a world', kind: 'world', model: 'world' })
    await index.commit(4, token.facts)
    await index.load()
    await expect(read.detail(token.id)).rejects.toMatchObject({ code: 'TOKENS_CONTENT_NOT_VERIFIED' })
    expect(index.problems).toEqual([expect.stringContaining('still.png, which the directory does not have')])
  })
})
