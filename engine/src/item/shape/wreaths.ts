import { atan2, cos, PI, sin, smooth, TAU } from '../../math/dmath.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { length2, length3, torus } from '../../solid/field/shapes.ts'
import { every } from '../../solid/field/solids.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Pose } from '../kind.ts'

const { abs, floor, max, min } = Math

const PEARL = plain(rgb('#f3eee4'), { rough: 0.15, coat: 1, soften: 0.5 })
const DIAMOND = rgb('#dfe9f2')

/** Two branches of leaves that meet at the back and leave the brow free. */
export function laurel(bench: Bench): Pose {
  const { random } = bench
  const radius = 0.68
  const step = random.pick([0.3, 0.34])
  const [long, wide] = random.pick([
    [0.17, 0.06],
    [0.15, 0.075],
    [0.19, 0.05],
  ] as const)
  const slope = random.range(0.42, 0.75)
  const [c, s] = [cos(slope), sin(slope)]
  /** How far a leaf is, where that is less than `least`. */
  const leaf = (t: number, out: number, y: number, least: number): number => {
    const a = t * c + y * s
    if (max(abs(a - long) - long, out - 0.02) * 0.8 >= least) return least
    const b = y * c - t * s
    const q = (a - long) / long
    const edge = (abs(b) - wide * (1 - min(1, q * q))) * 0.75
    // folded along its rib
    return min(least, max(edge, abs(a - long) - long, abs(out + 0.3 * abs(b)) - 0.02) * 0.8)
  }
  const first = 0.62
  const last = floor((PI - first) / step)
  const leaves: Field = (x, y, z) => {
    const angle = abs(atan2(x, z))
    const out = length2(x, z) - radius
    const near = floor((angle - first) / step + 0.5)
    // no leaf stands out farther than that, nor rises higher
    const far = length2(max(0, out - 0.14, -0.03 - out), max(0, abs(y) - 0.28))
    if (far > 0.03) return far
    let d = 0.2
    for (let k = max(0, near); k <= min(last, near + 2); k++) {
      // the leaves point to the brow
      const t = (first + k * step - angle) * radius
      d = leaf(t, out - 0.02 - 0.35 * max(0, y), y, d)
      d = leaf(t, out - 0.02 + 0.35 * min(0, y), -y, d)
    }
    return d
  }
  const gold = bench.jewel({ rough: 0.2, wear: 0.3 })
  const green = bench.coloured && !bench.named && !bench.whole
  bench.add('leaves', leaves, [0, 0, 0, 1.05], green ? plain(bench.fabric, { rough: 0.45, coat: 0.3 }) : gold)
  const stem: Field = (x, y, z) => max(torus(x, y, z, radius, 0.032), (0.22 - abs(atan2(x, z))) * 0.6)
  bench.add('stem', stem, [0, 0, 0, 0.74], gold)
  if (random.chance(0.6)) {
    // behind the last leaf there is no stalk for one
    const end = (2 * floor((last - 0.5) / 2) + 1) * step
    const berry: Field = (x, y, z) => {
      const angle = abs(atan2(x, z)) - first - step * 0.5
      const t = every(angle, step * 2) * radius
      return max(length3(t, y - 0.1, length2(x, z) - radius - 0.1) - 0.042, (-angle - 0.1) * 0.6, (angle - end) * 0.6) * 0.9
    }
    bench.add(
      'berries',
      berry,
      [0, 0.1, 0, 0.86],
      bench.coloured ? plain(bench.accent, { rough: 0.15, coat: 1 }) : random.chance(0.5) ? PEARL : gold,
    )
  }
  if (bench.coloured || random.chance(0.5)) {
    bench.addGem(brilliantCut(0, 0, radius + 0.02, 0.13, 0.11, 8, 'z'), [0, 0, radius + 0.02, 0.2])
    const collar: Field = (x, y, z) => length2(length2(x, y) - 0.135, z - radius) - 0.032
    bench.add('collar', collar, [0, 0, radius, 0.18], gold)
    const arms: Field = (x, y, z) => max(torus(x, y, z, radius, 0.032), abs(x) - 0.3, -z)
    bench.add('arms', arms, [0, 0, radius, 0.36], gold)
  }
  return { yaw: random.range(-0.3, 0.3), pitch: random.range(0.3, 0.5), half: 0.94, aimY: 0, stands: -0.3 }
}

