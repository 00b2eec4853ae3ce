import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildContracts } from '../dev/build.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const require = createRequire(import.meta.url)

/** The file behind a package's command. Some packages do not export their manifest, so it is read where npm puts it. */
function bin(name: string, command = name): string {
  const manifest = join(root, 'node_modules', name, 'package.json')
  const { bin: entry } = require(manifest) as { bin: string | Record<string, string> }
  const file = typeof entry === 'string' ? entry : entry[command]
  if (!file) throw new Error(`${name} has no command ${command}`)
  return join(dirname(manifest), file)
}

const own = (file: string) => [join(root, 'scripts', 'check', file)]

/** name → arguments for node. Each is one line of the report. */
const groups: Record<string, Record<string, () => string[]>> = {
  types: {
    types: () => [bin('typescript', 'tsc'), '--noEmit', '-p', 'tsconfig.json'],
    format: () => [bin('@biomejs/biome', 'biome'), 'ci', '--reporter=summary'],
    solhint: () => [bin('solhint'), '--max-warnings', '0', 'contracts/**/*.sol'],
    'solidity format': () => [bin('prettier'), '--check', 'contracts/**/*.sol', 'test/**/*.sol'],
    'solidity imports': () => own('solidity-imports.ts'),
    'test trees': () => own('trees.ts'),
    'known attacks': () => own('attacks.ts'),
    'engine maths': () => own('engine-maths.ts'),
  },
  unused: {
    unused: () => [bin('knip')],
    // The root is itself the Hardhat project, so it has dependencies; any npm will do, so none is named.
    workspaces: () => [bin('sherif'), '-r', 'root-package-dependencies', '-r', 'root-package-manager-field'],
  },
  generated: {
    generated: () => own('generated.ts'),
    subgraph: () => own('subgraph.ts'),
  },
  repo: {
    'repository rules': () => own('repo.ts'),
  },
  pages: {
    'first load of pages': () => [join(root, 'scripts', 'bench', 'pages.ts')],
  },
}

// The tests' types are made from the contracts.
await buildContracts()
const asked = process.argv.slice(2)
const names = asked.length > 0 ? asked : Object.keys(groups)
let failed = 0
for (const name of names) {
  const group = groups[name]
  if (!group) {
    process.stderr.write(`Unknown check ${name}. Checks: ${Object.keys(groups).join(', ')}.\n`)
    process.exit(2)
  }
  for (const [title, args] of Object.entries(group)) {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...args()], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 << 20,
    })
    if (status === 0) process.stdout.write(`ok ${title}\n`)
    else {
      failed += 1
      process.stdout.write(`not ok ${title}\n${`${stdout}${stderr}`.slice(-8_000)}\n`)
    }
  }
}
process.exit(failed === 0 ? 0 : 1)
