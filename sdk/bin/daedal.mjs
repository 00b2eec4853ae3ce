#!/usr/bin/env node
// The way into the `daedal` command. The sources are TypeScript that Node 22.18 and newer run as it is; an older Node hands over to
// a newer one from npm.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const UNAVAILABLE = 69

function handOver() {
  const shell = process.platform === 'win32'
  const asked = ['exec', '--yes', '--package=node@24', '--', 'node', '-p', 'process.execPath']
  const found = spawnSync('npm', asked, { encoding: 'utf8', shell, env: { ...process.env, npm_config_loglevel: 'error' } })
  const node = found.stdout?.trim().split('\n').at(-1) ?? ''
  if (found.status !== 0 || !existsSync(node)) {
    process.stderr.write(
      `daedal needs Node 22.18 or newer, this is ${process.versions.node}, and npm could not fetch Node 24. Install it and try again.\n`,
    )
    return UNAVAILABLE
  }
  return spawnSync(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? UNAVAILABLE
}

async function run() {
  const warn = process.emitWarning
  process.emitWarning = (warning, ...rest) => {
    const type = typeof rest[0] === 'object' ? rest[0]?.type : rest[0]
    if (type !== 'ExperimentalWarning') warn.call(process, warning, ...rest)
  }
  process.stdout.on('error', (error) => {
    // The reader of a pipe has seen enough.
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  const { main } = await import('../src/cli/main.ts')
  return main(process.argv.slice(2))
}

process.exitCode = process.features.typescript ? await run() : handOver()
