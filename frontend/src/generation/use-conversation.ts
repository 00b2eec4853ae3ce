import type { PersonaSummary } from '@daedal/protocol/generation/api'
import { useEffect, useRef, useState } from 'react'
import { api } from '../lib/api.ts'
import { readStored, writeStored } from '../lib/stored.ts'
import type { Language } from '../lib/text/language.ts'
import { historyOf, readTurns, storedAs, type Turn } from './conversation.ts'

/** A conversation with one persona, kept in this browser alone. */
export function useConversation(persona: PersonaSummary, language: Language) {
  const [turns, setTurns] = useState<Turn[]>(() => readTurns(readStored(storedAs(persona.id))))
  /** The answer as far as it has come; null when nobody is speaking. */
  const [answer, setAnswer] = useState<string | null>(null)
  const [stopped, setStopped] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const keep = (next: Turn[]) => {
    setTurns(next)
    writeStored(storedAs(persona.id), next.length ? next : null)
  }

  async function say(message: string, speaker: string | undefined): Promise<void> {
    if (running.current) return
    const controller = new AbortController()
    running.current = controller
    const before = turns
    const asked: Turn[] = [...before, { role: 'user', content: message, speaker: null }]
    let heard = ''
    setError(null)
    setStopped(false)
    setAnswer('')
    setTurns(asked)
    try {
      const body = { message, history: historyOf(before), language, ...(speaker ? { speaker } : {}) }
      const reply = await api.chat(
        persona.id,
        body,
        (text) => {
          heard += text
          setAnswer(heard)
        },
        { signal: controller.signal },
      )
      keep([...asked, { role: 'assistant', content: reply.text, speaker: reply.speaker }])
    } catch (cause) {
      if (controller.signal.aborted) {
        setStopped(true)
        keep(heard ? [...asked, { role: 'assistant', content: heard, speaker: null }] : asked)
      } else {
        // What was said stays on screen, so that it can be said again.
        setTurns(before)
        setError(cause)
        throw cause
      }
    } finally {
      running.current = null
      setAnswer(null)
    }
  }

  return {
    turns,
    answer,
    stopped,
    error,
    say,
    stop: () => running.current?.abort(),
    forget: () => {
      running.current?.abort()
      setError(null)
      setStopped(false)
      keep([])
    },
  }
}
