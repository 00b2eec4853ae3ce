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
  /** How deep the loin is as a share of the belly: greyhounds are tucked up, cows are not. */
  readonly tuck: number
  readonly marks?: 'bib' | 'muzzle' | 'saddle' | 'tabby'
  /** Colour of hooves or paws; left out, a darker coat. */
  readonly feet?: string
}

type Looks = Pick<Beast, 'ear' | 'tail' | 'coat' | 'pale' | 'extra' | 'extraColour' | 'marks' | 'feet'> & { readonly tuck?: number }

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
): Beast => ({ back, long, chest, belly, thigh, shank, rise, reach, neck, head, muzzle, nod, tuck: 0.86, ...looks })

/** Animals on four legs. */
export const BEASTS = {
  horse: beast([1.5, 1.3, 0.38, 0.35, 0.22, 0.058, 0.62, 0.58, 0.2, 0.17, 0.42, 0.34], {
    ear: 'prick',
    tail: 'flow',
    coat: '#6b4226',
    pale: '#3a2416',
    extra: 'mane',
    extraColour: '#1f1510',
    tuck: 0.9,
    feet: '#1a1412',
  }),
  unicorn: beast([1.5, 1.3, 0.37, 0.34, 0.21, 0.056, 0.66, 0.56, 0.19, 0.17, 0.4, 0.32], {
    ear: 'prick',
    tail: 'flow',
    coat: '#e9e6e2',
    pale: '#cfc8c8',
    extra: 'horn',
    extraColour: '#d8c8ec',
  }),
  deer: beast([1.08, 1.06, 0.28, 0.25, 0.17, 0.04, 0.24, 0.36, 0.18, 0.14, 0.22, 0.1], {
    ear: 'side',
    tail: 'stub',
    coat: '#9a6438',
    pale: '#e4cfae',
    extra: 'antlers',
    extraColour: '#8a7250',
    tuck: 0.82,
    marks: 'bib',
    feet: '#1e1612',
  }),
  cow: beast([1.4, 1.45, 0.42, 0.45, 0.2, 0.075, 0.08, 0.52, 0.22, 0.19, 0.36, 0.2], {
    ear: 'side',
    tail: 'whip',
    coat: '#e8e2d8',
    pale: '#d8a898',
    extra: 'patches',
    extraColour: '#2b2321',
    tuck: 1,
    marks: 'muzzle',
    feet: '#2a211c',
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
    tuck: 1,
  }),
  dog: beast([0.62, 0.62, 0.17, 0.13, 0.1, 0.036, 0.16, 0.2, 0.1, 0.115, 0.16, 0.03], {
    ear: 'flap',
    tail: 'curl',
    coat: '#a9713c',
    pale: '#eadcc4',
    tuck: 0.78,
    marks: 'bib',
    feet: '#eadcc4',
  }),
  wolf: beast([0.82, 0.88, 0.22, 0.19, 0.14, 0.045, 0.16, 0.3, 0.16, 0.145, 0.21, 0.06], {
    ear: 'prick',
    tail: 'brush',
    coat: '#6d6a68',
    pale: '#c9c2b8',
    tuck: 0.8,
    marks: 'saddle',
    feet: '#b0a89c',
  }),
  fox: beast([0.42, 0.54, 0.115, 0.1, 0.075, 0.024, 0.1, 0.16, 0.078, 0.095, 0.125, 0.03], {
    ear: 'prick',
    tail: 'brush',
    coat: '#c2571f',
    pale: '#f0e4d4',
    tuck: 0.8,
    marks: 'bib',
    feet: '#1d1512',
  }),
  cat: beast([0.3, 0.38, 0.085, 0.085, 0.06, 0.022, 0.08, 0.07, 0.06, 0.088, 0.03, 0.02], {
    ear: 'prick',
    tail: 'long',
    coat: '#b8783a',
    pale: '#efe2cc',
    tuck: 0.9,
    marks: 'tabby',
    feet: '#efe2cc',
  }),
  bear: beast([1.12, 1.2, 0.42, 0.44, 0.27, 0.125, 0.02, 0.46, 0.27, 0.24, 0.25, 0.09], {
    ear: 'round',
    tail: 'stub',
    coat: '#4a3122',
    pale: '#8a6a4c',
    tuck: 1.02,
    marks: 'muzzle',
    feet: '#1e1510',
  }),
  'polar-bear': beast([1.25, 1.25, 0.44, 0.5, 0.27, 0.17, 0.02, 0.58, 0.25, 0.21, 0.27, 0.07], {
    ear: 'round',
    tail: 'stub',
    coat: '#fbf6e6',
    pale: '#e8dfca',
    tuck: 1.02,
    feet: '#d8cfbc',
  }),
  lion: beast([1.05, 1.15, 0.28, 0.23, 0.17, 0.075, 0.16, 0.36, 0.18, 0.21, 0.17, 0.05], {
    ear: 'round',
    tail: 'long',
    coat: '#c79a55',
    pale: '#e9d5ae',
    extra: 'lion',
    extraColour: '#7a4a20',
    tuck: 0.8,
    marks: 'muzzle',
  }),
  tiger: beast([1, 1.2, 0.27, 0.23, 0.17, 0.075, 0.16, 0.36, 0.16, 0.18, 0.15, 0.05], {
    ear: 'round',
    tail: 'long',
    coat: '#cf7a2a',
    pale: '#f2e6d2',
    extra: 'stripes',
    extraColour: '#1c1512',
    tuck: 0.84,
    marks: 'bib',
  }),
  elephant: beast([2.9, 2.3, 0.95, 1, 0.46, 0.28, 0.3, 0.85, 0.5, 0.58, 0.3, 0.25], {
    ear: 'flap',
    tail: 'whip',
    coat: '#77706c',
    pale: '#5f5956',
    extra: 'trunk',
    extraColour: '#ece4d0',
    tuck: 1,
  }),
  camel: beast([1.85, 1.42, 0.48, 0.38, 0.21, 0.08, 0.34, 0.66, 0.22, 0.17, 0.3, 0.12], {
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
    tuck: 1,
    marks: 'bib',
    feet: '#f0eae0',
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
