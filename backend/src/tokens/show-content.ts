import { accountDid, assetRef, chainRef, parseAssetRef } from '@daedal/protocol/chains/caip'
import { disclosureCode } from '@daedal/protocol/provenance/disclosure'
import type { ProvenanceEnvelope } from '@daedal/protocol/provenance/envelope'
import type { Trait } from '@daedal/protocol/tokens/metadata'
import { tokenIdOf } from '@daedal/protocol/tokens/token-id'
import { type SQL, sql } from 'drizzle-orm'
import type { Address } from 'viem'
import type { FoldedToken } from './fold-token.ts'
import type { Transaction } from './ports.ts'
import { ideographLexemes } from './search-words.ts'
import { type assetContents, assets } from './tables.ts'

type Content = typeof assetContents.$inferSelect

/** A trait as the index keeps it. */
export const traitKey = ({ trait_type, value }: Trait): string => `${trait_type}=${value}`

/** Copies what a token's root names into its row; content that is not this token's own is marked and not believed. */
export async function showContent(tx: Transaction, token: FoldedToken, content: Content, where: SQL | undefined): Promise<void> {
  const { metadata, envelope, files } = content
  if (content.state !== 'verified' || !metadata || !envelope) {
    await tx
      .update(assets)
      .set({ ...blank, content: content.state === 'verified' ? 'invalid' : content.state })
      .where(where)
    return
  }
  if (mismatchOf(token, envelope)) {
    await tx
      .update(assets)
      .set({ ...blank, content: 'invalid' })
      .where(where)
    return
  }
  const { core } = envelope
  const { name, description, attributes } = metadata
  const traits = attributes.map(({ value }) => `${value}`).join(' ')
  const ideographs = ideographLexemes(`${name} ${description} ${traits} ${content.wording}`)
  const thumbnail = Object.entries(files ?? {}).find(([, { cid }]) => cid === metadata.thumbnail.cid)
  await tx
    .update(assets)
    .set({
      content: 'verified',
      name,
      description,
      kind: core.asset.kind,
      licence: core.rights.licence,
      width: core.asset.dims.w,
      height: core.asset.dims.h,
      fingerprint: core.asset.fingerprint?.bits ?? null,
      image: thumbnail ? `/ipfs/${content.cid}/${encodeURIComponent(thumbnail[0])}` : `/ipfs/${metadata.thumbnail.cid}`,
      inputs: inputsOf(envelope),
      traits: [...new Set(attributes.map(traitKey))],
      search: sql`setweight(to_tsvector('english', ${name}), 'A') || setweight(to_tsvector('english', ${traits}), 'B')
        || setweight(to_tsvector('english', ${description}), 'C') || setweight(to_tsvector('english', ${content.wording}), 'D')
        || array_to_tsvector(${sql.param(ideographs)}::text[])`,
    })
    .where(where)
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
  inputs: [] as string[],
  traits: [] as string[],
  search: null,
}

/** Ids of a record's inputs, each once, as assets are named here. */
function inputsOf({ core }: ProvenanceEnvelope): string[] {
  const keys = core.inputs.map(({ token }) => parseAssetRef(token)).filter((key) => key !== null)
  return [...new Set(keys.map(({ chainId, collection, tokenId }) => assetRef(chainId, collection, tokenId)))]
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
