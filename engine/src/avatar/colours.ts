import type { AvatarBeing } from '@daedal/protocol/generation/avatar-plan'

/** Skin from the fairest to the deepest, sRGB. */
export const SKINS = {
  porcelain: '#e7b79c',
  fair: '#dca37d',
  rosy: '#d8987b',
  golden: '#d29c67',
  olive: '#cf9566',
  tan: '#b97c4e',
  bronze: '#a56b42',
  brown: '#8d5837',
  dark: '#6b432a',
  deep: '#4a2d1e',
} as const

/** Hair that people have, then hair that is dyed. */
export const HAIRS = {
  black: '#1b1719',
  brown: '#4a2c1c',
  chestnut: '#6e3a1d',
  auburn: '#8a3417',
  red: '#b5451b',
  ginger: '#cf6a24',
  blonde: '#d9ae62',
  platinum: '#e9dcc2',
  grey: '#9a9a9d',
  white: '#e6e4e2',
  pink: '#e77aa8',
  blue: '#3f6fd0',
  teal: '#2aa79f',
  purple: '#7c4ec0',
  green: '#4f9a4a',
} as const

export const EYES = {
  brown: '#6b3a1a',
  hazel: '#8a6a2a',
  green: '#3f8a55',
  blue: '#3c7fc4',
  grey: '#7d8c99',
  amber: '#c98a1c',
  violet: '#7a55c8',
} as const

/** Cloth and its second colour. */
export const OUTFITS = [
  ['#2f5d8c', '#f2c14e'],
  ['#a63d40', '#f0e3c0'],
  ['#3b7a57', '#f4d58d'],
  ['#5b4b8a', '#f28f79'],
  ['#d98032', '#33465c'],
  ['#c65b7c', '#f7e1d7'],
  ['#2d3142', '#ef8354'],
  ['#e0b13a', '#3a4f7a'],
  ['#2a8c8a', '#f6d7b0'],
  ['#e9e2d0', '#b8503c'],
] as const

/** Cloth of suits nobody named: the dark ones oftener. */
export const SUITS = [
  '#2b3145',
  '#2b3145',
  '#23242b',
  '#4a4d57',
  '#7d8291',
  '#5a4434',
  '#9a7a54',
  '#6a2433',
  '#24483c',
  '#34507a',
  '#d9d0bd',
  '#4a3560',
] as const

/** Coats, feathers, scales and shells nobody named. */
export const COATS: Record<Exclude<AvatarBeing, 'person' | 'elf' | 'vampire'>, readonly string[]> = {
  orc: ['#6f8a3e', '#587a46', '#7d8a4a'],
  zombie: ['#8fa67e', '#7f9a8a', '#9aa383'],
  robot: ['#e9e4d8', '#e2a93b', '#4c8fc4', '#d9583f', '#6fb39a'],
  alien: ['#7fb85a', '#6aa6a0', '#a58acb'],
  ghost: ['#c3cfe0', '#c6d6cf', '#d3cbe0'],
  dragon: ['#4f9b57', '#c8402f', '#3f73c8', '#7d55c0'],
  unicorn: ['#ddd6dd', '#e0ccd6'],
  cat: ['#d98a3d', '#7d7f88', '#3a3840', '#ddd2c2'],
  dog: ['#b9814a', '#8a5a36', '#d9b98a', '#4a3a32'],
  fox: ['#d8672a', '#cf5a22', '#b8501f', '#e07f3c', '#c9682f', '#a8481c'],
  wolf: ['#8b8e96', '#6f7580', '#5a5450'],
  bear: ['#8a5a36', '#6d4528'],
  'polar-bear': ['#dcd7cb'],
  panda: ['#dad5cc'],
  rabbit: ['#d9c7b0', '#dcd4c8', '#9a8574'],
  mouse: ['#a9a4a4', '#8a7a6c', '#d6cdc4'],
  koala: ['#9aa0a8', '#8b8f98'],
  lion: ['#d9a251', '#cf9646'],
  tiger: ['#e0832e', '#dc7a26'],
  pig: ['#dd9a96', '#d88f8e'],
  cow: ['#dcd5ca', '#b98a5c'],
  sheep: ['#dcd5c6', '#d2c7b4'],
  goat: ['#d6cec0', '#a68a6c'],
  deer: ['#b57a45', '#a76c3c'],
  horse: ['#8a5732', '#5e3a22', '#c9965c', '#d8cfc4'],
  monkey: ['#7a4e30', '#5f3d28'],
  raccoon: ['#8a8880', '#7a766f'],
  otter: ['#6e4a32', '#7d573b'],
  hedgehog: ['#c9a27a', '#bf9670'],
  elephant: ['#8e939c', '#a09a98'],
  frog: ['#6aa83e', '#4f9b57', '#8ab83a'],
  turtle: ['#7fa65a', '#6b9a6a'],
  octopus: ['#d9604f', '#b85fa8', '#e0894a'],
  owl: ['#8a6242', '#a98a66', '#6d7483'],
  penguin: ['#2b2f3a', '#3a4558'],
  chick: ['#f5cf4a', '#f3d866'],
  duck: ['#e0dbce', '#f2cf52', '#7a5a3c'],
  eagle: ['#5e3d26', '#6b452a'],
  parrot: ['#d9382f', '#2f8fd0', '#3fa04f'],
}
