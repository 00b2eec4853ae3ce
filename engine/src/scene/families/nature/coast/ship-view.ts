import { PI, sin, smooth } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import type { Scene } from '../../../scene.ts'
import type { Streams } from '../../../streams.ts'
import { times } from '../../../vector.ts'
import { seaSurface } from '../ground/sea-surface.ts'
import { seaOf } from '../paints.ts'
import { birds } from '../prop/birds.ts'
import { sailingShip } from '../prop/sailing-ship.ts'
import { openSite } from '../site.ts'
import { cumulus } from '../sky.ts'
import { floating, flying, inSight } from '../spots.ts'
import { forceOf } from './lighthouse-view.ts'
import { lightning } from './lightning.ts'
import { calmed, createSwell } from './swell.ts'

/** A three-master under sail on the open sea; in a storm she runs under reefed sails. */
export function shipView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(3.6, 8.5)
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [0, eye, 0],
      target: [0, eye + layout.range(1, 3), 100],
      fov: layout.range(42, 54),
      shiftY: layout.range(0.1, 0.2),
      roll: side * 0.01,
    },
    azimuth: side * (brief.mood.time === 'day' ? layout.range(70, 120) : layout.range(16, 46)),
  }))
  const { mesh, scene, side, dim } = site
  const { weather } = brief.mood
  const stormy = weather === 'storm'
  const force = forceOf(weather)
  const swell = createSwell(streams('swell'), side * 0.6, force)
  const x = -side * layout.range(0, 14)
  const z = layout.range(78, 118)
  const length = 44
  const light = dim && !stormy ? 0.4 : 1
  const wake = (px: number, pz: number) => {
    const along = (px - x) * side
    const across = pz - z - 2
    const bow = smooth(5.2, 1.4, Math.abs(across)) * smooth(26, 14, Math.abs(along))
    const trail = along < -18 ? smooth(3 + (-along - 18) * 0.16, 0, Math.abs(across)) * smooth(-90, -22, along) : 0
    return Math.max(bow * 0.8, trail * (0.55 + 0.3 * sin(along * 0.7)))
  }
  seaSurface(mesh, scene.camera, {
    paint: mesh.paint(
      stormy || dim
        ? seaOf({ deep: times([0.006, 0.02, 0.026], light), crest: times([0.02, 0.1, 0.085], light) })
        : seaOf({ deep: [0.008, 0.045, 0.07], crest: [0.03, 0.15, 0.14], foam: 0.9 }),
    ),
    near: 3,
    far: 2800,
    rows: 430,
    columns: 370,
    halfWidth: 0.64,
    height: (px, pz) => swell(px, pz) * calmed(pz),
    shore: (px, pz) => {
      const foam = wake(px, pz)
      return foam > 0.05 ? foam : -1
    },
  })
  sailingShip(site, {
    x,
    y: swell(x, z) * 0.5 + 0.3,
    z,
    turn: side > 0 ? -layout.range(0.1, 1) : PI + layout.range(0.1, 1),
    heel: side * (0.05 + 0.09 * force),
    pitch: layout.range(-0.02, 0.05),
    length,
    sail: brief.accent ?? layout.pick(SAILS),
    hull: layout.pick(HULLS),
    reefed: stormy,
  })
  const flash = stormy && brief.allows('lightning') ? lightning(site, side * 470, 1500) : null
  if (scene.rain) scene.rain = { drops: scene.rain.drops, slant: -side * 0.3 }
  scene.clouds = cumulus(site, {
    bottom: 600,
    top: 1500,
    frequency: 0.0016,
    cover: weather === 'clear' ? 0.47 : 0.8,
    soft: 0.18,
    density: 0.01,
    far: 12000,
    fade: 10000,
    stretch: 1.6,
    banks: 0.6,
    steps: 24,
    resolution: 180,
    ...(stormy ? { ambientColour: times(scene.sky.horizon, 0.2) } : {}),
    ...(flash ? { flash } : {}),
  })
  Object.assign(scene.fog, {
    far: 2200,
    noise: 0.6,
    noiseScale: 0.012,
    thinning: 24,
    density: weather === 'fog' ? 0.006 : scene.fog.density * 0.6,
    sunPhase: 0.7,
  })
  Object.assign(scene.sun, { shadow: !stormy, centre: [x, 20, z], radius: 60, normalBias: 0.15, depthBias: 0.15 })
  scene.occlusionRadius = 1.6
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 9,
      x: x + side * 26,
      y: 30,
      z: z - 20,
      spread: 14,
      size: 0.8,
      paint: mesh.paint(plain([0.75, 0.77, 0.78])),
    })
  const near = inSight(scene.camera, 0, (away) => side * away * 0.2, 24)
  floating(scene, [
    [side * near * 0.2, near, near * 0.11],
    [side * near * 0.5, near * 1.7, near * 0.2],
    [-side * near * 0.3, near * 1.2, near * 0.1],
  ])
  flying(scene, [[side * 17, 18, 60, 6]])
  return scene
}

const SAILS = [
  [0.62, 0.56, 0.44],
  [0.66, 0.63, 0.56],
  [0.5, 0.38, 0.24],
  [0.4, 0.13, 0.08],
] as const
/** Planks of her sides, and of the band along them. */
const HULLS = [
  ['#5a3a26', '#b08a4c'],
  ['#2a2624', '#c8b890'],
  ['#24303a', '#b0a488'],
  ['#4c2a1c', '#8c3a24'],
] as const
