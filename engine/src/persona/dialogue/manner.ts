import type { Knowledge } from '../knowledge/knowledge.ts'

/**
 * The letters before the bar of a line, and when a persona fits them:
 * w warm, c cold, t terse, k talkative, f formal, s casual (modern worlds only), a old-world, m modern, y shy, h humorous, g gloomy, j cheerful.
 */
export function manners({ style, era }: Pick<Knowledge, 'style' | 'era'>): ReadonlySet<string> {
  const fits: Readonly<Record<string, boolean>> = {
    w: style.warm > 0.25,
    c: style.warm < -0.25,
    t: style.chatty < -0.3,
    k: style.chatty > 0.3,
    f: style.formal > 0.3,
    s: style.formal < -0.2 && era === 'modern',
    a: era === 'fantasy' || era === 'historic' || era === 'ancient-chinese' || style.archaic > 0.5,
    m: era === 'modern',
    y: style.shy > 0.3,
    h: style.humour > 0.3,
    g: style.cheer < -0.3,
    j: style.cheer > 0.3,
  }
  return new Set(Object.keys(fits).filter((letter) => fits[letter]))
}
