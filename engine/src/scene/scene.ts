import type { SceneThing } from '@daedal/protocol/generation/scene-things'
import type { Brief } from './brief.ts'
import type { Camera } from './camera.ts'
import type { Fog, Grade, Look, Sky } from './look/look.ts'
import { lookOf } from './look/weather.ts'
import type { MaterialId } from './material/material-id.ts'
import type { Surfaces } from './material/surfaces.ts'
import { createMesh, type MeshBuilder } from './mesh.ts'
import type { Rgb, Vec3 } from './vector.ts'

/** Sunlight and its shadow map: a square of half-width `radius` round `centre`. Lengths in metres. */
export type Sunlight = {
  colour: Rgb
  shadow: boolean
  centre: Vec3
  radius: number
  /** Texels across. */
  resolution: number
  /** Shadow is looked up this far off the surface, and this much nearer the sun. */
  normalBias: number
  depthBias: number
}

/** A small light without shadow; it lights walls and air within `range`. */
export type Lamp = { readonly x: number; readonly y: number; readonly z: number; readonly colour: Rgb; readonly range: number }

/** A bright point with a halo. `size` in metres; `fade` thins it a metre of distance. */
export type Glow = {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly colour: Rgb
  readonly intensity: number
  readonly size: number
  readonly fade?: number
}

/** A soft ball of smoke, spray or mist. */
export type Puff = {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly size: number
  readonly opacity: number
  readonly colour: Rgb
}

/** A beam of light from a point along a unit direction. */
export type Beam = { readonly from: Vec3; readonly along: Vec3; readonly intensity: number }

/** A slab of clouds between two heights. */
export type Clouds = {
  /** Heights of its bottom and top. */
  readonly bottom: number
  readonly top: number
  /** Features a metre. */
  readonly frequency: number
  /** Shifts the pattern. */
  readonly variant: number
  /** 0 clear to 1 closed. */
  readonly cover: number
  /** Softness of edges. */
  readonly soft: number
  /** Share of the height where they are densest. */
  readonly base: number
  /** Extinction a metre. */
  readonly density: number
  /** Nothing beyond `far`; they fade into the sky by e every `fade` metres. */
  readonly far: number
  readonly fade: number
  readonly sunColour: Rgb
  readonly ambientColour: Rgb
  /** Bright rims towards the sun. */
  readonly silver: number
  /** Strength of gaps and banks. */
  readonly banks?: number
  readonly stretch?: number
  readonly flatten?: number
  readonly octaves?: number
  readonly steps?: number
  /** Pixels across of the marched picture. */
  readonly resolution?: number
  /** Light of lightning inside. */
  readonly flash?: (x: number, y: number, z: number) => number
}

/** Falling rain or snow in the picture. */
export type Rainfall = { readonly drops: number; readonly slant: number }
export type Snowfall = {
  readonly flakes: number
  readonly colour: Rgb
  /** Times the size of single flakes on a quiet day. */
  readonly size?: number
}

/**
 * Room for a thing that the prompt names: seen from the camera, near enough to be recognised, with nothing in the way. `y` is the height of
 * the ground or water there, or of the middle of the air; `radius` is free in metres. The best spot of a ground comes first.
 */
export type Spot = {
  readonly ground: 'land' | 'water' | 'air'
  readonly x: number
  readonly y: number
  readonly z: number
  readonly radius: number
  /** How much larger than life things may be here, where people or furniture stand by; left out, as much as they need to be recognised. */
  readonly most?: number
  /** A place made for one thing: nothing else takes it, and it stays there. */
  readonly only?: SceneThing
}

/** Everything that is drawn, as data. Families fill it and never touch a pixel. */
export type Scene = {
  readonly mesh: MeshBuilder
  readonly camera: Camera
  readonly look: Look
  sky: Sky
  sun: Sunlight
  fog: Fog
  grade: Grade
  /** 0 day to 1 night. */
  night: number
  ambient: number
  /** Light from the ground. */
  bounce: Rgb
  bloom: number
  grain: number
  readonly lamps: Lamp[]
  /** Lights of single things near the eye, exact where `lamps` are coarse. */
  readonly nearLights: Lamp[]
  /** Each lamp lights what faces it, as a room with few lamps needs; else their light is read 3 metres off a surface, as streets with many do. */
  indoors: boolean
  /** Where lamps act: least and greatest corner. */
  lampBox: readonly [Vec3, Vec3] | null
  readonly glows: Glow[]
  readonly puffs: Puff[]
  readonly beams: Beam[]
  readonly spots: Spot[]
  clouds: Clouds | null
  /** Seen where the view goes down. */
  cloudsBelow: Clouds | null
  /** A level mirror such as a lake: all triangles of one material at a height. */
  mirror: { readonly height: number; readonly material: MaterialId; readonly resolution: number } | null
  rain: Rainfall | null
  snow: Snowfall | null
  /** Reach of ambient occlusion, metres. */
  occlusionRadius: number
  /** Glass mirrors a dark skyline below its horizon, this bright; null mirrors the open sky. */
  skyline: number | null
  /** Roofs and tops carry snow. */
  snowCover: boolean
  surfaces: Surfaces
  /** Shifts the patterns of large grounds, 0..255. */
  drift: number
}

/** An empty scene in the brief's mood. Degrees; azimuth of the sun from +z, positive to the right. */
export function createScene(brief: Brief, camera: Camera, azimuth: number): Scene {
  const look = lookOf(brief.mood, azimuth, brief.seed)
  const { weather } = brief.mood
  return {
    mesh: createMesh(brief.pulse),
    camera,
    look,
    sky: look.sky,
    sun: { colour: look.sunColour, shadow: true, centre: [0, 0, 300], radius: 500, resolution: 1536, normalBias: 0.6, depthBias: 0.6 },
    fog: look.fog,
    grade: look.grade,
    night: look.night,
    ambient: look.ambient,
    bounce: [0.12, 0.11, 0.1],
    bloom: look.bloom,
    grain: 0.02,
    lamps: [],
    nearLights: [],
    indoors: false,
    lampBox: null,
    glows: [],
    puffs: [],
    beams: [],
    spots: [],
    clouds: null,
    cloudsBelow: null,
    mirror: null,
    rain: weather === 'rain' ? { drops: 1500, slant: -0.12 } : weather === 'storm' ? { drops: 1900, slant: -0.3 } : null,
    snow: weather === 'snow' ? { flakes: 1900, colour: look.night > 0.4 ? [0.3, 0.36, 0.5] : [0.95, 0.97, 1], size: 1.8 } : null,
    occlusionRadius: 3,
    skyline: null,
    snowCover: weather === 'snow',
    surfaces: {},
    drift: brief.seed & 255,
  }
}
