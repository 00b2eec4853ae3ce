import type { GlbWriter, Json } from './glb.ts'

/** What an avatar is called and who made it, as VRM 1.0 asks it. */
export type VrmMeta = {
  readonly name: string
  readonly authors: readonly string[]
  readonly copyrightInformation?: string
}

type Bind = { readonly node: number; readonly index: number; readonly weight: number }

export type VrmExpression = {
  readonly binds: readonly Bind[]
  /** What else of a face stands still while it shows. */
  readonly overrides?: { readonly blink?: 'none' | 'block' | 'blend'; readonly mouth?: 'none' | 'block' | 'blend' }
}

export type VrmSpring = {
  readonly name: string
  readonly joints: readonly number[]
  readonly stiffness: number
  readonly drag: number
  readonly gravity: number
  /** Metres. */
  readonly radius: number
  /** Names of the groups of colliders it stays out of. */
  readonly avoids: readonly string[]
}

/** A sphere that springs do not enter, at a place of a node, in metres; with a `tail`, all spheres from there to it. */
export type VrmCollider = {
  readonly group: string
  readonly node: number
  readonly offset: readonly [number, number, number]
  readonly radius: number
  readonly tail?: readonly [number, number, number]
}

export type VrmParts = {
  readonly meta: VrmMeta
  /** Nodes of the bones VRM knows, by its names. */
  readonly bones: ReadonlyMap<string, number>
  readonly expressions: ReadonlyMap<string, VrmExpression>
  /** Nodes with meshes, and whether the wearer's own camera sees them. */
  readonly meshes: readonly { readonly node: number; readonly firstPerson: 'auto' | 'both' | 'thirdPersonOnly' }[]
  /** Where the eyes are from the head's bone, in metres. */
  readonly eyes: readonly [number, number, number]
  readonly springs: readonly VrmSpring[]
  readonly colliders: readonly VrmCollider[]
}

/** How far eyes turn for a target at the rim of what they can follow, degrees. */
const [ASIDE, UP_DOWN] = [14, 10]

/**
 * What an asset's licence grants stands in its provenance record, which the engine does not know when it writes the file; so the file itself
 * grants nothing. These are the defaults of the specification, written out.
 */
const LEAST_PROMISE = {
  licenseUrl: 'https://vrm.dev/licenses/1.0/',
  avatarPermission: 'onlyAuthor',
  allowExcessivelyViolentUsage: false,
  allowExcessivelySexualUsage: false,
  commercialUsage: 'personalNonProfit',
  allowPoliticalOrReligiousUsage: false,
  allowAntisocialOrHateUsage: false,
  creditNotation: 'required',
  allowRedistribution: false,
  modification: 'prohibited',
} as const

/** The extension members of a VRM 1.0 document. @see https://github.com/vrm-c/vrm-specification/tree/master/specification/VRMC_vrm-1.0 */
export function vrmExtensions(glb: GlbWriter, parts: VrmParts): { readonly [key: string]: Json } {
  glb.uses('VRMC_vrm')
  const range = (outputScale: number) => ({ inputMaxValue: 90, outputScale })
  const vrm = {
    specVersion: '1.0',
    meta: {
      ...parts.meta,
      version: '1',
      ...LEAST_PROMISE,
    },
    humanoid: { humanBones: Object.fromEntries([...parts.bones].map(([name, node]) => [name, { node }])) },
    firstPerson: { meshAnnotations: parts.meshes.map(({ node, firstPerson }) => ({ node, type: firstPerson })) },
    lookAt: {
      type: 'bone',
      offsetFromHeadBone: parts.eyes,
      rangeMapHorizontalInner: range(ASIDE),
      rangeMapHorizontalOuter: range(ASIDE),
      rangeMapVerticalDown: range(UP_DOWN),
      rangeMapVerticalUp: range(UP_DOWN),
    },
    expressions: { preset: Object.fromEntries([...parts.expressions].map(([name, expression]) => [name, presetOf(expression)])) },
  }
  if (parts.springs.length === 0) return { VRMC_vrm: vrm }
  glb.uses('VRMC_springBone')
  return { VRMC_vrm: vrm, VRMC_springBone: springBones(parts) }
}

const presetOf = ({ binds, overrides = {} }: VrmExpression): Json => ({
  ...(binds.length > 0 ? { morphTargetBinds: binds } : {}),
  isBinary: false,
  overrideBlink: overrides.blink ?? 'none',
  overrideLookAt: 'none',
  overrideMouth: overrides.mouth ?? 'none',
})

function springBones({ springs, colliders }: VrmParts): Json {
  const groups = [...new Set(colliders.map(({ group }) => group))]
  return {
    specVersion: '1.0',
    colliders: colliders.map(({ node, offset, radius, tail }) => ({
      node,
      shape: tail ? { capsule: { offset, radius, tail } } : { sphere: { offset, radius } },
    })),
    colliderGroups: groups.map((name) => ({ name, colliders: colliders.flatMap(({ group }, i) => (group === name ? [i] : [])) })),
    springs: springs.map(({ name, joints, stiffness, drag, gravity, radius, avoids }) => ({
      name,
      joints: joints.map((node) => ({
        node,
        hitRadius: radius,
        stiffness,
        gravityPower: gravity,
        gravityDir: [0, -1, 0],
        dragForce: drag,
      })),
      colliderGroups: avoids.map((name) => groups.indexOf(name)),
    })),
  }
}
