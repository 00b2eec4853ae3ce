import { MAX_RENTAL_DAYS } from '@daedal/protocol/market/rental-offer'
import type { TextKey } from '../lib/text/en.ts'

/** Days as typed: how many, or why not. */
export type Days = { days: number; why: null } | { days: null; why: TextKey }

/** Reads a number of days that a person typed; `min` and `max` are what can be had now. */
export function validateDays(text: string, min: number, max: number): Days {
  const typed = text.trim()
  if (!typed) return { days: null, why: 'rent.days.why.empty' }
  if (!/^\d{1,6}$/.test(typed)) return { days: null, why: 'rent.days.why.whole' }
  const days = Number(typed)
  if (days < min) return { days: null, why: 'rent.days.why.few' }
  return days > max ? { days: null, why: 'rent.days.why.many' } : { days, why: null }
}

/** The days of an offer as typed: how many at least and at most, or why not. */
export type DayRange = { minDays: number; maxDays: number; why: null } | { minDays: null; maxDays: null; why: TextKey }

/** Reads the least and the most days that an owner typed. */
export function validateDayRange(least: string, most: string): DayRange {
  const refused = (why: TextKey): DayRange => ({ minDays: null, maxDays: null, why })
  const [min, max] = [validateDays(least, 1, MAX_RENTAL_DAYS), validateDays(most, 1, MAX_RENTAL_DAYS)]
  if (min.days === null || max.days === null) return refused('let.why.days')
  return max.days < min.days ? refused('let.why.order') : { minDays: min.days, maxDays: max.days, why: null }
}
