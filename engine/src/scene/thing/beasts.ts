/** How an animal on four legs is built. Lengths in metres. */
export type Beast = {
  /** Height of the back, and from shoulder to hip. */
  readonly back: number
  readonly long: number
  /** Half the depth of chest and belly. */
  readonly chest: number
  readonly belly: number
  /** Thickness of a leg at the top and above the foot. */
  readonly thigh: number
  readonly shank: number
  /** The neck: how far up and forward its end lies from the shoulder, and its thickness there. */
  readonly rise: number
  readonly reach: number
  readonly neck: number
  readonly head: number
  /** Length of the muzzle and how far it points down. */
  readonly muzzle: number
  readonly nod: number
  readonly ear: 'prick' | 'round' | 'long' | 'flap' | 'side'
  readonly tail: 'brush' | 'whip' | 'long' | 'stub' | 'flow' | 'curl'
  readonly coat: string
  readonly pale: string
  readonly extra?: 'mane' | 'lion' | 'antlers' | 'horns' | 'horn' | 'trunk' | 'hump' | 'stripes' | 'wool' | 'patches' | 'tusks'
  readonly extraColour?: string
}

type Looks = Pick<Beast, 'ear' | 'tail' | 'coat' | 'pale' | 'extra' | 'extraColour'>

const beast = (
  [back, long, chest, belly, thigh, shank, rise, reach, neck, head, muzzle, nod]: readonly [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ],
  looks: Looks,
): Beast => ({ back, long, chest, belly, thigh, shank, rise, reach, neck, head, muzzle, nod, ...looks })

