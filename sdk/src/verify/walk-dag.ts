import { DAG_PB } from '@daedal/protocol/tokens/root'
import { decode, type PBNode } from '@ipld/dag-pb'
import type { CID } from 'multiformats/cid'
import { counted } from './check.ts'
import type { Car, CarBlock } from './read-car.ts'
import { unsupported } from './read-car.ts'

const DEPTH_LIMIT = 32

/** A place in the content: which file, and which of its bytes when that is known. */
export type Place = string

/** What the content below a root needs, compared with what the CAR holds. */
export type Dag = {
  /** Blocks that were reached and are sound, by CID. */
  sound: Map<string, CarBlock>
  /** Where each CID that was reached belongs. */
  places: Map<string, Place>
  missing: { cid: string; place: Place }[]
  /** Nodes that are sound as blocks and cannot be read as what they should be. */
  unreadable: { cid: string; place: Place; why: string }[]
}

/** Follows every link below the root through blocks whose hash was checked. Each block is visited once. */
export function walkDag(car: Car, root: CID): Dag {
  const held = new Map<string, CarBlock>()
  for (const block of car.blocks) if (block.flaw === null) held.set(block.cid.toString(), block)
  const dag: Dag = { sound: new Map(), places: new Map(), missing: [], unreadable: [] }
  const open: { cid: CID; place: Place; depth: number }[] = [{ cid: root, place: 'the folder', depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { cid, place, depth } = next
    const key = cid.toString()
    if (dag.places.has(key)) continue
    dag.places.set(key, place)
    const refused = unsupported(cid)
    const block = held.get(key)
    if (refused) dag.unreadable.push({ cid: key, place, why: refused })
    else if (!block) dag.missing.push({ cid: key, place })
    else if (depth > DEPTH_LIMIT) dag.unreadable.push({ cid: key, place, why: `it lies deeper than ${counted(DEPTH_LIMIT, 'level')}` })
    else {
      dag.sound.set(key, block)
      if (cid.code !== DAG_PB) continue
      const node = nodeOf(block)
      if (typeof node === 'string') dag.unreadable.push({ cid: key, place, why: node })
      else for (const link of linksOf(node, place, depth).reverse()) open.push(link)
    }
  }
  return dag
}

/** A dag-pb node; the reason as text when the bytes are not one. */
export function nodeOf(block: CarBlock): PBNode | string {
  try {
    return decode(block.bytes)
  } catch (cause) {
    return `it is not a dag-pb node: ${(cause as Error).message}`
  }
}

function linksOf({ Links }: PBNode, place: Place, depth: number): { cid: CID; place: Place; depth: number }[] {
  let offset = 0
  return Links.map(({ Hash, Name, Tsize = 0 }) => {
    const from = offset
    offset += Tsize
    const inside = depth === 0 ? (Name ?? 'an unnamed file') : Hash.code === DAG_PB ? place : `${place} bytes ${from}–${offset - 1}`
    return { cid: Hash, place: inside, depth: depth + 1 }
  })
}
