import type { Prng } from '../../../../math/prng.ts'

/** What lies round a lake. Metres. */
export type Country = {
  /** Height of the ridges, and of the one peak over them. */
  readonly crests: number
  readonly peak: number
  /** How wide the peak is. */
  readonly broad: number
  /** Where the land beyond begins to rise, and over what way it does. */
  readonly from: number
  readonly over: number
  readonly snowLine: number
  /** Share of broadleaf trees in the woods. */
  readonly leafy: number
}

const KINDS = ['alps', 'alps', 'fells', 'hills', 'cliffs', 'cone'] as const

/** Alps under snow, bare fells, wooded hills, cliffs close by, or one great cone over low land. */
export function countryOf(random: Prng): Country {
  const kind = random.pick(KINDS)
  const leafy = random.range(0.1, 0.6)
  if (kind === 'fells')
    return {
      crests: random.range(150, 300),
      peak: random.range(0, 180),
      broad: 900,
      from: random.range(500, 900),
      over: 1500,
      snowLine: 900,
      leafy,
    }
  if (kind === 'hills')
    return {
      crests: random.range(40, 120),
      peak: random.range(10, 90),
      broad: 800,
      from: random.range(380, 800),
      over: 900,
      snowLine: 1200,
      leafy,
    }
  if (kind === 'cliffs')
    return {
      crests: random.range(480, 760),
      peak: random.range(60, 420),
      broad: 520,
      from: random.range(260, 420),
      over: 820,
      snowLine: random.range(560, 900),
      leafy: 0.15,
    }
  if (kind === 'cone')
    return {
      crests: random.range(60, 160),
      peak: random.range(760, 1150),
      broad: random.range(560, 860),
      from: random.range(500, 900),
      over: 1500,
      snowLine: random.range(360, 620),
      leafy,
    }
  return {
    crests: random.range(260, 640),
    peak: random.range(180, 900),
    broad: 620,
    from: random.range(420, 1000),
    over: 1550,
    snowLine: random.range(380, 640),
    leafy: random.range(0.05, 0.4),
  }
}
