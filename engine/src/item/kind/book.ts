import { atan2, cos, PI, sin, smooth } from '../../math/dmath.ts'
import { smoothMin } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field, Field2 } from '../../solid/field/field.ts'
import { box, length2, length3, rectangle } from '../../solid/field/shapes.ts'
import { every } from '../../solid/field/solids.ts'
import { plain } from '../../solid/material/plain.ts'
import { scale } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { EDGE_COLOURS, leafEdges, openBook, stackedBooks } from '../shape/pages.ts'
import { SIGNETS } from '../shape/signets.ts'

const { abs, floor, max, min } = Math

/** Half the height and half the thickness of a book that is 1.16 wide. */
type Size = { readonly tall: number; readonly thick: number }

/** A strap from the back to a lock on the front, its plate nailed down and its keyhole dark. */
function addLock(bench: Bench, { thick }: Size): void {
  const front = thick + 0.025
  const strap: Field = (x, y, z) => box(x - 0.48, y, z, 0.16, 0.1, thick + 0.015, 0.02)
  bench.add('strap', strap, [0.48, 0, 0, thick + 0.2], bench.hide(scale(bench.fabric, 0.6)))
  const plate: Field = (x, y, z) => {
    const round = smoothMin(length2(x - 0.3, y) - 0.17, box(x - 0.3, y + 0.14, 0, 0.11, 0.1, 1, 0.04), 0.06)
    const keyhole = min(length2(x - 0.3, y - 0.03) - 0.042, max(abs(x - 0.3) - 0.012 - max(0, 0.02 - y) * 0.2, abs(y + 0.05) - 0.085))
    return max(round, abs(z - front) - 0.03, -keyhole) * 0.9 - 0.008
  }
  bench.add('lock', plate, [0.3, -0.05, front, 0.32], bench.fitting({ rough: 0.18, wear: 0.3 }))
  const nails: Field = (x, y, z) => length3(abs(x - 0.3) - 0.115, abs(y + 0.02) - 0.085, z - front - 0.035) - 0.022
  bench.add('nails', nails, [0.3, -0.02, front + 0.035, 0.2], bench.fitting({ rough: 0.14 }))
  const dark: Field = (x, y, z) => box(x - 0.3, y + 0.02, z - front + 0.003, 0.07, 0.14, 0.006, 0.004)
  bench.add('dark', dark, [0.3, -0.02, front - 0.003, 0.18], plain([0.01, 0.009, 0.008]))
}

/** Boards, spine and leaves. */
function addBody(bench: Bench, { tall, thick }: Size): void {
  const { random } = bench
  const gap = random.pick([0.26, 0.36, 0.5])
  const cover: Field = (x, y, z) => {
    const boards = max(box(x, y, z, 0.58, tall, thick, 0.03), -box(x - 0.08, y, z, 0.6, tall + 0.12, thick - 0.045, 0.01))
    const spine = max(length2(x + 0.5, (z * 0.124) / thick) - 0.13, abs(y) - tall)
    const ribs = x < -0.46 ? 0.02 * smooth(0.05, 0.03, abs(every(y, gap))) : 0
    return smoothMin(boards, spine * min(1, thick / 0.16), 0.03) - ribs
  }
  const reach = length3(0.64, tall, thick) + 0.03
  bench.add('cover', cover, [0, 0, 0, reach], bench.hide(bench.fabric))
  if (random.chance(0.35)) {
    // half bound: the spine and the hinges in another hide
    const back: Field = (x, y, z) => max(cover(x, y, z) - 0.008, x + 0.3)
    bench.add('back', back, [-0.3, 0, 0, reach], bench.hide(scale(bench.fabric, 0.42)))
  }
  const leaves: Field = (x, y, z) => box(x - 0.03, y, z, 0.54, tall - 0.05, thick - 0.048, 0.01)
  bench.add('pages', leaves, [0.03, 0, 0, reach], leafEdges('z', random.pick(EDGE_COLOURS)))
}

