import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { make, parsePlan, understand } from '@daedal/engine/engine'
import type { Picture } from '@daedal/engine/picture'
import { avatarBeings, avatarStyles } from '@daedal/protocol/generation/avatar-plan'
import { itemKinds, itemStyles } from '@daedal/protocol/generation/item-plan'
import { sceneCompositions, sceneFamilies, sceneStyles } from '@daedal/protocol/generation/scene-plan'
import { worldLayouts, worldPlaces } from '@daedal/protocol/generation/world-plan'
import { encodePicture } from '../backend/src/adapters/media/encode-picture.ts'
import { JURY } from './gallery/jury.ts'
import { viewModel } from './gallery/view-model.ts'

/**
 * Contact sheets of what the engine makes, one a family, as PNG files in `gallery/`. Arguments name sheets (`sea`, `items`, `avatars`,
 * `models`, `worlds`, `styles`) or are a prompt in quotes, which is drawn under twelve seeds. `--chosen` writes the few that docs/gallery shows.
 * `jury` prints, for each family, a sheet of its twelve prompts of `gallery/jury.ts`, and `jury-sea` that of one.
 */
const folder = join(fileURLToPath(new URL('..', import.meta.url)), 'gallery')
const TILE = 256
/** Pixels across a picture that nobody sees. */
const SMALLEST = 64
const ACROSS = 6
const SEEDS = 24

/** What is in one tile. */
type Shot = {
  readonly prompt: string
  readonly kind?: 'scene' | 'item' | 'avatar' | 'world'
  readonly changes?: Record<string, unknown>
  readonly seed: number
  /** Shows the model that is made with the picture, drawn from its file. */
  readonly asModel?: boolean
}
type Sheet = { readonly name: string; readonly shots: readonly Shot[] }

/** Avatars whose whole bodies are shown. */
const FIGURES = [
  'a fox in a suit',
  'a bearded man in a suit',
  'a woman in a dress with long hair',
  'an orc in armour',
  'a robot',
  'a dragon',
]

const seeds = (count: number) => Array.from({ length: count }, (_, at) => at * 7 + 3)

const familySheets: Sheet[] = sceneFamilies.map((family) => ({
  name: family,
  shots: [
    ...sceneCompositions[family].flatMap((composition) =>
      seeds(ACROSS / 2).map((seed): Shot => ({ prompt: family, kind: 'scene', changes: { family, composition, hero: '' }, seed })),
    ),
    ...seeds(SEEDS).map(
      (seed): Shot => ({ prompt: family, kind: 'scene', changes: { family, composition: '', hero: '' }, seed: seed + 1_000 }),
    ),
  ],
}))

const sheets: Sheet[] = [
  ...familySheets,
  {
    name: 'items',
    shots: itemKinds.flatMap((item) => seeds(2).map((seed): Shot => ({ prompt: item, kind: 'item', changes: { item }, seed }))),
  },
  {
    name: 'avatars',
    shots: avatarBeings.flatMap((being) => seeds(2).map((seed): Shot => ({ prompt: being, kind: 'avatar', changes: { being }, seed }))),
  },
  {
    name: 'models',
    shots: [
      ...itemKinds.flatMap((item): Shot[] => {
        const shot = { prompt: item, kind: 'item', changes: { item }, seed: 7 } as const
        return [shot, { ...shot, asModel: true }]
      }),
      ...FIGURES.flatMap((prompt): Shot[] => [
        { prompt, seed: 7 },
        { prompt, seed: 7, asModel: true },
      ]),
    ],
  },
  {
    name: 'worlds',
    shots: worldPlaces.flatMap((place) =>
      worldLayouts[place].map((layout): Shot => ({ prompt: place, kind: 'world', changes: { place, layout }, seed: 3 })),
    ),
  },
  {
    name: 'styles',
    shots: [
      ...sceneStyles.flatMap((style) =>
        ['a mountain lake at sunrise', 'an old town', 'a lighthouse in a storm'].map(
          (prompt): Shot => ({ prompt, kind: 'scene', changes: { style }, seed: 3 }),
        ),
      ),
      ...itemStyles.flatMap((style) =>
        ['a golden sword', 'a blue teapot'].map((prompt): Shot => ({ prompt, kind: 'item', changes: { style }, seed: 3 })),
      ),
      ...avatarStyles.flatMap((style) =>
        ['a fox in a suit', 'a smiling elf'].map((prompt): Shot => ({ prompt, kind: 'avatar', changes: { style }, seed: 3 })),
      ),
    ],
  },
]

/** A prompt of scenes says by its words that it is one. */
const kindOfJury: Readonly<Record<string, Shot['kind']>> = { items: 'item', avatars: 'avatar', worlds: 'world' }

const juries: Sheet[] = Object.entries(JURY).map(([family, prompts]) => ({
  name: `jury-${family}`,
  shots: prompts.map((prompt, at): Shot => ({ prompt, ...(kindOfJury[family] && { kind: kindOfJury[family] }), seed: at * 13 + 5 })),
}))

