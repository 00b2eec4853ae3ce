import { cardLanguage } from '@daedal/engine/persona/knowledge/build-knowledge'
import { Problem } from '@daedal/protocol/errors/problem'
import { CreatePersona, PersonaChat, PersonaList, PersonaSummary } from '@daedal/protocol/generation/api'
import { CharacterCard, personaFacts } from '@daedal/protocol/generation/character-card'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import Type from 'typebox'
import { AppError, problemOf } from '../errors.ts'
import { openEventStream } from '../event-stream.ts'
import type { createChatWithPersona } from './chat-with-persona.ts'
import type { Persona, PersonaStore } from './persona-store.ts'

export type PersonaDeps = {
  store: PersonaStore
  create(request: CreatePersona): Promise<Persona>
  chat: ReturnType<typeof createChatWithPersona>
  /** Names of those who can speak, the default first. */
  speakers: readonly string[]
}

const Id = Type.Object({ id: Type.String({ maxLength: 64 }) })
const tags = ['personas']

/** Personas and the talk with them. */
export const personaRoutes =
  ({ store, create, chat, speakers }: PersonaDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const summary = (persona: Persona) => summaryOf(persona, speakers)
    const find = async (id: string) => {
      const persona = await store.find(id)
      if (!persona) throw new AppError('PERSONA_UNKNOWN', `There is no persona ${JSON.stringify(id)}.`)
      return persona
    }

    app.get('/v1/personas', { schema: { tags, summary: 'Personas one can talk to', response: { 200: PersonaList } } }, async () => ({
      data: (await store.list()).map(summary),
    }))

    app.post(
      '/v1/personas',
      { schema: { tags, summary: 'Make a persona', body: CreatePersona, response: { 201: PersonaSummary, 422: Problem } } },
      async (request, reply) => {
        const persona = await create(request.body)
        return reply.code(201).header('location', `/v1/personas/${persona.id}`).send(summary(persona))
      },
    )

    app.get(
      '/v1/personas/:id',
      { schema: { tags, summary: 'A persona', params: Id, response: { 200: PersonaSummary, 404: Problem } } },
      async (request) => summary(await find(request.params.id)),
    )

    app.get(
      '/v1/personas/:id/card',
      { schema: { tags, summary: 'Its Character Card v3', params: Id, response: { 200: CharacterCard, 404: Problem } } },
      async (request, reply) => {
        const { id, card } = await find(request.params.id)
        return reply.header('content-disposition', `inline; filename="${id}.json"`).serializer(JSON.stringify).send(card)
      },
    )

    app.post(
      '/v1/personas/:id/chat',
      {
        schema: {
          tags,
          summary: 'Say something to a persona: server-sent events `token`, then `done` or `problem`',
          params: Id,
          body: PersonaChat,
          produces: ['text/event-stream'],
        },
      },
      async (request, reply) => {
        const left = new AbortController()
        const events = await chat(request.params.id, request.body, left.signal)
        const stream = openEventStream(reply)
        stream.signal.addEventListener('abort', () => left.abort(new Error('the reader left')))
        const speak = async () => {
          for await (const event of events) {
            if (event.type === 'token') stream.send({ event: 'token', data: { text: event.text } })
            else stream.send({ event: 'done', data: event.reply })
          }
        }
        speak()
          .catch((error: unknown) => {
            if (left.signal.aborted) return
            const named = error instanceof AppError ? error : new AppError('SERVER_FAILED', undefined, { cause: error })
            request.log.warn({ err: named, persona: request.params.id }, 'A persona could not answer')
            const retryAfter = named.retryAfter === undefined ? {} : { retryAfter: named.retryAfter }
            stream.send({ event: 'problem', data: { ...problemOf(named, request.url), ...retryAfter } })
          })
          .finally(stream.end)
        return reply
      },
    )
  }

function summaryOf({ id, card }: Persona, speakers: readonly string[]): PersonaSummary {
  const facts = personaFacts(card)
  return {
    id,
    name: card.data.name,
    age: facts.age ?? null,
    occupation: facts.occupation ?? '',
    description: card.data.description,
    traits: facts.traits ?? [],
    greeting: card.data.first_mes,
    language: cardLanguage(card),
    speakers: [...speakers],
  }
}
