import type { PlanChanges } from '@daedal/protocol/generation/api'
import type { GenerationPlan } from '@daedal/protocol/generation/plan'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { LinkButton } from '../ui/button.tsx'
import { ColourChoice } from '../ui/colour-choice.tsx'
import { SelectField } from '../ui/field.tsx'
import { WordToggles } from '../ui/word-toggles.tsx'
import { settingsOf } from './plan-settings.ts'
import { ThingsEditor } from './things-editor.tsx'

/**
 * A plan, setting by setting. A change wins over the words, and over a source, until it is taken back. Loads the engine's tables of what
 * can be shown with itself: import it lazily.
 */
export function PlanEditor({
  plan: planned,
  changes,
  sourced,
  onChanges,
}: {
  plan: GenerationPlan
  changes: PlanChanges
  /** It begins with the plan of something made before. */
  sourced: boolean
  onChanges: (changes: PlanChanges) => void
}) {
  const t = useText()
  const language = useLanguage()
  // What was chosen stands there at once; the service's answer says the same a moment later.
  const plan = { ...planned, ...changes } as GenerationPlan
  const settings = settingsOf(plan)
  const words = { language, t }
  const settingOf = (key: string) => (plan as Record<string, unknown>)[key]
  const change = (key: string, value: unknown) => onChanges({ ...changes, ...settings.change(plan, key, value) })
  const changed = Object.keys(changes).length
  const colours = settings.colours(plan)
  return (
    <>
      <p className="note">
        {t(sourced ? 'create.plan.noteSource' : 'create.plan.note')}{' '}
        {changed > 0 ? (
          <LinkButton onClick={() => onChanges({})}>{t(sourced ? 'create.plan.resetSource' : 'create.plan.reset')}</LinkButton>
        ) : null}
      </p>
      <div className="plan-fields">
        {settings.choices(plan, words).map(({ key, label, options }) => (
          <SelectField
            key={key}
            label={t(label)}
            value={String(settingOf(key) ?? options[0]?.value)}
            options={options}
            onValue={(value) => change(key, value)}
          />
        ))}
      </div>
      {plan.kind === 'scene' ? <ThingsEditor plan={plan} onThings={(things) => change('things', things)} /> : null}
      {colours.length ? (
        <>
          <p className="lab">{t('create.plan.colours')}</p>
          <div className="plan-fields">
            {colours.map(({ key, label }) => (
              <ColourChoice
                key={key}
                label={t(label)}
                value={settingOf(key) as string}
                chance={t('create.plan.colour.chance', { thing: t(label) })}
                onValue={(value) => change(key, value)}
              />
            ))}
          </div>
        </>
      ) : null}
      {settings.several(plan, words).map(({ key, label, options, most }) => {
        const chosen = settingOf(key) as string[]
        const full = chosen.length >= most
        return options.length ? (
          <div key={key}>
            <p className="lab">{t(label)}</p>
            <WordToggles
              label={t(label)}
              chosen={chosen}
              options={options.map((option) => ({ ...option, disabled: full && !chosen.includes(option.value) }))}
              onToggle={(value, on) => change(key, on ? [...chosen, value] : chosen.filter((other) => other !== value))}
            />
          </div>
        ) : null
      })}
    </>
  )
}
