import type { Brief } from '../../brief.ts'
import { type CameraView, createCamera } from '../../camera.ts'
import type { MeshBuilder } from '../../mesh.ts'
import { createScene, type Scene } from '../../scene.ts'
import type { Streams } from '../../streams.ts'
import { aurora } from './aurora.ts'
import { moonlight, overcastAir } from './light.ts'
import type { Season } from './season.ts'

/** What a composition of nature works at. */
export type Site = {
  readonly brief: Brief
  readonly scene: Scene
  readonly mesh: MeshBuilder
  readonly streams: Streams
  /** 1 or -1: the composition as it is, or mirrored. */
  readonly side: 1 | -1
  readonly season: Season
  /** Snow lies. */
  readonly snowy: boolean
  /** Lamps and windows are lit. */
  readonly lit: boolean
  /** Little light: night, blue hour, storm. */
  readonly dim: boolean
}

/** How a composition looks at its site. Degrees; the sun's azimuth is from +z, positive to the right. */
export type Aspect = { readonly view: CameraView; readonly azimuth: number }

/** Opens an empty site; `aspect` is given the side. */
export function openSite(brief: Brief, streams: Streams, aspect: (side: 1 | -1) => Aspect): Site {
  const side = streams('side').chance(0.5) ? 1 : -1
  const { view, azimuth } = aspect(side)
  const scene = createScene(brief, createCamera(view), azimuth)
  const { name } = scene.look
  if (name === 'night') moonlight(scene, azimuth)
  if (name === 'bluehour') scene.ambient *= 1.4
  overcastAir(scene, brief.mood.weather)
  if (!brief.allows('stars')) scene.sky.stars = 0
  if (brief.wants('aurora') && (name === 'night' || name === 'bluehour')) scene.sky.behind = aurora(streams('aurora').range(0, 40))
  const season = seasonOf(brief, streams)
  return {
    brief,
    scene,
    mesh: scene.mesh,
    streams,
    side,
    season,
    snowy: season === 'winter',
    lit: scene.night > 0.2,
    dim: scene.night > 0.45,
  }
}

/** Snow makes winter; blossom and autumn can be asked for; flowers want spring or summer; otherwise mostly summer. */
function seasonOf({ mood, wants }: Brief, streams: Streams): Season {
  const chance = streams('season').next()
  if (mood.weather === 'snow') return 'winter'
  if (wants('blossom')) return 'spring'
  if (wants('autumn')) return 'autumn'
  if (wants('flowers')) return chance < 0.62 ? 'summer' : 'spring'
  return chance < 0.62 ? 'summer' : chance < 0.86 ? 'autumn' : 'spring'
}
