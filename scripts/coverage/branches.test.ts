import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { branchesOf, type Statement } from './branches.ts'

const source = `// Größe: bytes are not characters
contract C {
    function f(uint256 a) external pure returns (uint256) {
        if (a == 0) return 0;
        if (a == 1) {
            return 1;
        } else {
            return 2;
        }
    }
}
`
const compiler = createRequire(import.meta.url)('solc') as { compile(input: string): string }
const settings = { stopAfter: 'parsing', outputSelection: { '*': { '': ['ast'] } } }
const { sources } = JSON.parse(compiler.compile(JSON.stringify({ language: 'Solidity', sources: { C: { content: source } }, settings })))

/** Statements by the text they begin and end with, as often reached as named. */
const reached = (hits: Record<string, number>): Statement[] =>
  (
    [
      ['guard', 'if (a == 0)', 'return 0;'],
      ['guard body', ' return 0;', 'return 0;'],
      ['choice', 'if (a == 1)', '}\n    }'],
      ['one', ' {\n            return 1', '} else'],
      ['two', ' {\n            return 2', '}\n    }'],
    ] as const
  ).map(([name, from, to]) => {
    const start = source.indexOf(from)
    return { start, end: source.indexOf(to, start) + to.length, hits: hits[name] ?? 0 }
  })
const covered = (hits: Record<string, number>) => branchesOf(source, sources.C.ast, reached(hits)).map((branch) => branch.covered)

describe('branches', () => {
  it('are two of every condition, at its line', () => {
    expect(branchesOf(source, sources.C.ast, reached({})).map(({ line, outcome }) => `${line} ${outcome}`)).toEqual([
      '4 taken',
      '4 not taken',
      '5 taken',
      '5 not taken',
    ])
  })

  it('are covered when a transaction went there', () => {
    expect(covered({ guard: 3, choice: 3, one: 1, two: 2 })).toEqual([false, true, true, true])
    expect(covered({ guard: 3, 'guard body': 1, choice: 2, one: 2 })).toEqual([true, true, true, false])
    expect(covered({ guard: 3, 'guard body': 3 })).toEqual([true, false, false, false])
  })

  it('show in what follows a body that leaves, where a loop went both ways in each transaction', () => {
    expect(covered({ guard: 3, 'guard body': 3, choice: 3, one: 3 })).toEqual([true, true, true, false])
  })

  it('cannot be told when a statement was not counted', () => {
    expect(() => branchesOf(source, sources.C.ast, [])).toThrow('No counted statement')
  })
})
