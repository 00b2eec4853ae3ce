import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import released from '../releases/vectors.json' with { type: 'json' }
import { ENGINE } from './engine.ts'
import { engineOf, releasedVersions } from './engine-of.ts'

const folder = fileURLToPath(new URL('../releases/', import.meta.url))
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** What a release made; a version that made pictures only has no model. */
type Vector = { readonly plan: unknown; readonly seed: number; readonly rgbaSha256: string; readonly modelSha256?: string }

describe('engines of earlier versions', () => {
  it('are all known by name, and none is missing', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.mjs'))
    expect(files.map((name) => name.slice(0, -4)).sort()).toEqual([...releasedVersions].sort())
    expect(Object.keys(released).sort()).toEqual([...releasedVersions].sort())
  })

  it('are found by version, this one too, and no other', async () => {
    expect((await engineOf(ENGINE.version))?.make).toBeTypeOf('function')
    expect(await engineOf('0.0.1')).toBeNull()
    expect(await engineOf('toString')).toBeNull()
  })

  it.each(Object.entries(released))(
    '%s is the file that was released, and draws what it drew',
    async (version, { fileSha256, vectors }) => {
      expect(sha256(readFileSync(`${folder}${version}.mjs`))).toBe(fileSha256)
      const engine = await engineOf(version)
      if (!engine) throw new Error(`no engine ${version}`)
      expect(vectors.length).toBeGreaterThan(0)
      for (const { plan, seed, rgbaSha256, modelSha256 } of vectors as readonly Vector[]) {
        const read = engine.parsePlan(plan)
        const { picture, model } = engine.make(read, seed)
        expect(sha256(picture.rgba)).toBe(rgbaSha256)
        expect(model && sha256(model.canonical)).toBe(modelSha256 ?? null)
        expect(sha256(engine.make(read, seed + 1).picture.rgba)).not.toBe(rgbaSha256)
        expect(() => engine.parsePlan({ ...read, nonsense: 1 })).toThrow(/plan/)
      }
    },
  )
})
