import { accountDid, assetRef, chainRef, parseTokenRef } from '@daedal/protocol/chains/caip'
import { disclosureCode } from '@daedal/protocol/provenance/disclosure'
import type { ProvenanceEnvelope } from '@daedal/protocol/provenance/envelope'
import type { Trait } from '@daedal/protocol/tokens/metadata'
import { tokenIdOf } from '@daedal/protocol/tokens/token-id'
import { sql } from 'drizzle-orm'
import type { Address } from 'viem'
import type { FoldedToken } from './fold-token.ts'
import type { Transaction } from './ports.ts'
import { modelRoleOf } from './renditions.ts'
import { ideographLexemes } from './search-words.ts'
import { type assetContents, assets } from './tables.ts'

type Content = typeof assetContents.$inferSelect

/** Gateway path of a directory's thumbnail: in the directory where it is one of its files. */
export function thumbnailPath(cid: string, files: Record<string, { cid: string }>, thumbnail: string): string {
  const file = Object.entries(files).find((entry) => entry[1].cid === thumbnail)
  return file ? `/ipfs/${cid}/${encodeURIComponent(file[0])}` : `/ipfs/${thumbnail}`
}

/** A trait as the index keeps it. */
export const traitKey = ({ trait_type, value }: Trait): string => `${trait_type}=${value}`

/**
 * Copies what tokens' roots name into their rows, all at once; content that is not the token's own is marked and not believed.
 * Pairs without content are of roots that nobody read yet.
 */
export async function showContent(tx: Transaction, pairs: readonly { token: FoldedToken; content: Content | undefined }[]): Promise<void> {
  if (!pairs.length) return
  const rows = JSON.stringify(pairs.map(({ token, content }) => ({ id: token.id, ...columnsOf(token, content) })))
  await tx.execute(sql`
    update ${assets} set
      content = v.content, name = v.name, description = v.description, kind = v.kind, licence = v.licence, width = v.width,
      height = v.height, fingerprint = v.fingerprint, image = v.image, model_role = v.model_role, inputs = v.inputs,
      traits = v.traits,
      search = case when v.content = 'verified' then setweight(to_tsvector('english', v.name), 'A')
        || setweight(to_tsvector('english', v.values), 'B') || setweight(to_tsvector('english', v.description), 'C')
        || setweight(to_tsvector('english', v.wording), 'D') || array_to_tsvector(v.ideographs) end
    from jsonb_to_recordset(${rows}::jsonb) as v(id text, content text, name text, description text, kind text, licence text, width int,
      height int, fingerprint text, image text, model_role text, inputs text[], traits text[], "values" text, wording text, ideographs text[])
    where ${assets.id} = v.id`)
}

const blank = {
  name: '',
  description: '',
  kind: '',
  licence: '',
  width: 0,
  height: 0,
  fingerprint: null,
  image: '',
  model_role: null,
  inputs: [] as string[],
  traits: [] as string[],
}

function columnsOf(token: FoldedToken, content: Content | undefined) {
  if (!content) return { ...blank, content: 'pending' }
  const { state, metadata, envelope, files, wording } = content
  if (state !== 'verified' || !metadata || !envelope) return { ...blank, content: state === 'verified' ? 'invalid' : state }
  if (mismatchOf(token, envelope)) return { ...blank, content: 'invalid' }
  const { core } = envelope
  const { name, description, attributes } = metadata
  const values = attributes.map(({ value }) => `${value}`).join(' ')
  return {
    content: state,
    name,
    description,
    kind: core.asset.kind,
    licence: core.rights.licence,
    width: core.asset.dims.w,
    height: core.asset.dims.h,
    fingerprint: core.asset.fingerprint?.bits ?? null,
    image: thumbnailPath(content.cid, files ?? {}, metadata.thumbnail.cid),
    model_role: modelRoleOf(core),
    inputs: inputsOf(envelope),
    traits: [...new Set(attributes.map(traitKey))],
    values,
    wording,
    ideographs: ideographLexemes(`${name} ${description} ${values} ${wording}`),
  }
}

/** Ids of a record's inputs, each once, as assets are named here. */
function inputsOf({ core }: ProvenanceEnvelope): string[] {
  const keys = core.inputs.map(({ token }) => parseTokenRef(token)).filter((key) => key !== null)
  return [...new Set(keys.map(({ chainId, collection, tokenId, standard }) => assetRef(chainId, collection, tokenId, standard)))]
}

/** What in a record contradicts the token that names it; null when nothing does. */
export function mismatchOf(token: FoldedToken, { core, coreHash }: ProvenanceEnvelope): string | null {
  const chainId = Number(token.id.slice('eip155:'.length, token.id.indexOf('/')))
  if (coreHash !== token.coreHash) return 'core hash'
  if (tokenIdOf(token.creator as Address, coreHash).toString() !== token.tokenId) return 'token id'
  if (core.chain !== chainRef(chainId)) return 'chain'
  if (core.contract.toLowerCase() !== token.collection) return 'contract'
  if (core.creator.toLowerCase() !== accountDid(chainId, token.creator as Address).toLowerCase()) return 'creator'
  if (disclosureCode(core.declaration.digitalSourceType) !== token.disclosure) return 'disclosure'
  if (core.generation.promptCommitment !== token.promptCommitment) return 'prompt commitment'
  return null
}
