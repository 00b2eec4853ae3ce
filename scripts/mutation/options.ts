import { parseArgs } from 'node:util'

export const USAGE = `npm run test:mutation -- [part of a path …] [options]
  --minutes n   stop after n minutes; the next run goes on
  --sample n    only n mutants, chosen by --seed
  --seed text   another choice and another order
  --shard i/n   only the i-th of n equal parts
  --least n     fail when fewer than n % are killed
  --fresh       forget earlier results
  --json file   write the report there as well`

export type Options = {
  readonly words: readonly string[]
  readonly minutes: number
  readonly sample: number
  readonly seed: string
  readonly shard: { readonly index: number; readonly of: number }
  readonly least: number
  readonly fresh: boolean
  readonly json: string | null
}

/** Reads the command line; throws with a sentence when it makes no sense. */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      minutes: { type: 'string' },
      sample: { type: 'string' },
      seed: { type: 'string', default: 'daedal' },
      shard: { type: 'string', default: '1/1' },
      least: { type: 'string', default: '0' },
      fresh: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  })
  const number = (name: string, text: string | undefined): number => {
    const value = text === undefined ? Number.POSITIVE_INFINITY : Number(text)
    if (!(value >= 0)) throw new Error(`--${name} is not a number: ${text}`)
    return value
  }
  const [index = 0, of = 0] = values.shard.split('/').map(Number)
  if (!(Number.isInteger(index) && Number.isInteger(of) && index >= 1 && index <= of))
    throw new Error(`--shard is not i/n: ${values.shard}`)
  return {
    words: positionals,
    minutes: number('minutes', values.minutes),
    sample: number('sample', values.sample),
    seed: values.seed,
    shard: { index: index - 1, of },
    least: number('least', values.least),
    fresh: values.fresh,
    json: values.json ?? null,
  }
}
