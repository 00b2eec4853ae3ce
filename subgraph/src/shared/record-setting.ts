import { ethereum } from '@graphprotocol/graph-ts'
import { SettingChange } from '../../generated/schema'
import { eventId } from './ids'
import { stamp } from './stamp'

/** The change of a setting that an event tells of. The caller fills in what it is, and saves it. */
export function newSettingChange(event: ethereum.Event, kind: string): SettingChange {
  const change = new SettingChange(eventId(event))
  change.contract = event.address
  change.kind = kind
  stamp(change, event)
  return change
}
