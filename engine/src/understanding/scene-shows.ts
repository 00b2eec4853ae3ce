import type { SceneFamily, SceneFeature } from '@daedal/protocol/generation/scene-plan'

type Shown = SceneFeature | 'accent' | 'density'

const list = (text: string) => new Set(text.split(' ') as Shown[])

/** What a wish changes in each family's pictures. */
const SHOWN: Readonly<Record<SceneFamily, ReadonlySet<Shown>>> = {
  city: list('flying-cars towers neon bridge people birds clouds stars lightning accent density'),
  lake: list('trees birds clouds stars aurora density accent'),
  mountain: list('trees birds clouds stars aurora waterfall ruins density accent'),
  forest: list('trees birds waterfall ruins density accent'),
  cabin: list('trees birds stars aurora density accent'),
  desert: list('ruins birds clouds stars density accent'),
  coast: list('birds clouds lightning stars density accent'),
  islands: list('trees birds clouds waterfall ruins stars density accent'),
}

/** Whether a family's picture can show what was asked for. */
export const canShow = (family: SceneFamily, what: Shown): boolean => SHOWN[family].has(what)
