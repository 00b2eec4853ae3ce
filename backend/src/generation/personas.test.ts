import type { PersonaReply, PersonaSummary } from '@daedal/protocol/generation/api'
import { parseCharacterCard } from '@daedal/protocol/generation/character-card'
import { readEvents } from '@daedal/sdk/events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type GenerationServer, startGenerationServer } from '../testing/generation-server.ts'
import { quickDraughtsman, wordPlanner } from './testing/fakes.ts'

describe('personas', () => {
  let server: GenerationServer
  beforeAll(async () => {
    server = await startGenerationServer({ planner: wordPlanner, draughtsman: quickDraughtsman })
  })
  afterAll(() => server.stop())

  const post = (path: string, body: unknown) =>
    fetch(`${server.url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const codeOf = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code]
  const chat = async (id: string, message: string, more: object = {}) => {
    const response = await post(`/v1/personas/${id}/chat`, { message, history: [], ...more })
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    let text = ''
    for await (const { event, data } of readEvents(response)) {
      const value = JSON.parse(data)
      if (event === 'token') text += value.text
      if (event === 'problem') throw new Error(value.code)
      if (event === 'done') return { streamed: text, reply: value as PersonaReply }
    }
    throw new Error('the answer has no end')
  }

  it('are there from the first start, and say at first contact that they are an AI', async () => {
    const { data } = (await (await fetch(`${server.url}/v1/personas`)).json()) as { data: PersonaSummary[] }
    expect(data.map(({ id }) => id)).toEqual(expect.arrayContaining(['alice', 'gorm', 'lin-xiaoyu', 'quill']))
    for (const { greeting, speakers } of data) {
      expect(greeting).toMatch(/AI/)
      expect(speakers).toContain('embedded')
    }
  })

  it('are made from a few words, kept, and speak as what they are', async () => {
    const response = await post('/v1/personas', {
      name: 'Mira',
      age: 41,
      occupation: 'clockmaker',
      traits: ['patient', 'curious'],
      description: 'Mira repairs clocks in a harbour town. She loves rain.',
    })
    expect(response.status).toBe(201)
    const made = (await response.json()) as PersonaSummary
    expect(made).toMatchObject({ name: 'Mira', age: 41, occupation: 'clockmaker', traits: ['patient', 'curious'], language: 'en' })
    expect(made.greeting).toMatch(/AI/)
    expect(await (await fetch(`${server.url}/v1/personas/${made.id}`)).json()).toEqual(made)
    const card = parseCharacterCard(await (await fetch(`${server.url}/v1/personas/${made.id}/card`)).json())
    expect(card.data.extensions.daedal).toMatchObject({ age: 41, occupation: 'clockmaker' })
    const { reply, streamed } = await chat(made.id, 'How old are you?')
    expect(reply.text).toBe(streamed.trim())
    expect(reply.text).toMatch(/41|forty-one/i)
    expect(reply).toMatchObject({ speaker: 'embedded', reproducible: true })
    expect((await chat(made.id, 'How old are you?')).reply.text).toBe(reply.text)
  })

  it('speak the language they were described in', async () => {
    const made = (await (
      await post('/v1/personas', { name: '阿木', occupation: '木匠', description: '阿木住在山里，喜欢做椅子。' })
    ).json()) as PersonaSummary
    expect(made).toMatchObject({ language: 'zh', occupation: '木匠' })
    expect((await chat(made.id, '你是谁？')).reply.text).toMatch(/阿木/)
  })

  it('refuse what cannot be made or said, with the reason', async () => {
    for (const [body, status, code] of [
      [{ name: '' }, 400, 'REQUEST_INVALID'],
      [{ name: '…' }, 422, 'PERSONA_CARD_INVALID'],
      [{ name: 'a\u0007b' }, 422, 'PERSONA_CARD_INVALID'],
      [{ name: 'x', age: -1 }, 400, 'REQUEST_INVALID'],
      [{ name: 'x'.repeat(81) }, 400, 'REQUEST_INVALID'],
      [{ name: 'x', secret: 1 }, 400, 'REQUEST_INVALID'],
    ] as const)
      expect(await codeOf(await post('/v1/personas', body))).toEqual([status, code])
    const say = (id: string, body: object) => post(`/v1/personas/${id}/chat`, { history: [], ...body })
    expect(await codeOf(await say('nobody', { message: 'hi' }))).toEqual([404, 'PERSONA_UNKNOWN'])
    expect(await codeOf(await say('alice', { message: '   ' }))).toEqual([422, 'PERSONA_MESSAGE_EMPTY'])
    expect(await codeOf(await say('alice', { message: 'x'.repeat(4_001) }))).toEqual([400, 'REQUEST_INVALID'])
    expect(await codeOf(await say('alice', { message: 'hi', speaker: 'nobody' }))).toEqual([400, 'REQUEST_INVALID'])
    expect(await codeOf(await fetch(`${server.url}/v1/personas/${encodeURIComponent("'; drop table personas")}`))).toEqual([
      404,
      'PERSONA_UNKNOWN',
    ])
  })
})
