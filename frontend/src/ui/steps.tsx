import type { ReactNode } from 'react'
import { type MarkState, StateMark } from './state-mark.tsx'

/** One step: its name, its hash or limit at the right, a sentence under it. */
export type StepRow = { key: string; state: MarkState; name: string; aside?: ReactNode; text?: ReactNode }

/** Steps hang on a vertical rule. */
export function Steps({ rows }: { rows: readonly StepRow[] }) {
  return (
    <ol className="steps" aria-live="polite">
      {rows.map((row) => (
        <li key={row.key} data-s={row.state} data-step={row.key}>
          <StateMark state={row.state} />
          <b>{row.name}</b>
          <span className="t">{row.aside}</span>
          {row.text ? <p>{row.text}</p> : null}
        </li>
      ))}
    </ol>
  )
}

/** A block that says what happened. `fail` is read out at once. */
export function Alert({ tone, children }: { tone: 'info' | 'fail' | 'weak'; children: ReactNode }) {
  return (
    <div className={`alert ${tone}`} role={tone === 'fail' ? 'alert' : undefined}>
      {children}
    </div>
  )
}
