import { Link } from '@tanstack/react-router'
import { formatBps } from '../lib/format.ts'
import { describeProblem } from '../lib/problem.ts'
import { useLanguage } from '../lib/text/language.ts'
import { type Text, useText } from '../lib/text/use-text.ts'
import { LinkButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { AccountName } from '../wallet/account-name.tsx'
import type { SourceView } from './use-source.ts'

/** Something that the next job starts from: its picture, its maker, and what making something of it pays. */
export function SourceCard({
  source,
  lookOnly,
  onRemove,
}: {
  source: SourceView
  /** Nothing but its look is taken, which is named and not paid. */
  lookOnly: boolean
  onRemove: () => void
}) {
  const t = useText()
  const language = useLanguage()
  const { state, name, image, token, why } = source
  return (
    <li className="source" data-state={state}>
      {image ? <img src={image} alt="" /> : <span className="plate hatch" />}
      <div>
        {state === 'loading' ? (
          <p className="note" role="status">
            {t('create.from.loading')}
          </p>
        ) : null}
        {name ? (
          <b>
            {token ? (
              <Link to="/assets/$" params={{ _splat: token.id }}>
                {name}
              </Link>
            ) : (
              name
            )}
          </b>
        ) : null}
        {token ? (
          <p className="note">
            {t('create.from.by')} <AccountName address={token.creator} />
          </p>
        ) : null}
        {state === 'ready' ? (
          <p className="note">{lookOnly ? t('create.from.lookOnly') : token ? paysOf(t, token) : t('create.from.unminted')}</p>
        ) : null}
        {why ? (
          <p className="field-error" role="alert">
            {t(why)}
          </p>
        ) : null}
        {state === 'failed' ? (
          <p className="field-error" role="alert">
            {describeProblem(source.error, language).sentence} <LinkButton onClick={source.retry}>{t('act.retry')}</LinkButton>
          </p>
        ) : null}
      </div>
      <button type="button" className="iconbtn" aria-label={t('create.from.remove', { name })} onClick={onRemove}>
        <Icon name="close" size={16} />
      </button>
    </li>
  )
}

const paysOf = (t: Text, { remixBps }: { remixBps: number }): string =>
  remixBps ? t('create.from.share', { share: formatBps(remixBps) }) : t('create.from.noShare')
