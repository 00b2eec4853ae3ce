import { type InputHTMLAttributes, type ReactNode, useId } from 'react'

type FieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> & {
  label: string
  value: string
  onValue: (value: string) => void
  unit?: string
  hint?: ReactNode
  /** What is wrong with the value, in a sentence. */
  error?: string | null | undefined
}

/** A line of text with its word above and a sentence under it. */
export function Field({ label, value, onValue, unit, hint, error, ...rest }: FieldProps) {
  const id = useId()
  const note = `${id}-note`
  return (
    <div className="fieldset">
      <label htmlFor={id}>{label}</label>
      <div className={unit ? 'with-unit' : undefined}>
        <input
          {...rest}
          id={id}
          className="input"
          value={value}
          onChange={(event) => onValue(event.target.value)}
          aria-invalid={error ? true : undefined}
          aria-describedby={error || hint ? note : undefined}
        />
        {unit ? <span className="unit">{unit}</span> : null}
      </div>
      {error ? (
        <p id={note} className="field-error">
          {error}
        </p>
      ) : hint ? (
        <p id={note} className="field-hint">
          {hint}
        </p>
      ) : null}
    </div>
  )
}

/** A choice from a short list. */
export function SelectField<T extends string>({
  label,
  value,
  options,
  onValue,
  hint,
}: {
  label: string
  value: T
  options: readonly { value: T; text: string }[]
  onValue: (value: T) => void
  hint?: ReactNode
}) {
  const id = useId()
  return (
    <div className="fieldset">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value} onChange={(event) => onValue(event.target.value as T)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      {hint ? <p className="field-hint">{hint}</p> : null}
    </div>
  )
}

/** A box to tick, with its words. */
export function Checkbox({
  checked,
  onChecked,
  children,
}: {
  checked: boolean
  onChecked: (checked: boolean) => void
  children: ReactNode
}) {
  return (
    <label className="check-line">
      <input type="checkbox" checked={checked} onChange={(event) => onChecked(event.target.checked)} />
      <span>{children}</span>
    </label>
  )
}
