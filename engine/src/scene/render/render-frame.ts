import type { Crew } from '../../crew.ts'
import { clamp } from '../../math/dmath.ts'
import { discard } from '../discard.ts'
import type { Meter } from '../meter.ts'
import type { Scene } from '../scene.ts'
import { CLOUD_RESOLUTION, createCloudView } from '../sky/clouds.ts'
import { createDome } from '../sky/dome.ts'
import { createAir } from './air.ts'
import { faceNormals } from './face-normals.ts'
import type { Frame } from './frame.ts'
import { createLampGrid } from './lamp-grid.ts'
import { occlusionOf } from './occlusion.ts'
import { createRaster } from './raster.ts'
import { rasterize } from './rasterize.ts'
import { drawReflection } from './reflection.ts'
import { resolveRow } from './resolve.ts'
import { createShader } from './shader.ts'
import { createShadowMap } from './shadow-map.ts'
import type { Stage } from './stage.ts'

/** Longest side at which helper pictures have the size that scenes give them; smaller pictures need less. */
const FULL_SIDE = 768
const LEAST_DETAIL = 0.25

/** The scene with shadow map, clouds and mirror no finer than a picture of this size can show. */
function fitted(scene: Scene, width: number, height: number): Scene {
  const detail = clamp(Math.max(width, height) / FULL_SIDE, LEAST_DETAIL, 1)
  if (detail === 1) return scene
  const fit = <T extends { readonly resolution?: number }>(part: T | null, usual: number) =>
    part && { ...part, resolution: Math.round((part.resolution ?? usual) * detail) }
  const { sun } = scene
  return {
    ...scene,
    sun: {
      ...sun,
      resolution: Math.round(sun.resolution * detail),
      normalBias: sun.normalBias / detail,
      depthBias: sun.depthBias / detail,
    },
    clouds: fit(scene.clouds, CLOUD_RESOLUTION),
    cloudsBelow: fit(scene.cloudsBelow, CLOUD_RESOLUTION),
    mirror: scene.mirror && { ...scene.mirror, resolution: Math.round(scene.mirror.resolution * detail) },
  }
}

/** Rows between two calls of the caller's hooks. */
const ROWS = 16

export type FrameSteps = {
  readonly meter: Meter
  readonly crew: Crew
  /** Rows `from` (inclusive) to `to` (exclusive) of the radiance are shaded. */
  readonly onRows?: (frame: Frame, from: number, to: number) => void
}

/** Shadow map, visibility, sky, reflection, occlusion, air, then one shading a visible surface. */
export function renderFrame(drawn: Scene, width: number, height: number, { meter, crew, onRows }: FrameSteps): Frame {
  const scene = fitted(drawn, width, height)
  const mesh = scene.mesh.finish()
  const { camera, sky, sun, clouds, cloudsBelow, lampBox, lamps, mirror } = scene
  const dome = createDome(sky)
  const normals = faceNormals(mesh)
  // shadow map, picture and reflection need the places of the vertices one after the other
  const scratch = new Float64Array(mesh.vertexCount * 4)
  meter.stage('shape', 0.1, 0.18)
  const shadow = sun.shadow ? createShadowMap(mesh, sky.sun, sun, crew, scratch, meter.tick) : null
  meter.stage('shape', 0.18, 0.28)
  const raster = createRaster(width * 2, height * 2, crew)
  rasterize(mesh, camera, raster, crew, { onProgress: meter.tick, scratch })
  meter.stage('light', 0.28, 0.35)
  const stage: Stage = {
    crew,
    scene,
    mesh,
    normals,
    dome,
    shadow,
    lamps: lampBox && lamps.length > 0 ? createLampGrid(lamps, lampBox) : null,
    clouds: clouds && createCloudView(clouds, false, sky.sun, dome, camera, crew, meter.tick),
    cloudsBelow: cloudsBelow && createCloudView(cloudsBelow, true, sky.sun, dome, camera, crew, meter.tick),
  }
  meter.stage('light', 0.35, 0.43)
  const reflection = mirror && drawReflection(stage, mirror, raster, scratch, meter.tick)
  discard(scratch)
  meter.stage('light', 0.43, 0.47)
  const openness = occlusionOf(stage, raster, meter.tick)
  meter.stage('light', 0.47, 0.58)
  const air = createAir(stage, raster, meter.tick)
  meter.stage('light', 0.58, 0.88)
  const pixels = width * height
  const frame: Frame = {
    width,
    height,
    radiance: crew.floats(pixels * 3),
    depth: crew.floats(pixels),
    triangle: crew.ints(pixels),
    mesh,
    normals,
    camera,
  }
  const shader = createShader(stage, { camera, width, height, openness, air, reflection })
  const work = (from: number, to: number) => {
    for (let y = from; y < to; y++) resolveRow(frame, raster, shader, y)
    onRows?.(frame, from, to)
  }
  crew.rows(height, ROWS, work, meter.tick)
  discard(raster.inverseDepth)
  discard(raster.triangle)
  return frame
}
