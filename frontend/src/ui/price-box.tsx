import type { ReactNode } from 'react'
import { cssVariables } from './ratio.ts'

/** One payee of a price. `part` is the share of the bar, in any unit. */
export type Payee = { key: string; name: ReactNode; share: string; amount: string; part: number; colour: string; hatched?: boolean }

/** Who gets what of a price: a bar truly to scale and a row for each payee. */
export function PriceSplitTable({
  label,
  caption,
  payees,
  onTop,
  total,
}: {
  /** The bar in words. */
  label: string
  caption: string
  payees: readonly Payee[]
  onTop?: { name: string; share: string; amount: string } | undefined
  total?: { name: string; amount: string } | undefined
}) {
  return (
    <>
      <div className="split" role="img" aria-label={label}>
        {payees
          .filter((payee) => payee.part > 0)
          .map((payee) => (
            <i
              key={payee.key}
              className={payee.hatched ? 'h' : undefined}
              style={cssVariables({ '--v': payee.part, '--k': payee.colour })}
            />
          ))}
      </div>
      <div className="scale" aria-hidden="true" />
      <table className="where">
        <caption className="vh">{caption}</caption>
        <tbody>
          {payees.map((payee) => (
            <tr key={payee.key}>
              <th scope="row">
                <span className={payee.hatched ? 'key h' : 'key'} style={cssVariables({ '--k': payee.colour })} />
                {payee.name}
              </th>
              <td className="num mute">{payee.share}</td>
              <td className="num">{payee.amount}</td>
            </tr>
          ))}
          {onTop ? (
            <tr className="rule">
              <th scope="row">{onTop.name}</th>
              <td className="num mute">{onTop.share}</td>
              <td className="num">{onTop.amount}</td>
            </tr>
          ) : null}
          {total ? (
            <tr className="sum">
              <th scope="row">{total.name}</th>
              <td />
              <td className="num">{total.amount}</td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </>
  )
}

/** The sheet that asks for a decision about money: large figure, split, acts, a note. */
export function PriceBox({
  label,
  figure,
  unit,
  aside,
  children,
  acts,
  note,
}: {
  label: string
  figure: string
  unit?: string | undefined
  aside?: ReactNode
  children?: ReactNode
  acts?: ReactNode
  note?: ReactNode
}) {
  return (
    <section className="price" aria-label={label}>
      <div className="big">
        <strong>
          {figure}
          {unit ? <small>{unit}</small> : null}
        </strong>
        {aside ? <span className="mute small">{aside}</span> : null}
      </div>
      {children}
      {acts ? <div className="acts">{acts}</div> : null}
      {note ? <p className="note">{note}</p> : null}
    </section>
  )
}
