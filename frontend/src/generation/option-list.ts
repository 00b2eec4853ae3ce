import type { TextKey } from '../lib/text/en.ts'
import type { Option, Words } from './plan-settings.ts'

/** Names of values, by value. */
export type Names = Readonly<Record<string, { readonly en: string; readonly zh: string } | undefined>>

const said: Readonly<Record<string, TextKey>> = { '': 'create.plan.chance', any: 'create.plan.chance', none: 'create.plan.none' }

/** Values with their names. Empty and `any` leave the choice to the seed. */
export const optionList = (values: readonly string[], names: Names, { language, t }: Words): Option[] =>
  values.map((value) => ({ value, text: said[value] ? t(said[value]) : (names[value]?.[language] ?? value) }))
