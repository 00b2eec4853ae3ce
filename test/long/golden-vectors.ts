import { make, parsePlan, render, understand } from '@daedal/engine/engine'
import { avatarBeings, avatarStyles } from '@daedal/protocol/generation/avatar-plan'
import { itemKinds, itemStyles } from '@daedal/protocol/generation/item-plan'
import type { PicturePlan } from '@daedal/protocol/generation/plan'
import { sceneCompositions, sceneFamilies, sceneStyles } from '@daedal/protocol/generation/scene-plan'
import { worldLayouts, worldPlaces } from '@daedal/protocol/generation/world-plan'
import { sha256Hex } from '@daedal/protocol/provenance/core'

/**
 * One picture of everything that the engine draws, small, and some of its models: what every machine must make alike. It is bundled as one
 * file, so that it also runs where there is no TypeScript and no file system.
 */
type Vector = { readonly name: string; readonly draw: () => Record<string, Uint8Array> }

const SEED = 11

const planOf = (prompt: string, changes: Record<string, unknown>, side: number): PicturePlan =>
  parsePlan({ ...understand({ prompt }).plan, ...changes, size: { w: side, h: side } }) as PicturePlan

const picture = (name: string, prompt: string, changes: Record<string, unknown>, side: number): Vector => ({
  name,
  draw: () => ({ rgba: render(planOf(prompt, changes, side), SEED).rgba }),
})

/** The picture with its model. */
const model = (name: string, prompt: string, changes: Record<string, unknown>, side = 24): Vector => ({
  name,
  draw() {
    const { plan } = understand({ prompt })
    const { picture, model } = make(parsePlan({ ...plan, ...changes, ...('size' in plan && { size: { w: side, h: side } }) }), SEED)
    if (!model) throw new Error(`${name} has no model`)
    return { rgba: picture.rgba, model: model.canonical }
  },
})

/** Kinds whose meshes are of every sort: blades, glass, cloth, fur, strings. */
const MODELLED = ['sword', 'potion', 'cloak', 'cat', 'harp', 'chest', 'crystal', 'cake'] as const

const vectors: readonly Vector[] = [
  ...sceneFamilies.flatMap((family) =>
    sceneCompositions[family].map((composition) =>
      picture(`scene ${family} ${composition}`, 'a lake', { family, composition, hero: '', features: [], things: [] }, 40),
    ),
  ),
  ...sceneStyles.map((style) => picture(`scene style ${style}`, 'a lighthouse in a storm', { style }, 48)),
  ...itemKinds.map((item) => picture(`item ${item}`, 'a sword', { item, form: '' }, 24)),
  ...itemStyles.map((style) => picture(`item style ${style}`, 'a blue potion', { style }, 32)),
  ...avatarBeings.map((being) => picture(`avatar ${being}`, 'a portrait', { being }, 24)),
  ...avatarStyles.map((style) => picture(`avatar style ${style}`, 'a smiling elf', { style }, 32)),
  ...MODELLED.map((item) => model(`model ${item}`, 'a sword', { item, form: '' })),
  model('model elf', 'a smiling elf with red hair', {}),
  model('model robot', 'a robot with glowing eyes', {}),
  ...worldPlaces.map((place) => model(`world ${place}`, 'a walkable village', { place, layout: worldLayouts[place][0] })),
]

/** sha-256 of the pixels and vertices of each vector whose name begins with one of `starts`. */
export function hashVectors(starts: readonly string[] = ['']): Record<string, string> {
  const hashes: Record<string, string> = {}
  for (const { name, draw } of vectors)
    if (starts.some((start) => name.startsWith(start)))
      for (const [part, bytes] of Object.entries(draw())) hashes[`${name} ${part}`] = sha256Hex(bytes)
  return hashes
}
