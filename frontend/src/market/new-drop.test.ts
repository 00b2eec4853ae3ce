import { expect, it } from 'vitest'
import { finishedPictures, MOST_PICTURES, toggled } from './new-drop.ts'

const variation = (index: number, state = 'done') => ({ index, state, thumbnail: state === 'done' ? `/ipfs/${index}` : null })
const job = { id: 'a', prompt: 'a golden key', variations: [variation(0), variation(1, 'failed'), variation(2)] }
const pictures = finishedPictures([{ id: 'b' }, { id: 'a' }], [job])

it('lists what is finished of the jobs that are known', () => {
  expect(pictures.map(({ key, prompt }) => `${key} ${prompt}`)).toEqual(['a/0 a golden key', 'a/2 a golden key'])
})

it('takes a picture in with a name of its own, and out again', () => {
  const both = pictures.reduce(toggled, [] as ReturnType<typeof toggled>)
  expect(both.map(({ name }) => name)).toEqual(['a golden key', 'a golden key 2'])
  expect(toggled(both, pictures[0]!).map(({ key }) => key)).toEqual(['a/2'])
})

it('takes no more than the wallet can be asked for', () => {
  const many = Array.from({ length: MOST_PICTURES + 3 }, (_, at) => ({ ...pictures[0]!, key: `a/${at}` }))
  const chosen = many.reduce(toggled, [] as ReturnType<typeof toggled>)
  expect(chosen).toHaveLength(MOST_PICTURES)
  expect(new Set(chosen.map(({ name }) => name)).size).toBe(MOST_PICTURES)
})
