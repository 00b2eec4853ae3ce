import type { EarlierJob } from '../generation/earlier-jobs.ts'
import { titleFrom } from '../generation/prompt-parts.ts'

/** A finished picture of this browser. `key` names it among all. */
export type FinishedPicture = { key: string; generation: string; variation: number; prompt: string; thumbnail: string }
/** A picture that was chosen, and the name that its item gets. */
export type ChosenPicture = FinishedPicture & { name: string }

/** Most pictures of a drop that is laid down here: each is one more question of the wallet. */
export const MOST_PICTURES = 12

type Job = { id: string; prompt: string; variations: readonly { index: number; state: string; thumbnail: string | null }[] }

/** The finished pictures of jobs, in the order of the list; a job that is not known yet has none. */
export const finishedPictures = (earlier: readonly Pick<EarlierJob, 'id'>[], jobs: readonly Job[]): FinishedPicture[] =>
  earlier.flatMap(({ id }) => {
    const job = jobs.find((known) => known.id === id)
    return (job?.variations ?? []).flatMap(({ index, state, thumbnail }) =>
      state === 'done' && thumbnail
        ? [{ key: `${id}/${index}`, generation: id, variation: index, prompt: job?.prompt ?? '', thumbnail }]
        : [],
    )
  })

/** The choice after a picture was clicked: taken in with a name to start from, or out; one too many changes nothing. */
export function toggled(chosen: readonly ChosenPicture[], picture: FinishedPicture): ChosenPicture[] {
  const without = chosen.filter(({ key }) => key !== picture.key)
  if (without.length < chosen.length) return without
  if (chosen.length >= MOST_PICTURES) return [...chosen]
  return [...chosen, { ...picture, name: freeName(chosen, titleFrom(picture.prompt)) }]
}

/** A name that no other item has yet. */
function freeName(chosen: readonly ChosenPicture[], title: string): string {
  const taken = new Set(chosen.map(({ name }) => name))
  if (!taken.has(title)) return title
  let number = 2
  while (taken.has(`${title} ${number}`)) number++
  return `${title} ${number}`
}
