import { useText } from '../lib/text/use-text.ts'
import { cssVariables } from '../ui/ratio.ts'

/** How many of so many are sold, truly to scale, over a rule of ten. */
export function SoldBar({ sold, of }: { sold: number; of: number }) {
  const t = useText()
  return (
    <div
      className="sold-bar"
      role="img"
      aria-label={t('drops.soldBar', { sold, of })}
      style={cssVariables({ '--p': `${of === 0 ? 0 : Math.min(100, (sold / of) * 100)}%` })}
    />
  )
}
