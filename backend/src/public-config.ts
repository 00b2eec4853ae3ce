import { readFileSync } from 'node:fs'
import type { PublicConfig } from '@daedal/protocol/accounts/api'
import type { Deployment } from '@daedal/protocol/chains/deployment'

export type PublicConfigDeps = {
  deployment: Deployment
  chain: Omit<PublicConfig['chain'], 'id'>
  /** The market's fee now. Throws CHAIN_UNAVAILABLE. */
  feeBps(): Promise<number>
  speakers: readonly string[]
}

const FEE_KEPT_MS = 10_000
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }

/** What a client must know of this deployment. The fee is asked again after some seconds; when the chain is down the last one stands. */
export function createPublicConfig({ deployment, chain, feeBps, speakers }: PublicConfigDeps): () => Promise<PublicConfig> {
  const { chainId, market, assetCollection, wrappedEther, deploymentBlock } = deployment
  const { editionCollection, collectionFactory, auctionHouse, reproductionRegistry, worldRegistry } = deployment
  const { rentals, drops, worldCurrencyFactory, avatarAccount, accountState } = deployment
  const contracts = {
    market,
    assetCollection,
    wrappedEther,
    ...(editionCollection && { editionCollection }),
    ...(collectionFactory && { collectionFactory }),
    ...(auctionHouse && { auctionHouse }),
    ...(reproductionRegistry && { reproductionRegistry }),
    ...(worldRegistry && { worldRegistry }),
    ...(rentals && { rentals }),
    ...(drops && { drops }),
    ...(worldCurrencyFactory && { worldCurrencyFactory }),
    ...(avatarAccount && { avatarAccount }),
    ...(accountState && { accountState }),
    deploymentBlock,
  }
  let known: { fee: number; at: number } | undefined
  const fee = async (): Promise<number> => {
    if (known && Date.now() - known.at < FEE_KEPT_MS) return known.fee
    try {
      known = { fee: await feeBps(), at: Date.now() }
    } catch (error) {
      if (!known) throw error
    }
    return known.fee
  }
  return async () => ({
    version,
    chain: { id: chainId, ...chain },
    contracts,
    feeBps: await fee(),
    providers: { images: ['embedded'], personas: [...speakers] },
  })
}
