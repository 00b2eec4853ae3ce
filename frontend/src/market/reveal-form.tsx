import type { DropDetail } from '@daedal/protocol/market/drop-api'
import { type FormEvent, useMemo, useState } from 'react'
import { useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { startFlow } from '../wallet/flow-store.ts'
import type { AuctionUnit } from './auction-unit.ts'
import { readSecret, storedSecret } from './drop-secrets.ts'
import { dropSubject } from './drop-words.ts'

/** The creator tells the secret: the one that this browser keeps, or one that is typed. */
export function RevealForm({ drop, unit, paused }: { drop: DropDetail; unit: AuctionUnit | null; paused: string | null }) {
  const t = useText()
  const { commitment } = drop.terms
  const stored = useMemo(() => storedSecret(commitment), [commitment])
  const [text, setText] = useState('')
  const secret = stored ?? readSecret(text, commitment)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (secret && !paused) startFlow({ kind: 'reveal-drop', drop: drop.id, secret }, dropSubject(t, drop, null, unit))
  }
  return (
    <form className="bid-form" onSubmit={submit}>
      {stored ? (
        <p className="note">{t('drops.secret.kept')}</p>
      ) : (
        <Field
          label={t('drops.secret')}
          value={text}
          onValue={setText}
          autoComplete="off"
          spellCheck={false}
          hint={t('drops.secret.hint')}
          error={text !== '' && !secret ? t('drops.secret.wrong') : null}
        />
      )}
      <Button look="main" type="submit" why={paused ?? (secret ? null : t('drops.secret.needed'))}>
        {t('drops.act.reveal-drop')}
      </Button>
    </form>
  )
}
