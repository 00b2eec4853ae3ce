import { type ReactNode, useId } from 'react'

/** A colour, or none: then it is left to chance. */
export function ColourChoice({
  label,
  value,
  chance,
  onValue,
}: {
  label: ReactNode
  /** `#rrggbb`, or empty. */
  value: string
  /** The name of the button that takes the colour back. */
  chance: string
  onValue: (value: string) => void
}) {
  const id = useId()
  return (
    <div className="colour">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="color"
        className={value ? undefined : 'open'}
        value={value || '#b0a898'}
        onChange={(event) => onValue(event.target.value)}
      />
      <button type="button" aria-label={chance} disabled={value === ''} onClick={() => onValue('')}>
        ×
      </button>
    </div>
  )
}
