import { useEffect, useId, useState } from 'react'
import type { Address } from 'viem'
import { shortHex } from '../../lib/format.ts'
import { useStore } from '../../lib/store.ts'
import { useText } from '../../lib/text/use-text.ts'
import { Hash } from '../../ui/hash.tsx'
import { people, selection } from './selection.ts'

/** The people of the development wallet, to switch between. */
export function DevelopmentAccounts({ chainId }: { chainId: number }) {
  const t = useText()
  const name = useId()
  const { index } = useStore(selection)
  const [addresses, setAddresses] = useState<Address[]>([])
  useEffect(() => {
    let gone = false
    void import('./keys.ts').then(({ developmentAccounts }) => {
      if (!gone) setAddresses(developmentAccounts().map((account) => account.address))
    })
    return () => {
      gone = true
    }
  }, [])
  return (
    <fieldset className="people">
      <legend>{t('wallet.dev.accounts')}</legend>
      {people.map((person, at) => (
        <label key={person} className="check-line">
          <input
            type="radio"
            name={name}
            checked={at === index}
            onChange={() => selection.set((before) => ({ ...before, index: at }))}
            aria-label={t('wallet.dev.use', { name: person })}
          />
          <span>{person}</span>
          <span className="mute">{addresses[at] ? <Hash value={addresses[at]}>{shortHex(addresses[at])}</Hash> : null}</span>
        </label>
      ))}
      <p className="note">{t('wallet.dev.note', { chain: String(chainId) })}</p>
    </fieldset>
  )
}
