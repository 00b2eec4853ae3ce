import type { Reading } from './reading.ts'

/** Words that ask for a change and say nothing of what it is. */
export const EDITS = new Set('add addition turn change edit swap replace 加 加上 添加 增加 改 改成 改为 换 换成 变 变成 变为 把'.split(' '))

/** Words after which something comes to what is there, and does not take its place. */
const ADDING = new Set('with add plus and also 加 加上 添加 增加 有 带 带有 和 与'.split(' '))

/** Where the stretches start that are asked for beside what is there: the boat of "with a boat". */
export function addedIn(readings: readonly Reading[]): ReadonlySet<number> {
  const added = new Set<number>()
  let adding = false
  for (const { key, kind, start } of readings) {
    if (kind === 'break') adding = false
    else if (ADDING.has(key)) adding = true
    else if (adding) added.add(start)
  }
  return added
}
