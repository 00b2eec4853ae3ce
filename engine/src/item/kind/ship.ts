import { mix, saturate, sin, smooth } from '../../math/dmath.ts'
import type { Field } from '../../solid/field/field.ts'
import { type LockPoint, locks } from '../../solid/field/locks.ts'
import { lathe } from '../../solid/field/outline.ts'
import { box, capsule, length2, length3 } from '../../solid/field/shapes.ts'
import { every, groove } from '../../solid/field/solids.ts'
import { cloth } from '../../solid/material/organic.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { dim, paint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { beamAt, hull, type Lines, squareSail } from '../shape/hull.ts'

const { abs, max, min } = Math

const CANVAS = rgb('#ece2c8')
const ROPE = plain(rgb('#6a5438'), { rough: 0.9 })

const sailcloth = (bench: Bench, emblem?: (y: number, z: number) => boolean) =>
  bench.named || bench.whole
    ? bench.body({ rough: 0.3 })
    : cloth(bench.has('cursed') ? rgb('#3a3042') : CANVAS, 0.4, (s) => {
        if (abs(every(s.z, 0.12)) < 0.005) dim(s, 0.8)
        if (emblem?.(s.y, s.z)) paint(s, bench.fabric)
      })

function stand(bench: Bench, low: number): void {
  const cradle: Field = (x, y, z) =>
    min(
      max(box(abs(x) - 0.36, y - low + 0.12, z, 0.035, 0.16, 0.2, 0.02), 0.22 - length2(y - low - 0.14, z)),
      box(x, y - low + 0.26, z, 0.56, 0.03, 0.2, 0.015),
    )
  bench.add('cradle', cradle, [0, low - 0.16, 0, 0.66], bench.timber('#3a2110', '#67401f', 'x'))
  bench.add('plate', (x, y, z) => box(x, y - low + 0.255, z - 0.2, 0.16, 0.022, 0.012, 0.006), [0, low - 0.255, 0.2, 0.18], bench.fitting())
}

