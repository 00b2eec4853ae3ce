import { readFileSync } from 'node:fs'
import { hashTypedData } from 'viem'
import { describe, expect, it } from 'vitest'
import { tokenIdOf } from '../tokens/token-id.ts'
import { commitPrompt, fieldDigest } from './commitment.ts'
import { canonicalBytes, coreHashOf, type ProvenanceCore, ProvenanceCoreInvalid, parseCore } from './core.ts'
import { provenanceTypedData } from './signature.ts'

const cases = JSON.parse(readFileSync(new URL('../../vectors/provenance.json', import.meta.url), 'utf8'))
const good = (): ProvenanceCore => structuredClone(cases[0].core)

const refusal = (json: unknown): ProvenanceCoreInvalid => {
  try {
    parseCore(json)
  } catch (cause) {
    if (cause instanceof ProvenanceCoreInvalid) return cause
    throw cause
  }
  throw new Error('was accepted')
}

describe('provenance core', () => {
  it('has the canonical bytes, hash, token id and signature hash of the vectors', () => {
    for (const { core, canonical, coreHash, creator, tokenId, signatureHash } of cases) {
      const parsed = parseCore(core)
      expect(new TextDecoder().decode(canonicalBytes(parsed))).toBe(canonical)
      expect(coreHashOf(parsed)).toBe(coreHash)
      expect(tokenIdOf(creator, coreHash).toString()).toBe(tokenId)
      expect(hashTypedData(provenanceTypedData(31_337, parsed.contract, { creator, coreHash, tokenId: BigInt(tokenId) }))).toBe(
        signatureHash,
      )
    }
  })

  it('hashes the same whatever the order of its keys', () => {
    const reversed = (value: unknown): unknown =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, item]) => [key, reversed(item)]),
          )
        : value
    expect(coreHashOf(reversed(good()) as ProvenanceCore)).toBe(coreHashOf(good()))
  })

  it('refuses unknown keys, floats, non-NFC text and lone surrogates, naming the place', () => {
    expect(refusal({ ...good(), extra: 1 }).code).toBe('PROVENANCE_CORE_INVALID')
    expect(refusal({ ...good(), generation: { ...good().generation, plan: { x: 0.5 } } }).path).toBe('/generation/plan/x')
    expect(refusal({ ...good(), generation: { ...good().generation, plan: { x: 2 ** 53 } } }).path).toBe('/generation/plan/x')
    expect(refusal({ ...good(), rights: { ...good().rights, licence: 'e\u0301' } }).path).toBe('/rights/licence')
    expect(refusal({ ...good(), generation: { ...good().generation, plan: { '\ud800': 'x' } } }).message).toMatch(/surrogate/)
    expect(refusal({ ...good(), nonce: '0xABC' }).path).toBe('/nonce')
    expect(refusal(null).code).toBe('PROVENANCE_CORE_INVALID')
  })

  it('changes with every byte of the prompt opening', () => {
    const { opening } = cases[0]
    const before = commitPrompt(opening).promptCommitment
    expect(cases[0].core.generation.promptCommitment).toBe(before)
    expect(commitPrompt({ ...opening, prompt: { ...opening.prompt, text: `${opening.prompt.text}.` } }).promptCommitment).not.toBe(before)
    expect(fieldDigest({ text: 'e\u0301', salt: opening.prompt.salt })).toBe(fieldDigest({ text: '\u00e9', salt: opening.prompt.salt }))
  })
})
