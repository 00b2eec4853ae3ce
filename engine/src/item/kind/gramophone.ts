import { atan2, cos, sin, smooth } from '../../math/dmath.ts'
import { fbm3 } from '../../math/lattice.ts'
import { place, smoothMax, smoothMin } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { catmullRom, polygon } from '../../solid/field/outline.ts'
import { box, capsule, cylinder, length2 } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { engraving } from '../../solid/material/engraving.ts'
import { cloth } from '../../solid/material/organic.ts'
import { overlaid } from '../../solid/material/overlay.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { bend, dim, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'

const { abs, max, min } = Math

/** Grooved black disc with a paper label, its axis at (cx, cz). */
const disc = (label: Rgb, cx: number, cz: number): Opaque =>
  finish([0.02, 0.02, 0.022], (s) => {
    const u = s.x - cx
    const w = s.z - cz
    const r = length2(u, w)
    const paper = smooth(0.155, 0.15, r)
    paint(s, [0.012, 0.012, 0.014])
    tint(s, label, paper)
    tint(s, [0.75, 0.6, 0.3], paper * smooth(0.012, 0.006, abs(r - 0.125)))
    s.rough = 0.16 + 0.4 * paper
    s.coat = 0.8 * (1 - paper)
    const wave = sin(r * 190) * 0.16 * (1 - paper)
    bend(s, (u / (r + 0.001)) * wave, 0, (w / (r + 0.001)) * wave)
    dim(s, 0.8 + 0.4 * fbm3(s.x * 3, 1, s.z * 3, 2))
  })

/** Section of the horn's wall: radius against the way from the throat, a thin sheet that opens out. */
const FLARE = (() => {
  const outer = catmullRom(
    [
      [0.075, 0],
      [0.11, 0.24],
      [0.17, 0.46],
      [0.29, 0.66],
      [0.48, 0.8],
      [0.6, 0.84],
    ],
    3,
  )
  const inner = outer.toReversed().map(([r, v]) => [r! - 0.022, v! + 0.018])
  return polygon([...outer, ...inner].flat())
})()

function hornOf(bench: Bench): void {
  const petals = bench.random.pick([8, 9, 10])
  const waved: Field = (x, y, z) => {
    const open = smooth(0.3, 0.84, y)
    const a = atan2(z, x) * petals
    // petals: the sheet bulges between seams, and the lip is cut to scallops
    const r = length2(x, z) * (1 - 0.055 * open * cos(a))
    return (FLARE(r, y + 0.045 * open * open * cos(a)) - 0.006) * 0.66
  }
  const at = (field: Field) => place(field, -0.06, 0.0, -0.46, 0.86, 0.3, 0)
  const metal = bench.body({ rough: 0.18, brush: 0.002 }, rgb('#d6a646'))
  const shade = bench.coloured
    ? finish(bench.fabric, (s) => {
        paint(s, bench.fabric)
        s.rough = 0.2
        s.coat = 0.7
      })
    : metal
  bench.add('horn', at(waved), [0.06, 0.36, -0.12, 0.74], shade)
  bench.add(
    'rim',
    at((x, y, z) => {
      const a = atan2(z, x) * petals
      const r = length2(x, z) * (1 - 0.055 * cos(a))
      return (length2(r - 0.6, y - 0.84 + 0.045 * cos(a)) - 0.024) * 0.8
    }),
    [0.08, 0.52, 0.08, 0.7],
    bench.fitting({ rough: 0.16, brush: 0.002 }),
  )
  const elbow = sweep([
    [-0.3, -0.5, -0.12, 0.034],
    [-0.3, -0.3, -0.2, 0.04],
    [-0.2, -0.26, -0.5, 0.048],
    [-0.1, -0.2, -0.62, 0.058],
    [-0.07, -0.06, -0.54, 0.07],
    [-0.06, 0.02, -0.45, 0.08],
  ])
  bench.add('arm', elbow, [-0.18, -0.22, -0.34, 0.48], bench.fitting({ rough: 0.16, brush: 0.002 }))
  bench.add(
    'sound box',
    place(
      (x, y, z) => min(cylinder(x, z, y, 0.11, 0.035, 0.014), max(abs(length2(x, y) - 0.06) - 0.012, abs(z) - 0.045)),
      -0.3,
      -0.45,
      -0.08,
      0,
      1.2,
      0,
    ),
    [-0.3, -0.45, -0.08, 0.14],
    bench.body({ rough: 0.2 }, rgb('#b9c0c9')),
  )
  bench.add(
    'bracket',
    (x, y, z) => min(box(x + 0.1, y + 0.42, z + 0.66, 0.06, 0.26, 0.035, 0.02), box(x + 0.1, y + 0.6, z + 0.62, 0.11, 0.12, 0.03, 0.02)),
    [-0.1, -0.46, -0.64, 0.36],
    bench.fitting({ hammer: 0.05 }),
  )
}