async function draw({ prompt, kind, changes, seed, asModel }: Shot): Promise<Picture> {
  const { plan } = understand({ prompt, ...(kind && { kind }) })
  const size = 'size' in plan ? { size: { w: TILE, h: TILE } } : {}
  if (!asModel) return make(parsePlan({ ...plan, ...changes, ...size }), seed).picture
  const { model } = make(parsePlan({ ...plan, ...changes, size: { w: SMALLEST, h: SMALLEST } }), seed)
  if (!model) throw new Error(`no model comes with ${prompt}`)
  return viewModel(model.glb, { size: TILE })
}

/** Copies a picture, shrunk by averaging where it is larger than a tile, to a place of the sheet. */
function paste(sheet: Picture, { width, height, rgba }: Picture, left: number, top: number): void {
  const step = Math.max(1, Math.floor(Math.max(width, height) / TILE))
  for (let y = 0; y < Math.min(TILE, Math.floor(height / step)); y++)
    for (let x = 0; x < Math.min(TILE, Math.floor(width / step)); x++)
      for (let channel = 0; channel < 4; channel++) {
        let sum = 0
        for (let b = 0; b < step; b++) for (let a = 0; a < step; a++) sum += rgba[((y * step + b) * width + x * step + a) * 4 + channel]!
        sheet.rgba[((top + y) * sheet.width + left + x) * 4 + channel] = Math.round(sum / (step * step))
      }
}

async function print({ name, shots }: Sheet): Promise<void> {
  const startedAt = performance.now()
  const width = ACROSS * TILE
  const height = Math.ceil(shots.length / ACROSS) * TILE
  const sheet: Picture = { width, height, rgba: new Uint8Array(width * height * 4).fill(255) }
  for (const [at, shot] of shots.entries()) paste(sheet, await draw(shot), (at % ACROSS) * TILE, Math.floor(at / ACROSS) * TILE)
  const { png } = await encodePicture({ data: sheet.rgba, width, height, renderSha256: `0x${'0'.repeat(64)}` })
  const file = join(folder, `${name}.png`)
  writeFileSync(file, png)
  process.stdout.write(`${file}: ${shots.length} pictures in ${((performance.now() - startedAt) / 1_000).toFixed(1)} s\n`)
}

/** Pictures that docs/gallery shows, by file name. */
const CHOSEN: Readonly<Record<string, readonly [prompt: string, seed: number]>> = {
  'deer-by-a-lake': ['a deer by a mountain lake at sunrise', 8],
  'camp-in-a-birch-wood': ['a campfire and a tent in a birch forest at dusk', 7],
  'whale-beside-a-ship': ['a whale in the open sea', 6],
  'dragon-over-a-volcano': ['a red dragon over a volcano', 5],
  'pirate-ship': ['a pirate ship off a tropical beach', 3],
  'portal-in-a-wood': ['a wizard and a portal in a forest clearing at night', 8],
  'caravan-under-dunes': ['a caravan among great dunes at dusk', 8],
  'giraffes-in-the-savanna': ['two giraffes in the savanna at dusk', 4],
  'bazaar-of-carpets': ['a bazaar full of carpets', 2],
  'red-rock-arch': ['a red rock arch with cacti', 4],
  'village-in-the-sky': ['a village on floating islands', 5],
  'old-town': ['a narrow lane in an old town at dusk', 4],
  'castle-on-a-lake': ['a castle by a lake at sunrise', 5],
  'golden-compass': ['an ornate golden compass', 3],
  violin: ['a violin', 5],
  guitar: ['a guitar', 1],
  fox: ['a fox in a suit', 3],
  elf: ['a smiling elf with red hair and a green cloak', 4],
  'village-to-walk-in': ['a walkable village by a lake', 6],
}
const CHOSEN_SIDE = 768

const asked = process.argv.slice(2).filter((word) => word !== '--chosen')
const known = new Set(['jury', ...[...sheets, ...juries].map(({ name }) => name)])
if (process.argv.includes('--chosen')) {
  const shown = join(folder, '..', 'docs', 'gallery')
  mkdirSync(shown, { recursive: true })
  for (const [name, [prompt, seed]] of Object.entries(CHOSEN)) {
    const { plan } = understand({ prompt })
    const size = 'size' in plan ? { size: { w: CHOSEN_SIDE, h: CHOSEN_SIDE } } : {}
    const { width, height, rgba } = make(parsePlan({ ...plan, ...size }), seed).picture
    const { thumbnail } = await encodePicture({ data: rgba, width, height, renderSha256: `0x${'0'.repeat(64)}` })
    writeFileSync(join(shown, `${name}.webp`), thumbnail)
    process.stdout.write(`${name}: ${prompt}, seed ${seed}\n`)
  }
  process.exit()
}
const chosen =
  asked.length === 0
    ? sheets
    : [...sheets, ...juries].filter((sheet) => asked.includes(sheet.name) || (asked.includes('jury') && juries.includes(sheet)))
const prompts = asked.filter((word) => !known.has(word))
mkdirSync(folder, { recursive: true })
for (const sheet of chosen) await print(sheet)
for (const prompt of prompts) {
  const name = prompt
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
  await print({ name: name || 'prompt', shots: seeds(12).map((seed) => ({ prompt, seed })) })
}
