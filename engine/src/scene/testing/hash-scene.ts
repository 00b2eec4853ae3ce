import { createHash } from 'node:crypto'
import { renderScene } from '../render-scene.ts'
import { plainPlan, type SceneWishes } from './plain-plan.ts'

/** sha-256 of a scene's pixels. */
export const hashScene = (wishes: SceneWishes, seed: number): string =>
  createHash('sha256')
    .update(renderScene(plainPlan(wishes), seed).rgba)
    .digest('hex')
