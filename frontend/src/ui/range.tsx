import { useId } from 'react'

/** A value on a rule of ten. The value stands in words beside the name. */
export function Range({
  label,
  reading,
  value,
  min,
  max,
  step,
  onValue,
}: {
  label: string
  reading: string
  value: number
  min: number
  max: number
  step: number
  onValue: (value: number) => void
}) {
  const id = useId()
  return (
    <div>
      <label className="lab" htmlFor={id}>
        {label} <small>{reading}</small>
      </label>
      <div className="range">
        <input
          id={id}
          type="range"
          min={min}
          max={max}
          step={step}
          value={value}
          aria-valuetext={reading}
          onChange={(event) => onValue(Number(event.target.value))}
        />
      </div>
    </div>
  )
}
