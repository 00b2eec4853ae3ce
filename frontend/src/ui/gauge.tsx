import { cssVariables } from './ratio.ts'

/** A reading on a rule of ten, with the usual range as a band. All positions are 0 to 1. */
export function Gauge({ name, value, at, usual }: { name: string; value: string; at: number; usual: { from: number; to: number } }) {
  const bound = (position: number) => Math.min(1, Math.max(0, position))
  return (
    <div className="gauge">
      <div>
        <span>{name}</span>
        <span>{value}</span>
      </div>
      <i
        aria-hidden="true"
        style={cssVariables({ '--a': bound(usual.from), '--w': bound(usual.to) - bound(usual.from), '--v': bound(at) })}
      />
    </div>
  )
}
