import type { Stance } from './beast-pose.ts'

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
  /** How deep the loin is as a share of the belly: greyhounds are tucked up, cows are not. */
  readonly tuck: number
  /** Width of the trunk over its depth, where it is not 0.76. */
  readonly width?: number
  /** How broad the muzzle is, where it is not 1. */
  readonly snout?: number
  /** Walks on hooves, on toes with paws, on the soles of its feet, or on pillars. */
  readonly feet: 'hoof' | 'paw' | 'sole' | 'pillar'
  readonly ear: 'prick' | 'tall' | 'round' | 'long' | 'flap' | 'side'
  readonly tail: 'brush' | 'bush' | 'whip' | 'long' | 'stub' | 'flow' | 'curl' | 'twist'
  readonly extra?:
    | 'mane'
    | 'brush-mane'
    | 'lion'
    | 'antlers'
    | 'horns'
    | 'horn'
    | 'ossicones'
    | 'trunk'
    | 'hump'
    | 'shoulders'
    | 'wool'
    | 'tusks'
  readonly extraColour?: string
  readonly marks:
    | 'plain'
    | 'horse'
    | 'unicorn'
    | 'donkey'
    | 'zebra'
    | 'tiger'
    | 'cat'
    | 'giraffe'
    | 'cow'
    | 'deer'
    | 'sheep'
    | 'pig'
    | 'dog'
    | 'wolf'
    | 'fox'
    | 'bear'
    | 'panda'
    | 'lion'
    | 'rabbit'
    | 'boar'
    | 'elephant'
  readonly coat: string
  readonly pale: string
  readonly dark: string
  readonly darkEars?: true
  /** How it can hold itself; what stands there twice is twice as likely. */
  readonly poses: readonly Stance[]
  /** It eats from the ground. */
  readonly grazes?: true
}

type Looks = Omit<Beast, 'back' | 'long' | 'chest' | 'belly' | 'thigh' | 'shank' | 'rise' | 'reach' | 'neck' | 'head' | 'muzzle' | 'nod' | 'tuck'> & {
  readonly tuck?: number
}

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

const HOOFED = ['stand', 'alert', 'walk', 'walk', 'graze'] as const
const HUNTER = ['stand', 'alert', 'walk', 'trot', 'sit'] as const

