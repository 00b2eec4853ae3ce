import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ENGINE, make, parsePlan, understand } from '@daedal/engine/engine'
import { rolldown } from 'rolldown'

const engine = fileURLToPath(new URL('../engine/', import.meta.url))
const file = join(engine, 'releases', `${ENGINE.version}.mjs`)
const vectorsFile = join(engine, 'releases', 'vectors.json')
const entry = join(engine, 'src', 'release.ts')

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** What says that a release still makes what it made. */
const PROMPTS = [
  'a futuristic city at dusk',
  'a lake in the mountains at night',
  'a glowing ancient sword',
  'a smiling elf with red hair',
  '一个红色药水瓶',
  'a walkable village by a lake',
]
const SIZE = { w: 64, h: 64 }
const SEED = 11

/**
 * Freezes the engine of this version as one file without dependencies, so that what it drew can be drawn again when the sources have moved
 * on. Run it before the version is raised; a release that exists is never written again.
 */
async function release(): Promise<void> {
  if (existsSync(file))
    throw new Error(`${ENGINE.version} is released already: a released engine never changes. Raise ENGINE_VERSION first.`)
  const bundle = await rolldown({
    input: entry,
    platform: 'neutral',
    treeshake: { moduleSideEffects: false },
    resolve: { mainFields: ['module', 'main'] },
  })
  await bundle.write({ file, format: 'esm', minify: true })
  await bundle.close()
  const vectors = PROMPTS.map((prompt) => {
    const { plan: understood } = understand({ prompt })
    // the still of a world has a size of its own
    const plan = parsePlan({ ...understood, ...('size' in understood && { size: SIZE }) })
    const { picture, model } = make(plan, SEED)
    return { plan, seed: SEED, rgbaSha256: sha256(picture.rgba), ...(model && { modelSha256: sha256(model.canonical) }) }
  })
  const known = existsSync(vectorsFile) ? (JSON.parse(readFileSync(vectorsFile, 'utf8')) as Record<string, unknown>) : {}
  const fileSha256 = sha256(readFileSync(file))
  writeFileSync(vectorsFile, `${JSON.stringify({ ...known, [ENGINE.version]: { fileSha256, vectors } }, null, 2)}\n`)
  process.stdout.write(`engine ${ENGINE.version}: ${file}, sha-256 ${fileSha256}\n`)
}

await release()
