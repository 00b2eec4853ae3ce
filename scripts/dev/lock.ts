import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Another `npm start` holds this folder. */
export class StackRunning extends Error {
  constructor(pid: number) {
    super(`Daedal is already running here (process ${pid}). Stop it first, or use another checkout.`)
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Takes the folder for this process; a lock left by a killed one is taken over. Returns the release. */
export function takeLock(dir: string): () => void {
  mkdirSync(dir, { recursive: true })
  const file = join(dir, 'stack.pid')
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const handle = openSync(file, 'wx')
      writeSync(handle, String(process.pid))
      closeSync(handle)
      return () => rmSync(file, { force: true })
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
      const holder = Number(readFileSync(file, 'utf8'))
      if (holder > 0 && holder !== process.pid && alive(holder)) throw new StackRunning(holder)
      rmSync(file, { force: true })
    }
  }
  throw new Error(`could not take ${file}`)
}
