import { atan2, cos, sin, smooth, TAU } from '../../math/dmath.ts'
import { fbm3, noise3 } from '../../math/lattice.ts'
import { smoothMin } from '../../solid/field/combine.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { type LockPoint, locks } from '../../solid/field/locks.ts'
import { ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { every } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { stone } from '../../solid/material/organic.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { dim, emit, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'

const { abs, floor, max, min } = Math

/** An egg about the origin, `r` wide: blunt below, pointed above. */
const eggShape =
  (r: number): Field =>
  (x, y, z) => {
    const s = y > 0 ? 1.42 : 1.06
    return ellipsoid(x, y, z, r, r * s, r)
  }

/** Scales in rows that shrink to the top: their id, how far a point lies from the tip of its scale. */
function scaleAt(x: number, y: number, z: number): { readonly edge: number; readonly id: number } {
  const rows = 9
  const v = (y + 0.72) / 1.7
  const row = floor(v * rows)
  let best = 9
  let id = 0
  for (const k of [row - 1, row, row + 1]) {
    const middle = ((k + 0.5) / rows) * 1.7 - 0.72
    const round = max(0.04, 0.68 * Math.sqrt(max(0.004, 1 - (middle / (middle > 0 ? 0.97 : 0.74)) * (middle / (middle > 0 ? 0.97 : 0.74)))))
    const count = max(3, floor(round * 22))
    const step = TAU / count
    const a = atan2(z, x) - (k & 1 ? step / 2 : 0)
    const j = floor(a / step + 0.5)
    const across = (a - j * step) * round
    const d = length2(across * 1.25, y - middle - 0.03)
    if (d < best) {
      best = d
      id = (((j + 64) * 7 + (k + 3) * 13) % 16) / 16
    }
  }
  return { edge: best, id }
}

function dragon(bench: Bench): Pose {
  const colour: Rgb = bench.coloured ? bench.accent : rgb(bench.random.pick(['#7a1f22', '#1f5a4a', '#3b2a6e', '#8a5a1a', '#2b4a7a']))
  const shape = eggShape(0.68)
  const scaled: Field = (x, y, z) => {
    const d = shape(x, y, z)
    if (d > 0.12 || d < -0.1) return d
    const { edge } = scaleAt(x, y, z)
    return (d - 0.035 + 0.22 * min(edge, 0.16)) * 0.92
  }
  const shell = finish(colour, (s) => {
    const { edge, id } = scaleAt(s.x, s.y, s.z)
    paint(s, colour)
    dim(s, 0.6 + 0.7 * id)
    tint(s, bench.trim, 0.3 * smooth(0.1, 0.0, edge))
    dim(s, 1 - 0.55 * smooth(0.09, 0.13, edge))
    s.metal = 0.55
    s.rough = 0.28
    s.coat = 0.6
    if (bench.glowing) emit(s, bench.accent, 1.6 * smooth(0.1, 0.13, edge))
  })
  bench.add('egg', scaled, [0, 0.12, 0, 0.95], bench.named || bench.whole || bench.gilded ? bench.body({ rough: 0.22 }) : shell)
  const { random } = bench
  const stones = Array.from({ length: 9 }, (_, i) => {
    const a = (i / 9) * TAU
    return [cos(a) * 0.62, -0.74 + random.range(-0.02, 0.04), sin(a) * 0.62, random.range(0.15, 0.22)] as const
  })
  const nest: Field = (x, y, z) => {
    let d = 9
    for (const [px, py, pz, r] of stones) d = smoothMin(d, ellipsoid(x - px, y - py, z - pz, r, r * 0.7, r), 0.03)
    return (d - 0.03 * noise3(x * 7, y * 7, z * 7)) * 0.9
  }
  bench.add('rocks', nest, [0, -0.74, 0, 0.88], stone(rgb('#6f675f')))
  if (bench.glowing) bench.addLamp({ at: [0, 0, 0.8], colour: bench.accent, strength: 0.5, falloff: 2.5 })
  return { yaw: 0.3, pitch: 0.12, half: 1.14, aimY: 0.06, stands: -0.86 }
}

/** Twigs and straw wound round, about radius `r` at height `y0`. */
function nestOf(bench: Bench, r: number, y0: number): Field {
  const { random } = bench
  const twigs: LockPoint[][] = []
  for (let i = 0; i < 70; i++) {
    const a = random.range(0, TAU)
    const span = random.range(0.7, 1.3)
    const lift = random.range(-0.2, 0.16)
    const out = r + random.range(-0.13, 0.13) + lift * 0.5
    twigs.push(
      [0, 0.5, 1].map((t): LockPoint => {
        const b = a + (t - 0.5) * span
        const far = out + (t === 0.5 ? 0.02 : random.range(-0.02, 0.12))
        return [cos(b) * far, y0 + lift + random.range(-0.05, 0.05), sin(b) * far, random.range(0.016, 0.03)]
      }),
    )
  }
  const ring: Field = (x, y, z) => length2(length2(x, z) - r, (y - y0) * 0.8) - 0.1
  const all = locks(twigs, 0.004, 3, 48).field
  return (x, y, z) => min(all(x, y, z), ring(x, y, z))
}

const straw = finish(rgb('#a67c42'), (s) => {
  paint(s, rgb('#8a6434'))
  dim(s, 0.4 + 1.1 * noise3(s.x * 14, s.y * 30, s.z * 14))
  s.rough = 0.9
})

function nest(bench: Bench): Pose {
  const tones = bench.coloured ? [bench.accent] : ['#e9d6b8', '#c98f60', '#8fc4c0'].map(rgb)
  const tone = tones[bench.random.int(0, tones.length - 1)] ?? tones[0]!
  const shell = finish(tone, (s) => {
    paint(s, tone)
    dim(s, 0.94 + 0.08 * fbm3(s.x * 4, s.y * 4, s.z * 4, 2))
    tint(s, rgb('#5a3620'), smooth(0.72, 0.78, noise3(s.x * 17, s.y * 17, s.z * 17)) * 0.75)
    s.rough = 0.5
    s.soften = 0.4
  })
  const one = eggShape(0.27)
  const spots = [
    [-0.27, -0.16, 0.14, 0.25],
    [0.29, -0.15, 0.1, -0.3],
    [0.02, -0.13, -0.26, 0.1],
  ] as const
  const eggs: Field = (x, y, z) => {
    let d = 9
    for (const [px, py, pz, lean] of spots) d = min(d, one(x - px - lean * -0.5 * (y - py), y - py, z - pz + 0.25 * (y - py)))
    return d * 0.86
  }
  bench.add('eggs', eggs, [0, -0.1, -0.03, 0.72], bench.named || bench.whole || bench.gilded ? bench.body({ rough: 0.18 }) : shell)
  bench.add('nest', nestOf(bench, 0.66, -0.38), [0, -0.38, 0, 0.98], straw)
  bench.add(
    'bed',
    (x, y, z) => ellipsoid(x, y + 0.52, z, 0.66, 0.18, 0.66) - 0.02 * noise3(x * 16, y * 16, z * 16),
    [0, -0.52, 0, 0.73],
    straw,
  )
  return { yaw: 0.2, pitch: 0.4, half: 1.04, aimY: -0.18, stands: -0.62 }
}

/** Enamel and gold on a stand, in the manner of a jeweller. */
function jewelled(bench: Bench): Pose {
  const enamel = bench.coloured || bench.glowing ? bench.accent : bench.fabric
  const shape = eggShape(0.56)
  const lifted: Field = (x, y, z) => shape(x, y - 0.14, z)
  const guilloche = finish(enamel, (s) => {
    const a = atan2(s.z, s.x)
    paint(s, enamel)
    dim(s, 0.8 + 0.35 * abs(sin(a * 24 + s.y * 30)))
    s.metal = 0.45
    s.rough = 0.2
    s.coat = 1
  })
  bench.add('egg', lifted, [0, 0.24, 0, 0.74], bench.named || bench.whole ? bench.body({ rough: 0.14 }) : guilloche)
  const lattice: Field = (x, y, z) => {
    const d = lifted(x, y, z)
    const a = atan2(z, x) * (6 / TAU)
    const u = abs(every(a + y * 1.1, 1))
    const v = abs(every(a - y * 1.1, 1))
    const wide = 0.56 * Math.sqrt(max(0.02, 1 - ((y - 0.14) / 0.8) * ((y - 0.14) / 0.8)))
    const line = min(u, v) * wide * 0.72
    return length2(d, line) - 0.022
  }
  bench.add('lattice', (x, y, z) => max(lattice(x, y, z) * 0.8, y - 0.82, -0.36 - y), [0, 0.2, 0, 0.74], bench.fitting({ rough: 0.16 }))
  bench.add(
    'girdle',
    (x, y, z) =>
      min(length2(length2(x, z) - 0.565, abs(y - 0.14) - 0.03) - 0.024, length3(x, y - 0.96, z) - 0.06, length3(x, y - 1.04, z) - 0.03),
    [0, 0.5, 0, 0.74],
    bench.fitting({ rough: 0.16 }),
  )
  const pearl: Field = (x, y, z) => {
    const step = TAU / 20
    const a = floor(atan2(z, x) / step + 0.5) * step
    return length3(x - 0.575 * cos(a), y - 0.14, z - 0.575 * sin(a)) - 0.035
  }
  bench.add(
    'pearls',
    pearl,
    [0, 0.14, 0, 0.62],
    finish(rgb('#f3eee6'), (s) => {
      paint(s, rgb('#f3eee6'))
      s.rough = 0.2
      s.coat = 1
      s.soften = 0.5
    }),
  )
  const leg = sweep([
    [0.3, -0.28, 0, 0.03],
    [0.42, -0.46, 0, 0.035],
    [0.26, -0.68, 0, 0.03],
    [0.42, -0.86, 0, 0.035],
    [0.5, -0.84, 0, 0.045],
  ])
  const step = TAU / 3
  bench.add(
    'stand',
    (x, y, z) => {
      const a = floor(atan2(z, x) / step + 0.5) * step
      return leg(x * cos(a) + z * sin(a), y, -x * sin(a) + z * cos(a))
    },
    [0, -0.58, 0, 0.62],
    bench.fitting({ rough: 0.16 }),
  )
  bench.add('ring', (x, y, z) => length2(length2(x, z) - 0.33, y + 0.3) - 0.03, [0, -0.3, 0, 0.37], bench.fitting({ rough: 0.16 }))
  return { yaw: 0.2, pitch: 0.1, half: 1.18, aimY: 0.08, stands: -0.9 }
}

export const egg: Kind = {
  forms: ['dragon', 'nest', 'jewelled'],
  build: (bench) => (bench.form === 'nest' ? nest(bench) : bench.form === 'jewelled' ? jewelled(bench) : dragon(bench)),
}
