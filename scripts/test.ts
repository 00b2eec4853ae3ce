import { spawn } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const require = createRequire(import.meta.url)
const scratch = mkdtempSync(join(tmpdir(), 'daedal-test-'))

/** Takes what a suite prints. */
type Show = (text: string) => void
const print: Show = (text) => void process.stdout.write(text)

/** What a suite counted. `failed` is at least 1 when its runner ended badly; `what` names what failed and why, a line or two each. */
type Count = { passed: number; failed: number; what: string[] }

function runNode(args: string[], onText: Show): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
    })
    child.stdout.on('data', (chunk: Buffer) => onText(chunk.toString()))
    const pass = (signal: NodeJS.Signals) => child.kill(signal)
    process.on('SIGINT', pass)
    process.on('SIGTERM', pass)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/** The invariants that take about as long as all other tests of the contracts together. */
const LONG = /^test\/invariant\/(drops|rentals)\./

/** Runs the contracts' tests in Hardhat: Solidity fuzz tests, then mocha in two processes beside each other. */
async function contracts(out: Show): Promise<Count> {
  let text = ''
  const cli = join(dirname(require.resolve('hardhat/package.json')), 'dist', 'src', 'cli.js')
  const show: Show = (chunk) => {
    text += chunk
    out(chunk)
  }
  const files = globSync('test/{market,tokens,royalties,provenance,worlds,parity,invariant,findings}/**/*.test.ts', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
  const solidity = await runNode([cli, 'test', 'solidity'], show)
  const built = await runNode([cli, 'build'], show)
  const codes = await Promise.all(
    [files.filter((file) => !LONG.test(file)), files.filter((file) => LONG.test(file))].map(async (half, index) => {
      // What the second prints would stand among the lines of the first.
      const kept: string[] = []
      const code = await runNode([cli, 'test', 'mocha', '--no-compile', ...half], index === 0 ? show : (chunk) => kept.push(chunk))
      return { code, kept }
    }),
  )
  for (const { kept } of codes) show(kept.join(''))
  const code = [solidity, built, ...codes.map((one) => one.code)].find((one) => one !== 0) ?? 0
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are escape sequences
  const plain = text.replace(/\u001b\[[0-9;]*m/g, '')
  const sum = (word: string) =>
    [...plain.matchAll(new RegExp(`^\\s*(\\d+) ${word}`, 'gm'))].reduce((total, match) => total + Number(match[1]), 0)
  const failed = sum('failing')
  const what = [...plain.matchAll(/^ {2}\d+ failing\n([\s\S]*?)(?=^ {2}\d+ passing|(?![\s\S]))/gm)].map((match) =>
    (match[1] ?? '').trim().slice(0, 3_000),
  )
  return { passed: sum('passing'), failed: code !== 0 && failed === 0 ? 1 : failed, what }
}

/** What is read of vitest's JSON report. */
type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}

/** The failed tests of a file, or what kept the file from running. */
function failuresOf({ name, status, message, assertionResults }: VitestReport['testResults'][number]): string[] {
  const file = relative(root, name)
  const tests = assertionResults
    .filter((one) => one.status === 'failed')
    .map((one) => `${file}: ${one.fullName}\n    ${(one.failureMessages[0] ?? '').slice(0, 600)}`)
  return status === 'failed' && tests.length === 0 ? [`${file}\n    ${message.slice(0, 600)}`] : tests
}

/** Runs a vitest configuration, or what `options` choose of it, and reads its JSON report. */
async function vitest(show: Show, name: string, config: string, options: string[] = []): Promise<Count> {
  const report = join(scratch, `${name}.json`)
  const cli = join(dirname(require.resolve('vitest/package.json')), 'vitest.mjs')
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await runNode([cli, 'run', '--config', config, ...options, ...reports], show)
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as VitestReport
    return {
      passed: numPassedTests,
      failed: code !== 0 && numFailedTests === 0 ? 1 : numFailedTests,
      what: testResults.flatMap(failuresOf),
    }
  } catch (cause) {
    const what = `${name}: no report (${(cause as Error).message})`
    process.stderr.write(`${what}\n`)
    return { passed: 0, failed: 1, what: [what] }
  }
}

const suites: Record<string, (show: Show) => Promise<Count>> = {
  contracts,
  // One worker, because its tests compute all the time and may run beside those of the contracts.
  engine: (show) => vitest(show, 'engine', 'vitest.config.ts', ['--project=engine', '--maxWorkers=1']),
  packages: (show) => vitest(show, 'packages', 'vitest.config.ts', ['--project=packages', '--project=backend']),
  e2e: (show) => vitest(show, 'e2e', 'test/e2e/vitest.config.ts'),
  long: (show) => vitest(show, 'long', 'vitest.long.config.ts'),
}

const asked = process.argv.slice(2)
/** What runs after one another; names within brackets run beside each other, since compiling contracts leaves a core idle. */
const plan = asked.length > 0 ? asked.map((name) => [name]) : [['contracts', 'engine'], ['packages'], ['e2e']]
const unknown = asked.filter((name) => !Object.hasOwn(suites, name))
if (unknown.length > 0) {
  process.stderr.write(`Unknown suite ${unknown.join(', ')}. Suites: ${Object.keys(suites).join(', ')}.\n`)
  process.exit(2)
}

const total: Count = { passed: 0, failed: 0, what: [] }

async function run(name: string, show: Show): Promise<void> {
  const started = performance.now()
  show(`\n${name}\n`)
  const count = await (suites[name] as (show: Show) => Promise<Count>)(show)
  if (count.passed + count.failed === 0) count.failed = 1 // a suite that ran nothing has not passed
  show(`${name}: ${count.passed} passed, ${count.failed} failed, ${((performance.now() - started) / 1000).toFixed(0)} s\n`)
  total.passed += count.passed
  total.failed += count.failed
  total.what.push(...count.what)
}

for (const beside of plan) {
  // What the others print would stand among the lines of the first.
  const kept: string[] = []
  await Promise.all(beside.map((name, index) => run(name, index === 0 ? print : (text) => void kept.push(text))))
  print(kept.join(''))
}
rmSync(scratch, { recursive: true, force: true })
// Said again where a long log ends, because that is where one looks first.
for (const one of total.what) process.stdout.write(`\nFAILED ${one}\n`)
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`)
process.exit(total.failed === 0 ? 0 : 1)