/** Caps on the corners and clasps on the fore edge, or none. */
function addFittings(bench: Bench, { tall, thick }: Size): void {
  const { random } = bench
  const reach = length3(0.62, tall, thick) + 0.06
  const corners = random.pick(['cut', 'cut', 'round', 'none'] as const)
  if (corners !== 'none') {
    const caps: Field = (x, y, z) => {
      const edge = corners === 'cut' ? tall + 0.34 - x - abs(y) : length2(x - 0.6, abs(y) - tall) - 0.27
      return max(box(x, y, z, 0.6, tall + 0.02, thick + 0.022, 0.03), edge, -box(x, y, z, 0.7, tall + 0.12, thick - 0.05, 0.01))
    }
    bench.add('corners', caps, [0.2, 0, 0, reach], bench.fitting({ hammer: 0.04 }))
  }
  if (bench.form === 'locked') return
  const clasps = random.pick(['two', 'two', 'one', 'none'] as const)
  if (clasps === 'none') return
  const at = clasps === 'two' ? tall * 0.48 : 0
  const clasp: Field = (x, y, z) => box(x - 0.5, abs(y) - at, z, 0.1, clasps === 'two' ? 0.06 : 0.1, thick + 0.026, 0.02)
  bench.add('clasps', clasp, [0.5, 0, 0, at + thick + 0.16], bench.fitting())
}

/** A device with a stone or raised of metal in the middle of the front. */
function addEmblem(bench: Bench, { thick }: Size): void {
  const { random } = bench
  const fitting = bench.fitting()
  const raised = (name: string, flat: Field2, reach: number, high = 0.022) =>
    bench.add(name, (x, y, z) => max(flat(x - 0.05, y), abs(z - thick - 0.008) - high) * 0.85 - 0.006, [0.05, 0, thick, reach], fitting)
  const kind = random.pick(['ringed', 'ringed', 'sun', 'star', 'crescent', 'eye', 'diamond'] as const)
  if (kind === 'ringed') {
    const count = random.pick([6, 8, 12])
    const step = (2 * PI) / count
    const ring: Field = (x, y, z) => {
      const u = x - 0.05
      const circle = max(abs(length2(u, y) - 0.27) - 0.022, abs(z - thick - 0.01) - 0.025)
      const angle = floor(atan2(y, u) / step + 0.5) * step
      return min(circle, length3(u - cos(angle) * 0.27, y - sin(angle) * 0.27, z - thick - 0.015) - 0.04)
    }
    bench.add('emblem', ring, [0.05, 0, thick + 0.01, 0.36], fitting)
  } else if (kind === 'eye') {
    const lids: Field2 = (x, y) => abs(max(length2(x, y - 0.2) - 0.4, length2(x, y + 0.2) - 0.4)) - 0.025
    const rays: Field2 = (x, y) =>
      max(abs(every(atan2(y, x), PI / 8)) * length2(x, y) - 0.014, length2(x, y) - 0.48, 0.28 - abs(y) - 0.1 * abs(x))
    raised('emblem', (x, y) => min(lids(x, y), rays(x, y)), 0.52)
  } else if (kind === 'diamond') {
    raised('emblem', (x, y) => abs((abs(x) * 1.3 + abs(y) - 0.44) * 0.6) - 0.026, 0.48)
  } else if (kind === 'crescent') {
    raised('emblem', SIGNETS.crescent(0.34), 0.4, 0.03)
  } else raised('emblem', (x, y) => max(SIGNETS[kind](0.38)(x, y), 0.16 - length2(x, y)), 0.44, 0.03)
  const [gx, r] = kind === 'crescent' ? [0.2, 0.085] : [0.05, 0.15]
  bench.addGem(brilliantCut(gx, 0, thick + 0.01, r, r * 0.93, 8, 'z'), [gx, 0, thick + 0.01, r * 1.47])
}

