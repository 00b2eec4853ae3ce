import { deflateSync } from 'node:zlib'
import { CID } from 'multiformats/cid'
import { create as createDigest } from 'multiformats/hashes/digest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forgeAsset } from '../testing/forge-asset.ts'
import { type Block, digestOf, fileNodeData, folderData, nodeBlock, rawBlock, varint, writeCar } from '../testing/hostile-car.ts'
import { type MadeAsset, nowhere, openStudio } from '../testing/make-asset.ts'
import { verifyAsset } from './verify.ts'

const assetId = `eip155:31337/erc721:${nowhere}/1`
const MEBIBYTE = 1 << 20

/** Verifies and expects it to fail within time and memory; answers what was said of the blocks and of the record. */
async function refused(bytes: Uint8Array, id = assetId) {
  const before = process.memoryUsage.rss()
  const started = process.cpuUsage()
  const { counts, checks, proof } = await verifyAsset({ assetId: id, source: { kind: 'car', bytes } })
  const { user, system } = process.cpuUsage(started)
  expect((user + system) / 1_000_000).toBeLessThan(5)
  expect(process.memoryUsage.rss() - before).toBeLessThan(200 * MEBIBYTE)
  expect(counts.fail).toBeGreaterThan(0)
  expect(proof).toBeNull()
  const readingOf = (name: string) => checks.find((check) => check.id === name)?.reading ?? ''
  return { blocks: readingOf('blocks'), core: readingOf('core'), asset: readingOf('asset'), pixels: readingOf('pixels') }
}

const concatenated = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))
const file = (text: string) => rawBlock(new TextEncoder().encode(text))
const folderOf = (name: string, { cid, bytes }: Block) => nodeBlock(folderData, [{ Name: name, Hash: cid, Tsize: bytes.length }])

describe('a hostile CAR', () => {
  it('that claims much is not believed', async () => {
    const record = file('{}')
    const folder = folderOf('provenance.json', record)
    const good = await writeCar([folder.cid], [folder, record])
    const endless = new Uint8Array(64).fill(0xff)
    const gibibyte = concatenated(varint(2 ** 30), record.cid.bytes, record.bytes)
    expect((await refused(endless)).blocks).toContain('breaks at byte 0')
    expect((await refused(concatenated(varint(2 ** 30), good.subarray(1)))).blocks).toContain('the header claims more than')
    expect((await refused(concatenated(good, gibibyte))).blocks).toMatch(/breaks at byte \d+: a block claims/)
    expect((await refused(concatenated(good, endless))).blocks).toMatch(/breaks at byte/)
    expect((await refused(concatenated(good, varint(3), record.cid.bytes))).blocks).toContain('a section is shorter than its CID')
    expect((await refused(new Uint8Array(0))).blocks).toContain('breaks at byte 0')
    expect((await refused(new Uint8Array(4 * MEBIBYTE).fill(0x81))).blocks).toContain('breaks at byte 0')
  })

  it('with a nested header, no root, two roots or version 2 is refused', async () => {
    const record = file('{}')
    const nested = new Uint8Array(1_000).fill(0x81)
    await refused(concatenated(varint(nested.length), nested))
    expect((await refused(await writeCar([], [record]))).blocks).toContain('0 roots')
    expect((await refused(await writeCar([record.cid, record.cid], [record]))).blocks).toContain('2 roots')
    const pragma = Uint8Array.from([0x0a, 0xa1, 0x67, 0x76, 0x65, 0x72, 0x73, 0x69, 0x6f, 0x6e, 0x02])
    expect((await refused(concatenated(pragma, new Uint8Array(40)))).blocks).toContain('version')
  })

  it('with other hashes, codecs or CID versions is refused', async () => {
    const bytes = new TextEncoder().encode('{}')
    const identity = { cid: CID.createV1(0x55, createDigest(0x00, bytes)), bytes }
    const short = { cid: CID.createV1(0x55, createDigest(0x12, new Uint8Array(16))), bytes }
    const cbor = { cid: CID.createV1(0x71, digestOf(bytes)), bytes }
    for (const [block, why] of [
      [identity, 'hash 0x0 is not sha2-256'],
      [short, 'hash 0x12 is not sha2-256'],
      [cbor, 'codec 0x71'],
    ] as const) {
      const folder = folderOf('provenance.json', block)
      expect((await refused(await writeCar([folder.cid], [folder, block]))).blocks).toContain(why)
    }
    const old = nodeBlock(folderData, [])
    const zero = CID.createV0(digestOf(old.bytes))
    const folder = nodeBlock(folderData, [{ Name: 'provenance.json', Hash: zero, Tsize: 1 }])
    expect((await refused(await writeCar([folder.cid], [folder, { cid: zero, bytes: old.bytes }]))).blocks).toContain(
      'CIDv0 is not used here',
    )
  })

  it('with a circle cannot be made, and a pretended one is a wrong hash', async () => {
    const pretended = CID.createV1(0x70, digestOf(new Uint8Array(3)))
    const circle = nodeBlock(folderData, [{ Name: 'provenance.json', Hash: pretended, Tsize: 1 }])
    const reading = await refused(await writeCar([pretended], [{ cid: pretended, bytes: circle.bytes }]))
    expect(reading.blocks).toContain('its bytes hash to')
  })

  it('that is very deep, or grows without end, is given up', async () => {
    const deep: Block[] = [file('x')]
    for (let i = 0; i < 200; i++) {
      const below = deep.at(-1) as Block
      deep.push(nodeBlock(fileNodeData(1, [1]), [{ Name: '', Hash: below.cid, Tsize: 1 }]))
    }
    const folder = folderOf('provenance.json', deep.at(-1) as Block)
    expect((await refused(await writeCar([folder.cid], [folder, ...deep]))).blocks).toContain('deeper than')

    // Each level names the one below twice: 2^25 reads, if they were made.
    for (const leaf of ['', 'x']) {
      const wide: Block[] = [file(leaf)]
      let size = leaf.length
      for (let i = 0; i < 25; i++) {
        const { cid } = wide.at(-1) as Block
        wide.push(
          nodeBlock(
            fileNodeData(size * 2, [size, size]),
            [0, 1].map(() => ({ Name: '', Hash: cid, Tsize: size })),
          ),
        )
        size *= 2
      }
      const top = folderOf('provenance.json', wide.at(-1) as Block)
      const { core } = await refused(await writeCar([top.cid], [top, ...wide]))
      expect(core).toContain('takes more than 8,192 blocks')
    }

    // A chain whose every link the folder names itself, so that no link of it lies deep.
    const links = deep.slice(0, -1).map(({ cid }, i) => ({ Name: `a${String(i).padStart(4, '0')}`, Hash: cid, Tsize: 1 }))
    const flat = nodeBlock(folderData, [...links, { Name: 'provenance.json', Hash: (deep.at(-1) as Block).cid, Tsize: 1 }])
    expect((await refused(await writeCar([flat.cid], [flat, ...deep]))).core).toContain('nested deeper than 32 levels')
  })

  it('whose files lie about their size is refused', async () => {
    const leaf = file('{}')
    for (const claim of [2 ** 40, 1, 1_000]) {
      const node = nodeBlock(fileNodeData(claim, [claim]), [{ Name: '', Hash: leaf.cid, Tsize: 2 }])
      const folder = folderOf('provenance.json', node)
      const { core } = await refused(await writeCar([folder.cid], [folder, node, leaf]))
      expect(core).toContain('provenance.json')
    }
  })

  it('whose folder is none, or names a file twice, is refused', async () => {
    const record = file('{}')
    const link = { Name: 'provenance.json', Hash: record.cid, Tsize: 2 }
    for (const [data, links, why] of [
      [Uint8Array.from([0x08, 0x05]), [link], 'not a plain UnixFS folder'],
      [folderData, [link, link], 'twice'],
      [folderData, [{ Hash: record.cid, Tsize: 2 }], 'without a name'],
    ] as const) {
      const folder = nodeBlock(data, [...links])
      expect((await refused(await writeCar([folder.cid], [folder, record]))).core).toContain(why)
    }
    expect((await refused(await writeCar([record.cid], [record]))).core).toContain('single block')
  })
})

