import { and, eq } from 'drizzle-orm'
import { type Address, getAddress } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import type { FindToken } from '../generation/ports.ts'
import { normalAssetId } from './asset-id.ts'
import { DERIVABLE, DERIVABLE_BY_APPROVAL } from './ports.ts'
import { assetContents, assets } from './tables.ts'

/** Finds a token in the index with its record, as what starts from it needs it. */
export const createFindToken =
  ({ db }: { db: Database }): FindToken =>
  async (asset) => {
    const id = normalAssetId(asset)
    if (id === null) return null
    const [found] = await db
      .select({
        creator: assets.creator,
        coreHash: assets.coreHash,
        policy: assets.policy,
        burned: assets.burned,
        content: assets.content,
        name: assets.name,
        image: assets.image,
        envelope: assetContents.envelope,
      })
      .from(assets)
      .leftJoin(assetContents, and(eq(assetContents.root, assets.root), eq(assetContents.state, 'verified')))
      .where(eq(assets.id, id))
    if (!found) return null
    const { envelope, policy, burned, content, creator, ...rest } = found
    const core = content === 'verified' ? (envelope?.core ?? null) : null
    const { allowed, approval } = core?.rights.derivatives ?? { allowed: true, approval: false }
    return {
      ...rest,
      asset: id,
      creator: getAddress(creator as Address),
      core,
      burned,
      // the chain decides what can be minted, the record what its creator signed: both must agree
      derivatives: {
        allowed: allowed && (policy & DERIVABLE) !== 0,
        byApproval: approval || (policy & DERIVABLE_BY_APPROVAL) !== 0,
      },
    }
  }
