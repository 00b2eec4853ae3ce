import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { YOUNG_MB } from '../../backend/src/adapters/jobs/draw-pool.ts'

/** Draws everything in a process of its own, under the given switches of the JavaScript engine. */
function drawn(...switches: string[]): { hashes: Record<string, string>; megabytes: number } {
  // what is garbage may take as much as in the threads that draw
  const args = [
    '--disable-warning=ExperimentalWarning',
    `--max-semi-space-size=${YOUNG_MB / 3}`,
    ...switches,
    join(import.meta.dirname, 'hash-pictures.ts'),
  ]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 24 }))
}

it('every composition and style at full size has the same bits however the code is compiled, and stays below 450 MB', () => {
  const optimised = drawn()
  expect(Object.keys(optimised.hashes).length).toBeGreaterThan(50)
  expect(new Set(Object.values(optimised.hashes)).size).toBe(Object.keys(optimised.hashes).length)
  expect(optimised.megabytes).toBeLessThan(450)
  expect(drawn('--no-opt').hashes).toEqual(optimised.hashes)
})
