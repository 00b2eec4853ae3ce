import type { ReactNode } from 'react'

/** Any of several words, as framed words. */
export function WordToggles<T extends string>({
  label,
  chosen,
  options,
  onToggle,
}: {
  label: string
  chosen: readonly T[]
  options: readonly { value: T; text: ReactNode; disabled?: boolean }[]
  onToggle: (value: T, on: boolean) => void
}) {
  return (
    <fieldset className="styles">
      <legend className="vh">{label}</legend>
      {options.map(({ value, text, disabled }) => (
        <label key={value}>
          <input
            className="vh"
            type="checkbox"
            checked={chosen.includes(value)}
            disabled={disabled}
            onChange={(event) => onToggle(value, event.target.checked)}
          />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  )
}
