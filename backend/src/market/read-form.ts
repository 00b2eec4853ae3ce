import { type FormJson, formFromJson } from '@daedal/protocol/market/form-json'
import type { OrderForm } from '@daedal/protocol/market/forms'
import { AppError } from '../errors.ts'

/** A form as it came in. Throws MARKET_ORDER_MALFORMED when a number does not fit. */
export const readForm = (json: FormJson): OrderForm => fitting(() => formFromJson(json))

/** Reads numbers that came in. Throws MARKET_ORDER_MALFORMED when one does not fit its type. */
export function fitting<T>(read: () => T): T {
  try {
    return read()
  } catch (cause) {
    if (cause instanceof RangeError) throw new AppError('MARKET_ORDER_MALFORMED', `${cause.message}.`, { cause })
    throw cause
  }
}
