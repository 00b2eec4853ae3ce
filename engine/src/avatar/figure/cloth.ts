import { atan2, cos, sin, smooth, TAU } from '../../math/dmath.ts'
import type { Cut } from './form.ts'
import type { Frame } from './frame.ts'
import type { Bone } from './skeleton.ts'
import type { Binding } from './weights.ts'

const { abs, floor } = Math

/** Cloth that hangs from a body: its bones, and how what is worn moves with them. */
export type Cloth = { readonly bones: readonly Bone[]; readonly binding: Binding }

/** Chains round a skirt, the first in front, and the joints of each: one at the top, one at the knees, and its end at the hem. */
const [ROUND, JOINTS] = [8, 3] as const
/** How much of a skirt swings; the rest goes with the legs, so that viewers without springs show no cloth that they stick out of. */
const LOOSE = 0.8
/** Depth of a skirt's ring over its width. */
const FLAT = 0.84

/** The skirt and wide sleeves of a cut, where it has them. `within` moves what does not hang. */
export function clothOf(frame: Frame, cut: Cut, within: Binding): Cloth {
  const skirt = cut.skirt > 0 ? skirtCloth(frame, cut, within) : { bones: [], binding: within }
  if (cut.sleeve !== 'wide') return skirt
  const sleeves = sleeveCloth(frame, skirt.binding)
  return { bones: [...skirt.bones, ...sleeves.bones], binding: sleeves.binding }
}

/** A skirt from the waist down to its hem that swings round the legs. */
function skirtCloth({ hip, belly, waist, z: middle }: Frame, { hem, skirt }: Cut, within: Binding): Cloth {
  const top = hip.y + 0.14
  const half = (top + hem) / 2
  const bones: Bone[] = []
  for (let chain = 0; chain < ROUND; chain++)
    for (let joint = 0; joint < JOINTS; joint++) {
      const y = top + ((hem - top) * joint) / (JOINTS - 1)
      const radius = belly * 0.86 + ((skirt - belly * 0.86) * (waist - y)) / (waist - hem)
      const turn = (TAU * chain) / ROUND
      bones.push({
        name: nameOf(chain, joint),
        parent: joint === 0 ? 'hips' : nameOf(chain, joint - 1),
        at: [sin(turn) * radius, y, middle + cos(turn) * radius * FLAT],
      })
    }
  const binding: Binding = (x, y, z, tell) => {
    const loose = smooth(top + 0.06, top - 0.5, y) * LOOSE
    if (loose < 1) within(x, y, z, (bone, share) => tell(bone, share * (1 - loose)))
    if (loose <= 0) return
    const turn = (atan2(x, (z - middle) / FLAT) / TAU) * ROUND + ROUND
    const chain = floor(turn)
    const lower = smooth(half + 0.16, half - 0.16, y)
    for (const [at, share] of [
      [chain % ROUND, chain + 1 - turn],
      [(chain + 1) % ROUND, turn - chain],
    ] as const) {
      tell(nameOf(at, 0), loose * share * (1 - lower))
      tell(nameOf(at, 1), loose * share * lower)
    }
  }
  return { bones, binding }
}

const nameOf = (chain: number, joint: number) => `skirt${chain + 1}_${joint + 1}`

/** Wide sleeves that hang under the forearms of arms held out. */
function sleeveCloth({ shoulder, elbow, wrist, z: middle }: Frame, within: Binding): Cloth {
  const at = (elbow + wrist) / 2
  const bones: Bone[] = []
  for (const [side, sign] of [
    ['left', 1],
    ['right', -1],
  ] as const) {
    bones.push({ name: `${side}Sleeve1`, parent: `${side}LowerArm`, at: [sign * at, shoulder.y - 0.06, middle] })
    bones.push({ name: `${side}Sleeve2`, parent: `${side}Sleeve1`, at: [sign * at, shoulder.y - 0.6, middle] })
  }
  const binding: Binding = (x, y, z, tell) => {
    const loose = smooth(elbow - 0.2, elbow + 0.1, abs(x)) * smooth(shoulder.y - 0.1, shoulder.y - 0.42, y) * LOOSE
    if (loose < 1) within(x, y, z, (bone, share) => tell(bone, share * (1 - loose)))
    tell(x < 0 ? 'rightSleeve1' : 'leftSleeve1', loose)
  }
  return { bones, binding }
}
