import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startGateway } from '../../testing/gateway-server.ts'
import { creator, type MadeAsset, openStudio } from '../../testing/make-asset.ts'
import { startTestChain } from '../../testing/test-chain.ts'
import { main } from './main.ts'

const bin = new URL('../../bin/daedal.mjs', import.meta.url).pathname

let studio: Awaited<ReturnType<typeof openStudio>>
let chain: Awaited<ReturnType<typeof startTestChain>>
let gateway: Awaited<ReturnType<typeof startGateway>>
let asset: MadeAsset
let dir: string
let car: string
beforeAll(async () => {
  studio = await openStudio()
  chain = await startTestChain()
  asset = await studio.make({ size: 16, collection: chain.collection })
  await chain.mint(asset)
  dir = await mkdtemp(path.join(tmpdir(), 'daedal-cli-'))
  car = path.join(dir, 'asset.car')
  await writeFile(car, asset.car)
  const passport = {
    asset: asset.assetId,
    name: 'Gilded \u001b[31msword',
    kind: 'item',
    owner: creator.address,
    renditions: [{ role: 'image', mime: 'image/png' }],
    licence: 'CC-BY-4.0',
  }
  gateway = await startGateway({
    content: studio.content,
    answers: {
      '/v1/config': { chain: { id: 31_337, rpcUrl: chain.url } },
      [`/v1/accounts/${creator.address}/assets?limit=50`]: { data: [passport], page: { next: 'second' } },
      [`/v1/accounts/${creator.address}/assets?limit=50&cursor=second`]: { data: [passport], page: { next: null } },
    },
  })
}, 240_000)
afterAll(async () => {
  await gateway?.stop()
  await chain?.stop()
  await studio?.close()
  await rm(dir, { recursive: true, force: true })
})

function daedal(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, ...args], { timeout: 60_000 }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })
}

