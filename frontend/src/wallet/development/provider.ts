import { type Address, createWalletClient, defineChain, type Hex, hexToString, http, numberToHex, publicActions } from 'viem'
import { ask, type TypedData } from './confirmation.ts'
import { developmentAccounts } from './keys.ts'
import { selection } from './selection.ts'

/** An EIP-1193 error: its code decides what the site does. */
class ProviderError extends Error {
  override readonly name = 'ProviderError'
  readonly code: number
  readonly data: Hex | undefined
  constructor(code: number, message: string, data?: Hex, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.data = data
  }
}
const rejected = () => new ProviderError(4001, 'The person rejected the request.')
const unauthorized = (address: string) => new ProviderError(4100, `Account ${address} is not the one in use.`)

type Request = { method: string; params?: readonly unknown[] | undefined }
type Listener = (value: unknown) => void
type SentTransaction = { from?: Address; to?: Address; data?: Hex; input?: Hex; value?: Hex; gas?: Hex; chainId?: Hex }

const addressOf = (index: number): Address => {
  const account = developmentAccounts()[index]
  if (!account) throw new ProviderError(-32603, `there is no development account ${index}`)
  return account.address
}

/** Revert data anywhere in a chain of causes. */
function revertData(error: unknown): Hex | undefined {
  for (let at = error as { data?: unknown; cause?: unknown } | undefined; at; at = at.cause as typeof at) {
    if (typeof at.data === 'string' && at.data.startsWith('0x')) return at.data as Hex
    const inner = (at.data as { data?: unknown } | undefined)?.data
    if (typeof inner === 'string' && inner.startsWith('0x')) return inner as Hex
  }
  return undefined
}

/** A wallet whose keys are public, for the local chain: it asks before each act, signs here, and sends signed transactions. */
export function createDevelopmentProvider({ rpcUrl, chainId, chainName }: { rpcUrl: string; chainId: number; chainName: string }) {
  const chain = defineChain({
    id: chainId,
    name: chainName,
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
  })
  const node = createWalletClient({ chain, transport: http(rpcUrl, { retryCount: 1 }) }).extend(publicActions)
  const listeners = new Map<string, Set<Listener>>()
  const emit = (event: string, value: unknown) => {
    for (const listener of [...(listeners.get(event) ?? [])]) listener(value)
  }
  const current = () => {
    const account = developmentAccounts()[selection.get().index]
    if (!account) throw new ProviderError(4100, 'No development account is chosen.')
    return account
  }
  const requireCurrent = (address: unknown) => {
    const account = current()
    if (typeof address !== 'string' || address.toLowerCase() !== account.address.toLowerCase()) throw unauthorized(String(address))
    return account
  }

  async function connect(): Promise<Address[]> {
    if (!selection.get().connected) {
      if (!(await ask({ kind: 'connect' }))) throw rejected()
      selection.set((before) => ({ ...before, connected: true }))
    }
    return [current().address]
  }

  async function signTypedData(address: unknown, json: unknown): Promise<Hex> {
    const account = requireCurrent(address)
    const typedData = (typeof json === 'string' ? JSON.parse(json) : json) as TypedData
    const wanted = typedData.domain.chainId
    if (wanted !== undefined && Number(wanted) !== chainId)
      throw new ProviderError(-32603, `The data is for chain ${String(wanted)}, this wallet is on ${chainId}.`)
    if (!(await ask({ kind: 'typed-data', typedData }))) throw rejected()
    const { EIP712Domain: _, ...types } = typedData.types
    return account.signTypedData({ ...typedData, types } as Parameters<typeof account.signTypedData>[0])
  }

  async function sendTransaction(sent: SentTransaction): Promise<Hex> {
    const account = requireCurrent(sent.from)
    if (sent.chainId !== undefined && Number(sent.chainId) !== chainId)
      throw new ProviderError(4901, `The transaction is for chain ${Number(sent.chainId)}, this wallet is on ${chainId}.`)
    const data = sent.data ?? sent.input ?? '0x'
    const value = BigInt(sent.value ?? 0)
    try {
      const prepared = await node.prepareTransactionRequest({ account, ...(sent.to ? { to: sent.to } : {}), data, value, type: 'eip1559' })
      const maxFee = prepared.gas * (prepared.maxFeePerGas ?? 0n)
      if (!(await ask({ kind: 'transaction', transaction: { to: sent.to ?? null, data, value, maxFee } }))) throw rejected()
      // The person may have taken long: the nonce is read again.
      const nonce = await node.getTransactionCount({ address: account.address, blockTag: 'pending' })
      const serializedTransaction = await account.signTransaction({
        ...(sent.to ? { to: sent.to } : {}),
        data,
        value,
        nonce,
        chainId,
        gas: (prepared.gas * 12n) / 10n,
        maxFeePerGas: prepared.maxFeePerGas ?? 0n,
        maxPriorityFeePerGas: prepared.maxPriorityFeePerGas ?? 0n,
        type: 'eip1559',
      })
      return await node.sendRawTransaction({ serializedTransaction })
    } catch (cause) {
      if (cause instanceof ProviderError) throw cause
      const message = (cause as { shortMessage?: string }).shortMessage ?? String(cause)
      throw new ProviderError(revertData(cause) ? 3 : -32603, message, revertData(cause), cause)
    }
  }

  async function request({ method, params = [] }: Request): Promise<unknown> {
    switch (method) {
      case 'eth_requestAccounts':
        return connect()
      case 'wallet_requestPermissions': {
        const value = await connect()
        return [{ parentCapability: 'eth_accounts', caveats: [{ type: 'restrictReturnedAccounts', value }] }]
      }
      case 'wallet_revokePermissions':
        selection.set((before) => ({ ...before, connected: false }))
        emit('accountsChanged', [])
        return null
      case 'eth_accounts':
        return selection.get().connected ? [current().address] : []
      case 'eth_chainId':
        return numberToHex(chainId)
      case 'wallet_switchEthereumChain': {
        const wanted = Number((params[0] as { chainId?: string } | undefined)?.chainId)
        if (wanted !== chainId) throw new ProviderError(4902, `This wallet knows only chain ${chainId}.`)
        return null
      }
      case 'personal_sign': {
        const account = requireCurrent(params[1])
        const raw = params[0] as Hex
        if (!(await ask({ kind: 'message', text: hexToString(raw) }))) throw rejected()
        return account.signMessage({ message: { raw } })
      }
      case 'eth_signTypedData_v4':
        return signTypedData(params[0], params[1])
      case 'eth_sendTransaction':
        return sendTransaction((params[0] ?? {}) as SentTransaction)
      default:
        if (/^(eth|net|web3)_/.test(method)) return node.request({ method, params } as Parameters<typeof node.request>[0])
        throw new ProviderError(4200, `This wallet has no method ${method}.`)
    }
  }

  let shown = selection.get().index
  selection.subscribe(() => {
    const { index, connected } = selection.get()
    if (index === shown) return
    shown = index
    if (connected) emit('accountsChanged', [addressOf(index)])
  })

  return {
    request,
    on: (event: string, listener: Listener) => {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener))
    },
    removeListener: (event: string, listener: Listener) => {
      listeners.get(event)?.delete(listener)
    },
  }
}
