import type { Address } from '@daedal/protocol/scalars'
import { type Abi, type AbiEvent, encodeAbiParameters, encodeEventTopics, type Log } from 'viem'

/** An event of a contract as a node tells it. */
export function logOf(abi: Abi, eventName: string, args: Record<string, unknown>, address: Address): Log {
  const event = abi.find((item) => item.type === 'event' && item.name === eventName) as AbiEvent
  const topics = encodeEventTopics({ abi, eventName, args } as never)
  const plain = event.inputs.filter(({ indexed }) => !indexed)
  const data = encodeAbiParameters(
    plain,
    plain.map(({ name }) => args[name as string]),
  )
  return { address, topics, data } as unknown as Log
}
