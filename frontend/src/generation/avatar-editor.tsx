import type { PlanChanges } from '@daedal/protocol/generation/api'
import type { AvatarPlan } from '@daedal/protocol/generation/avatar-plan'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { LinkButton } from '../ui/button.tsx'
import { ColourChoice } from '../ui/colour-choice.tsx'
import { SelectField } from '../ui/field.tsx'
import { WordToggles } from '../ui/word-toggles.tsx'
import { avatarColours, avatarSettings, featureOptions, optionsOf } from './avatar-settings.ts'

/** The plan of a portrait, setting by setting. A change wins over the words until it is taken back. */
export function AvatarEditor({
  plan,
  changes,
  onChanges,
}: {
  plan: AvatarPlan
  changes: PlanChanges
  onChanges: (changes: PlanChanges) => void
}) {
  const t = useText()
  const language = useLanguage()
  const change = (key: keyof AvatarPlan, value: unknown) => onChanges({ ...changes, [key]: value })
  return (
    <details className="plan">
      <summary>{t('create.plan.title')}</summary>
      <p className="note">
        {t('create.plan.note')}{' '}
        {Object.keys(changes).length > 0 ? <LinkButton onClick={() => onChanges({})}>{t('create.plan.reset')}</LinkButton> : null}
      </p>
      <div className="plan-fields">
        {avatarSettings.map((setting) => (
          <SelectField
            key={setting}
            label={t(`create.plan.${setting}`)}
            value={plan[setting] as string}
            options={optionsOf(setting, language, t)}
            onValue={(value) => change(setting, value)}
          />
        ))}
      </div>
      <p className="lab">{t('create.plan.colours')}</p>
      <div className="plan-fields">
        {avatarColours.map((key) => (
          <ColourChoice
            key={key}
            label={t(`create.plan.${key}`)}
            value={plan[key]}
            chance={t('create.plan.colour.chance', { thing: t(`create.plan.${key}`) })}
            onValue={(value) => change(key, value)}
          />
        ))}
      </div>
      <p className="lab">{t('create.plan.features')}</p>
      <WordToggles
        label={t('create.plan.features')}
        chosen={plan.features}
        options={featureOptions(language)}
        onToggle={(feature, on) =>
          change('features', on ? [...plan.features, feature] : plan.features.filter((other) => other !== feature))
        }
      />
    </details>
  )
}
