import { describe, expect, it } from 'vitest'
import { type Counted, judge } from './judge.ts'

const file = (lines: [number, boolean][], branches: Counted['branches'] = []): Counted => ({
  file: 'contracts/market/C.sol',
  source: 'one();\n  if (two) three();\nfour();',
  lines: new Map(lines),
  branches,
})
const half = file(
  [
    [1, true],
    [2, true],
    [3, false],
  ],
  [
    { line: 2, outcome: 'taken', covered: true },
    { line: 2, outcome: 'not taken', covered: false },
  ],
)

describe('the verdict on coverage', () => {
  it('names what no test reaches, and fails below the limits', () => {
    const { files, failures } = judge([half], [])
    expect(files).toEqual([
      { file: half.file, lines: 200 / 3, branches: 50, missing: ['3: four();', '2, never not taken: if (two) three();'] },
    ])
    expect(failures).toEqual([
      '66.67 % of the lines are reached, 99 % are the least',
      '50.00 % of the branches are reached, 99 % are the least',
    ])
  })

  it('leaves out what is accepted with a reason', () => {
    const reason = 'cannot happen'
    const accepted = ['four();', 'if (two) three();'].map((code) => ({ file: half.file, code, reason }))
    expect(judge([half], accepted)).toEqual({ files: [{ file: half.file, lines: 100, branches: 100, missing: [] }], failures: [] })
  })

  it('fails when an accepted line is reached by now', () => {
    expect(judge([file([[1, true]])], [{ file: half.file, code: 'one();', reason: 'it was not' }]).failures).toEqual([
      'accepted.ts names what is reached or gone: contracts/market/C.sol: one();',
    ])
  })
})
