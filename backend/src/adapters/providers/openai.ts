import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError, RateLimitError } from 'openai'
import { AppError } from '../../errors.ts'
import type { Speaker } from '../../generation/ports.ts'

export type OpenAiOptions = {
  /** Empty for servers that need none. */
  apiKey: string
  /** Empty: api.openai.com. */
  baseUrl: string
  model: string
  /** Time to the first token, and between two tokens. */
  timeoutMs: number
}

/** What differs between services that speak OpenAI's chat API. */
type Profile = { name: string; limit: 'max_completion_tokens' | 'max_tokens' }

const profiles: Readonly<Record<string, Profile>> = {
  'api.openai.com': { name: 'openai', limit: 'max_completion_tokens' },
  'generativelanguage.googleapis.com': { name: 'gemini', limit: 'max_tokens' },
  'router.huggingface.co': { name: 'huggingface', limit: 'max_tokens' },
  'api.llama.com': { name: 'llama', limit: 'max_completion_tokens' },
}

const profileOf = (baseUrl: string): Profile => {
  const host = new URL(baseUrl).hostname
  return profiles[host] ?? { name: host === 'localhost' || host === '127.0.0.1' ? 'local-model' : host, limit: 'max_tokens' }
}

const OPENAI_URL = 'https://api.openai.com/v1'
/** Longest answer, in tokens and in characters. */
const ANSWER_TOKENS = 700
const ANSWER_CHARACTERS = 8_000

/** Speaks through a service with OpenAI's chat API. Every failure is a PERSONA_PROVIDER_* error; the key is never part of one. */
export function createOpenAiSpeaker({ apiKey, baseUrl, model, timeoutMs }: OpenAiOptions): Speaker {
  const address = baseUrl || OPENAI_URL
  const profile = profileOf(address)
  const client = new OpenAI({
    apiKey: apiKey || 'none',
    baseURL: address,
    organization: null,
    project: null,
    timeout: timeoutMs,
    maxRetries: 0,
    logLevel: 'off',
  })

  return {
    name: profile.name,
    reproducible: false,
    async *speak({ instruction, message, history, signal }) {
      const silence = new AbortController()
      let timer: NodeJS.Timeout | undefined
      const listen = () => {
        clearTimeout(timer)
        timer = setTimeout(() => silence.abort(), timeoutMs)
      }
      listen()
      let characters = 0
      let finish: string | null = null
      try {
        const stream = await client.chat.completions.create(
          {
            model,
            stream: true,
            [profile.limit]: ANSWER_TOKENS,
            messages: [{ role: 'system', content: instruction }, ...history, { role: 'user', content: message }],
          },
          { signal: AbortSignal.any([signal, silence.signal]) },
        )
        for await (const chunk of stream) {
          listen()
          const choice = chunk.choices[0]
          if (!choice) continue
          if (choice.delta.refusal)
            throw new AppError('PERSONA_PROVIDER_REFUSED', `${profile.name} refused: ${choice.delta.refusal.slice(0, 200)}`)
          finish = choice.finish_reason ?? finish
          const text = choice.delta.content
          if (!text) continue
          characters += text.length
          yield text
          if (characters >= ANSWER_CHARACTERS) return
        }
        // The client ends an aborted stream as if it were complete.
        signal.throwIfAborted()
        silence.signal.throwIfAborted()
      } catch (error) {
        if (signal.aborted) throw signal.reason
        throw silence.signal.aborted ? unavailable(profile, `said nothing for ${timeoutMs / 1_000} seconds`) : namedFailure(profile, error)
      } finally {
        clearTimeout(timer)
      }
      if (finish === 'content_filter') throw new AppError('PERSONA_PROVIDER_REFUSED', `${profile.name} withheld the answer.`)
      if (finish === null) throw unavailable(profile, 'stopped in the middle of the answer')
      if (characters === 0) throw unavailable(profile, 'sent an empty answer')
    },
  }
}

const unavailable = (profile: Profile, what: string, cause?: unknown) =>
  new AppError('PERSONA_PROVIDER_UNAVAILABLE', `${profile.name} ${what}.`, { ...(cause !== undefined && { cause }), retryAfter: 5 })

/** Causes are kept only where they hold neither request nor headers, so that no key reaches a log. */
function namedFailure(profile: Profile, error: unknown): AppError {
  if (error instanceof AppError) return error
  if (error instanceof RateLimitError) {
    const retryAfter = secondsOf(error.headers?.get('retry-after'))
    return new AppError('PERSONA_PROVIDER_RATE_LIMITED', `${profile.name} asks to wait ${retryAfter} seconds.`, { retryAfter })
  }
  if (error instanceof APIConnectionTimeoutError || error instanceof APIUserAbortError)
    return unavailable(profile, 'took too long to answer')
  if (error instanceof APIConnectionError) return unavailable(profile, 'cannot be reached')
  if (error instanceof APIError && error.status !== undefined) {
    if (error.code === 'content_filter' || error.code === 'content_policy_violation')
      return new AppError('PERSONA_PROVIDER_REFUSED', `${profile.name} refused the message.`)
    const reasons: Record<number, string> = {
      401: 'does not accept our key',
      403: 'does not let us use this model',
      404: 'does not know the model',
    }
    return unavailable(profile, reasons[error.status] ?? `answered with status ${error.status}`)
  }
  return unavailable(profile, 'sent something that cannot be read')
}

/** `Retry-After` in seconds (RFC 9110, section 10.2.3), at least 1, at most an hour. */
function secondsOf(header: string | null | undefined): number {
  if (!header) return 5
  const seconds = /^\d+(\.\d+)?$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1_000
  return Number.isFinite(seconds) ? Math.min(3_600, Math.max(1, Math.ceil(seconds))) : 5
}
