import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { freePort } from '../../scripts/dev/port.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

declare module 'vitest' {
  interface ProvidedContext {
    /** Origin of the running product. */
    url: string
    /** JSON-RPC of its chain. */
    rpcUrl: string
    /** Folder of its state. */
    dir: string
  }
}

/** Starts the whole product from nothing, as `npm start` does, in a folder of its own, and stops it after the last test. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(tmpdir(), 'daedal-e2e-'))
  const [port, chainPort] = [await freePort(), await freePort()]
  const args = [
    '--disable-warning=ExperimentalWarning',
    join(root, 'scripts/dev/stack.ts'),
    `--dir=${dir}`,
    `--port=${port}`,
    `--chain-port=${chainPort}`,
    '--no-open',
  ]
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the product did not start within 4 minutes:\n${output}`)), 235_000)
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      if (!output.includes('Daedal is at')) return
      clearTimeout(timer)
      resolve()
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${output}`)))
  })
  project.provide('url', `http://localhost:${port}`)
  project.provide('rpcUrl', `http://127.0.0.1:${chainPort}`)
  project.provide('dir', dir)
  return async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
    if (!process.env.KEEP_E2E_STATE) rmSync(dir, { recursive: true, force: true })
  }
}
