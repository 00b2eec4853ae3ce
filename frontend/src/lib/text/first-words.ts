import { asset } from './en/asset.ts'
import { browse } from './en/browse.ts'
import { common } from './en/common.ts'
import { market } from './en/market.ts'
import { provenance } from './en/provenance.ts'
import { wallet } from './en/wallet.ts'

/** English words of what everyone sees first: browsing and an asset. They come with the page. */
export const firstWords = { ...common, ...browse, ...asset, ...market, ...provenance, ...wallet } as const
