import { rgb } from '../../solid/palette.ts'
import { type Build, tint } from './build.ts'
import { ball, both, limb, type Piece, rod, type Shape, sheet, slab } from './shape.ts'

const GOLD = rgb('#c89a3c')
const DARK = rgb('#1c1c20')
/** Where the axles of a rover are along it, metres. */
const AXLES = [-1.05, 0, 1.05]

/** A wheel with its axle along x. */
const wheel = (x: number, z: number): Shape => rod([x - 0.16, 0.4, z], [x + 0.16, 0.4, z], 0.4, 0.4, 16)

/** A rover: a gold box on six wheels, a mast with two eyes, a dish and panels. */
const rover: Build = (_, colour) => {
  const white = rgb('#e4e2dc')
  const trim = tint(colour, '#e4e2dc')
  return [
    { shapes: [slab(0, 0.95, 0, 0.54, 0.22, 1.08)], colour: GOLD, gloss: 0.5 },
    { shapes: [slab(0, 1.2, -0.1, 0.66, 0.05, 1.2), slab(0, 1.34, 0.4, 0.3, 0.11, 0.3)], colour: trim, gloss: 0.3 },
    { shapes: [slab(0, 1.28, -0.7, 0.95, 0.03, 0.62)], colour: rgb('#1c3468'), gloss: 0.8 },
    {
      shapes: [
        both(...AXLES.map((z) => wheel(0.78, z)), ...AXLES.map((z) => rod([0.45, 0.8, z * 0.6], [0.74, 0.42, z], 0.05))),
        rod([0.3, 1.2, 0.85], [0.3, 2, 0.85], 0.05),
      ],
      colour: DARK,
    },
    { shapes: [slab(0.3, 2.08, 0.85, 0.28, 0.13, 0.14), ball(-0.35, 1.62, -0.1, 0.38, 0.38, 0.1)], colour: white },
    { shapes: [rod([-0.35, 1.2, -0.15], [-0.35, 1.6, -0.15], 0.04)], colour: white },
    { shapes: [ball(0.16, 2.08, 0.98, 0.09), ball(0.44, 2.08, 0.98, 0.09)], colour: rgb('#101828'), gloss: 0.9 },
  ]
}

/** A rocket on its way: white, with a coloured nose and fins, portholes, and fire behind it. */
const spaceship: Build = (random, colour) => {
  const trim = colour ?? rgb(random.pick(['#d0342c', '#2c6cc8', '#e08a24']))
  const along = (profile: readonly (readonly [number, number])[]) =>
    limb(
      profile.map(([z, r]) => [0, 0, z, r]),
      { sides: 18 },
    )
  const flame: Piece[] = [
    [0.42, '#ffb040', 4, -4.4],
    [0.24, '#fff0c0', 7, -3.6],
  ].map(([r, hex, glow, end]) => ({
    shapes: [
      along([
        [-1.95, r as number],
        [-2.6, (r as number) * 0.9],
        [end as number, 0.02],
      ]),
    ],
    colour: rgb(hex as string),
    glow: glow as number,
  }))
  const fin = (x: number, y: number): Shape =>
    sheet([x * 0.4, y * 0.4, -0.5], [x * 1.25, y * 1.25, -1.7], [x * 1.25, y * 1.25, -2.3], [x * 0.4, y * 0.4, -1.8])
  return [
    {
      shapes: [
        along([
          [-1.9, 0.42],
          [-1.2, 0.58],
          [0, 0.66],
          [1.1, 0.58],
          [1.8, 0.4],
        ]),
      ],
      colour: rgb('#ecebe6'),
      gloss: 0.35,
    },
    {
      shapes: [
        along([
          [1.75, 0.42],
          [2.3, 0.25],
          [2.8, 0.03],
        ]),
        along([
          [-0.95, 0.625],
          [-0.75, 0.64],
        ]),
        both(fin(1, 0.35), fin(0.35, -1)),
        fin(0, 1.05),
      ],
      colour: trim,
      gloss: 0.4,
    },
    {
      shapes: [
        along([
          [-2.05, 0.46],
          [-1.85, 0.4],
        ]),
      ],
      colour: DARK,
      gloss: 0.4,
    },
    { shapes: [0.85, 0.1].map((z) => both(ball(0.56, 0.16, z, 0.14, 0.2, 0.2))), colour: rgb('#8cd0ff'), glow: 1.2 },
    ...flame,
  ]
}

/** What carries people and instruments through space and over other worlds. */
export const CRAFT = { rover, spaceship } as const satisfies Record<string, Build>
