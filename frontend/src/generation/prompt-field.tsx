import { type PromptWord, promptMaxLength } from '@daedal/protocol/generation/api'
import { useId } from 'react'
import { useText } from '../lib/text/use-text.ts'
import { promptParts } from './prompt-parts.ts'

/** Characters from which the field says how many are left. */
const WARN_LEFT = 200

/**
 * Where the prompt is typed. Under the transparent text area lies the same text, with dashes under the words that were not
 * understood: they must wrap alike, so both share every rule that moves a letter.
 */
export function PromptField({
  value,
  words,
  sourced,
  onValue,
  onSubmit,
}: {
  value: string
  /** The words say what is to be different from a source. */
  sourced: boolean
  words: readonly PromptWord[]
  onValue: (value: string) => void
  onSubmit: () => void
}) {
  const t = useText()
  const id = useId()
  const left = promptMaxLength - value.length
  return (
    <div className="ask-field">
      <label className="vh" htmlFor={id}>
        {t(sourced ? 'create.from.words' : 'create.prompt')}
      </label>
      <div className="prompt-stack">
        <div className="prompt prompt-under" aria-hidden="true">
          {promptParts(value, words).map(({ text, start, unknown }) =>
            unknown ? <mark key={start}>{text}</mark> : <span key={start}>{text}</span>,
          )}
          {/* A last line break would not open a line. */}
          {'\u200b'}
        </div>
        <textarea
          id={id}
          className="prompt prompt-over"
          value={value}
          rows={1}
          spellCheck={false}
          placeholder={t(sourced ? 'create.from.wordsPlaceholder' : 'create.prompt.placeholder')}
          aria-invalid={left < 0 || undefined}
          aria-describedby={left < WARN_LEFT ? `${id}-left` : undefined}
          onChange={(event) => onValue(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.ctrlKey || event.metaKey)) return
            event.preventDefault()
            onSubmit()
          }}
        />
      </div>
      {left < WARN_LEFT ? (
        <p id={`${id}-left`} className={left < 0 ? 'field-error' : 'field-hint'}>
          {left < 0 ? t('create.make.why.long') : t('create.prompt.left', { count: left })}
        </p>
      ) : null}
    </div>
  )
}
