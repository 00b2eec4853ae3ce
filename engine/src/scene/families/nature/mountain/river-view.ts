import { mix, sin, smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { MATERIAL } from '../../../material/material-id.ts'
import { plain } from '../../../material/paints.ts'
import { fbm2, ridged2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { lakeSurface } from '../ground/lake-surface.ts'
import { ground, lakeOf, stoneOf } from '../paints.ts'
import { broadleaf } from '../plant/broadleaf.ts'
import { conifer } from '../plant/conifer.ts'
import { meadow } from '../plant/meadow.ts'
import { trees } from '../plant/tree-paints.ts'
import { birds } from '../prop/birds.ts'
import { boulder } from '../prop/boulder.ts'
import { rowingBoat } from '../prop/rowing-boat.ts'
import { FOREST_FLOOR } from '../season.ts'
import { openSite, type Site } from '../site.ts'
import { floating, flying, inSight, type Room, standing, withKnolls } from '../spots.ts'
import { mountainAir } from './mountain-air.ts'

const HULLS = [rgb('#7a2a1c'), rgb('#1f4a5c'), rgb('#8a6a3c')] as const

type Land = (x: number, z: number) => number
/** The river's middle across at a distance, and metres from its edge: negative in the water. */
type Course = { readonly middle: (z: number) => number; readonly ashore: Land }

/** Bends that grow with distance: seen from the bluff they lie one behind the other. */
function courseOf({ streams, side }: Site): Course {
  const random = streams('course')
  const half = random.range(14, 20)
  const sway = random.range(24, 38)
  const wind = random.range(0.021, 0.031)
  const bend = random.range(2.2, 3.9)
  const lean = random.range(-0.05, 0.08)
  const middle = (z: number) =>
    side * (9 + sway * sin(z * wind + bend) * smooth(20, 110, z) * (1 + z * 0.0016) + 7 * sin(z * 0.061 + bend * 3) + z * lean)
  const ashore: Land = (x, z) => {
    const m = middle(z)
    // across the stream, not across the picture: where it runs aslant it is no wider
    const slope = (middle(z + 3) - m) / 3
    return Math.abs(x - m) / Math.sqrt(1 + slope * slope) - half - 5 * (value2(z * 0.05, x > m ? 3 : 9) - 0.5)
  }
  return { middle, ashore }
}

/** A valley floor that the river has made, wooded hills beside it, mountains at its end, and the bluff one looks from. */
function landOf({ streams, side }: Site, ashore: Land): Land {
  const random = streams('land')
  const ox = random.range(0, 200)
  const oz = random.range(0, 200)
  const room = random.range(70, 170)
  const rise = random.range(60, 230)
  const px = side * random.range(-500, 500)
  const pz = random.range(2300, 3000)
  const tall = random.range(250, 560)
  return (x, z) => {
    const off = ashore(x, z)
    const bluff = -6 + 26 * smooth(24, 6, z * 0.75 + x * side * 1.3 + 5 * fbm2(x * 0.08 + ox, z * 0.08, 2))
    const bed = smooth(4, -7, off) * 5.6
    const floor = 1.5 + 2.4 * smooth(5, 45, off) + fbm2(x * 0.03 + ox, z * 0.03, 3) * 1.5 * smooth(2, 26, off)
    if (z < 110) return Math.max(floor - bed, bluff + 0.5 * fbm2(x * 0.2, z * 0.2, 2))
    const w = fbm2(x * 0.0014 + ox, z * 0.0014 + oz, 3) * 190
    const wall = smooth(room, room + 620 + z * 0.1, off + w * 0.4) * smooth(110, 420, z)
    const far = smooth(900, 2300, z + w)
    const dx = (x - px) / 620
    const dz = (z - pz) / 700
    const r = far > 0 || wall > 0 ? ridged2((x + w) * 0.0009 + ox, (z + w) * 0.0009 + oz, z < 1600 ? 6 : 7) : 0
    return floor - bed + wall * (rise + rise * 1.5 * r) + far * (90 + r * 270 + (tall * (0.4 + 0.8 * r)) / (1 + dx * dx + dz * dz))
  }
}

/** Down a broad river that winds through a valley and mirrors the sky. */
export function riverView(brief: Brief, streams: Streams): Scene {
  const frame = streams('camera')
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [0, frame.range(24, 31), 0],
      target: [side * frame.range(2, 10), frame.range(9, 14), 100],
      fov: frame.range(56, 64),
      shiftY: frame.range(0.02, 0.1),
    },
    azimuth: side * (brief.mood.time === 'day' ? frame.pick([-1, 1] as const) * frame.range(50, 84) : frame.range(20, 62)),
  }))
  const { mesh, scene, side, season, snowy, dim } = site
  const { middle, ashore } = courseOf(site)
  const bare = landOf(site, ashore)
  const room: readonly Room[] = [
    [-side * 5.5, 17, 1.6],
    [-side * 8.5, 23, 2],
  ]
  const height = withKnolls(scene.camera, bare, room)
  const [grass, dryGrass] = FOREST_FLOOR[season]
  const soil = ground({
    rock: rgb('#79716a'),
    grass,
    dryGrass,
    snowLine: snowy ? 1 : 420,
    snowBand: snowy ? 3 : 300,
    shore: 0.5,
    shoreBand: 1,
    scale: 4,
    rockiness: -0.05,
  })
  terrain(mesh, scene.camera, { paint: mesh.paint(soil), near: 3, far: 6000, rows: 330, columns: 280, halfWidth: 0.72, height })
  const light = dim ? 0.3 : 1
  const green = frame.next()
  const water = lakeOf({
    deep: [0.012 * light, mix(0.05, 0.09, green) * light, mix(0.075, 0.07, green) * light],
    waves: brief.mood.weather === 'storm' ? 0.5 : frame.range(0.14, 0.3),
    scale: 0.7,
    bed: [0.11 * light, 0.12 * light, 0.09 * light],
    lostAt: 2.6,
  })
  lakeSurface(mesh, scene.camera, mesh.paint(water), 2200, height)
  scene.mirror = { height: 0, material: MATERIAL.lake, resolution: 400 }
  woods(site, height, ashore)
  stones(site, height, middle, ashore)
  if (!snowy) meadow(site, height, { near: 3.5, far: 38, spread: 0.72, tries: 11000, flowers: 500 })
  if (brief.wants('boat')) {
    const z = inSight(scene.camera, 0, middle, 40) + 9
    rowingBoat(mesh, { x: middle(z), z, turn: side * frame.range(0.5, 1.1), colour: brief.accent ?? frame.pick(HULLS), size: 2.4 })
  }
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 7,
      x: middle(150),
      y: 34,
      z: 150,
      spread: 18,
      size: 1.4,
      paint: mesh.paint(plain([0.02, 0.02, 0.025])),
    })
  mountainAir(site, { cover: 0.42, density: 0.0003 })
  standing(scene, height, room)
  floating(
    scene,
    [52, 84, 130].map((z) => [middle(z), z, 7] as const),
  )
  flying(scene, [
    [side * 4, 25, 20, 2],
    [middle(70), 30, 70, 6],
  ])
  return scene
}

