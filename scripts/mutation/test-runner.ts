import { isAbsolute, join, relative } from 'node:path'
import hre from 'hardhat'
import Mocha, { type Suite } from 'mocha'
import type { Artifact } from './compiler.ts'
import { type Answer, REACH, type Request } from './messages.ts'

/**
 * The process in which the tests of all mutants run: Hardhat and the test files are loaded once. Each run starts from the same block,
 * with other contracts behind the names that the tests deploy.
 */
const root = join(import.meta.dirname, '..', '..')
const files = process.argv.slice(2)
const overlay = new Map<string, Artifact>()

/** The test that runs and the one before it: what a test reached last may be told only when the next has begun. */
let current = ''
let before = ''
const reached = new Map<string, Set<string>>()
const telling = process.env[REACH] === '1'
if (telling)
  hre.hooks.registerHandlers('network', {
    onCoverageData: async (_, tags) => {
      for (const tag of tags) reached.set(tag, (reached.get(tag) ?? new Set()).add(current).add(before || current))
    },
  })

const built = hre.artifacts.readArtifact.bind(hre.artifacts)
hre.artifacts.readArtifact = (async (name: string) => overlay.get(name) ?? built(name)) as typeof hre.artifacts.readArtifact
// What is not optimised is larger than a chain allows, and takes more gas than a block is meant to hold: the base fee would rise until
// nobody can pay it.
Object.assign(hre.config.networks.default ?? {}, { allowUnlimitedContractSize: true, blockGasLimit: 1_000_000_000_000n })
const fc = (await import('fast-check')).default
// The first counterexample is enough; looking for a smaller one takes most of the time.
fc.configureGlobal({ seed: 20_250_101, endOnFailure: true })
const { ethers, networkHelpers } = await import('../../test/fixtures/trade.ts')

const mocha = new Mocha({ reporter: class extends Mocha.reporters.Base {}, timeout: 30_000 })
mocha.cleanReferencesAfterRun(false)
for (const file of files) mocha.addFile(join(root, file))
await mocha.loadFilesAsync()
const suites = [...mocha.suite.suites]
const fileOf = ({ file }: { file?: string | undefined }) =>
  file && isAbsolute(file) ? relative(root, file).replaceAll('\\', '/') : (file ?? '')
const testsOf = new Map<Suite, Suite['tests']>()
const each = (suite: Suite, visit: (suite: Suite) => void) => {
  visit(suite)
  for (const inner of suite.suites) each(inner, visit)
}
for (const suite of suites) each(suite, (inner) => testsOf.set(inner, [...inner.tests]))
// A fixture that is made for each test spends more than the accounts of a chain begin with.
const RICHES = `0x${(10n ** 30n).toString(16)}`
if (telling) for (const { address } of await ethers.getSigners()) await ethers.provider.send('hardhat_setBalance', [address, RICHES])
let base = await ethers.provider.send('evm_snapshot', [])

function choose({ files: asked, bail, without, only }: Request): void {
  mocha.suite.suites = asked.flatMap((file) => suites.filter((suite) => fileOf(suite) === file))
  mocha.suite.bail(bail)
  for (const suite of mocha.suite.suites)
    each(suite, (inner) => {
      inner.bail(bail)
      inner.tests = (testsOf.get(inner) ?? []).filter(
        (test) => !without.includes(test.fullTitle()) && (only?.has(test.fullTitle()) ?? true),
      )
    })
}

async function run(request: Request): Promise<Answer> {
  overlay.clear()
  for (const artifact of request.artifacts) {
    overlay.set(artifact.contractName, artifact)
    overlay.set(`${artifact.sourceName}:${artifact.contractName}`, artifact)
  }
  networkHelpers.clearSnapshots()
  await ethers.provider.send('evm_revert', [base])
  base = await ethers.provider.send('evm_snapshot', [])
  choose(request)
  reached.clear()
  current = ''
  before = ''
  const failures: Answer['failures'][number][] = []
  const durations: Record<string, number> = {}
  let passed = 0
  let since = performance.now()
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve())
    runner.on('test', (test) => {
      before = current || before
      current = test.fullTitle()
      // Each test makes its fixture itself, so that what the fixture reaches is told of each test.
      if (telling) networkHelpers.clearSnapshots()
    })
    runner.on('suite', () => {
      before = current || before
      current = ''
    })
    runner.on('test end', (test) => {
      const file = fileOf(test)
      // Between two tests lies what a hook or a fixture takes.
      durations[file] = (durations[file] ?? 0) + performance.now() - since
      since = performance.now()
    })
    runner.on('pass', () => {
      passed += 1
    })
    runner.on('fail', (test, cause) =>
      failures.push({ file: fileOf(test), title: test.fullTitle(), message: String(cause?.message ?? cause) }),
    )
  })
  return { passed, failures, durations, reached }
}

process.on('message', async (request: Request) => {
  process.send?.(await run(request))
})
process.on('disconnect', () => process.exit(0))
// A mutant may break a promise that nobody waits for any more; the next run starts anew.
process.on('unhandledRejection', () => undefined)
process.send?.('ready')
