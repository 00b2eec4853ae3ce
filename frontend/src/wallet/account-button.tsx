import { shortHex } from '../lib/format.ts'
import { useText } from '../lib/text/use-text.ts'
import { Hash } from '../ui/hash.tsx'
import { useAccount } from './account.ts'
import { openWallet } from './intent.ts'

/** Connects a wallet, or shows whose it is. */
export function AccountButton() {
  const t = useText()
  const { address, label } = useAccount()
  if (!address)
    return (
      <button type="button" className="btn small quiet" onClick={() => openWallet('connect')}>
        {t('wallet.connect')}
      </button>
    )
  return (
    <button
      type="button"
      className="btn small quiet account"
      onClick={() => openWallet('account')}
      aria-label={`${t('wallet.accountOf', { address })}, ${[label, shortHex(address)].filter(Boolean).join(' ')}`}
    >
      {label ? <span>{label}</span> : null} <Hash value={address}>{shortHex(address)}</Hash>
    </button>
  )
}
