import { mirrorX } from '../../solid/field/combine.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { cylinder, ellipsoid, length2, torus } from '../../solid/field/shapes.ts'
import { ball, blend, disc } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { glass } from '../../solid/material/clear.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { across, BASES, type Bars, bars, posts, ROOFS, turned } from '../shape/cage.ts'
import { garden, LANTERN_POSE, lanternMetal, paper, pierced } from '../shape/shades.ts'
import { flame, flameField } from './flame.ts'

const { abs, max, min } = Math

const ENAMELS = ['#a3201c', '#1f4f7a', '#2d6b45', '#d8a52a', '#2b2d30'] as const
export const FIRE = rgb('#ffab40')
export const WAX = plain(rgb('#f3e6c8'), { soften: 1 })
const CLEAR = glass([0.8, 0.75, 0.6], [1, 0.97, 0.9], 1.03, 0.06)

function addFlame(bench: Bench, light: Rgb, foot: number, tall: number): void {
  bench.add('flame', flameField(foot, tall), [0, foot + tall * 0.52, 0, tall * 0.68], flame(light, foot, tall))
}

/** A candle behind panes between posts. */
function caged(bench: Bench, light: Rgb): Pose {
  const { random } = bench
  const metal = lanternMetal(bench)
  const sides = bench.form === 'four' ? 4 : random.pick([0, 0, 6, 8])
  const count = sides === 0 ? 6 : sides
  bench.add('base', turned(BASES[random.pick(['plinth', 'stepped', 'footed'] as const)], sides), [0, -0.7, 0, 0.86], metal)
  bench.add('roof', turned(ROOFS[random.pick(['cone', 'dome', 'flared', 'tiered', 'chimney'] as const)], sides), [0, 0.6, 0, 0.98], metal)
  const wall = sides === 0 ? 0.4 : 0.38
  bench.add('posts', posts(count, wall), [0, -0.08, 0, 0.8], metal)
  const kind = random.pick<Bars | 'none'>(['hoops', 'mullions', 'lattice', 'arches', 'none'])
  if (kind !== 'none') bench.add('bars', bars(kind, sides, wall), [0, -0.08, 0, 0.78], metal)
  const radius = across(sides)
  bench.add('pane', (x, y, z) => max(abs(radius(x, z) - wall + 0.04) - 0.012, abs(y + 0.08) - 0.5), [0, -0.08, 0, 0.72], CLEAR)
  const bail = random.chance(0.35)
  if (bail) {
    const arc = mirrorX(
      sweep([
        [0.5, 0.45, 0, 0.024],
        [0.5, 0.72, 0, 0.024],
        [0.4, 0.98, 0, 0.024],
        [0.2, 1.13, 0, 0.03],
        [0, 1.17, 0, 0.04],
      ]),
    )
    bench.add('handle', arc, [0, 0.8, 0, 0.66], metal)
    bench.add('finial', blend(0.03, ball(0, 0.89, 0, 0.06), ball(0, 0.97, 0, 0.03)), [0, 0.92, 0, 0.13], metal)
  } else bench.add('handle', (x, y, z) => length2(length2(x, y - 0.98) - 0.17, z) - 0.03, [0, 0.98, 0, 0.23], metal)
  addFlame(bench, light, -0.38, 0.5)
  bench.add('candle', (x, y, z) => cylinder(x, y + 0.48, z, 0.15, 0.1, 0.03), [0, -0.48, 0, 0.2], WAX)
  return bail ? { ...LANTERN_POSE, aimY: 0.18 } : LANTERN_POSE
}

/** An oil lamp in a globe between two tubes of air. */
function storm(bench: Bench, light: Rgb): Pose {
  const { random } = bench
  const enamel = bench.coloured ? bench.fabric : rgb(random.pick(ENAMELS))
  const bare = bench.named || bench.whole || random.chance(0.3)
  const tin = bare ? lanternMetal(bench) : plain(enamel, { rough: 0.3, coat: 0.7 })
  const fitting = bench.fitting({ rough: 0.3 })
  const tank = turned([0, -0.8, 0.5, -0.8, 0.54, -0.76, 0.54, -0.58, 0.46, -0.5, 0.22, -0.46, 0.2, -0.38, 0, -0.38])
  bench.add('tank', tank, [0, -0.6, 0, 0.64], tin)
  const hood = turned([0, 0.34, 0.24, 0.34, 0.26, 0.38, 0.18, 0.42, 0.18, 0.54, 0.34, 0.58, 0.34, 0.63, 0.18, 0.74, 0.1, 0.78, 0, 0.79])
  bench.add('hood', hood, [0, 0.56, 0, 0.46], tin)
  const tube = mirrorX(
    sweep([
      [0.44, -0.62, 0, 0.05],
      [0.55, -0.42, 0, 0.05],
      [0.55, 0.2, 0, 0.05],
      [0.47, 0.44, 0, 0.05],
      [0.2, 0.5, 0, 0.05],
    ]),
  )
  bench.add('tubes', tube, [0, -0.06, 0, 0.85], tin)
  const swell = random.pick([0.31, 0.36, 0.4])
  const globe: Field = (x, y, z) => max(abs(ellipsoid(x, y + 0.02, z, swell, 0.44, swell)) - 0.012, abs(y + 0.02) - 0.37)
  bench.add('pane', globe, [0, -0.02, 0, 0.5], CLEAR)
  const guard: Field = (x, y, z) =>
    min(
      torus(x, y - 0.16, z, swell + 0.03, 0.014),
      torus(x, y + 0.2, z, swell + 0.03, 0.014),
      max(abs(ellipsoid(x, y + 0.02, z, swell + 0.04, 0.46, swell + 0.04)), min(abs(x - z), abs(x + z)) * 0.7) - 0.013,
    )
  bench.add('guard', (x, y, z) => max(guard(x, y, z), abs(y + 0.02) - 0.4) * 0.9, [0, -0.02, 0, 0.62], fitting)
  const arc = mirrorX(
    sweep([
      [0.57, 0.28, 0, 0.02],
      [0.6, 0.6, 0, 0.02],
      [0.44, 0.96, 0, 0.02],
      [0.18, 1.12, 0, 0.022],
      [0, 1.14, 0, 0.034],
    ]),
  )
  bench.add('handle', arc, [0, 0.7, 0, 0.78], fitting)
  bench.add('cap', blend(0.02, disc(0.32, -0.47, 0.2, 0.09, 0.05, 0.02), ball(0.32, -0.41, 0.2, 0.04)), [0.32, -0.45, 0.2, 0.16], fitting)
  bench.add('burner', blend(0.02, disc(0, -0.36, 0, 0.17, 0.04, 0.02), disc(0, -0.3, 0, 0.07, 0.06, 0.02)), [0, -0.33, 0, 0.22], fitting)
  addFlame(bench, light, -0.25, 0.42)
  return LANTERN_POSE
}
export const lantern: Kind = {
  forms: ['six', 'four', 'storm', 'pierced', 'paper', 'stone'],
  build(bench) {
    const light = bench.coloured || bench.has('cursed') || bench.has('frozen') ? bench.accent : FIRE
    bench.addLamp({ at: [0, -0.1, 0], colour: light, strength: 1.1, falloff: 2 })
    if (bench.form === 'storm') return storm(bench, light)
    if (bench.form === 'pierced') return pierced(bench, light)
    if (bench.form === 'paper') return paper(bench, light)
    return bench.form === 'stone' ? garden(bench, light) : caged(bench, light)
  },
}