/** A diadem: openwork that rises over the brow and runs out to the sides. */
export function tiara(bench: Bench): Pose {
  const { random } = bench
  const gold = bench.jewel({ rough: 0.1 })
  const peak = random.range(0.5, 0.72)
  const waves = random.pick([0, 5, 7, 9])
  const foot = -0.4
  const end = 1.95
  const lean = random.range(0.02, 0.16)
  const height = (angle: number): number => {
    const rise = smooth(end, 0, angle)
    return foot + 0.12 + peak * rise * (waves > 0 ? 0.78 + 0.22 * cos(angle * waves) : 1)
  }
  const ribs = random.pick([0.13, 0.19, 0.26])
  const style = random.pick(['rays', 'lattice', 'scallops'] as const)
  const wall = (y: number) => 0.66 + (y - foot) * lean
  const work: Field = (x, y, z) => {
    const angle = abs(atan2(x, z))
    const top = height(angle)
    const v = y - foot
    const u = angle * 0.66
    const rim = abs(y - top) * 0.7 - 0.03
    const inner =
      style === 'rays'
        ? abs(every(u, ribs * 0.66)) - 0.013
        : style === 'lattice'
          ? min(abs(every(u + v, ribs)), abs(every(u - v, ribs))) * 0.7 - 0.011
          : abs(length2(every(u, ribs), (v - 0.16) * 0.7) - ribs * 0.42) * 0.8 - 0.014
    const band = min(abs(v - 0.03) - 0.045, abs(v - 0.15) - 0.016)
    const shell = abs(length2(x, z) - wall(y)) - 0.022
    return max(shell, min(rim, band, max(inner, y - top)), y - top - 0.03, foot - 0.02 - y, (angle - end) * 0.6) * 0.72
  }
  bench.add('tiara', work, [0, foot + peak * 0.5, 0, 1.05], gold)
  const hoop: Field = (x, y, z) => max(torus(x, y - foot - 0.03, z, 0.66, 0.03), (abs(atan2(x, z)) - 2.5) * 0.6)
  bench.add('hoop', hoop, [0, foot + 0.03, 0, 0.72], gold)
  const count = random.pick([15, 19, 23])
  const gap = (end * 2 - 0.3) / count
  const shine =
    random.chance(0.5) && !bench.coloured ? PEARL : plain(bench.coloured ? bench.accent : DIAMOND, { rough: 0.05, metal: 0.3, coat: 1 })
  const drops: Field = (x, y, z) => {
    const angle = atan2(x, z)
    const k = floor(angle / gap + 0.5) * gap
    const top = height(abs(k)) + 0.05
    const r = 0.052 * (0.6 + 0.4 * cos(k * 0.6))
    return max(length3((angle - k) * 0.7, y - top, length2(x, z) - wall(top)) - r, (abs(k) - end + 0.1) * 0.6) * 0.85
  }
  bench.add('drops', drops, [0, foot + peak * 0.5, 0, 1.05], shine)
  const middle = random.range(0.12, 0.17)
  const y0 = foot + 0.12 + peak * 0.5
  const z0 = wall(y0) + 0.03
  bench.addGem(brilliantCut(0, y0, z0, middle, middle * 0.8, 8, 'z'), [0, y0, z0, middle * 1.5])
  const collar: Field = (x, y, z) => length2(length2(x, y - y0) - middle * 1.04, z - z0 + 0.02) - 0.028
  bench.add('collar', collar, [0, y0, z0 - 0.02, middle + 0.08], gold)
  const beads: Field = (x, y, z) => {
    const angle = atan2(x, z)
    const t = every(angle, TAU / 36) * 0.68
    return max(length3(t, y - foot - 0.09, length2(x, z) - 0.69) - 0.034, (abs(angle) - 1.9) * 0.6) * 0.9
  }
  bench.add('beads', beads, [0, foot + 0.09, 0, 0.76], shine)
  return { yaw: random.range(-0.35, 0.35), pitch: 0.2, half: 1.02, aimY: foot + 0.36, stands: foot - 0.03 }
}
