import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { createSiweMessage } from 'viem/siwe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestDatabase, type TestDatabase } from '../adapters/database/testing.ts'
import { buildTestApp } from '../plugins/testing.ts'

describe('signing in', () => {
  const account = privateKeyToAccount(generatePrivateKey())
  const contract = '0x1000000000000000000000000000000000000c0c'
  let database: TestDatabase
  let dir: string
  let app: FastifyInstance
  beforeAll(async () => {
    database = await startTestDatabase()
    dir = await mkdtemp(path.join(tmpdir(), 'daedal-accounts-'))
    app = await buildTestApp(database, dir, { accounts: { checkMessage: async (address) => address.toLowerCase() === contract } })
  })
  afterAll(async () => {
    await app.close()
    await database.stop()
    await rm(dir, { recursive: true, force: true })
  })

  const post = (url: string, payload: object, headers: Record<string, string> = {}) => app.inject({ method: 'POST', url, payload, headers })
  const nonce = async () => (await post('/v1/session/nonce', {})).json().nonce as string
  const messageOf = async (changes: Partial<Parameters<typeof createSiweMessage>[0]> = {}) =>
    createSiweMessage({
      address: account.address,
      chainId: 31_337,
      domain: 'localhost:4000',
      nonce: await nonce(),
      uri: 'http://localhost:4000/portfolio',
      version: '1',
      ...changes,
    })
  const signIn = async (message: string, signer = account) =>
    post('/v1/session', { message, signature: await signer.signMessage({ message }) })

  it('opens a session for the key that signed, in a cookie no script can read', async () => {
    const reply = await signIn(await messageOf())
    expect(reply.json()).toMatchObject({ address: account.address, csrf: expect.any(String) })
    const cookie = String(reply.headers['set-cookie'])
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Strict/)
    const headers = { cookie: cookie.split(';')[0] as string }
    expect((await app.inject({ url: '/v1/session', headers })).json().address).toBe(account.address)

    const forged = await app.inject({ method: 'DELETE', url: '/v1/session', headers })
    expect([forged.statusCode, forged.json().code]).toEqual([403, 'ACCOUNTS_CSRF_INVALID'])
    const wrong = await app.inject({
      method: 'DELETE',
      url: '/v1/session',
      headers: { ...headers, 'x-csrf-token': 'x'.repeat(reply.json().csrf.length) },
    })
    expect(wrong.statusCode).toBe(403)
    const out = await app.inject({ method: 'DELETE', url: '/v1/session', headers: { ...headers, 'x-csrf-token': reply.json().csrf } })
    expect(out.statusCode).toBe(204)
    expect((await app.inject({ url: '/v1/session', headers })).json().address).toBeNull()
  })

  it('takes a message once, whoever sends it at the same time', async () => {
    const message = await messageOf()
    const replies = await Promise.all([signIn(message), signIn(message), signIn(message)])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422, 422])
    expect((await signIn(message)).json().code).toBe('ACCOUNTS_NONCE_UNKNOWN')
  })

  it('refuses what is not for this site, chain, time or key', async () => {
    const minute = 60_000
    for (const [changes, code] of [
      [{ domain: 'evil.example' }, 'ACCOUNTS_MESSAGE_INVALID'],
      [{ uri: 'http://evil.example/' }, 'ACCOUNTS_MESSAGE_INVALID'],
      [{ chainId: 1 }, 'ACCOUNTS_MESSAGE_INVALID'],
      [{ nonce: 'abcdefabcdefabcdef' }, 'ACCOUNTS_NONCE_UNKNOWN'],
      [{ expirationTime: new Date(Date.now() - minute) }, 'ACCOUNTS_NONCE_UNKNOWN'],
      [{ notBefore: new Date(Date.now() + minute) }, 'ACCOUNTS_NONCE_UNKNOWN'],
    ] as const) {
      const reply = await signIn(await messageOf(changes))
      expect([JSON.stringify(changes), reply.json().code]).toEqual([JSON.stringify(changes), code])
    }
    const stranger = await signIn(await messageOf(), privateKeyToAccount(generatePrivateKey()))
    expect([stranger.statusCode, stranger.json().code]).toEqual([401, 'ACCOUNTS_SIGNATURE_INVALID'])
    const message = await messageOf()
    for (const signature of ['0x', '0x1234', `0x${'00'.repeat(65)}`, `0x${'ff'.repeat(65)}`])
      expect((await post('/v1/session', { message, signature })).json().code).toBe('ACCOUNTS_SIGNATURE_INVALID')
    for (const text of ['', 'hello', 'x'.repeat(3_900)])
      expect((await post('/v1/session', { message: text, signature: '0x12' })).json().code).toBe('ACCOUNTS_MESSAGE_INVALID')
  })

  it('lets an account with code sign by its contract', async () => {
    const reply = await signIn(await messageOf({ address: contract }))
    expect(reply.statusCode).toBe(200)
  })
})
