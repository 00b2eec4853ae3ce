import { PI } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { box } from '../../../shape/loft.ts'
import type { Streams } from '../../../streams.ts'
import { type Rgb, times } from '../../../vector.ts'
import { type Aspect, openSite, type Site } from '../../nature/site.ts'
import { axesOf, type Place, sheet } from '../place.ts'
import { archHeight } from '../prop/arch.ts'
import { type Opening, piercedWall } from '../prop/pierced-wall.ts'

/** A room along z; the eye is at 0. */
export type Room = {
  readonly site: Site
  /** Half its width, where it begins behind the eye and ends, and its height; metres. */
  readonly half: number
  readonly near: number
  readonly far: number
  readonly height: number
}

/** A window as light and weather see it: its middle, its size, and which way is out. */
export type Window = {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly width: number
  readonly height: number
  readonly outX: number
  readonly outZ: number
}

export type Shell = {
  readonly wall: Paint
  readonly ceiling: Paint
  /** Bars of the windows. */
  readonly frame: Paint
  readonly thick: number
  readonly left?: readonly Opening[]
  readonly right?: readonly Opening[]
  readonly ahead?: readonly Opening[]
  /** Metres between bars. */
  readonly panes: number
}

/** A site whose lamps burn at any hour. */
export function openRoom(brief: Brief, streams: Streams, aspect: (side: 1 | -1) => Aspect): Site {
  return { ...openSite(brief, streams, aspect), lit: true }
}

/** Something long and square by the axes of a place: its middle along, its bottom, its middle into. */
export function part(
  mesh: MeshBuilder,
  place: Place,
  [along, up, into]: readonly [number, number, number],
  [width, height, depth]: readonly [number, number, number],
  paint: Paint,
): void {
  const [x, y, z] = axesOf(place)(along, up, into)
  box(mesh, { x, y, z, width, height, depth, turn: place.turn, paint })
}

/** Walls with windows, a wall behind the eye and a ceiling. Returns the windows. */
export function shell({ site, half, near, far, height }: Room, shell: Shell): Window[] {
  const { mesh } = site
  const { wall, ceiling, frame, thick, left = [], right = [], ahead = [], panes } = shell
  const middle = (near + far) / 2
  const windows: Window[] = []
  const side = (hand: number, openings: readonly Opening[]) => {
    const place: Place = { x: hand * (half + thick / 2), y: 0, z: middle, turn: PI / 2 }
    piercedWall(mesh, { place, length: far - near + thick * 2, thick, foot: 0.2, top: height + 0.3, openings, paint: wall })
    for (const opening of openings) {
      bars(mesh, place, opening, frame, panes)
      windows.push({ ...measures(opening), x: hand * (half + thick / 2), z: middle + opening.along, outX: hand, outZ: 0 })
    }
  }
  side(-1, left)
  side(1, right)
  const end: Place = { x: 0, y: 0, z: far + thick / 2, turn: 0 }
  piercedWall(mesh, { place: end, length: half * 2 + thick * 2, thick, foot: 0.2, top: height + 0.3, openings: ahead, paint: wall })
  for (const opening of ahead) {
    bars(mesh, end, opening, frame, panes)
    windows.push({ ...measures(opening), x: opening.along, z: far + thick / 2, outX: 0, outZ: 1 })
  }
  const wide = half + thick
  mesh.use(wall)
  sheet(mesh, [-wide, 0, near], [wide, 0, near], [wide, height, near], [-wide, height, near])
  mesh.use(ceiling)
  for (const up of [0, 0.3])
    sheet(
      mesh,
      [-wide, height + up, near - 0.3],
      [-wide, height + up, far + thick],
      [wide, height + up, far + thick],
      [wide, height + up, near - 0.3],
    )
  return windows
}

function measures({ width, height, sill = 0 }: Opening) {
  return { y: (height + sill) / 2, width, height: height - sill }
}

