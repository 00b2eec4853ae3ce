import { DAG_PB } from '@daedal/protocol/tokens/root'
import { exporter } from 'ipfs-unixfs-exporter'
import type { CID } from 'multiformats/cid'
import { counted } from './check.ts'
import type { CarBlock } from './read-car.ts'
import { type Dag, nodeOf } from './walk-dag.ts'

/** UnixFS `Data` of a plain directory: type 1, nothing else. */
const DIRECTORY = [0x08, 0x01]
/** Block reads that one file may take. A file of 64 MiB in pieces of 256 KiB takes 258; a hostile one would take for ever. */
const READS_LIMIT = 8_192
const LEVELS_LIMIT = 32

/**
 * Bytes of a file, or why they are not to be had: `damaged` when blocks are wrong or missing (which the blocks' own check tells),
 * else because what is there is no such file.
 */
export type FileRead = { bytes: Uint8Array; why: null } | { bytes: null; why: string; damaged: boolean }

/** The token's folder, read from checked blocks only. */
export type Folder = {
  names: string[]
  cidOf(name: string): string | null
  read(name: string, limit: number): Promise<FileRead>
}

/** Opens the folder; the reason as text when its root is damaged or not a folder. */
export function openFolder(dag: Dag, root: CID): Folder | string {
  const block = dag.sound.get(root.toString())
  if (!block) return 'the block of the folder itself is damaged or missing'
  const node = root.code === DAG_PB ? nodeOf(block) : 'it is a single block'
  if (typeof node === 'string') return `the root is not a folder: ${node}`
  if (node.Data?.length !== 2 || node.Data.some((byte, i) => byte !== DIRECTORY[i])) return 'the root is not a plain UnixFS folder'
  const links = new Map<string, CID>()
  for (const { Name, Hash } of node.Links) {
    if (!Name || links.has(Name)) return `the folder names ${JSON.stringify(Name ?? '')} ${Name ? 'twice' : 'without a name'}`
    links.set(Name, Hash)
  }
  return {
    names: [...links.keys()],
    cidOf: (name) => links.get(name)?.toString() ?? null,
    read: async (name, limit) => {
      const cid = links.get(name)
      if (!cid) return { bytes: null, why: `the folder has no ${name}`, damaged: false }
      if (!isWhole(dag, cid)) return { bytes: null, why: `a block of ${name} is damaged or missing`, damaged: true }
      try {
        return { bytes: await readFile(dag, cid, limit), why: null }
      } catch (cause) {
        return { bytes: null, why: `${name} cannot be read: ${reasonOf(cause)}`, damaged: false }
      }
    },
  }
}

/** Whether every block below a CID is there and sound. */
function isWhole(dag: Dag, root: CID): boolean {
  const seen = new Set<string>()
  const open = [root]
  for (let cid = open.pop(); cid; cid = open.pop()) {
    const key = cid.toString()
    if (seen.has(key)) continue
    seen.add(key)
    const block = dag.sound.get(key)
    if (!block) return false
    open.push(...linksOf(block))
  }
  return true
}

const linksOf = (block: CarBlock): CID[] => {
  const node = block.cid.code === DAG_PB ? nodeOf(block) : ''
  return typeof node === 'string' ? [] : node.Links.map(({ Hash }) => Hash)
}

/** What reading a file takes: block reads, shared parts counted each time they are named, and levels of nodes. */
type Effort = { reads: number; levels: number }

/** Looks at each block once, however often it is named. */
function effortOf(dag: Dag, cid: CID, known = new Map<string, Effort>(), level = 1): Effort {
  if (level > LEVELS_LIMIT) return { reads: 1, levels: level }
  const key = cid.toString()
  const before = known.get(key)
  if (before) return before
  const block = dag.sound.get(key)
  const below = block ? linksOf(block).map((link) => effortOf(dag, link, known, level + 1)) : []
  const effort = {
    reads: below.reduce((sum, { reads }) => sum + reads, 1),
    levels: below.reduce((most, { levels }) => Math.max(most, levels + 1), 1),
  }
  known.set(key, effort)
  return effort
}

/** Reads a whole file. What it takes is known before the first byte, because the exporter does not stop where it is told to. */
async function readFile(dag: Dag, cid: CID, limit: number): Promise<Uint8Array> {
  const { reads, levels } = effortOf(dag, cid)
  if (reads > READS_LIMIT) throw new Error(`it takes more than ${counted(READS_LIMIT, 'block')}`)
  if (levels > LEVELS_LIMIT) throw new Error(`it is nested deeper than ${counted(LEVELS_LIMIT, 'level')}`)
  const blockstore = {
    get: async function* (wanted: CID) {
      yield dag.sound.get(wanted.toString())?.bytes ?? new Uint8Array()
    },
  }
  const entry = await exporter(cid, blockstore)
  if (entry.type !== 'file' && entry.type !== 'raw') throw new Error('it is not a file')
  if (entry.size > BigInt(limit))
    throw new Error(`it has ${counted(Number(entry.size), 'byte')}; ${counted(limit, 'byte')} are read at most`)
  const bytes = new Uint8Array(Number(entry.size))
  let length = 0
  for await (const part of entry.content({ blockReadConcurrency: 1 })) {
    if (length + part.length > bytes.length) throw new Error('it is longer than it says')
    bytes.set(part, length)
    length += part.length
  }
  if (length !== bytes.length) throw new Error('it is shorter than it says')
  return bytes
}

/** The innermost message: the exporter wraps what a block read threw. */
function reasonOf(error: unknown): string {
  let at = error
  while (at instanceof Error && at.cause instanceof Error) at = at.cause
  return at instanceof Error ? at.message : String(at)
}
