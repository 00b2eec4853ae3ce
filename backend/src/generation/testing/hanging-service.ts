import { openDatabase } from '../../adapters/database/database.ts'
import { startGenerationServer } from '../../testing/generation-server.ts'
import { embeddedPlanner } from '../embedded-planner.ts'
import type { Draughtsman } from '../ports.ts'
import { flatDrawing } from './fakes.ts'

/**
 * The service in a process of its own, to be killed: of each plan it finishes the picture that it begins first and no other. Its
 * arguments are a database and a folder; it says its address on its output.
 */
const [, , url = '', dataDir = ''] = process.argv
const begun = new Set<string>()
const draughtsman: Draughtsman = {
  hands: 2,
  close: async () => undefined,
  draw: async ({ plan, seed }, { onProgress }) => {
    const first = !begun.has(JSON.stringify(plan))
    begun.add(JSON.stringify(plan))
    if (first) return flatDrawing(seed)
    onProgress({ fraction: 0.5, stage: 'light' })
    return new Promise(() => undefined)
  },
}
const database = { ...openDatabase(url), url, stop: async () => undefined }
const server = await startGenerationServer({ planner: embeddedPlanner, draughtsman, database, dataDir })
console.log(`at ${server.url}`)
