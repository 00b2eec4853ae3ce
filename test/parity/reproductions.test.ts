import {
  generatorKinds,
  hashReproduction,
  MAX_REPRODUCTIONS,
  REEXECUTOR_DELAY,
  REPRODUCTION_THRESHOLD,
  reproductionTypes,
} from '@daedal/protocol/provenance/reproduction'
import { expect } from 'chai'
import fc from 'fast-check'
import { loadReproductions } from '../fixtures/reproductions.ts'
import { ethers, word } from '../fixtures/trade.ts'

const hex = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => `0x${Buffer.from(bytes).toString('hex')}` as const)
const anyReproduction = fc.record({
  collection: hex(20),
  tokenId: fc.bigInt({ min: 0n, max: (1n << 256n) - 1n }),
  coreHash: hex(32),
  renderHash: hex(32),
})

describe('reproduction parity', () => {
  it('the contract hashes every reproduction as viem does', async () => {
    const { registry } = await loadReproductions()
    const address = (await registry.getAddress()) as `0x${string}`
    await fc.assert(
      fc.asyncProperty(anyReproduction, async (reproduction) => {
        expect(await registry.hashReproduction(reproduction)).to.equal(hashReproduction(31_337, address, reproduction))
      }),
      { numRuns: 100 },
    )
  })

  it('the struct has the fields of the signed type, in their order', async () => {
    const { registry } = await loadReproductions()
    const fields = registry.interface.getFunction('submit').inputs[0]?.components?.map(({ name, type }) => ({ name, type }))
    expect(fields).to.deep.equal([...reproductionTypes.Reproduction])
  })

  it('the limits are the same', async () => {
    const { registry } = await loadReproductions()
    expect(await registry.MAX_BATCH()).to.equal(MAX_REPRODUCTIONS)
    expect(await registry.REEXECUTOR_DELAY()).to.equal(REEXECUTOR_DELAY)
    const bounds = [await registry.MIN_THRESHOLD(), await registry.MAX_THRESHOLD()]
    expect(bounds).to.deep.equal([BigInt(REPRODUCTION_THRESHOLD.least), BigInt(REPRODUCTION_THRESHOLD.most)])
  })

  it('there are as many kinds of generator', async () => {
    const { registry } = await loadReproductions()
    for (const kind of generatorKinds.keys()) await registry.publishGenerator(word(`kind ${kind}`), kind, word('bundle'), 'MIT')
    await expect(registry.publishGenerator(word('none'), generatorKinds.length, word('bundle'), 'MIT')).to.be.revert(ethers)
  })
})
