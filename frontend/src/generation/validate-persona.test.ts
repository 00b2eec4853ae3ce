import { expect, it } from 'vitest'
import { emptyPersona, validatePersona } from './validate-persona.ts'

it('makes a request of what was typed', () => {
  const draft = {
    ...emptyPersona('en'),
    name: ' Alice ',
    age: '25',
    occupation: 'software engineer',
    traits: 'friendly, helpful，, curious',
  }
  expect(validatePersona(draft)).toEqual({
    faults: [],
    request: { name: 'Alice', language: 'en', age: 25, occupation: 'software engineer', traits: ['friendly', 'helpful', 'curious'] },
  })
})

it('names the fields that are wrong', () => {
  expect(validatePersona({ ...emptyPersona('zh'), name: ' ', age: '-3' })).toEqual({ request: null, faults: ['name', 'age'] })
  expect(validatePersona({ ...emptyPersona('en'), name: 'Bo', age: '2.5' }).faults).toEqual(['age'])
})
