import { atan2, cos, PI, sin, smooth, TAU } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { place, polar, smoothMax, union } from '../../solid/field/combine.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { capsule, cylinder, ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { ball, blend, every } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { crumbs, fruitSkin, glazed, icing } from '../../solid/material/food.ts'
import { finish, glow } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { dim, paint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { bundt, rolled, served, wedding } from '../shape/cakes.ts'
import {
  berry,
  berrySkin,
  CHERRY,
  CHOCOLATE,
  CREAM,
  drips,
  frosting,
  PASTELS,
  rosette,
  SPONGE,
  STRAWBERRY,
  slice,
  spongeOf,
} from '../shape/piping.ts'

const { abs, floor, max, min } = Math

const FLAME = rgb('#ffb347')
const LEAF = rgb('#4f8f2c')

/** What a cake is baked of: crumb, filling, icing and what runs down it. */
const FLAVOURS = [
  { crumb: '#e2b66c', filling: '#b8101f', coat: '', run: '#3c1d10' },
  { crumb: '#e2b66c', filling: '#b8101f', coat: '', run: '' },
  { crumb: '#4a2818', filling: '#f6ead6', coat: '#5c3220', run: '#f6ead6' },
  { crumb: '#4a2818', filling: '#b8101f', coat: '#4a2616', run: '#2a130a' },
  { crumb: '#8c1c24', filling: '#f6ead6', coat: '#f6ead6', run: '' },
  { crumb: '#a3ae52', filling: '#f6ead6', coat: '#c9d59c', run: '#f4f0e2' },
  { crumb: '#e8c988', filling: '#f0c83a', coat: '#f7e7a6', run: '#f2c230' },
] as const

/** What stands on the rosettes, 0.54 from the middle. */
const TOPPINGS = {
  cherry: { field: ball(0.54, 0.35, 0, 0.062), skin: fruitSkin(CHERRY, 1) },
  strawberry: { field: place(berry, 0.54, 0.52, 0, PI, 0, 0, 0.8), skin: berrySkin },
  blueberry: {
    field: union(ball(0.51, 0.3, 0.05, 0.055), ball(0.51, 0.3, -0.055, 0.055), ball(0.6, 0.29, 0, 0.05), ball(0.54, 0.38, 0, 0.052)),
    skin: fruitSkin(rgb('#27306e'), 0.35),
  },
  macaron: {
    field: place(
      (x, y, z) => min(ellipsoid(x, abs(y) - 0.035, z, 0.115, 0.04, 0.115), cylinder(x, y, z, 0.095, 0.03, 0.01)) * 0.9,
      0.54,
      0.33,
      0,
      0,
      0,
      1.1,
    ),
    skin: icing(rgb('#e58aa4')),
  },
} as const

function layered(bench: Bench): Pose {
  const { random } = bench
  const flavour = random.pick(FLAVOURS)
  const pastel = random.pick(PASTELS)
  const base: Rgb = bench.coloured ? bench.fabric : rgb(flavour.coat === '' ? pastel : flavour.coat)
  const [crumb, filling] = [spongeOf(bench, rgb(flavour.crumb)), rgb(flavour.filling)]
  const coat = frosting(bench, base)
  const uncut = random.chance(0.3)
  const gap: Field = uncut ? () => 1 : slice(0.62, random.pick([0.28, 0.4, 0.5]))
  const wall = random.pick(['smooth', 'smooth', 'combed', 'ribbed', 'naked'] as const)
  const whole: Field = (x, y, z) => {
    const d = cylinder(x, y + 0.16, z, 0.66, 0.34, 0.05)
    if (abs(d) > 0.06) return d
    if (wall === 'combed') return d + 0.008 * cos(y * 75)
    return wall === 'ribbed' ? (d + 0.014 * abs(cos(atan2(z, x) * 18))) * 0.9 : d
  }
  const inside = finish(base, (s) => {
    const r = length2(s.x, s.z)
    const open = gap(s.x, s.y, s.z) < 0.012 && r < 0.635 && s.y < 0.145
    const bare = wall === 'naked' && !bench.coloured && s.y < 0.12
    if (!open && !bare) {
      coat.shade(s)
      return
    }
    const layer = (s.y + 0.5) / 0.22
    const t = layer - floor(layer)
    if (t > (open ? 0.86 : 0.78) && layer < 2.8) {
      paint(s, open && layer < 1 ? filling : CREAM)
      s.rough = 0.35
      s.coat = 0.4
      s.soften = 0.8
    } else crumbs(s, crumb)
  })
  bench.add('cake', (x, y, z) => max(whole(x, y, z), -gap(x, y, z)), [0, -0.16, 0, 0.76], inside)
  if (flavour.run !== '') {
    const run = drips(0.66, 0.17)
    bench.add('drips', (x, y, z) => max(run(x, y, z), -gap(x, y, z)), [0, 0.1, 0, 0.76], icing(rgb(flavour.run)))
  }
  const count = random.pick([8, 10, 12])
  const ring = polar(place(rosette, 0.54, 0.19, 0), count)
  bench.add(
    'rosettes',
    (x, y, z) => max(ring(x, y, z), -gap(x, y, z)),
    [0, 0.24, 0, 0.66],
    icing(flavour.coat === '#4a2616' ? base : CREAM),
  )
  const topping = TOPPINGS[random.pick(['cherry', 'strawberry', 'blueberry', 'macaron'] as const)]
  bench.add('toppings', polar(topping.field, count), [0, 0.38, 0, 0.7], topping.skin)
  const bead: Field = (x, y, z) => {
    const step = TAU / 30
    const a = floor(atan2(z, x) / step + 0.5) * step
    return length3(x - 0.68 * cos(a), y + 0.47, z - 0.68 * sin(a)) - 0.06
  }
  if (wall !== 'naked') bench.add('beads', (x, y, z) => max(bead(x, y, z), -gap(x, y, z)), [0, -0.47, 0, 0.76], icing(CREAM))
  return served(bench, random.chance(0.6))
}

/** How far before the middle of its cake a slice ends, and the radius of that cake. */
const [TIP, WHOLE] = [0.6, 1.2] as const

function slicedOff(bench: Bench): Pose {
  const base: Rgb = bench.coloured ? bench.fabric : CREAM
  const coat = frosting(bench, base)
  const crumb = spongeOf(bench, SPONGE)
  const wedge = slice(0, 0.42)
  const rim: Field = (x, y, z) => cylinder(x, y + 0.2, z + TIP, WHOLE, 0.32, 0.05)
  const body: Field = (x, y, z) => smoothMax(rim(x, y, z), wedge(x, y, z + TIP), 0.015) * 0.95
  const layers = finish(base, (s) => {
    const cutFace = wedge(s.x, s.y, s.z + TIP) > -0.02 && length2(s.x, s.z + TIP) < WHOLE - 0.05 && s.y < 0.06
    if (!cutFace) {
      coat.shade(s)
      return
    }
    const layer = (s.y + 0.52) / 0.2
    const t = layer - floor(layer)
    if (t > 0.78 && layer < 2.95) {
      paint(s, t > 0.9 ? STRAWBERRY : CREAM)
      s.rough = 0.35
      s.coat = 0.4
      s.soften = 0.8
    } else crumbs(s, crumb)
  })
  bench.add('cake', body, [0, -0.2, 0, 0.86], layers)
  const swirls = polar(place(rosette, 0.98, 0.1, 0, 0, 0, 0, 1.3), 24)
  bench.add('rosettes', (x, y, z) => max(swirls(z + TIP, y, x), wedge(x, y, z + TIP)), [0, 0.16, 0.36, 0.52], frosting(bench, base))
  bench.add('bed', place(rosette, 0, 0.09, 0.12, 0, 0, 0, 1.7), [0, 0.16, 0.12, 0.24], frosting(bench, base))
  bench.add('strawberry', place(berry, 0, 0.2, 0.12), [0, 0.36, 0.12, 0.24], berrySkin)
  const calyx = polar((x, y, z) => length3((x - 0.07) * 0.8, (y - 0.03 + x * x * 4) * 3, z * 2.2) - 0.07, 6)
  bench.add(
    'calyx',
    place((x, y, z) => calyx(x, y, z) * 0.4, 0, 0.5, 0.12),
    [0, 0.5, 0.12, 0.2],
    finish(LEAF, (s) => paint(s, LEAF)),
  )
  const plate = lathe(
    [
      [0, -0.6],
      [0.5, -0.6],
      [0.86, -0.54],
      [0.98, -0.48],
      [0.97, -0.46],
      [0.8, -0.515],
      [0.5, -0.535],
      [0, -0.535],
    ],
    0,
    0.012,
  )
  bench.add('plate', plate, [0, -0.53, 0, 1.02], bench.named || bench.whole ? bench.body({ rough: 0.14 }) : glazed(rgb('#eef0f2')))
  bench.add('rim', (x, y, z) => length2(length2(x, z) - 0.975, y + 0.47) - 0.016, [0, -0.47, 0, 1.02], bench.fitting())
  return { yaw: 1.05, pitch: 0.4, half: 1.02, aimY: -0.12, stands: -0.612 }
}

/** What is piped on the side of a cake of radius r, from a level down: swags and blooms, dots, or stars. */
function addSideOf(bench: Bench, r: number, level: number): void {
  const { random } = bench
  const kind = random.pick(['swags', 'dots', 'confetti'] as const)
  const pink = rgb(random.pick(['#e0567a', '#e0567a', '#f0b429', '#5aa7d8'] as const))
  if (kind === 'swags') {
    const garland: Field = (x, y, z) => {
      const dip = abs(sin(atan2(z, x) * 5))
      return length2(length2(x, z) - r - 0.005, (y - level + 0.13 * dip) * 0.75) - 0.03
    }
    bench.add('garland', garland, [0, level - 0.06, 0, r + 0.07], icing(CREAM))
    bench.add('blooms', polar(place(rosette, r + 0.015, level - 0.03, 0, 0, 0, -1.2, 0.8), 10), [0, level, 0, r + 0.14], icing(pink))
    return
  }
  const count = kind === 'dots' ? 16 : 26
  const size = kind === 'dots' ? 0.05 : 0.032
  const rows = kind === 'dots' ? 0.15 : 0.11
  const dots: Field = (x, y, z) => {
    const row = floor((y - level) / rows + 0.5)
    const u = every(atan2(z, x) + (row & 1) * (PI / count), TAU / count) * r
    return max(length3(u, y - level - row * rows, length2(x, z) - r) - size, abs(y - level + 0.13) - 0.18) * 0.9
  }
  const colours = kind === 'dots' ? [CREAM] : [...PASTELS.map(rgb), pink]
  const sugar = finish(CREAM, (s) => {
    const cell = floor((atan2(s.z, s.x) / TAU) * count + 0.5) * 7 + floor((s.y - level) / rows + 0.5) * 3 + 700
    icing(colours[cell % colours.length]!).shade(s)
  })
  bench.add('dots', dots, [0, level - 0.13, 0, r + 0.2], sugar)
}

function birthday(bench: Bench): Pose {
  const base: Rgb = bench.coloured ? bench.fabric : rgb(bench.random.pick(PASTELS))
  const light = bench.has('cursed') || bench.has('frozen') ? bench.accent : FLAME
  const { random } = bench
  const single = random.chance(0.4)
  // one tall tier is as wide at its top as the lower of two
  const [wide, narrow] = single ? [0.62, 0.62] : [0.72, 0.46]
  const top = random.chance(0.5) ? base : CHOCOLATE
  if (single) bench.add('tier', (x, y, z) => cylinder(x, y + 0.19, z, wide, 0.43, 0.05), [0, -0.19, 0, 0.8], frosting(bench, base))
  else {
    bench.add('lower', (x, y, z) => cylinder(x, y + 0.38, z, wide, 0.24, 0.05), [0, -0.38, 0, 0.78], frosting(bench, base))
    bench.add('upper', (x, y, z) => cylinder(x, y - 0.04, z, narrow, 0.2, 0.05), [0, 0.04, 0, 0.52], icing(CREAM))
  }
  bench.add('drips', drips(narrow, 0.235), [0, 0.16, 0, narrow + 0.1], icing(single && top === base ? CREAM : top))
  const pearl = (r: number, y0: number, count: number, size: number): Field => {
    const step = TAU / count
    return (x, y, z) => {
      const a = floor(atan2(z, x) / step + 0.5) * step
      return length3(x - r * cos(a), y - y0, z - r * sin(a)) - size
    }
  }
  const lower = pearl(wide + 0.01, -0.59, single ? 26 : 30, 0.066)
  const upper = pearl(narrow + 0.01, -0.13, 22, 0.05)
  bench.add('beads', single ? lower : union(lower, upper), [0, -0.36, 0, 0.86], icing(CREAM))
  addSideOf(bench, wide, single ? -0.12 : -0.2)
  const candles = random.pick([5, 7, 9])
  const ring = narrow * 0.65
  const striped = finish(CREAM, (s) => {
    const t = (s.y * 9 + atan2(s.z, s.x)) * 1.4
    paint(s, t - floor(t) < 0.5 ? bench.accent : CREAM)
    s.rough = 0.4
    s.soften = 0.8
  })
  bench.add(
    'candles',
    polar((x, y, z) => capsule(x, y, z, ring, 0.2, 0, ring, 0.56, 0, 0.028, 0.028), candles),
    [0, 0.38, 0, ring + 0.22],
    striped,
  )
  bench.add(
    'flames',
    polar((x, y, z) => ellipsoid(x - ring, y - 0.66, z, 0.032, 0.078, 0.032), candles),
    [0, 0.66, 0, ring + 0.1],
    glow(light, 3.4),
  )
  bench.add('star', place(rosette, 0, 0.24, 0, 0, 0, 0, 1.2), [0, 0.32, 0, 0.18], frosting(bench, base))
  bench.add('board', (x, y, z) => cylinder(x, y + 0.65, z, 0.9, 0.025, 0.012), [0, -0.65, 0, 0.92], bench.fitting({ rough: 0.22 }))
  bench.addLamp({ at: [0, 0.66, 0.1], colour: light, strength: 0.5, falloff: 2.4 })
  return { yaw: 0.2, pitch: 0.3, half: 1.08, aimY: 0, stands: -0.68 }
}

function cupcake(bench: Bench): Pose {
  const base: Rgb = bench.coloured ? bench.fabric : rgb(bench.random.pick(PASTELS))
  const crumb = spongeOf(bench, rgb(bench.random.pick(['#e2b66c', '#4a2818', '#8c1c24'] as const)))
  const wrap = bench.coloured ? CREAM : rgb(bench.random.pick(['#e9dcc2', '#f2f2ee', '#5a3a28', '#d84f6a', '#4f9ac2'] as const))
  const paper: Opaque = finish(wrap, (s) => {
    paint(s, wrap)
    dim(s, 0.7 + 0.3 * smooth(-0.6, 0.8, cos(atan2(s.z, s.x) * 36)))
    s.rough = 0.7
    s.soften = 0.4
  })
  const cup: Field = (x, y, z) => {
    const r = length2(x, z)
    const wall = r - 0.62 - (y + 0.2) * 0.3 + 0.012 * cos(atan2(z, x) * 36)
    return max(wall * 0.8, abs(y + 0.42) - 0.36)
  }
  bench.add('cup', cup, [0, -0.42, 0, 0.8], bench.named || bench.whole ? bench.body({ rough: 0.25 }) : paper)
  bench.add(
    'muffin',
    (x, y, z) => ellipsoid(x, y + 0.08, z, 0.7, 0.18, 0.7),
    [0, -0.08, 0, 0.71],
    finish(crumb, (s) => crumbs(s, crumb)),
  )
  const path = Array.from({ length: 26 }, (_, i) => {
    const t = i / 25
    const a = t * TAU * 3.1
    const r = 0.47 * (1 - t) + 0.02
    return [r * cos(a), 0.08 + 0.72 * t * (0.75 + 0.25 * t), r * sin(a), 0.17 - 0.11 * t] as const
  })
  const coil = sweep(path, 2)
  bench.add(
    'swirl',
    blend(0.05, coil, (x, y, z) => ellipsoid(x, y - 0.15, z, 0.42, 0.34, 0.42)),
    [0, 0.36, 0, 0.78],
    frosting(bench, base),
  )
  const fruit = bench.random.pick(['cherry', 'strawberry', 'blueberries'] as const)
  if (fruit === 'strawberry') bench.add('strawberry', place(berry, 0, 0.99, 0, PI), [0, 0.84, 0, 0.24], berrySkin)
  else if (fruit === 'blueberries') {
    const heap = polar(ball(0.08, 0.8, 0, 0.082), 3)
    bench.add('berries', union(heap, ball(0, 0.92, 0, 0.08)), [0, 0.84, 0, 0.22], fruitSkin(rgb('#27306e'), 0.35))
  } else bench.add('cherry', blend(0.02, ball(0, 0.86, 0, 0.12), ball(0.02, 0.88, 0.02, 0.11)), [0, 0.86, 0, 0.15], fruitSkin(CHERRY, 1))
  if (fruit === 'cherry')
    bench.add(
      'stalk',
      sweep([
        [0, 0.95, 0, 0.012],
        [0.05, 1.08, 0, 0.012],
        [0.14, 1.18, 0, 0.016],
      ]),
      [0.07, 1.07, 0, 0.16],
      finish(CHOCOLATE, (s) => paint(s, rgb('#4b5a20'))),
    )
  const bits = Array.from({ length: 34 }, () => {
    const t = bench.random.range(0, 0.82)
    const a = bench.random.range(0, TAU)
    const r = 0.47 * (1 - t) + 0.16 - 0.09 * t
    return [r * cos(a), 0.1 + 0.72 * t, r * sin(a), bench.random.range(-1, 1), bench.random.range(-1, 1)] as const
  })
  const sprinkle: Field = (x, y, z) => {
    let d = 9
    for (const [px, py, pz, u, v] of bits) {
      if (length3(x - px, y - py, z - pz) > d + 0.05) continue
      d = min(d, capsule(x, y, z, px - u * 0.03, py - v * 0.03, pz, px + u * 0.03, py + v * 0.03, pz, 0.014, 0.014))
    }
    return d
  }
  bench.add(
    'sprinkles',
    sprinkle,
    [0, 0.4, 0, 0.78],
    finish(CREAM, (s) => {
      paint(s, rgb(PASTELS[floor(noise3(s.x * 6, s.y * 6, s.z * 6) * 9.99) % 5] ?? '#ffffff'))
      dim(s, 0.7)
      s.rough = 0.3
      s.coat = 0.5
    }),
  )
  return { yaw: 0.3, pitch: 0.16, half: 1.16, aimY: 0.2, stands: -0.78 }
}

export const cake: Kind = {
  forms: ['layer', 'birthday', 'cupcake', 'slice', 'wedding', 'bundt', 'roll'],
  build(bench) {
    switch (bench.form) {
      case 'birthday':
        return birthday(bench)
      case 'cupcake':
        return cupcake(bench)
      case 'slice':
        return slicedOff(bench)
      case 'wedding':
        return wedding(bench)
      case 'bundt':
        return bundt(bench)
      case 'roll':
        return rolled(bench)
      default:
        return layered(bench)
    }
  },
}
