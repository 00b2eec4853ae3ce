import type { SceneStyle } from '@daedal/protocol/generation/scene-plan'
import type { Scene } from '../scene.ts'
import type { DrawnFrame } from './drawn-frame.ts'
import { drawInk } from './ink.ts'
import { drawLowPoly } from './low-poly.ts'
import { drawNeon } from './neon.ts'
import { drawPainting } from './painting.ts'
import { drawPixels } from './pixel.ts'
import { drawStorybook } from './storybook.ts'

/** A way to draw a scene. */
export type Style = {
  /** Suits the scene to it before it is rendered. */
  readonly prepare: (scene: Scene) => void
  /** Redraws a display-ready picture (sRGB 0..1, three numbers a pixel); calls `onProgress` with the share done. */
  readonly draw: (display: Float32Array, frame: DrawnFrame, seed: number, onProgress: (fraction: number) => void) => Float32Array
}

export const STYLES: Record<SceneStyle, Style> = {
  photo: { prepare() {}, draw: (display) => display },
  painterly: {
    prepare(scene) {
      scene.grain = 0.006
      scene.grade = { ...scene.grade, saturation: scene.grade.saturation * 1.12, key: scene.grade.key * 1.08 }
    },
    draw: drawPainting,
  },
  ink: {
    prepare(scene) {
      scene.grain = 0.008
      scene.rain = null
      scene.snow = null
      scene.bloom *= 0.25
      scene.grade = { ...scene.grade, vignette: 0, key: scene.grade.key * 1.7, contrast: 1.1 }
      scene.fog = { ...scene.fog, density: scene.fog.density * 0.7 }
    },
    draw: drawInk,
  },
  pixel: {
    prepare(scene) {
      scene.grain = 0
      scene.grade = { ...scene.grade, contrast: scene.grade.contrast * 1.05 }
    },
    draw: drawPixels,
  },
  'low-poly': {
    prepare(scene) {
      scene.grain = 0
      scene.rain = null
      scene.snow = null
      scene.grade = { ...scene.grade, key: scene.grade.key * 1.08 }
    },
    draw: drawLowPoly,
  },
  neon: {
    prepare(scene) {
      scene.grain = 0.008
      scene.grade = { ...scene.grade, vignette: scene.grade.vignette * 0.5 }
    },
    draw: drawNeon,
  },
  storybook: {
    prepare(scene) {
      scene.grain = 0.004
      scene.rain = null
      scene.snow = null
      scene.bloom *= 0.4
      scene.grade = { ...scene.grade, vignette: 0, key: scene.grade.key * 1.35 }
      scene.fog = { ...scene.fog, density: scene.fog.density * 0.8 }
    },
    draw: drawStorybook,
  },
}
