import { shortHex } from '../lib/format.ts'
import { useText } from '../lib/text/use-text.ts'
import { Hash } from '../ui/hash.tsx'
import { isSame, useAccount } from './account.ts'

/** Who an address is: you, or the address, shortened. */
export function AccountName({ address }: { address: string }) {
  const t = useText()
  const { address: own } = useAccount()
  if (isSame(own, address)) return <span title={address}>{t('asset.you')}</span>
  return <Hash value={address}>{shortHex(address)}</Hash>
}
