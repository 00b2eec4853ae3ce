import type { AvatarPlan } from '@daedal/protocol/generation/avatar-plan'
import { avatarText } from '../describe/avatar-text.ts'
import type { BuiltModel } from '../model/built-model.ts'
import { canonicalBytes } from '../model/canonical.ts'
import { createGlb } from '../model/glb.ts'
import { type VrmCollider, vrmExtensions } from '../model/vrm.ts'
import type { RenderOptions } from '../render-options.ts'
import { RenderStopped } from '../render-stopped.ts'
import { heeded } from '../solid/field/heeded.ts'
import { ENGINE_VERSION } from '../version.ts'
import { seatOf, wheelchair } from './figure/chair.ts'
import { faceOf } from './figure/face.ts'
import { figureOf } from './figure/figure.ts'
import type { Frame } from './figure/frame.ts'
import { withoutHidden } from './figure/hidden.ts'
import { pieceOf } from './figure/mesh-part.ts'
import { motionsOf } from './figure/motion.ts'
import type { Piece } from './figure/piece.ts'
import type { Bone } from './figure/skeleton.ts'
import { swinging } from './figure/springs.ts'
import { expressionsOf, toMetres, writeBones, writeMesh, writeMotion } from './figure/write-figure.ts'
import { type Traits, traitsOf } from './traits.ts'

/** Meshing takes about this share of the time. */
const MESHED = 0.9

/** Bones that are in VRM's list of human bones; ears, tails, hair, cloth and wings are not. */
const OWN = /^(tail|tentacle|hair|skirt|leftSleeve|rightSleeve|leftEar|rightEar|leftWing|rightWing)/

/**
 * The sitter of a portrait as a whole body that moves: a VRM 1.0 in a T-pose, facing +z, with expressions, springs and two motions.
 * The same plan and seed (a uint32) give the same bytes on every machine.
 */
export function modelOfAvatar(plan: AvatarPlan, seed: number, options: RenderOptions = {}): BuiltModel {
  const heed = () => {
    if (options.shouldStop?.()) throw new RenderStopped()
  }
  options.onProgress?.(0, 'shape')
  const traits = atRest(traitsOf(plan, seed))
  const figure = figureOf(traits)
  const { frame } = figure
  const swing = swinging(figure)
  const face = faceOf({ ...figure, parts: swing.rebound })
  const bones: Bone[] = [...figure.bones, ...swing.bones]
  const still = heeded(face.still, heed)
  const pieces: Piece[] = []
  for (const [i, part] of still.entries()) {
    heed()
    const whole = pieceOf(part)
    if (whole) {
      const piece = withoutHidden(whole, part, still)
      const morphs = face.morphsOf(part.name, piece.positions)
      if (piece.index.length > 0) pieces.push(morphs ? { ...piece, morphs } : piece)
    }
    options.onProgress?.((MESHED * (i + 1)) / still.length, 'shape')
  }
  const all = [...pieces, ...face.pieces]
  const glb = createGlb(`Daedal ${ENGINE_VERSION}`)
  const { nodes, skin } = writeBones(glb, bones, frame)
  const isEye = ({ name }: Piece) => name === 'leftEye' || name === 'rightEye'
  const groups = [
    ['body', all.filter(({ morphs }) => !morphs)],
    ['face', all.filter((piece) => piece.morphs && !isEye(piece))],
    ['eyes', all.filter(isEye)],
  ] as const
  const meshes = groups
    .filter(([, group]) => group.length > 0)
    .map(([name, group]) => {
      heed()
      const written = writeMesh(glb, name, group, frame, bones)
      return { ...written, name, node: glb.node({ name: `${name}Mesh`, mesh: written.mesh, skin }) }
    })
  heed()
  const seat = traits.features.has('wheelchair') ? seatOf(frame) : null
  const chair = seat ? writeChair(glb, traits, frame) : { triangles: 0, drawCalls: 0 }
  for (const motion of motionsOf(frame, seat)) writeMotion(glb, motion, nodes, bones, frame)
  const { sight, fit } = figure
  const metres = frame.metres
  const [hx, hy, hz] = toMetres(frame)(bones.find(({ name }) => name === 'head')!.at)
  const [ex, ey, ez] = toMetres(frame)([0, fit.eyes.y, sight?.z ?? fit.eyes.z])
  const extensions = vrmExtensions(glb, {
    meta: { name: avatarText(plan, 'en'), authors: ['Daedal'] },
    bones: new Map([...nodes].filter(([name]) => !OWN.test(name))),
    expressions: expressionsOf(meshes),
    meshes: meshes.map(({ node, name }) => ({ node, firstPerson: name === 'body' ? 'auto' : 'thirdPersonOnly' })),
    eyes: [ex - hx, ey - hy, ez - hz],
    springs: swing.springs.map((spring) => ({
      ...spring,
      joints: spring.joints.map((joint) => nodes.get(joint)!),
      radius: spring.radius * metres,
      avoids: spring.roundLegs ? ['legs'] : ['body'],
    })),
    colliders: collidersOf(nodes, frame),
  })
  const file = glb.finish({ name: 'avatar' }, { extensions })
  options.onProgress?.(1, 'done')
  const sum = (of: 'triangles' | 'drawCalls') => meshes.reduce((total, mesh) => total + mesh[of], chair[of])
  return {
    role: 'avatar',
    glb: file,
    canonical: canonicalBytes(file, []),
    counts: { triangles: sum('triangles'), drawCalls: sum('drawCalls') },
  }
}

/** A face at rest: open mouths and winks are expressions of the model. */
function atRest(traits: Traits): Traits {
  const { expression } = traits
  if (expression === 'laughing' || expression === 'wink') return { ...traits, expression: 'happy' }
  return expression === 'surprised' ? { ...traits, expression: 'calm' } : traits
}

function writeChair(glb: ReturnType<typeof createGlb>, traits: Traits, frame: Frame): { triangles: number; drawCalls: number } {
  const pieces = wheelchair(traits, frame).flatMap((part) => pieceOf(part) ?? [])
  const written = writeMesh(glb, 'wheelchair', pieces, frame, null)
  glb.node({ name: 'wheelchair', mesh: written.mesh })
  return written
}

/** Head, chest and hips, and the legs, that springs stay out of. */
function collidersOf(nodes: ReadonlyMap<string, number>, { metres, hip, knee, ankle, leg }: Frame): VrmCollider[] {
  const limb = (bone: string, length: number, radius: number): VrmCollider[] =>
    ['left', 'right'].map((side) => ({
      group: 'legs',
      node: nodes.get(`${side}${bone}`)!,
      offset: [0, 0, 0],
      tail: [0, -length * metres, 0],
      radius: radius * metres,
    }))
  return [
    { group: 'body', node: nodes.get('head')!, offset: [0, 0.66 * metres, 0.04 * metres], radius: 0.5 * metres },
    { group: 'body', node: nodes.get('upperChest')!, offset: [0, -0.1 * metres, 0], radius: 0.32 * metres },
    { group: 'body', node: nodes.get('hips')!, offset: [0, 0, 0], radius: 0.36 * metres },
    ...limb('UpperLeg', hip.y - knee, leg[1]),
    ...limb('LowerLeg', knee - ankle, leg[2]),
  ]
}
