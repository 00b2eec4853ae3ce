import { sha256Hex } from '@daedal/protocol/provenance/core'
import { DAG_PB, RAW, SHA2_256 } from '@daedal/protocol/tokens/root'
import { bytesReader, readBlockHead, readHeader } from '@ipld/car/decoder'
import type { CID } from 'multiformats/cid'
import { bytesToHex } from 'viem'
import { counted, shortened } from './check.ts'
import { refuseCancelled } from './verify-failed.ts'

/** A header with one root takes 59 bytes; anything much longer is not one of ours. */
const HEADER_LIMIT = 1_024
/** IPFS moves blocks of 2 MiB at most. */
const BLOCK_LIMIT = 4 << 20
const BLOCKS_LIMIT = 100_000
/** Blocks hashed before other work gets a turn. */
const TURN = 64

/** One section of a CAR. `start` to `end` (exclusive) is where it lies in the file; `flaw` says why it cannot be used. */
export type CarBlock = { number: number; cid: CID; bytes: Uint8Array; start: number; end: number; flaw: string | null }

/** A CAR taken apart. `flaw` says where its structure breaks; what follows that place was not read. */
export type Car = { size: number; root: CID | null; blocks: CarBlock[]; flaw: string | null }

/**
 * Takes a CARv1 (ipld.io/specs/transport/car/carv1) apart and hashes every block again. Never throws on hostile bytes, and
 * allocates nothing that the bytes merely claim. Only CIDv1 with sha2-256 and raw or dag-pb passes.
 */
export async function readCar(bytes: Uint8Array, signal?: AbortSignal): Promise<Car> {
  const car: Car = { size: bytes.length, root: null, blocks: [], flaw: null }
  const reader = bytesReader(bytes)
  let start = 0
  try {
    if (claimedLength(bytes) > HEADER_LIMIT) throw new Error(`the header claims more than ${HEADER_LIMIT} bytes`)
    const header = await readHeader(reader, 1)
    const [root, ...others] = header.roots
    if (!root || others.length > 0) throw new Error(`the header names ${counted(header.roots.length, 'root')}, not one`)
    car.root = root
    for (start = reader.pos; start < bytes.length; start = reader.pos) {
      if (car.blocks.length >= BLOCKS_LIMIT) throw new Error(`there are more than ${counted(BLOCKS_LIMIT, 'block')}`)
      const { cid, blockLength } = await readBlockHead(reader)
      if (blockLength < 0) throw new Error('a section is shorter than its CID')
      if (blockLength > BLOCK_LIMIT)
        throw new Error(`a block claims ${counted(blockLength, 'byte')}, more than ${counted(BLOCK_LIMIT, 'byte')}`)
      const content = await reader.exactly(blockLength, true)
      car.blocks.push({ number: car.blocks.length + 1, cid, bytes: content, start, end: reader.pos, flaw: flawOf(cid, content) })
      if (car.blocks.length % TURN === 0) {
        await new Promise((resolve) => setTimeout(resolve))
        refuseCancelled(signal)
      }
    }
  } catch (cause) {
    refuseCancelled(signal)
    car.flaw = `the CAR breaks at byte ${start.toLocaleString('en')}: ${(cause as Error).message}`
  }
  return car
}

/** The number that the first bytes spell (unsigned LEB128); infinity when they spell none. */
function claimedLength(bytes: Uint8Array): number {
  let value = 0
  for (let i = 0, scale = 1; i < 5; i++, scale *= 128) {
    const byte = bytes[i]
    if (byte === undefined) return Number.POSITIVE_INFINITY
    value += (byte & 0x7f) * scale
    if (byte < 0x80) return value
  }
  return Number.POSITIVE_INFINITY
}

function flawOf(cid: CID, bytes: Uint8Array): string | null {
  const refused = unsupported(cid)
  if (refused) return refused
  const digest = sha256Hex(bytes)
  return digest === bytesToHex(cid.multihash.digest) ? null : `its bytes hash to ${shortened(digest)}, not to ${shortened(cid.toString())}`
}

/** Why a CID is not one of those used for assets; null when it is. */
export function unsupported(cid: CID): string | null {
  if (cid.version !== 1) return `CIDv${cid.version} is not used here`
  if (cid.multihash.code !== SHA2_256 || cid.multihash.digest.length !== 32)
    return `hash 0x${cid.multihash.code.toString(16)} is not sha2-256`
  if (cid.code !== RAW && cid.code !== DAG_PB) return `codec 0x${cid.code.toString(16)} is neither raw nor dag-pb`
  return null
}
