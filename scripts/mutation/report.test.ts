import { describe, expect, it } from 'vitest'
import type { Status } from './journal.ts'
import type { Mutant } from './mutants.ts'
import { readOptions } from './options.ts'
import { reportOf, textOf } from './report.ts'

const mutant = (line: number): Mutant => ({
  id: String(line),
  file: 'contracts/X.sol',
  line,
  kind: 'operator',
  code: 'a + b',
  original: '+',
  replacement: '-',
  start: 0,
  end: 1,
})
const found = (...statuses: Status[]) =>
  statuses.map((status, index) => ({
    mutant: mutant(index),
    result: { id: String(index), source: '', tests: '', status, by: null, milliseconds: 1 },
  }))

describe('reportOf', () => {
  it('counts what was killed or stuck against what survived, and nothing else', () => {
    const report = reportOf(found('killed', 'stuck', 'killed', 'survived', 'invalid', 'same'), 8)
    expect(report.score).toBe(75)
    expect(report.untried).toBe(2)
    expect(report.survivors).toMatchObject([{ line: 3, original: '+', replacement: '-', why: null }])
    expect(textOf(report)).toContain('75.0 % of 6 mutants (2 of 8 not tried)')
  })
})

describe('readOptions', () => {
  it('reads a shard, and refuses what makes no sense', () => {
    expect(readOptions(['royalties', '--shard', '2/3', '--minutes', '5'])).toMatchObject({
      words: ['royalties'],
      shard: { index: 1, of: 3 },
      minutes: 5,
    })
    for (const args of [['--shard', '3/2'], ['--shard', '0/2'], ['--shard', 'x'], ['--minutes', 'x'], ['--unknown']])
      expect(() => readOptions(args), args.join(' ')).toThrow()
  })
})
