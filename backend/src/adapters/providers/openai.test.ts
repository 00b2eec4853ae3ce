import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { LLMock } from '@copilotkit/aimock'
import { samplePersonas } from '@daedal/engine/persona/sample-personas'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { AppError } from '../../errors.ts'
import { createOpenAiSpeaker } from './openai.ts'

const KEY = 'sk-very-secret-key'
const request = (message: string, signal = new AbortController().signal) => ({
  card: samplePersonas.alice,
  instruction: 'You are Alice, an AI character.',
  message,
  history: [{ role: 'user' as const, content: 'Hi' }],
  language: 'en' as const,
  signal,
})

async function said(baseUrl: string, message: string, { timeoutMs = 2_000, signal = undefined as AbortSignal | undefined } = {}) {
  const speaker = createOpenAiSpeaker({ apiKey: KEY, baseUrl, model: 'gpt-test', timeoutMs })
  const pieces: string[] = []
  for await (const piece of speaker.speak(request(message, signal))) pieces.push(piece)
  return pieces
}

/** The failure, which must not tell the key. */
async function failure(promise: Promise<unknown>): Promise<AppError> {
  const error = (await promise.then(
    () => expect.unreachable('it answered'),
    (thrown: unknown) => thrown,
  )) as AppError
  expect(JSON.stringify({ ...error, message: error.message, stack: error.stack, cause: String(error.cause) })).not.toContain(KEY)
  return error
}

describe('a provider that works', () => {
  const mock = new LLMock({ port: 0, chunkSize: 8 })
  beforeAll(() => mock.start())
  afterAll(() => mock.stop())
  afterEach(() => void mock.clearRequests())

  it('streams the answer and is told who speaks, with the history', async () => {
    mock.onMessage('How are you?', { content: 'I am well, thank you. I am an AI, and I like tea.' })
    const pieces = await said(`${mock.url}/v1`, 'How are you?')
    expect(pieces.length).toBeGreaterThan(2)
    expect(pieces.join('')).toBe('I am well, thank you. I am an AI, and I like tea.')
    const [call] = mock.getRequests()
    const body = call?.body as { messages: { role: string; content: string }[]; stream: boolean }
    expect(body.stream).toBe(true)
    expect(body.messages.map(({ role, content }) => [role, content])).toEqual([
      ['system', 'You are Alice, an AI character.'],
      ['user', 'Hi'],
      ['user', 'How are you?'],
    ])
  })

  it('says so when the connection breaks in the middle', async () => {
    mock.on({ userMessage: 'break' }, { content: 'This sentence will never be finished by anyone at all.' }, { truncateAfterChunks: 3 })
    expect(await failure(said(`${mock.url}/v1`, 'break'))).toMatchObject({ code: 'PERSONA_PROVIDER_UNAVAILABLE' })
  })
})

describe('a provider that fails', () => {
  let server: Server | undefined
  afterEach(async () => {
    server?.closeAllConnections()
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)))
    server = undefined
  })
  const serve = async (listener: RequestListener) => {
    server = createServer(listener)
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  }
  const answering = (status: number, body: unknown, headers: Record<string, string> = {}) =>
    serve((_, response) => response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body)))
  const streaming = (chunks: unknown[], end = true) =>
    serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      for (const chunk of chunks) response.write(`data: ${JSON.stringify(chunk)}\n\n`)
      if (end) response.end('data: [DONE]\n\n')
    })
  const chunk = (delta: object, finish: string | null = null) => ({
    id: 'c',
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta, finish_reason: finish }],
  })

  it('passes on how long to wait', async () => {
    const url = await answering(429, { error: { message: `slow down ${KEY}` } }, { 'retry-after': '17' })
    expect(await failure(said(url, 'hello'))).toMatchObject({ code: 'PERSONA_PROVIDER_RATE_LIMITED', retryAfter: 17 })
  })
  it.each([
    [401, 'does not accept our key'],
    [404, 'does not know the model'],
    [500, 'status 500'],
  ])('names status %i', async (status, sentence) => {
    const url = await answering(status, { error: { message: `Incorrect API key provided: ${KEY}` } })
    expect(await failure(said(url, 'hello'))).toMatchObject({
      code: 'PERSONA_PROVIDER_UNAVAILABLE',
      detail: expect.stringContaining(sentence),
    })
  })
  it('names a refusal before and in the answer', async () => {
    const before = await answering(400, { error: { message: 'no', code: 'content_filter' } })
    expect(await failure(said(before, 'hello'))).toMatchObject({ code: 'PERSONA_PROVIDER_REFUSED' })
  })
  it('names a refusal and a withheld answer in the stream', async () => {
    const refusing = await streaming([chunk({ refusal: 'I cannot say that.' })])
    expect(await failure(said(refusing, 'hello'))).toMatchObject({
      code: 'PERSONA_PROVIDER_REFUSED',
      detail: expect.stringContaining('cannot say'),
    })
    server?.close()
    const filtered = await streaming([chunk({ content: 'Well' }), chunk({}, 'content_filter')])
    expect(await failure(said(filtered, 'hello'))).toMatchObject({ code: 'PERSONA_PROVIDER_REFUSED' })
  })
  it('does not take an unfinished, an empty or an unreadable answer for one', async () => {
    const unfinished = await streaming([chunk({ content: 'Well' })])
    expect(await failure(said(unfinished, 'hello'))).toMatchObject({
      code: 'PERSONA_PROVIDER_UNAVAILABLE',
      detail: expect.stringContaining('middle'),
    })
    server?.close()
    const empty = await streaming([chunk({}, 'stop')])
    expect(await failure(said(empty, 'hello'))).toMatchObject({
      code: 'PERSONA_PROVIDER_UNAVAILABLE',
      detail: expect.stringContaining('empty'),
    })
    server?.close()
    const garbage = await serve((_, response) =>
      response.writeHead(200, { 'content-type': 'text/event-stream' }).end('data: {nonsense\n\n'),
    )
    expect(await failure(said(garbage, 'hello'))).toMatchObject({ code: 'PERSONA_PROVIDER_UNAVAILABLE' })
  })
  it('gives up on silence before and in the answer', async () => {
    const silent = await serve(() => undefined)
    expect(await failure(said(silent, 'hello', { timeoutMs: 200 }))).toMatchObject({ code: 'PERSONA_PROVIDER_UNAVAILABLE' })
    server?.closeAllConnections()
    server?.close()
    const stalled = await streaming([chunk({ content: 'Well' })], false)
    expect(await failure(said(stalled, 'hello', { timeoutMs: 200 }))).toMatchObject({
      code: 'PERSONA_PROVIDER_UNAVAILABLE',
      detail: expect.stringContaining('0.2 seconds'),
    })
  })
  it('names a provider that is not there', async () => {
    expect(await failure(said('http://127.0.0.1:1/v1', 'hello'))).toMatchObject({ code: 'PERSONA_PROVIDER_UNAVAILABLE' })
  })
  it('stops when the reader leaves', async () => {
    const url = await streaming([chunk({ content: 'Well' })], false)
    const left = new AbortController()
    setTimeout(() => left.abort(new Error('the reader left')), 100)
    await expect(said(url, 'hello', { signal: left.signal })).rejects.toThrow('the reader left')
  })
})
