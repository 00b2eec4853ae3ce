/** States of a check or a step. Each has its own shape, so colour is never alone. */
export type MarkState = 'pass' | 'weak' | 'none' | 'run' | 'fail' | 'stale'

/** The shape of a state. */
export function StateMark({ state, className }: { state: MarkState; className?: string }) {
  return (
    <svg className={className} viewBox="0 0 16 16" aria-hidden="true">
      {shapes[state]}
    </svg>
  )
}

const shapes = {
  pass: (
    <>
      <path fill="currentColor" d="M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0Z" />
      <path d="m4.4 8.2 2.5 2.5 4.8-5.2" fill="none" stroke="var(--sheet)" strokeWidth="1.8" />
    </>
  ),
  weak: (
    <>
      <circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M8 1a7 7 0 0 1 0 14z" fill="currentColor" />
    </>
  ),
  none: <circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" strokeWidth="1.4" strokeDasharray="2.4 2" />,
  run: (
    <>
      <circle cx="8" cy="8" r="7" fill="none" stroke="var(--rule)" strokeWidth="1.8" />
      <path d="M8 1a7 7 0 0 1 7 7" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <path d="M8 8 11.6 4.4" stroke="var(--needle)" strokeWidth="1.8" />
    </>
  ),
  fail: (
    <>
      <path fill="currentColor" d="M0 0h16v16H0z" />
      <path d="m4.5 4.5 7 7m0-7-7 7" stroke="var(--sheet)" strokeWidth="1.9" />
    </>
  ),
  stale: (
    <>
      <circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M8 4v4.3l2.6 1.7" fill="none" stroke="currentColor" strokeWidth="1.4" />
    </>
  ),
} as const
