import { createHash } from 'node:crypto'
import { AppError } from '../../errors.ts'
import type { Draughtsman, Drawing, Planner } from '../ports.ts'

/** Understands every word as a subject. */
export const wordPlanner: Planner = {
  understand({ prompt, kind = 'scene' }) {
    const words = [...prompt.matchAll(/\p{L}+/gu)].map(({ 0: text, index }) => ({
      text,
      start: index,
      end: index + text.length,
      understood: text !== 'gibberish',
    }))
    const understood = words.filter((word) => word.understood).length
    return {
      understanding: { kind, words, understood, content: words.length, plan: { kind, setting: 'city' }, styles: ['photo'] },
      engine: { name: 'test-engine', version: '0.0.1' },
    }
  },
  derive: ({ of, seed = 0, ...ask }) => ({ ...wordPlanner.understand(ask), seed: of[0]?.seed ?? seed, repeats: [] }),
  seeds: (seed, count) => Array.from({ length: count }, (_, index) => (seed + index) >>> 0),
}

/** A picture of 32 × 24 pixels whose colour is its seed. */
export function flatDrawing(seed: number): Drawing {
  const data = new Uint8Array(32 * 24 * 4).fill(255)
  for (let at = 0; at < data.length; at += 4) data.set([seed & 255, (seed >> 8) & 255, (at >> 4) & 255], at)
  return {
    width: 32,
    height: 24,
    data,
    renderSha256: `0x${createHash('sha256').update(data).digest('hex')}`,
    milliseconds: 1,
    palette: ['#102030'],
    metrics: { entropy: '3.125' },
    model: null,
    fingerprint: { bits: `0x${createHash('sha256').update(`fingerprint ${seed}`).digest('hex')}`, quality: 90 },
  }
}

/** Draws when it is told to, so that a test sees each state. A deaf one does not hear that it shall stop. */
export function patientDraughtsman({ deaf = false } = {}) {
  const waiting: { seed: number; progress(fraction: number): void; finish(): void; fail(error: Error): void }[] = []
  let drawn = 0
  const draughtsman: Draughtsman = {
    hands: 4,
    close: async () => undefined,
    draw: ({ seed }, { signal, onProgress }) =>
      new Promise((resolve, reject) => {
        const entry = {
          seed,
          progress: (fraction: number) => onProgress({ fraction, stage: 'light' }),
          finish: () => {
            drawn += 1
            resolve(flatDrawing(seed))
          },
          fail: reject,
        }
        waiting.push(entry)
        if (!deaf) signal.addEventListener('abort', () => reject(new AppError('GENERATION_CANCELLED')))
      }),
  }
  return { draughtsman, waiting, drawn: () => drawn }
}

/** Draws at once. */
export const quickDraughtsman: Draughtsman = { hands: 4, close: async () => undefined, draw: async ({ seed }) => flatDrawing(seed) }
