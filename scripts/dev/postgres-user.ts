import { spawnSync } from 'node:child_process'
import { chown, lstat, readdir } from 'node:fs/promises'
import path from 'node:path'
import { PostgresUnavailable } from './postgres-binaries.ts'

const NOBODY = 65_534

/** How a program is started so that PostgreSQL accepts the user it runs as. */
export type RunAs = {
  name: 'self' | 'namespace' | 'nobody'
  /** Wraps a command line. */
  wrap(command: string, args: readonly string[]): { command: string; args: string[]; uid?: number; gid?: number }
  /** Who must own the data folder on disk. */
  owner: { uid: number; gid: number } | null
}

const self: RunAs = { name: 'self', wrap: (command, args) => ({ command, args: [...args] }), owner: null }

/** A user namespace in which root looks like nobody: the files stay root's, folders closed to others stay usable. */
const namespace: RunAs = {
  name: 'namespace',
  wrap: (command, args) => ({
    command: 'unshare',
    args: ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--', command, ...args],
  }),
  owner: { uid: 0, gid: 0 },
}

/** The real user nobody; every folder above the data and the binaries must let it through. */
const nobody: RunAs = {
  name: 'nobody',
  wrap: (command, args) => ({ command, args: [...args], uid: NOBODY, gid: NOBODY }),
  owner: { uid: NOBODY, gid: NOBODY },
}

/** PostgreSQL refuses root. Chooses the first way to run it that works with this binary and this folder. */
export async function chooseUser(postgres: string, dir: string): Promise<RunAs> {
  if (process.getuid?.() !== 0) return self
  // An earlier run may have given the folder to nobody.
  await chown(dir, 0, 0)
  if (works(namespace, postgres, ['--version'])) return namespace
  await chown(dir, NOBODY, NOBODY)
  if (works(nobody, postgres, ['--version']) && works(nobody, '/bin/sh', ['-c', 'test -w "$0" && test -x "$0"', dir])) return nobody
  await chown(dir, 0, 0)
  throw new PostgresUnavailable(
    `PostgreSQL does not run as root, this system allows no user namespace, and the user nobody cannot reach ${dir} or ${postgres}.`,
  )
}

function works(user: RunAs, command: string, args: readonly string[]): boolean {
  const { command: file, args: list, ...as } = user.wrap(command, args)
  return spawnSync(file, list, { ...as, stdio: 'ignore', timeout: 10_000 }).status === 0
}

/** Gives a folder and everything in it to the user that PostgreSQL runs as. */
export async function giveTo(user: RunAs, target: string): Promise<void> {
  if (!user.owner) return
  const { uid, gid } = user.owner
  const info = await lstat(target)
  if (info.uid !== uid || info.gid !== gid) await chown(target, uid, gid)
  if (info.isDirectory()) for (const name of await readdir(target)) await giveTo(user, path.join(target, name))
}
