import type { ScenePlan } from '@daedal/protocol/generation/scene-plan'

/** What a test says of a scene. */
export type SceneWishes = Partial<ScenePlan> & Pick<ScenePlan, 'family' | 'composition'>

/** A small picture by day under a clear sky, with nothing asked for but what the wishes say. */
export const plainPlan = (wishes: SceneWishes): ScenePlan => ({
  kind: 'scene',
  engineVersion: 'test',
  hero: '',
  time: 'day',
  weather: 'clear',
  style: 'photo',
  density: 'sparse',
  features: [],
  without: [],
  things: [],
  accent: '',
  size: { w: 40, h: 40 },
  ...wishes,
})
