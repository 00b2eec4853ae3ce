import { createServer } from 'node:net'
import { accountDid, assetRef } from '@daedal/protocol/chains/caip'
import type { ProvenanceCore } from '@daedal/protocol/provenance/core'
import { concatHex, type Hex, pad } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forgeAsset } from '../testing/forge-asset.ts'
import { startGateway } from '../testing/gateway-server.ts'
import { creator, type MadeAsset, nowhere, openStudio } from '../testing/make-asset.ts'
import { startTestChain } from '../testing/test-chain.ts'
import { type Check, type CheckId, verifyAsset } from './verify.ts'

let studio: Awaited<ReturnType<typeof openStudio>>
let chain: Awaited<ReturnType<typeof startTestChain>>
let gateway: Awaited<ReturnType<typeof startGateway>>
let asset: MadeAsset
beforeAll(async () => {
  studio = await openStudio()
  chain = await startTestChain()
  gateway = await startGateway({ content: studio.content })
  asset = await studio.make({ size: 16, collection: chain.collection })
  await chain.mint(asset)
}, 240_000)
afterAll(async () => {
  await gateway?.stop()
  await chain?.stop()
  await studio?.close()
})

const stateOf = ({ checks }: { checks: Check[] }, id: CheckId) => checks.find((check) => check.id === id)
const failing = ({ checks }: { checks: Check[] }) => checks.filter(({ state }) => state === 'fail').map(({ id }) => id)
const fromGateway = (assetId: string) =>
  verifyAsset({ assetId, source: { kind: 'gateway', baseUrl: gateway.url }, chain: { rpcUrl: chain.url } })
const fromCar = (assetId: string, bytes: Uint8Array, rpcUrl = chain.url) =>
  verifyAsset({ assetId, source: { kind: 'car', bytes }, chain: { rpcUrl } })

describe('a minted asset', () => {
  it('holds from the chain down to the pixels', async () => {
    const found = await fromGateway(asset.assetId)
    expect(failing(found)).toEqual([])
    expect(found.proof).toBe('reproduced')
    expect(found.counts).toMatchObject({ pass: 14, weak: 1, none: 2 })
    expect(stateOf(found, 'root')).toMatchObject({ state: 'pass', reading: expect.stringContaining('frozen, it cannot change') })
    expect(stateOf(found, 'owner')?.reading).toContain(creator.address)
    expect(stateOf(found, 'label')?.reading).toBe('record: algorithmicMedia, chain: algorithmicMedia, file: algorithmicMedia')
    expect(stateOf(found, 'terms')?.reading).toContain('royalty 5 %')
    expect(stateOf(found, 'binding')?.reading).toContain('as on chain')
  })

  it('is found out when the gateway changes a byte on the way', async () => {
    const lying = await startGateway({
      content: studio.content,
      tamper: (bytes) => bytes.with(bytes.length - 40, (bytes.at(-40) as number) ^ 1),
    })
    const found = await verifyAsset({
      assetId: asset.assetId,
      source: { kind: 'gateway', baseUrl: lying.url },
      chain: { rpcUrl: chain.url },
    })
    await lying.stop()
    expect(failing(found)).toEqual(['blocks'])
  })

  it('is told from another content under the same id', async () => {
    const other = await forgeAsset(studio, asset, { metadata: (metadata) => void Object.assign(metadata, { name: 'Another name' }) })
    const found = await fromCar(asset.assetId, other.car)
    expect(failing(found)).toEqual(['root'])
    expect(stateOf(found, 'root')?.reading).toContain(`the chain names ${asset.cid}, the CAR's root is ${other.cid}`)
  })

  it('may be revised, and its older content is told as such', async () => {
    const first = await studio.make({ size: 16, seed: 3, collection: chain.collection })
    await chain.mint({ ...first, terms: { policy: 1 | 4 } })
    expect(stateOf(await fromCar(first.assetId, first.car), 'root')?.reading).toContain('its creator may still revise it')
    const next = await forgeAsset(studio, first, { metadata: (metadata) => void Object.assign(metadata, { name: 'Second edition' }) })
    await chain.revise(first.tokenId, next.root)
    expect(failing(await fromCar(first.assetId, next.car))).toEqual([])
    const old = await fromCar(first.assetId, first.car)
    expect(stateOf(old, 'root')).toMatchObject({ state: 'fail', reading: expect.stringContaining('an older revision') })
    await chain.burn(first.tokenId)
    const burned = await fromCar(first.assetId, next.car)
    expect(failing(burned)).toEqual(['owner'])
    expect(stateOf(burned, 'owner')?.reading).toContain('burned')
  })

  it('that names what it was made from holds with it, and not where it names another record', async () => {
    const parentOf = {
      relation: 'parentOf' as const,
      token: asset.assetId,
      coreHash: asset.coreHash,
      assetSha256: asset.core.asset.payloadSha256,
    }
    const remixed = { size: 16, seed: 12, collection: chain.collection }
    const child = await studio.make({ ...remixed, lineage: { derivation: 'remix', inputs: [parentOf] } })
    await chain.mint({ ...child, parents: [asset.tokenId] })
    const found = await fromGateway(child.assetId)
    expect(failing(found)).toEqual([])
    // drawn of its own plan and seed: nothing of its parent is needed
    expect(found.proof).toBe('reproduced')
    expect(child.core).toMatchObject({ generation: { params: { derivation: 'remix' } }, declaration: { humanContribution: 'editing' } })
    expect(stateOf(found, 'parents')).toMatchObject({ state: 'pass', reading: '1 of 1 exist on chain and verify' })
    expect(stateOf(await fromCar(child.assetId, child.car), 'parents')?.state).toBe('weak')
    const inputs = [{ ...parentOf, coreHash: child.coreHash }]
    const lying = await studio.make({ ...remixed, seed: 13, lineage: { derivation: 'mix', inputs } })
    await chain.mint({ ...lying, parents: [asset.tokenId] })
    expect(failing(await fromGateway(lying.assetId))).toEqual(['parents'])
  })

  it('on other terms than its record fails there', async () => {
    for (const [seed, terms, id] of [
      [4, { disclosure: 1 }, 'label'],
      [5, { policy: 1 | 8 }, 'terms'],
      [6, { remixBps: 1 }, 'terms'],
    ] as const) {
      const made = await studio.make({ size: 16, seed, collection: chain.collection })
      await chain.mint({ ...made, terms })
      expect(failing(await fromCar(made.assetId, made.car))).toEqual([id])
    }
  })
})

