import { createStore, useStore } from '../lib/store.ts'
import { readStored, writeStored } from '../lib/stored.ts'

/** A job that was started in this browser. `at` is in milliseconds of the epoch. */
export type EarlierJob = { id: string; prompt: string; thumbnail: string | null; at: number }

const STORED = 'generations'
const KEPT = 14
/** As long as the service keeps a picture that was not minted. */
const KEPT_MS = 7 * 86_400_000

/** Reads what was kept, without anything that is not a job or too old. */
export function readEarlier(value: unknown, now: number): EarlierJob[] {
  if (!Array.isArray(value)) return []
  return value.filter(
    (job): job is EarlierJob =>
      typeof job?.id === 'string' &&
      typeof job.prompt === 'string' &&
      typeof job.at === 'number' &&
      (job.thumbnail === null || typeof job.thumbnail === 'string') &&
      now - job.at < KEPT_MS,
  )
}

/** The list with this job in front, or changed where it stands. */
export function withJob(jobs: readonly EarlierJob[], job: EarlierJob): EarlierJob[] {
  const known = jobs.some(({ id }) => id === job.id)
  return known ? jobs.map((other) => (other.id === job.id ? { ...other, thumbnail: job.thumbnail } : other)) : [job, ...jobs].slice(0, KEPT)
}

const earlier = createStore<EarlierJob[]>(readEarlier(readStored(STORED), Date.now()))
earlier.subscribe(() => writeStored(STORED, earlier.get()))

/** Jobs of this browser, newest first. */
export const useEarlierJobs = (): EarlierJob[] => useStore(earlier)

/** Keeps a job in this browser's list. */
export const rememberJob = (job: EarlierJob): void => earlier.set((before) => withJob(before, job))

/** Takes a job out of the list: the service has forgotten it. */
export const forgetJob = (id: string): void => earlier.set((before) => before.filter((job) => job.id !== id))
