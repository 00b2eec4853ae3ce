import { cos, mix, sin, smooth, TAU } from '../../math/dmath.ts'
import { fbm3, noise3 } from '../../math/lattice.ts'
import { polar, smoothMin } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { box, ellipsoid, length2, length3, torus } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { cloth } from '../../solid/material/organic.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb, scale } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { emit, facing, paint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'

const { abs, max, min, sqrt } = Math

/** Glass full of slow mist: what shows lies inside, so it shifts with the view. */
function misty(colour: Rgb, radius: number, height: number, lit: number): Opaque {
  const pale = scale(colour, 0.5, 0.42)
  return finish(colour, (s) => {
    paint(s, scale(colour, 0.05, 0.01))
    s.rough = 0.03
    s.coat = 1
    s.specular = 0.1
    let mist = 0
    let spark = 0
    // three depths along the bent line of sight
    for (let k = 1; k <= 3; k++) {
      const deep = radius * 0.42 * k
      const x = s.x - (s.vx * 0.6 + s.nx * 0.4) * deep
      const y = s.y - height - (s.vy * 0.6 + s.ny * 0.4) * deep
      const z = s.z - (s.vz * 0.6 + s.nz * 0.4) * deep
      const turn = 2.4 * (1 - sqrt(x * x + z * z))
      const c = cos(turn)
      const t = sin(turn)
      const n = fbm3((x * c - z * t) * 3.2 + 5, y * 5, (x * t + z * c) * 3.2, 3)
      mist += smooth(0.46, 0.7, n) / k
      spark += smooth(0.86, 0.95, noise3(x * 34, y * 34, z * 34))
    }
    const core = facing(s)
    const light = 0.04 + 0.5 * mist * (0.3 + 0.7 * core)
    emit(s, colour, light * (0.85 + lit))
    emit(s, pale, mix(0.01, 0.2, core * core) * mist * mist * (0.5 + lit) + spark * 0.5 * core)
    // the far rim gathers the light that comes through
    emit(s, pale, 0.16 * smooth(0.45, 0.1, core))
  })
}

function clawed(bench: Bench): void {
  const claws = bench.random.pick([3, 4])
  const talon = sweep([
    [0.2, -0.62, 0, 0.07],
    [0.46, -0.58, 0, 0.062],
    [0.64, -0.3, 0, 0.056],
    [0.7, 0.0, 0, 0.046],
    [0.6, 0.28, 0, 0.016],
  ])
  const foot = sweep([
    [0.2, -0.66, 0, 0.075],
    [0.42, -0.74, 0, 0.064],
    [0.56, -0.88, 0, 0.075],
  ])
  const knuckles = (x: number, y: number, z: number) => min(length3(x - 0.63, y + 0.31, z) - 0.078, length3(x - 0.46, y + 0.58, z) - 0.08)
  bench.add(
    'claws',
    polar((x, y, z) => smoothMin(smoothMin(talon(x, y, z), foot(x, y, z), 0.05), knuckles(x, y, z), 0.03), claws),
    [0, -0.34, 0, 0.92],
    bench.body({ rough: 0.3, hammer: 0.06 }, rgb('#b58a45')),
  )
  const seat = lathe(
    [
      [0, -0.78],
      [0.1, -0.78],
      [0.16, -0.72],
      [0.1, -0.64],
      [0.26, -0.58],
      [0.36, -0.5],
      [0.4, -0.42],
      [0.3, -0.46],
      [0, -0.5],
    ],
    3,
  )
  bench.add('seat', seat, [0, -0.6, 0, 0.46], bench.fitting())
}

function pedestal(bench: Bench): void {
  const base = lathe(
    [
      [0, -0.94],
      [0.6, -0.94],
      [0.62, -0.88],
      [0.56, -0.83],
      [0.46, -0.79],
      [0.32, -0.72],
      [0.27, -0.62],
      [0.32, -0.54],
      [0.42, -0.48],
      [0.45, -0.42],
      [0.38, -0.4],
      [0, -0.44],
    ],
    4,
  )
  bench.add('base', base, [0, -0.7, 0, 0.71], bench.timber('#2e170d', '#5c331c'))
  bench.add(
    'bands',
    (x, y, z) => min(torus(x, y + 0.86, z, 0.605, 0.028), torus(x, y + 0.42, z, 0.44, 0.03), torus(x, y + 0.62, z, 0.275, 0.026)),
    [0, -0.66, 0, 0.7],
    bench.fitting(),
  )
  bench.add(
    'beads',
    polar((x, y, z) => length3(x - 0.445, y + 0.79, z) - 0.036, 16),
    [0, -0.79, 0, 0.5],
    bench.fitting({ rough: 0.15 }),
  )
  for (let i = 0; i < 3; i++) {
    const a = (i / 3) * TAU + 0.9
    const planes = brilliantCut(0.57 * cos(a), -0.86, 0.57 * sin(a), 0.05, 0.06, 6, 'z')
    if (bench.has('ornate')) bench.addGem(planes, [0.57 * cos(a), -0.86, 0.57 * sin(a), 0.08])
  }
}

function pillow(bench: Bench): void {
  const stuff = cloth(bench.coloured ? scale(bench.fabric, 0.6) : bench.fabric, 1)
  const puffed: Field = (x, y, z) => {
    const slab = box(x, y + 0.76, z, 0.74, 0.16, 0.74, 0.14)
    const belly = ellipsoid(x, y + 0.72, z, 0.66, 0.24, 0.66)
    const dent = length3(x, y - 0.02, z) - 0.64
    const crease = 0.02 * smooth(0.2, 0, abs(abs(x) - abs(z))) * smooth(0.3, 0.7, length2(x, z))
    return max(smoothMin(slab, belly, 0.18) + crease, -dent) * 0.9
  }
  bench.add('pillow', puffed, [0, -0.76, 0, 1.06], stuff)
  const piping: Field = (x, y, z) => length2(box(x, 0, z, 0.75, 1, 0.75, 0.14), y + 0.76) - 0.032
  bench.add('piping', piping, [0, -0.76, 0, 1.04], bench.fitting({ rough: 0.5 }))
  const tassels: Field = (x, y, z) => {
    const u = abs(x) - 0.75
    const w = abs(z) - 0.75
    return min(
      length3(u, y + 0.76, w) - 0.062,
      max(length2(u - 0.05, w - 0.05) - 0.045 - max(0, -0.78 - y) * 0.3, abs(y + 0.86) - 0.07) * 0.92,
    )
  }
  bench.add('tassels', tassels, [0, -0.8, 0, 1.24], cloth(bench.trim, 0.8))
}

export const orb: Kind = {
  forms: ['claw', 'pedestal', 'pillow'],
  round: true,
  build(bench) {
    const r = bench.random.range(0.56, 0.6)
    const height = 0.06
    bench.add(
      'ball',
      (x, y, z) => length3(x, y - height, z) - r,
      [0, height, 0, r + 0.01],
      misty(bench.accent, r, height, bench.glowing ? 0.9 : 0.1),
    )
    if (bench.form === 'pedestal') pedestal(bench)
    else if (bench.form === 'pillow') pillow(bench)
    else clawed(bench)
    bench.addLamp({ at: [0, height, 0.1], colour: bench.accent, strength: bench.glowing ? 0.8 : 0.3, falloff: 2 })
    const pillowed = bench.form === 'pillow'
    return {
      yaw: 0.35,
      pitch: pillowed ? 0.24 : 0.14,
      half: pillowed ? 1.06 : 1.0,
      aimY: pillowed ? -0.18 : -0.14,
      stands: pillowed ? -0.93 : -0.95,
      dark: true,
    }
  },
}