/** Animals on four legs. */
export const BEASTS = {
  horse: beast([1.5, 1.35, 0.36, 0.33, 0.19, 0.06, 0.75, 0.62, 0.16, 0.15, 0.42, 0.32], {
    ear: 'prick',
    tail: 'flow',
    coat: '#6b4226',
    pale: '#3a2416',
    extra: 'mane',
    extraColour: '#1f1510',
  }),
  unicorn: beast([1.5, 1.35, 0.35, 0.32, 0.18, 0.058, 0.8, 0.58, 0.155, 0.15, 0.4, 0.3], {
    ear: 'prick',
    tail: 'flow',
    coat: '#e9e6e2',
    pale: '#cfc8c8',
    extra: 'horn',
    extraColour: '#d8c8ec',
  }),
  deer: beast([1.05, 0.95, 0.24, 0.21, 0.13, 0.036, 0.55, 0.34, 0.1, 0.105, 0.24, 0.16], {
    ear: 'side',
    tail: 'stub',
    coat: '#9a6438',
    pale: '#e4cfae',
    extra: 'antlers',
    extraColour: '#8a7250',
  }),
  cow: beast([1.4, 1.45, 0.42, 0.45, 0.2, 0.075, 0.08, 0.52, 0.22, 0.19, 0.36, 0.2], {
    ear: 'side',
    tail: 'whip',
    coat: '#e8e2d8',
    pale: '#d8a898',
    extra: 'patches',
    extraColour: '#2b2321',
  }),
  sheep: beast([0.85, 0.78, 0.3, 0.3, 0.1, 0.04, 0.16, 0.3, 0.12, 0.11, 0.17, 0.09], {
    ear: 'side',
    tail: 'stub',
    coat: '#ece6d8',
    pale: '#2e2622',
    extra: 'wool',
    extraColour: '#ece6d8',
  }),
  pig: beast([0.78, 0.85, 0.27, 0.3, 0.13, 0.055, -0.05, 0.33, 0.19, 0.17, 0.19, 0.05], {
    ear: 'flap',
    tail: 'curl',
    coat: '#e0a497',
    pale: '#d18c82',
  }),
  dog: beast([0.62, 0.62, 0.17, 0.13, 0.1, 0.036, 0.16, 0.2, 0.1, 0.115, 0.16, 0.03], {
    ear: 'flap',
    tail: 'curl',
    coat: '#a9713c',
    pale: '#eadcc4',
  }),
  wolf: beast([0.82, 0.85, 0.2, 0.16, 0.13, 0.042, 0.14, 0.36, 0.13, 0.13, 0.2, 0.05], {
    ear: 'prick',
    tail: 'brush',
    coat: '#6d6a68',
    pale: '#c9c2b8',
  }),
  fox: beast([0.45, 0.55, 0.115, 0.09, 0.075, 0.026, 0.1, 0.18, 0.07, 0.085, 0.13, 0.02], {
    ear: 'prick',
    tail: 'brush',
    coat: '#c2571f',
    pale: '#f0e4d4',
  }),
  cat: beast([0.31, 0.36, 0.085, 0.08, 0.055, 0.022, 0.07, 0.1, 0.055, 0.075, 0.045, 0.015], {
    ear: 'prick',
    tail: 'long',
    coat: '#b8783a',
    pale: '#efe2cc',
  }),
  bear: beast([1.2, 1.15, 0.4, 0.42, 0.24, 0.13, 0.16, 0.45, 0.25, 0.23, 0.23, 0.08], {
    ear: 'round',
    tail: 'stub',
    coat: '#4a3122',
    pale: '#8a6a4c',
  }),
  'polar-bear': beast([1.25, 1.25, 0.44, 0.5, 0.27, 0.17, 0.02, 0.58, 0.25, 0.21, 0.27, 0.07], {
    ear: 'round',
    tail: 'stub',
    coat: '#fbf6e6',
    pale: '#e8dfca',
  }),
  lion: beast([1.05, 1.15, 0.28, 0.23, 0.17, 0.075, 0.16, 0.36, 0.18, 0.21, 0.17, 0.05], {
    ear: 'round',
    tail: 'long',
    coat: '#c79a55',
    pale: '#e9d5ae',
    extra: 'lion',
    extraColour: '#7a4a20',
  }),
  tiger: beast([1, 1.2, 0.27, 0.23, 0.17, 0.075, 0.16, 0.36, 0.16, 0.18, 0.15, 0.05], {
    ear: 'round',
    tail: 'long',
    coat: '#cf7a2a',
    pale: '#f2e6d2',
    extra: 'stripes',
    extraColour: '#1c1512',
  }),
  elephant: beast([2.9, 2.3, 0.95, 1, 0.46, 0.28, 0.3, 0.85, 0.5, 0.58, 0.3, 0.25], {
    ear: 'flap',
    tail: 'whip',
    coat: '#77706c',
    pale: '#5f5956',
    extra: 'trunk',
    extraColour: '#ece4d0',
  }),
  camel: beast([1.85, 1.45, 0.42, 0.38, 0.2, 0.075, 0.72, 0.68, 0.13, 0.15, 0.3, 0.08], {
    ear: 'round',
    tail: 'whip',
    coat: '#b98f5a',
    pale: '#a07644',
    extra: 'hump',
    extraColour: '#8f6838',
  }),
  giraffe: beast([2.9, 1.5, 0.44, 0.36, 0.22, 0.085, 2, 0.75, 0.15, 0.18, 0.36, 0.16], {
    ear: 'side',
    tail: 'whip',
    coat: '#d9a55c',
    pale: '#efdcb4',
    extra: 'patches',
    extraColour: '#8a4f22',
  }),
  rabbit: beast([0.2, 0.24, 0.085, 0.11, 0.075, 0.022, 0.06, 0.06, 0.055, 0.068, 0.035, 0.01], {
    ear: 'long',
    tail: 'stub',
    coat: '#a89078',
    pale: '#f0eae0',
  }),
  boar: beast([0.85, 0.9, 0.3, 0.26, 0.14, 0.05, 0.02, 0.4, 0.22, 0.18, 0.28, 0.12], {
    ear: 'prick',
    tail: 'whip',
    coat: '#3e3028',
    pale: '#55443a',
    extra: 'tusks',
    extraColour: '#eee4cc',
  }),
} as const satisfies Record<string, Beast>
