import { GenerationRequest } from '@daedal/protocol/generation/api'
import { Value } from 'typebox/value'
import { expect, it } from 'vitest'
import { type DraftChoices, isAsking, noChoices, requestOf } from './draft-request.ts'

const origin: DraftChoices['origin'] = { how: 'remix', of: [{ asset: 'eip155:31337/erc721:0xaa/1' }] }

it('says only what was chosen', () => {
  expect(requestOf('a fox', { ...noChoices, origin: null })).toEqual({ prompt: 'a fox' })
  const all = requestOf('a fox', { kind: 'scene', style: 'ink', changes: { time: 'night' }, format: 'wide', origin: null })
  expect(all).toEqual({ prompt: 'a fox', kind: 'scene', style: 'ink', changes: { time: 'night' }, format: 'wide' })
  expect(Value.Check(GenerationRequest, all)).toBe(true)
})

it('leaves the kind to a source, and may then do without words', () => {
  const request = requestOf('', { ...noChoices, kind: 'avatar', origin })
  expect(request).toEqual({ prompt: '', from: { how: 'remix', of: [{ asset: 'eip155:31337/erc721:0xaa/1' }] } })
  expect(Value.Check(GenerationRequest, request)).toBe(true)
  expect(isAsking(request)).toBe(true)
  expect(isAsking({ prompt: ' ' })).toBe(false)
  expect(isAsking({ prompt: 'x'.repeat(2_001) })).toBe(false)
})
