import type { TextKey } from './en.ts'
import { asset } from './zh/asset.ts'
import { auction } from './zh/auction.ts'
import { browse } from './zh/browse.ts'
import { common } from './zh/common.ts'
import { confirm } from './zh/confirm.ts'
import { create } from './zh/create.ts'
import { currency } from './zh/currency.ts'
import { deal } from './zh/deal.ts'
import { drop } from './zh/drop.ts'
import { flow } from './zh/flow.ts'
import { market } from './zh/market.ts'
import { model } from './zh/model.ts'
import { persona } from './zh/persona.ts'
import { portfolio } from './zh/portfolio.ts'
import { provenance } from './zh/provenance.ts'
import { record } from './zh/record.ts'
import { rental } from './zh/rental.ts'
import { wallet } from './zh/wallet.ts'

/** Chinese words of all pages: every key of the English ones, checked by the type. */
export const zh: Record<TextKey, string> = {
  ...common,
  ...browse,
  ...asset,
  ...market,
  ...provenance,
  ...wallet,
  ...auction,
  ...confirm,
  ...deal,
  ...drop,
  ...flow,
  ...portfolio,
  ...create,
  ...currency,
  ...model,
  ...persona,
  ...record,
  ...rental,
}
