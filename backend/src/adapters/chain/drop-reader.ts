import { dropsAbi } from '@daedal/protocol/market/abi.gen'
import type { Address, PublicClient } from 'viem'
import type { DropReader } from '../../market/ports.ts'
import { must } from './contract-answers.ts'

/** What is asked of the contract of drops, over JSON-RPC. */
export function createDropReader(client: PublicClient, address: Address): DropReader {
  const ofDrops = { address, abi: dropsAbi } as const
  return {
    async drop(id) {
      const { exists, ended, sold, feeBps } = await must(() => client.readContract({ ...ofDrops, functionName: 'dropOf', args: [id] }))
      return exists ? { ended, sold, feeBps } : null
    },
    boughtBy: async (id, stage, account) =>
      Number(await must(() => client.readContract({ ...ofDrops, functionName: 'boughtBy', args: [id, BigInt(stage), account] }))),
    soldIn: async (id, stage) =>
      Number(await must(() => client.readContract({ ...ofDrops, functionName: 'soldIn', args: [id, BigInt(stage)] }))),
  }
}