function galleon(bench: Bench): Pose {
  const sheer = (x: number) =>
    -0.34 + 0.2 * smooth(-0.3, -0.5, x) + 0.12 * smooth(-0.6, -0.75, x) + 0.14 * smooth(0.42, 0.62, x) + 0.05 * x * x
  const lines: Lines = { half: 0.86, beam: 0.24, keel: -0.78, sheer, bluff: 0.6 }
  const shell = hull(lines)
  const timber = bench.named || bench.whole ? bench.body() : bench.timber('#4a2a14', '#83522a', 'x')
  const deckwood = bench.named || bench.whole ? timber : bench.timber('#8a6236', '#b98a52', 'x')
  const planked: Field = (x, y, z) => {
    const d = shell(x, y, z)
    const hollow = max(abs(z) - beamAt(lines, x) + 0.045, sheer(x) - 0.06 - y, abs(x) - 0.8)
    return max(d + 0.7 * groove(every(y - 0.06 * x * x, 0.07), 0.01), -hollow * 0.7)
  }
  bench.add('hull', planked, [0, -0.5, 0, 0.96], timber)
  bench.add('deck', (x, y, z) => max(shell(x, y, z) + 0.02, (abs(y - sheer(x) + 0.09) - 0.02) * 0.6), [0, -0.36, 0, 0.9], deckwood)
  bench.add(
    'wales',
    (x, y, z) => {
      const d = shell(x, y, z)
      const line = min(abs(y - sheer(x) + 0.1), abs(y - sheer(x)), abs(y - sheer(x) + 0.24))
      return max(d - 0.014, line - 0.016, 0.85 * beamAt(lines, x) - 0.04 - abs(z)) * 0.66
    },
    [0, -0.44, 0, 0.96],
    bench.fitting(),
  )
  const ports: Field = (x, y, z) => {
    const i = min(max(Math.floor(x / 0.19 + 0.5), -2), 2) * 0.19
    return box(x - i, y - sheer(i) + 0.17, abs(z) - beamAt(lines, i) * 0.93, 0.035, 0.03, 0.04, 0.008)
  }
  bench.add('ports', ports, [0, -0.5, 0, 0.55], plain(rgb('#15100c'), { rough: 0.8 }))
  const castle: Field = (x, y, z) => {
    const d = box(x + 0.84, y + 0.16, z, 0.06, 0.22, 0.17, 0.02)
    return d + (x < -0.86 ? 0.5 * groove(every(z, 0.085), 0.014) + 0.5 * groove(every(y, 0.1), 0.012) : 0)
  }
  bench.add('stern', castle, [-0.84, -0.16, 0, 0.3], bench.fitting({ hammer: 0.02 }))
  const masts: readonly (readonly [number, number, number])[] = [
    [0.4, 0.72, 0.2],
    [-0.04, 0.94, 0.25],
    [-0.5, 0.62, 0.16],
  ]
  const pole: Field = (x, y, z) => {
    let d = capsule(x, y, z, 0.66, -0.2, 0, 1.1, 0.08, 0, 0.026, 0.016)
    for (const [mx, top] of masts) d = min(d, capsule(x, y, z, mx, -0.5, 0, mx, top, 0, 0.03, 0.016))
    return d
  }
  bench.add('masts', pole, [0.2, 0.2, 0, 1.16], bench.named || bench.whole ? timber : bench.timber('#6a4526', '#a07142'))
  const yards: Field = (x, y, z) => {
    let d = 9
    for (const [mx, top, a] of masts)
      for (const k of [0.94, 0.56, 0.16])
        d = min(d, capsule(x, y, abs(z), mx + 0.03, top * k, 0, mx + 0.03, top * k, a * (1.9 - k), 0.017, 0.013))
    return d
  }
  bench.add('yards', yards, [0, 0.4, 0, 0.84], bench.named || bench.whole ? timber : bench.timber('#5a3a20', '#8f6238'))
  const canvases = masts.flatMap(([mx, top, a]) => [
    squareSail(mx + 0.04, top * 0.75, a * 1.02, top * 0.165),
    squareSail(mx + 0.04, top * 0.36, a * 1.32, top * 0.175),
  ])
  const sails: Field = (x, y, z) => {
    let d = 9
    for (const canvas of canvases) d = min(d, canvas(x, y, z))
    return d
  }
  bench.add(
    'sails',
    sails,
    [0, 0.36, 0, 0.86],
    sailcloth(
      bench,
      (y, z) => abs(length2(y - 0.34, z) - 0.09) < 0.022 || (length2(y - 0.34, z) < 0.1 && min(abs(y - 0.34), abs(z)) < 0.018),
    ),
  )
  const lines2: LockPoint[][] = []
  const rope = (a: readonly [number, number, number], b: readonly [number, number, number]) =>
    lines2.push([
      [...a, 0.011],
      [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2 - 0.01, (a[2] + b[2]) / 2, 0.011],
      [...b, 0.011],
    ])
  for (const [mx, top, a] of masts)
    for (const sz of [-1, 1]) {
      rope([mx, top * 0.8, 0], [mx - 0.1, -0.34, sz * 0.22])
      rope([mx, top * 0.8, 0], [mx + 0.02, -0.34, sz * 0.23])
      rope([mx, top * 0.95, 0], [mx + 0.03, top * 0.56, sz * a * 1.2])
    }
  rope([1.08, 0.07, 0], [0.4, 0.68, 0])
  rope([0.9, -0.05, 0], [0.4, 0.4, 0])
  rope([0.4, 0.7, 0], [-0.04, 0.9, 0])
  rope([-0.04, 0.9, 0], [-0.5, 0.6, 0])
  rope([-0.5, 0.58, 0], [-0.84, 0.02, 0])
  bench.add('rigging', locks(lines2, 0.002, 2, 48).field, [0.14, 0.28, 0, 1.04], ROPE)
  const pennant: Field = (x, y, z) => {
    const u = -(x + 0.04)
    return max(abs(z - 0.03 * sin(u * 22)) - 0.012, abs(y - 0.98) - 0.05 * (1 - u / 0.34), -u, u - 0.32) * 0.85
  }
  bench.add('pennant', pennant, [-0.2, 0.98, 0, 0.18], cloth(bench.fabric, 0.6))
  bench.add(
    'lantern',
    (x, y, z) => min(length3(x + 0.9, y - 0.16, z) - 0.05, capsule(x, y, z, -0.86, 0.02, 0, -0.9, 0.12, 0, 0.014, 0.014)),
    [-0.88, 0.1, 0, 0.13],
    bench.fitting(),
  )
  stand(bench, -0.76)
  return { yaw: 0.55, pitch: 0.12, half: 1.18, aimX: 0.06, aimY: 0.0, stands: -1.05 }
}

