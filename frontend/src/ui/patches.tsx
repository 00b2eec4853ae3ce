import { cssVariables } from './ratio.ts'

/** Colours measured in a picture. */
export function Patches({ colours, label }: { colours: readonly string[]; label: string }) {
  return (
    <span className="patches" role="img" aria-label={label}>
      {colours.map((colour, index) => (
        <i key={index} style={cssVariables({ '--x': colour })} />
      ))}
    </span>
  )
}
