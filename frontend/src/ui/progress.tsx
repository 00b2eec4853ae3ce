import { cssVariables } from './ratio.ts'

/** How far something is, 0 to 1, on a rule of ten with the needle at now. */
export function Progress({ value, label }: { value: number; label: string }) {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100)
  return (
    <div
      className="prog"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      style={cssVariables({ '--p': `${percent}%` })}
    />
  )
}
