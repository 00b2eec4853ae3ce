import type { ReactNode } from 'react'

/** A small word in a frame. With `onRemove` it carries a button that takes it away. */
export function Chip({ children, onRemove, removeLabel }: { children: ReactNode; onRemove?: () => void; removeLabel?: string }) {
  return (
    <span className="chip">
      {children}
      {onRemove ? (
        <button type="button" aria-label={removeLabel} onClick={onRemove}>
          ×
        </button>
      ) : null}
    </span>
  )
}

/** A word of a prompt that was understood: its role in grey, then the word. */
export function RoleChip({ role, children }: { role: string; children: ReactNode }) {
  return (
    <span className="chip role">
      <small>{role}</small>
      {children}
    </span>
  )
}

/** A word of a prompt that was not understood. */
export function UnknownChip({ children }: { children: ReactNode }) {
  return <span className="chip unknown">{children}</span>
}
