import { auction } from './en/auction.ts'
import { confirm } from './en/confirm.ts'
import { create } from './en/create.ts'
import { currency } from './en/currency.ts'
import { deal } from './en/deal.ts'
import { drop } from './en/drop.ts'
import { flow } from './en/flow.ts'
import { model } from './en/model.ts'
import { persona } from './en/persona.ts'
import { portfolio } from './en/portfolio.ts'
import { record } from './en/record.ts'
import { rental } from './en/rental.ts'

/** English words of what is loaded when it is opened. `load-later-words.ts` adds them. */
export const laterWords = {
  ...auction,
  ...confirm,
  ...create,
  ...currency,
  ...deal,
  ...drop,
  ...flow,
  ...model,
  ...persona,
  ...portfolio,
  ...record,
  ...rental,
} as const
