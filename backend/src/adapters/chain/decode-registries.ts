import { reproductionRegistryAbi } from '@daedal/protocol/provenance/abi.gen'
import { worldRegistryAbi } from '@daedal/protocol/worlds/abi.gen'
import { decodeEventLog } from 'viem'
import type { ChainFact, RawEvent } from '../../tokens/ports.ts'
import { known, lower, topicsOf } from './known-event.ts'

/** The event of the registry of reproductions. Its settings, and what publishers say of engines, change nothing here. */
export function reproductionFact(raw: RawEvent): ChainFact | null {
  const event = known(() => decodeEventLog({ abi: reproductionRegistryAbi, data: raw.data, topics: topicsOf(raw) }))
  switch (event?.eventName) {
    case 'ReproductionCounted':
    case 'ReproductionConflicted': {
      const { collection, reexecutor, ...others } = event.args
      return { name: event.eventName, ...others, collection: lower(collection), reexecutor: lower(reexecutor) } as ChainFact
    }
    case 'ReexecutorContradicted': {
      const { collection, reexecutor, signed, ...others } = event.args
      return { name: 'ReexecutorContradicted', ...others, collection: lower(collection), reexecutor: lower(reexecutor), renderHash: signed }
    }
    case 'Reproduced': {
      const { collection, ...others } = event.args
      return { name: 'TokenReproduced', ...others, collection: lower(collection) }
    }
    default:
      return null
  }
}

/** The event of the registry of worlds. */
export function worldFact(raw: RawEvent): ChainFact | null {
  const event = known(() => decodeEventLog({ abi: worldRegistryAbi, data: raw.data, topics: topicsOf(raw) }))
  switch (event?.eventName) {
    case 'WorldRegistered':
      return { name: 'WorldRegistered', ...event.args, operator: lower(event.args.operator) }
    case 'ManifestChanged':
      return { name: 'WorldRevised', ...event.args }
    case 'KeySetRotated':
      return { name: 'WorldRekeyed', ...event.args }
    case 'CollectionAccepted':
      return { name: 'WorldAccepts', ...event.args, collection: lower(event.args.collection) }
    case 'HandoverAnnounced':
    case 'HandoverCancelled':
      return { name: event.eventName, ...event.args, to: lower(event.args.to) } as ChainFact
    case 'OperatorChanged': {
      const { worldId, from, to } = event.args
      return { name: 'WorldTransferred', worldId, from: lower(from), to: lower(to) }
    }
    default:
      return null
  }
}
