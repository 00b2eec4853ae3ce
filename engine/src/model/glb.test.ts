import { describe, expect, it } from 'vitest'
import { canonicalBytes } from './canonical.ts'
import { createGlb } from './glb.ts'
import { createModel } from './model.ts'
import { primitive } from './primitive.ts'
import { readGlb } from './read-glb.ts'
import { blob } from './shapes/blob.ts'
import { box } from './shapes/box.ts'
import { lathe } from './shapes/lathe.ts'
import { tube } from './shapes/tube.ts'

/** One box as a file, its colours told. */
function boxFile(shade = 0.5) {
  const model = createModel()
  model.paint([shade, 0.25, 1], { vary: 0 })
  box(model, [0, 0, 0], [2, 1, 4], { cell: 9, bottom: true })
  const glb = createGlb('test')
  const material = glb.material({ name: 'plain' })
  const colours = model.alphas.flatMap((_, i) => [...model.colours.slice(i * 3, i * 3 + 3), 1])
  const part = primitive(glb, { positions: model.positions, colours, index: model.index }, material)
  const mesh = glb.mesh('box', part ? [part] : [])
  const node = glb.node({ name: 'body', mesh })
  glb.node({ name: 'hand', translation: [0, 1, 0] }, node)
  glb.uses('OMI_seat')
  return glb.finish({ name: 'one box' })
}

describe('the GLB writer', () => {
  it('writes a file that reads back as what was put in', () => {
    const { json, numbers } = readGlb(boxFile())
    expect(json.asset).toMatchObject({ version: '2.0', generator: 'test' })
    expect(json.extensionsUsed).toEqual(['OMI_seat'])
    expect(json.nodes.map(({ name, children }) => [name, children])).toEqual([
      ['body', [1]],
      ['hand', undefined],
    ])
    expect(json.scenes[0]?.nodes).toEqual([0])
    const { attributes, indices } = json.meshes[0]!.primitives[0]!
    const corners = numbers(attributes.POSITION!)
    expect(json.accessors[attributes.POSITION!]).toMatchObject({ count: 8, min: [-1, 0, -2], max: [1, 1, 2] })
    expect(corners.length).toBe(24)
    expect([...numbers(attributes.COLOR_0!).slice(0, 4)]).toEqual([32768, 16384, 65535, 65535])
    expect(numbers(indices).length).toBe(36)
    expect(Math.max(...numbers(indices))).toBe(7)
  })

  it('keeps every view on a four-byte boundary and every chunk padded', () => {
    const file = boxFile()
    expect(file.length % 4).toBe(0)
    for (const { byteOffset } of readGlb(file).json.bufferViews) expect(byteOffset % 4).toBe(0)
  })

  it('writes the same bytes again, and other bytes for another colour', () => {
    expect(boxFile()).toEqual(boxFile())
    expect(boxFile(0.6)).not.toEqual(boxFile())
  })

  it('leaves out triangles without a face', () => {
    const glb = createGlb('test')
    expect(primitive(glb, { positions: [0, 0, 0, 1, 0, 0, 1, 0, 0], index: [0, 1, 2] }, 0)).toBeNull()
  })

  it('refuses what is no GLB', () => {
    expect(() => readGlb(new Uint8Array(40))).toThrow('not a binary glTF 2.0 file')
    expect(() => readGlb(boxFile().slice(0, -4))).toThrow('not a binary glTF 2.0 file')
  })
})

describe('the label of a file', () => {
  const file = boxFile()
  const label = 'http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia'

  it('says that an algorithm made it', () => {
    expect(readGlb(file).json.asset.extras).toEqual({ digitalSourceType: label, AIGC: { Label: '1', ContentProducer: 'Daedal' } })
  })

  it('is covered by the hash of the model: another label is another model', () => {
    const at = new TextDecoder('latin1').decode(file).indexOf(label)
    const relabelled = file.slice()
    relabelled.set(new TextEncoder().encode('humanEdits______'), at + label.length - 'algorithmicMedia'.length)
    expect(readGlb(relabelled).json.asset.extras?.digitalSourceType).toContain('humanEdits')
    expect(canonicalBytes(relabelled, [])).not.toEqual(canonicalBytes(file, []))
  })
})

describe('canonical bytes', () => {
  const texels = (value: number) => ({ width: 1, height: 1, rgb: new Uint8Array([value, 0, 0]) })

  it('tell vertices and pixels apart', () => {
    const plain = canonicalBytes(boxFile(), [texels(7)])
    expect(canonicalBytes(boxFile(), [texels(7)])).toEqual(plain)
    expect(canonicalBytes(boxFile(0.6), [texels(7)])).not.toEqual(plain)
    expect(canonicalBytes(boxFile(), [texels(8)])).not.toEqual(plain)
  })
})

describe('shapes', () => {
  it.each([
    ['a box', (model: ReturnType<typeof createModel>) => box(model, [0, 0, 0], [1, 2, 1], { bottom: true })],
    ['a ball', (model: ReturnType<typeof createModel>) => blob(model, [0, 1, 0], [1, 1, 1], { rough: 0, detail: 2 })],
    [
      'a turned body',
      (model: ReturnType<typeof createModel>) =>
        lathe(
          model,
          0,
          0,
          [
            [0, 0],
            [1, 0.5],
            [0, 2],
          ],
          9,
        ),
    ],
    [
      'a tube',
      (model: ReturnType<typeof createModel>) =>
        tube(
          model,
          [
            [0, 0, 0],
            [0, 2, 0],
          ],
          0.5,
          0.5,
          8,
        ),
    ],
  ])('%s has faces whose normals look out', (_, build) => {
    const model = createModel()
    build(model)
    const { positions: p, normals: n, index } = model
    expect(index.length).toBeGreaterThan(0)
    for (let t = 0; t < index.length; t += 3) {
      const [a, b, c] = [index[t]! * 3, index[t + 1]! * 3, index[t + 2]! * 3]
      const u = [0, 1, 2].map((k) => p[b + k]! - p[a + k]!)
      const v = [0, 1, 2].map((k) => p[c + k]! - p[a + k]!)
      const cross = [u[1]! * v[2]! - u[2]! * v[1]!, u[2]! * v[0]! - u[0]! * v[2]!, u[0]! * v[1]! - u[1]! * v[0]!]
      const facing = cross.reduce((sum, value, k) => sum + value * (n[a + k]! + n[b + k]! + n[c + k]!), 0)
      expect(facing).toBeGreaterThanOrEqual(-1e-9)
    }
  })

  it('follow the builder’s move, turn and scale', () => {
    const model = createModel()
    model.at(10, 0, 0, Math.PI / 2, 2)
    model.vertex(0, 1, 3, 0, 0, 1)
    const [x, y, z] = model.positions
    expect([x, y].map((value) => Math.round(value! * 1e6) / 1e6)).toEqual([16, 2])
    expect(Math.abs(z!)).toBeLessThan(1e-6)
    expect(Math.abs(model.normals[0]! - 1)).toBeLessThan(1e-6)
  })
})
