import type { PicturePlan } from '@daedal/protocol/generation/plan'
import type { Picture } from '../src/picture.ts'
import type { RenderOptions } from '../src/render-options.ts'

export const ENGINE: { readonly name: string; readonly version: string }
export function parsePlan(json: unknown): PicturePlan
export function render(plan: PicturePlan, seed: number, options?: RenderOptions): Picture