function longship(bench: Bench): Pose {
  const sheer = (x: number) => -0.44 + 0.62 * x * x * x * x + 0.12 * x * x
  const lines: Lines = { half: 0.98, beam: 0.24, keel: -0.74, sheer, bluff: 0.5 }
  const timber = bench.named || bench.whole ? bench.body() : bench.timber('#5a3218', '#9a6232', 'x')
  const wide = (x: number) => lines.beam * Math.sqrt(max(0.002, 1 - (x / 1.0) * (x / 1.0)))
  const shell: Field = (x, y, z) => {
    const rail = sheer(x)
    const keel = -0.72 + 0.4 * x * x * x * x
    const depth = saturate((rail - y) / (rail - keel))
    return max((abs(z) - wide(x) * Math.sqrt(max(0.002, 1 - depth * depth))) * 0.72, y - rail, (keel - y) * 0.8, abs(x) - 0.97) * 0.46
  }
  bench.add(
    'hull',
    (x, y, z) =>
      max(
        shell(x, y, z) + 0.5 * groove(every(y - sheer(x), 0.065), 0.014),
        -0.55 * max(abs(z) - wide(x) + 0.04, sheer(x) - 0.16 - y, abs(x) - 0.84),
      ),
    [0, -0.4, 0, 1.1],
    timber,
  )
  const stem: LockPoint[] = [
    [0.84, -0.34, 0, 0.05],
    [0.96, -0.1, 0, 0.05],
    [1.0, 0.2, 0, 0.045],
    [0.96, 0.4, 0, 0.045],
    [1.04, 0.5, 0, 0.055],
    [1.16, 0.46, 0, 0.035],
  ]
  const stern: LockPoint[] = [
    [-0.84, -0.34, 0, 0.05],
    [-0.96, -0.1, 0, 0.045],
    [-1.0, 0.16, 0, 0.04],
    [-0.9, 0.32, 0, 0.036],
    [-0.78, 0.26, 0, 0.03],
    [-0.82, 0.16, 0, 0.026],
  ]
  const crest: LockPoint[] = [
    [1.0, 0.52, 0, 0.03],
    [0.96, 0.62, 0, 0.024],
    [0.88, 0.62, 0, 0.012],
  ]
  const curls = locks([stem, stern, crest], 0.02, 6, 40)
  bench.add('stems', curls.field, curls.bound, timber)
  bench.add('eye', (x, y, z) => length3(x - 1.05, y - 0.52, abs(z) - 0.05) - 0.018, [1.05, 0.52, 0, 0.08], bench.fitting())
  const colour = bench.fabric
  const shields: Field = (x, y, z) => {
    const i = min(max(Math.floor(x / 0.17 + 0.5), -4), 4) * 0.17
    const out = abs(z) - wide(i) - 0.02
    const r = length2(x - i, y - sheer(i) + 0.02)
    return min(max(r - 0.095, abs(out) - 0.016) - 0.006, length3(x - i, y - sheer(i) + 0.02, out - 0.02) - 0.03)
  }
  bench.add(
    'shields',
    shields,
    [0, -0.44, 0, 0.88],
    cloth(colour, 0.2, (s) => {
      const i = Math.floor(s.x / 0.17 + 0.5)
      const r = length2(s.x - i * 0.17, s.y - sheer(i * 0.17) + 0.02)
      if (r < 0.032 || r > 0.085) paint(s, [0.5, 0.46, 0.38])
      else if ((i & 1) === 0 && (s.x - i * 0.17) * (s.y - sheer(i * 0.17) + 0.02) > 0) paint(s, [0.75, 0.68, 0.5])
      else if (i & 1) paint(s, [0.1, 0.08, 0.07])
    }),
  )
  bench.add(
    'mast',
    (x, y, z) =>
      min(
        capsule(x, y, z, 0, -0.66, 0, 0, 0.84, 0, 0.036, 0.022),
        capsule(x, y, abs(z), 0.03, 0.68, 0, 0.03, 0.68, 0.52, 0.024, 0.018),
        length3(x, y - 0.87, z) - 0.035,
      ),
    [0, 0.1, 0, 0.86],
    bench.named || bench.whole ? timber : bench.timber('#6a4526', '#a07142'),
  )
  const striped =
    bench.named || bench.whole
      ? bench.body({ rough: 0.3 })
      : cloth(CANVAS, 0.4, (s) => {
          if (Math.floor(s.z / 0.12 + 0.5) & 1) paint(s, colour)
        })
  bench.add('sail', squareSail(0.05, 0.28, 0.5, 0.38), [0.1, 0.28, 0, 0.68], striped)
  const lines2: LockPoint[][] = []
  for (const sz of [-1, 1])
    for (const sx of [-0.5, 0.5, -0.2])
      lines2.push([
        [0, 0.8, 0, 0.011],
        [sx * 0.5, 0.18, sz * 0.1, 0.011],
        [sx, -0.42, sz * 0.2, 0.011],
      ])
  lines2.push(
    [
      [0, 0.82, 0, 0.011],
      [0.5, 0.44, 0, 0.011],
      [0.94, 0.1, 0, 0.011],
    ],
    [
      [0, 0.82, 0, 0.011],
      [-0.5, 0.4, 0, 0.011],
      [-0.94, 0.04, 0, 0.011],
    ],
  )
  const ropes = locks(lines2, 0.002, 2, 40)
  bench.add('rigging', ropes.field, ropes.bound, ROPE)
  const oars: Field = (x, y, z) => {
    const i = min(max(Math.floor(x / 0.17 + 0.5), -3), 3) * 0.17
    const shaft = capsule(x, y, abs(z), i, -0.5, 0.22, i - 0.08, -0.8, 0.6, 0.014, 0.014)
    return min(shaft, box(x - i + 0.085, y + 0.8 + 0.5 * (abs(z) - 0.62), abs(z) - 0.62, 0.03, 0.014, 0.07, 0.01) * 0.9)
  }
  bench.add('oars', oars, [0, -0.66, 0, 0.94], bench.named || bench.whole ? timber : bench.timber('#6a4526', '#b58a58'))
  stand(bench, -0.7)
  return { yaw: 0.55, pitch: 0.16, half: 1.14, aimX: 0.06, aimY: -0.06, stands: -0.99 }
}

