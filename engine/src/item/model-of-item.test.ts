import { createHash } from 'node:crypto'
import { itemKinds } from '@daedal/protocol/generation/item-plan'
import { validateBytes } from 'gltf-validator'
import { describe, expect, it } from 'vitest'
import { openEdges } from '../model/mesh/triangle-mesh.ts'
import { readGlb } from '../model/read-glb.ts'
import { RenderStopped } from '../render-stopped.ts'
import { meshTogether } from './model/solid-levels.ts'
import { type ModelDetail, modelOfItem } from './model-of-item.ts'
import { planItem } from './plan-item.ts'
import { setUpItem } from './set-up-item.ts'

/** Fine enough to find what breaks, coarse enough for all kinds. */
const SMALL: ModelDetail = { triangles: [1500, 500, 200], glass: [400, 200, 100], size: 256 }
const small = (item: (typeof itemKinds)[number]) => modelOfItem(planItem({ item }), 7, {}, SMALL)
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('models of items', { timeout: 600_000 }, () => {
  it.each(itemKinds)('are clean glTF and within their budget: %s', async (item) => {
    const { glb, counts } = small(item)
    const { issues } = await validateBytes(glb)
    expect([issues.numErrors, issues.numWarnings]).toEqual([0, 0])
    expect(counts.triangles).toBeGreaterThan(100)
    expect(glb.length).toBeLessThan(400_000)
    const { parts } = setUpItem(planItem({ item }), 7).bench
    const solid = parts.filter(({ material }) => material.kind !== 'gem')
    if (solid.length > 0) expect(openEdges(meshTogether(solid, SMALL.triangles[0]!))).toBe(0)
  })

  it('have every level of detail where their parts are too many for the texture asked for', () => {
    const coarse: ModelDetail = { triangles: [6000, 1200, 400], glass: [100, 60, 30], size: 64 }
    const { glb, counts } = modelOfItem(planItem({ item: 'cake', form: 'wedding' }), 7, {}, coarse)
    const { json } = readGlb(glb)
    expect(json.meshes.map(({ name }) => name)).toEqual(['cake_LOD0', 'cake_LOD1', 'cake_LOD2'])
    expect(counts.triangles).toBeGreaterThan(3000)
  })

  it('ask whether to stop while they are meshed', () => {
    const stages: string[] = []
    let stage = ''
    const options = {
      onProgress: (_: number, name: string) => {
        stage = name
      },
      shouldStop() {
        stages.push(stage)
        return false
      },
    }
    modelOfItem(planItem({ item: 'sword' }), 7, options, SMALL)
    // the fields themselves ask: once at the start would be one
    expect(stages.filter((name) => name === 'shape').length).toBeGreaterThan(10)
  })

  it('have levels of detail that nobody draws twice, and a box to collide with', () => {
    const { json, numbers } = readGlb(small('sword').glb)
    const names = json.nodes.map(({ name }) => name)
    expect(names.toSorted()).toEqual(['collider', 'sword', 'sword_LOD0', 'sword_LOD1', 'sword_LOD2'])
    expect(json.scenes[0]?.nodes.map((node) => names[node])).toEqual(['sword'])
    const root = json.nodes.find(({ name }) => name === 'sword')
    expect(root?.children?.map((node) => names[node])).toEqual(['sword_LOD0', 'collider'])
    const triangles = json.meshes.map(({ primitives }) => primitives.reduce((sum, { indices }) => sum + numbers(indices).length / 3, 0))
    expect(triangles[1]).toBeLessThan(triangles[0]! / 2)
    expect(triangles[2]).toBeLessThan(triangles[1]! / 2)
    expect(root?.extras).toMatchObject({ origin: 'grip' })
  })

  it('are as long as such things are, in metres', () => {
    const { json } = readGlb(small('sword').glb)
    const finest = json.meshes[0]!.primitives.map(({ attributes }) => json.accessors[attributes.POSITION!]!)
    const low = Math.min(...finest.map(({ min }) => min![1]!))
    const high = Math.max(...finest.map(({ max }) => max![1]!))
    expect(high - low).toBeCloseTo(1.05, 3)
  })

  it('are the same bits again, and as ever', () => {
    const [model, again] = [small('ring'), small('ring')]
    expect(sha256(again.glb)).toBe(sha256(model.glb))
    expect(sha256(model.canonical)).toMatchInlineSnapshot(`"a5932a46fb64b680ccd34f52a740ca7c797c89ee260310242c5cc1c8543a4cfe"`)
  })

  it('stop when they are asked to', () => {
    expect(() => modelOfItem(planItem({ item: 'ring' }), 1, { shouldStop: () => true }, SMALL)).toThrow(RenderStopped)
  })
})
