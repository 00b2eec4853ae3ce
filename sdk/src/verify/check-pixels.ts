import { sha256Hex } from '@daedal/protocol/provenance/core'
import { counted, type Finding, fail, notAssessed, pass, weak } from './check.ts'
import type { DecodedFile } from './decode-files.ts'
import type { Evidence } from './evidence.ts'
import type { OpenedModel } from './open-model.ts'
import type { Remade } from './remake.ts'
import { withRecord } from './with-record.ts'

/** What a viewer sees is what was made, whatever its files were packed with: their pixels and vertices have the recorded hashes. */
export const checkPixels = (evidence: Evidence, files: readonly DecodedFile[], remade: Remade): Finding =>
  withRecord(evidence, () => {
    const findings = files.map((file) => judge(file, remade))
    const reading = findings.map((found, i) => (files.length > 1 ? `${files[i]?.path}: ${found.reading}` : found.reading)).join('; ')
    const states = findings.map(({ state }) => state)
    if (states.includes('fail')) return fail(reading)
    if (states.every((state) => state === 'none')) return notAssessed(reading)
    return states.every((state) => state === 'pass') ? pass(reading) : weak(reading)
  })

function judge(file: DecodedFile, remade: Remade): Finding {
  if (file.kind === 'none') return file.malformed ? fail(file.why) : notAssessed(file.why)
  if (file.kind === 'model') return judgeModel(file, file.model, remade)
  const { width, height, rgba } = file.pixels
  const hash = sha256Hex(rgba)
  return hash === file.renderSha256
    ? pass(`${counted(width * height, 'pixel')}, sha-256 ${hash}`)
    : fail(`the pixels hash to ${hash}, the record says ${file.renderSha256}`)
}

/**
 * A model without textures is hashed by itself. The hash of one with textures is of their pixels before they were encoded too; those
 * are known only to who makes it again, so such a file is compared with the one made here.
 */
function judgeModel(file: DecodedFile, { vertices, textures, renderSha256 }: OpenedModel, { made }: Remade): Finding {
  const held = `${counted(vertices, 'vertex', 'vertices')}${textures > 0 ? `, ${counted(textures, 'texture')}` : ''}`
  if (renderSha256 !== null)
    return renderSha256 === file.renderSha256
      ? pass(`${held}, sha-256 ${renderSha256}`)
      : fail(`the vertices hash to ${renderSha256}, the record says ${file.renderSha256}`)
  if (made?.model && file.bytes && sha256Hex(made.model.canonical) === file.renderSha256 && isSame(made.model.glb, file.bytes))
    return pass(`${held}, sha-256 ${file.renderSha256}`)
  return weak(`${held} read; the recorded hash covers its texture before that was encoded, which only making it again gives`)
}

const isSame = (a: Uint8Array, b: Uint8Array) => a.length === b.length && sha256Hex(a) === sha256Hex(b)
