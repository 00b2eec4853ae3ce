#!/usr/bin/env node
// The way in: works on Node 20 and newer with nothing installed. It finds a Node that Hardhat can use,
// installs packages when the lockfile changed, and hands over to the task. No dependency, no build.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const NEEDED = [22, 19]
const FREE_BYTES_NEEDED = 1_500_000_000

/** task → the file that does it (or a command), and whether it needs the packages used only by tests. */
const tasks = {
  start: { run: ['scripts/dev/stack.ts'] },
  dev: { run: ['scripts/dev/stack.ts', '--watch'] },
  build: { run: ['scripts/dev/build.ts'] },
  test: { run: ['scripts/test.ts'], full: true },
  'test:contracts': { run: ['scripts/test.ts', 'contracts'], full: true },
  'test:packages': { run: ['scripts/test.ts', 'engine', 'packages'], full: true },
  'test:e2e': { run: ['scripts/test.ts', 'e2e'], full: true },
  'test:long': { run: ['scripts/test.ts', 'long'], full: true },
  'test:coverage': { run: ['scripts/coverage/run.ts'], full: true },
  'test:mutation': { run: ['scripts/mutation/run.ts'], full: true },
  codegen: { run: ['scripts/codegen/all.ts'], full: true },
  check: { run: ['scripts/check/all.ts'], full: true },
  'check:types': { run: ['scripts/check/all.ts', 'types'], full: true },
  'check:unused': { run: ['scripts/check/all.ts', 'unused'], full: true },
  'check:generated': { run: ['scripts/check/all.ts', 'generated'], full: true },
  'check:repo': { run: ['scripts/check/all.ts', 'repo'], full: true },
  'check:deployment': { run: ['scripts/deploy/check.ts'] },
  bench: { run: ['scripts/bench/all.ts'], full: true },
  'bench:gas': { run: ['scripts/bench/all.ts', 'gas'], full: true },
  gallery: { run: ['scripts/gallery.ts'], full: true },
  'release:engine': { run: ['scripts/release-engine.ts'], full: true },
}

function fail(sentence, code = 1) {
  process.stderr.write(`\n${sentence}\n`)
  process.exit(code)
}

const version = process.versions.node.split('.').map(Number)
const newEnough = version[0] > NEEDED[0] ? version[0] !== 23 : version[0] === NEEDED[0] && version[1] >= NEEDED[1]

/** npm's own script, so that npm runs under the Node we chose instead of the one on PATH. */
function npmScript() {
  const given = process.env.npm_execpath
  if (given?.endsWith('.js') && existsSync(given)) return given
  const beside = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js')
  return existsSync(beside) ? beside : null
}

const npmCommand = (args, node = process.execPath) => {
  const script = npmScript()
  return script ? [node, [script, ...args]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', args]
}

function explain(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|network/i.test(output))
    return 'No network: the package registry cannot be reached. Packages are needed once; connect and run the same command again.'
  if (/ENOSPC/.test(output)) return 'The disk is full: free at least 1.5 GB and run the same command again.'
  if (/EBADPLATFORM|notsup/i.test(output)) return `This platform (${process.platform} ${process.arch}) has no build of a needed package.`
  if (/EACCES|EPERM|EROFS/.test(output)) return `The folder ${root} cannot be written to.`
  return 'The packages could not be installed. What npm said is above.'
}

/** Runs a child to its end, passing signals on; resolves with its exit code. */
function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    // The terminal sends Ctrl-C to the whole group; a signal sent to this process alone is passed on.
    const pass = (signal) => {
      if (!process.stdin.isTTY || signal !== 'SIGINT') child.kill(signal)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass)
    child.on('error', (cause) => fail(`Could not start ${command}: ${cause.message}`))
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}