/** Bars that divide a window into panes. */
function bars(mesh: MeshBuilder, place: Place, opening: Opening, frame: Paint, panes: number): void {
  const { along, width, height, sill = 0, rise = width / 2 } = opening
  const count = Math.max(1, Math.round(width / panes))
  for (let i = 0; i <= count; i++) {
    const a = (i / count - 0.5) * width
    const edge = i === 0 || i === count
    const tall = Math.min(archHeight(opening, a * 0.999), height) - sill
    part(mesh, place, [along + a, sill, 0], [edge ? 0.1 : 0.045, tall, edge ? 0.14 : 0.06], frame)
  }
  const rows = Math.max(1, Math.round((height - sill) / (panes * 1.25)))
  for (let i = 0; i <= rows; i++) {
    const up = sill + (i / rows) * (height - sill)
    const share = up > height - rise ? 1 - (up - height + rise) / rise : 1
    const wide = width * Math.sqrt(Math.max(0, share * (2 - share)))
    if (wide > 0.1) part(mesh, place, [along, up - 0.02, 0], [wide, i === 0 ? 0.1 : 0.045, i === 0 ? 0.2 : 0.06], frame)
  }
}

/** Boards along the room. */
export function boards({ site: { mesh }, half, near, far }: Room, paint: Paint, y = 0): void {
  mesh.use(paint)
  const v = (x: number, z: number) => mesh.vertex(x, y, z, z, x)
  mesh.quad(v(-half, near), v(half, near), v(half, far), v(-half, far))
}

/** Beams across or along under the ceiling. */
export function beams({ site: { mesh }, half, near, far, height }: Room, paint: Paint, apart: number, size: number): void {
  for (let z = far - apart / 2; z > near; z -= apart)
    box(mesh, { x: 0, y: height - size, z, width: half * 2, height: size, depth: size * 0.8, paint })
  for (const hand of [-1, 1])
    box(mesh, {
      x: hand * (half - size / 2),
      y: height - size * 0.8,
      z: (near + far) / 2,
      width: size,
      height: size * 0.8,
      depth: far - near,
      paint,
    })
}

/** Dust in the light, shadow of the sun's windows, and what walls throw back; `tone` is the colour of the room. */
export function roomAir({ site, half, near, far, height }: Room, tone: Rgb, dust = 1): void {
  const { scene } = site
  const bright = 1 - scene.night
  scene.indoors = true
  scene.rain = null
  scene.snow = null
  scene.snowCover = false
  scene.lampBox = [
    [-half - 1, -0.5, near - 1],
    [half + 1, height + 1, far + 1],
  ]
  // an overcast sky throws no shadow outside, but walls keep its light out
  scene.sun.shadow = true
  const radius = Math.sqrt(half * half + ((far - near) * (far - near)) / 4 + (height * height) / 4) + 1
  Object.assign(scene.sun, {
    centre: [0, height / 2, (near + far) / 2],
    radius,
    resolution: 1536,
    normalBias: radius / 500,
    depthBias: radius / 600,
  })
  scene.sun.colour = times(scene.sun.colour, 1.7)
  scene.ambient *= 0.1 + 0.06 * bright
  scene.bounce = times(tone, 0.1 + 0.14 * bright)
  Object.assign(scene.fog, {
    density: 0.0026 * dust,
    haze: 0.0016 * dust,
    thinning: 40,
    far: far * 1.6,
    steps: 26,
    skyMix: 0,
    colour: times(tone, 0.02 + 0.05 * bright),
    sunColour: times(scene.sun.colour, scene.look.name === 'day' ? 1.5 : 0.8),
    sunPhase: 2.2,
    shaft: 1.4,
    shaftShade: 0.7,
    noise: 0.35,
    noiseScale: 0.5,
    sky: 0,
    lamps: 0.5,
  })
  scene.occlusionRadius = 0.9
  scene.grain = 0.016
  scene.bloom = Math.max(scene.bloom, 0.11)
  Object.assign(scene.grade, { key: 0.15, auto: 0.72, contrast: 1.18, vignette: 0.3 })
}

/** Dark, polished or painted wood. */
export const wood = (mesh: MeshBuilder, colour: Rgb, gloss = 0.35): Paint => mesh.paint(plain(colour, gloss, 0.12))
