import type { Field2 } from '../../solid/field/field.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Material } from '../../solid/render/part.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { breadthOf, endOf, type Headstock } from '../shape/guitar-bodies.ts'
import { archTop, flatTop, resonator } from '../shape/guitar-hollow.ts'
import { addCase, addStand, addStrap, CASE_DEPTH, STAND_FOOT } from '../shape/guitar-keep.ts'
import { addHead, addNeck, addStrings, type Scale } from '../shape/guitar-neck.ts'
import { solidBody } from '../shape/guitar-solid.ts'

const NUT = 0.84
/** A guitar without what it is kept in. */
type Made = { readonly scale: Scale; readonly outline: Field2; readonly head: Headstock; readonly wood: Material; readonly maple: boolean }

const BODIES = ['dreadnought', 'jumbo', 'parlour', 'waisted', 'cutaway', 'horned', 'teardrop', 'bell'] as const

function acoustic(bench: Bench): Made {
  const { random } = bench
  const name = random.pick(BODIES)
  const paired = name !== 'parlour' && name !== 'waisted' && random.chance(0.2)
  const { outline, ...body } = flatTop(bench, name)
  const scale: Scale = { ...body, nut: NUT, wide: name === 'waisted' ? 0.074 : 0.062, courses: 6, paired }
  const head = paired
    ? 'double'
    : name === 'waisted' || name === 'parlour'
      ? 'slotted'
      : random.pick(['round', 'square', 'crowned'] as const)
  return { scale, outline, head, wood: bench.timber('#2c140c', '#4a2616'), maple: false }
}

function ukulele(bench: Bench): Made {
  const { outline, ...body } = flatTop(bench, bench.random.pick(['waisted', 'waisted', 'bell'] as const))
  const scale: Scale = { ...body, nut: 0.66, wide: 0.1, courses: 4 }
  return { scale, outline, head: 'square', wood: bench.timber('#5a3018', '#8a5630'), maple: false }
}

function electric(bench: Bench, bass: boolean): Made {
  const { head, coat, outline, ...body } = solidBody(bench)
  const maple = bench.random.chance(0.4)
  const wood = bench.random.chance(0.45) ? coat : maple ? bench.timber('#b07a46', '#dcae74') : bench.timber('#2c140c', '#4a2616')
  return bass
    ? { scale: { ...body, nut: 1.16, wide: 0.066, courses: 4 }, outline, head: 'inline', wood, maple }
    : { scale: { ...body, nut: NUT, wide: 0.062, courses: 6 }, outline, head, wood, maple }
}

function make(bench: Bench): Made {
  if (bench.form === 'electric' || bench.form === 'bass') return electric(bench, bench.form === 'bass')
  if (bench.form === 'ukulele') return ukulele(bench)
  if (bench.form === 'acoustic') return acoustic(bench)
  const vaulted = bench.form === 'archtop'
  const { outline, ...body } = vaulted ? archTop(bench) : resonator(bench)
  const head = vaulted ? bench.random.pick(['crowned', 'round', 'arrow'] as const) : bench.random.pick(['slotted', 'square'] as const)
  const scale: Scale = { ...body, nut: NUT, wide: 0.062, courses: 6 }
  return { scale, outline, head, wood: bench.timber('#1c100c', '#38201a'), maple: false }
}

/** Lying on the table, with its strap, in its case, or upright on a stand. */
function keep(bench: Bench, { outline, head, scale: { nut, paired } }: Made): Pose {
  const { random } = bench
  const way = random.pick(['bare', 'bare', 'strap', 'strap', 'case', 'stand', 'stand'] as const)
  const roll = random.range(-1, -0.2)
  const side = random.chance(0.5) ? 1 : -1
  const above = nut + (paired || head === 'inline' || head === 'pointed' ? 0.52 : 0.38)
  if (way === 'stand') {
    addStand(bench)
    return {
      yaw: random.range(0.1, 0.6),
      pitch: 0.1,
      half: (above - STAND_FOOT) / 2 + 0.1,
      aimY: (above + STAND_FOOT) / 2,
      stands: STAND_FOOT,
    }
  }
  const end = endOf(outline)
  if (way === 'case') {
    addCase(bench, end, breadthOf(outline), nut)
    return { roll, yaw: 0.35, half: (above - end) / 2 + 0.06, aimY: (above + end) / 2, stands: null, thickness: CASE_DEPTH }
  }
  const half = (above - end) / 2 - 0.06
  if (way === 'bare') return { roll, yaw: 0.35, half, aimY: (above + end) / 2, stands: null, thickness: 0.19 }
  addStrap(bench, end, nut, side)
  return { roll, yaw: 0.35, half: half + 0.06, aimX: 0.16 * side, aimY: (above + end) / 2 - 0.05, stands: null, thickness: 0.19 }
}

export const guitar: Kind = {
  forms: ['acoustic', 'electric', 'archtop', 'resonator', 'ukulele', 'bass'],
  rare: ['ukulele', 'bass'],
  build(bench) {
    const made = make(bench)
    const { scale, head, wood, maple } = made
    const board = maple ? bench.timber('#c08a4c', '#e8bc7c') : bench.timber('#1f110a', '#38200f')
    addNeck(bench, scale, board, maple)
    const pale = bench.random.chance(0.35)
    addHead(bench, scale, head, wood, pale ? plain(rgb('#efe6d0'), { rough: 0.3, coat: 0.5 }) : undefined)
    addStrings(bench, scale)
    return keep(bench, made)
  },
}