describe('a hostile picture', () => {
  let studio: Awaited<ReturnType<typeof openStudio>>
  let asset: MadeAsset
  beforeAll(async () => {
    studio = await openStudio()
    asset = await studio.make({ size: 16 })
  })
  afterAll(() => studio.close())

  const chunk = (type: string, data: Uint8Array) => {
    const head = Buffer.alloc(8)
    head.writeUInt32BE(data.length)
    head.write(type, 4, 'latin1')
    const tail = Buffer.alloc(4)
    tail.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), data])))
    return Buffer.concat([head, data, tail])
  }
  const png = (side: number, ...chunks: Buffer[]) => {
    const header = Buffer.alloc(13)
    header.writeUInt32BE(side)
    header.writeUInt32BE(side, 4)
    header.set([8, 2, 0, 0, 0], 8)
    const signature = Buffer.from('89504e470d0a1a0a', 'hex')
    return new Uint8Array(Buffer.concat([signature, chunk('IHDR', header), ...chunks, chunk('IEND', Buffer.alloc(0))]))
  }
  const pixelsOf = async (picture: Uint8Array, dims = { w: 16, h: 16 }) => {
    const forged = await forgeAsset(studio, asset, { picture, core: (core) => void Object.assign(core.asset, { dims }) })
    return (await refused(forged.car, forged.assetId)).pixels
  }

  it('that unpacks without end, or to another size, is refused', async () => {
    const bomb = chunk('IDAT', deflateSync(Buffer.alloc(200 * MEBIBYTE)))
    expect(await pixelsOf(png(16, bomb))).toContain('it unpacks to more than')
    expect(await pixelsOf(png(16_000, bomb))).toContain('the record says 16 × 16')
    expect(await pixelsOf(png(16, chunk('IDAT', Buffer.from('not zlib'))))).toContain('cannot be unpacked')
    expect(await pixelsOf(png(16, chunk('IDAT', deflateSync(Buffer.alloc(10)))))).toContain('cannot be decoded')
    const profile = Buffer.concat([Buffer.from('icc\0\0', 'latin1'), deflateSync(Buffer.alloc(100 * MEBIBYTE))])
    const grey = chunk('IDAT', deflateSync(Buffer.alloc(16 * 49)))
    expect(await pixelsOf(png(16, chunk('iCCP', profile), grey))).toContain('the pixels hash to')
    expect(await pixelsOf(new TextEncoder().encode('GIF89a'))).toContain('does not begin as a PNG')
    expect(await pixelsOf(concatenated(png(16, grey), new Uint8Array(3)))).toContain('bytes follow its end')
  })
})

function crc32(bytes: Uint8Array): number {
  let crc = -1
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ -1) >>> 0
}
