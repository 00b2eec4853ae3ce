import { type ReactNode, useState } from 'react'
import { Icon } from './icon.tsx'

/** Hex in a sentence of any language: never translated or hyphenated. */
export function Hash({ value, children }: { value: string; children: ReactNode }) {
  return (
    <span lang="en" translate="no" title={value}>
      {children}
    </span>
  )
}

/** A line to copy. */
export function CommandLine({ command, copyLabel, copiedLabel }: { command: string; copyLabel: string; copiedLabel: string }) {
  const [copied, setCopied] = useState(false)
  const copy = () =>
    navigator.clipboard.writeText(command).then(
      () => {
        setCopied(true)
        setTimeout(() => setCopied(false), 1_600)
      },
      () => setCopied(false),
    )
  return (
    <div className="cmd">
      <code lang="en" translate="no">
        {command}
      </code>
      <button type="button" className="iconbtn" aria-label={copied ? copiedLabel : copyLabel} onClick={() => void copy()}>
        <Icon name={copied ? 'check' : 'copy'} size={18} />
      </button>
    </div>
  )
}
