import { createPrng, type Prng } from '../math/prng.ts'

/** The random stream of a concern, such as `traffic`; asking twice goes on where it was. A draw more in one never moves another. */
export type Streams = (concern: string) => Prng

/** Streams of one scene. `seed` is a uint32, `scope` keeps families apart. */
export function createStreams(seed: number, scope: string): Streams {
  const open = new Map<string, Prng>()
  return (concern) => {
    const known = open.get(concern)
    if (known) return known
    const stream = createPrng(seed, `${scope} ${concern}`)
    open.set(concern, stream)
    return stream
  }
}
