import type { AvatarBeing } from '@daedal/protocol/generation/avatar-plan'

/** Furred heads that one builder makes; everything in model units. */
export type Mammal =
  | 'unicorn'
  | 'cat'
  | 'dog'
  | 'fox'
  | 'wolf'
  | 'bear'
  | 'polar-bear'
  | 'panda'
  | 'rabbit'
  | 'mouse'
  | 'koala'
  | 'lion'
  | 'tiger'
  | 'pig'
  | 'cow'
  | 'sheep'
  | 'goat'
  | 'deer'
  | 'horse'
  | 'monkey'
  | 'raccoon'
  | 'otter'
  | 'hedgehog'
  | 'elephant'

export type Marking =
  | 'muzzle'
  | 'tabby'
  | 'fox'
  | 'panda'
  | 'stripes'
  | 'mask'
  | 'blaze'
  | 'patches'
  | 'face'
  | 'spots'
  | 'belly'
  | 'eye-patch'

export type Ears = {
  readonly kind: 'pointed' | 'round' | 'long' | 'floppy' | 'leaf' | 'fan'
  readonly size: number
  readonly at: readonly [x: number, y: number, z: number]
  /** Lean outward, radians. */
  readonly lean: number
  readonly darkTips?: boolean
  readonly dark?: boolean
}

export type Muzzle = {
  /** Two pads of a cat, a tapering snout, a long box as horses have, a pig's disc, an elephant's trunk, a beard of wool. */
  readonly kind: 'pads' | 'snout' | 'long' | 'disc' | 'trunk'
  readonly reach: number
  readonly width: number
  readonly y: number
}

export type Extra =
  | 'whiskers'
  | 'horns'
  | 'ram-horns'
  | 'goat-horns'
  | 'antlers'
  | 'spiral-horn'
  | 'mane'
  | 'forelock'
  | 'wool'
  | 'spines'
  | 'goatee'
  | 'tusks'
  | 'buck-teeth'
  | 'tufts'
  | 'tongue'

export type Species = {
  readonly skull: readonly [number, number, number]
  /** Cheeks: half axes, and how far they stand from the middle. */
  readonly cheek: readonly [x: number, w: number, h: number]
  readonly muzzle: Muzzle
  readonly ears: Ears
  readonly nose: { readonly colour: string; readonly size: number }
  readonly eyes: {
    readonly x: number
    readonly y: number
    readonly r: number
    readonly z?: number
    readonly slit?: boolean
    readonly dark?: boolean
    readonly lid?: number
    readonly tilt?: number
  }
  readonly marks: readonly Marking[]
  /** Colour of pale parts; white where there is none. */
  readonly pale?: string
  readonly extras: readonly Extra[]
  readonly tall?: number
  readonly smooth?: boolean
}

const cat: Species = {
  skull: [0.66, 0.58, 0.56],
  cheek: [0.36, 0.3, 0.24],
  muzzle: { kind: 'pads', reach: 0.5, width: 0.15, y: -0.2 },
  ears: { kind: 'pointed', size: 1, at: [0.41, 0.67, -0.02], lean: -0.3 },
  nose: { colour: '#d77f82', size: 1 },
  eyes: { x: 0.26, y: 0.06, r: 0.165, slit: true },
  marks: ['muzzle', 'tabby', 'belly'],
  extras: ['whiskers', 'tufts'],
}
const bear: Species = {
  ...cat,
  muzzle: { kind: 'pads', reach: 0.5, width: 0.18, y: -0.2 },
  ears: { kind: 'round', size: 0.2, at: [0.47, 0.56, -0.02], lean: 0 },
  nose: { colour: '#1d1719', size: 1.5 },
  eyes: { x: 0.25, y: 0.06, r: 0.128, dark: true },
  marks: ['muzzle', 'belly'],
  extras: [],
}
const fox: Species = {
  ...cat,
  cheek: [0.36, 0.36, 0.24],
  muzzle: { kind: 'snout', reach: 0.78, width: 0.26, y: -0.2 },
  ears: { kind: 'pointed', size: 1.08, at: [0.41, 0.67, -0.02], lean: -0.3, darkTips: true },
  nose: { colour: '#1d1719', size: 1 },
  eyes: { x: 0.26, y: 0.06, r: 0.16, slit: true, tilt: -0.14 },
  marks: ['fox', 'belly'],
  extras: ['whiskers', 'tufts'],
  tall: 0.13,
}
const horse: Species = {
  skull: [0.5, 0.54, 0.52],
  cheek: [0.26, 0.26, 0.3],
  muzzle: { kind: 'long', reach: 0.86, width: 0.25, y: -0.36 },
  ears: { kind: 'leaf', size: 0.9, at: [0.3, 0.72, -0.05], lean: -0.16 },
  nose: { colour: '#4a3834', size: 0 },
  eyes: { x: 0.3, y: 0.1, r: 0.15, z: 0.37, dark: true },
  marks: ['blaze'],
  extras: ['forelock'],
  smooth: true,
}
const deer: Species = {
  ...horse,
  skull: [0.5, 0.52, 0.52],
  muzzle: { kind: 'long', reach: 0.8, width: 0.2, y: -0.3 },
  ears: { kind: 'leaf', size: 1.15, at: [0.56, 0.46, -0.1], lean: -1.05 },
  nose: { colour: '#2a211e', size: 1.3 },
  eyes: { x: 0.32, y: 0.1, r: 0.165, z: 0.33, dark: true },
  marks: ['spots', 'muzzle', 'belly'],
  extras: ['antlers'],
  tall: 0.3,
}

