import type { ReactNode } from 'react'

/** A part of a page, opened by a line of ink. */
export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="sec">
      <header>
        <h2>{title}</h2>
        {aside ? <span className="mute small">{aside}</span> : null}
      </header>
      {children}
    </section>
  )
}