function woods(site: Site, height: Land, ashore: Land): void {
  const { mesh, scene, streams, brief, season, side } = site
  if (!brief.allows('trees')) return
  const random = streams('woods')
  const { needles, crowns, bark } = trees(site)
  const forest = brief.wants('trees') || brief.density === 'dense'
  const limit = brief.density === 'sparse' ? 900 : forest ? 2600 : 1750
  const gaps = forest ? 0.16 : random.range(0.34, 0.5)
  const leafy = season === 'winter' ? 0 : random.pick([0.1, 0.4, 0.65] as const)
  const eye = scene.camera.y
  /** A tree this high would stand before the water: sight passes its top and meets the valley's floor further on. */
  const hides = (x: number, z: number, top: number) => {
    const reach = top < eye - 1 ? Math.min(2.4, eye / (eye - top)) : 2.4
    for (let k = 1.06; k < reach; k += 0.12) if (ashore(x * k, z * k) < 0) return true
    return false
  }
  let planted = 0
  for (let i = 0; i < 12000 && planted < limit; i++) {
    const q = random.next()
    const z = 44 + 1700 * q * q * (0.3 + 0.7 * random.next())
    const x = random.range(-0.68, 0.68) * (z + 20)
    const off = ashore(x, z)
    if (off < (forest ? 4 : 7)) continue
    const y = height(x, z)
    if (y < 0.7 || y > 300 || value2(x * 0.013 + 9, z * 0.013) < gaps - 0.2 * smooth(12, 60, y)) continue
    const tall = random.range(8, 17)
    if (z < 420 && hides(x, z, y + tall)) continue
    planted++
    // near ones are of many thousand needles each, and hide one another
    if (z < 110 && random.chance(0.5)) continue
    const at = { x, y: y - 0.4, z, height: tall, distance: Math.max(z * 1.2, 80) }
    if (random.chance(leafy * smooth(90, 20, y)))
      broadleaf(
        mesh,
        random,
        { ...at, height: at.height * 0.8, distance: z < 90 ? z : Math.max(z * 1.3, 160) },
        random.pick(crowns),
        bark,
        {
          fullness: 0.8,
        },
      )
    else conifer(mesh, random, at, random.pick(needles), bark)
  }
  const grove = streams('grove')
  for (const [across, z, tall] of [
    [-15, 24, 13],
    [-19, 31, 17],
    [-13, 21, 7],
    [-25, 37, 19],
    [27, 40, 15],
    [32, 47, 18],
  ] as const) {
    const x = side * across * grove.range(0.95, 1.12)
    if (ashore(x, z) < 4 || hides(x, z, height(x, z) + tall)) continue
    conifer(mesh, grove, { x, y: height(x, z) - 0.3, z, height: tall * grove.range(0.85, 1.1), distance: z }, grove.pick(needles), bark)
  }
}

/** Boulders on the bluff, and banks of gravel along the water with stones in it. */
function stones({ mesh, streams, snowy, side }: Site, height: Land, middle: (z: number) => number, ashore: Land): void {
  const random = streams('stones')
  const stone = mesh.paint(
    stoneOf({
      colour: [0.22, 0.21, 0.19],
      features: 2,
      covered: snowy ? 0.95 : 0.2,
      cover: snowy ? rgb('#e8edf4') : [0.08, 0.09, 0.045],
      wet: [0.3, 0],
    }),
  )
  for (let i = 0; i < 90; i++) {
    const beside = i >= 14
    const z = beside ? 26 + 120 * random.next() * random.next() : random.range(8, 24)
    const x = beside ? middle(z) + random.range(-30, 30) : -side * random.range(2, 18)
    const off = ashore(x, z)
    const radius = random.range(0.25, 0.9) * (i % 9 === 0 ? 2.2 : 1)
    if (beside && (off < -2.5 || off > 5)) continue
    boulder(mesh, random, { x, y: Math.max(-0.3, height(x, z)), z, radius, paint: stone, rings: z < 40 ? 12 : 8 })
  }
}
