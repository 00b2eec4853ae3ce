import { numberToHex, type PublicClient, zeroHash } from 'viem'
import { expect, it } from 'vitest'
import { account } from '../../testing/token-script.ts'
import { createRpcSource } from './rpc-source.ts'

it('asks for the events of many contracts in several requests, and leaves none out', async () => {
  const asked: number[] = []
  const logOf = (address: string) => ({
    address,
    blockNumber: numberToHex(1),
    blockHash: zeroHash,
    transactionHash: zeroHash,
    logIndex: numberToHex(0),
    topics: [],
    data: '0x',
  })
  const request = async ({ params: [{ address }] }: { params: [{ address: string[] }] }) => {
    asked.push(address.length)
    return address.map(logOf)
  }
  const source = createRpcSource({ request } as unknown as PublicClient)
  const addresses = Array.from({ length: 1_201 }, (_, at) => account(at))
  const logs = await source.logs(addresses, 1, 2)
  expect(asked).toEqual([500, 500, 201])
  expect(logs.map(({ address }) => address)).toEqual(addresses)
})
