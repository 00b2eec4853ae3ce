const steps = [0, 1, 2, 3, 4] as const

/** The proof an asset has: a rule of five steps, filled up to `rung`, with its word. */
export function RungBadge({ rung, word }: { rung: 0 | 1 | 2 | 3 | 4; word: string }) {
  const at = 3 + rung * 10
  return (
    <span className="rung" data-n={Math.min(rung, 2)}>
      <svg viewBox="-1 0 47 14" aria-hidden="true">
        <path d="M3 10.5H43" stroke="var(--edge)" fill="none" />
        <path d={`M3 10.5H${at + 0.01}`} stroke="currentColor" strokeWidth="3" fill="none" />
        {steps.map((step) => (
          <path key={step} d={`M${3 + step * 10} ${step <= rung ? 5 : 8}V12`} stroke={step <= rung ? 'currentColor' : 'var(--edge)'} />
        ))}
        <path d={`M${at - 4} 0h8l-4 6z`} fill="currentColor" />
      </svg>
      {word}
    </span>
  )
}
