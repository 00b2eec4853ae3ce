import { describe, expect, it } from 'vitest'
import { brokenRules } from './repo-rules.ts'

const facts = { exists: (path: string) => path === 'docs/there.md' || path === 'scripts/test.ts', rootScripts: new Set(['bench']) }
const check = (path: string, text: string) => brokenRules([{ path, text }], facts)

describe('repository rules', () => {
  it('accept what is in order', () => {
    expect(check('backend/src/a.ts', 'export const a = 1\n')).toEqual([])
    expect(check('docs/x.md', 'Run `npm run bench`, see [there](there.md) and `scripts/test.ts`.')).toEqual([])
    expect(check('protocol/src/market/abi.gen.ts', `export const marketAbi = [\n${'{},\n'.repeat(900)}] as const`)).toEqual([])
  })

  it('find a file that is too long', () => {
    expect(check('backend/src/a.ts', 'x\n'.repeat(401))).toEqual(['backend/src/a.ts: 401 lines, the most is 400'])
    expect(check('contracts/market/A.sol', 'x\n'.repeat(501))).toHaveLength(1)
  })

  it('find an ABI literal, a skipped test and an unfinished mark', () => {
    expect(check('frontend/src/a.ts', "const abi = ['function f()']")).toHaveLength(1)
    expect(check('backend/src/a.test.ts', "it.only('x', () => {})")).toHaveLength(1)
    expect(check('backend/src/a.ts', '// TODO later')).toHaveLength(1)
  })

  it('find a command or a path that does not exist', () => {
    expect(check('README.md', 'Run `npm run nothing`.')).toEqual(['README.md:1: there is no script nothing'])
    expect(check('docs/x.md', 'See [gone](gone.md).')).toEqual(['docs/x.md:1: gone.md does not exist'])
    expect(check('README.md', 'See `scripts/gone.ts`.')).toEqual(['README.md:1: scripts/gone.ts does not exist'])
  })

  it('find a private key', () => {
    expect(check('backend/src/a.ts', `const privateKey = '0x${'ab'.repeat(32)}'`)).toHaveLength(1)
  })
})