/** Fillets of metal let into the front. */
function addFrame(bench: Bench, { tall, thick }: Size): void {
  const { random } = bench
  const style = random.pick(['plain', 'double', 'oval', 'lozenge', 'panels'] as const)
  const inner = tall - 0.22
  const line: Field2 = (x, y) => {
    const outer = abs(rectangle(x, y, 0.36, inner, 0.06)) - 0.014
    if (style === 'plain') return outer
    if (style === 'double') return min(outer, abs(rectangle(x, y, 0.28, inner - 0.08, 0.02)) - 0.009)
    if (style === 'oval') return min(outer, abs(length2(x * 1.5, y) - inner * 0.72) * 0.66 - 0.014)
    if (style === 'lozenge') return min(outer, abs((abs(x) / 0.3 + abs(y) / (inner - 0.1) - 1) * 0.25) - 0.012)
    return min(outer, max(min(abs(abs(y) - inner * 0.33) - 0.012, abs(x) - 0.012), abs(x) - 0.35, abs(y) - inner + 0.01))
  }
  const frame: Field = (x, y, z) => max(line(x - 0.03, y), abs(z - thick - 0.005) - 0.014)
  bench.add('frame', frame, [0.03, 0, thick, length2(0.38, tall)], bench.fitting())
  if (style === 'oval' || style === 'lozenge') {
    const device = SIGNETS[random.pick(['star', 'sun', 'crescent', 'cross', 'shield'] as const)](style === 'oval' ? 0.17 : 0.12)
    const mark: Field = (x, y, z) => max(device(x - 0.03, y), abs(z - thick - 0.006) - 0.016)
    bench.add('device', mark, [0.03, 0, thick, 0.26], bench.fitting({ rough: 0.14 }))
  }
}

/** Bands of metal round the boards, studs on them and a boss in the middle. */
function addBands(bench: Bench, { tall, thick }: Size): void {
  const { random } = bench
  const rows = random.pick([[0.5], [0.66, 0], [0.36]])
  const upright = random.chance(0.6)
  const iron = bench.fitting({ rough: 0.3, hammer: 0.07 })
  const shell: Field = (x, y, z) => {
    let d = upright ? max(abs(x - 0.05) - 0.06, abs(y) - tall - 0.02) : 9
    for (const at of rows) d = min(d, abs(abs(y) - at * tall) - 0.06)
    return max(box(x, y, z, 0.605, tall + 0.02, thick + 0.026, 0.03), d, -box(x - 0.05, y, z, 0.62, tall - 0.06, thick - 0.03, 0.01))
  }
  bench.add('bands', shell, [0, 0, 0, length3(0.63, tall, thick) + 0.05], iron)
  const studs: Field = (x, y, z) => {
    let v = 9
    for (const at of rows) v = min(v, abs(abs(y) - at * tall))
    return max(length3(every(x - 0.05, 0.19), v, z - thick - 0.025) - 0.034, abs(x - 0.05) - 0.5)
  }
  bench.add('studs', studs, [0.05, 0, thick, length2(0.54, tall * 0.7)], bench.fitting({ rough: 0.16 }))
  const boss: Field = (x, y, z) => {
    const r = length2(x - 0.05, y)
    return smoothMin(max(r - 0.24, abs(z - thick) - 0.045), length3(x - 0.05, y, (z - thick) * 1.4) - 0.14, 0.04) * 0.9
  }
  bench.add('boss', boss, [0.05, 0, thick, 0.3], iron)
  bench.addGem(brilliantCut(0.05, 0, thick + 0.09, 0.1, 0.09, 8, 'z'), [0.05, 0, thick + 0.09, 0.15])
}

function shut(bench: Bench): Pose {
  const { form, random } = bench
  const size: Size = { tall: random.pick([0.66, 0.78, 0.78, 0.84]), thick: random.pick([0.13, 0.2, 0.27]) }
  addBody(bench, size)
  if (form === 'bound') addBands(bench, size)
  else {
    addFittings(bench, size)
    if (form === 'emblem') addEmblem(bench, size)
    else addFrame(bench, size)
  }
  if (form === 'locked') addLock(bench, size)
  return { yaw: random.range(-0.62, -0.3), pitch: random.range(0.1, 0.2), roll: 0, half: 1.12, stands: -size.tall - 0.02 }
}

export const book: Kind = {
  forms: ['emblem', 'plain', 'locked', 'bound', 'open', 'stack'],
  rare: ['stack'],
  build(bench) {
    if (bench.glowing) bench.addLamp({ at: [0.05, 0.1, 0.5], colour: bench.accent, strength: 0.3, falloff: 5 })
    if (bench.form === 'open') return openBook(bench)
    return bench.form === 'stack' ? stackedBooks(bench) : shut(bench)
  },
}
