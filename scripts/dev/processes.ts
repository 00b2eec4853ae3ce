import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'

/** Whether a process with this id exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Parent and command line of a process; null where the system does not tell or the process is gone. */
export async function describeProcess(pid: number): Promise<{ parent: number; command: string } | null> {
  if (process.platform === 'win32') return null
  if (process.platform === 'linux') {
    const [status, command] = await Promise.all([readProc(pid, 'stat'), readProc(pid, 'cmdline')])
    if (status === null || command === null) return null
    const parent = Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1])
    return { parent, command: command.replaceAll('\0', ' ') }
  }
  const { stdout, status } = spawnSync('ps', ['-o', 'ppid=,command=', '-p', String(pid)], { encoding: 'utf8' })
  const match = status === 0 ? /^\s*(\d+)\s+(.*)/s.exec(stdout) : null
  return match ? { parent: Number(match[1]), command: match[2] as string } : null
}

const readProc = (pid: number, name: string): Promise<string | null> =>
  readFile(`/proc/${pid}/${name}`, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return null
    throw error
  })
