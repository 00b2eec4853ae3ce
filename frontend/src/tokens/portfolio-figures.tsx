import type { Portfolio } from '@daedal/protocol/tokens/api'
import type { ReactNode } from 'react'
import { formatCount, formatWei } from '../lib/format.ts'
import { useText } from '../lib/text/use-text.ts'

/** What an account has, spent and got, as figures. */
export function PortfolioFigures({ portfolio }: { portfolio: Portfolio }) {
  const t = useText()
  return (
    <dl className="figs">
      <Figure name={t('portfolio.owned')} note={t('portfolio.listed', { count: portfolio.listed })}>
        {formatCount(portfolio.owned)}
      </Figure>
      <Figure name={t('portfolio.created')}>{formatCount(portfolio.created)}</Figure>
      <Ether name={t('portfolio.spent')} note={t('portfolio.spent.text')} wei={portfolio.spent} />
      <Ether name={t('portfolio.earned')} note={t('portfolio.earned.text')} wei={portfolio.earned} />
      <Ether name={t('portfolio.royalties')} note={t('portfolio.royalties.text')} wei={portfolio.royalties} />
    </dl>
  )
}

function Ether({ name, note, wei }: { name: string; note: string; wei: string }) {
  const t = useText()
  return (
    <Figure name={name} note={note} exact={`${formatWei(wei)} ${t('unit.eth')}`}>
      {formatWei(wei, { round: true })} <small>{t('unit.eth')}</small>
    </Figure>
  )
}

function Figure({ name, note, exact, children }: { name: string; note?: string; exact?: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd title={exact}>
        {children}
        {note ? <p className="sub">{note}</p> : null}
      </dd>
    </div>
  )
}
