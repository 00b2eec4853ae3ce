import { IndexStatus, PublicConfig, Session, SessionNonce, SignIn } from '@daedal/protocol/accounts/api'
import { Problem } from '@daedal/protocol/errors/problem'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import Type from 'typebox'
import { clearSessionCookie, secretOf, setSessionCookie } from './session-plugin.ts'
import { createSignIn, type SignInDeps } from './sign-in.ts'

export type AccountDeps = SignInDeps & {
  publicConfig: () => PublicConfig | Promise<PublicConfig>
  indexStatus: () => IndexStatus | Promise<IndexStatus>
}

const NONCE_MINUTES = 10
const tags = ['accounts']

/** Signing in with an account (ERC-4361), and what a client must know of this deployment. */
export const accountRoutes = (deps: AccountDeps): FastifyPluginAsyncTypebox => {
  const signIn = createSignIn(deps)
  const secure = deps.publicUrl.startsWith('https:')
  return async (app) => {
    app.post(
      '/v1/session/nonce',
      {
        schema: { tags, summary: 'A nonce for a sign-in message; works once', response: { 200: SessionNonce } },
        config: { withoutSessionToken: true },
      },
      async (_request, reply) => {
        const { nonce, expiresAt } = await deps.store.issueNonce(NONCE_MINUTES)
        reply.header('cache-control', 'no-store')
        return { nonce, expiresAt: expiresAt.toISOString() }
      },
    )

    app.post(
      '/v1/session',
      {
        schema: {
          tags,
          summary: 'Sign in with a signed ERC-4361 message',
          body: SignIn,
          response: { 200: Session, 401: Problem, 422: Problem },
        },
        config: { withoutSessionToken: true },
      },
      async (request, reply) => {
        const { secret, address, csrf, expiresAt } = await signIn(request.body)
        const old = secretOf(request)
        if (old) await deps.store.close(old)
        setSessionCookie(reply, secret, expiresAt, secure).header('cache-control', 'no-store')
        return { address, csrf, expiresAt: expiresAt.toISOString() }
      },
    )

    app.get('/v1/session', { schema: { tags, summary: 'Who is signed in', response: { 200: Session } } }, async ({ session }, reply) => {
      reply.header('cache-control', 'no-store')
      return { address: session?.address ?? null, csrf: session?.csrf ?? null, expiresAt: session?.expiresAt.toISOString() ?? null }
    })

    app.delete(
      '/v1/session',
      { schema: { tags, summary: 'Sign out', response: { 204: Type.Null(), 403: Problem } } },
      async (request, reply) => {
        const secret = secretOf(request)
        if (secret) await deps.store.close(secret)
        clearSessionCookie(reply).code(204)
        return null
      },
    )

    app.get(
      '/v1/config',
      { schema: { tags: ['service'], summary: 'Chain, contracts and providers', response: { 200: PublicConfig } } },
      async () => deps.publicConfig(),
    )

    app.get(
      '/v1/status',
      { schema: { tags: ['service'], summary: 'How far the index is behind the chain', response: { 200: IndexStatus } } },
      async (_request, reply) => {
        reply.header('cache-control', 'no-store')
        return deps.indexStatus()
      },
    )
  }
}
