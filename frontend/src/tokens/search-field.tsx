import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useText } from '../lib/text/use-text.ts'
import { Icon } from '../ui/icon.tsx'

const pauseMs = 350

/** The search, in the display face. It searches when the person pauses or presses Enter. */
export function SearchField({ value, onSearch, count }: { value: string; onSearch: (words: string) => void; count: string | null }) {
  const t = useText()
  const [words, setWords] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => setWords(value), [value])
  useEffect(() => () => clearTimeout(timer.current), [])
  const change = (next: string) => {
    setWords(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onSearch(next.trim()), pauseMs)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    clearTimeout(timer.current)
    onSearch(words.trim())
  }
  return (
    <search>
      <form className="find" onSubmit={submit}>
        <label>
          <span className="vh">{t('browse.search')}</span>
          <span className="field">
            <Icon name="search" size={24} />
            <input
              type="search"
              value={words}
              maxLength={200}
              placeholder={t('browse.placeholder')}
              enterKeyHint="search"
              autoComplete="off"
              onChange={(event) => change(event.target.value)}
            />
          </span>
        </label>
        <p className="nophone mute find-count" aria-live="polite">
          {count}
        </p>
      </form>
    </search>
  )
}
