import type { PersonaSummary } from '@daedal/protocol/generation/api'
import { type FormEvent, useId, useState } from 'react'
import { describeProblem } from '../lib/problem.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { WordChoice } from '../ui/choice.tsx'
import { Dialog, DialogBody } from '../ui/dialog.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { Field } from '../ui/field.tsx'
import { useCreatePersona } from './use-create-persona.ts'
import { emptyPersona, validatePersona } from './validate-persona.ts'

/** Asks who a persona is, and makes it. */
export function PersonaDialog({ onClose, onMade }: { onClose: () => void; onMade: (persona: PersonaSummary) => void }) {
  const t = useText()
  const language = useLanguage()
  const form = useId()
  const about = useId()
  const [draft, setDraft] = useState(() => emptyPersona(language))
  const [tried, setTried] = useState(false)
  const { create, pending, error } = useCreatePersona(onMade)
  const { request, faults } = validatePersona(draft)
  const set = (change: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...change }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (request && !pending) create(request)
  }
  return (
    <Dialog
      title={t('personas.new')}
      closeLabel={t('act.close')}
      onClose={onClose}
      footer={
        <Button look="main" type="submit" form={form} busy={pending}>
          {t('personas.create')}
        </Button>
      }
    >
      <form id={form} onSubmit={submit} noValidate>
        <DialogBody>
          <Field
            label={t('personas.name')}
            value={draft.name}
            onValue={(name) => set({ name })}
            maxLength={80}
            error={tried && faults.includes('name') ? t('personas.nameRequired') : null}
          />
          <Field
            label={t('personas.ageField')}
            value={draft.age}
            inputMode="numeric"
            onValue={(age) => set({ age })}
            error={tried && faults.includes('age') ? t('personas.ageWrong') : null}
          />
          <Field label={t('personas.occupation')} value={draft.occupation} onValue={(occupation) => set({ occupation })} maxLength={120} />
          <Field label={t('personas.traits')} value={draft.traits} onValue={(traits) => set({ traits })} hint={t('personas.traitsHint')} />
          <div className="fieldset">
            <label htmlFor={about}>{t('personas.description')}</label>
            <textarea
              id={about}
              className="input"
              maxLength={2_000}
              value={draft.description}
              onChange={(event) => set({ description: event.target.value })}
              aria-describedby={`${about}-hint`}
            />
            <p id={`${about}-hint`} className="field-hint">
              {t('personas.descriptionHint')}
            </p>
          </div>
          <div className="fieldset">
            <span className="label">{t('personas.language')}</span>
            <WordChoice
              label={t('personas.language')}
              value={draft.language}
              onValue={(value) => set({ language: value })}
              options={[
                { value: 'en', text: t('personas.language.en') },
                { value: 'zh', text: t('personas.language.zh') },
              ]}
            />
          </div>
          {error ? <ErrorBanner {...describeProblem(error, language)} /> : null}
        </DialogBody>
      </form>
    </Dialog>
  )
}
