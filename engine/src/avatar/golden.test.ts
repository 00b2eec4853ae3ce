import { createHash } from 'node:crypto'
import {
  avatarBeings,
  avatarClothes,
  avatarExpressions,
  avatarFeatures,
  avatarHairs,
  avatarHeads,
  avatarHeadwear,
  avatarStyles,
} from '@daedal/protocol/generation/avatar-plan'
import { describe, expect, it } from 'vitest'
import { RenderStopped } from '../render-stopped.ts'
import { type AvatarWishes, planAvatar } from './plan-avatar.ts'
import { renderAvatar } from './render-avatar.ts'

const size = { w: 24, h: 24 }
const drawn = (wishes: AvatarWishes, seed: number) => renderAvatar(planAvatar({ size, ...wishes }), seed).rgba
const sha256 = (rgba: Uint8Array) => createHash('sha256').update(rgba).digest('hex')

type Case = readonly [name: string, wishes: AvatarWishes, seed: number]

/** A face on which everything else is put. */
const plain: AvatarWishes = {
  presentation: 'androgynous',
  age: 'young',
  hair: 'bald',
  beard: 'none',
  headwear: 'none',
  clothes: 't-shirt',
  expression: 'calm',
  head: 'oval',
  backdrop: 'sky',
}
const cases: Case[] = [
  ...avatarBeings.map((being): Case => [being, { being, size: { w: 32, h: 32 } }, 7]),
  ...avatarHeads.slice(1).map((head): Case => [`head ${head}`, { ...plain, head }, 9]),
  ...avatarHairs.slice(3).map((hair): Case => [`hair ${hair}`, { ...plain, hair }, 9]),
  ...avatarExpressions
    .slice(2)
    .map((expression): Case => [`expression ${expression}`, { ...plain, expression, size: { w: 48, h: 48 } }, 9]),
  ...avatarClothes.slice(2).map((clothes): Case => [`clothes ${clothes}`, { ...plain, clothes }, 11]),
  ...avatarHeadwear.slice(2).map((headwear): Case => [`headwear ${headwear}`, { ...plain, headwear }, 9]),
  ...avatarFeatures.map((feature): Case => [`feature ${feature}`, { ...plain, features: [feature], size: { w: 64, h: 64 } }, 9]),
  ...(['child', 'middle', 'old'] as const).map((age): Case => [`age ${age}`, { ...plain, age, size: { w: 48, h: 48 } }, 9]),
  ...(['stubble', 'goatee', 'moustache', 'full', 'long'] as const).map(
    (beard): Case => [`beard ${beard}`, { ...plain, beard, size: { w: 48, h: 48 } }, 9],
  ),
  ...avatarStyles.slice(1).map((style): Case => [`style ${style}`, { ...plain, hair: 'bob', style, size: { w: 96, h: 96 } }, 5]),
]

describe('golden portraits', { timeout: 240_000 }, () => {
  const pictures = new Map<string, Uint8Array>()

  // A changed picture is a new engine version: then `npx vitest run <this file> -u` writes the file again.
  it('are the same bytes as ever, for every being, hair, garment, feature and style', async () => {
    for (const [name, wishes, seed] of cases) pictures.set(name, drawn(wishes, seed))
    const hashes = Object.fromEntries([...pictures].map(([name, rgba]) => [name, sha256(rgba)]))
    expect(new Set(Object.values(hashes)).size).toBe(cases.length)
    await expect(`${JSON.stringify(hashes, null, 2)}\n`).toMatchFileSnapshot('golden.json')
  })

  it('do not depend on what was drawn before', () => {
    for (const [name, wishes, seed] of cases.toReversed().filter((_, at) => at % 23 === 0))
      expect(sha256(drawn(wishes, seed)), name).toBe(sha256(pictures.get(name) ?? new Uint8Array()))
  })

  it('change with the seed', () => {
    expect(new Set([1, 2, 3, 4].map((seed) => sha256(drawn({}, seed)))).size).toBe(4)
  })

  it('show something, opaque everywhere', () => {
    for (const [name, rgba] of pictures) {
      const colours = new Set<number>()
      for (let at = 0; at < rgba.length; at += 4) {
        colours.add(((rgba[at] ?? 0) << 16) | ((rgba[at + 1] ?? 0) << 8) | (rgba[at + 2] ?? 0))
        if (rgba[at + 3] !== 255) throw new Error(`${name} is transparent at ${at / 4}`)
      }
      expect(colours.size, name).toBeGreaterThan(30)
    }
  })

  it('stop when they are asked to, in every style and at every stage', () => {
    for (const style of avatarStyles)
      for (const stopAt of [1, 12, 60]) {
        let asked = 0
        const shouldStop = () => ++asked > stopAt
        expect(() => renderAvatar(planAvatar({ style, size: { w: 128, h: 128 } }), 1, { shouldStop })).toThrow(RenderStopped)
        expect(asked).toBe(stopAt + 1)
      }
  })

  it('show rows before they are done, and tell how far they are', () => {
    const told: number[] = []
    let rows = 0
    const onRows = (_picture: unknown, from: number, to: number) => {
      expect(from).toBe(rows)
      rows = to
    }
    renderAvatar(planAvatar({ size }), 3, { onRows, onProgress: (fraction) => told.push(fraction) })
    expect(rows).toBe(size.h)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told.at(-1)).toBe(1)
  })
})
