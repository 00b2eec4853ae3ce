import type { ItemBackdrop, ItemPlan, ItemStyle } from '@daedal/protocol/generation/item-plan'
import { mix, smooth } from '../math/dmath.ts'
import { fbm3 } from '../math/lattice.ts'
import { createPrng } from '../math/prng.ts'
import type { Rgb } from '../solid/field/field.ts'
import { rgb, scale } from '../solid/palette.ts'
import type { View } from '../solid/render/camera.ts'
import type { Development } from '../solid/render/develop.ts'
import type { Lamp } from '../solid/render/part.ts'
import type { Backdrop, Lighting } from '../solid/render/studio.ts'
import { type Arrangement, arrangementOf } from './arrangement.ts'
import type { Bench, Look } from './bench.ts'
import type { Pose } from './kind.ts'

const { max, sqrt } = Math

type NamedBackdrop = Exclude<ItemBackdrop, 'any'>

/** Styles in which light and shadow on the backdrop stay what they are. */
const PATTERNED: readonly string[] = ['photo', 'painterly', 'storybook'] satisfies ItemStyle[]

/** A tiny item fills less of the picture. */
const TINY = 1.6

/** A room to show an item in. */
type Room = {
  /** Colour behind the item and towards the corners, sRGB. */
  readonly centre: string
  readonly edge: string
  /** Dark rooms: the item's own light shows, smoke hangs in the air. */
  readonly dark: boolean
  /** A lit table: the item lies or stands on it and throws a soft shadow. */
  readonly table: boolean
}

/** Grounds that the seed chooses from, the plain ones oftener. */
const OPEN: readonly NamedBackdrop[] = ['studio', 'studio', 'paper', 'sand', 'slate', 'mauve', 'sage', 'dusk', 'clay']

const ROOMS: Record<NamedBackdrop, Room> = {
  studio: { centre: '#dcdcdb', edge: '#b4b6b8', dark: false, table: true },
  paper: { centre: '#e9e4d8', edge: '#c5bcab', dark: false, table: true },
  sand: { centre: '#e8dcc8', edge: '#a88d70', dark: false, table: true },
  slate: { centre: '#b8c9d6', edge: '#58708a', dark: false, table: true },
  mauve: { centre: '#d6c3cf', edge: '#7e5f78', dark: false, table: true },
  sage: { centre: '#c9d3b8', edge: '#6d7f5c', dark: false, table: true },
  dusk: { centre: '#9fb0c8', edge: '#3e4a66', dark: false, table: true },
  clay: { centre: '#e0c0a0', edge: '#8f5a48', dark: false, table: true },
  moss: { centre: '#8a8468', edge: '#2f2c24', dark: false, table: true },
  frost: { centre: '#bfe4f5', edge: '#3f7fa8', dark: false, table: false },
  night: { centre: '#3a4468', edge: '#0f1120', dark: true, table: false },
  violet: { centre: '#3a2450', edge: '#0d0814', dark: true, table: false },
  ember: { centre: '#7a2a14', edge: '#1a0806', dark: true, table: false },
  lamplight: { centre: '#5a4a52', edge: '#15131c', dark: true, table: true },
}

export type Staging = {
  readonly view: View
  readonly lighting: Lighting
  readonly backdrop: Backdrop
  readonly floorDrop: number
  readonly development: Development
}

/** The ground that a plan names, or that the seed chooses. */
export const groundOf = ({ backdrop }: Pick<ItemPlan, 'backdrop'>, seed: number): NamedBackdrop =>
  backdrop === 'any' ? createPrng(seed, 'item backdrop').pick(OPEN) : backdrop

/** Camera, light and ground for an item in its pose. */
export function stage(plan: ItemPlan, look: Look, bench: Bench, pose: Pose, lamps: readonly Lamp[], seed: number): Staging {
  const name = groundOf(plan, seed)
  const room = ROOMS[name]
  const dimness = (pose.dark && room.dark ? 0.62 : 1) * (look.modifiers.has('cursed') ? 0.75 : 1)
  const ground = rgb(room.edge)
  const arrangement = arrangementOf(seed, room.table && PATTERNED.includes(plan.style))
  return {
    ...placement(plan, room, pose, arrangement),
    backdrop: backdropOf(plan, room, look, bench.glowing, arrangement),
    lighting: { ...lightingOf(room, look.accent, ground, dimness, lamps), key: arrangement.key, side: arrangement.side },
    development: {
      bloom: 0.75,
      threshold: 1.7,
      saturation: room.dark ? 1.12 : 1.06,
      vignette: name === 'studio' || name === 'paper' ? 0.1 : 0.28,
      grain: 0.004,
    },
  }
}

