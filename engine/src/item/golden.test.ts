import { createHash } from 'node:crypto'
import { itemKinds, itemMaterials, itemModifiers, itemStyles } from '@daedal/protocol/generation/item-plan'
import { describe, expect, it } from 'vitest'
import { RenderStopped } from '../render-stopped.ts'
import { KINDS } from './kinds.ts'
import { type ItemWishes, planItem } from './plan-item.ts'
import { renderItem } from './render-item.ts'

const size = { w: 24, h: 24 }
const drawn = (wishes: ItemWishes, seed: number) => renderItem(planItem({ size, ...wishes }), seed).rgba
const sha256 = (rgba: Uint8Array) => createHash('sha256').update(rgba).digest('hex')

type Case = readonly [name: string, wishes: ItemWishes, seed: number]

const forms: Case[] = itemKinds.flatMap((item) => KINDS[item].forms.map((form): Case => [`${item} ${form}`, { item, form }, 7]))
const swords: Case[] = itemMaterials.map((material) => [`${material} sword`, { item: 'sword', material }, 9])
const axes: Case[] = itemModifiers.map((modifier) => [`${modifier} axe`, { item: 'axe', modifiers: [modifier] }, 9])
const potions: Case[] = itemStyles.map((style) => [`${style} potion`, { item: 'potion', style, size: { w: 32, h: 32 } }, 5])
const groups: Case[] = (['apple', 'sword', 'ring'] as const).flatMap((item) =>
  [2, 3].map((count): Case => [`${count} of ${item}`, { item, count }, 9]),
)
const cases = [...forms, ...swords, ...axes, ...potions, ...groups]

describe('golden items', { timeout: 600_000 }, () => {
  const pictures = new Map<string, Uint8Array>()

  // A changed picture is a new engine version: then `npx vitest run <this file> -u` writes the file again.
  it('are the same bytes as ever, for every kind, form, material, modifier and style', async () => {
    for (const [name, wishes, seed] of cases) pictures.set(name, drawn(wishes, seed))
    const hashes = Object.fromEntries([...pictures].map(([name, rgba]) => [name, sha256(rgba)]))
    expect(new Set(Object.values(hashes)).size).toBe(cases.length)
    await expect(`${JSON.stringify(hashes, null, 2)}\n`).toMatchFileSnapshot('golden.json')
  })

  it('do not depend on what was drawn before', () => {
    for (const [name, wishes, seed] of forms.toReversed().filter((_, at) => at % 12 === 0))
      expect(sha256(drawn(wishes, seed)), name).toBe(sha256(pictures.get(name) ?? new Uint8Array()))
  })

  it('change with the seed', () => {
    expect(new Set([1, 2, 3, 4].map((seed) => sha256(drawn({ item: 'potion' }, seed)))).size).toBe(4)
  })

  it('show something, opaque everywhere', () => {
    for (const [name, rgba] of pictures) {
      const colours = new Set<number>()
      for (let at = 0; at < rgba.length; at += 4) {
        colours.add(((rgba[at] ?? 0) << 16) | ((rgba[at + 1] ?? 0) << 8) | (rgba[at + 2] ?? 0))
        if (rgba[at + 3] !== 255) throw new Error(`${name} is transparent at ${at / 4}`)
      }
      // a sprite has a short palette
      expect(colours.size, name).toBeGreaterThan(name.startsWith('pixel ') ? 8 : 60)
    }
  })

  it('stop when they are asked to', () => {
    expect(() => renderItem(planItem({ item: 'ring', size }), 1, { shouldStop: () => true })).toThrow(RenderStopped)
  })
})
