import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import type { AstNode } from './ast.ts'
import { mutantsOf, mutate } from './mutants.ts'

const solc = createRequire(import.meta.url)('solc') as { compile(input: string): string }

/** The mutants of a contract's body, and its source. */
function mutants(body: string) {
  const text = `// SPDX-License-Identifier: MIT\npragma solidity 0.8.30;\n\ncontract X {\n${body}\n}\n`
  const settings = { outputSelection: { 'X.sol': { '': ['ast'] } } }
  const input = { language: 'Solidity', sources: { 'X.sol': { content: text } }, settings }
  const output = JSON.parse(solc.compile(JSON.stringify(input))) as { sources: Record<string, { ast: AstNode }> }
  return { text, found: mutantsOf('X.sol', text, (output.sources['X.sol'] as { ast: AstNode }).ast) }
}
const changes = (body: string) => mutants(body).found.map(({ original, replacement }) => `${original} → ${replacement}`)

describe('mutantsOf', () => {
  it('changes operators, operands, conditions and numbers', () => {
    expect(changes('function f(uint a) external pure returns (uint) { if (a < 5 && a != 7) return a * 2; return a; }').toSorted()).toEqual(
      [
        '&& → ||',
        'a < 5 && a != 7 → (a < 5)',
        'a < 5 && a != 7 → (a != 7)',
        'a < 5 && a != 7 → true',
        'a < 5 && a != 7 → false',
        '< → <=',
        '!= → ==',
        '* → /',
        ...[6, 4, 0].map((other) => `5 → ${other}`),
        ...[8, 6, 0].map((other) => `7 → ${other}`),
        ...[3, 1, 0].map((other) => `2 → ${other}`),
      ].toSorted(),
    )
  })

  it('takes away statements and modifiers, and a revert only where forcing its condition is not the same', () => {
    const body = `error E(); event V(); uint x; modifier m() { _; }
      function f() external m { x = x; emit V(); }
      function g(bool a) external pure { if (a) revert E(); else revert(); }
      function h(bool a) external pure { if (a) revert E(); }`
    expect(changes(body).filter((change) => change.endsWith('→ {}'))).toEqual([
      'x = x; → {}',
      'emit V(); → {}',
      'revert E(); → {}',
      'revert(); → {}',
    ])
    expect(changes(body)).toContain('m → ')
  })

  it('changes assembly', () => {
    expect(changes('function f(uint a) external pure returns (uint b) { assembly { if iszero(a) { b := add(a, 0x20) } } }')).toEqual(
      expect.arrayContaining([
        'iszero(a) → a',
        'iszero(a) → 0',
        'iszero(a) → 1',
        'add → sub',
        '0x20 → 31',
        '0x20 → 33',
        '0x20 → 0',
        'b := add(a, 0x20) → ',
      ]),
    )
  })

  it('leaves types, addresses, texts and loop steps alone', () => {
    const body = `struct S { uint8[3] a; }
      function f() external pure returns (address, string memory) {
        for (uint i; ; ++i) { if (i > 1) break; }
        return (0x52908400098527886E0F7030069857D2E4169EE7, "7");
      }`
    expect(changes(body)).toEqual(['i > 1 → true', 'i > 1 → false', '> → >=', '1 → 2', '1 → 0'])
  })

  it('names the line, and finds its place behind text that is longer in bytes than in letters', () => {
    const { text, found } = mutants('// 版税 §\nfunction f() external pure returns (uint) {\n return 41;\n}')
    const mutant = found.find(({ replacement }) => replacement === '42')
    expect(mutant).toMatchObject({ line: 7, code: 'return 41;', original: '41' })
    expect(mutate(text, mutant as NonNullable<typeof mutant>)).toBe(text.replace('41', '42'))
  })

  it('knows the same mutant again, and no mutant twice', () => {
    const body = 'function f(bool a) external pure returns (bool) { return !a && true; }'
    const ids = mutants(body).found.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(mutants(body).found.map(({ id }) => id)).toEqual(ids)
  })
})
