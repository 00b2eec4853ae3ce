import { Worker } from 'node:worker_threads'
import type { PicturePlan } from '@daedal/protocol/generation/plan'
import { describe, expect, it } from 'vitest'
import { CrewMemoryTooSmall, crewMemory, joinCrew } from './crew.ts'
import { render, understand } from './engine.ts'
import { RenderStopped } from './render-stopped.ts'

const SEED = 11
const planOf = (prompt: string, style?: string, w = 96, h = 96) =>
  ({ ...understand({ prompt, ...(style && { style }) }).plan, size: { w, h } }) as PicturePlan

/** A thread that helps; resolves when it has nothing left to do. */
function helper(plan: PicturePlan, memory: SharedArrayBuffer, afterMs: number): Promise<void> {
  const worker = new Worker(new URL('./testing/rows-worker.ts', import.meta.url), { workerData: { plan, seed: SEED, memory, afterMs } })
  return new Promise((resolve, reject) => {
    worker.on('error', reject)
    worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the helper left with ${code}`))))
  })
}

/** Waits until a helper has taken a strip, so that the leader does not do everything alone. */
async function untilTaken(memory: SharedArrayBuffer): Promise<void> {
  const counters = new Int32Array(memory, 0, 1)
  for (let tries = 0; tries < 4_000 && Atomics.load(counters, 0) === 0; tries++) await new Promise((resolve) => setTimeout(resolve, 10))
  expect(Atomics.load(counters, 0)).toBeGreaterThan(0)
}

describe('a picture that several threads draw', () => {
  it.each([
    ['a futuristic city at dusk in the rain', undefined, 128, 72],
    ['a lake in the mountains under the aurora', 'painterly', 96, 96],
    ['a lighthouse in a storm', 'ink', 96, 96],
    ['a glowing ancient sword', undefined, 96, 96],
    ['a blue potion in a round bottle', 'ink', 96, 64],
    ['a smiling elf with red hair and a crown', undefined, 96, 96],
    ['a fox in a suit', 'print', 64, 96],
  ])(
    '%s: has the same bits as one that one thread draws',
    async (prompt, style, w, h) => {
      const plan = planOf(prompt, style, w, h)
      const memory = crewMemory(w * h)
      const helpers = [helper(plan, memory, 0), helper(plan, memory, 700)]
      await untilTaken(memory)
      const together = render(plan, SEED, { crew: joinCrew(memory, { lead: true }) })
      await Promise.all(helpers)
      expect(Buffer.compare(together.rgba, render(plan, SEED).rgba)).toBe(0)
    },
    180_000,
  )

  it('is drawn by its leader alone when nobody comes', () => {
    const plan = planOf('a golden key', undefined, 48, 48)
    const memory = crewMemory(48 * 48)
    expect(Buffer.compare(render(plan, SEED, { crew: joinCrew(memory, { lead: true }) }).rgba, render(plan, SEED).rgba)).toBe(0)
  })

  it('does not wait for ever for a thread that took rows and died', () => {
    const memory = crewMemory(48 * 48)
    Atomics.store(new Int32Array(memory, 0, 2), 0, 1)
    let questions = 0
    const shouldStop = () => ++questions > 60
    const plan = planOf('a golden key', undefined, 48, 48)
    expect(() => render(plan, SEED, { shouldStop, crew: joinCrew(memory, { lead: true, shouldStop }) })).toThrow(RenderStopped)
  })

  it('says so when its memory is too small', () => {
    const memory = new SharedArrayBuffer(4_096)
    expect(() => render(planOf('a golden key', undefined, 48, 48), SEED, { crew: joinCrew(memory, { lead: true }) })).toThrow(
      CrewMemoryTooSmall,
    )
  })
})
