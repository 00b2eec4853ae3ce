import { createHash } from 'node:crypto'
import { type ScenePlan, sceneCompositions, sceneHeroes, sceneStyles, sceneWeathers } from '@daedal/protocol/generation/scene-plan'
import { describe, expect, it } from 'vitest'
import { RenderStopped } from '../render-stopped.ts'
import { ENGINE_VERSION } from '../version.ts'
import { renderScene } from './render-scene.ts'

type Wishes = Partial<Omit<ScenePlan, 'kind' | 'engineVersion'>>

const city = (wishes: Wishes = {}): ScenePlan => ({
  kind: 'scene',
  engineVersion: ENGINE_VERSION,
  family: 'city',
  composition: '',
  hero: '',
  time: 'any',
  weather: 'any',
  style: 'photo',
  density: 'any',
  features: [],
  without: [],
  things: [],
  accent: '',
  size: { w: 80, h: 80 },
  ...wishes,
})
const sha256 = (rgba: Uint8Array) => createHash('sha256').update(rgba).digest('hex')
const drawn = (wishes: Wishes, seed: number) => sha256(renderScene(city(wishes), seed).rgba)

/** A changed picture is a new engine version: then `npx vitest run <this file> -u` writes the file again. */
function cases(): [name: string, wishes: Wishes, seed: number][] {
  const plain = sceneCompositions.city.flatMap((composition) =>
    (['day', 'dusk', 'night'] as const).map((time): [string, Wishes, number] => [
      `${composition} at ${time}`,
      { composition, time, weather: 'clear' },
      11,
    ]),
  )
  return [
    ...plain,
    ...sceneWeathers
      .filter((weather) => weather !== 'any' && weather !== 'clear')
      .map((weather): [string, Wishes, number] => [
        `skyline in ${weather} weather`,
        { composition: 'skyline', time: 'sunrise', weather },
        12,
      ]),
    ...sceneStyles.map((style): [string, Wishes, number] => [
      `waterfront as ${style}`,
      { composition: 'waterfront', style, size: { w: 96, h: 96 } },
      13,
    ]),
    ...sceneHeroes.city.map((hero): [string, Wishes, number] => [`above, ${hero}`, { composition: 'above', hero }, 14]),
    [
      'dense with green neon',
      { composition: 'canyon', time: 'night', density: 'dense', accent: '#20d060', features: ['neon', 'people', 'birds'] },
      15,
    ],
    ['above at the blue hour', { composition: 'above', time: 'bluehour' }, 15],
    [
      'without cars, bridges, people and clouds',
      { composition: 'waterfront', without: ['flying-cars', 'bridge', 'people', 'clouds', 'trees'] },
      16,
    ],
    ['wide', { composition: 'skyline', size: { w: 160, h: 90 } }, 17],
    ['tall', { composition: 'canyon', size: { w: 60, h: 120 } }, 18],
  ]
}

describe('golden cities', { timeout: 90_000 }, () => {
  it('are the same bytes as ever, for every composition, time, weather, style and hero', async () => {
    const hashes = Object.fromEntries(cases().map(([name, wishes, seed]) => [name, drawn(wishes, seed)]))
    expect(new Set(Object.values(hashes)).size).toBe(Object.keys(hashes).length)
    await expect(`${JSON.stringify(hashes, null, 2)}\n`).toMatchFileSnapshot('golden.json')
  })

  it('do not depend on what is drawn before or in between', () => {
    const one = city({ composition: 'skyline', time: 'dusk', size: { w: 48, h: 48 } })
    const other = city({ composition: 'canyon', time: 'night', weather: 'rain', size: { w: 40, h: 40 } })
    const alone = sha256(renderScene(one, 3).rgba)
    const otherAlone = sha256(renderScene(other, 4).rgba)
    let between = ''
    const interrupted = renderScene(one, 3, {
      onRows(_, from) {
        if (from === 16) between = sha256(renderScene(other, 4).rgba)
      },
    })
    expect(sha256(interrupted.rgba)).toBe(alone)
    expect(between).toBe(otherAlone)
  })

  it('change with the seed', () => {
    expect(new Set([1, 2, 3, 4].map((seed) => drawn({ size: { w: 32, h: 32 } }, seed))).size).toBe(4)
  })
})

describe('rendering a city', { timeout: 60_000 }, () => {
  const size = { w: 48, h: 48 }

  it('tells how far it is, from 0 to 1 and never back, stage after stage', () => {
    const reports: [number, string][] = []
    renderScene(city({ size, composition: 'waterfront' }), 1, { onProgress: (fraction, stage) => reports.push([fraction, stage]) })
    const fractions = reports.map(([fraction]) => fraction)
    expect(fractions[0]).toBe(0)
    expect(fractions.at(-1)).toBe(1)
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b))
    expect([...new Set(reports.map(([, stage]) => stage))]).toEqual(['shape', 'light', 'develop', 'done'])
  })

  it('shows its rows from top to bottom', () => {
    const rows: [number, number][] = []
    renderScene(city({ size }), 1, { onRows: (_, from, to) => rows.push([from, to]) })
    expect(rows).toEqual([
      [0, 16],
      [16, 32],
      [32, 48],
    ])
  })

  it.each([0, 40, 200])('stops when it is asked to, after %i questions', (patience) => {
    let asked = 0
    const stop = () => renderScene(city({ size, composition: 'skyline' }), 1, { shouldStop: () => asked++ >= patience })
    expect(stop).toThrow(RenderStopped)
    expect(asked).toBe(patience + 1)
  })

  it('asks often enough to stop within a moment', () => {
    let asked = 0
    renderScene(city({ size, composition: 'skyline' }), 1, {
      shouldStop() {
        asked++
        return false
      },
    })
    expect(asked).toBeGreaterThan(100)
  })

  it('leaves out what the plan rules out', () => {
    const night = { composition: 'canyon', time: 'night', weather: 'clear', size } as const
    const withCars = drawn(night, 5)
    expect(drawn({ ...night, without: ['flying-cars'] }, 5)).not.toBe(withCars)
    expect(drawn({ ...night, without: ['people'] }, 5)).not.toBe(drawn({ ...night, without: ['neon'] }, 5))
  })
})
