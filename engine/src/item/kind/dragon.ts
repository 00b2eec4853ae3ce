import { smooth } from '../../math/dmath.ts'
import { smoothMin } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { extrude, polygon } from '../../solid/field/outline.ts'
import { capsule, ellipsoid } from '../../solid/field/shapes.ts'
import { blend, oval, rod } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { dim, paint, type Surface } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { addEyes, isCast, scales } from '../shape/animal.ts'
import { BELLY, faceOf, hideColour, horny, jawed } from '../shape/dragon-head.ts'
import { asleep } from '../shape/sleeping-dragon.ts'

const { abs, max, min } = Math

/** A row of spikes along points of a back. */
const spikes =
  (points: readonly (readonly [number, number, number, number])[]): Field =>
  (x, y, z) => {
    let d = 9
    for (const [py, pz, tall, lean] of points) d = min(d, capsule(x, y, z, 0, py, pz, 0, py + tall, pz - lean, tall * 0.42, 0.012))
    return d * 0.9
  }

/** Fingers and skin of an opened wing in the plane of x and y, then bent backwards. x ≥ 0, the shoulder at (0.2, 0.1). */
function wingsOf(bench: Bench, px: number, py: number, pz: number, size: number): void {
  const skin = extrude(
    polygon([
      0.0, 0.0, 0.2, 0.34, 0.44, 0.78, 0.62, 0.62, 0.9, 0.66, 0.84, 0.42, 1.02, 0.3, 0.82, 0.16, 0.84, -0.06, 0.6, 0.02, 0.46, -0.16, 0.3,
      -0.06, 0.12, -0.1,
    ]),
    0.016,
    0.008,
  )
  const bones = blend(
    0.015,
    rod([0, 0, 0], [0.2, 0.34, 0], 0.05, 0.045),
    rod([0.2, 0.34, 0], [0.44, 0.8, 0], 0.042, 0.034),
    rod([0.44, 0.78, 0], [0.9, 0.67, 0], 0.034, 0.014),
    rod([0.44, 0.78, 0], [1.02, 0.3, 0], 0.03, 0.014),
    rod([0.44, 0.78, 0], [0.84, -0.06, 0], 0.03, 0.014),
    rod([0.44, 0.78, 0], [0.46, -0.15, 0], 0.028, 0.014),
  )
  const hook = rod([0.44, 0.78, 0], [0.46, 0.92, 0.03], 0.035, 0.01)
  const bent =
    (field: Field): Field =>
    (x, y, z) => {
      const u = (abs(x) - px) / size
      const v = (y - py) / size
      const w = (z - pz) / size + 0.32 * max(0, u) - 0.1 * v
      return field(u, v, w) * size * 0.92
    }
  const colour = hideColour(bench)
  const webbed = isCast(bench)
    ? bench.body({ rough: 0.3 })
    : finish(colour, (s) => {
        paint(s, [colour[0] * 0.7 + 0.18, colour[1] * 0.6 + 0.07, colour[2] * 0.6 + 0.05])
        const v = (s.y - py) / size
        dim(s, 0.75 + 0.4 * smooth(-0.2, 0.7, v))
        s.rough = 0.5
        s.soften = 0.9
        s.coat = 0.2
      })
  const reach: readonly [number, number, number, number] = [0, py + 0.36 * size, pz - 0.16 * size, px + 1.08 * size]
  bench.add('membranes', bent(skin), reach, webbed)
  bench.add(
    'wing bones',
    bent(bones),
    reach,
    scales(bench, colour, BELLY, 12, () => 0),
  )
  bench.add('hooks', bent(hook), [0, py + 0.84 * size, pz - 0.05, px + 0.52 * size], horny(bench))
}

