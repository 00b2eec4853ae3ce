import type { PreparedRental } from '@daedal/protocol/market/rental-api'
import type { Hex32 } from '@daedal/protocol/scalars'
import { useQuery } from '@tanstack/react-query'
import { describeProblem } from '../lib/problem.ts'
import { useSentenceOf } from '../lib/sentences.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useSettled } from '../lib/use-settled.ts'
import { useAccount } from '../wallet/account.ts'
import { rentals } from './rentals.ts'

/** Milliseconds that a number of days stands before the service is asked about it. */
const SETTLE_MS = 250

type Asked = {
  data: PreparedRental | undefined /** Why it is refused, in a sentence; null when it is not, or that is not known. */
  refusal: string | null
}

/** What the service says of renting for so many days; nothing while nobody is connected, or the days cannot be used. */
export function usePreparedRental(hash: Hex32, days: number | null): Asked {
  const { address } = useAccount()
  const language = useLanguage()
  const sentenceOf = useSentenceOf()
  const settled = useSettled(days, SETTLE_MS)
  const { data, error } = useQuery({
    ...rentals.preparation(hash, address ?? '0x0000000000000000000000000000000000000000', settled ?? 0),
    enabled: address !== null && settled !== null && settled === days,
  })
  if (settled !== days || days === null) return { data: undefined, refusal: null }
  if (error) return { data: undefined, refusal: describeProblem(error, language).sentence }
  if (!data || data.possible) return { data, refusal: null }
  return { data, refusal: sentenceOf(data.reason ?? '', language) ?? data.detail }
}
