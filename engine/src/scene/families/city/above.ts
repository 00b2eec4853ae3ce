import { smooth } from '../../../math/dmath.ts'
import { rgb } from '../../../solid/palette.ts'
import type { Brief } from '../../brief.ts'
import { sunAt } from '../../look/look.ts'
import { district } from '../../material/paints.ts'
import { valueFbm2 } from '../../noise.ts'
import type { Scene } from '../../scene.ts'
import type { Streams } from '../../streams.ts'
import { times } from '../../vector.ts'
import { flying } from '../nature/spots.ts'
import { addBlocks } from './blocks.ts'
import { cloudscape } from './cloudscape.ts'
import { addGround } from './ground.ts'
import { addHero } from './hero/hero.ts'
import { openSite } from './site.ts'
import { addSkyExtras } from './sky-extras.ts'
import { addTerrace } from './terrace.ts'
import { addTower } from './tower/tower.ts'
import { addCar, addLane } from './traffic.ts'

const { abs } = Math
const EYE = 235

/** Above a sea of fog: towers as islands, a low sun from the side. */
export function above(brief: Brief, streams: Streams): Scene {
  const frame = streams('camera')
  const side = frame.chance(0.5) ? 1 : -1
  const heroX = side * frame.range(-170, -50)
  const heroZ = frame.range(600, 860)
  const site = openSite(
    brief,
    streams,
    { eye: [0, EYE, 0], target: [-side * frame.range(-2, 6), EYE - 6, 100], fov: frame.range(46, 58), shiftY: frame.range(0.08, 0.22) },
    side * frame.range(10, 22),
  )
  const { scene, mesh } = site
  const dark = scene.night > 0.6
  scene.sky.sun = sunAt(side * frame.range(8, 22), dark ? 30 : 13)
  addGround(mesh, mesh.paint(district()), 0, -200, 9000, 7000)
  addBlocks(site, {
    x: [-2600, 2600],
    z: [-2600, 3800],
    turn: 0.3,
    cell: 96,
    halfWidth: 0.7,
    detailWithin: 1300,
    keep: (x, z) =>
      z > 330 && !(z < heroZ && abs(x - (heroX * z) / heroZ) < 50) && (x - heroX) * (x - heroX) + (z - heroZ) * (z - heroZ) > 110 * 110,
    height(x, z, random) {
      const centre = smooth(0.42, 0.72, valueFbm2(x * 0.0016 + 7, z * 0.0016 + 3 + scene.drift, 2))
      const luck = random.next()
      return 60 + 250 * centre * (0.35 + 0.75 * luck) + (random.chance(0.06) ? 90 : 0)
    },
  })
  addHero(site, {
    ...{ x: heroX, z: heroZ, width: 120, depth: 120, height: 455, turn: 0.3, near: true },
    skin: { wall: rgb('#d8d0c4'), pattern: 3 },
  })
  const random = streams('towers')
  addTower(site, random, 'rounded', { x: heroX + side * 170, z: heroZ + 90, width: 62, depth: 56, height: 400, turn: 0.3, near: true })
  addTower(site, random, 'blade', { x: heroX - side * 120, z: heroZ + 180, width: 58, depth: 50, height: 370, turn: 0.3, near: true })
  addTower(site, random, 'slabs', { x: side * 175, z: 360, width: 54, depth: 48, height: 305, turn: 0.3, near: true })
  addTower(site, random, 'twins', { x: side * 420, z: 1050, width: 90, depth: 80, height: 430, turn: 0.3, near: true })
  addTower(site, random, 'setbacks', { x: -side * 330, z: 560, width: 60, depth: 54, height: 300, turn: 0.3, near: true })
  const trails = scene.night > 0.3 ? 0.9 : 0
  addLane(site, {
    path: [
      [-side * 150, 205, 160],
      [side * 90, 232, 420],
      [side * 150, 250, 1000],
    ],
    gap: 34,
    length: 8,
    trails,
  })
  addLane(site, {
    path: [
      [side * 260, 255, 520],
      [-side * 300, 262, 560],
    ],
    gap: 34,
    length: 8,
  })
  const front = streams('foreground cars')
  const close = { x: -side * front.range(2, 10), y: front.range(226, 236), z: front.range(26, 38) }
  addCar(site, { ...close, heading: 0.65 * side, length: 6.4, bank: -side * 0.2 })
  addCar(site, { x: -side * 26, y: 243, z: 74, heading: 0.7 * side, length: 6 })
  addCar(site, { x: side * 2, y: 221.5, z: 62, heading: 0.65 * side, length: 6 })
  scene.sun = { ...scene.sun, centre: [0, 130, 900], radius: 950, resolution: 2048, normalBias: 1.3 }
  const lake = { density: 0.011, base: 100, thinning: 34, haze: 0.00022, noise: 0.9, noiseScale: 0.0052 }
  scene.fog = { ...scene.fog, ...lake, far: 3200, steps: 34, shaft: 1, shaftShade: 0.35 }
  if (scene.look.name === 'fog') scene.fog = { ...scene.fog, sunColour: times(scene.fog.sunColour, 0.62), skyMix: 0.42 }
  scene.occlusionRadius = 8
  scene.clouds = cloudscape(site, {
    ...{ bottom: 1500, top: 2100, soft: 0.2, base: 0.3, density: 0.003, fade: 16000, stretch: 3 },
    sunColour: times(scene.sun.colour, 0.5),
    ambientColour: times(scene.sky.middle, 0.5),
  })
  addSkyExtras(site, 1500)
  addTerrace(site, -side)
  flying(scene, [
    [side * 10, EYE + 7, 44, 5],
    [side * 22, EYE + 14, 84, 8],
  ])
  return scene
}
