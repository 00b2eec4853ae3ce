import type { Hex32 } from '@daedal/protocol/scalars'
import { useState } from 'react'
import { useText } from '../lib/text/use-text.ts'
import { Checkbox } from '../ui/field.tsx'
import { CommandLine } from '../ui/hash.tsx'
import { Alert } from '../ui/steps.tsx'
import { keepSecret, newSecret } from './drop-secrets.ts'

/** Whether the items stay sealed until the reveal, and the secret that this needs, to be copied. */
export function SealedChoice({ secret, onSecret }: { secret: Hex32 | null; onSecret: (secret: Hex32 | null) => void }) {
  const t = useText()
  const [kept, setKept] = useState(true)
  const choose = (on: boolean) => {
    const made = on ? newSecret() : null
    if (made) setKept(keepSecret(made))
    onSecret(made)
  }
  return (
    <div className="sealed-choice">
      <Checkbox checked={secret !== null} onChecked={choose}>
        {t('drops.new.sealed')}
      </Checkbox>
      {secret ? (
        <>
          <Alert tone="weak">
            {t('drops.new.sealed.text')} {kept ? null : t('drops.new.sealed.noStorage')}
          </Alert>
          <p className="lab">{t('drops.new.secret')}</p>
          <CommandLine command={secret} copyLabel={t('act.copy')} copiedLabel={t('act.copied')} />
        </>
      ) : (
        <p className="note">{t('drops.new.open.text')}</p>
      )}
    </div>
  )
}
