import { formatWei } from '../lib/format.ts'
import type { Text } from '../lib/text/use-text.ts'
import type { Flow } from './flow.ts'

/** Whether the person has to decide how it goes on, because it failed or was rejected. */
export const isStopped = ({ failure, steps }: Flow): boolean => failure !== null || steps.some(({ state }) => state === 'rejected')

/** What a flow is called now: under way, done, or not done. */
export function flowTitle(t: Text, flow: Flow): string {
  const { kind } = flow.request
  // An auction that is settled need not have been a sale.
  const result = flow.outcome?.house?.result
  if (result === 'unsold' || result === 'failed') return t(`house.title.${result}`)
  const rental = flow.outcome?.rental?.result
  // A tenancy that was to be made longer may have been begun anew.
  if (rental === 'rented') return t('flow.rent.done')
  if (rental === 'extended') return t('flow.add-days.done')
  if (flow.outcome) return t(`flow.${kind}.done`)
  const laidDown = kind === 'create-drop' && flow.steps.some(({ type, state }) => type === 'send' && state === 'done')
  if (laidDown && isStopped(flow)) return t('flow.create-drop.unpublished')
  return t(isStopped(flow) ? `flow.${kind}.failed` : `flow.${kind}.doing`)
}

/** What it is about, with its price. */
export const flowSubject = (t: Text, { title, price, unit }: Flow['subject']): string =>
  [title, price && unit ? `${formatWei(price)} ${t(unit === 'WETH' ? 'unit.weth' : 'unit.eth')}` : ''].filter(Boolean).join(', ')
