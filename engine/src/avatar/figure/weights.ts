import { clamp, mix, smooth } from '../../math/dmath.ts'
import type { Frame } from './frame.ts'
import { FINGERS, PALM, THUMB_AT } from './skeleton.ts'

const { abs } = Math

/** Tells how much of a point each bone moves; shares need not sum to 1, and a bone may be told twice. */
export type Binding = (x: number, y: number, z: number, tell: (bone: string, share: number) => void) => void

/** Moves with one bone. */
export const rigid =
  (bone: string): Binding =>
  (_x, _y, _z, tell) =>
    tell(bone, 1)

/** Trunk below the neck by height. */
function trunk(y: number, share: number, hipY: number, tell: (bone: string, share: number) => void): void {
  const spine = smooth(hipY + 0.14, hipY + 0.42, y)
  const chest = smooth(-1.86, -1.56, y)
  const upper = smooth(-1.46, -1.2, y)
  const neck = smooth(-1, -0.84, y)
  const head = smooth(-0.7, -0.5, y)
  tell('hips', share * (1 - spine))
  tell('spine', share * spine * (1 - chest))
  tell('chest', share * chest * (1 - upper))
  tell('upperChest', share * upper * (1 - neck))
  tell('neck', share * neck * (1 - head))
  tell('head', share * head)
}

/** All that is worn or grown about head and neck: with the head, then by height down to the chest. */
export const headBinding: Binding = (_x, y, _z, tell) => trunk(y, 1, -9, tell)

/** Trunk, arms and legs. `skirt` is 1 for cloth that hangs between the legs. */
export function bodyBinding(frame: Frame, skirt = 0): Binding {
  const { shoulder, elbow, wrist, hip, knee, ankle, z: middle, limbs } = frame
  const fingered = limbs === 'hands' || limbs === 'grips'
  return (x, y, z, tell) => {
    const ax = abs(x)
    const side = x < 0 ? 'right' : 'left'
    const drop = clamp((shoulder.y - 0.12 - y) / 0.5, 0, 1)
    const from = shoulder.x - 0.14 + drop * 0.3
    const arm = y < hip.y + 0.1 ? 0 : smooth(from, from + 0.3, ax) * (y > -0.7 ? 0 : 1)
    if (arm > 0) armShares(ax, y, z, arm, side, tell)
    let rest = 1 - arm
    const leg = smooth(hip.y + 0.26, hip.y - 0.2, y) * (1 - 0.45 * skirt)
    if (rest > 0 && leg > 0) {
      const width = mix(0.07, 0.3, skirt)
      const left = smooth(-width, width, x)
      legShares(y, z, rest * leg * left, 'left', tell)
      legShares(y, z, rest * leg * (1 - left), 'right', tell)
      rest *= 1 - leg
    }
    if (rest <= 0) return
    // the top of a shoulder follows the arm a little
    const collar = smooth(shoulder.x * 0.35, shoulder.x, ax) * smooth(-1.5, -1.15, y) * 0.6
    tell(`${side}Shoulder`, rest * collar)
    trunk(y, rest * (1 - collar), hip.y, tell)
  }

  function armShares(ax: number, y: number, z: number, share: number, side: string, tell: (bone: string, share: number) => void): void {
    const lower = smooth(elbow - 0.13, elbow + 0.13, ax)
    const hand = smooth(wrist - 0.1, wrist + 0.07, ax)
    tell(`${side}UpperArm`, share * (1 - lower))
    tell(`${side}LowerArm`, share * lower * (1 - hand))
    if (hand <= 0) return
    if (fingered) fingerShares(ax - wrist, y - shoulder.y, z - middle, share * hand, side, tell)
    else tell(`${side}Hand`, share * hand)
  }

  function legShares(y: number, z: number, share: number, side: string, tell: (bone: string, share: number) => void): void {
    const lower = smooth(knee + 0.15, knee - 0.15, y) * (1 - 0.5 * skirt)
    const foot = smooth(ankle + 0.08, ankle - 0.06, y) * (1 - skirt)
    const toes = smooth(middle + 0.18, middle + 0.34, z) * foot
    tell(`${side}UpperLeg`, share * (1 - lower))
    tell(`${side}LowerLeg`, share * lower * (1 - foot))
    tell(`${side}Foot`, share * lower * (foot - toes))
    tell(`${side}Toes`, share * lower * toes)
  }
}

