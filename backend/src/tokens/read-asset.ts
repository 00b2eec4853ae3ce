import type { OrderView } from '@daedal/protocol/market/api'
import type { ProvenanceEnvelope } from '@daedal/protocol/provenance/envelope'
import type { AssetBatchAnswer, AssetDetail } from '@daedal/protocol/tokens/api'
import type { TokenMetadata } from '@daedal/protocol/tokens/metadata'
import { tokenUriOfRoot } from '@daedal/protocol/tokens/root'
import { avatarAccountOf } from '@daedal/protocol/worlds/avatar-account'
import { and, asc, eq, getTableColumns, inArray, or, sql } from 'drizzle-orm'
import { type Address, getAddress } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { AppError } from '../errors.ts'
import { normalAssetId, readAssetId } from './asset-id.ts'
import { type SummaryPlace, summaryColumns, summaryOf } from './asset-summary.ts'
import { TRAINABLE } from './ports.ts'
import { publicPrompt } from './public-prompt.ts'
import { shown } from './read-filters.ts'
import { modelOf, renditionsOf } from './renditions.ts'
import { assetContents, assets, holdings, reproductions } from './tables.ts'

export type AssetRow = Omit<typeof assets.$inferSelect, 'search'>
/** What a verified root names. */
export type AssetContent = {
  cid: string
  metadata: TokenMetadata
  envelope: ProvenanceEnvelope
  files: Record<string, { cid: string; bytes: number }>
  palette: string[]
}

export type ReadAssetDeps = {
  db: Database
  place: SummaryPlace
  /** Active and inactive orders for an asset, best first. */
  ordersOf(collection: Address, tokenId: string): Promise<OrderView[]>
  /** Code of the accounts of avatars; null where the deployment has none. */
  avatarAccount: Address | null
  now?(): Date
}

const CHILDREN = 100
const REPRODUCTIONS = 300
/** The search vector is as large as all the rest and never leaves the database. */
const { search: _, ...columns } = getTableColumns(assets)

type Inputs = ProvenanceEnvelope['core']['inputs']

/** What an asset is to one whose record names these inputs; what the chain alone names is a parent. */
const relationOf = (id: string, inputs: Inputs | null) => inputs?.find(({ token }) => normalAssetId(token) === id)?.relation ?? 'parentOf'

const kin = { id: assets.id, name: assets.name, image: assets.image }

/** What every page of an asset asks, made once: building and planning it would cost more than running it. */
const statements = (db: Database) => {
  const self = sql`array[${sql.placeholder('id')}]::text[]`
  return {
    find: db
      .select({ assets: columns, asset_contents: getTableColumns(assetContents) })
      .from(assets)
      .innerJoin(assetContents, eq(assetContents.root, assets.root))
      .where(eq(assets.id, sql.placeholder('id')))
      .prepare('asset_by_id'),
    children: db
      .select({ ...kin, inputs: sql<Inputs | null>`${assetContents.envelope} #> '{core,inputs}'` })
      .from(assets)
      .innerJoin(assetContents, eq(assetContents.root, assets.root))
      .where(and(shown(), or(sql`${assets.parents} @> ${self}`, sql`${assets.inputs} @> ${self}`)))
      .orderBy(asc(assets.ord))
      .limit(CHILDREN)
      .prepare('asset_children'),
    holders: db
      .select({ count: sql<number>`count(*)`.mapWith(Number) })
      .from(holdings)
      .where(eq(holdings.asset, sql.placeholder('id')))
      .prepare('asset_holders'),
    reproductions: db
      .select()
      .from(reproductions)
      .where(
        and(
          eq(reproductions.collection, sql.placeholder('collection')),
          eq(reproductions.tokenId, sql.placeholder('tokenId')),
          eq(reproductions.coreHash, sql.placeholder('coreHash')),
        ),
      )
      .orderBy(asc(reproductions.block), asc(reproductions.logIndex))
      .limit(REPRODUCTIONS)
      .prepare('asset_reproductions'),
  }
}

