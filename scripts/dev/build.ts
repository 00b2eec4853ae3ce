import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { runQuietly } from './command.ts'
import { buildWhenChanged } from './stamp.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const require = createRequire(import.meta.url)

/** Compiles the contracts when a source changed. Returns whether it did. */
export const buildContracts = () =>
  buildWhenChanged(
    {
      root,
      stamp: join(root, 'artifacts', '.stamp'),
      output: join(root, 'artifacts', 'contracts'),
      patterns: ['contracts/**/*.sol', 'hardhat.config.ts'],
    },
    async () => {
      await runQuietly(
        process.execPath,
        [join(dirname(require.resolve('hardhat/package.json')), 'dist/src/cli.js'), 'build', '--no-tests', '--quiet'],
        {
          cwd: root,
        },
      )
    },
  )

/** Builds the pages when a source changed. Returns whether it did. */
export const buildFrontend = () =>
  buildWhenChanged(
    {
      root,
      stamp: join(root, 'frontend', 'dist', '.stamp'),
      output: join(root, 'frontend', 'dist', 'index.html'),
      patterns: [
        'frontend/src/**',
        'frontend/index.html',
        'frontend/public/**',
        'frontend/vite.config.ts',
        '{protocol,engine,sdk}/src/**/*.ts',
        'package-lock.json',
      ],
    },
    async () => {
      const vite = join(dirname(require.resolve('vite/package.json')), 'bin', 'vite.js')
      await runQuietly(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: join(root, 'frontend') })
    },
  )

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write(`contracts ${(await buildContracts()) ? 'compiled' : 'unchanged'}\n`)
  process.stdout.write(`frontend ${(await buildFrontend()) ? 'built' : 'unchanged'}\n`)
}
