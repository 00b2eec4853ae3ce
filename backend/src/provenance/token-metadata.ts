import type { ProvenanceCore } from '@daedal/protocol/provenance/core'
import type { TokenMetadata, Trait } from '@daedal/protocol/tokens/metadata'
import type { Hex } from 'viem'
import type { Presentation } from './store.ts'

/** A file of the token's directory as metadata names it. */
export type NamedFile = { cid: string; mime: string; sha256: Hex; bytes: number }

export type MetadataParts = {
  core: ProvenanceCore
  coreHash: Hex
  presentation: Presentation
  asset: NamedFile
  thumbnail: NamedFile
  /** CIDs of what is shown, and of what can be loaded. */
  picture: string
  model: string | null
}

/**
 * `metadata.json`. A committed prompt is named by its commitment only; a public one stands here with its opening, so that
 * anyone can check it against the commitment.
 */
export function tokenMetadataOf({ core, coreHash, presentation, asset, thumbnail, picture, model }: MetadataParts): TokenMetadata {
  const { publicOpening, name, description } = presentation
  const { generation, rights } = core
  return {
    name,
    description,
    image: `ipfs://${picture}`,
    ...(model !== null && { animation_url: `ipfs://${model}` }),
    asset,
    thumbnail,
    attributes: traitsOf(core),
    licence: rights.licence,
    dataMiningPreference: rights.training.generativeTraining,
    aigc_type: core.asset.mime.slice(0, core.asset.mime.indexOf('/')),
    aigc_data: JSON.stringify({
      coreHash,
      promptCommitment: generation.promptCommitment,
      ...(publicOpening && { opening: { prompt: { salt: publicOpening.prompt.salt }, negative: null } }),
    }),
    prompt: publicOpening ? publicOpening.prompt.text : generation.promptCommitment,
    proof_type: 'Claimed',
    coreHash,
  }
}

/** Keys of a plan that people filter by, and what they are called. */
const traitNames: Readonly<Record<string, string>> = {
  item: 'Item',
  being: 'Being',
  age: 'Age',
  hair: 'Hair',
  beard: 'Beard',
  expression: 'Expression',
  clothes: 'Clothes',
  headwear: 'Headwear',
  material: 'Material',
  backdrop: 'Backdrop',
  family: 'Family',
  place: 'Place',
  layout: 'Layout',
  setting: 'Setting',
  time: 'Time',
  weather: 'Weather',
  mood: 'Mood',
  style: 'Style',
  season: 'Season',
  palette: 'Palette',
}

/** What a plan says in words, as filters: kind, then the plan's named choices, then the engine. */
export function traitsOf(core: ProvenanceCore): Trait[] {
  const { plan, engine } = core.generation
  const traits: Trait[] = [{ trait_type: 'Kind', value: title(core.asset.kind) }]
  for (const [key, name] of Object.entries(traitNames)) {
    const value = plan?.[key]
    if (typeof value === 'string' && isSaid(value)) traits.push({ trait_type: name, value: title(value) })
  }
  for (const value of listOf(plan?.modifiers)) traits.push({ trait_type: 'Modifier', value: title(value) })
  for (const value of listOf(plan?.features)) traits.push({ trait_type: 'Feature', value: title(value) })
  for (const value of listOf(plan?.props)) traits.push({ trait_type: 'Prop', value: title(value) })
  for (const value of listOf(plan?.subjects)) traits.push({ trait_type: 'Subject', value: title(value) })
  if (engine) traits.push({ trait_type: 'Engine', value: `${engine.name} ${engine.version}` })
  return traits.slice(0, 64)
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string' && isSaid(item)) : [])

const isSaid = (value: string) => value !== '' && value !== 'any' && value !== 'none' && value !== 'default' && value.length <= 64

/** `sky-islands` is shown as `Sky islands`, `bluehour` as `Blue hour`. */
const title = (value: string) => {
  if (value === 'bluehour') return 'Blue hour'
  const words = value.replace(/[-_]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