/** Animals on four legs. */
export const BEASTS: Readonly<Record<BeastName, Beast>> = {
  horse: beast([1.5, 1.36, 0.345, 0.315, 0.22, 0.056, 0.62, 0.58, 0.18, 0.178, 0.42, 0.3], {
    feet: 'hoof',
    ear: 'prick',
    tail: 'flow',
    extra: 'mane',
    marks: 'horse',
    coat: '#7d4a28',
    pale: '#efe8dc',
    dark: '#17110e',
    tuck: 0.92,
    poses: ['stand', 'alert', 'walk', 'trot', 'graze'],
    grazes: true,
  }),
  unicorn: beast([1.5, 1.3, 0.36, 0.33, 0.21, 0.054, 0.66, 0.56, 0.18, 0.17, 0.4, 0.28], {
    feet: 'hoof',
    ear: 'prick',
    tail: 'flow',
    extra: 'horn',
    marks: 'unicorn',
    coat: '#efecea',
    pale: '#d8c8ec',
    dark: '#a89ab8',
    poses: ['stand', 'alert', 'walk', 'trot'],
    grazes: true,
  }),
  zebra: beast([1.3, 1.14, 0.34, 0.33, 0.2, 0.05, 0.48, 0.48, 0.19, 0.16, 0.36, 0.26], {
    feet: 'hoof',
    ear: 'prick',
    tail: 'whip',
    extra: 'brush-mane',
    marks: 'zebra',
    coat: '#f0ece2',
    pale: '#f4f1ea',
    dark: '#15110f',
    tuck: 0.96,
    poses: HOOFED,
    grazes: true,
  }),
  donkey: beast([1.12, 0.98, 0.29, 0.29, 0.16, 0.043, 0.36, 0.42, 0.16, 0.16, 0.35, 0.24], {
    feet: 'hoof',
    ear: 'tall',
    tail: 'whip',
    extra: 'brush-mane',
    marks: 'donkey',
    coat: '#8d8279',
    pale: '#e4ddd0',
    dark: '#3a302a',
    tuck: 1,
    poses: HOOFED,
    grazes: true,
  }),
  deer: beast([1.1, 1, 0.25, 0.22, 0.15, 0.033, 0.36, 0.34, 0.12, 0.125, 0.2, 0.09], {
    feet: 'hoof',
    ear: 'side',
    tail: 'stub',
    extra: 'antlers',
    extraColour: '#a08660',
    marks: 'deer',
    coat: '#a5673a',
    pale: '#eadbc0',
    dark: '#4a2d1a',
    tuck: 0.84,
    snout: 0.92,
    poses: ['stand', 'alert', 'alert', 'walk', 'graze', 'lie'],
    grazes: true,
  }),
  cow: beast([1.4, 1.4, 0.42, 0.44, 0.21, 0.07, 0.08, 0.52, 0.23, 0.19, 0.36, 0.2], {
    feet: 'hoof',
    ear: 'side',
    tail: 'whip',
    extra: 'horns',
    extraColour: '#e0d4b8',
    marks: 'cow',
    coat: '#ece6dc',
    pale: '#d8a898',
    dark: '#241d1b',
    tuck: 1,
    snout: 1.25,
    poses: ['stand', 'walk', 'graze', 'graze', 'lie'],
    grazes: true,
  }),
  sheep: beast([0.82, 0.74, 0.3, 0.3, 0.1, 0.036, 0.2, 0.26, 0.12, 0.12, 0.17, 0.09], {
    feet: 'hoof',
    ear: 'side',
    tail: 'stub',
    extra: 'wool',
    marks: 'sheep',
    coat: '#efe9da',
    pale: '#f6f2e8',
    dark: '#2a2320',
    darkEars: true,
    tuck: 1,
    width: 0.86,
    poses: ['stand', 'walk', 'graze', 'graze', 'lie'],
    grazes: true,
  }),
  pig: beast([0.78, 0.82, 0.28, 0.3, 0.14, 0.055, -0.05, 0.3, 0.2, 0.17, 0.19, 0.05], {
    feet: 'hoof',
    ear: 'flap',
    tail: 'twist',
    marks: 'pig',
    coat: '#e2a698',
    pale: '#cf867c',
    dark: '#8a5a52',
    tuck: 1.02,
    width: 0.86,
    snout: 1.15,
    poses: ['stand', 'walk', 'graze'],
    grazes: true,
  }),
  dog: beast([0.62, 0.6, 0.16, 0.13, 0.1, 0.033, 0.2, 0.17, 0.09, 0.11, 0.14, 0.03], {
    feet: 'paw',
    ear: 'flap',
    tail: 'curl',
    marks: 'dog',
    coat: '#b0763e',
    pale: '#f0e6d4',
    dark: '#2a1e18',
    tuck: 0.78,
    poses: HUNTER,
  }),
  wolf: beast([0.84, 0.84, 0.2, 0.165, 0.14, 0.04, 0.18, 0.3, 0.15, 0.135, 0.21, 0.06], {
    feet: 'paw',
    ear: 'prick',
    tail: 'bush',
    marks: 'wolf',
    coat: '#8a857e',
    pale: '#d8d0c2',
    dark: '#37352f',
    tuck: 0.8,
    snout: 0.95,
    poses: ['stand', 'alert', 'walk', 'walk', 'trot', 'sit'],
  }),
  fox: beast([0.42, 0.5, 0.1, 0.088, 0.07, 0.021, 0.1, 0.15, 0.068, 0.088, 0.125, 0.03], {
    feet: 'paw',
    ear: 'prick',
    tail: 'brush',
    marks: 'fox',
    coat: '#cc5a1c',
    pale: '#f6ece0',
    dark: '#1d1411',
    tuck: 0.84,
    snout: 0.78,
    poses: HUNTER,
  }),
  cat: beast([0.3, 0.36, 0.08, 0.08, 0.058, 0.02, 0.08, 0.08, 0.055, 0.08, 0.035, 0.02], {
    feet: 'paw',
    ear: 'prick',
    tail: 'long',
    marks: 'cat',
    coat: '#b8783a',
    pale: '#f2e8d6',
    dark: '#3a2a20',
    tuck: 0.92,
    poses: ['walk', 'stand', 'lie'],
  }),
  bear: beast([1.12, 1.12, 0.35, 0.38, 0.24, 0.088, 0.0, 0.46, 0.26, 0.215, 0.25, 0.09], {
    feet: 'sole',
    ear: 'round',
    tail: 'stub',
    extra: 'shoulders',
    marks: 'bear',
    coat: '#6e4428',
    pale: '#b08858',
    dark: '#2c1b12',
    tuck: 1,
    width: 0.82,
    poses: ['stand', 'walk', 'walk', 'alert', 'sit'],
  }),
  'polar-bear': beast([1.27, 1.28, 0.38, 0.43, 0.26, 0.115, 0.04, 0.6, 0.25, 0.2, 0.27, 0.07], {
    feet: 'sole',
    ear: 'round',
    tail: 'stub',
    marks: 'plain',
    coat: '#fbf6e6',
    pale: '#fffdf4',
    dark: '#c8b894',
    tuck: 1.02,
    width: 0.82,
    poses: ['stand', 'walk', 'walk', 'alert', 'sit'],
  }),
  panda: beast([0.95, 0.88, 0.34, 0.37, 0.23, 0.078, 0.1, 0.32, 0.25, 0.25, 0.15, 0.06], {
    feet: 'sole',
    ear: 'round',
    tail: 'stub',
    marks: 'panda',
    coat: '#f3eee2',
    pale: '#faf7ee',
    dark: '#171413',
    darkEars: true,
    tuck: 1,
    width: 0.88,
    poses: ['sit', 'sit', 'stand', 'walk'],
  }),
  lion: beast([1.05, 1.1, 0.27, 0.23, 0.17, 0.066, 0.16, 0.34, 0.18, 0.19, 0.17, 0.05], {
    feet: 'paw',
    ear: 'round',
    tail: 'long',
    extra: 'lion',
    marks: 'lion',
    coat: '#c9994f',
    pale: '#efdcb6',
    dark: '#6a3c1a',
    tuck: 0.84,
    snout: 1.2,
    poses: ['stand', 'walk', 'walk', 'sit', 'lie'],
  }),
  tiger: beast([0.98, 1.16, 0.26, 0.23, 0.17, 0.066, 0.14, 0.36, 0.17, 0.18, 0.15, 0.05], {
    feet: 'paw',
    ear: 'round',
    tail: 'long',
    marks: 'tiger',
    coat: '#d57a26',
    pale: '#f6eedf',
    dark: '#1a1310',
    tuck: 0.86,
    snout: 1.2,
    poses: ['stand', 'walk', 'walk', 'sit', 'lie'],
  }),
  elephant: beast([2.9, 2.1, 0.8, 0.86, 0.46, 0.25, 0.3, 0.85, 0.52, 0.56, 0.16, 0.16], {
    feet: 'pillar',
    ear: 'flap',
    tail: 'whip',
    extra: 'trunk',
    extraColour: '#ece4d0',
    marks: 'elephant',
    coat: '#857d77',
    pale: '#a0968c',
    dark: '#4f4a46',
    tuck: 1,
    width: 0.84,
    poses: ['stand', 'walk', 'walk'],
  }),
  camel: beast([1.85, 1.42, 0.44, 0.36, 0.22, 0.075, 0.4, 0.7, 0.18, 0.17, 0.3, 0.12], {
    feet: 'hoof',
    ear: 'round',
    tail: 'whip',
    extra: 'hump',
    marks: 'plain',
    coat: '#bd9560',
    pale: '#dcc096',
    dark: '#7a5830',
    poses: ['stand', 'walk', 'walk'],
  }),
  giraffe: beast([2.9, 1.5, 0.44, 0.36, 0.24, 0.08, 2, 0.75, 0.15, 0.18, 0.36, 0.16], {
    feet: 'hoof',
    ear: 'side',
    tail: 'whip',
    extra: 'ossicones',
    extraColour: '#5a3a20',
    marks: 'giraffe',
    coat: '#d9a55c',
    pale: '#f0dfba',
    dark: '#8a4f22',
    poses: ['stand', 'walk', 'alert'],
  }),
  rabbit: beast([0.2, 0.22, 0.085, 0.105, 0.075, 0.02, 0.07, 0.06, 0.055, 0.066, 0.03, 0.01], {
    feet: 'sole',
    ear: 'long',
    tail: 'stub',
    marks: 'rabbit',
    coat: '#a8927a',
    pale: '#f4eee4',
    dark: '#5a4636',
    tuck: 1.02,
    width: 0.84,
    poses: ['sit', 'lie', 'alert'],
  }),
  boar: beast([0.85, 0.86, 0.3, 0.26, 0.15, 0.046, 0.0, 0.36, 0.23, 0.18, 0.28, 0.12], {
    feet: 'hoof',
    ear: 'prick',
    tail: 'whip',
    extra: 'tusks',
    extraColour: '#eee4cc',
    marks: 'boar',
    coat: '#5a4636',
    pale: '#8a7460',
    dark: '#241a15',
    tuck: 0.96,
    poses: ['stand', 'walk', 'trot', 'graze'],
    grazes: true,
  }),
}

export type BeastName =
  | 'horse'
  | 'unicorn'
  | 'zebra'
  | 'donkey'
  | 'deer'
  | 'cow'
  | 'sheep'
  | 'pig'
  | 'dog'
  | 'wolf'
  | 'fox'
  | 'cat'
  | 'bear'
  | 'polar-bear'
  | 'panda'
  | 'lion'
  | 'tiger'
  | 'elephant'
  | 'camel'
  | 'giraffe'
  | 'rabbit'
  | 'boar'
