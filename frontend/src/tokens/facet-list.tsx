import { useState } from 'react'
import { formatCount } from '../lib/format.ts'
import { useText } from '../lib/text/use-text.ts'
import { LinkButton } from '../ui/button.tsx'
import { cssVariables } from '../ui/ratio.ts'

export type FacetOption = { value: string; text: string; count: number }

const shownAtFirst = 7

/** Values of one filter, each with its count and a bar to scale. */
export function FacetList({
  legend,
  options,
  chosen,
  onToggle,
}: {
  legend: string
  options: readonly FacetOption[]
  chosen: readonly string[]
  onToggle: (value: string, on: boolean) => void
}) {
  const t = useText()
  const [all, setAll] = useState(false)
  if (!options.length) return null
  const most = Math.max(1, ...options.map((option) => option.count))
  const shown = all ? options : options.filter((option, index) => index < shownAtFirst || chosen.includes(option.value))
  const hidden = options.length - shown.length
  return (
    <fieldset className="facet">
      <legend>{legend}</legend>
      <div>
        {shown.map((option) => (
          <label className="opt" key={option.value}>
            <input
              type="checkbox"
              checked={chosen.includes(option.value)}
              onChange={(event) => onToggle(option.value, event.target.checked)}
            />
            <span>{option.text}</span>
            <span className="num">{formatCount(option.count)}</span>
            <i style={cssVariables({ '--p': `${(option.count / most) * 100}%` })} />
          </label>
        ))}
        {hidden > 0 || all ? (
          <LinkButton className="small" onClick={() => setAll(!all)}>
            {all ? t('browse.fewerValues') : t('browse.moreValues', { count: hidden })}
          </LinkButton>
        ) : null}
      </div>
    </fieldset>
  )
}
