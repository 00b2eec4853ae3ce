import { THING_WORDS } from '@daedal/engine/scene/thing/thing-words'
import type { ScenePlan } from '@daedal/protocol/generation/scene-plan'
import { type SceneThing, sceneThings, THINGS_OF_A_KIND } from '@daedal/protocol/generation/scene-things'
import { type Language, useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { ColourChoice } from '../ui/colour-choice.tsx'
import { SelectField } from '../ui/field.tsx'
import { compositionsOf } from './settle-scene.ts'

/** Most different things in one plan. */
const MOST_THINGS = 6
const numbers = Array.from({ length: THINGS_OF_A_KIND }, (_, index) => String(index + 1))

/** What a thing is called. */
const nameOf = (thing: SceneThing, language: Language): string =>
  language === 'zh' ? (THING_WORDS[thing].zh.split('、')[0] as string) : THING_WORDS[thing].one

/** Things placed in a scene: each with its number and its colour. Only those are offered that there is room for. */
export function ThingsEditor({ plan, onThings }: { plan: ScenePlan; onThings: (things: ScenePlan['things']) => void }) {
  const t = useText()
  const language = useLanguage()
  const { things } = plan
  const full = things.length >= MOST_THINGS
  const addable = full
    ? []
    : sceneThings.filter(
        (thing) =>
          !things.some((known) => known.thing === thing) &&
          compositionsOf({ ...plan, things: [...things, { thing, count: 1, colour: '' }] }).length > 0,
      )
  const put = (at: number, next: Partial<ScenePlan['things'][number]>) =>
    onThings(things.map((thing, index) => (index === at ? { ...thing, ...next } : thing)))
  return (
    <>
      <p className="lab">{t('create.plan.things')}</p>
      {things.length ? (
        <ul className="things">
          {things.map(({ thing, count, colour }, at) => {
            const name = nameOf(thing, language)
            return (
              <li key={thing}>
                <span>{name}</span>
                <select
                  aria-label={t('create.plan.things.count', { thing: name })}
                  value={String(count)}
                  onChange={(event) => put(at, { count: Number(event.target.value) })}
                >
                  {numbers.map((number) => (
                    <option key={number}>{number}</option>
                  ))}
                </select>
                <ColourChoice
                  label={<span className="vh">{t('create.plan.things.colour', { thing: name })}</span>}
                  value={colour}
                  chance={t('create.plan.colour.chance', { thing: name })}
                  onValue={(value) => put(at, { colour: value })}
                />
                <button
                  type="button"
                  className="iconbtn"
                  aria-label={t('act.remove', { what: name })}
                  onClick={() => onThings(things.filter((_, index) => index !== at))}
                >
                  ×
                </button>
              </li>
            )
          })}
        </ul>
      ) : (
        <p className="note">{t('create.plan.things.none')}</p>
      )}
      {addable.length ? (
        <SelectField
          label={t('create.plan.things.add')}
          value=""
          options={[
            { value: '', text: t('create.plan.things.choose') },
            ...addable.map((thing) => ({ value: thing as string, text: nameOf(thing, language) })),
          ]}
          onValue={(value) => value && onThings([...things, { thing: value as SceneThing, count: 1, colour: '' }])}
        />
      ) : (
        <p className="note">{full ? t('create.plan.things.full', { most: MOST_THINGS }) : t('create.plan.things.noRoom')}</p>
      )}
    </>
  )
}
