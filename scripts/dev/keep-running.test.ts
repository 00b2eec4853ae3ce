import { expect, it } from 'vitest'
import { keepRunning, type Part } from './keep-running.ts'

/** A part that ends when told to. */
function part(): Part & { end(code: number | null): void; stops: number } {
  let end: (code: number | null) => void = () => {}
  const ended = new Promise<number | null>((resolve) => {
    end = resolve
  })
  const made = {
    ended,
    end,
    stops: 0,
    async stop() {
      made.stops += 1
      end(0)
    },
  }
  return made
}

it('starts a part again when its process ends, and stops the newest one', async () => {
  const [first, second] = [part(), part()]
  const said: string[] = []
  const stop = keepRunning({
    name: 'chain',
    first,
    again: async () => second,
    restarts: 3,
    say: (line) => said.push(line),
    giveUp: () => {},
  })
  first.end(null)
  await expect.poll(() => said).toEqual(['The chain ended with a signal; starting it again.'])
  await new Promise((resolve) => setTimeout(resolve, 300))
  await stop()
  expect([first.stops, second.stops]).toEqual([0, 1])
})

it('gives up on a part that ends again and again', async () => {
  const reasons: string[] = []
  const first = part()
  keepRunning({
    name: 'backend',
    first,
    again: async () => {
      const next = part()
      next.end(7)
      return next
    },
    restarts: 2,
    say: () => {},
    giveUp: (reason) => reasons.push(reason),
  })
  first.end(7)
  await expect.poll(() => reasons, { timeout: 5_000 }).toEqual(['The backend ended 3 times within 60 s; the last code was 7.'])
})

it('says why a part cannot be started again', async () => {
  const reasons: string[] = []
  const first = part()
  keepRunning({
    name: 'database',
    first,
    again: () => Promise.reject(new Error('the disk is full')),
    restarts: 2,
    say: () => {},
    giveUp: (reason) => reasons.push(reason),
  })
  first.end(1)
  await expect.poll(() => reasons).toEqual(['The database could not be started again: the disk is full'])
})
