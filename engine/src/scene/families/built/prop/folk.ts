import { cos, PI, sin } from '../../../../math/dmath.ts'
import { createPrng, type Prng } from '../../../../math/prng.ts'
import type { Camera } from '../../../camera.ts'
import { plain } from '../../../material/paints.ts'
import type { MeshBuilder } from '../../../mesh.ts'
import { blob } from '../../../shape/blob.ts'
import { loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import { tube } from '../../../shape/tube.ts'
import { person } from '../../../thing/figure.ts'
import type { Outfit } from '../../../thing/outfits.ts'
import { type Manner, passerBy } from '../../../thing/passer-by.ts'
import { putThing } from '../../../thing/put.ts'
import type { Rgb } from '../../../vector.ts'
import type { Site } from '../../nature/site.ts'

const CLOTHS: readonly Rgb[] = [
  [0.2, 0.05, 0.04],
  [0.05, 0.09, 0.16],
  [0.08, 0.12, 0.06],
  [0.28, 0.2, 0.11],
  [0.12, 0.07, 0.05],
  [0.36, 0.32, 0.26],
  [0.16, 0.1, 0.16],
]

/** Height, half width and half depth of a dressed figure from hem to neck: in a skirt, and in a coat with legs. */
const SKIRT = [
  [0.03, 0.3, 0.28],
  [0.4, 0.24, 0.22],
  [0.86, 0.16, 0.13],
  [1.02, 0.145, 0.11],
  [1.26, 0.19, 0.12],
  [1.42, 0.17, 0.1],
  [1.48, 0.07, 0.07],
] as const
const COAT = [
  [0.55, 0.19, 0.15],
  [0.86, 0.17, 0.13],
  [1.04, 0.165, 0.12],
  [1.3, 0.21, 0.13],
  [1.44, 0.19, 0.1],
  [1.5, 0.07, 0.07],
] as const

/** What a townsperson is put into. */
type Among = Pick<Site, 'mesh' | 'scene'>

/** Share of the picture's height from which on somebody has a face. */
const FACES = 0.07

/** A townsperson, turned by `turn`: near the eye with a face, hands and clothes, from some way off an outline of those. */
export function townsperson(
  { mesh, scene: { camera } }: Among,
  random: Prng,
  x: number,
  y: number,
  z: number,
  turn: number,
  { cloth, manner = 'walks' }: { readonly cloth?: Rgb; readonly manner?: Manner } = {},
): void {
  // one draw each, so that nobody moves when the eye comes nearer
  const own = createPrng(Math.floor(random.next() * 0x100000000), 'townsperson')
  if (manner === 'sits' || isNear(camera, x, y, z))
    putThing(mesh, passerBy(own, manner, cloth ?? null), { x, y, z, yaw: PI - turn, scale: 1 })
  else distant(mesh, own, x, y, z, turn, cloth)
}

function isNear({ forward, half, ...eye }: Camera, x: number, y: number, z: number): boolean {
  const depth = (x - eye.x) * forward[0] + (y + 1 - eye.y) * forward[1] + (z - eye.z) * forward[2]
  return 1.7 / (2 * half * Math.max(1, depth)) > FACES
}

function distant(mesh: MeshBuilder, random: Prng, x: number, y: number, z: number, turn: number, cloth?: Rgb): void {
  const k = random.range(0.92, 1.04)
  const skirt = random.chance(0.45)
  const coat = mesh.paint(plain(cloth ?? random.pick(CLOTHS)))
  const dark = mesh.paint(plain(random.pick(CLOTHS)))
  const skin = mesh.paint(
    plain(
      random.pick([
        [0.5, 0.32, 0.22],
        [0.4, 0.24, 0.15],
        [0.24, 0.13, 0.08],
      ] as const),
    ),
  )
  const hair = mesh.paint(
    plain(
      random.pick([
        [0.06, 0.04, 0.03],
        [0.22, 0.13, 0.05],
        [0.3, 0.3, 0.3],
        [0.3, 0.2, 0.08],
      ] as const),
    ),
  )
  const c = cos(turn)
  const s = sin(turn)
  const at = (a: number, up: number, b: number) => [x + (a * c - b * s) * k, y + up * k, z + (a * s + b * c) * k] as const
  loft(
    mesh,
    (skirt ? SKIRT : COAT).map(([up, wide, deep]) => ({ y: y + up * k, points: polygon(x, z, wide * k, 12, turn, 0, deep / wide) })),
    { paint: coat, cap: coat, smooth: true },
  )
  const stride = random.range(0.05, 0.16)
  if (!skirt)
    for (const q of [-1, 1])
      tube(mesh, [at(q * 0.08, 0, q * stride), at(q * 0.09, 0.4, q * stride * 0.3), at(q * 0.09, 0.8, 0)], {
        paint: dark,
        radius: 0.075,
        sides: 6,
      })
  const bend = random.range(0, 0.3)
  for (const q of [-1, 1])
    tube(mesh, [at(q * 0.2, 1.36, 0), at(q * 0.27, 1.1, 0.03), at(q * 0.22, 0.86 + bend * 0.6, -bend)], {
      paint: coat,
      radius: 0.055,
      sides: 6,
      endRadius: 0.04,
    })
  const [hx, hy, hz] = at(0, 1.64, -0.01)
  blob(mesh, { x: hx, y: hy, z: hz, rx: 0.105 * k, ry: 0.13 * k, rz: 0.115 * k, paint: skin, rings: 6 })
  blob(mesh, { x: hx + s * 0.02, y: hy + 0.045 * k, z: hz + c * 0.02, rx: 0.12 * k, ry: 0.11 * k, rz: 0.125 * k, paint: hair, rings: 6 })
  if (!random.chance(0.3)) return
  loft(
    mesh,
    (
      [
        [0.09, 0.24],
        [0.11, 0.23],
        [0.12, 0.12],
        [0.22, 0.1],
      ] as const
    ).map(([up, r]) => ({ y: hy + up * k, points: polygon(hx, hz, r * k, 12) })),
    { paint: dark, cap: dark, smooth: true },
  )
}

/** Which way someone looks who walks towards the eye, or away from it. */
export const walking = (random: Prng) => (random.chance(0.5) ? 0 : PI) + random.range(-0.5, 0.5)

const GUARD: Outfit = {
  dress: 'plate',
  cloth: '#8a8e94',
  second: '#8a2424',
  hair: 'beard',
  hat: 'horned',
  holds: 'spear',
  stance: 'ready',
  calm: true,
  boots: true,
}

/** A guard with helmet and spear who stands and faces the place's -z. */
export function guard(among: Among, random: Prng, x: number, y: number, z: number, turn: number): void {
  const { mesh } = among
  const own = createPrng(Math.floor(random.next() * 0x100000000), 'guard')
  if (isNear(among.scene.camera, x, y, z)) {
    putThing(mesh, person(GUARD, own, null), { x, y, z, yaw: PI - turn, scale: 1 })
    return
  }
  distant(mesh, own, x, y, z, turn, [0.2, 0.03, 0.03])
  const steel = mesh.paint(plain([0.34, 0.35, 0.37], 0.7, 0.6))
  blob(mesh, { x, y: y + 1.7, z, rx: 0.13, ry: 0.13, rz: 0.14, paint: steel, rings: 6 })
  const side = cos(turn) * 0.34
  const pole = mesh.paint(plain([0.14, 0.08, 0.04]))
  tube(
    mesh,
    [
      [x + side, y, z - 0.06],
      [x + side, y + 2.2, z - 0.06],
    ],
    { paint: pole, radius: 0.022, sides: 5 },
  )
  tube(
    mesh,
    [
      [x + side, y + 2.16, z - 0.06],
      [x + side, y + 2.5, z - 0.06],
    ],
    { paint: steel, radius: 0.045, sides: 5, endRadius: 0.004 },
  )
}
