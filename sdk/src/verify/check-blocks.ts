import { counted, type Finding, fail, pass, shortened } from './check.ts'
import type { Evidence } from './evidence.ts'
import type { CarBlock } from './read-car.ts'

/** Every block of the content is there, hashes to its CID, and nothing else came with it. */
export function checkBlocks({ car, dag, cid }: Evidence): Finding {
  const flaws: string[] = []
  for (const block of car.blocks)
    if (block.flaw !== null) flaws.push(`block ${block.number} (${placeOf(block, dag.places)}): ${block.flaw}`)
  if (car.flaw !== null) flaws.push(car.flaw)
  for (const { cid: unreadable, place, why } of dag.unreadable) flaws.push(`block ${shortened(unreadable)} of ${place}: ${why}`)
  for (const { cid: missing, place } of dag.missing) flaws.push(`block ${shortened(missing)} of ${place} is missing`)
  if (car.root !== null && car.root.toString() !== cid) flaws.push(`the CAR's header names ${car.root}, not ${cid}`)
  // Only when everything was reached can a block be called surplus.
  if (flaws.length === 0) {
    for (const block of car.blocks)
      if (!dag.places.has(block.cid.toString()))
        flaws.push(`block ${block.number} (${placeOf(block, dag.places)}) is no part of this content`)
  }
  const [first, ...others] = flaws
  if (first !== undefined) return fail(others.length > 0 ? `${first}; and ${others.length} more` : first)
  return pass(`${dag.sound.size} of ${dag.sound.size} blocks hashed again, ${counted(car.size, 'byte')}`)
}

const placeOf = ({ cid, start, end }: CarBlock, places: ReadonlyMap<string, string>): string =>
  `${places.get(cid.toString()) ?? shortened(cid.toString())}, bytes ${start}–${end - 1} of the CAR`
