import { DAG_PB } from '@daedal/protocol/tokens/root'
import { CarWriter } from '@ipld/car'
import { decode } from '@ipld/dag-pb'
import type { CID } from 'multiformats/cid'
import type { Blocks } from './blocks.ts'
import { parseCid } from './blocks.ts'

/** A block with its bytes. */
export type Block = { cid: CID; bytes: Uint8Array }

/** Every block below a CID, depth first, none twice. */
export async function* walk(blocks: Pick<Blocks, 'get'>, root: CID): AsyncIterable<Block> {
  const seen = new Set<string>()
  const stack = [root]
  for (let cid = stack.pop(); cid; cid = stack.pop()) {
    const key = cid.toString()
    if (seen.has(key)) continue
    seen.add(key)
    const bytes = await blocks.get(parseCid(key))
    yield { cid, bytes }
    if (cid.code === DAG_PB) for (const link of decode(bytes).Links.toReversed()) stack.push(link.Hash)
  }
}

/** A CARv1 of blocks, as they come. A failure while reading ends the stream with that failure, never with a whole-looking file. */
export async function* writeCar(root: CID, blocks: AsyncIterable<Block> | Iterable<Block>): AsyncIterable<Uint8Array> {
  const { writer, out } = CarWriter.create([root])
  let failure: unknown
  const feeding = (async () => {
    try {
      for await (const block of blocks) await writer.put(block)
    } catch (error) {
      failure = error
    } finally {
      await writer.close()
    }
  })()
  for await (const chunk of out) {
    if (failure) break
    yield chunk
  }
  if (failure) throw failure
  await feeding
}
