import { createHash } from 'node:crypto'
import { CarWriter } from '@ipld/car'
import { type ByteView, encode } from '@ipld/dag-pb'
import { CID } from 'multiformats/cid'
import { create as createDigest } from 'multiformats/hashes/digest'

export type Block = { cid: CID; bytes: Uint8Array }

export const digestOf = (bytes: Uint8Array) => createDigest(0x12, new Uint8Array(createHash('sha256').update(bytes).digest()))
export const rawBlock = (bytes: Uint8Array): Block => ({ cid: CID.createV1(0x55, digestOf(bytes)), bytes })

/** A dag-pb node of any data and links. */
export function nodeBlock(data: Uint8Array, links: { Name?: string; Hash: CID; Tsize?: number }[]): Block {
  const bytes: ByteView<unknown> = encode({ Data: data, Links: links as never })
  return { cid: CID.createV1(0x70, digestOf(bytes as Uint8Array)), bytes: bytes as Uint8Array }
}

/** Writes blocks as they are told, right or wrong. */
export async function writeCar(roots: readonly CID[], blocks: readonly Block[]): Promise<Uint8Array> {
  const { writer, out } = CarWriter.create([...roots])
  const parts: Uint8Array[] = []
  const reading = (async () => {
    for await (const part of out) parts.push(part)
  })()
  for (const block of blocks) await writer.put(block)
  await writer.close()
  await reading
  return new Uint8Array(Buffer.concat(parts))
}

/** Unsigned LEB128. */
export function varint(value: number): Uint8Array {
  const bytes: number[] = []
  let rest = value
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80)
    rest = Math.floor(rest / 0x80)
  }
  return Uint8Array.from([...bytes, rest])
}

/** UnixFS data of a file node: type 2, then its size, then the sizes of its parts. */
export const fileNodeData = (size: number, parts: readonly number[]): Uint8Array =>
  Uint8Array.from([0x08, 0x02, 0x18, ...varint(size), ...parts.flatMap((part) => [0x20, ...varint(part)])])

export const folderData = Uint8Array.from([0x08, 0x01])
