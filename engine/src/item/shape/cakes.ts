import { atan2, cos, sin, TAU } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { place, polar, smoothMax, union } from '../../solid/field/combine.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { type Spot, scattered, sphere } from '../../solid/field/scattered.ts'
import { cylinder, ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { ball, every } from '../../solid/field/solids.ts'
import { crumbs, fruitSkin, glazed, icing } from '../../solid/material/food.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb, scale } from '../../solid/palette.ts'
import { dim, paint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Pose } from '../kind.ts'
import { CHERRY, CHOCOLATE, CREAM, frosting, PASTELS, rosette, STAND, spongeOf } from './piping.ts'

const { abs, floor, max, min } = Math

/** A dish at y = −0.5 under a cake, on a foot or flat, and how the two are shown. */
export function served(bench: Bench, footed: boolean): Pose {
  const dish = footed
    ? STAND
    : lathe(
        [
          [0, -0.6],
          [0.5, -0.6],
          [0.88, -0.53],
          [0.9, -0.5],
          [0.8, -0.51],
          [0, -0.5],
        ],
        0,
        0.012,
      )
  const ware =
    bench.named || bench.whole
      ? bench.body({ rough: 0.14 })
      : glazed(rgb(bench.random.pick(['#f4f2ee', '#f4f2ee', '#cfe2ea', '#f3d6da'] as const)))
  bench.add('stand', dish, footed ? [0, -0.72, 0, 0.9] : [0, -0.55, 0, 0.94], ware)
  const out = footed ? 0.84 : 0.89
  bench.add('rim', (x, y, z) => length2(length2(x, z) - out, y + 0.51) - 0.022, [0, -0.51, 0, out + 0.04], bench.fitting())
  return { yaw: 0.3, pitch: 0.34, half: 1.08, aimY: footed ? -0.22 : -0.06, stands: footed ? -0.96 : -0.612 }
}

/** Three tiers with pearls, a garland of roses and hearts or roses on top. */
export function wedding(bench: Bench): Pose {
  const { random } = bench
  const base: Rgb = bench.coloured ? bench.fabric : rgb(random.pick(['#fbf6ec', '#fbf6ec', '#f6dfe0', '#e3ecf4', '#efe6f6'] as const))
  const rose = rgb(random.pick(['#e0567a', '#f2b3c0', '#c81f3c', '#8f6fc9', '#f3ead8', '#e9a24a'] as const))
  const square = random.chance(0.3)
  const tiers = [
    [0.7, -0.84, -0.38],
    [0.5, -0.38, 0.04],
    [0.31, 0.04, 0.4],
  ] as const
  const quilted = random.chance(0.4) && !square
  const quilting = (side: number, x: number, y: number, z: number): number => {
    if (abs(side) >= 0.05) return 0
    const a = atan2(z, x) * 6
    return 0.008 * max(abs(cos(a + y * 16)), abs(cos(a - y * 16)))
  }
  const body: Field = (x, y, z) => {
    let d = 9
    const out = square ? max(abs(x), abs(z)) : length2(x, z)
    for (const [r, low, top] of tiers) {
      const side = square ? out - r * 0.86 : out - r
      const above = abs(y - (low + top) / 2) - (top - low) / 2
      if (max(side, above) >= d) continue
      d = min(d, smoothMax(side + (quilted ? quilting(side, x, y, z) : 0), above, 0.05))
    }
    return d * 0.9
  }
  bench.add('tiers', body, [0, -0.22, 0, 1.12], frosting(bench, base))
  const pearls: Field = (x, y, z) => {
    let d = 9
    const out = square ? max(abs(x), abs(z)) : length2(x, z)
    for (const [r, low] of tiers) {
      // a ring of pearls is no nearer than its level
      if (abs(y - low - 0.04) - 0.044 >= d) continue
      if (square) {
        const side = r * 0.86 + 0.02
        if (abs(out - side) - 0.044 >= d) continue
        const u = abs(x) > abs(z) ? z : x
        d = min(d, max(length3(every(u, 0.086), y - low - 0.04, out - side) - 0.044, abs(u) - side - 0.04))
      } else {
        if (abs(out - r - 0.01) - 0.044 >= d) continue
        const step = TAU / floor(r * 66)
        d = min(d, length3(every(atan2(z, x), step) * r, y - low - 0.04, out - r - 0.01) - 0.044)
      }
    }
    return d * 0.9
  }
  bench.add('pearls', pearls, [0, -0.4, 0, 1.06], icing(bench.coloured ? CREAM : scale(base, 0.98)))
  const roses: Spot[] = []
  const leaves: Spot[] = []
  tiers.forEach(([r, low, top], tier) => {
    const start = 0.9 + tier * 0.55
    for (let i = 0; i < 4; i++) {
      const t = i / 3
      const angle = start + t * 0.9
      const out = square ? (r * 0.9) / max(abs(cos(angle)), abs(sin(angle))) : r + 0.02
      const y = top + 0.03 - t * (top - low) * 0.75
      const size = 0.085 - 0.012 * (i % 2)
      roses.push([out * cos(angle), y, out * sin(angle), size])
      leaves.push([out * cos(angle + 0.16), y - 0.05, out * sin(angle + 0.16), 0.045])
    }
  })
  const crowned = random.chance(0.5)
  if (crowned)
    for (let i = 0; i < 4; i++)
      roses.push([i === 3 ? 0 : 0.12 * cos(i * 2.1), i === 3 ? 0.52 : 0.44, i === 3 ? 0 : 0.12 * sin(i * 2.1), 0.1])
  bench.add('roses', scattered(roses, bloom, 0.05), [0, -0.1, 0, 1.06], icing(rose))
  bench.add('leaves', scattered(leaves, sphere), [0, -0.2, 0, 1], icing(rgb('#86a86a')))
  if (!crowned) {
    const heart: Field = (x, y, z) => {
      const [u, v] = [abs(x), y - 0.56]
      // two round lobes over a square that stands on its corner
      const lobe = length2(u - 0.08, v - 0.08) - 0.113
      const foot = max(u + abs(v) - 0.16, v - 0.09) * 0.7071
      return (length2(min(lobe, foot), z) - 0.026) * 0.8
    }
    bench.add('topper', heart, [0, 0.58, 0, 0.34], bench.fitting({ rough: 0.2 }))
  }
  bench.add('board', (x, y, z) => cylinder(x, y + 0.87, z, 0.9, 0.03, 0.012), [0, -0.87, 0, 0.92], bench.fitting({ rough: 0.22 }))
  return { yaw: square ? 0.5 : 0.2, pitch: 0.2, half: 1.14, aimY: -0.12, stands: -0.9 }
}

/** A sugar rose of radius r about the origin: petals wound round a bud. */
function bloom(x: number, y: number, z: number, r: number): number {
  const d = length3(x, y, z) - r
  if (d > 0.06) return d
  return (d + 0.014 * sin(length3(x, y * 0.6, z) * 90 + 2 * atan2(z, x)) + 0.006) * 0.55
}

/** A ring cake baked in a fluted mould, glaze run down it. */
export function bundt(bench: Bench): Pose {
  const { random } = bench
  const crumb = spongeOf(bench, rgb(random.pick(['#c98a44', '#4a2616', '#d9ab5c', '#7e2a26'] as const)))
  const glaze = bench.coloured ? bench.fabric : rgb(random.pick(['#fbf6ec', '#3c1d10', ...PASTELS]))
  const flutes = random.pick([8, 10, 12, 16])
  const twist = random.pick([0, 0, 1.6, 2.4])
  const swell = (x: number, y: number, z: number) => 0.055 * abs(cos((atan2(z, x) + y * twist) * flutes * 0.5))
  const ring: Field = (x, y, z) => {
    const out = length2(x, z) - 0.44
    const d = length2(out, (y + 0.2) * 0.86) - 0.29 - swell(x, y, z)
    return smoothMax(d, -y - 0.49, 0.03) * 0.8
  }
  const crust = finish(crumb, (s) => {
    crumbs(s, crumb)
    dim(s, 0.85 + 0.2 * noise3(s.x * 5, s.y * 5, s.z * 5))
    s.rough = 0.6
    s.coat = 0.15
  })
  bench.add('cake', ring, [0, -0.2, 0, 0.86], crust)
  const run: Field = (x, y, z) => {
    const a = atan2(z, x)
    const reach = -0.12 + 0.12 * sin(a * flutes + 1.3) + 0.06 * sin(a * 3 + 0.6)
    return smoothMax(ring(x, y, z) - 0.022, (reach - y) * 0.6, 0.03)
  }
  bench.add('glaze', run, [0, -0.1, 0, 0.88], frosting(bench, glaze))
  const top = 0.2
  const style = random.pick(['berries', 'rosettes', 'nuts'] as const)
  const count = random.pick([6, 8])
  if (style === 'berries')
    bench.add(
      'berries',
      polar(union(ball(0.44, top, 0, 0.07), ball(0.5, top - 0.01, 0.1, 0.05)), count),
      [0, top, 0, 0.62],
      fruitSkin(random.chance(0.5) ? CHERRY : rgb('#27306e'), 0.8),
    )
  else if (style === 'rosettes')
    bench.add('rosettes', polar(place(rosette, 0.44, top - 0.03, 0), count), [0, top + 0.04, 0, 0.6], icing(CREAM))
  else
    bench.add(
      'nuts',
      polar((x, y, z) => ellipsoid(x - 0.44, y - top, z, 0.05, 0.035, 0.085), count * 2),
      [0, top, 0, 0.6],
      icing(rgb('#b07a3e')),
    )
  return served(bench, random.chance(0.5))
}

/** A sheet of sponge rolled up with cream: a face that shows its spiral, and icing like bark or plain. */
export function rolled(bench: Bench): Pose {
  const { random } = bench
  const kind = random.pick(['log', 'sugar', 'iced'] as const)
  const sponge = spongeOf(bench, rgb(random.pick(['#e2b66c', '#5a3220', '#8c1c24', '#a3ae52'] as const)))
  const filling = rgb(random.pick(['#f6ead6', '#f6ead6', '#f2a6b8', '#b8304a'] as const))
  const coat = bench.coloured
    ? bench.fabric
    : kind === 'log'
      ? CHOCOLATE
      : kind === 'iced'
        ? rgb(random.pick(PASTELS))
        : scale(sponge, 0.92)
  const skinned = frosting(bench, coat)
  const bark = kind === 'log' ? 0.03 : 0
  const roll: Field = (x, y, z) => {
    const r = length2(y + 0.1, z) - 0.4
    const rough = bark > 0 && abs(r) < 0.08 ? bark * noise3(x * 3, atan2(y + 0.1, z) * 7, 2) : 0
    return smoothMax(r + rough, abs(x) - 0.72, 0.03) * 0.85
  }
  const turns = random.pick([0.09, 0.115])
  const skin = finish(coat, (s) => {
    const r = length2(s.y + 0.1, s.z)
    if (abs(s.nx) > 0.7 && r < 0.375) {
      const winding = r / turns - atan2(s.y + 0.1, s.z) / TAU
      if (winding - floor(winding) < 0.3) {
        paint(s, filling)
        s.rough = 0.4
        s.soften = 0.8
      } else crumbs(s, sponge)
      return
    }
    if (kind === 'sugar' && !bench.coloured && !bench.gilded) {
      crumbs(s, coat)
      if (noise3(s.x * 26, s.y * 26, s.z * 26) > 0.55 - 0.2 * s.ny) paint(s, rgb('#fbf8f2'))
    } else skinned.shade(s)
  })
  bench.add('roll', roll, [0, -0.1, 0, 0.84], skin)
  const places = [-0.5, -0.17, 0.17, 0.5]
  const puffs = union(...places.map((x) => place(rosette, x, 0.27, 0, 0, 0, 0, 1.1)))
  bench.add('rosettes', puffs, [0, 0.34, 0, 0.66], icing(CREAM))
  const fruit = random.pick(['#b8101f', '#27306e', '#c8141e'] as const)
  bench.add('fruit', union(...places.map((x) => ball(x, 0.45, 0, 0.07))), [0, 0.45, 0, 0.6], fruitSkin(rgb(fruit), 0.9))
  const leaf: Field = (x, y, z) => ellipsoid(every(x + 0.035, 0.335) - 0.02, y - 0.36, abs(z) - 0.1, 0.04, 0.014, 0.075)
  bench.add('leaves', (x, y, z) => max(leaf(x, y, z), abs(x) - 0.66) * 0.8, [0, 0.36, 0, 0.7], icing(rgb('#4f8f2c')))
  const dish: Field = (x, y, z) => {
    const e = length2(x, z * 1.55)
    const lift = 0.06 * max(0, (e - 0.7) / 0.35)
    return max(e - 1.02, abs(y + 0.52 - lift) - 0.025) * 0.6
  }
  bench.add('dish', dish, [0, -0.5, 0, 1.06], bench.named || bench.whole ? bench.body({ rough: 0.14 }) : glazed(rgb('#f4f2ee')))
  return { yaw: random.range(0.55, 0.8), pitch: 0.3, half: 1.06, aimY: -0.05, stands: -0.56 }
}