function placement(plan: ItemPlan, room: Room, pose: Pose, arrangement: Arrangement): Pick<Staging, 'view' | 'floorDrop'> {
  const { turn, lift, mirrored, zoom, across, down } = arrangement
  const tall = max(1, plan.size.h / plan.size.w)
  const half = pose.half * zoom * tall * (plan.modifiers.includes('tiny') ? TINY : 1)
  const side = mirrored ? -1 : 1
  const aim = [(pose.aimX ?? 0) + across * half, (pose.aimY ?? 0) + down * half, 0] as const
  const base = { distance: 6.5, half, target: aim }
  if (pose.stands !== null)
    return {
      view: { ...base, kind: 'standing', yaw: side * pose.yaw + turn, pitch: (pose.pitch ?? 0.08) + lift, roll: 0 },
      floorDrop: aim[1] - pose.stands,
    }
  if (room.table)
    return {
      view: {
        ...base,
        kind: 'lying',
        half: half * 0.98,
        yaw: 0,
        pitch: 0.56 + lift * 1.6,
        roll: -side * (pose.roll ?? -0.4) + turn * 0.8,
      },
      floorDrop: pose.thickness ?? 0.1,
    }
  return {
    view: {
      ...base,
      kind: 'hovering',
      yaw: side * pose.yaw + turn,
      pitch: (pose.pitch ?? 0.08) + lift,
      roll: side * (pose.roll ?? 0) + turn * 0.5,
    },
    floorDrop: 1.25,
  }
}

function backdropOf(plan: ItemPlan, room: Room, look: Look, glowing: boolean, arrangement: Arrangement): Backdrop {
  const centre = rgb(room.centre)
  const edge = rgb(room.edge)
  const fiery = plan.modifiers.includes('fiery')
  const { accent } = look
  const { pool, spread, patternAt, drift } = arrangement
  return (u, v, out) => {
    const a = u - pool[0]
    const b = v - pool[1]
    const d = spread * sqrt(a * a + b * b * 1.1)
    const lit = patternAt(u, v)
    const t = smooth(0.05, 1.5, d)
    const smoke = room.dark && glowing ? fbm3(u * 1.8 + drift, v * 1.8 - (fiery ? d : 0), drift, 4) - 0.5 : 0
    const light = room.dark ? (glowing ? 0.5 : 0.16) * max(0, 1 - d * 0.95) * (0.55 + smoke * 2.2) : 0
    for (let k = 0; k < 3; k++) out[k] = max(0, (mix(centre[k]!, edge[k]!, t) + accent[k]! * light) * (1.02 - 0.12 * d) * lit)
  }
}

function lightingOf(room: Room, accent: Rgb, ground: Rgb, dimness: number, lamps: readonly Lamp[]): Omit<Lighting, 'key' | 'side'> {
  // on a pale table the room itself fills the shadows, so the lamps that do are turned down
  const filling = dimness * (room.table && !room.dark ? 0.72 : 1)
  return {
    keyColour: [1.75 * dimness, 1.6 * dimness, 1.42 * dimness],
    fillColour: [0.18 * filling, 0.22 * filling, 0.3 * filling],
    rimColour: room.dark ? scale(accent, 3, 0.6) : [1.3, 1.25, 1.25],
    secondRimColour: room.dark ? scale(accent, 2, 0.2) : [0.7, 0.75, 0.95],
    sky: [0.42 * filling, 0.45 * filling, 0.52 * filling],
    ground: room.table && !room.dark ? scale(ground, 0.36, 0.05) : scale(ground, 0.6, 0.1),
    hardness: 6,
    gloss: room.dark ? 0.28 : 0.07,
    shadowFloor: room.dark ? 0.42 : 0.3,
    lamps,
  }
}
