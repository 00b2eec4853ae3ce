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

/** Animals on four legs. */
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
