import { mkdir, open, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import { LOCAL_CHAIN_ID } from '@daedal/protocol/chains/deployment'

/** What a journal was begun with; the genesis block follows from it. */
export type JournalHeader = { journal: 1; chainId: number; initialDate: string; madeBy: string }

/** One accepted transaction: the block it made has this time and stands on this parent. */
export type JournalEntry = { raw: string; timestamp: number; parent: string }

/** The file that holds every transaction of the local chain, one JSON line each. */
export type Journal = {
  header: JournalHeader
  /** What was in the file when it was opened. */
  entries: JournalEntry[]
  /** Resolves when the line is on the disk. Nothing is left of a line that could not be written. */
  append(entry: JournalEntry): Promise<void>
  /** Takes the last line back: of the file as it was opened, or the one appended last. */
  undo(): Promise<void>
  close(): Promise<void>
}

/** A journal that cannot be used; the message says why. */
export class JournalError extends Error {
  override readonly name = 'JournalError'
}

/** Opens the journal in a folder, or begins one. A torn last line (the machine stopped while it was written) is cut off. */
export async function openJournal(dir: string, madeBy: string, log: (line: string) => void): Promise<Journal> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const file = path.join(dir, 'journal.jsonl')
  await begin(file, madeBy)
  const { header, entries, length, lastStart, torn } = parse(await readFile(file), file)
  const handle = await open(file, 'r+')
  if (torn > 0) {
    log(`cutting ${torn} bytes of an unfinished line off ${file}`)
    await handle.truncate(length)
    await handle.datasync()
  }
  let end = length
  let before = lastStart
  let broken: Error | null = null
  const cutTo = async (position: number) => {
    try {
      await handle.truncate(position)
      await handle.datasync()
      end = position
    } catch (error) {
      broken = error as Error
      throw error
    }
  }
  return {
    header,
    entries,
    append: async (entry) => {
      if (broken) throw new JournalError(`${file} cannot be written: ${broken.message}`, { cause: broken })
      const line = Buffer.from(`${JSON.stringify(entry)}\n`)
      try {
        for (let done = 0; done < line.length; ) done += (await handle.write(line, done, line.length - done, end + done)).bytesWritten
        await handle.datasync()
      } catch (cause) {
        await cutTo(end)
        throw new JournalError(`The transaction could not be written to ${file}: ${(cause as Error).message}`, { cause })
      }
      before = end
      end += line.length
    },
    undo: () => cutTo(before),
    close: () => handle.close(),
  }
}

async function begin(file: string, madeBy: string): Promise<void> {
  const exists = await open(file, 'r').then(
    (handle) => handle.close().then(() => true),
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
  if (exists) return
  const initialDate = `${new Date().toISOString().slice(0, 19)}Z`
  const header: JournalHeader = { journal: 1, chainId: LOCAL_CHAIN_ID, initialDate, madeBy }
  const draft = await open(`${file}.tmp`, 'w', 0o600)
  try {
    await draft.writeFile(`${JSON.stringify(header)}\n`)
    await draft.sync()
  } finally {
    await draft.close()
  }
  await rename(`${file}.tmp`, file)
  if (process.platform === 'win32') return
  const folder = await open(path.dirname(file), 'r')
  await folder.sync().finally(() => folder.close())
}

/** Reads every whole line; only the last may be damaged. */
function parse(
  bytes: Buffer,
  file: string,
): { header: JournalHeader; entries: JournalEntry[]; length: number; lastStart: number; torn: number } {
  const entries: JournalEntry[] = []
  let header: JournalHeader | null = null
  let at = 0
  let lastStart = 0
  for (let number = 1; at < bytes.length; number++) {
    const newline = bytes.indexOf(10, at)
    const value = newline < 0 ? null : parseLine(bytes.toString('utf8', at, newline))
    if (number === 1) header = isHeader(value) ? value : null
    if (number === 1 && !header)
      throw new JournalError(`${file} does not begin as a journal of the local chain. Remove it, or start with --fresh.`)
    if (number > 1 && isEntry(value)) entries.push(value)
    else if (number > 1) {
      if (newline >= 0 && newline < bytes.length - 1)
        throw new JournalError(`Line ${number} of ${file} is damaged. Start with --fresh to begin a new chain.`)
      return { header: header as JournalHeader, entries, length: at, lastStart, torn: bytes.length - at }
    }
    lastStart = at
    at = newline + 1
  }
  if (!header) throw new JournalError(`${file} is empty. Remove it, or start with --fresh.`)
  return { header, entries, length: at, lastStart, torn: 0 }
}

function parseLine(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const isHeader = (value: unknown): value is JournalHeader => {
  const header = value as JournalHeader | null
  return header?.journal === 1 && header.chainId === LOCAL_CHAIN_ID && !Number.isNaN(Date.parse(header.initialDate))
}

const isEntry = (value: unknown): value is JournalEntry => {
  const entry = value as JournalEntry | null
  return typeof entry?.raw === 'string' && Number.isSafeInteger(entry.timestamp) && typeof entry.parent === 'string'
}