/** Fetches a current Node through npm and starts this script again under it. */
async function reexecute() {
  process.stdout.write(`Node ${process.versions.node} is older than ${NEEDED.join('.')}: fetching Node 24 through npm … `)
  const [command, args] = npmCommand(['exec', '--yes', '--package=node@24', '--', 'node', '-p', 'process.execPath'])
  const found = spawnSync(command, args, { cwd: root, encoding: 'utf8', env: { ...process.env, npm_config_loglevel: 'error' } })
  const node = found.stdout?.trim().split('\n').at(-1) ?? ''
  if (found.status !== 0 || !existsSync(node)) {
    process.stderr.write(`\n${found.stderr ?? ''}`)
    fail(explain(found.stderr ?? ''))
  }
  process.stdout.write('done\n')
  const path = `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`
  process.exit(await run(node, process.argv.slice(1), { env: { ...process.env, PATH: path } }))
}

const manifests = [
  'package-lock.json',
  'package.json',
  ...['protocol', 'engine', 'sdk', 'backend', 'frontend', 'subgraph'].map((w) => `${w}/package.json`),
]

function fingerprint() {
  const hash = createHash('sha256')
  for (const file of manifests) hash.update(existsSync(join(root, file)) ? readFileSync(join(root, file)) : '')
  return `${hash.digest('hex')} ${process.platform} ${process.arch}`
}

const stamp = join(root, 'node_modules', '.daedal-install.json')

/** What was installed last, and whether it is what the manifests ask for now. */
function installed() {
  try {
    const { print, mode } = JSON.parse(readFileSync(stamp, 'utf8'))
    return { mode, current: print === fingerprint() }
  } catch {
    return { mode: null, current: false } // no stamp or a half-written one: install again
  }
}

function npmInstall(args) {
  return new Promise((resolve) => {
    const [command, all] = npmCommand([...args, '--no-audit', '--no-fund', '--loglevel=error'])
    const child = spawn(command, all, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output = (output + chunk).slice(-20_000)))
    const started = Date.now()
    const tick = process.stdout.isTTY
      ? setInterval(() => process.stdout.write(`\rInstalling packages … ${Math.round((Date.now() - started) / 1000)} s`), 1000)
      : undefined
    const stop = () => child.kill('SIGTERM')
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
    child.on('error', (cause) => resolve({ code: 1, output: cause.message }))
    child.on('exit', (code) => {
      clearInterval(tick)
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
      resolve({ code: code ?? 130, output })
    })
  })
}

async function install(mode) {
  const { bavail, bsize } = statfsSync(root)
  if (bavail * bsize < FREE_BYTES_NEEDED)
    fail(`The disk is nearly full: ${Math.round((bavail * bsize) / 1e6)} MB free, 1,500 MB are needed to install.`)
  const omit = mode === 'run' ? ['--omit=dev'] : []
  process.stdout.write('Installing packages …')
  const started = Date.now()
  rmSync(stamp, { force: true })
  // `npm ci` wipes node_modules first, so it is only used when there is nothing to keep.
  let result = existsSync(join(root, 'node_modules')) ? null : await npmInstall(['ci', ...omit])
  if (result === null || (result.code !== 0 && /EUSAGE|in sync|lock file/i.test(result.output)))
    result = await npmInstall(['install', '--no-save', ...omit])
  if (result.code !== 0) {
    process.stderr.write(`\n${result.output}`)
    fail(explain(result.output))
  }
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, JSON.stringify({ print: fingerprint(), mode }))
  process.stdout.write(`\rInstalling packages … ${Math.round((Date.now() - started) / 1000)} s, done\n`)
}

const [name, ...rest] = process.argv.slice(2)
const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined
if (!task) fail(`Unknown task ${name ?? '(none)'}. Tasks: ${Object.keys(tasks).join(', ')}.`, 2)
if (!newEnough) await reexecute()
const has = installed()
// Who has the packages of the tests keeps them: a start after a change must not take them away.
const mode = task.full || has.mode === 'full' ? 'full' : 'run'
if (!rest.includes('--help') && !(has.current && (has.mode === 'full' || has.mode === mode))) await install(mode)
const [file, ...fixed] = task.run
process.exit(await run(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, file), ...fixed, ...rest]))