/** A lighthouse keeper's toy: a small boat with one mast and two sails. */
function sloop(bench: Bench): Pose {
  const sheer = (x: number) => -0.4 + 0.06 * x + 0.08 * x * x
  const lines: Lines = { half: 0.84, beam: 0.26, keel: -0.72, sheer, bluff: 0.42 }
  const shell = hull(lines)
  const painted = bench.named || bench.whole ? bench.body({ rough: 0.24 }) : plain(bench.fabric, { rough: 0.2, coat: 0.9 })
  const timber = bench.named || bench.whole ? bench.fitting() : bench.timber('#8a5a2c', '#c08a4c', 'x')
  bench.add('hull', shell, [0, -0.54, 0, 0.92], painted)
  bench.add(
    'deck',
    (x, y, z) => max(shell(x, y - 0.03, z) + 0.01, abs(y - sheer(x) - 0.01) - 0.02) + groove(every(z, 0.07), 0.008) * 0.6,
    [0, -0.38, 0, 0.9],
    timber,
  )
  bench.add(
    'stripe',
    (x, y, z) => max(shell(x, y, z) - 0.008, abs(y - sheer(x) + 0.1) - 0.018),
    [0, -0.48, 0, 0.9],
    plain(rgb('#f4f1e8'), { rough: 0.3, coat: 0.5 }),
  )
  bench.add(
    'keel',
    (x, y, z) => max(abs(z) - 0.025, abs(y + 0.8) - 0.12, abs(x - 0.02 + 0.3 * (y + 0.8)) - 0.26) - 0.008,
    [0, -0.8, 0, 0.32],
    painted,
  )
  bench.add('cabin', (x, y, z) => box(x - 0.16, y + 0.33, z, 0.2, 0.07, 0.13, 0.03), [0.16, -0.33, 0, 0.27], timber)
  bench.add(
    'ports',
    (x, y, z) => max(length2(every(x - 0.16, 0.13), y + 0.33) - 0.03, abs(abs(z) - 0.13) - 0.014, abs(x - 0.16) - 0.14),
    [0.16, -0.33, 0, 0.24],
    bench.fitting(),
  )
  bench.add(
    'mast',
    (x, y, z) =>
      min(
        capsule(x, y, z, 0.1, -0.4, 0, 0.06, 1.04, 0, 0.028, 0.016),
        capsule(x, y, z, 0.08, -0.18, 0, -0.72, -0.14, 0, 0.02, 0.016),
        capsule(x, y, z, 0.6, -0.32, 0, 1.0, -0.22, 0, 0.022, 0.016),
      ),
    [0.1, 0.32, 0, 0.96],
    timber,
  )
  const belly = (x: number, y: number, x0: number, k: number) => k * max(0, 1 - abs(y - 0.2) / 0.8) * smooth(0, 0.25, abs(x - x0))
  const main: Field = (x, y, z) => {
    const t = saturate((y + 0.1) / 1.06)
    const leech = mix(-0.68, 0.02, t) - 0.1 * sin(t * 3.1)
    return max(abs(z - belly(x, y, 0.06, 0.12)) - 0.013, leech - x, x - 0.05, -0.1 - y, y - 0.96) * 0.82
  }
  const jib: Field = (x, y, z) => {
    const t = saturate((y + 0.2) / 1.02)
    const luff = mix(0.96, 0.1, t)
    return max(abs(z - belly(x, y, 0.3, 0.09)) - 0.013, x - luff, mix(0.26, 0.09, t) - x, -0.2 + 0.1 * (x - 0.3) - y, y - 0.82) * 0.8
  }
  bench.add('main', main, [-0.3, 0.4, 0, 0.7], sailcloth(bench))
  bench.add('jib', jib, [0.48, 0.3, 0, 0.7], sailcloth(bench))
  const flag: Field = (x, y, z) => max(abs(z - 0.02 * sin(x * 30)) - 0.012, abs(x + 0.06) - 0.11, abs(y - 1.0) - 0.05) * 0.85
  bench.add('flag', flag, [-0.06, 1, 0, 0.14], cloth(bench.fabric, 0.6))
  const stays = locks(
    [
      [
        [0.06, 1.0, 0, 0.011],
        [0.5, 0.4, 0, 0.011],
        [0.99, -0.22, 0, 0.011],
      ],
      [
        [0.06, 0.8, 0, 0.011],
        [0.06, 0.2, 0.12, 0.011],
        [0.06, -0.4, 0.22, 0.011],
      ],
      [
        [0.06, 0.8, 0, 0.011],
        [0.06, 0.2, -0.12, 0.011],
        [0.06, -0.4, -0.22, 0.011],
      ],
      [
        [-0.7, -0.14, 0, 0.011],
        [-0.74, -0.26, 0, 0.011],
        [-0.7, -0.4, 0, 0.011],
      ],
    ],
    0.002,
    2,
    36,
  )
  bench.add('stays', stays.field, stays.bound, ROPE)
  bench.add('rudder', (x, y, z) => box(x + 0.86, y + 0.58, z, 0.05, 0.2, 0.02, 0.015), [-0.86, -0.58, 0, 0.22], timber)
  const base = lathe(
    [
      [0, -1.08],
      [0.4, -1.08],
      [0.42, -1.04],
      [0.3, -1.0],
      [0.06, -0.98],
      [0.05, -0.86],
      [0, -0.86],
    ],
    0,
    0.008,
  )
  bench.add('base', base, [0, -0.98, 0, 0.44], bench.timber('#3a2110', '#67401f', 'x'))
  return { yaw: 0.4, pitch: 0.1, half: 1.22, aimX: 0.04, aimY: 0, stands: -1.09 }
}

export const ship: Kind = {
  forms: ['galleon', 'longship', 'sloop'],
  build: (bench) => (bench.form === 'longship' ? longship(bench) : bench.form === 'sloop' ? sloop(bench) : galleon(bench)),
}
