import { readFile } from 'node:fs/promises'
import { LOCAL_CHAIN_ID } from '@daedal/protocol/chains/deployment'
import { createHardhatRuntimeEnvironment } from 'hardhat/hre'
import { JournalError, openJournal } from './chain-journal.ts'

/** A JSON-RPC failure: the node's own code and sentence. */
export class RpcError extends Error {
  readonly code: number
  readonly data: unknown
  constructor(code: number, message: string, data?: unknown) {
    super(message)
    this.name = 'RpcError'
    this.code = code
    this.data = data
  }
}

/** The local chain: Hardhat's EVM, and a journal from which it comes back block for block. */
export type Chain = {
  /** Answers one call. Throws RpcError. */
  request(method: string, params: readonly unknown[]): Promise<unknown>
  head(): { number: number; hash: string }
  close(): Promise<void>
}

type Block = { number: string; hash: string; timestamp: string }

/** Methods that only read. Everything else but eth_sendRawTransaction is closed: no key is held here and no block is made by hand. */
const open = new Set([
  'eth_blockNumber',
  'eth_call',
  'eth_chainId',
  'eth_estimateGas',
  'eth_feeHistory',
  'eth_gasPrice',
  'eth_getBalance',
  'eth_getBlockByHash',
  'eth_getBlockByNumber',
  'eth_getBlockTransactionCountByHash',
  'eth_getBlockTransactionCountByNumber',
  'eth_getCode',
  'eth_getFilterChanges',
  'eth_getFilterLogs',
  'eth_getLogs',
  'eth_getProof',
  'eth_getStorageAt',
  'eth_getTransactionByBlockHashAndIndex',
  'eth_getTransactionByBlockNumberAndIndex',
  'eth_getTransactionByHash',
  'eth_getTransactionCount',
  'eth_getTransactionReceipt',
  'eth_maxPriorityFeePerGas',
  'eth_newBlockFilter',
  'eth_newFilter',
  'eth_newPendingTransactionFilter',
  'eth_syncing',
  'eth_uninstallFilter',
  'hardhat_getAutomine',
  'net_listening',
  'net_peerCount',
  'net_version',
  'web3_clientVersion',
  'web3_sha3',
])

/** Bytes a signed transaction may have (as in geth). */
const TRANSACTION_LIMIT = 128 * 1024

const seconds = (): number => Math.floor(Date.now() / 1000)

/** Opens the chain of a folder: replays its journal, then goes on from there. */
export async function openChain(dir: string, log: (line: string) => void): Promise<Chain> {
  const version = await hardhatVersion()
  const journal = await openJournal(dir, `hardhat ${version}`, log)
  const environment = await createHardhatRuntimeEnvironment({
    networks: {
      local: {
        type: 'edr-simulated',
        chainId: LOCAL_CHAIN_ID,
        hardfork: 'osaka',
        initialDate: journal.header.initialDate,
        allowBlocksWithSameTimestamp: true,
        throwOnTransactionFailures: false,
        loggingEnabled: false,
      },
    },
  })
  const { provider } = await environment.network.create('local')
  const ask = (method: string, params: readonly unknown[] = []): Promise<unknown> =>
    provider.request({ method, params: [...params] }).catch((error: { code?: number; message: string; data?: unknown }) => {
      throw new RpcError(typeof error.code === 'number' ? error.code : -32603, error.message, error.data)
    })
  const latest = async () => (await ask('eth_getBlockByNumber', ['latest', false])) as Block
  const execute = async (raw: string, timestamp: number) => {
    await ask('evm_setNextBlockTimestamp', [timestamp])
    return ask('eth_sendRawTransaction', [raw])
  }

  const started = performance.now()
  let head = await latest()
  for (const [index, { raw, timestamp, parent }] of journal.entries.entries()) {
    const last = index === journal.entries.length - 1
    if (parent !== head.hash)
      throw new JournalError(
        `The chain in ${dir} (made by ${journal.header.madeBy}) does not come back under hardhat ${version}: transaction ${index + 1} stood on ${parent}, now on ${head.hash}. Start with --fresh to begin a new chain.`,
      )
    try {
      await execute(raw, timestamp)
    } catch (error) {
      if (!last)
        throw new JournalError(`Transaction ${index + 1} of ${dir} is refused at replay: ${(error as Error).message}`, { cause: error })
      log('the last journalled transaction was never accepted and is dropped')
      await journal.undo()
    }
    head = await latest()
  }
  if (journal.entries.length > 0) log(`${journal.entries.length} transactions replayed in ${Math.round(performance.now() - started)} ms`)
  journal.entries.length = 0
  await catchUp()

  /** The node's clock stands where the last block left it; sets it to now, so that calls see the present time. */
  async function catchUp(): Promise<void> {
    const pending = (await ask('eth_getBlockByNumber', ['pending', false])) as Block
    const behind = seconds() - Number(pending.timestamp)
    if (behind > 0) await ask('evm_increaseTime', [behind])
  }

  let queue: Promise<unknown> = Promise.resolve()
  let clockIsSet = false
  const send = async (raw: unknown) => {
    if (typeof raw !== 'string' || !/^0x([0-9a-fA-F]{2})+$/.test(raw)) throw new RpcError(-32602, 'The transaction is not hex.')
    if (raw.length > TRANSACTION_LIMIT * 2 + 2) throw new RpcError(-32000, `The transaction is larger than ${TRANSACTION_LIMIT} bytes.`)
    const timestamp = Math.max(seconds(), Number(head.timestamp))
    await journal.append({ raw, timestamp, parent: head.hash }).catch((error: Error) => {
      throw new RpcError(-32000, `DISK_FULL: ${error.message}`)
    })
    try {
      const hash = await execute(raw, timestamp)
      clockIsSet = false
      head = await latest()
      return hash
    } catch (error) {
      clockIsSet = true
      await journal.undo()
      throw error
    }
  }

  return {
    request: async (method, params) => {
      if (method === 'eth_sendRawTransaction') {
        const turn = queue.then(() => send(params[0]))
        queue = turn.catch(() => undefined)
        return turn
      }
      if (method === 'eth_accounts') return []
      if (!open.has(method)) throw new RpcError(-32601, `CHAIN_METHOD_CLOSED: ${String(method).slice(0, 64)} is not open on this node.`)
      // A refused transaction leaves the clock where it was set for it.
      if (clockIsSet) await ask('evm_setNextBlockTimestamp', [Math.max(seconds(), Number(head.timestamp))])
      return ask(method, method === 'eth_call' || method === 'eth_estimateGas' ? atPresent(params) : params)
    },
    head: () => ({ number: Number(head.number), hash: head.hash }),
    close: async () => {
      await queue
      await journal.close()
    },
  }
}

/**
 * Blocks are made by transactions only, so the time of the newest one may be hours ago. Calls at `latest` are answered as
 * the next block would, at the present time; the state is the same, since nothing waits to be mined.
 */
function atPresent(params: readonly unknown[]): unknown[] {
  const [call, block, ...rest] = params
  return [call, block === undefined || block === 'latest' ? 'pending' : block, ...rest]
}

async function hardhatVersion(): Promise<string> {
  const file = new URL('../../package.json', import.meta.resolve('hardhat'))
  return (JSON.parse(await readFile(file, 'utf8')) as { version: string }).version
}
