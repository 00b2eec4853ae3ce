import type { ReactNode } from 'react'

/** Nothing to show: a title, one sentence with the cause, and what to do about it. */
export function EmptyState({ title, text, children }: { title: string; text?: ReactNode; children?: ReactNode }) {
  return (
    <section className="sec empty" role="status">
      <h2>{title}</h2>
      {text ? <p className="mute">{text}</p> : null}
      {children ? <p className="empty-acts">{children}</p> : null}
    </section>
  )
}
