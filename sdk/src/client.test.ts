import { describe, expect, it } from 'vitest'
import { ApiProblem, createClient, queryString } from './client.ts'

const problem = (code: string, status: number) => Response.json({ type: 'about:blank', title: code, status, code }, { status })

/** A service that keeps a session open and wants its token with each write. */
function serviceWithSession(token: string) {
  const asked: string[] = []
  const fetcher = (async (url: string, init: RequestInit) => {
    asked.push(`${init.method} ${url}`)
    if (url === '/v1/session') return Response.json({ address: null, csrf: token, expiresAt: null })
    const given = new Headers(init.headers).get('x-csrf-token')
    return given === 'right' ? Response.json({ data: [] }) : problem('ACCOUNTS_CSRF_INVALID', 403)
  }) as typeof fetch
  return { asked, client: createClient({ baseUrl: '', fetch: fetcher }) }
}

describe('a session of an earlier visit', () => {
  it('is asked for its token when a write needs it, and the write is repeated once', async () => {
    const { asked, client } = serviceWithSession('right')
    await client.assetBatch(['a'])
    await client.assetBatch(['b'])
    expect(asked).toEqual(['POST /v1/assets/batch', 'GET /v1/session', 'POST /v1/assets/batch', 'POST /v1/assets/batch'])
  })

  it('is not asked for ever', async () => {
    const { asked, client } = serviceWithSession('wrong')
    await expect(client.assetBatch(['a'])).rejects.toMatchObject({ code: 'ACCOUNTS_CSRF_INVALID', status: 403 })
    expect(asked).toHaveLength(3)
  })
})

it('tells no answer from a refusal', async () => {
  const silent = createClient({ baseUrl: '', fetch: (async () => Promise.reject(new TypeError('fetch failed'))) as typeof fetch })
  await expect(silent.status()).rejects.toMatchObject({ code: 'NETWORK_UNREACHABLE', status: 0 })
  const refusing = createClient({ baseUrl: '', fetch: (async () => problem('MARKET_ORDER_SPENT', 409)) as typeof fetch })
  await expect(refusing.status()).rejects.toBeInstanceOf(ApiProblem)
})

it('writes lists and records as the service reads them', () => {
  expect(queryString({ kind: ['scene', 'item'], trait: { 'Time of day': ['dusk'] }, q: undefined })).toBe(
    '?kind=scene&kind=item&trait%5BTime+of+day%5D=dusk',
  )
})
