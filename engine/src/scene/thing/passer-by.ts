import type { Prng } from '../../math/prng.ts'
import { rgb } from '../../solid/palette.ts'
import type { Rgb } from '../vector.ts'
import { person } from './figure.ts'
import type { Outfit } from './outfits.ts'
import type { Piece } from './shape.ts'

/** What somebody in a crowd is about. */
export type Manner = 'walks' | 'stands' | 'sits' | 'sells'

const CLOTHS = [
  '#a83a32',
  '#2f5f96',
  '#3f7a4a',
  '#c8963a',
  '#7a4a8c',
  '#b86a34',
  '#2f8080',
  '#d8c8a0',
  '#8a5a3c',
  '#c05a74',
  '#5c6c84',
  '#e4dccb',
]
const SECONDS = ['#3a3430', '#2c3448', '#5a4630', '#4a4c40', '#6a5a48', '#e0d2b4', '#7a2f2a', '#34504c']
const FRUIT = ['#d8482c', '#e0942c', '#d8c83c', '#6c9c3c']

/** Somebody without a name among others: sex, age, dress and hat by the seed. */
export function passerBy(random: Prng, manner: Manner, cloth: Rgb | null): Piece[] {
  const isWoman = random.chance(0.48)
  const isChild = manner === 'walks' && random.chance(0.1)
  const main = random.pick(CLOTHS)
  const second = random.pick(SECONDS)
  const usual = random.next()
  const hat = random.next()
  const carries = random.next()
  const height = isChild ? random.range(1.12, 1.32) : isWoman ? random.range(1.58, 1.72) : random.range(1.68, 1.86)
  const stance = manner === 'sits' ? 'sit' : manner === 'walks' ? 'walk' : undefined
  const holds =
    manner === 'sits'
      ? carries < 0.7
        ? 'mug'
        : undefined
      : manner === 'sells' || isChild
        ? undefined
        : carries < 0.3
          ? 'basket'
          : undefined
  const outfit: Outfit = {
    cloth: main,
    second: holds === 'basket' && isWoman ? random.pick(FRUIT) : second,
    height,
    calm: true,
    holds,
    ...(stance && { stance }),
    ...(isWoman
      ? {
          // who sits shows their knees, which a long skirt has no room for
          dress: manner !== 'sits' && usual < 0.75 ? 'gown' : 'trousers',
          hair: 'long',
          fair: true,
          ...(usual < 0.6 ? { wear: 'sleeves' } : manner === 'sells' && { wear: 'apron' }),
          ...(hat < 0.14 ? { hat: 'straw' } : hat < 0.34 ? { hat: 'scarf' } : hat < 0.4 && { hat: 'hood' }),
        }
      : {
          dress: manner !== 'sits' && !isChild && usual < 0.16 ? 'robe' : 'trousers',
          hair: usual < 0.16 || carries > 0.82 ? 'beard' : 'short',
          ...(usual < 0.16
            ? { hat: 'turban' }
            : hat < 0.16
              ? { hat: 'cap' }
              : hat < 0.3
                ? { hat: 'straw' }
                : hat < 0.4 && { hat: 'beret' }),
          ...(manner === 'sells'
            ? { wear: 'apron' }
            : usual < 0.4
              ? { wear: manner === 'sits' ? 'vest' : 'coat' }
              : usual < 0.6
                ? { wear: 'vest' }
                : usual < 0.7 && { wear: 'overalls' }),
          ...(carries > 0.6 && { build: 'broad', boots: true }),
        }),
  } as Outfit
  return person(outfit, random, cloth ?? rgb(main))
}