/** A whelp sitting up, wings spread. */
function whelp(bench: Bench): Pose {
  const colour = hideColour(bench)
  const under = (s: Surface) => smooth(0.2, 0.12, abs(s.x)) * smooth(0.08, 0.2, s.z) * smooth(0.3, 0.2, s.y) * smooth(-0.86, -0.7, s.y)
  const scaly = scales(bench, colour, BELLY, 11, under)
  const hide: Opaque = isCast(bench)
    ? scaly
    : {
        ...scaly,
        shade(s) {
          scaly.shade(s)
          const band = (s.y + 1) * 9
          if (under(s) > 0.5) dim(s, 1 - 0.35 * smooth(0.36, 0.5, abs(band - Math.floor(band) - 0.5)))
        },
      }
  const y0 = 0.42
  const z0 = 0.16
  const trunk = blend(
    0.14,
    oval(0, -0.5, -0.12, 0.36, 0.36, 0.36),
    oval(0, -0.12, 0, 0.27, 0.38, 0.25),
    oval(0.3, -0.6, 0.04, 0.19, 0.26, 0.3),
    rod([0, 0.02, 0.02], [0, 0.32, 0.1], 0.19, 0.17),
  )
  const limbs = blend(
    0.05,
    rod([0.2, -0.1, 0.12], [0.26, -0.36, 0.26], 0.1, 0.08),
    rod([0.26, -0.36, 0.26], [0.17, -0.74, 0.34], 0.08, 0.07),
    oval(0.17, -0.82, 0.38, 0.1, 0.07, 0.12),
    oval(0.34, -0.82, 0.26, 0.13, 0.08, 0.19),
  )
  bench.add('body', (x, y, z) => smoothMin(trunk(abs(x), y, z), limbs(abs(x), y, z), 0.05), [0, -0.3, 0.02, 0.86], hide)
  const at =
    (field: Field): Field =>
    (x, y, z) =>
      field(x, y - y0, z - z0)
  bench.add('head', at(jawed), [0, y0, z0 + 0.12, 0.52], hide)
  faceOf(bench, at, (up, ahead) => [0, y0 + up, z0 + ahead])
  addEyes(bench, [0.17, y0 + 0.07, z0 + 0.17], 0.085, [0.6, 0.05, 1], {
    iris: bench.glowing ? bench.accent : rgb('#f0b020'),
    slit: 0.36,
    pupil: 0.72,
    white: 1.02,
  })
  const tail = sweep([
    [0.06, -0.66, -0.38, 0.2],
    [0.36, -0.78, -0.5, 0.13],
    [0.68, -0.82, -0.26, 0.09],
    [0.74, -0.82, 0.12, 0.065],
    [0.56, -0.8, 0.4, 0.045],
    [0.42, -0.74, 0.5, 0.03],
  ])
  bench.add('tail', tail, [0.36, -0.74, 0, 0.78], hide)
  bench.add('barb', rod([0.42, -0.74, 0.5], [0.24, -0.66, 0.62], 0.065, 0.012), [0.34, -0.71, 0.55, 0.18], horny(bench))
  bench.add(
    'spikes',
    spikes([
      [y0 + 0.24, z0 - 0.12, 0.14, 0.08],
      [y0 + 0.06, z0 - 0.26, 0.14, 0.1],
      [0.2, -0.14, 0.15, 0.1],
      [0, -0.22, 0.16, 0.12],
      [-0.2, -0.32, 0.15, 0.14],
      [-0.42, -0.44, 0.13, 0.14],
    ]),
    [0, 0.12, -0.2, 0.76],
    horny(bench),
  )
  const claws: Field = (x, y, z) => {
    const ax = abs(x)
    const toe = (cx: number, cz: number) =>
      min(
        ellipsoid(ax - cx, y + 0.86, z - cz, 0.026, 0.028, 0.055),
        ellipsoid(ax - cx - 0.075, y + 0.86, z - cz + 0.015, 0.026, 0.028, 0.055),
        ellipsoid(ax - cx + 0.075, y + 0.86, z - cz + 0.015, 0.026, 0.028, 0.055),
      )
    return min(toe(0.17, 0.51), toe(0.36, 0.46))
  }
  bench.add('claws', claws, [0, -0.86, 0.46, 0.5], horny(bench))
  wingsOf(bench, 0.12, 0.02, -0.2, 0.9)
  if (bench.glowing) bench.addLamp({ at: [0, 0.2, 0.9], colour: bench.accent, strength: 0.4, falloff: 2.5 })
  return { yaw: 0.42, pitch: 0.1, half: 1.22, aimX: 0.05, aimY: 0.02, stands: -0.9 }
}

export const dragon: Kind = { forms: ['whelp', 'hoard'], build: (bench) => (bench.form === 'hoard' ? asleep(bench) : whelp(bench)) }
