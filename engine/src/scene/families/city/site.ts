import type { Prng } from '../../../math/prng.ts'
import { rgb } from '../../../solid/palette.ts'
import type { Brief } from '../../brief.ts'
import { type Camera, type CameraView, createCamera } from '../../camera.ts'
import { emitter } from '../../material/paints.ts'
import type { MeshBuilder, Paint } from '../../mesh.ts'
import { createScene, type Scene } from '../../scene.ts'
import type { Streams } from '../../streams.ts'
import { blend, type Rgb } from '../../vector.ts'

/** A city being built: the scene with what all its parts share. */
export type CitySite = {
  readonly brief: Brief
  readonly streams: Streams
  readonly scene: Scene
  readonly mesh: MeshBuilder
  readonly camera: Camera
  /** Three colours of neon, the first one leading. */
  readonly neons: readonly [Rgb, Rgb, Rgb]
  /** Brightness of neon and of car lamps. */
  readonly neonGain: number
  readonly lampGain: number
  /** Factor on the heights of towers. */
  readonly heights: number
}

const PINK = '#ff2a7a'
const CYAN = '#21e6ff'
const ORANGE = '#ff7a1a'
const VIOLET = '#9a4dff'
const GOLD = '#ffd02a'
const RED = '#ff4040'
/** Neon that looks well together. */
const SETS = [
  [PINK, CYAN, ORANGE],
  [CYAN, VIOLET, GOLD],
  [RED, CYAN, GOLD],
  [PINK, VIOLET, CYAN],
  [ORANGE, CYAN, PINK],
] as const
const WARM_WHITE: Rgb = [1, 0.78, 0.5]

function neonsOf(brief: Brief, random: Prng): CitySite['neons'] {
  const [a, b, c] = random.pick(SETS)
  if (!brief.allows('neon')) return [WARM_WHITE, [1, 0.9, 0.75], WARM_WHITE]
  if (brief.accent) return [brief.accent, blend(brief.accent, rgb(b), 0.45), blend(brief.accent, [1, 1, 1], 0.3)]
  return [rgb(a), rgb(b), rgb(c)]
}

function neonGainOf(brief: Brief, night: number): number {
  const base = night > 0.9 ? 3.2 : night > 0.3 ? 2.2 : night > 0 ? 1.1 : 0.7
  if (!brief.allows('neon')) return base * 0.4
  return brief.wants('neon') || brief.accent ? base * 1.35 : base
}

/** A fresh site. `azimuth`: degrees of the sun from +z, positive to the right. */
export function openSite(brief: Brief, streams: Streams, view: CameraView, azimuth: number): CitySite {
  const camera = createCamera(view)
  const scene = createScene(brief, camera, azimuth)
  scene.skyline = 0.35
  if (brief.wants('stars')) scene.sky.stars = 1
  if (!brief.allows('stars')) scene.sky.stars = 0
  return {
    brief,
    streams,
    scene,
    mesh: scene.mesh,
    camera,
    neons: neonsOf(brief, streams('neon')),
    neonGain: neonGainOf(brief, scene.night),
    lampGain: scene.night > 0.2 ? 1 : 0.3,
    heights: brief.allows('towers') ? (brief.wants('towers') ? 1.12 : 1) : 0.34,
  }
}

/** A lit tube or lamp of a colour. */
export const lit = (site: CitySite, colour: Rgb, gain: number): Paint => site.mesh.paint(emitter(colour, gain))
