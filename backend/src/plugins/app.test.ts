import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../adapters/database/database.ts'
import { startTestDatabase, type TestDatabase } from '../adapters/database/testing.ts'
import { buildTestApp } from './testing.ts'

describe('what every route shares', () => {
  let database: TestDatabase
  let dir: string
  let app: FastifyInstance
  beforeAll(async () => {
    database = await startTestDatabase()
    dir = await mkdtemp(path.join(tmpdir(), 'daedal-app-'))
    app = await buildTestApp(database, dir)
    await app.ready()
  })
  afterAll(async () => {
    await app.close()
    await database.stop()
    await rm(dir, { recursive: true, force: true })
  })
  const other = async (changes: Parameters<typeof buildTestApp>[2]) => {
    const built = await buildTestApp(database, dir, changes)
    onTestFinished(() => built.close())
    return built
  }

  it('answers every failure as a problem with a code', async () => {
    for (const [request, status, code] of [
      [{ method: 'GET', url: '/v1/nothing' }, 404, 'ROUTE_UNKNOWN'],
      [{ method: 'POST', url: '/v1/session', payload: '{', headers: { 'content-type': 'application/json' } }, 400, 'REQUEST_INVALID'],
      [{ method: 'POST', url: '/v1/session', payload: '', headers: { 'content-type': 'application/json' } }, 400, 'REQUEST_INVALID'],
      [{ method: 'POST', url: '/v1/session', payload: '<x/>', headers: { 'content-type': 'text/xml' } }, 415, 'REQUEST_UNSUPPORTED_TYPE'],
      [{ method: 'POST', url: '/v1/session', payload: { message: 'x', signature: 'zz' } }, 400, 'REQUEST_INVALID'],
      [{ method: 'POST', url: '/v1/session', payload: { message: 'x', signature: '0x', admin: true } }, 400, 'REQUEST_INVALID'],
      [{ method: 'POST', url: '/v1/session', payload: { message: 'x'.repeat(300_000), signature: '0x' } }, 413, 'REQUEST_TOO_LARGE'],
      [{ method: 'GET', url: '/v1/config' }, 500, 'SERVER_FAILED'],
    ] as const) {
      const reply = await app.inject(request)
      expect([request.url, reply.statusCode, reply.json().code]).toEqual([request.url, status, code])
      expect(reply.headers['content-type']).toContain('application/problem+json')
      expect(reply.json()).toMatchObject({ type: 'about:blank', status, title: expect.any(String) })
      expect(reply.body).not.toContain('this test has no')
    }
  })

  it('names what the router and the parser refuse, too', async () => {
    const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }))
    const raw = (text: string) =>
      new Promise<string>((resolve, reject) => {
        const socket = connect(Number(port), '127.0.0.1', () => socket.write(text))
        let answer = ''
        socket.on('data', (data) => {
          answer += data
        })
        socket.on('end', () => resolve(answer)).on('error', reject)
      })
    const get = (path: string) => raw(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)
    for (const [answer, status, code] of [
      [get('/%'), 400, 'REQUEST_INVALID'],
      [get('/v1/assets/%ff'), 400, 'REQUEST_INVALID'],
      [get(`/v1/assets/${'a'.repeat(3_000)}`), 400, 'REQUEST_INVALID'],
      [get(`/v1/assets?q=${'a'.repeat(20_000)}`), 413, 'REQUEST_TOO_LARGE'],
      [raw('nonsense\r\n\r\n'), 400, 'REQUEST_INVALID'],
    ] as const) {
      const text = await answer
      expect(text.slice(0, 12)).toBe(`HTTP/1.1 ${status}`)
      expect(text).toContain(`"code":"${code}"`)
      expect(text).toContain('application/problem+json')
    }
  })

  it('says whether it lives, and which part keeps it from being ready', async () => {
    expect((await app.inject('/health')).json()).toEqual({ live: true })
    const ready = await app.inject('/ready')
    expect([ready.statusCode, ready.json()]).toEqual([
      200,
      { ready: true, parts: { database: { ok: true, reason: null }, content: { ok: true, reason: null } } },
    ])
    const ill = await other({
      checks: {
        chain: async () => {
          throw Object.assign(new Error('x'), { code: 'CHAIN_UNAVAILABLE' })
        },
        slow: () => new Promise(() => undefined),
      },
    })
    const reply = await ill.inject('/ready')
    expect(reply.statusCode).toBe(503)
    expect(reply.headers['retry-after']).toBe('2')
    expect(reply.json().parts).toEqual({
      chain: { ok: false, reason: 'CHAIN_UNAVAILABLE' },
      slow: { ok: false, reason: 'no answer within 2000 ms' },
    })
  })

  it('names a database that is down, stays up, and works again with it', async () => {
    const nowhere = openDatabase('postgres://nobody:x@127.0.0.1:1/none')
    onTestFinished(() => nowhere.close())
    const ill = await buildTestApp(nowhere, dir)
    onTestFinished(() => ill.close())
    const reply = await ill.inject({ method: 'POST', url: '/v1/session/nonce', payload: {} })
    expect([reply.statusCode, reply.json().code]).toEqual([503, 'DATABASE_UNAVAILABLE'])
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0)
    expect((await ill.inject('/health')).statusCode).toBe(200)

    await database.pool.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    const again = await app.inject({ method: 'POST', url: '/v1/session/nonce', payload: {} })
    expect(again.statusCode).toBe(200)
  })

  it('describes all of its routes, and shows them on a page without scripts', async () => {
    const document = (await app.inject('/openapi.json')).json()
    expect(document.openapi).toBe('3.1.0')
    for (const route of [
      '/v1/assets',
      '/v1/assets/{id}/holders',
      '/v1/assets/{id}/passport',
      '/v1/collections',
      '/v1/collections/{address}',
      '/v1/orders/fulfillment',
      '/v1/events/stream',
      '/v1/generations/{id}/mint',
    ])
      expect(Object.keys(document.paths)).toContain(route)
    const page = await app.inject('/docs')
    expect(page.headers['content-type']).toContain('text/html')
    expect(page.body).toContain('/v1/orders/prepare')
    expect(page.body).not.toContain('<script')
    expect((await app.inject('/llms.txt')).body).toContain('- GET /v1/assets/{id}: An asset')
  })

  it('measures requests by route, not by address', async () => {
    const { body } = await app.inject('/metrics')
    expect(body).toContain('daedal_http_request_duration_seconds_count{method="GET",route="/health",status="200"}')
    expect(body).not.toContain('/v1/nothing')
  })

  it('lets other sites read and no page run what is not its own', async () => {
    const reply = await app.inject({ url: '/v1/session', headers: { origin: 'https://world.example' } })
    expect(reply.headers['access-control-allow-origin']).toBe('*')
    expect(reply.headers['access-control-allow-credentials']).toBeUndefined()
    const policy = String(reply.headers['content-security-policy'])
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy.split(';').find((part) => part.includes('script-src'))).not.toContain('unsafe')
    expect(reply.headers['x-content-type-options']).toBe('nosniff')
  })

  it('counts reads and writes of an address apart, and says when to come again', async () => {
    const strict = await other({ config: { RATE_LIMIT_PER_MINUTE: 3, RATE_LIMIT_WRITES_PER_MINUTE: 1 } })
    const read = () => strict.inject('/v1/session')
    const write = () => strict.inject({ method: 'POST', url: '/v1/session/nonce', payload: {} })
    expect((await write()).statusCode).toBe(200)
    const refused = await write()
    expect([refused.statusCode, refused.json().code]).toEqual([429, 'REQUEST_RATE_LIMITED'])
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    const first = await read()
    expect(first.headers['ratelimit-limit']).toBe('3')
    expect(first.headers['ratelimit-remaining']).toBe('2')
    expect((await strict.inject({ url: '/v1/session', remoteAddress: '10.1.1.1' })).headers['ratelimit-remaining']).toBe('2')
  })

  it('serves pages for the addresses of pages alone', async () => {
    const pages = await mkdtemp(path.join(tmpdir(), 'daedal-pages-'))
    onTestFinished(() => rm(pages, { recursive: true, force: true }))
    await writeFile(path.join(pages, 'index.html'), '<!doctype html><title>Daedal</title>')
    await mkdir(path.join(pages, 'static'))
    await writeFile(path.join(pages, 'static', 'a-1a2b.js'), 'export {}')
    const built = await other({ config: { FRONTEND_DIR: pages } })
    for (const url of ['/', '/?lang=zh']) expect((await built.inject({ url })).body).toContain('<title>Daedal</title>')
    expect((await built.inject('/static/a-1a2b.js')).headers['cache-control']).toContain('immutable')
    for (const url of ['/static/', '/static', '/static/b.js'])
      expect((await built.inject({ url, headers: { accept: '*/*' } })).json().code).toBe('ROUTE_UNKNOWN')
    const html = { accept: 'text/html' }
    expect((await built.inject({ url: '/assets/x/y', headers: html })).body).toContain('<title>Daedal</title>')
    expect((await built.inject({ url: '/v1/nothing', headers: html })).json().code).toBe('ROUTE_UNKNOWN')
    expect((await built.inject({ url: '/../../etc/passwd', headers: { accept: '*/*' } })).statusCode).toBe(404)
    expect((await built.inject({ url: '/%2e%2e/%2e%2e/etc/passwd', headers: { accept: '*/*' } })).statusCode).toBeGreaterThanOrEqual(400)
  })

  describe('the way to the local chain', () => {
    let node: Server
    let asked: { method: string }[] = []
    let answer = (calls: { id: number; method: string }[]): unknown => calls.map(({ id }) => ({ jsonrpc: '2.0', id, result: '0x1' }))
    beforeAll(async () => {
      node = createServer(async (request, response) => {
        const body = JSON.parse(Buffer.concat(await request.toArray()).toString())
        asked.push(...body)
        response.end(JSON.stringify(answer(body)))
      })
      await new Promise<void>((resolve) => node.listen(0, '127.0.0.1', resolve))
    })
    afterAll(() => new Promise((resolve) => node.close(resolve)))
    const call = (method: string, id: unknown = 'a') => ({ jsonrpc: '2.0', id, method, params: [] })

    it('passes reads and signed transactions on, keeps ids, and nothing else', async () => {
      const upstream = `http://127.0.0.1:${(node.address() as AddressInfo).port}`
      const built = await other({ rpcUpstream: upstream })
      asked = []
      const one = await built.inject({ method: 'POST', url: '/rpc', payload: call('eth_chainId', 7) })
      expect(one.json()).toEqual({ jsonrpc: '2.0', id: 7, result: '0x1' })
      const batch = await built.inject({
        method: 'POST',
        url: '/rpc',
        payload: [call('eth_call', 'x'), call('hardhat_setBalance', 'y'), call('eth_sendRawTransaction', 'z')],
      })
      expect(batch.json()).toMatchObject([
        { id: 'x', result: '0x1' },
        { id: 'y', error: { code: -32601 } },
        { id: 'z', result: '0x1' },
      ])
      expect(asked.map(({ method }) => method)).toEqual(['eth_chainId', 'eth_call', 'eth_sendRawTransaction'])
      for (const payload of [[], { method: 'eth_call' }, Array.from({ length: 51 }, () => call('eth_call')), 'eth_call'])
        expect(
          (
            await built.inject({
              method: 'POST',
              url: '/rpc',
              payload: JSON.stringify(payload),
              headers: { 'content-type': 'application/json' },
            })
          ).statusCode,
        ).toBe(400)
    })

    it('names a node that does not answer', async () => {
      const built = await other({ rpcUpstream: 'http://127.0.0.1:1' })
      const reply = await built.inject({ method: 'POST', url: '/rpc', payload: call('eth_chainId') })
      expect([reply.statusCode, reply.json().code]).toEqual([503, 'CHAIN_UNAVAILABLE'])
      answer = () => ({ error: { message: 'broken' } })
      const upstream = `http://127.0.0.1:${(node.address() as AddressInfo).port}`
      const confused = await (await other({ rpcUpstream: upstream })).inject({ method: 'POST', url: '/rpc', payload: call('eth_chainId') })
      expect(confused.json().code).toBe('CHAIN_UNAVAILABLE')
    })
  })
})
