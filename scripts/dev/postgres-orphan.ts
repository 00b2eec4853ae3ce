import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describeProcess, isAlive } from './processes.ts'

/** Time in which a killed launcher is gone for everyone to see. */
const NOTICE_MS = 1_000

/**
 * Stops a server that still runs on `data` because the process that started it was killed. A server whose launcher lives is left
 * alone and named. A pid file of a process that is no PostgreSQL of this folder is removed.
 */
export async function stopOrphan(dir: string, data: string, log: (line: string) => void): Promise<void> {
  const pidFile = path.join(data, 'postmaster.pid')
  const pid = Number.parseInt((await readText(pidFile))?.split('\n')[0] ?? '', 10)
  if (!Number.isSafeInteger(pid) || pid <= 1 || !isAlive(pid)) return
  const found = await describeProcess(pid)
  if (found && !found.command.includes(data)) {
    await rm(pidFile, { force: true })
    return
  }
  const launcher = Number.parseInt((await readText(path.join(dir, 'launcher.pid'))) ?? '', 10)
  // A launcher that was killed a moment ago still has its process id for as long as nobody has noticed.
  const notice = Date.now() + NOTICE_MS
  while (found?.parent === launcher && isAlive(launcher) && (await describeProcess(pid))?.parent === launcher && Date.now() < notice)
    await sleep(25)
  if (found?.parent === launcher && isAlive(launcher) && (await describeProcess(pid))?.parent === launcher)
    throw new Error(`The database in ${dir} is in use: process ${launcher} started it and still runs. Stop that one first.`)
  log(`stopping PostgreSQL ${pid}, which an earlier run left behind`)
  for (const [signal, wait] of [
    ['SIGINT', 5_000],
    ['SIGQUIT', 2_000],
    ['SIGKILL', 2_000],
  ] as const) {
    sendSignal(pid, signal)
    const deadline = Date.now() + wait
    while (Date.now() < deadline) {
      if (!isAlive(pid)) return
      await sleep(25)
    }
  }
  throw new Error(`PostgreSQL ${pid} on ${data} does not stop. End it by hand and start again.`)
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

const readText = (file: string): Promise<string | null> =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
