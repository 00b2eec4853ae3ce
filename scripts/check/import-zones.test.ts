import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const biome = join(dirname(createRequire(import.meta.url).resolve('@biomejs/biome/package.json')), 'bin', 'biome')
const forbidden: [folder: string, specifier: string][] = [
  ['protocol/src/market', 'node:fs'],
  ['protocol/src/market', 'fastify'],
  ['protocol/src/market', '@daedal/engine/engine'],
  ['engine/src/scene', 'node:fs'],
  ['engine/src/scene', 'viem'],
  ['engine/src/scene', '@daedal/sdk/client'],
  ['sdk/src', 'fastify'],
  ['sdk/src', '@daedal/backend/app'],
  ['backend/src/market', 'openai'],
  ['backend/src/market', '@daedal/engine/engine'],
  ['backend/src/market', '../adapters/chain/chain.ts'],
  ['frontend/src/ui', 'wagmi'],
  ['frontend/src/ui', '@daedal/protocol/market/order'],
  ['frontend/src/market', 'fastify'],
  ['frontend/src/market', '../app/router.tsx'],
]

const allowed: [folder: string, specifier: string][] = [
  ['protocol/src/market', 'viem'],
  ['engine/src/scene', '@daedal/protocol/generation/plan'],
  ['sdk/src', '@daedal/engine/engine'],
  ['backend/src/market', '@daedal/protocol/market/order'],
  ['backend/src/generation', '@daedal/engine/engine'],
  ['frontend/src/ui', 'react'],
  ['frontend/src/market', 'wagmi'],
]

const nameOf = (index: number) => `planted-violation-${index}.ts`

/** Plants one file with one import in each folder, lints them all at once, and returns the names of the refused ones. */
function refused(): Set<string> {
  const files = [...forbidden, ...allowed].map(([folder, specifier], index) => {
    const file = join(root, folder, nameOf(index))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `import * as planted from '${specifier}'\n\nexport const value = planted\n`)
    return file
  })
  try {
    const args = [biome, 'lint', '--vcs-enabled=false', '--colors=off', '--max-diagnostics=none', ...files]
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
    return new Set(
      [...`${stdout}${stderr}`.matchAll(/(planted-violation-\d+\.ts):\d+:\d+ lint\/style\/noRestrictedImports/g)].map(
        (match) => match[1] as string,
      ),
    )
  } finally {
    for (const file of files) rmSync(file, { force: true })
  }
}

describe('import zones', () => {
  const names = refused()
  forbidden.forEach(([folder, specifier], index) => {
    it(`${folder} may not import ${specifier}`, () => {
      expect(names).toContain(nameOf(index))
    })
  })
  allowed.forEach(([folder, specifier], index) => {
    it(`${folder} may import ${specifier}`, () => {
      expect(names).not.toContain(nameOf(forbidden.length + index))
    })
  })
})
