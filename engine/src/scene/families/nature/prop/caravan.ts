import type { Prng } from '../../../../math/prng.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { MeshBuilder } from '../../../mesh.ts'
import { beast } from '../../../thing/beast.ts'
import { putThing } from '../../../thing/put.ts'
import { ball, both, lathe, limb, type Piece, rod, slab } from '../../../thing/shape.ts'
import { type Rgb, times } from '../../../vector.ts'

/** Height of a camel's saddle, metres. */
const SADDLE = 2

/** A blanket and a pair of bales over a camel's back. */
const load = (cloth: Rgb): Piece[] => [
  {
    shapes: [slab(0, SADDLE - 0.24, -0.05, 0.46, 0.42, 0.5, 0.75), both(slab(0.46, SADDLE - 0.5, -0.05, 0.05, 0.42, 0.42))],
    colour: cloth,
    flat: true,
  },
  { shapes: [both(ball(0.55, SADDLE - 0.55, -0.1, 0.26, 0.34, 0.5))], colour: rgb('#7a5a38') },
]

/** Someone in a cloak and a head cloth on the saddle. */
const rider = (cloak: Rgb): Piece[] => [
  {
    shapes: [
      lathe(0, -0.05, [
        [SADDLE - 0.1, 0.46],
        [SADDLE + 0.15, 0.4],
        [SADDLE + 0.6, 0.29],
        [SADDLE + 0.82, 0.2],
        [SADDLE + 0.9, 0.1],
      ]),
      both(
        limb([
          [0.24, SADDLE + 0.7, -0.05, 0.1],
          [0.34, SADDLE + 0.42, 0.16, 0.08],
          [0.2, SADDLE + 0.34, 0.42, 0.06],
        ]),
      ),
    ],
    colour: cloak,
  },
  {
    shapes: [ball(0, SADDLE + 1.07, -0.05, 0.17, 0.2, 0.18), ball(0, SADDLE + 0.92, -0.12, 0.22, 0.14, 0.17)],
    colour: times(rgb('#d8c8a8'), 0.85),
  },
]

export type Caravan = {
  /** Metres walked so far to a place on the ground; it goes on along it. */
  readonly way: (metres: number) => readonly [x: number, z: number]
  readonly height: (x: number, z: number) => number
  readonly yaw: (metres: number) => number
  readonly camels: number
  readonly riders: boolean
  readonly cloth: Rgb
}

/** Camels in a line, tied one to the next, most of them with a rider. */
export function caravan(mesh: MeshBuilder, random: Prng, { way, height, yaw, camels, riders, cloth }: Caravan): void {
  const rope: Piece = { shapes: [rod([0, 1.75, 1.9], [0, 1.45, 3.7], 0.022, 0.022, 4)], colour: rgb('#5a4026') }
  let metres = 0
  for (let i = 0; i < camels; i++) {
    const [x, z] = way(metres)
    const cloak = i === 0 || random.chance(0.35) ? cloth : random.pick([rgb('#2a2320'), rgb('#4a3a2a'), rgb('#e0d4bc')])
    putThing(
      mesh,
      [
        ...beast('camel', random, null, { eye: 0, many: true }),
        ...load(i % 2 ? cloth : times(cloth, 0.7)),
        ...(riders && !random.chance(0.25) ? rider(cloak) : []),
        ...(i > 0 ? [rope] : []),
      ],
      { x, y: height(x, z), z, yaw: yaw(metres), scale: random.range(1.02, 1.15) },
    )
    metres += random.range(4.6, 5.6)
  }
}