describe('an asset of another collection', () => {
  it("of the creator's own holds as in the shared one", async () => {
    const own = await chain.openOwn(asset.core)
    const made = await studio.make({ size: 16, seed: 21, collection: own.address })
    await own.mint(made)
    const found = await fromGateway(made.assetId)
    expect(failing(found)).toEqual([])
    expect(found.counts).toMatchObject({ pass: 14, weak: 1, none: 2 })
    expect(stateOf(found, 'owner')?.reading).toContain(creator.address)
  })

  it('of editions holds, and says how many units there are instead of one owner', async () => {
    const editions = await chain.openEditions()
    const made = await studio.make({ size: 16, seed: 22, collection: editions.address })
    const id = made.assetId.replace('erc721', 'erc1155')
    expect(failing(await fromCar(id, made.car))).toEqual(['root', 'owner'])
    await editions.mint(made, 3n, 50n)
    const found = await fromGateway(id)
    expect(failing(found)).toEqual([])
    expect(stateOf(found, 'owner')).toMatchObject({ state: 'pass', reading: expect.stringContaining('3 of 50 units were minted') })
    // Under the id of another standard there is no such token.
    expect(failing(await fromCar(made.assetId, made.car))).toEqual(['owner'])
  })
})

describe('the chain', () => {
  it('that knows no such token, no such contract, or is another one, refutes', async () => {
    const unminted = await studio.make({ size: 16, seed: 7, collection: chain.collection })
    expect(failing(await fromCar(unminted.assetId, unminted.car))).toEqual(['root', 'owner'])
    const elsewhere = await studio.make({ size: 16, seed: 7, collection: nowhere })
    const missing = await fromCar(elsewhere.assetId.replace(nowhere, '0x00000000000000000000000000000000000000aa'), elsewhere.car)
    expect(stateOf(missing, 'root')).toMatchObject({ state: 'fail', reading: expect.stringContaining('there is no contract') })
    const foreign = await studio.make({ size: 16, seed: 7, collection: chain.collection, chainId: 1 })
    const wrong = await fromCar(foreign.assetId, foreign.car)
    expect(failing(wrong)).toEqual(['root', 'owner'])
    expect(stateOf(wrong, 'root')?.reading).toContain('is chain 31337, the asset is on chain 1')
  })

  it('that does not answer leaves its checks open', async () => {
    const free = createServer()
    await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve))
    const { port } = free.address() as { port: number }
    await new Promise((resolve) => free.close(resolve))
    const found = await fromCar(asset.assetId, asset.car, `http://127.0.0.1:${port}`)
    expect(failing(found)).toEqual([])
    expect(stateOf(found, 'root')).toMatchObject({ state: 'none', reading: expect.stringContaining('does not answer') })
    expect(found.proof).toBe('reproduced')
    const alone = verifyAsset({ assetId: asset.assetId, source: { kind: 'gateway', baseUrl: `http://127.0.0.1:${port}` } })
    await expect(alone).rejects.toMatchObject({ code: 'NETWORK_UNREACHABLE' })
  })
})

