import { randomBytes } from 'node:crypto'
import { chmod, link, mkdir, open, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'

const KEY_BYTES = 32

/**
 * Reads the 256-bit key that seals private data at rest, made on first start: `<folder>/data.key`, mode 0600.
 * Of several processes that start at once one makes it and all read the same.
 */
export async function openDataKey(folder: string): Promise<Uint8Array> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'data.key')
  const existing = await readKey(path)
  if (existing) return existing
  const draft = join(folder, `.data.key.${process.pid}.${randomBytes(6).toString('hex')}`)
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(randomBytes(KEY_BYTES))
    await file.sync()
  } finally {
    await file.close()
  }
  await chmod(draft, 0o600)
  // A hard link fails when the name exists, so the first process wins and a half-written key is never seen.
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await unlink(draft)
  const key = await readKey(path)
  if (!key) throw new Error(`The key file ${path} vanished while it was read.`)
  return key
}

async function readKey(path: string): Promise<Uint8Array | null> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (bytes && bytes.length !== KEY_BYTES) throw new Error(`The key file ${path} has ${bytes.length} bytes, ${KEY_BYTES} are expected.`)
  return bytes
}
