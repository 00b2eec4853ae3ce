import { sin, smooth } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { place, smoothMax, smoothMin, union } from '../../solid/field/combine.ts'
import type { Field, Field2 } from '../../solid/field/field.ts'
import { once, once2 } from '../../solid/field/once.ts'
import { catmullRom, extrude, polygon } from '../../solid/field/outline.ts'
import { box, capsule, length2, length3 } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { dim, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'
import { stringMesh, strings } from '../shape/strings.ts'

const { abs, max, min } = Math

/** The right half of the body, from the neck to the end button; asked at |x|. */
const OUTLINE: Field2 = once2(
  polygon([
    -0.4,
    0.3,
    ...catmullRom(
      [
        [0.06, 0.3],
        [0.2, 0.26],
        [0.31, 0.1],
        [0.29, -0.08],
        [0.25, -0.14],
        [0.2, -0.26],
        [0.21, -0.42],
        [0.3, -0.5],
        [0.38, -0.68],
        [0.34, -0.9],
        [0.18, -1.02],
        [0, -1.04],
      ],
      3,
    ).flat(),
    -0.4,
    -1.04,
  ]),
)

/** The arch of the belly and back over the ribs. */
const arch = (d: number) => 0.06 * smooth(0, 0.26, -d)

const body: Field = (x, y, z) => {
  const d = OUTLINE(abs(x), y)
  return max(d, abs(z) - 0.085 - arch(d)) * 0.96
}
/** Plates stand out over the ribs with a round edge. */
const plates: Field = (x, y, z) => {
  const d = OUTLINE(abs(x), y) - 0.018
  return max(d, abs(abs(z) - 0.095 - arch(d) * 0.98) - 0.016) * 0.94 - 0.005
}

/** Fillet of the sound holes' edges. */
const EDGE = 0.006

const F_HOLE = once(
  sweep(
    [
      [0.115, -0.24, 0, 0.03],
      [0.14, -0.2, 0, 0.014],
      [0.115, -0.28, 0, 0.014],
      [0.17, -0.42, 0, 0.02],
      [0.22, -0.55, 0, 0.014],
      [0.19, -0.62, 0, 0.014],
      [0.2, -0.58, 0, 0.032],
    ],
    3,
  ),
)

const scroll = sweep(
  [
    [0, 1.0, -0.02, 0.062],
    [0, 1.12, -0.06, 0.056],
    [0, 1.2, 0.0, 0.05],
    [0, 1.16, 0.08, 0.046],
    [0, 1.08, 0.06, 0.042],
    [0, 1.1, 0.0, 0.036],
  ],
  4,
)

function bowStick(bench: Bench): void {
  const at = (field: Field): Field => place(field, 0.62, 0.0, -0.08, 0, 0, 0.07)
  const camber = (y: number) => 0.05 * (1 - y * y)
  bench.add(
    'stick',
    at((x, y, z) => max(length2(x - camber(y) + 0.06, z) - 0.022 + 0.004 * y, abs(y) - 1.02)),
    [0.62, 0, -0.08, 1.06],
    bench.timber('#5a2614', '#8e4424'),
  )
  bench.add(
    'hair',
    at((x, y, z) => box(x + 0.05, y, z, 0.014, 0.98, 0.03, 0.008)),
    [0.58, 0, -0.08, 1.02],
    plain(rgb('#efe8d6'), { rough: 0.7, sheen: 0.4 }),
  )
  bench.add(
    'frog',
    at((x, y, z) => min(box(x + 0.05, y + 0.86, z, 0.06, 0.08, 0.032, 0.014), capsule(x, y, z, -0.07, 0.98, 0, 0.02, 1.04, 0, 0.03, 0.02))),
    [0.62, 0.06, -0.08, 1.06],
    plain(rgb('#1a1412'), { rough: 0.25, coat: 0.5 }),
  )
  bench.add(
    'fittings',
    at((x, y, z) =>
      min(
        length3(x + 0.05, y + 0.86, abs(z) - 0.034) - 0.022,
        max(length2(x + 0.06, z) - 0.03, abs(y + 1.02) - 0.045),
        max(length2(x - camber(y) + 0.06, z) - 0.028, abs(y + 0.68) - 0.06),
      ),
    ),
    [0.68, -0.86, -0.08, 0.26],
    bench.fitting(),
  )
}

export const violin: Kind = {
  forms: ['varnished', 'electric'],
  build(bench) {
    const ebony = plain(rgb('#17120f'), { rough: 0.28, coat: 0.5 })
    const tone = bench.coloured ? bench.fabric : bench.random.pick([rgb('#9a4a1c'), rgb('#7a2c14'), rgb('#b06a26')])
    const varnish = finish(tone, (s) => {
      paint(s, tone)
      const flame = 0.5 + 0.5 * sin(s.y * 46 + noise3(s.x * 5, s.y * 3, s.z * 5) * 7)
      dim(s, 0.66 + 0.3 * noise3(s.x * 34, s.y * 2, s.z * 34) + (s.z < 0.05 ? 0.34 * flame : 0.16))
      const d = OUTLINE(abs(s.x), s.y)
      dim(s, 1 - 0.45 * smooth(-0.16, 0, d) * smooth(0.3, -0.2, s.y))
      tint(s, [0.02, 0.01, 0.006], smooth(0.009, 0.005, abs(d + 0.034)) * (s.z > 0.06 ? 0.85 : 0))
      s.rough = 0.3
      s.coat = 0.75
    })
    const wood = bench.gilded ? bench.timber() : bench.whole ? bench.body() : varnish
    const electric = bench.form === 'electric'
    if (electric) frame(bench, wood)
    else {
      bench.add('ribs', body, [0, -0.36, 0, 0.76], wood)
      const slot = (z: number) => abs(z - 0.13) - 0.08
      const cut: Field = (x, y, z) => {
        const whole = plates(x, y, z)
        // where the slot reaches nothing of the plates its outline need not be asked
        return whole + slot(z) > EDGE ? whole : smoothMax(whole, -max(F_HOLE(abs(x), y, 0), slot(z)), EDGE)
      }
      bench.add('plates', cut, [0, -0.36, 0, 0.8], wood)
      bench.add(
        'holes',
        (x, y, z) => max(F_HOLE(abs(x), y, 0) + 0.002, abs(z - 0.105) - 0.03),
        [0, -0.4, 0.105, 0.34],
        plain(rgb('#0c0706'), { rough: 1 }),
      )
    }
    bench.add(
      'neck',
      (x, y, z) =>
        smoothMin(
          smoothMin(capsule(x, y, z, 0, 0.2, 0.04, 0, 0.94, 0.07, 0.07, 0.052), scroll(x, y, z - 0.03), 0.03),
          box(x, y - 0.96, z - 0.03, 0.055, 0.1, 0.06, 0.02),
          0.03,
        ),
      [0, 0.7, 0.05, 0.6],
      wood,
    )
    bench.add(
      'fingerboard',
      (x, y, z) => box(x, y - 0.42, z - 0.155 + (y - 0.42) * 0.1, 0.07 - (y - 0.42) * 0.028, 0.5, 0.022, 0.014) * 0.97,
      [0, 0.42, 0.15, 0.53],
      ebony,
    )
    const tail: Field = (x, y, z) => box(x, y + 0.86, z - 0.2, 0.06 - (y + 0.86) * -0.12, 0.15, 0.02, 0.016) * 0.96
    bench.add(
      'tailpiece',
      (x, y, z) =>
        min(tail(x, y, z), capsule(x, y, z, 0, -1.0, 0.18, 0, -1.06, 0.06, 0.018, 0.024), length3(x, y + 1.07, z - 0.03) - 0.036),
      [0, -0.9, 0.14, 0.24],
      ebony,
    )
    const chin: Field = (x, y, z) => smoothMax(max(length2((x + 0.2) * 0.8, y + 0.9) - 0.13, abs(z - 0.185) - 0.03), 0, 0.02)
    bench.add('chin rest', (x, y, z) => chin(x, y, z) - 0.008, [-0.2, -0.9, 0.185, 0.2], ebony)
    const bridge = extrude(
      polygon([-0.13, 0.0, -0.1, 0.12, -0.06, 0.15, 0.06, 0.15, 0.1, 0.12, 0.13, 0.0, 0.08, 0.0, 0.05, 0.05, -0.05, 0.05, -0.08, 0.0]),
      0.014,
      0.004,
    )
    bench.add('bridge', (x, y, z) => bridge(x, z - 0.145, y + 0.42), [0, -0.42, 0.22, 0.17], bench.timber('#c9a06a', '#e8cfa0', 'x'))
    const peg =
      (side: number, y: number): Field =>
      (u, v, w) =>
        min(
          capsule(u, v, w, -side * 0.09, y, 0.02, side * 0.16, y, 0.02, 0.02, 0.022),
          max(length2(v - y, w - 0.02) - 0.052, abs(u - side * 0.18) - 0.016) - 0.008,
        )
    bench.add('pegs', union(peg(1, 0.93), peg(-1, 0.99), peg(1, 1.04), peg(-1, 0.88)), [0, 0.96, 0.02, 0.27], ebony)
    const chords = [-0.045, -0.015, 0.015, 0.045].flatMap((u) => [
      [u * 1.1, -0.74, 0.225, u * 1.3, -0.42, 0.305] as const,
      [u * 1.3, -0.42, 0.305, u * 0.8, 0.9, 0.135] as const,
    ])
    bench.add(
      'strings',
      strings(chords, 0.0085),
      [0, 0.08, 0.22, 0.84],
      plain(rgb('#d8d2c4'), { metal: 1, rough: 0.2 }),
      stringMesh(chords, 0.0085),
    )
    bench.add(
      'nut',
      (x, y, z) => min(box(x, y - 0.905, z - 0.125, 0.05, 0.014, 0.02, 0.006), length3(abs(x) - 0.03, y + 0.72, z - 0.225) - 0.016),
      [0, 0.1, 0.17, 0.84],
      bench.fitting(),
    )
    bowStick(bench)
    return { roll: -0.42, yaw: 0.35, half: 1.2, aimX: 0.2, aimY: 0.06, stands: null, thickness: 0.16 }
  },
}

/** The open frame of an electric violin: one curved rail on either side of a slim core. */
function frame(bench: Bench, wood: Parameters<Bench['add']>[3]): void {
  const rail = sweep([
    [0.04, 0.24, 0, 0.05],
    [0.26, 0.14, 0, 0.046],
    [0.3, -0.06, 0, 0.044],
    [0.2, -0.3, 0, 0.044],
    [0.26, -0.54, 0, 0.046],
    [0.37, -0.74, 0, 0.05],
    [0.26, -0.96, 0, 0.05],
    [0.02, -1.02, 0, 0.055],
  ])
  bench.add('frame', (x, y, z) => rail(abs(x), y, z * 0.8), [0, -0.38, 0, 0.76], wood)
  const core: Field = (x, y, z) =>
    smoothMin(box(x, y + 0.38, z - 0.05, 0.09, 0.66, 0.085, 0.05), box(x, y + 0.43, z - 0.05, 0.24, 0.06, 0.06, 0.04), 0.08)
  bench.add('core', core, [0, -0.38, 0.05, 0.72], plain(rgb('#1c1a20'), { rough: 0.25, coat: 0.7 }))
  bench.add(
    'pickup',
    (x, y, z) =>
      min(
        box(x, y + 0.34, z - 0.14, 0.12, 0.035, 0.02, 0.01),
        length2(length2(x - 0.0, y + 0.6) - 0.045, z - 0.13) - 0.014,
        length3(x, y + 0.6, z - 0.135) - 0.03,
      ),
    [0, -0.47, 0.14, 0.2],
    bench.fitting(),
  )
}
