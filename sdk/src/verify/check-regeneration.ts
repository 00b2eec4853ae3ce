import { readGlb } from '@daedal/engine/model/read-glb'
import { sha256Hex } from '@daedal/protocol/provenance/core'
import { counted, type Finding, fail, notAssessed, pass } from './check.ts'
import type { EngineMatch } from './check-engine.ts'
import type { DecodedFile } from './decode-files.ts'
import type { Evidence } from './evidence.ts'
import { differenceOfModels } from './open-model.ts'
import type { Pixels } from './read-png.ts'
import type { Remade } from './remake.ts'
import { withRecord } from './with-record.ts'

/** What was made again of plan and seed is, in every pixel and vertex, what the record and the files hold. */
export const checkRegeneration = (evidence: Evidence, files: readonly DecodedFile[], match: EngineMatch, remade: Remade): Finding =>
  withRecord(evidence, ({ core }) => {
    if (remade.made === null) return remade.finding
    const { picture, model } = remade.made
    const equal: string[] = []
    const differing: string[] = []
    for (const file of files) {
      const found = isModel(file) ? compareModel(file, model) : comparePicture(file, picture)
      ;(found.equal ? equal : differing).push(found.reading)
    }
    if (differing.length === 0) {
      const note = match === 'other code' ? ', with other engine code' : ''
      return pass(`${equal.join(' and ')} equal, seed ${core.generation.seed}, in ${remade.seconds.toFixed(1)} s${note}`)
    }
    const difference = differing.join('; ')
    return match === 'other code' ? notAssessed(`the engine code differs, and so does the drawing: ${difference}`) : fail(difference)
  })

const isModel = ({ kind, path }: DecodedFile) => kind === 'model' || (kind === 'none' && /\.(glb|vrm)$/.test(path))

type Compared = { equal: boolean; reading: string }

function comparePicture(file: DecodedFile, drawn: Pixels): Compared {
  if (sha256Hex(drawn.rgba) === file.renderSha256) return { equal: true, reading: counted(drawn.width * drawn.height, 'pixel') }
  return {
    equal: false,
    reading: file.kind === 'picture' ? differenceOf(drawn, file.pixels) : 'the drawing has another hash than the record',
  }
}

/** Vertices and textures by the hash in the record, then the file by its bytes: our writer packs the same model the same way. */
function compareModel(file: DecodedFile, made: { glb: Uint8Array; canonical: Uint8Array } | null): Compared {
  if (made === null) return { equal: false, reading: `no model comes of the plan, the record names ${file.path}` }
  const content = readGlb(made.glb)
  if (file.bytes && file.kind === 'model' && sha256Hex(file.bytes) !== sha256Hex(made.glb))
    return { equal: false, reading: `${file.path} is another model: ${differenceOfModels(content, file.model.content)}` }
  if (sha256Hex(made.canonical) !== file.renderSha256)
    return { equal: false, reading: `the vertices and textures of ${file.path} have another hash than the record` }
  const count = content.json.meshes
    .flatMap(({ primitives }) => primitives)
    .reduce((sum, { attributes }) => sum + (content.json.accessors[attributes.POSITION!]?.count ?? 0), 0)
  return { equal: true, reading: counted(count, 'vertex', 'vertices') }
}

/** Where two pictures differ. */
function differenceOf(drawn: Pixels, file: Pixels): string {
  if (drawn.width !== file.width || drawn.height !== file.height)
    return `drawn again it is ${drawn.width} × ${drawn.height}, the file ${file.width} × ${file.height}`
  let count = 0
  let first = -1
  for (let i = 0; i < drawn.rgba.length; i += 4) {
    const same =
      drawn.rgba[i] === file.rgba[i] &&
      drawn.rgba[i + 1] === file.rgba[i + 1] &&
      drawn.rgba[i + 2] === file.rgba[i + 2] &&
      drawn.rgba[i + 3] === file.rgba[i + 3]
    if (same) continue
    count += 1
    if (first < 0) first = i / 4
  }
  if (count === 0) return 'drawn again it equals the file, but not the hash in the record'
  return `${count.toLocaleString('en')} of ${counted(drawn.width * drawn.height, 'pixel')} differ, the first at (${first % drawn.width}, ${Math.floor(first / drawn.width)})`
}
