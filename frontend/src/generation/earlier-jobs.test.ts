import { expect, it } from 'vitest'
import { type EarlierJob, readEarlier, withJob } from './earlier-jobs.ts'

const job = (id: string, at = 1_000): EarlierJob => ({ id, prompt: `prompt ${id}`, thumbnail: null, at })

it('puts a new job in front and changes a known one where it stands', () => {
  const jobs = withJob(withJob([], job('a')), job('b'))
  expect(jobs.map(({ id }) => id)).toEqual(['b', 'a'])
  const shown = withJob(jobs, { ...job('a'), thumbnail: '/ipfs/x' })
  expect(shown.map(({ id, thumbnail }) => [id, thumbnail])).toEqual([
    ['b', null],
    ['a', '/ipfs/x'],
  ])
})

it('keeps a bounded number', () => {
  let jobs: EarlierJob[] = []
  for (let index = 0; index < 100; index++) jobs = withJob(jobs, job(String(index)))
  expect(jobs).toHaveLength(14)
  expect(jobs[0]?.id).toBe('99')
})

it('drops what is broken or older than the service keeps it', () => {
  const week = 7 * 86_400_000
  expect(readEarlier('nonsense', 0)).toEqual([])
  expect(
    readEarlier([null, { id: 1 }, { ...job('x'), thumbnail: 3 }, job('old', 0), job('new', week)], week + 1).map(({ id }) => id),
  ).toEqual(['new'])
})
