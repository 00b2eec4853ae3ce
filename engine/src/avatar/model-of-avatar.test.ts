import { createHash } from 'node:crypto'
import { avatarBeings } from '@daedal/protocol/generation/avatar-plan'
import { validateBytes } from 'gltf-validator'
import { beforeAll, describe, expect, it } from 'vitest'
import { type GlbContent, readGlb } from '../model/read-glb.ts'
import { RenderStopped } from '../render-stopped.ts'
import { modelOfAvatar } from './model-of-avatar.ts'
import { type AvatarWishes, planAvatar } from './plan-avatar.ts'

/** The bones a VRM 1.0 must have. */
const REQUIRED = ['hips', 'spine', 'head'].concat(
  ['UpperArm', 'LowerArm', 'Hand', 'UpperLeg', 'LowerLeg', 'Foot'].flatMap((bone) => [`left${bone}`, `right${bone}`]),
)
const PRESETS = (
  'happy angry sad relaxed surprised neutral aa ih ou ee oh blink blinkLeft blinkRight ' + 'lookUp lookDown lookLeft lookRight'
).split(' ')

type Vrm = {
  specVersion: string
  meta: Record<string, unknown>
  humanoid: { humanBones: Record<string, { node: number }> }
  expressions: { preset: Record<string, { morphTargetBinds?: { node: number; index: number; weight: number }[] }> }
}

const vrmOf = ({ json }: GlbContent) => json.extensions?.VRMC_vrm as Vrm

/** Where each node is in the rest pose; all rest turns are none. */
function placesOf({ json }: GlbContent): Map<string, [number, number, number]> {
  const places = new Map<string, [number, number, number]>()
  const visit = (number: number, from: readonly number[]) => {
    const node = json.nodes[number]!
    expect(node.rotation).toBeUndefined()
    const at = (node.translation ?? [0, 0, 0]).map((value, axis) => value + from[axis]!) as [number, number, number]
    places.set(node.name, at)
    for (const child of node.children ?? []) visit(child, at)
  }
  for (const root of json.scenes[0]!.nodes) visit(root, [0, 0, 0])
  return places
}

const cases: readonly (readonly [name: string, wishes: AvatarWishes, seed: number])[] = [
  ['person in a hoodie', { being: 'person', clothes: 'hoodie', hair: 'long', presentation: 'feminine' }, 7],
  ['bearded suit', { being: 'person', clothes: 'suit', beard: 'full', presentation: 'masculine', features: ['glasses'] }, 3],
  ['wheelchair', { being: 'person', headwear: 'headscarf', features: ['wheelchair'] }, 8],
  ['orc in armour', { being: 'orc', clothes: 'armour', features: ['prosthetic-arm'] }, 5],
  ['cat', { being: 'cat', clothes: 'none' }, 7],
  ['owl', { being: 'owl', clothes: 'scarf' }, 7],
  ['dragon', { being: 'dragon' }, 7],
  ['octopus', { being: 'octopus' }, 7],
  ['robot', { being: 'robot' }, 7],
]

