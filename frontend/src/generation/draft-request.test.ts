import { GenerationRequest } from '@daedal/protocol/generation/api'
import { Value } from 'typebox/value'
import { expect, it } from 'vitest'
import { type DraftChoices, isAsking, jobRequestOf, noChoices, requestOf } from './draft-request.ts'

const origin: DraftChoices['origin'] = { how: 'remix', of: [{ asset: 'eip155:31337/erc721:0xaa/1' }] }

it('says only what was chosen', () => {
  expect(requestOf('a fox', { ...noChoices, origin: null, seed: null })).toEqual({ prompt: 'a fox' })
  const all = requestOf('a fox', { kind: 'scene', style: 'ink', changes: { time: 'night' }, format: 'wide', origin: null, seed: null })
  expect(all).toEqual({ prompt: 'a fox', kind: 'scene', style: 'ink', changes: { time: 'night' }, format: 'wide' })
  expect(Value.Check(GenerationRequest, all)).toBe(true)
})

it('leaves the kind to a source, and may then do without words', () => {
  const request = requestOf('', { ...noChoices, kind: 'avatar', origin, seed: null })
  expect(request).toEqual({ prompt: '', from: { how: 'remix', of: [{ asset: 'eip155:31337/erc721:0xaa/1' }] } })
  expect(Value.Check(GenerationRequest, request)).toBe(true)
  expect(isAsking(request)).toBe(true)
  expect(isAsking({ prompt: ' ' })).toBe(false)
  expect(isAsking({ prompt: 'x'.repeat(2_001) })).toBe(false)
})

it('makes more like a source when nothing is to differ, under a seed of its own', () => {
  const random = () => 77
  const same = jobRequestOf(' ', { ...noChoices, origin, seed: null }, random)
  expect(same).toMatchObject({ from: { how: 'variation' }, seed: 77, variations: 4 })
  for (const other of [
    jobRequestOf('at night', { ...noChoices, origin, seed: null }, random),
    jobRequestOf('', { ...noChoices, style: 'ink', origin, seed: null }, random),
    jobRequestOf('', { ...noChoices, changes: { time: 'night' }, origin, seed: null }, random),
    jobRequestOf('', { ...noChoices, format: 'wide', origin, seed: null }, random),
  ]) {
    expect(other.from?.how).toBe('remix')
    // The picture keeps its place: the seed is the source's.
    expect(other.seed).toBeUndefined()
  }
  expect(jobRequestOf('at night', { ...noChoices, origin, seed: 9 }, random).seed).toBe(9)
})
