import { asset } from './en/asset.ts'
import { browse } from './en/browse.ts'
import { common } from './en/common.ts'
import { create } from './en/create.ts'
import { flow } from './en/flow.ts'
import { market } from './en/market.ts'
import { persona } from './en/persona.ts'
import { portfolio } from './en/portfolio.ts'
import { provenance } from './en/provenance.ts'
import { wallet } from './en/wallet.ts'

/** English words of all pages. Messages are ICU: `{name}`, `{count, plural, one {…} other {…}}`. */
export const en = {
  ...common,
  ...browse,
  ...asset,
  ...market,
  ...provenance,
  ...wallet,
  ...flow,
  ...portfolio,
  ...create,
  ...persona,
} as const

/** Every key that the pages can show. */
export type TextKey = keyof typeof en
