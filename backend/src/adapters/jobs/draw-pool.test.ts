import { afterAll, describe, expect, it } from 'vitest'
import type { DrawProgress } from '../../generation/ports.ts'
import { createDrawPool } from './draw-pool.ts'

const worker = new URL('./testing/unruly-worker.ts', import.meta.url)
const pool = createDrawPool({ worker, threads: 2, timeoutMs: 1_500, memoryMb: 64 })
afterAll(() => pool.close())

const draw = (what: string, signal = new AbortController().signal, onProgress: (progress: DrawProgress) => void = () => {}) =>
  pool.draw({ plan: { do: what }, seed: 1 }, { signal, onProgress })

describe('the draw pool', () => {
  it('draws and reports progress', async () => {
    const seen: DrawProgress[] = []
    const drawing = await draw('draw', undefined, (progress) => seen.push(progress))
    expect([...drawing.data]).toEqual([1, 2, 3, 255])
    expect(seen).toEqual([{ type: 'progress', fraction: 0.5, stage: 'half' }].map(({ fraction, stage }) => ({ fraction, stage })))
  })

  it.each(['wait-politely', 'hang'])('ends a drawing that is cancelled while it does %s, without waiting for it', async (what) => {
    const cancel = new AbortController()
    let started = () => {}
    const isStarted = new Promise<void>((resolve) => (started = resolve))
    const drawing = draw(what, cancel.signal, started)
    await isStarted
    const at = performance.now()
    cancel.abort()
    await expect(drawing).rejects.toMatchObject({ code: 'GENERATION_CANCELLED' })
    expect(performance.now() - at).toBeLessThan(2_000)
  })

  it('takes a waiting drawing out of the queue', async () => {
    const cancel = new AbortController()
    const busy = [draw('wait-politely', cancel.signal), draw('wait-politely', cancel.signal)]
    const own = new AbortController()
    const waiting = draw('draw', own.signal)
    own.abort()
    await expect(waiting).rejects.toMatchObject({ code: 'GENERATION_CANCELLED' })
    cancel.abort()
    for (const drawing of busy) await expect(drawing).rejects.toMatchObject({ code: 'GENERATION_CANCELLED' })
  })

  it('gives up a drawing that takes too long', async () => {
    await expect(draw('hang')).rejects.toMatchObject({ code: 'GENERATION_TIMED_OUT', detail: expect.stringContaining('1.5 seconds') })
  })

  it('names a world that cannot be walked', async () => {
    const refused = { code: 'GENERATION_WORLD_UNWALKABLE', detail: 'No way on foot to the well.' }
    await expect(draw('build-a-maze')).rejects.toMatchObject(refused)
  })

  it.each([
    ['throw', 'the brush broke'],
    ['exit', ''],
    ['heap', ''],
    ['report-memory', '64 MiB'],
  ])('fails a drawing that does %s and draws the next one', async (what, sentence) => {
    await expect(draw(what)).rejects.toMatchObject({ code: 'GENERATION_WORKER_FAILED', detail: expect.stringContaining(sentence) })
    await expect(draw('draw')).resolves.toMatchObject({ width: 1 })
  })
})