function caseOf(bench: Bench): void {
  const oak = bench.timber('#4a2412', '#854a24', 'x')
  const body: Field = (x, y, z) => {
    const chest = box(x, y + 0.8, z, 0.58, 0.2, 0.58, 0.02)
    const foot = box(x, y + 1.0, z, 0.66, 0.045, 0.66, 0.03)
    const top = box(x, y + 0.6, z, 0.64, 0.035, 0.64, 0.025)
    const posts = length2(abs(x) - 0.57, abs(z) - 0.57) - 0.05 + 0.01 * sin(y * 60)
    return min(smoothMin(min(chest, foot), top, 0.03), max(posts, abs(y + 0.8) - 0.19) * 0.84)
  }
  bench.add(
    'case',
    body,
    [0, -0.8, 0, 0.98],
    bench.inscribed(oak, (s, at) => {
      at.u = (s.y + 0.86) * 8
      at.v = (s.x + s.z) * 8
      return at.u > 0 && at.u < 1
    }),
  )
  const panels: Field = (x, y, z) => {
    const frame = (u: number, w: number) => max(abs(box(u, y + 0.8, w, 0.4, 0.12, 0.05, 0.01)) - 0.014, abs(w) - 0.03)
    return min(frame(x, abs(z) - 0.58), frame(z, abs(x) - 0.58))
  }
  bench.add('mouldings', panels, [0, -0.8, 0, 0.86], overlaid(bench.fitting({ rough: 0.3 }), [engraving(9)]))
  bench.add('plate', (x, y, z) => cylinder(x - 0.06, y + 0.535, z - 0.04, 0.48, 0.025, 0.01), [0.06, -0.535, 0.04, 0.5], bench.fitting())
  bench.add(
    'record',
    (x, y, z) => cylinder(x - 0.06, y + 0.5, z - 0.04, 0.46, 0.012, 0.006),
    [0.06, -0.5, 0.04, 0.48],
    disc(bench.coloured ? bench.fabric : bench.accent, 0.06, 0.04),
  )
  bench.add('pin', (x, y, z) => max(length2(x - 0.06, z - 0.04) - 0.018, abs(y + 0.46) - 0.04), [0.06, -0.46, 0.04, 0.06], bench.fitting())
  bench.add(
    'crank',
    (x, y, z) =>
      min(
        capsule(x, y, z, 0.58, -0.82, 0.1, 0.76, -0.82, 0.1, 0.028, 0.026),
        capsule(x, y, z, 0.76, -0.82, 0.1, 0.78, -0.62, 0.2, 0.026, 0.024),
        max(length2(x - 0.59, 0) - 0.02, length2(y + 0.82, z - 0.1) - 0.08),
      ),
    [0.68, -0.74, 0.14, 0.28],
    bench.fitting(),
  )
  bench.add(
    'knob',
    (x, y, z) => capsule(x, y, z, 0.78, -0.62, 0.2, 0.96, -0.62, 0.2, 0.04, 0.05),
    [0.87, -0.62, 0.2, 0.15],
    bench.timber('#24120a', '#4a2818', 'x'),
  )
  if (bench.has('ornate')) bench.addGem(brilliantCut(0, -0.8, 0.6, 0.07, 0.06, 8, 'z'), [0, -0.8, 0.6, 0.1])
}