describe('the model of an avatar', { timeout: 240_000 }, () => {
  const models = new Map<string, { canonical: Uint8Array; glb: Uint8Array; triangles: number; content: GlbContent }>()

  beforeAll(() => {
    for (const [name, wishes, seed] of cases) {
      const { glb, canonical, counts } = modelOfAvatar(planAvatar(wishes), seed)
      models.set(name, { glb, canonical, triangles: counts.triangles, content: readGlb(glb) })
    }
  }, 240_000)

  // A changed model is a new engine version: then `npx vitest run <this file> -u` writes the file again.
  it('has the same vertices, bones and motions as ever', async () => {
    const hashes = Object.fromEntries(
      [...models].map(([name, { canonical }]) => [name, createHash('sha256').update(canonical).digest('hex')]),
    )
    await expect(`${JSON.stringify(hashes, null, 2)}\n`).toMatchFileSnapshot('golden-models.json')
  })

  it('is the same file again', () => {
    const [name, wishes, seed] = cases[4]!
    expect(modelOfAvatar(planAvatar(wishes), seed).glb).toEqual(models.get(name)!.glb)
  })

  it.each(cases.map(([name]) => name))('%s is a glTF without error or warning', async (name) => {
    const { issues } = await validateBytes(models.get(name)!.glb)
    expect(issues.messages.filter(({ severity }) => severity < 2)).toEqual([])
  })

  it.each(cases.map(([name]) => name))('%s keeps to the size of an avatar', (name) => {
    const { glb, triangles } = models.get(name)!
    expect(triangles).toBeGreaterThan(10_000)
    expect(triangles).toBeLessThan(34_000)
    expect(glb.length).toBeLessThan(2 * 1024 * 1024)
  })

  it.each(cases.map(([name]) => name))('%s has the bones of a VRM 1.0 in a T-pose that faces +z', (name) => {
    const { content } = models.get(name)!
    const vrm = vrmOf(content)
    expect(vrm.specVersion).toBe('1.0')
    expect(Object.keys(vrm.humanoid.humanBones)).toEqual(expect.arrayContaining(REQUIRED))
    const named = Object.entries(vrm.humanoid.humanBones)
    for (const [bone, { node }] of named) expect(content.json.nodes[node]!.name).toBe(bone)
    const at = placesOf(content)
    const place = (bone: string) => at.get(bone)!
    for (const [side, sign] of [
      ['left', 1],
      ['right', -1],
    ] as const) {
      const [shoulder, elbow, hand] = ['UpperArm', 'LowerArm', 'Hand'].map((bone) => place(side + bone))
      expect(sign * shoulder![0]).toBeLessThan(sign * elbow![0])
      expect(sign * elbow![0]).toBeLessThan(sign * hand![0])
      for (const axis of [1, 2] as const) expect(Math.abs(shoulder![axis] - hand![axis])).toBeLessThan(1e-6)
      const [hip, knee, foot] = ['UpperLeg', 'LowerLeg', 'Foot'].map((bone) => place(side + bone))
      expect(hip![1]).toBeGreaterThan(knee![1])
      expect(knee![1]).toBeGreaterThan(foot![1])
      expect(place(`${side}Eye`)[2]).toBeGreaterThan(place('head')[2])
      expect(place(`${side}Toes`)[2]).toBeGreaterThan(place(`${side}Foot`)[2])
    }
    expect(place('head')[1]).toBeGreaterThan(0.4)
    expect(place('head')[1]).toBeLessThan(2)
  })

  it.each(cases.map(([name]) => name))('%s binds every vertex to bones whose weights sum to one', (name) => {
    const { json, numbers } = models.get(name)!.content
    const joints = json.skins![0]!.joints.length
    const skinned = json.nodes.filter(({ skin }) => skin !== undefined).map(({ mesh }) => json.meshes[mesh!]!)
    expect(skinned.length).toBeGreaterThan(1)
    for (const { attributes } of skinned.flatMap(({ primitives }) => primitives)) {
      const weights = numbers(attributes.WEIGHTS_0!)
      const bones = numbers(attributes.JOINTS_0!)
      let wrong = 0
      for (let i = 0; i < weights.length; i += 4) {
        if (weights[i]! + weights[i + 1]! + weights[i + 2]! + weights[i + 3]! !== 255) wrong++
        for (let k = 0; k < 4; k++) if (bones[i + k]! >= joints) wrong++
      }
      expect(wrong).toBe(0)
    }
  })

  it.each(cases.map(([name]) => name))('%s moves its face for every expression', (name) => {
    const { content } = models.get(name)!
    const { json, numbers } = content
    const { preset } = vrmOf(content).expressions
    expect(Object.keys(preset).sort()).toEqual([...PRESETS].sort())
    for (const [expression, { morphTargetBinds = [] }] of Object.entries(preset)) {
      if (expression === 'neutral') continue
      const moved = morphTargetBinds.some(({ node, index }) =>
        json.meshes[json.nodes[node]!.mesh!]!.primitives.some(({ targets }) =>
          numbers(targets![index]!.POSITION!).some((value) => value !== 0),
        ),
      )
      expect(moved, expression).toBe(true)
    }
  })

  it('has two motions that end as they begin, and a seat for who uses a wheelchair', () => {
    for (const [name, { content }] of models) {
      const { json, numbers } = content
      expect(
        json.animations!.map((animation) => animation.name),
        name,
      ).toEqual(['idle', 'greet'])
      for (const { samplers } of json.animations!)
        for (const { output } of samplers) {
          const values = numbers(output)
          const width = json.accessors[output]!.type === 'VEC4' ? 4 : 3
          expect([...values.slice(0, width)]).toEqual([...values.slice(-width)])
        }
    }
    const { json, numbers } = models.get('wheelchair')!.content
    expect(json.nodes.some((node) => node.name === 'wheelchair')).toBe(true)
    const idle = json.animations![0]!
    const hips = idle.channels.find(({ target }) => target.path === 'translation')!
    const [, , depth] = numbers(idle.samplers[hips.sampler]!.output)
    expect(depth).toBeLessThan(-0.3)
  })

  it('swings hair, ears and tails from bones of the file', () => {
    const springs = (name: string) => {
      const { json } = models.get(name)!.content
      const { springs: list } = json.extensions!.VRMC_springBone as { springs: { name: string; joints: { node: number }[] }[] }
      return list.map((spring) => [spring.name, ...spring.joints.map(({ node }) => json.nodes[node]!.name)])
    }
    expect(springs('cat')).toEqual([['tail', 'tail1', 'tail2', 'tail3', 'tail4']])
    expect(springs('person in a hoodie').map(([name]) => name)).toEqual(['hairBack1', 'hairLeft1', 'hairRight1'])
    expect(springs('octopus').length).toBe(4)
  })

  it('grants nothing of its own: its licence is in its record', () => {
    const { meta } = vrmOf(models.get('cat')!.content)
    expect(meta.licenseUrl).toBe('https://vrm.dev/licenses/1.0/')
    expect(Object.values(meta).filter((value) => value === true)).toEqual([])
    expect([meta.avatarPermission, meta.commercialUsage, meta.creditNotation, meta.modification]).toEqual([
      'onlyAuthor',
      'personalNonProfit',
      'required',
      'prohibited',
    ])
  })

  it('has hands with bones for fifteen joints', () => {
    const { humanBones } = vrmOf(models.get('person in a hoodie')!.content).humanoid
    const fingers = Object.keys(humanBones).filter((bone) => /^left(Thumb|Index|Middle|Ring|Little)/.test(bone))
    expect(fingers.length).toBe(15)
  })

  it('stops when asked', () => {
    expect(() => modelOfAvatar(planAvatar({ being: 'ghost' }), 1, { shouldStop: () => true })).toThrow(RenderStopped)
  })
})

describe('a model of every being', { timeout: 600_000 }, () => {
  it('has a body, a face that blinks, and a name', () => {
    for (const being of avatarBeings.filter((_, at) => at % 4 === 1)) {
      const content = readGlb(modelOfAvatar(planAvatar({ being }), 11).glb)
      const { meta, expressions } = vrmOf(content)
      expect(meta.name, being).toMatch(/\w/)
      expect(expressions.preset.blink?.morphTargetBinds?.length, being).toBeGreaterThan(1)
      const { attributes } = content.json.meshes[0]!.primitives[0]!
      expect(content.json.accessors[attributes.POSITION!]!.min![1], being).toBeGreaterThan(-0.02)
    }
  })
})
