import type { WorldPlan } from '@daedal/protocol/generation/world-plan'
import type { PlanLanguage } from './describe-plan.ts'
import { HOUR_PHRASES, LAYOUT_PHRASES, PLACE_PHRASES, PROP_PHRASES } from './world-words.ts'

/** One sentence that says what a world of the plan is, for people who cannot see it and for search. */
export function describeWorld(plan: WorldPlan, language: PlanLanguage): string {
  const place = PLACE_PHRASES[plan.place][language]
  const layout = LAYOUT_PHRASES[plan.layout]?.[language]
  const time = plan.time === 'any' ? '' : HOUR_PHRASES[plan.time][language]
  const props = plan.props.map((prop) => PROP_PHRASES[prop][language])
  if (language === 'zh')
    return `${['可行走的世界：', time, place].join('')}${layout ? `，${layout}` : ''}${props.length > 0 ? `，有${props.join('、')}` : ''}。`
  const where = [place, layout, time].filter(Boolean).join(' ')
  const last = props.at(-1)
  const things = props.length > 1 ? `${props.slice(0, -1).join(', ')} and ${last}` : last
  return `A world to walk in: ${where}${things ? `, with ${things}` : ''}.`
}
