import { type ReactNode, useId } from 'react'

type Option<T extends string> = { value: T; text: ReactNode; disabled?: boolean }
type ChoiceProps<T extends string> = { label: string; value: T; options: readonly Option<T>[]; onValue: (value: T) => void }

function radios<T extends string>(name: string, { value, options, onValue }: ChoiceProps<T>, wrap: (text: ReactNode) => ReactNode) {
  return options.map((option) => (
    <label key={option.value}>
      <input
        className="vh"
        type="radio"
        name={name}
        checked={option.value === value}
        disabled={option.disabled}
        onChange={() => onValue(option.value)}
      />
      {wrap(option.text)}
    </label>
  ))
}

/** One of two or three views of the same thing. */
export function Segmented<T extends string>(props: ChoiceProps<T>) {
  const name = useId()
  return (
    <span className="seg" role="radiogroup" aria-label={props.label}>
      {radios(name, props, (text) => (
        <span>{text}</span>
      ))}
    </span>
  )
}

/** One of several words, as framed words. */
export function WordChoice<T extends string>(props: ChoiceProps<T>) {
  const name = useId()
  return (
    <div className="styles" role="radiogroup" aria-label={props.label}>
      {radios(name, props, (text) => (
        <span>{text}</span>
      ))}
    </div>
  )
}

/** One of several kinds, each with its drawing: put an `Icon` and a `span` into `text`. */
export function KindChoice<T extends string>(props: ChoiceProps<T>) {
  const name = useId()
  return (
    <div className="kinds" role="radiogroup" aria-label={props.label}>
      {radios(name, props, (text) => text)}
    </div>
  )
}