export const SPECIES: Record<Mammal, Species> = {
  cat: { ...cat, tall: 0.1 },
  tiger: {
    ...cat,
    cheek: [0.4, 0.34, 0.27],
    muzzle: { kind: 'pads', reach: 0.52, width: 0.18, y: -0.22 },
    ears: { kind: 'round', size: 0.19, at: [0.46, 0.56, -0.02], lean: 0 },
    nose: { colour: '#c9757a', size: 1.35 },
    eyes: { x: 0.25, y: 0.06, r: 0.14 },
    marks: ['muzzle', 'stripes', 'belly'],
    extras: ['whiskers', 'tufts'],
  },
  lion: {
    ...cat,
    muzzle: { kind: 'pads', reach: 0.54, width: 0.18, y: -0.22 },
    ears: { kind: 'round', size: 0.17, at: [0.44, 0.52, 0.04], lean: 0 },
    nose: { colour: '#6a4038', size: 1.45 },
    eyes: { x: 0.25, y: 0.06, r: 0.135 },
    marks: ['muzzle', 'belly'],
    extras: ['whiskers', 'mane'],
    tall: 0.22,
  },
  fox,
  wolf: { ...fox, eyes: { ...fox.eyes, r: 0.15, tilt: -0.2 }, ears: { ...fox.ears, size: 1, darkTips: false } },
  dog: {
    ...bear,
    muzzle: { kind: 'snout', reach: 0.68, width: 0.27, y: -0.22 },
    ears: { kind: 'floppy', size: 1, at: [0.52, 0.42, -0.02], lean: 0.2 },
    eyes: { x: 0.25, y: 0.07, r: 0.145, dark: true },
    marks: ['muzzle', 'eye-patch', 'belly'],
    extras: ['tongue'],
  },
  bear,
  'polar-bear': { ...bear, ears: { ...bear.ears, size: 0.17 } },
  panda: { ...bear, ears: { ...bear.ears, dark: true }, marks: ['panda'] },
  koala: {
    ...bear,
    skull: [0.64, 0.56, 0.54],
    ears: { kind: 'round', size: 0.34, at: [0.66, 0.4, -0.05], lean: 0 },
    nose: { colour: '#2b2a30', size: 2.3 },
    eyes: { x: 0.28, y: 0.06, r: 0.11, dark: true },
    marks: ['belly'],
  },
  rabbit: {
    ...cat,
    muzzle: { kind: 'pads', reach: 0.49, width: 0.15, y: -0.2 },
    ears: { kind: 'long', size: 1, at: [0.27, 0.98, -0.05], lean: -0.16 },
    eyes: { x: 0.3, y: 0.06, r: 0.16 },
    marks: ['muzzle', 'belly'],
    extras: ['whiskers', 'buck-teeth'],
    tall: 0.42,
  },
  mouse: {
    ...cat,
    skull: [0.6, 0.55, 0.55],
    cheek: [0.3, 0.3, 0.24],
    muzzle: { kind: 'snout', reach: 0.72, width: 0.24, y: -0.2 },
    ears: { kind: 'round', size: 0.37, at: [0.56, 0.55, -0.1], lean: 0 },
    nose: { colour: '#e08f96', size: 0.95 },
    eyes: { x: 0.25, y: 0.08, r: 0.15, dark: true },
    marks: ['muzzle', 'belly'],
    extras: ['whiskers', 'buck-teeth'],
    tall: 0.05,
  },
  pig: {
    ...bear,
    cheek: [0.38, 0.33, 0.28],
    muzzle: { kind: 'disc', reach: 0.72, width: 0.2, y: -0.17 },
    ears: { kind: 'leaf', size: 0.85, at: [0.44, 0.6, 0.05], lean: -0.55 },
    nose: { colour: '#d98388', size: 0 },
    eyes: { x: 0.27, y: 0.1, r: 0.125 },
    marks: [],
    extras: [],
    smooth: true,
  },
  cow: {
    ...horse,
    skull: [0.54, 0.54, 0.52],
    muzzle: { kind: 'long', reach: 0.78, width: 0.32, y: -0.34 },
    ears: { kind: 'leaf', size: 1, at: [0.62, 0.36, -0.05], lean: -1.35 },
    eyes: { x: 0.29, y: 0.12, r: 0.14, z: 0.4, dark: true },
    marks: ['patches'],
    extras: ['horns', 'forelock'],
    tall: 0.08,
  },
  sheep: {
    ...horse,
    skull: [0.46, 0.5, 0.48],
    muzzle: { kind: 'long', reach: 0.72, width: 0.21, y: -0.32 },
    ears: { kind: 'leaf', size: 0.85, at: [0.54, 0.2, 0.05], lean: -1.5 },
    eyes: { x: 0.29, y: 0.06, r: 0.14, z: 0.33 },
    marks: ['face'],
    pale: '#6e6058',
    extras: ['wool'],
    tall: 0.1,
  },
  goat: {
    ...horse,
    skull: [0.47, 0.52, 0.5],
    muzzle: { kind: 'long', reach: 0.78, width: 0.19, y: -0.34 },
    ears: { kind: 'leaf', size: 0.95, at: [0.54, 0.3, -0.02], lean: -1.6 },
    eyes: { x: 0.3, y: 0.1, r: 0.14, z: 0.32 },
    marks: ['blaze'],
    extras: ['goat-horns', 'goatee'],
    tall: 0.26,
  },
  deer,
  horse: { ...horse, tall: 0.06 },
  unicorn: { ...horse, marks: [], extras: ['forelock', 'spiral-horn'], tall: 0.36 },
  monkey: {
    ...bear,
    skull: [0.6, 0.58, 0.54],
    cheek: [0.28, 0.28, 0.24],
    muzzle: { kind: 'pads', reach: 0.47, width: 0.21, y: -0.24 },
    ears: { kind: 'round', size: 0.24, at: [0.66, 0.04, -0.02], lean: 0 },
    nose: { colour: '#5a3a2c', size: 0.9 },
    eyes: { x: 0.2, y: 0.06, r: 0.145 },
    marks: ['face', 'belly'],
    pale: '#e0b48a',
    extras: [],
  },
  raccoon: {
    ...fox,
    muzzle: { kind: 'snout', reach: 0.7, width: 0.24, y: -0.2 },
    ears: { kind: 'round', size: 0.19, at: [0.45, 0.56, -0.02], lean: 0 },
    eyes: { x: 0.25, y: 0.05, r: 0.14, dark: true },
    marks: ['mask', 'belly'],
    extras: ['whiskers', 'tufts'],
  },
  otter: {
    ...bear,
    skull: [0.64, 0.52, 0.55],
    muzzle: { kind: 'pads', reach: 0.5, width: 0.19, y: -0.17 },
    ears: { kind: 'round', size: 0.12, at: [0.56, 0.3, -0.02], lean: 0 },
    nose: { colour: '#2a211e', size: 1.5 },
    marks: ['muzzle', 'belly'],
    extras: ['whiskers'],
  },
  hedgehog: {
    ...bear,
    skull: [0.56, 0.52, 0.54],
    cheek: [0.28, 0.28, 0.24],
    muzzle: { kind: 'snout', reach: 0.76, width: 0.23, y: -0.18 },
    ears: { kind: 'round', size: 0.16, at: [0.46, 0.34, 0.2], lean: 0 },
    nose: { colour: '#1d1719', size: 1.2 },
    eyes: { x: 0.23, y: 0.07, r: 0.13, dark: true },
    marks: ['face', 'belly'],
    pale: '#e8cfae',
    extras: ['spines'],
    tall: 0.12,
  },
  elephant: {
    ...bear,
    skull: [0.58, 0.58, 0.54],
    cheek: [0.28, 0.28, 0.26],
    muzzle: { kind: 'trunk', reach: 0.7, width: 0.2, y: -0.12 },
    ears: { kind: 'fan', size: 1, at: [0.72, 0.1, -0.16], lean: 0 },
    nose: { colour: '#8e939c', size: 0 },
    eyes: { x: 0.3, y: 0.12, r: 0.11, z: 0.38, dark: true },
    marks: [],
    extras: ['tusks'],
    smooth: true,
  },
}

export const isMammal = (being: AvatarBeing): being is Mammal => Object.hasOwn(SPECIES, being)