/** Reads assets with what their roots name. */
export function createReadAsset({ db, place, ordersOf, avatarAccount, now = () => new Date() }: ReadAssetDeps) {
  const prepared = statements(db)
  /** Throws TOKENS_ASSET_ID_MALFORMED, TOKENS_ASSET_UNKNOWN, TOKENS_CONTENT_NOT_VERIFIED. */
  async function find(text: string): Promise<{ row: AssetRow; content: AssetContent }> {
    const id = readAssetId(text)
    const [found] = await prepared.find.execute({ id })
    if (!found) throw new AppError('TOKENS_ASSET_UNKNOWN', `There is no asset ${id}.`)
    const { assets: row, asset_contents: content } = found
    const { cid, metadata, envelope, files, palette } = content
    if (row.content !== 'verified' || !metadata || !envelope || !files)
      throw new AppError(
        'TOKENS_CONTENT_NOT_VERIFIED',
        `The content of ${id} is ${row.content}${content.problem ? `: ${content.problem}` : ''}.`,
      )
    return { row, content: { cid, metadata, envelope, files, palette: palette ?? [] } }
  }

  async function parentsOf(row: AssetRow, { envelope }: AssetContent): Promise<AssetDetail['parents']> {
    const ids = [...new Set([...row.parents, ...row.inputs])]
    if (!ids.length) return []
    const found = await db
      .select(kin)
      .from(assets)
      .where(and(inArray(assets.id, ids), eq(assets.content, 'verified')))
      .orderBy(asc(assets.ord))
    return found.map((parent) => ({ ...parent, relation: relationOf(parent.id, envelope.core.inputs) }))
  }
  async function childrenOf({ id }: AssetRow): Promise<AssetDetail['children']> {
    const found = await prepared.children.execute({ id })
    return found.map(({ inputs, ...child }) => ({ ...child, relation: relationOf(id, inputs) }))
  }
  async function holdersOf({ id, standard, burned }: AssetRow): Promise<number> {
    if (standard === 'erc721') return burned ? 0 : 1
    const [row] = await prepared.holders.execute({ id })
    return row?.count ?? 0
  }
  const accountOf = ({ kind, standard, collection, tokenId }: AssetRow): Address | null =>
    avatarAccount !== null && kind === 'avatar' && standard === 'erc721'
      ? avatarAccountOf({
          implementation: avatarAccount,
          chainId: BigInt(place.chainId),
          collection: collection as Address,
          tokenId: BigInt(tokenId),
        })
      : null
  return {
    find,

    async detail(text: string): Promise<AssetDetail> {
      const { row, content } = await find(text)
      const [parents, children, holders, told, orders] = await Promise.all([
        parentsOf(row, content),
        childrenOf(row),
        holdersOf(row),
        prepared.reproductions.execute({ collection: row.collection, tokenId: row.tokenId, coreHash: row.coreHash }),
        ordersOf(row.collection as Address, row.tokenId),
      ])
      const user = userOf(row, now())
      const reproduced = reproductionsOf(told, content)
      const followed = { user, avatarAccount: accountOf(row), holders, reproductions: reproduced, parents, children, orders }
      return { ...summaryOf(place, row), ...contentOf(row, content), ...followed }
    },

    /** Every id is answered, in order; those that are unknown or not readable are named. */
    async batch(ids: readonly string[]): Promise<AssetBatchAnswer> {
      const normal = ids.map(normalAssetId)
      const wanted = [...new Set(normal.filter((id) => id !== null))]
      const rows = wanted.length
        ? await db
            .select(summaryColumns)
            .from(assets)
            .where(and(inArray(assets.id, wanted), eq(assets.content, 'verified')))
        : []
      const byId = new Map(rows.map((row) => [row.id, summaryOf(place, row)]))
      return {
        data: ids.map((id, at) => {
          const known = normal[at]
          if (known == null) return { id, status: 'malformed', asset: null }
          const asset = byId.get(known) ?? null
          return { id, status: asset ? 'found' : 'not_found', asset }
        }),
      }
    },
  }
}
export type ReadAsset = ReturnType<typeof createReadAsset>

/** Who uses a token now: a tenancy ends without a transaction. */
const userOf = ({ tenant, tenantUntil }: AssetRow, now: Date): AssetDetail['user'] =>
  tenant === null || tenantUntil === null || BigInt(tenantUntil) * 1_000n <= BigInt(now.getTime())
    ? null
    : { account: getAddress(tenant as Address), expires: tenantUntil }

/** Results that were counted; every other row speaks of one of them. */
function reproductionsOf(told: readonly (typeof reproductions.$inferSelect)[], { envelope }: AssetContent): AssetDetail['reproductions'] {
  const contradicted = new Set(told.filter(({ kind }) => kind === 'contradicted').map(({ reexecutor }) => reexecutor))
  return told
    .filter(({ kind }) => kind === 'counted')
    .map(({ reexecutor, renderHash, at, tx }) => ({
      reexecutor: getAddress(reexecutor as Address),
      renderHash,
      agrees: renderHash === envelope.core.asset.renderSha256,
      contradicted: contradicted.has(reexecutor),
      at: at.toISOString(),
      transactionHash: tx,
    }))
}

function contentOf(row: AssetRow, content: AssetContent) {
  const { metadata, envelope, cid, palette } = content
  const { core } = envelope
  const { engine, seed } = core.generation
  return {
    cid,
    root: row.root,
    coreHash: row.coreHash,
    tokenUri: tokenUriOfRoot(row.root),
    traits: metadata.attributes,
    licence: core.rights.licence,
    royaltyBps: row.royaltyBps,
    royaltyReceiver: getAddress(row.royaltyReceiver as Address),
    remixBps: row.remixBps,
    training: (row.policy & TRAINABLE) !== 0,
    renditions: renditionsOf(content),
    model: modelOf(content),
    palette,
    fingerprint: row.fingerprint,
    quality: core.quality.metrics,
    engine: engine && { name: engine.name, version: engine.version },
    seed,
    prompt: publicPrompt(metadata, core),
    frozen: row.frozen,
    soulbound: row.soulbound,
  }
}
