import { readdirSync, readFileSync } from 'node:fs'

/** Ids of all processes of this machine. Linux only, as the rest of this file. */
const all = (): number[] => readdirSync('/proc').flatMap((entry) => (/^\d+$/.test(entry) ? [Number(entry)] : []))

/** Ids of the processes below one, the nearest first. */
export function below(pid: number): number[] {
  const children = new Map<number, number[]>()
  for (const entry of all()) {
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8')
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
      children.set(parent, [...(children.get(parent) ?? []), entry])
    } catch {
      // it ended while the list was read
    }
  }
  const found: number[] = []
  for (let queue = [pid]; queue.length; queue = queue.slice(1)) {
    const direct = children.get(queue[0]!) ?? []
    found.push(...direct)
    queue.push(...direct)
  }
  return found
}

/** The command line of a process; '' when it has ended. */
export const commandOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

/** The process whose command line holds all of these words. */
export const processOf = (...words: string[]): number | undefined =>
  all().find((pid) => {
    const command = commandOf(pid)
    return words.every((word) => command.includes(word))
  })
