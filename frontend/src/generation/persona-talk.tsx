import type { PersonaSummary } from '@daedal/protocol/generation/api'
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { describeProblem } from '../lib/problem.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { AiLabel } from '../ui/ai-label.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { WordChoice } from '../ui/choice.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { useConversation } from './use-conversation.ts'

const MESSAGE_LENGTH = 4_000

/** The conversation with one persona. */
export function PersonaTalk({ persona }: { persona: PersonaSummary }) {
  const t = useText()
  const language = useLanguage()
  const id = useId()
  const { turns, answer, stopped, error, say, stop, forget } = useConversation(persona, language)
  const [text, setText] = useState('')
  const [speaker, setSpeaker] = useState(persona.speakers[0] ?? 'embedded')
  const end = useRef<HTMLLIElement>(null)
  const name = persona.name
  const busy = answer !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: the newest line is shown whenever one comes
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' })
  }, [turns.length, answer])

  const send = (event?: FormEvent) => {
    event?.preventDefault()
    const message = text.trim()
    if (!message || busy) return
    setText('')
    // A message that got no answer comes back into the field; the hook keeps why.
    say(message, speaker).catch(() => setText(message))
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }
  const by = (who: string | null) =>
    who === 'embedded' ? t('personas.by.embedded') : who ? t('personas.by.provider', { speaker: who }) : null

  return (
    <section className="talk" aria-label={t('personas.talk', { name })}>
      <div className="talk-log" role="log" aria-label={t('personas.log', { name })}>
        <ol>
          <li data-role="assistant">
            <b>{name}</b>
            <p>{persona.greeting}</p>
          </li>
          {turns.map((turn, index) => (
            <li key={index} data-role={turn.role}>
              <b>{turn.role === 'user' ? t('personas.you') : name}</b>
              <p>{turn.content}</p>
              {by(turn.speaker) ? <small className="dim">{by(turn.speaker)}</small> : null}
            </li>
          ))}
          {busy ? (
            <li data-role="assistant" aria-busy="true">
              <b>{name}</b>
              <p>{answer || t('personas.answering', { name })}</p>
            </li>
          ) : null}
          <li ref={end} aria-hidden="true" />
        </ol>
      </div>
      {stopped ? (
        <p className="note" role="status">
          {t('personas.stopped')}
        </p>
      ) : null}
      {error ? <ErrorBanner {...describeProblem(error, language)} /> : null}
      <form className="talk-form" onSubmit={send}>
        <label className="vh" htmlFor={id}>
          {t('personas.message', { name })}
        </label>
        <textarea
          id={id}
          className="input"
          rows={2}
          maxLength={MESSAGE_LENGTH}
          value={text}
          placeholder={t('personas.message', { name })}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKey}
        />
        {busy ? (
          <Button onClick={stop}>{t('personas.stop')}</Button>
        ) : (
          <Button look="main" type="submit" why={text.trim() ? null : t('personas.send.why.empty')}>
            {t('personas.send')}
          </Button>
        )}
      </form>
      {persona.speakers.length > 1 ? (
        <>
          <p className="lab">{t('personas.speaker')}</p>
          <WordChoice
            label={t('personas.speaker')}
            value={speaker}
            onValue={setSpeaker}
            options={persona.speakers.map((value) => ({ value, text: value === 'embedded' ? t('personas.speaker.embedded') : value }))}
          />
        </>
      ) : null}
      <p className="note talk-note">
        <AiLabel word={t('ai.word')} how={t('ai.generated')} /> {t('personas.aiNote', { name })} {t('personas.kept')}{' '}
        {turns.length ? <LinkButton onClick={forget}>{t('personas.forget')}</LinkButton> : null}
      </p>
    </section>
  )
}