/** A record player in a suitcase with its lid up. */
function portable(bench: Bench): Pose {
  const skin = bench.coloured ? bench.fabric : bench.random.pick([rgb('#2f6a6a'), rgb('#a3402c'), rgb('#c99a3a'), rgb('#35477a')])
  const cover = bench.hide(skin)
  const tray: Field = (x, y, z) => smoothMax(box(x, y + 0.56, z, 0.86, 0.2, 0.62, 0.07), -box(x, y + 0.3, z, 0.79, 0.14, 0.55, 0.04), 0.015)
  bench.add('tray', tray, [0, -0.56, 0, 1.1], cover)
  const lidAt = (field: Field) => place(field, 0, -0.34, -0.62, -0.3, 0, 0)
  bench.add(
    'lid',
    lidAt((x, y, z) => smoothMax(box(x, y - 0.6, z, 0.86, 0.62, 0.12, 0.07), -box(x, y - 0.6, z - 0.1, 0.79, 0.55, 0.12, 0.04), 0.015)),
    [0, 0.26, -0.8, 1.1],
    cover,
  )
  const lining = cloth(rgb('#d8c7a2'), 0.3)
  bench.add(
    'lining',
    lidAt((x, y, z) => box(x, y - 0.6, z + 0.014, 0.79, 0.55, 0.016, 0.01)),
    [0, 0.26, -0.8, 0.98],
    lining,
  )
  bench.add('deck', (x, y, z) => box(x, y + 0.45, z, 0.8, 0.02, 0.56, 0.01), [0, -0.45, 0, 0.99], bench.timber('#c08a4e', '#e0b47c', 'x'))
  bench.add(
    'record',
    (x, y, z) => cylinder(x + 0.2, y + 0.395, z, 0.47, 0.014, 0.006),
    [-0.2, -0.395, 0, 0.49],
    disc(bench.accent, -0.2, 0),
  )
  bench.add(
    'plate',
    (x, y, z) => min(cylinder(x + 0.2, y + 0.42, z, 0.49, 0.014, 0.006), max(length2(x + 0.2, z) - 0.018, abs(y + 0.36) - 0.035)),
    [-0.2, -0.4, 0, 0.51],
    bench.fitting(),
  )
  const arm = sweep([
    [0.58, -0.3, -0.34, 0.03],
    [0.56, -0.29, -0.08, 0.026],
    [0.46, -0.3, 0.12, 0.025],
    [0.2, -0.33, 0.2, 0.026],
  ])
  bench.add(
    'arm',
    (x, y, z) =>
      min(
        arm(x, y, z),
        cylinder(x - 0.58, y + 0.37, z + 0.36, 0.1, 0.06, 0.02),
        cylinder(x - 0.58, z + 0.44, y + 0.3, 0.055, 0.05, 0.01),
        box(x - 0.15, y + 0.345, z - 0.21, 0.06, 0.03, 0.04, 0.012),
      ),
    [0.4, -0.34, -0.1, 0.48],
    bench.body({ rough: 0.16, brush: 0.002 }),
  )
  const knob = (x: number, y: number, z: number) => cylinder(x, y + 0.395, z, 0.06, 0.04, 0.014) + 0.002 * sin(atan2(z, x) * 14)
  bench.add('knobs', (x, y, z) => min(knob(x - 0.46, y, z - 0.42), knob(x - 0.64, y, z - 0.42)), [0.55, -0.395, 0.42, 0.2], bench.fitting())
  bench.add(
    'corners',
    (x, y, z) => {
      const shell = abs(box(x, y + 0.56, z, 0.868, 0.208, 0.628, 0.07)) - 0.014
      return max(shell, 0.16 - (abs(x) + abs(y + 0.56) + abs(z) - 1.42)) * 0.6
    },
    [0, -0.56, 0, 1.12],
    bench.fitting(),
  )
  bench.add(
    'latches',
    (x, y, z) =>
      min(
        box(abs(x) - 0.5, y + 0.44, z - 0.63, 0.07, 0.09, 0.022, 0.012),
        box(abs(x) - 0.5, y + 0.38, z - 0.655, 0.04, 0.03, 0.016, 0.008),
      ),
    [0, -0.43, 0.64, 0.6],
    bench.fitting(),
  )
  const handle = sweep([
    [-0.22, -0.52, 0.62, 0.03],
    [-0.18, -0.58, 0.76, 0.035],
    [0.18, -0.58, 0.76, 0.035],
    [0.22, -0.52, 0.62, 0.03],
  ])
  bench.add('handle', handle, [0, -0.55, 0.7, 0.3], bench.hide(rgb('#3a2216')))
  bench.add(
    'grille',
    (x, y, z) => box(x, y + 0.64, z - 0.62, 0.36, 0.05, 0.014, 0.008) + 0.006 * abs(sin(x * 60)),
    [0, -0.64, 0.62, 0.38],
    bench.fitting(),
  )
  return { yaw: -0.45, pitch: 0.42, half: 1.28, aimX: 0, aimY: 0.06, stands: -0.76 }
}

export const gramophone: Kind = {
  forms: ['horn', 'portable'],
  round: true,
  build(bench) {
    if (bench.form === 'portable') return portable(bench)
    caseOf(bench)
    hornOf(bench)
    return { yaw: 0.42, pitch: 0.2, half: 1.3, aimX: 0.04, aimY: 0.0, stands: -1.05 }
  },
}
