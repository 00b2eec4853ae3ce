import { type MarkState, StateMark } from './state-mark.tsx'

/** One check: a plain sentence, its state in a word, and the reading under it. */
export type CheckRow = { id: string; state: MarkState; sentence: string; word: string; reading: string }

/** The checks in a row each. */
export function CheckList({ rows, label }: { rows: readonly CheckRow[]; label: string }) {
  return (
    <ul className="checks" aria-label={label}>
      {rows.map((row) => (
        <li key={row.id} data-s={row.state} data-check={row.id}>
          <StateMark state={row.state} className="st" />
          <span>{row.sentence}</span>
          <span className="word">{row.word}</span>
          {row.reading ? <span className="meas">{row.reading}</span> : null}
        </li>
      ))}
    </ul>
  )
}

/** The states counted, in words. */
export function Tally({ counts }: { counts: readonly { state: MarkState; text: string }[] }) {
  return (
    <p className="tally" role="status">
      {counts.map(({ state, text }) => (
        <span key={state} data-s={state}>
          <StateMark state={state} className="st" />
          {text}
        </span>
      ))}
    </p>
  )
}

/** The proof ladder drawn large: every rung with its word and what stands behind it. */
export function ProofLadder({ rung, rungs, label }: { rung: number; rungs: readonly { word: string; note: string }[]; label: string }) {
  return (
    <div className="ladder" role="img" aria-label={label}>
      {rungs.map(({ word, note }, index) => (
        <div key={word} className={index < rung ? 'got' : index === rung ? 'at' : undefined}>
          {index === rung ? <b>{word}</b> : word}
          <br />
          {note}
        </div>
      ))}
    </div>
  )
}
