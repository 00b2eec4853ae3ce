import type { SignIn } from '@daedal/protocol/accounts/api'
import { isAddress, isAddressEqual, recoverMessageAddress } from 'viem'
import { parseSiweMessage } from 'viem/siwe'
import { AppError } from '../errors.ts'
import type { CheckMessage, OpenSession } from './ports.ts'
import type { AccountStore } from './store.ts'

export type SignInDeps = {
  store: AccountStore
  chainId: number
  publicUrl: string
  sessionHours: number
  checkMessage: CheckMessage
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/** Opens a session for the account that signed an ERC-4361 message of this site and chain, with a nonce that works once. */
export function createSignIn({ store, chainId, publicUrl, sessionHours, checkMessage }: SignInDeps) {
  const origins = originsOf(publicUrl)
  return async ({ message, signature }: SignIn): Promise<OpenSession & { secret: string }> => {
    const {
      address,
      domain,
      uri,
      nonce,
      version,
      chainId: messageChain,
      expirationTime,
      notBefore,
      issuedAt,
      scheme,
    } = parseSiweMessage(message)
    if (!address || !isAddress(address) || !domain || !uri || !nonce || version !== '1')
      throw new AppError('ACCOUNTS_MESSAGE_INVALID', 'The text is not an ERC-4361 message.')
    if (messageChain !== chainId)
      throw new AppError('ACCOUNTS_MESSAGE_INVALID', `The message is for chain ${messageChain}, this is ${chainId}.`)
    const origin = originOf(uri)
    if (
      !origins.some(({ host }) => host === domain) ||
      !origins.some((own) => own.origin === origin) ||
      (scheme && !origin?.startsWith(`${scheme}:`))
    )
      throw new AppError('ACCOUNTS_MESSAGE_INVALID', `The message is for ${domain} (${uri.slice(0, 120)}), this is ${publicUrl}.`)
    const now = Date.now()
    if (
      (expirationTime && expirationTime.getTime() <= now) ||
      (notBefore && notBefore.getTime() > now) ||
      (issuedAt && issuedAt.getTime() > now + 300_000)
    )
      throw new AppError('ACCOUNTS_NONCE_UNKNOWN', 'The message is not valid at this time.')
    const recovered = await recoverMessageAddress({ message, signature }).catch(() => null)
    const signed = (recovered && isAddressEqual(recovered, address)) || (await checkMessage(address, message, signature))
    if (!signed) throw new AppError('ACCOUNTS_SIGNATURE_INVALID', `The signature is not that of ${address}.`)
    if (!(await store.spendNonce(nonce))) throw new AppError('ACCOUNTS_NONCE_UNKNOWN')
    return store.open(address, sessionHours)
  }
}

/** The address people open; on one's own machine it has three names. */
function originsOf(publicUrl: string): URL[] {
  const url = new URL(publicUrl)
  if (!LOOPBACK.includes(url.hostname)) return [url]
  return LOOPBACK.map((name) => new URL(`${url.protocol}//${name}${url.port ? `:${url.port}` : ''}`))
}

function originOf(uri: string): string | null {
  return URL.canParse(uri) ? new URL(uri).origin : null
}
