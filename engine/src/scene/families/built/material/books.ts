import { smooth } from '../../../../math/dmath.ts'
import { hash3 } from '../../../../math/lattice.ts'
import type { Hit } from '../../../material/hit.ts'
import { survives } from '../../nature/material/tilt.ts'

/** Leather and linen of spines. */
const SPINES = [
  [0.2, 0.04, 0.03],
  [0.05, 0.09, 0.16],
  [0.05, 0.12, 0.07],
  [0.26, 0.15, 0.06],
  [0.1, 0.06, 0.04],
  [0.34, 0.26, 0.15],
  [0.13, 0.05, 0.1],
  [0.04, 0.05, 0.06],
] as const
const AVERAGE = [0.14, 0.09, 0.07] as const

/** Shelves full of books; u metres along, v metres up. Floats: 0 variant, 1–3 wood, 4 height of a shelf, 5 mean thickness of a book. */
export function shadeBooks(g: Hit): void {
  const O = g.objs
  const o = g.o
  const high = O[o + 4]!
  const row = Math.floor(g.v / high)
  const up = g.v / high - row
  const seed = Math.floor(O[o]! * 1000) + row * 17
  const thick = O[o + 5]!
  const near = survives(thick * 2, g.fw)
  const at = g.u / thick
  const pair = Math.floor(at / 2)
  const split = 0.7 + 0.6 * hash3(pair, seed, 1)
  const within = at - pair * 2
  const second = within > split ? 1 : 0
  const book = pair * 2 + second
  const begin = second ? split : 0
  const end = second ? 2 : split
  const across = (within - begin) / (end - begin)
  const tall = 0.62 + 0.3 * hash3(book, seed, 2) - (hash3(pair >> 1, seed, 3) > 0.9 ? 0.5 : 0)
  const board = 0.07
  if (up < board) {
    const k = 0.8 + 0.3 * hash3(Math.floor(g.u * 2), row, 8)
    g.ar = O[o + 1]! * k
    g.ag = O[o + 2]! * k
    g.ab = O[o + 3]! * k
    return
  }
  const filled = up < board + tall * (1 - board) ? 1 : 0
  if (!filled && near > 0.3) {
    g.ar = O[o + 1]! * 0.16
    g.ag = O[o + 2]! * 0.16
    g.ab = O[o + 3]! * 0.16
    return
  }
  const spine = SPINES[Math.floor(hash3(book >> 2, seed, 4) * 3 + hash3(book, seed, 5) * 5.99) & 7]!
  const curve = 1 - (across - 0.5) * (across - 0.5) * 2.4
  const gold =
    (hash3(book, seed, 6) > 0.55 ? smooth(0.02, 0.008, Math.abs(up - 0.26)) + smooth(0.02, 0.008, Math.abs(up - 0.58)) : 0) * near
  const k = (0.6 + 0.8 * hash3(book, seed, 7)) * (0.45 + 0.6 * curve)
  const mixed = (i: 0 | 1 | 2) => AVERAGE[i] * (1 - near) + (spine[i] * k * (1 - gold) + [0.5, 0.34, 0.1][i]! * gold) * near
  g.ar = mixed(0)
  g.ag = mixed(1)
  g.ab = mixed(2)
  g.f0 = 0.03
  g.gloss = 0.4
}
