import type { ReactNode } from 'react'
import { ratioStyle } from './ratio.ts'

type CardProps = {
  ratio: number
  /** Takes a whole row on phones. */
  wide: boolean
  plate: ReactNode
  /** The line under the picture: label left, proof or state right. */
  imprint: ReactNode
  title: ReactNode
  by: ReactNode
  ask: ReactNode
}

/** An asset in a list: plate, imprint line, title, kind and maker, price and one fact. */
export function Card({ ratio, wide, plate, imprint, title, by, ask }: CardProps) {
  return (
    <article className={wide ? 'card wide' : 'card'} style={ratioStyle(ratio)}>
      {plate}
      <div className="imprint">{imprint}</div>
      <h3 className="title">{title}</h3>
      <p className="by">{by}</p>
      <p className="ask">{ask}</p>
    </article>
  )
}

/** The place of a card whose asset is not known yet. Nothing moves. */
export function CardSkeleton({ ratio, wide }: { ratio: number; wide: boolean }) {
  return (
    <div className={wide ? 'card wide' : 'card'} style={ratioStyle(ratio)} aria-hidden="true">
      <span className="plate hatch" style={ratioStyle(ratio)} />
      <div className="imprint">
        <span className="sk sk-label" />
        <span className="sk sk-rung" />
      </div>
      <p className="sk sk-title" />
      <p className="sk sk-by" />
      <p className="sk sk-ask" />
    </div>
  )
}
