import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { forbiddenMaths } from './forbidden-maths.ts'

const found = (text: string) => forbiddenMaths('a.ts', text)

describe('forbidden maths', () => {
  it.each([
    'Math.sin(x)',
    'Math.pow(x, 2)',
    'Math.hypot(x, y)',
    'Math . tanh(x)',
    'Math?.exp(x)',
    'Math.random()',
    "Math['cos'](x)",
    'const { floor, sin } = Math',
    'const { exp: e } = Math',
    'const m = Math',
    'x ** 2',
    'x **= 2',
    'Date.now()',
    'new Date()',
    'performance.now()',
    'new Intl.Segmenter()',
    'a.localeCompare(b)',
    'text.toLocaleLowerCase()',
    'crypto.getRandomValues(a)',
    "const a = 'x'; Math.log2(3)",
  ])('finds %s', (text) => expect(found(`const before = 1\n${text}\n`)).toEqual([expect.stringMatching(/^a\.ts:2: /)]))

  it.each([
    'Math.floor(Math.sqrt(x)) * Math.PI',
    'const { abs, max, min } = Math',
    '// sin is Math.sin of x ** 2',
    '/** Math.exp */',
    "const text = 'Math.sin(2 ** 3)'",
    'const bold = text.replace(/\\*\\*/g, 2)',
    'x * y * z',
    'type Update = { updated: Dated }',
  ])('leaves %s', (text) => expect(found(text)).toEqual([]))

  it('names each line', () => expect(found('/* a\nb */\nMath.cos(1)\n2 ** 2')).toEqual(['a.ts:3: Math.cos', 'a.ts:4: the ** operator']))

  it('fails the check when the engine holds one', { timeout: 20_000 }, () => {
    const folder = dirname(fileURLToPath(import.meta.url))
    const planted = join(folder, '..', '..', 'engine', 'src', 'math', 'planted-violation.ts')
    const run = () =>
      spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', join(folder, 'engine-maths.ts')], { encoding: 'utf8' })
    writeFileSync(planted, 'export const planted = (x: number) => Math.tan(x)\n')
    try {
      const { status, stdout } = run()
      expect(status).toBe(1)
      expect(stdout).toContain('planted-violation.ts:1: Math.tan')
    } finally {
      rmSync(planted, { force: true })
    }
    expect(run().stdout).not.toContain('planted-violation')
  })
})