/** A point of a hand, from the wrist: the palm, or the nearest finger's joints along it. */
function fingerShares(x: number, y: number, z: number, share: number, side: string, tell: (bone: string, share: number) => void): void {
  const thumb = thumbReach(x, y, z)
  if (thumb > 0.02) {
    const along = clamp((x + z - 0.125) / 0.19, 0, 1)
    const second = smooth(0.3, 0.55, along)
    const third = smooth(0.62, 0.85, along)
    tell(`${side}Hand`, share * (1 - thumb))
    tell(`${side}ThumbMetacarpal`, share * thumb * (1 - second))
    tell(`${side}ThumbProximal`, share * thumb * second * (1 - third))
    tell(`${side}ThumbDistal`, share * thumb * second * third)
    return
  }
  let nearest: (typeof FINGERS)[number] = FINGERS[0]
  let least = 9
  for (const finger of FINGERS) {
    const d = abs(z - finger.z - finger.lean * (x - PALM))
    if (d < least) {
      least = d
      nearest = finger
    }
  }
  const along = (x - PALM) / nearest.length
  const first = smooth(-0.12, 0.12, along)
  const second = smooth(0.24, 0.43, along)
  const third = smooth(0.57, 0.76, along)
  tell(`${side}Hand`, share * (1 - first))
  tell(`${side}${nearest.name}Proximal`, share * first * (1 - second))
  tell(`${side}${nearest.name}Intermediate`, share * second * (1 - third))
  tell(`${side}${nearest.name}Distal`, share * third)
}

/** How far a point belongs to the thumb: it lies on the forward side of the palm. */
function thumbReach(x: number, y: number, z: number): number {
  const [from, , , to] = THUMB_AT
  const dx = to[0] - from[0]
  const dz = to[2] - from[2]
  const h = clamp(((x - from[0]) * dx + (z - from[2]) * dz) / (dx * dx + dz * dz), 0, 1)
  const ex = x - from[0] - dx * h
  const ez = z - from[2] - dz * h
  const away = Math.sqrt(ex * ex + ez * ez + y * y)
  return smooth(0.1, 0.06, away) * smooth(0.11, 0.15, z + 0.35 * h * 0.1) * smooth(-0.2, 0.2, h)
}

/** The four strongest bones of a point, as bytes that sum to 255. */
export type Skinning = { readonly joints: Uint8Array; readonly weights: Uint8Array }

const INFLUENCES = 4

export function skin(positions: ArrayLike<number>, binding: Binding, numberOf: ReadonlyMap<string, number>): Skinning {
  const count = positions.length / 3
  const joints = new Uint8Array(count * INFLUENCES)
  const weights = new Uint8Array(count * INFLUENCES)
  const told = new Map<string, number>()
  const tell = (bone: string, share: number) => {
    if (share > 1e-4) told.set(bone, (told.get(bone) ?? 0) + share)
  }
  for (let i = 0; i < count; i++) {
    told.clear()
    binding(positions[i * 3]!, positions[i * 3 + 1]!, positions[i * 3 + 2]!, tell)
    const best = [...told].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, INFLUENCES)
    const sum = best.reduce((total, [, share]) => total + share, 0)
    let left = 255
    for (const [k, [bone, share]] of best.entries()) {
      const number = numberOf.get(bone)
      if (number === undefined) throw new Error(`no bone ${bone}`)
      const byte = k === best.length - 1 ? left : Math.min(left, Math.floor((share / sum) * 255 + 0.5))
      left -= byte
      if (byte === 0) continue
      joints[i * INFLUENCES + k] = number
      weights[i * INFLUENCES + k] = byte
    }
  }
  return { joints, weights }
}