describe('daedal verify', { timeout: 180_000 }, () => {
  it('checks a kept CAR without any network', async () => {
    const { code, out, err } = await daedal('verify', asset.assetId, '--car', car)
    expect([code, err]).toEqual([0, ''])
    const [id, cid, , tally, , ...rows] = out.trimEnd().split('\n')
    expect([id, cid, tally]).toEqual([asset.assetId, asset.cid, '11 pass, 1 weaker, 5 not assessed'])
    expect(rows.slice(0, 17).every((row) => /^(pass|weaker|not assessed) +[A-Z]/.test(row))).toBe(true)
    expect(out).toContain('pass          The recorded engine is at hand: daedal')
    expect(rows.at(-1)).toBe('Reproduced: this machine made the same, bit for bit.')
  })

  it('asks the chain when it is told one, and takes the short form of an id', async () => {
    const short = `31337/${chain.collection}/${asset.tokenId}`
    const { code, out } = await daedal('verify', short, '--car', car, '--rpc', chain.url, '--require', 'reproduced', '--json')
    expect(code).toBe(0)
    const { checks, counts, proof, required, exit } = JSON.parse(out)
    expect({ counts, proof, required, exit }).toEqual({
      counts: { pass: 15, weak: 0, none: 2, fail: 0 },
      proof: 'reproduced',
      required: 'reproduced',
      exit: 0,
    })
    expect(checks).toHaveLength(17)
  })

  it('fetches from a gateway and the chain it names', async () => {
    const { code, out } = await daedal('verify', asset.assetId, '--gateway', `${gateway.url}/`)
    expect(code).toBe(0)
    expect(out).toContain('15 pass, 2 not assessed')
    expect(out).toContain(`pass          The chain knows its owner: ${creator.address}`)
  })

  it('opens the prompt, as it stands or as the service answers it', async () => {
    const plain = path.join(dir, 'opening.json')
    const answered = path.join(dir, 'answer.json')
    await writeFile(plain, JSON.stringify(asset.opening))
    await writeFile(answered, JSON.stringify({ coreHash: asset.coreHash, opening: asset.opening }))
    for (const file of [plain, answered])
      expect((await daedal('verify', asset.assetId, '--car', car, '--reveal', file)).out).toContain('“a golden sword”')
    await writeFile(plain, '{"prompt": 1}')
    expect(await daedal('verify', asset.assetId, '--car', car, '--reveal', plain)).toMatchObject({
      code: 64,
      err: expect.stringContaining('does not open a prompt'),
    })
  })

  it('ends with 1 for a flipped byte, and says where', async () => {
    const broken = path.join(dir, 'broken.car')
    await writeFile(broken, asset.car.with(400, (asset.car[400] as number) ^ 4))
    const { code, out } = await daedal('verify', asset.assetId, '--car', broken)
    expect(code).toBe(1)
    expect(out).toMatch(/^FAILED {8}Every block matches its hash: block \d \(.*, bytes \d+–\d+ of the CAR\)/m)
    expect(out).toContain('Failed: this is not the asset that its id names, or it is damaged.')
  })

  it('ends with 2 when less was shown than asked', async () => {
    const silent = await daedal('verify', asset.assetId, '--car', car, '--rpc', 'http://127.0.0.1:1')
    expect(silent).toMatchObject({ code: 2, out: expect.stringContaining('the chain did not answer') })
  })

  it('ends with 64 on a wrong command line and 69 when it cannot be done', async () => {
    const one = asset.assetId
    expect(await daedal('verify', one, '--colour')).toMatchObject({ code: 64, out: '', err: expect.not.stringMatching(/^ {4}at /m) })
    const said = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
    for (const args of [
      [],
      ['verif'],
      ['verify'],
      ['verify', 'eip155:1/erc20:0x00/1'],
      ['verify', one, one],
      ['verify', one, '--require', 'sworn'],
      ['verify', one, '--rpc', 'ftp://x', '--car', car],
      ['car', one],
      ['owned', 'nobody'],
    ])
      expect([args, await main(args)]).toEqual([args, 64])
    said.mockRestore()
    expect(await daedal('verify', one, '--car', path.join(dir, 'none.car'))).toMatchObject({
      code: 69,
      err: expect.stringContaining('ENOENT'),
    })
    expect(await daedal('verify', one, '--gateway', 'http://127.0.0.1:1')).toMatchObject({
      code: 69,
      err: expect.stringContaining('NETWORK_UNREACHABLE'),
    })
    expect(await daedal('verify', '--help')).toMatchObject({ code: 0, out: expect.stringContaining('--require') })
  })
})

describe('daedal car', { timeout: 180_000 }, () => {
  it('keeps the whole content, checked', async () => {
    const out = path.join(dir, 'kept.car')
    expect(await daedal('car', asset.assetId, '--out', out, '--gateway', gateway.url)).toMatchObject({
      code: 0,
      out: expect.stringContaining(asset.cid),
    })
    expect(Buffer.compare(await readFile(out), asset.car)).toBe(0)
  })

  it('writes nothing that is damaged', async () => {
    const lying = await startGateway({ content: studio.content, tamper: (bytes) => bytes.with(400, (bytes[400] as number) ^ 1) })
    const out = path.join(dir, 'damaged.car')
    const result = await daedal('car', asset.assetId, '--out', out, '--gateway', lying.url, '--rpc', chain.url)
    await lying.stop()
    expect(result).toMatchObject({ code: 1, err: expect.stringContaining('Nothing was written') })
    expect((await readdir(dir)).filter((name) => name.startsWith('damaged'))).toEqual([])
  })
})

describe('daedal owned', { timeout: 180_000 }, () => {
  it('lists every page, and lets no text move the cursor', async () => {
    const { code, out } = await daedal('owned', `eip155:31337:${creator.address}`, '--api', gateway.url)
    expect(code).toBe(0)
    expect(out.match(/eip155:31337\/erc721:/g)).toHaveLength(2)
    expect(out).toContain('item, “Gilded  [31msword”, CC-BY-4.0; image image/png')
    expect(out).not.toContain('\u001b')
    const json = await daedal('owned', creator.address, '--api', gateway.url, '--json')
    expect(
      json.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).kind),
    ).toEqual(['item', 'item'])
  })
})
