import { CID } from 'multiformats/cid'
import { create as createDigest } from 'multiformats/hashes/digest'
import { bytesToHex, type Hex, hexToBytes } from 'viem'

/** Multicodec of dag-pb, the codec of an asset's directory. */
export const DAG_PB = 0x70
/** Multicodec of raw leaves. */
export const RAW = 0x55
/** Multihash code of sha2-256, the only hash used. */
export const SHA2_256 = 0x12

/** The CIDv1 of the directory whose sha2-256 digest a token stores as its root. */
export const cidOfRoot = (root: Hex): string => CID.createV1(DAG_PB, createDigest(SHA2_256, hexToBytes(root))).toString()

/** The root (sha2-256 digest) of a directory's CIDv1; throws when the CID is not dag-pb with sha2-256. */
export function rootOfCid(cid: string): Hex {
  const parsed = CID.parse(cid)
  if (parsed.version !== 1 || parsed.code !== DAG_PB || parsed.multihash.code !== SHA2_256)
    throw new TypeError(`not a dag-pb sha2-256 CIDv1: ${cid}`)
  return bytesToHex(parsed.multihash.digest)
}

/** The token's metadata address: `ipfs://<cid>/metadata.json`. */
export const tokenUriOfRoot = (root: Hex): string => `ipfs://${cidOfRoot(root)}/metadata.json`
