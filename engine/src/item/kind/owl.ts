import { sin, smooth } from '../../math/dmath.ts'
import { fbm3, noise3 } from '../../math/lattice.ts'
import { smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { box, ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { blend, oval, rod } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { dim, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { addEyes, bareSkin, feathered, isCast } from '../shape/animal.ts'

const { abs, max, min } = Math

const AMBER = rgb('#f0a020')
const BEAK = rgb('#4a4038')
const CREAM = rgb('#f1e6d0')

const BODY = blend(0.16, oval(0, -0.2, 0, 0.46, 0.56, 0.4), oval(0, 0.12, 0.02, 0.4, 0.34, 0.35))
const HEAD = blend(0.08, oval(0, 0, 0, 0.42, 0.36, 0.36), oval(0.17, -0.01, 0.17, 0.22, 0.22, 0.18))

/** Plumage: tiles of feathers over the back, chevrons down the breast. */
function plumage(bench: Bench, back: Rgb, breast: Rgb, discY: number, heart: boolean): Opaque {
  if (isCast(bench)) return bench.body({ rough: 0.3, wear: 0.4 })
  const dark: Rgb = [back[0] * 0.35, back[1] * 0.32, back[2] * 0.3]
  return finish(back, (s) => {
    const ax = abs(s.x)
    const n = fbm3(s.x * 6, s.y * 6, s.z * 6, 2) * 0.1
    const front = smooth(0.1, 0.24, s.z - ax * 0.35 + n)
    paint(s, back)
    if (s.y < discY - 0.3) {
      tint(s, breast, front)
      feathered(s, 0.12, 0.42, front > 0.5 ? dark : breast, front > 0.5 ? 0.8 : 0.45)
    } else {
      feathered(s, 0.08, 0.4, breast, 0.25)
      const disc = heart ? length2(ax * (1.1 - (s.y - discY) * 0.5), (s.y - discY) * 0.95) : length2(ax - 0.18, s.y - discY)
      const rim = heart ? 0.3 : 0.22
      if (s.z > 0.12) {
        tint(s, dark, smooth(rim + 0.045, rim + 0.02, disc))
        tint(s, heart ? CREAM : breast, smooth(rim + 0.012, rim - 0.012, disc) * (0.85 + 0.15 * sin(disc * 80)))
        tint(s, dark, smooth(0.05, 0.02, abs(disc - rim * 0.55)) * (heart ? 0 : 0.35))
      }
    }
    dim(s, 0.85 + 0.3 * noise3(s.x * 40, s.y * 14, s.z * 40))
    s.rough = 0.85
    s.sheen = 0.6
    s.soften = 0.35
  })
}

function perched(bench: Bench): Pose {
  const heart = bench.form === 'barn'
  const snowy = bench.form === 'snowy'
  const open = heart ? '#c89454' : snowy ? '#f2f0ec' : bench.random.pick(['#7a5232', '#8a6a4a', '#5f4a3c'])
  const back = bench.coloured ? bench.fabric : bench.has('cursed') ? rgb('#2a2433') : rgb(open)
  const breast = snowy || heart ? CREAM : rgb('#d9bd92')
  const y0 = 0.42
  const coat = plumage(bench, back, breast, y0 + 0.02, heart)
  bench.add('body', (x, y, z) => BODY(abs(x), y, z), [0, -0.1, 0.01, 0.68], coat)
  const tuft = blend(
    0.04,
    rod([0.24, y0 + 0.24, 0.06], [0.36, y0 + 0.52, 0.0], 0.1, 0.02),
    rod([0.2, y0 + 0.26, 0.08], [0.3, y0 + 0.44, 0.04], 0.08, 0.02),
  )
  const headed: Field = (x, y, z) => {
    const ax = abs(x)
    let d = HEAD(ax, y - y0, z - 0.04)
    const bowl = length3(ax - 0.185, y - y0 - 0.02, z - 0.46) - 0.17
    d = smoothMax(d, -bowl, 0.06)
    return heart || snowy ? d : smoothMin(d, tuft(ax, y, z), 0.06)
  }
  bench.add('head', headed, [0, y0 + 0.06, 0.06, 0.58], coat)
  // folded wings with long flight feathers that cross behind
  const wing: Field = (x, y, z) => {
    const ax = abs(x)
    const t = (0.2 - y) / 0.86
    const shape = ellipsoid(ax - 0.4 + 0.08 * t * t, y + 0.18, z + 0.06 + 0.12 * t, 0.12, 0.48, 0.3)
    const quill = 0.012 * sin((z + y * 0.55) * 52) * smooth(-0.05, -0.3, y)
    return smoothMax(shape + quill, -0.68 - y, 0.05) * 0.9
  }
  const flight: Opaque = isCast(bench)
    ? coat
    : finish(back, (s) => {
        paint(s, back)
        dim(s, 0.72)
        feathered(s, 0.13, 0.5, breast, 0.5)
        tint(s, breast, snowy ? 0.1 : smooth(0.6, 0.8, sin((s.y + s.z * 0.3) * 26)) * 0.35)
        s.rough = 0.8
        s.sheen = 0.5
        s.soften = 0.3
      })
  bench.add('wings', wing, [0, -0.18, -0.08, 0.68], flight)
  bench.add(
    'tail',
    (x, y, z) => (box(x, y + 0.74, z + 0.24 + (y + 0.74) * 0.35, 0.17 - 0.12 * (y + 0.74), 0.2, 0.035, 0.03) + 0.008 * sin(x * 60)) * 0.8,
    [0, -0.72, -0.25, 0.32],
    flight,
  )
  const beak = sweep([
    [0, y0 - 0.02, 0.4, 0.05],
    [0, y0 - 0.07, 0.46, 0.045],
    [0, y0 - 0.15, 0.46, 0.024],
    [0, y0 - 0.18, 0.44, 0.012],
  ])
  bench.add('beak', beak, [0, y0 - 0.09, 0.43, 0.15], isCast(bench) ? bench.fitting() : bareSkin(heart ? rgb('#d9b08a') : BEAK))
  addEyes(bench, [0.175, y0 + 0.03, 0.3], heart ? 0.075 : 0.105, [0.12, 0, 1], {
    iris: heart ? rgb('#2a1a10') : AMBER,
    pupil: heart ? 0.7 : 0.5,
    white: heart ? 1.1 : 0.98,
  })
  bench.add(
    'brows',
    (x, y, z) => {
      const ax = abs(x)
      return ellipsoid(ax - 0.19, y - y0 - 0.15 - (ax - 0.19) * 0.45, z - 0.33, 0.15, 0.035, 0.08) * 0.8
    },
    [0, y0 + 0.16, 0.33, 0.38],
    coat,
  )
  const talons: Field = (x, y, z) => {
    const ax = abs(x) - 0.17
    let d = 9
    for (const k of [-0.07, 0, 0.07]) {
      const u = ax - k
      d = min(d, ellipsoid(u, y + 0.76, z - 0.22, 0.035, 0.05, 0.09), length3(u, y + 0.8, z - 0.3) - 0.022)
    }
    return d
  }
  bench.add('talons', talons, [0, -0.77, 0.22, 0.32], isCast(bench) ? bench.fitting() : bareSkin(rgb('#c9a25a')))
  const stub = rod([0.46, -0.9, 0.16], [0.66, -0.72, 0.3], 0.06, 0.05)
  const branch: Field = (x, y, z) => {
    const bend = 0.03 * sin(x * 3)
    const d = length2(y + 0.9 - bend, z - 0.16) - 0.11 - 0.02 * noise3(x * 6, y * 9, z * 9)
    return smoothMin(max(d, abs(x) - 0.78), stub(x, y, z), 0.04) * 0.9
  }
  bench.add('branch', branch, [0, -0.88, 0.18, 0.84], bench.timber('#3f2b1c', '#6d5138', 'x'))
  if (bench.has('ornate') || bench.has('runed')) {
    bench.add(
      'monocle',
      (x, y, z) => length2(length2(x - 0.175, y - y0 - 0.03) - 0.13, z - 0.39) - 0.018,
      [0.175, y0 + 0.03, 0.39, 0.16],
      bench.fitting(),
    )
    bench.add(
      'chain',
      sweep([
        [0.3, y0 - 0.02, 0.38, 0.011],
        [0.36, y0 - 0.2, 0.34, 0.011],
        [0.34, y0 - 0.42, 0.32, 0.011],
      ]),
      [0.34, y0 - 0.22, 0.35, 0.23],
      plain(bench.trim, { metal: 1, rough: 0.2 }),
    )
  }
  return { yaw: 0.4, pitch: 0.06, half: 1.12, aimY: -0.02, stands: null, roll: 0 }
}

export const owl: Kind = { forms: ['horned', 'barn', 'snowy'], build: (bench) => ({ ...perched(bench), stands: -1.02 }) }
