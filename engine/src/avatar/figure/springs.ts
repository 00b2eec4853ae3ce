import { smooth } from '../../math/dmath.ts'
import type { Figure } from './figure.ts'
import type { FigurePart } from './piece.ts'
import type { Bone } from './skeleton.ts'
import { type Binding, headBinding } from './weights.ts'

const { abs } = Math

/** A chain of bones that swings after the body, and how. Radii in the bust's units. */
export type Spring = {
  readonly name: string
  readonly joints: readonly string[]
  readonly stiffness: number
  readonly drag: number
  readonly gravity: number
  readonly radius: number
  /** Whether it hangs round the legs and stays out of them. */
  readonly roundLegs?: boolean
}

/** What swings: its springs, the bones they need, and how parts hang on them instead. */
export type Swinging = { readonly springs: readonly Spring[]; readonly bones: readonly Bone[]; readonly rebound: readonly FigurePart[] }

const EARS: Readonly<Record<string, readonly [stiffness: number, gravity: number]>> = {
  rabbit: [1.4, 0.1],
  dog: [0.9, 0.2],
  elephant: [1.3, 0.1],
  mouse: [2.4, 0],
  koala: [2.4, 0],
}

/** Stiffness, drag and gravity of skirts, and of sleeves, which hang down wherever the arm points. */
const SKIRT = [1.2, 0.5, 0.25] as const
const SLEEVE = [0.35, 0.5, 0.8] as const

/** Joints of skirts and sleeves by their chain. */
function clothChains(bones: readonly Bone[]): Map<string, string[]> {
  const chains = new Map<string, string[]>()
  for (const { name } of bones) {
    const chain = /^(skirt\d+|leftSleeve|rightSleeve)/.exec(name)?.[0]
    if (chain) chains.set(chain, [...(chains.get(chain) ?? []), name])
  }
  return chains
}

/** Hair below this height swings, fully a little lower. */
const HAIR_FROM = -0.15
const HAIR_FULL = -0.75

/** Springs for hair and cloth that hang, long ears, tails and trailing arms. */
export function swinging({ parts, bones: own, traits }: Figure): Swinging {
  const bones: Bone[] = []
  const springs: Spring[] = []
  const chain = (name: string, joints: readonly string[], stiffness: number, drag: number, gravity: number, radius: number) =>
    springs.push({ name, joints, stiffness, drag, gravity, radius })
  const tails = own.filter(({ name }) => name.startsWith('tail')).map(({ name }) => name)
  if (tails.length > 1) chain('tail', tails, 1.1, 0.4, 0.05, 0.08)
  for (let i = 1; i <= 4; i++) {
    const joints = own.filter(({ name }) => name.startsWith(`tentacle${i}_`)).map(({ name }) => name)
    if (joints.length > 1) chain(`tentacle ${i}`, joints, 0.9, 0.4, 0.05, 0.08)
  }
  for (const [name, joints] of clothChains(own)) {
    const isSkirt = name.startsWith('skirt')
    const [stiffness, drag, gravity] = isSkirt ? SKIRT : SLEEVE
    springs.push({ name, joints, stiffness, drag, gravity, radius: 0.03, roundLegs: isSkirt })
  }
  const rebound = parts.map((part): FigurePart => {
    if (part.name === 'hair' && hangs(part)) {
      const locks = hairBones()
      bones.push(...locks.bones)
      for (const joints of locks.chains) chain(joints[0]!, joints, 0.75, 0.35, 0.12, 0.06)
      return { ...part, binding: locks.binding }
    }
    const ears = EARS[traits.being]
    if (part.name === 'ears' && ears) {
      const ear = earBones(part, traits.being)
      bones.push(...ear.bones)
      for (const side of ['left', 'right']) chain(`${side}Ear`, [`${side}Ear1`, `${side}Ear2`], ears[0], 0.4, ears[1], 0.05)
      return { ...part, binding: ear.binding }
    }
    return part
  })
  return { springs, bones, rebound }
}

/** Whether anything of the hair is well below the ears. */
function hangs({ field }: FigurePart): boolean {
  for (let i = 0; i < 12; i++)
    for (const radius of [0.45, 0.58, 0.68]) {
      const [x, z] = AROUND[i]!
      if (field(x * radius, -0.62, z * radius - 0.05) < 0.03) return true
    }
  return false
}

const AROUND: readonly (readonly [number, number])[] = [
  [1, 0],
  [0.87, 0.5],
  [0.5, 0.87],
  [0, 1],
  [-0.5, 0.87],
  [-0.87, 0.5],
  [-1, 0],
  [-0.87, -0.5],
  [-0.5, -0.87],
  [0, -1],
  [0.5, -0.87],
  [0.87, -0.5],
]

const STRANDS = [
  ['hairBack', 0, -0.62],
  ['hairLeft', 0.6, 0.02],
  ['hairRight', -0.6, 0.02],
] as const

/** Three chains, behind and at both sides of the head. */
function hairBones(): { bones: Bone[]; chains: string[][]; binding: Binding } {
  const bones: Bone[] = []
  const chains: string[][] = []
  for (const [name, x, z] of STRANDS) {
    const heights = [-0.12, -0.5, -0.9]
    const joints = heights.map((_, i) => `${name}${i + 1}`)
    for (const [i, y] of heights.entries()) bones.push({ name: joints[i]!, parent: i === 0 ? 'head' : joints[i - 1]!, at: [x, y, z] })
    chains.push(joints)
  }
  const binding: Binding = (x, y, z, tell) => {
    const loose = smooth(HAIR_FROM, HAIR_FULL, y) * 0.92
    if (loose <= 0) return tell('head', 1)
    tell('head', 1 - loose)
    const back = smooth(0.05, -0.4, z) * smooth(0.62, 0.2, abs(x) + (z + 0.4) * 0.4)
    const second = smooth(-0.4, -0.75, y)
    for (const [name, share] of [
      ['hairBack', back],
      [x > 0 ? 'hairLeft' : 'hairRight', 1 - back],
    ] as const) {
      tell(`${name}1`, loose * share * (1 - second))
      tell(`${name}2`, loose * share * second)
    }
  }
  return { bones, chains, binding }
}

/** A joint at the root of each ear and one at its tip. */
function earBones({ bound: [, y, z] }: FigurePart, being: string): { bones: Bone[]; binding: Binding } {
  const up = being === 'rabbit'
  const root: readonly [number, number, number] = up ? [0.24, 0.5, z] : being === 'dog' ? [0.46, 0.46, z] : [0.5, y + 0.05, z]
  const tip: readonly [number, number, number] = up ? [0.36, 1.45, z] : being === 'dog' ? [0.72, -0.2, z] : [1.05, y + 0.05, z - 0.05]
  const bones: Bone[] = []
  for (const [side, s] of [
    ['left', 1],
    ['right', -1],
  ] as const) {
    bones.push({ name: `${side}Ear1`, parent: 'head', at: [s * root[0], root[1], root[2]] })
    bones.push({ name: `${side}Ear2`, parent: `${side}Ear1`, at: [s * tip[0], tip[1], tip[2]] })
  }
  const [dx, dy] = [tip[0] - root[0], tip[1] - root[1]]
  const length2 = dx * dx + dy * dy
  const binding: Binding = (x, py, pz, tell) => {
    const along = ((abs(x) - root[0]) * dx + (py - root[1]) * dy) / length2
    const share = smooth(0.02, 0.6, along)
    if (share < 1) headBinding(x, 0, pz, (bone, part) => tell(bone, part * (1 - share)))
    tell(x < 0 ? 'rightEar1' : 'leftEar1', share)
  }
  return { bones, binding }
}
