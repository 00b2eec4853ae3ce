import { atan2, cos } from '../../math/dmath.ts'
import { smoothMin } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { catmullRom, extrude, polygon } from '../../solid/field/outline.ts'
import { box, length2, length3 } from '../../solid/field/shapes.ts'
import { every, groove } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { finish, glow, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { spokes } from '../shape/wheel.ts'

const { abs, max, min } = Math

const TYRE = plain(rgb('#1b1b1d'), { rough: 0.8 })
const DARK = rgb('#10141a')
const glassy = finish(DARK, (s) => {
  paint(s, DARK)
  tint(s, [0.2, 0.26, 0.32], 0.25 * max(0, s.ny + 0.3))
  s.rough = 0.04
  s.coat = 1
  s.specular = 0.08
})
const lightOf = (bench: Bench) => (bench.glowing ? glow(bench.accent, 2.4) : plain(rgb('#f4f0dc'), { rough: 0.06, coat: 1 }))
const paintOf = (bench: Bench) =>
  bench.named || bench.whole || bench.has('rusty') || bench.has('ancient') || bench.has('worn')
    ? bench.body({ rough: 0.24 }, bench.fabric)
    : plain(bench.fabric, { rough: 0.18, coat: 1, specular: 0.06 })

/** A side view along x (front at +x) through smoothed corners. */
const side = (corners: readonly (readonly [number, number])[]) =>
  polygon(
    catmullRom([...corners, corners[0]!], 4)
      .slice(0, -1)
      .flat(),
  )

/** Everything at (±front, y, ±z) that turns: tyre, hub and spokes. */
function wheels(bench: Bench, x0: number, x1: number, y0: number, z0: number, r: number, wire: boolean): void {
  const where =
    (field: Field): Field =>
    (x, y, z) =>
      field(x - (x > (x0 + x1) / 2 ? x1 : x0), y - y0, abs(z) - z0)
  const bound: readonly [number, number, number, number] = [(x0 + x1) / 2, y0, 0, length3((x1 - x0) / 2 + r, r * 0.2, z0 + 0.1)]
  const tyre: Field = (x, y, z) => {
    const d = length2(max(abs(length2(x, y) - r * 0.84) - r * 0.1, 0), max(abs(z) - 0.055, 0)) - r * 0.08
    return d > 0.05 || length2(x, y) <= r * 0.95 ? d : d + 0.006 * cos(atan2(y, x) * 28)
  }
  bench.add('tyres', where(tyre), bound, TYRE)
  const rim: Field = (x, y, z) => {
    const along = length2(x, y)
    const ring = length2(along - r * 0.68, z - 0.05) - r * 0.07
    const disc = max(along - r * 0.68, abs(z) - 0.03)
    return min(ring, disc)
  }
  bench.add('rims', where(rim), bound, wire ? bench.fitting({ rough: 0.3 }) : plain(rgb('#3a3d42'), { rough: 0.4, metal: 0.6 }))
  const star = spokes(wire ? 12 : 5, r * 0.1, r * 0.64, wire ? 0.016 : r * 0.11)
  bench.add(
    'hubs',
    where((x, y, z) => min(star(x, y, z - 0.05), length3(x, y, z - 0.05) - r * 0.2)),
    bound,
    bench.fitting({ rough: 0.18 }),
  )
}

/** A roadster of the twenties: long bonnet, mudguards, running boards, spare wheel. */
function vintage(bench: Bench): Pose {
  const paintwork = paintOf(bench)
  const black = bench.named || bench.whole ? bench.body({ rough: 0.3 }) : plain(rgb('#17181b'), { rough: 0.2, coat: 0.9 })
  const chrome = bench.fitting({ rough: 0.12 })
  const cabin = extrude(
    side([
      [-0.86, -0.28],
      [-0.9, 0.06],
      [-0.74, 0.16],
      [-0.62, 0.16],
      [-0.6, 0.14],
      [-0.08, 0.14],
      [0.0, 0.12],
      [0.06, 0.12],
      [0.1, -0.3],
    ]),
    0.34,
    0.06,
  )
  const bonnet: Field = (x, y, z) => {
    const t = (x - 0.04) / 0.7
    const half = 0.33 - 0.1 * max(0, t)
    const d = box(x - 0.4, y + 0.1, z, 0.4, 0.22, half, 0.1)
    return d > 0.05 ? d * 0.95 : (d + (abs(z) > half - 0.06 && abs(y + 0.12) < 0.1 ? groove(every(x, 0.07), 0.012) : 0)) * 0.95
  }
  bench.add('body', (x, y, z) => smoothMin(cabin(x, y, z), bonnet(x, y, z), 0.04), [-0.04, -0.08, 0, 1.02], paintwork)
  bench.add(
    'seats',
    (x, y, z) =>
      min(
        box(x + 0.6, y - 0.2, z, 0.09, 0.2, 0.27, 0.06) + groove(every(z, 0.11), 0.012),
        box(x + 0.36, y - 0.12, z, 0.2, 0.06, 0.27, 0.04),
      ),
    [-0.5, 0.18, 0, 0.42],
    bench.hide(rgb('#7a3e1e')),
  )
  const guard = sweep([
    [0.98, -0.5, 0, 0.07],
    [0.9, -0.24, 0, 0.075],
    [0.68, -0.14, 0, 0.08],
    [0.42, -0.3, 0, 0.07],
    [0.26, -0.5, 0, 0.06],
    [-0.26, -0.5, 0, 0.06],
    [-0.4, -0.28, 0, 0.07],
    [-0.62, -0.14, 0, 0.08],
    [-0.88, -0.22, 0, 0.075],
    [-1.0, -0.5, 0, 0.06],
  ])
  bench.add('mudguards', (x, y, z) => guard(x, y, max(0, abs(abs(z) - 0.48) - 0.06)) + 0.012, [0, -0.3, 0, 1.16], black)
  wheels(bench, -0.64, 0.66, -0.5, 0.48, 0.3, true)
  const grille: Field = (x, y, z) =>
    box(x - 0.83, y + 0.08, z, 0.035, 0.25, 0.22, 0.03) + (x > 0.83 ? 0.4 * groove(every(z, 0.044), 0.016) : 0)
  bench.add('grille', grille, [0.83, -0.08, 0, 0.36], chrome)
  bench.add(
    'lamps',
    (x, y, z) => {
      const bowl = max(length3(x - 0.78, y - 0.06, abs(z) - 0.36) - 0.11, x - 0.82)
      const rim = length2(length2(y - 0.06, abs(z) - 0.36) - 0.105, x - 0.82) - 0.018
      return min(bowl, rim)
    },
    [0.78, 0.06, 0, 0.5],
    chrome,
  )
  bench.add('lenses', (x, y, z) => max(length3(x - 0.76, y - 0.06, abs(z) - 0.36) - 0.105, 0.81 - x), [0.82, 0.06, 0, 0.48], lightOf(bench))
  const frame: Field = (x, y, z) => {
    const pane = box(x - 0.02 + 0.25 * (y - 0.3), y - 0.3, z, 0.02, 0.19, 0.31, 0.018)
    return max(pane, -box(x, y - 0.3, z, 1, 0.16, 0.28, 0.02))
  }
  bench.add('windscreen', frame, [0.02, 0.3, 0, 0.4], chrome)
  bench.add('pane', (x, y, z) => box(x - 0.02 + 0.25 * (y - 0.3), y - 0.3, z, 0.011, 0.17, 0.29, 0.008), [0.02, 0.3, 0, 0.38], glassy)
  bench.add(
    'steering',
    (x, y, z) =>
      min(
        length2(length2((y - 0.24) * 0.9, z - 0.14) - 0.11, (x + 0.2 + (y - 0.24) * 0.5) * 0.85) - 0.018,
        box(x + 0.12, y - 0.2, z - 0.14, 0.09, 0.016, 0.016, 0.01),
      ),
    [-0.16, 0.24, 0.14, 0.2],
    plain(rgb('#2a1a10'), { rough: 0.3, coat: 0.6 }),
  )
  bench.add(
    'bumper',
    (x, y, z) => min(box(x - 0.98, y + 0.42, z, 0.022, 0.035, 0.5, 0.02), box(x - 0.93, y + 0.42, abs(z) - 0.2, 0.06, 0.02, 0.02, 0.012)),
    [0.96, -0.42, 0, 0.53],
    chrome,
  )
  bench.add(
    'spare',
    (x, y, z) => min(length2(length2(y + 0.02, z) - 0.22, x + 0.96) - 0.065, max(length2(y + 0.02, z) - 0.16, abs(x + 0.96) - 0.03)),
    [-0.96, -0.02, 0, 0.31],
    TYRE,
  )
  bench.add(
    'mascot',
    (x, y, z) => min(length3(x - 0.83, y - 0.21, z) - 0.035, box(x - 0.8, y - 0.25, z, 0.05, 0.016, 0.012, 0.01)),
    [0.82, 0.22, 0, 0.1],
    bench.fitting({ rough: 0.1 }),
  )
  bench.add('trim', (x, y, z) => box(x + 0.04, y - 0.02, abs(z) - 0.345, 0.74, 0.014, 0.012, 0.01), [-0.04, 0.02, 0, 0.84], chrome)
  return { yaw: 0.62, pitch: 0.2, half: 1.14, aimY: -0.2, stands: -0.81 }
}

/** Low and wide. */
function sports(bench: Bench): Pose {
  const paintwork = paintOf(bench)
  const shape = extrude(
    side([
      [-1.02, -0.44],
      [-1.04, -0.12],
      [-0.86, 0.0],
      [-0.5, -0.02],
      [-0.1, -0.06],
      [0.3, -0.1],
      [0.7, -0.2],
      [1.0, -0.34],
      [1.04, -0.46],
      [0.7, -0.5],
      [-0.7, -0.5],
    ]),
    0.5,
    0.1,
  )
  const haunch = (x: number, y: number, z: number) =>
    min(
      length3((x - 0.62) * 0.62, (y + 0.34) * 0.9, abs(z) - 0.36) - 0.2,
      length3((x + 0.62) * 0.62, (y + 0.28) * 0.9, abs(z) - 0.36) - 0.235,
    )
  const arches = (x: number, y: number, z: number) =>
    max(min(length2(x - 0.64, y + 0.5), length2(x + 0.62, y + 0.48)) - 0.265, 0.36 - abs(z))
  const body: Field = (x, y, z) => {
    let d = smoothMin(shape(x, y, z), haunch(x, y, z), 0.1)
    d = max(d, -arches(x, y, z))
    const door = max(groove(abs(x + 0.16) - 0.3, 0.011), 0) * (y > -0.4 && abs(z) > 0.3 ? 1 : 0)
    const vent = x > -0.75 && x < -0.5 && abs(z) > 0.42 ? groove(every(y, 0.05), 0.014) : 0
    return (d + door + vent) * 0.92
  }
  bench.add('body', body, [0, -0.26, 0, 1.16], paintwork)
  const cabin = extrude(
    side([
      [-0.84, -0.02],
      [-0.5, 0.17],
      [-0.18, 0.21],
      [0.06, 0.14],
      [0.36, -0.1],
      [0.0, -0.14],
      [-0.6, -0.1],
    ]),
    0.4,
    0.09,
  )
  bench.add('glasshouse', cabin, [-0.24, 0.04, 0, 0.74], glassy)
  const roof = extrude(
    side([
      [-0.8, 0.03],
      [-0.48, 0.2],
      [-0.18, 0.235],
      [0.02, 0.19],
      [-0.04, 0.15],
      [-0.2, 0.18],
      [-0.5, 0.14],
      [-0.72, 0.0],
    ]),
    0.34,
    0.03,
  )
  bench.add('roof', roof, [-0.38, 0.12, 0, 0.56], paintwork)
  wheels(bench, -0.62, 0.64, -0.5, 0.44, 0.25, false)
  bench.add(
    'lamps',
    (x, y, z) => box(x - 0.86, y + 0.245 + 0.3 * (x - 0.86), abs(z) - 0.36, 0.1, 0.035, 0.055, 0.03),
    [0.86, -0.245, 0, 0.47],
    lightOf(bench),
  )
  bench.add(
    'intake',
    (x, y, z) => box(x - 1.0, y + 0.44, z, 0.04, 0.05, 0.3, 0.03),
    [1, -0.44, 0, 0.32],
    plain(rgb('#0c0c0e'), { rough: 0.7 }),
  )
  bench.add('sill', (x, y, z) => box(x, y + 0.51, z, 0.42, 0.035, 0.5, 0.02), [0, -0.51, 0, 0.67], plain(rgb('#17181b'), { rough: 0.5 }))
  bench.add(
    'wing',
    (x, y, z) =>
      min(
        box(x + 0.94, y - 0.15 + 0.12 * (x + 0.94), z, 0.12, 0.018, 0.48, 0.014),
        box(x + 0.92, y - 0.06, abs(z) - 0.34, 0.05, 0.1, 0.018, 0.012),
      ),
    [-0.93, 0.08, 0, 0.52],
    paintwork,
  )
  bench.add(
    'mirrors',
    (x, y, z) =>
      min(
        length3((x - 0.12) * 0.7, y - 0.02, (abs(z) - 0.52) * 0.9) - 0.045,
        box(x - 0.13, y + 0.01, abs(z) - 0.47, 0.012, 0.012, 0.05, 0.01),
      ),
    [0.12, 0, 0, 0.6],
    paintwork,
  )
  bench.add(
    'tails',
    (x, y, z) => box(x + 1.02, y + 0.1, abs(z) - 0.34, 0.025, 0.035, 0.11, 0.02),
    [-1.02, -0.1, 0, 0.47],
    plain(rgb('#c3121c'), { rough: 0.1, coat: 1 }),
  )
  bench.add(
    'pipes',
    (x, y, z) => max(length2(y + 0.46, abs(abs(z) - 0.2) - 0.05) - 0.036, abs(x + 1.02) - 0.06),
    [-1.02, -0.46, 0, 0.32],
    bench.fitting({ rough: 0.16 }),
  )
  const stripes: Field = (x, y, z) => max(shape(x, y, z) - 0.006, abs(abs(z) - 0.09) - 0.045, -y - 0.3, 0.34 - x)
  bench.add('stripes', stripes, [0.68, -0.2, 0, 0.44], plain(rgb('#f3f1ea'), { rough: 0.2, coat: 1 }))
  return { yaw: 0.62, pitch: 0.24, half: 1.18, aimY: -0.26, stands: -0.75 }
}

/** A pickup with round shoulders and a bed of planks. */
function truck(bench: Bench): Pose {
  const paintwork = paintOf(bench)
  const chrome = bench.fitting({ rough: 0.14 })
  const cab = extrude(
    side([
      [-0.16, -0.34],
      [-0.18, 0.0],
      [-0.1, 0.36],
      [0.1, 0.42],
      [0.3, 0.36],
      [0.42, 0.04],
      [0.46, -0.34],
    ]),
    0.38,
    0.07,
  )
  const nose: Field = (x, y, z) => box(x - 0.66, y + 0.16, z, 0.32, 0.2, 0.32, 0.13)
  bench.add(
    'cab',
    (x, y, z) =>
      smoothMin(cab(x, y, z), nose(x, y, z), 0.06) +
      (x > 0.46 && y > 0 ? groove(z, 0.014) : 0) +
      (abs(z) > 0.34 && x < 0.4 ? groove(x - 0.38, 0.011) : 0),
    [0.34, 0, 0, 0.86],
    paintwork,
  )
  const panes: Field = (x, y, z) => {
    const u = x - 0.14
    const glass = box(u, y - 0.2, z, 0.15 - 0.2 * (y - 0.2), 0.12, 0.392, 0.03)
    const screen = box(x - 0.385 + 0.32 * (y - 0.2), y - 0.2, z, 0.026, 0.13, 0.29, 0.015)
    return min(glass, screen) * 0.92
  }
  bench.add('panes', panes, [0.2, 0.2, 0, 0.5], glassy)
  const fender = (x: number, y: number, z: number) =>
    max(length3((x - 0.66) * 0.8, y + 0.4, (abs(z) - 0.42) * 1.1) - 0.28, -(length2(x - 0.66, y + 0.5) - 0.225), -0.52 - y)
  const rear = (x: number, y: number, z: number) =>
    max(length3((x + 0.62) * 0.8, y + 0.4, (abs(z) - 0.42) * 1.1) - 0.27, -(length2(x + 0.62, y + 0.5) - 0.225), -0.52 - y)
  bench.add('fenders', (x, y, z) => min(fender(x, y, z), rear(x, y, z)) * 0.9, [0.02, -0.4, 0, 1.12], paintwork)
  bench.add(
    'bed',
    (x, y, z) => {
      const outer = box(x + 0.6, y + 0.14, z, 0.42, 0.18, 0.4, 0.02)
      return max(outer, -box(x + 0.6, y - 0.06, z, 0.38, 0.2, 0.36, 0.01))
    },
    [-0.6, -0.14, 0, 0.62],
    paintwork,
  )
  bench.add(
    'floor',
    (x, y, z) => box(x + 0.6, y + 0.2, z, 0.38, 0.04, 0.36, 0.01) + 0.35 * groove(every(z, 0.1), 0.018),
    [-0.6, -0.2, 0, 0.54],
    bench.timber('#5a3a20', '#8f6238', 'x'),
  )
  bench.add(
    'rails',
    (x, y, z) =>
      min(
        box(x + 0.6, y - 0.2, abs(z) - 0.385, 0.42, 0.03, 0.02, 0.012),
        box(every(x + 0.6, 0.3), y - 0.11, abs(z) - 0.385, 0.022, 0.12, 0.016, 0.01) + max(0, abs(x + 0.6) - 0.4),
      ),
    [-0.6, 0.12, 0, 0.6],
    bench.timber('#6a4526', '#a07142', 'x'),
  )
  wheels(bench, -0.62, 0.66, -0.52, 0.42, 0.26, true)
  bench.add('chassis', (x, y, z) => box(x, y + 0.42, z, 0.98, 0.06, 0.28, 0.03), [0, -0.42, 0, 1.04], plain(rgb('#17181b'), { rough: 0.6 }))
  bench.add(
    'grille',
    (x, y, z) => box(x - 0.97, y + 0.18, z, 0.03, 0.16, 0.2, 0.06) + (x > 0.97 ? 0.4 * groove(every(y, 0.05), 0.016) : 0),
    [0.97, -0.18, 0, 0.28],
    chrome,
  )
  bench.add('lamps', (x, y, z) => max(length3(x - 0.88, y + 0.14, abs(z) - 0.4) - 0.1, x - 0.95), [0.88, -0.14, 0, 0.52], paintwork)
  bench.add(
    'lenses',
    (x, y, z) =>
      min(
        max(length3(x - 0.88, y + 0.14, abs(z) - 0.4) - 0.09, 0.93 - x),
        length2(length2(y + 0.14, abs(z) - 0.4) - 0.075, x - 0.945) - 0.016,
      ),
    [0.92, -0.14, 0, 0.5],
    lightOf(bench),
  )
  bench.add('bumper', (x, y, z) => box(x - 1.03, y + 0.44, z, 0.035, 0.06, 0.46, 0.03), [1.03, -0.44, 0, 0.48], chrome)
  bench.add('handles', (x, y, z) => box(x + 0.04, y - 0.02, abs(z) - 0.4, 0.05, 0.014, 0.02, 0.01), [-0.04, 0.02, 0, 0.43], chrome)
  return { yaw: 0.62, pitch: 0.22, half: 1.16, aimY: -0.14, stands: -0.78 }
}

export const car: Kind = {
  forms: ['vintage', 'sports', 'truck'],
  round: true,
  build: (bench) => (bench.form === 'sports' ? sports(bench) : bench.form === 'truck' ? truck(bench) : vintage(bench)),
}
