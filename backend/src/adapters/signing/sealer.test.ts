import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openDataKey } from './data-key.ts'
import { createSealer } from './sealer.ts'

const folder = await mkdtemp(join(tmpdir(), 'daedal-key-'))
afterAll(() => rm(folder, { recursive: true }))

describe('the data key', () => {
  it('is made once, with mode 0600, also by processes that start at once', async () => {
    const own = join(folder, 'keys')
    const keys = await Promise.all(Array.from({ length: 8 }, () => openDataKey(own)))
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1)
    expect((await stat(join(own, 'data.key'))).mode & 0o777).toBe(0o600)
    expect(Buffer.from(await openDataKey(own))).toEqual(await readFile(join(own, 'data.key')))
  })
  it('is refused when it is damaged, and never replaced', async () => {
    const own = join(folder, 'damaged')
    await openDataKey(own)
    await writeFile(join(own, 'data.key'), 'short')
    await expect(openDataKey(own)).rejects.toThrow('5 bytes, 32 are expected')
    expect(await readFile(join(own, 'data.key'), 'utf8')).toBe('short')
  })
})

describe('the sealer', () => {
  const sealer = createSealer(randomBytes(32))
  it('opens what it sealed, differently each time', () => {
    const sealed = sealer.seal('a hidden prompt 提示', 'row/1')
    expect(sealer.open(sealed, 'row/1')).toBe('a hidden prompt 提示')
    expect(sealer.seal('a hidden prompt 提示', 'row/1')).not.toBe(sealed)
    expect(Buffer.from(sealed, 'base64url').toString('utf8')).not.toContain('hidden')
  })
  it('opens neither in another row, nor with another key, nor when a bit changed', () => {
    const sealed = sealer.seal('secret', 'row/1')
    expect(() => sealer.open(sealed, 'row/2')).toThrow()
    expect(() => createSealer(randomBytes(32)).open(sealed, 'row/1')).toThrow()
    const bytes = Buffer.from(sealed, 'base64url')
    for (const at of [0, 12, bytes.length - 1]) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => sealer.open(changed.toString('base64url'), 'row/1')).toThrow()
    }
  })
  it('hashes with its key', () => {
    expect(sealer.digest('127.0.0.1')).toBe(sealer.digest('127.0.0.1'))
    expect(sealer.digest('127.0.0.1')).not.toBe(createSealer(randomBytes(32)).digest('127.0.0.1'))
  })
})