describe('a contract account', () => {
  /**
   * A wallet contract in 80 bytes: says to every `isValidSignature` that it is valid, and passes any other call on to the
   * address in its first word.
   */
  const wallet: Hex = concatHex([
    '0x60508060095f395ff3',
    '0x5f3560e01c631626ba7e14602857602036038060205f37',
    '0x5f5f825f5f5f355af16026575f5ffd5b00',
    '0x5b7f1626ba7e000000000000000000000000000000000000000000000000000000005f5260205ff3',
  ])

  it('signs by ERC-1271, which only the chain can tell', async () => {
    const account = await chain.deploy(wallet)
    const made = await forgeAsset(studio, asset, {
      core: (core: ProvenanceCore) => void Object.assign(core, { creator: accountDid(31_337, account) }),
      envelope: ({ signature }) => void Object.assign(signature, { signature: `0x${'ab'.repeat(96)}` }),
    })
    const { core, coreHash } = made.envelope
    await chain.send(account, concatHex([pad(chain.collection), chain.mintData({ core, coreHash, root: made.root })]))
    const asked = await fromCar(made.assetId, made.car)
    expect(stateOf(asked, 'signature')).toMatchObject({ state: 'pass', reading: expect.stringContaining('ERC-1271') })
    expect(failing(asked)).toEqual([])
    const offline = await verifyAsset({ assetId: made.assetId, source: { kind: 'car', bytes: made.car } })
    expect(stateOf(offline, 'signature')?.state).toBe('none')
    expect(offline.proof).toBeNull()
  })

  it('is asked in vain when the creator is a plain key', async () => {
    const forged = await forgeAsset(studio, asset, {
      envelope: ({ signature }) => void Object.assign(signature, { signature: `0x${'ab'.repeat(96)}` }),
    })
    expect(failing(await fromCar(forged.assetId, forged.car))).toEqual(['root', 'signature'])
  })
})

describe('parents', () => {
  const inputOf = (parent: MadeAsset, coreHash = parent.coreHash) => ({
    relation: 'parentOf' as const,
    token: parent.assetId,
    coreHash,
    assetSha256: parent.core.asset.payloadSha256,
  })
  const derived = async (inputs: ProvenanceCore['inputs']) => {
    const made = await forgeAsset(studio, asset, { core: (core) => void Object.assign(core, { inputs, nonce: `0x${'5a'.repeat(32)}` }) })
    const { core, coreHash } = made.envelope
    await chain.mint({ core, coreHash, root: made.root })
    return made
  }

  it('exist on chain and verify themselves', async () => {
    const child = await derived([inputOf(asset)])
    const found = await fromGateway(child.assetId)
    expect(failing(found)).toEqual([])
    expect(stateOf(found, 'parents')).toMatchObject({ state: 'pass', reading: '1 of 1 exist on chain and verify' })
    expect(stateOf(await fromCar(child.assetId, child.car), 'parents')?.state).toBe('weak')
  })

  it('that do not exist, or are named by another record, fail', async () => {
    const unknown = { ...inputOf(asset), token: assetRef(31_337, chain.collection, 5n) }
    const lied = await derived([unknown])
    expect(stateOf(await fromGateway(lied.assetId), 'parents')).toMatchObject({
      state: 'fail',
      reading: expect.stringContaining('no such token'),
    })
    const other = await derived([inputOf(asset, `0x${'00'.repeat(32)}`)])
    expect(stateOf(await fromGateway(other.assetId), 'parents')).toMatchObject({
      state: 'fail',
      reading: expect.stringContaining('another hash'),
    })
    const file = await derived([{ ...inputOf(asset), assetSha256: `0x${'00'.repeat(32)}` }])
    expect(stateOf(await fromGateway(file.assetId), 'parents')).toMatchObject({
      state: 'fail',
      reading: expect.stringContaining('its file'),
    })
  })
})
