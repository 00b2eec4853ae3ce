import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { freePort } from '../../scripts/dev/port.ts'
import { runStack } from './run-stack.ts'

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
  const stack = await runStack({ dir, port: await freePort(), chainPort: await freePort() })
  project.provide('url', stack.url)
  project.provide('rpcUrl', stack.rpcUrl)
  project.provide('dir', dir)
  return async () => {
    stack.child.kill('SIGTERM')
    await stack.ended
    if (!process.env.KEEP_E2E_STATE) rmSync(dir, { recursive: true, force: true })
  }
}
