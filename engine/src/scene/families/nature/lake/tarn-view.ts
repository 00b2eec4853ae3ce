import { smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { MATERIAL } from '../../../material/material-id.ts'
import { fbm2, ridged2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { terrain } from '../../../shape/terrain.ts'
import { tube } from '../../../shape/tube.ts'
import type { Streams } from '../../../streams.ts'
import type { Rgb } from '../../../vector.ts'
import { lakeSurface } from '../ground/lake-surface.ts'
import { barkOf, ground, lakeOf, stoneOf } from '../paints.ts'
import { conifer } from '../plant/conifer.ts'
import { meadow } from '../plant/meadow.ts'
import { trees } from '../plant/tree-paints.ts'
import { boulder } from '../prop/boulder.ts'
import { rowingBoat } from '../prop/rowing-boat.ts'
import { FOREST_FLOOR } from '../season.ts'
import { openSite, type Site } from '../site.ts'
import { floating, flying, type Room, standing, withKnolls } from '../spots.ts'
import { finishLake } from './basin.ts'

type Land = (x: number, z: number) => number

const MILKS: readonly (readonly [deep: Rgb, bed: Rgb])[] = [
  [
    [0.03, 0.34, 0.38],
    [0.07, 0.26, 0.24],
  ],
  [
    [0.02, 0.2, 0.4],
    [0.05, 0.2, 0.26],
  ],
  [
    [0.04, 0.3, 0.26],
    [0.09, 0.22, 0.16],
  ],
]

/** From a rocky shoulder down on a lake of glacier milk between steep walls, a glacier at its head. */
export function tarnView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(30, 46)
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, eye, 0], target: [layout.range(-5, 5), eye - 6, 100], fov: layout.range(52, 62), shiftY: 0.04 },
    azimuth: side * (brief.mood.time === 'day' ? -layout.range(40, 100) : layout.range(40, 84)),
  }))
  const { mesh, scene, side, season, snowy, dim } = site
  const random = streams('land')
  const ox = random.range(0, 200)
  const oz = random.range(0, 200)
  const bend = side * random.range(0.05, 0.24)
  const wide = random.range(130, 280)
  const head = random.range(600, 1300)
  const px = side * random.range(-260, 320)
  const tall = random.range(260, 640)
  const walls = random.range(170, 360)
  const bare: Land = (x, z) => {
    const w = fbm2(x * 0.002 + ox, z * 0.002 + oz, 4)
    const middle = bend * z * smooth(0, 400, z)
    const off = Math.abs(x - middle) + w * 90
    const shoulder = (eye - 3.2) * smooth(52, 9, z + x * side * 0.5 + fbm2(x * 0.04, 5, 2) * 14) + fbm2(x * 0.07 + ox, z * 0.07, 4) * 1.8
    if (z < 40) return shoulder
    const wall = smooth(wide * smooth(40, 260, z + 60), wide + 380, off)
    const r = wall > 0 || z > 700 ? ridged2((x + w * 200) * 0.0012 + ox, (z + w * 200) * 0.0012 + oz, 7) : 0
    const end = smooth(head, head + 620, z)
    const dx = (x - px - middle) / 520
    const dz = (z - head - 1300) / 520
    return (
      -6 +
      Math.max(shoulder + 4, 0) * smooth(120, 40, z) +
      wall * (70 + walls * r) +
      end * (30 + 210 * r + (tall / (1 + dx * dx + dz * dz)) * (0.5 + 0.7 * r)) +
      fbm2(x * 0.03, z * 0.03, 3) * 2
    )
  }
  const [grass, dryGrass] = FOREST_FLOOR[season]
  const land = ground({
    rock: rgb('#6e6a68'),
    grass,
    dryGrass,
    snowLine: snowy ? 4 : 330,
    snowBand: snowy ? 10 : 300,
    shore: 0.6,
    shoreBand: 2.4,
    scale: 5,
    rockiness: 0.08,
  })
  const room: readonly Room[] = [
    [-side * 2.4, 11, 1.3],
    [side * 3.6, 13, 1.5],
  ]
  const height = withKnolls(scene.camera, bare, room)
  terrain(mesh, scene.camera, { paint: mesh.paint(land), near: 2, far: 5200, rows: 330, columns: 300, halfWidth: 0.76, height })
  const [deep, bed] = layout.pick(MILKS)
  const light = dim ? 0.22 : 1
  const water = lakeOf({
    deep: [deep[0] * light, deep[1] * light, deep[2] * light],
    waves: brief.mood.weather === 'storm' ? 0.9 : 0.24,
    scale: 1.6,
    bed: [bed[0] * light, bed[1] * light, bed[2] * light],
    lostAt: 5,
  })
  lakeSurface(mesh, scene.camera, mesh.paint(water), 1500, height)
  scene.mirror = { height: 0, material: MATERIAL.lake, resolution: 400 }
  slopes(site, height)
  foreground(site, height)
  if (brief.allows('boat') && (brief.wants('boat') || layout.chance(0.4)))
    rowingBoat(mesh, { x: bend * 90 - side * 6, z: 104, turn: side * 0.7, colour: brief.accent ?? rgb('#8c2c1e') })
  finishLake(site)
  standing(scene, height, room)
  floating(scene, [
    [bend * 120 - side * 6, 130, 8],
    [bend * 210, 210, 13],
  ])
  flying(scene, [[-side * 16, eye + 4, 62, 6]])
  return scene
}

function slopes(site: Site, height: Land): void {
  const { mesh, streams, brief } = site
  if (!brief.allows('trees')) return
  const random = streams('woods')
  const { needles, bark } = trees(site)
  const limit = brief.density === 'sparse' ? 900 : brief.density === 'dense' ? 3200 : 2200
  for (let i = 0, n = 0; i < 12000 && n < limit; i++) {
    const z = 70 + 1200 * random.next() * random.next()
    const x = random.range(-0.64, 0.64) * z
    const y = height(x, z)
    const tall = random.range(9, 17)
    if (y < 1.4 || y > 190 || value2(x * 0.012 + 9, z * 0.012) < 0.4 || Math.abs(height(x + 4, z) - y) > 4.4) continue
    n++
    conifer(mesh, random, { x, y: y - 0.5, z, height: tall, distance: z }, random.pick(needles), bark)
  }
}

/** Slabs and a weathered pine where the eye stands. */
function foreground(site: Site, height: Land): void {
  const { mesh, streams, side, snowy, brief } = site
  const random = streams('stones')
  const stone = mesh.paint(
    stoneOf({ colour: [0.22, 0.21, 0.2], features: 1.6, covered: snowy ? 0.95 : 0.25, cover: snowy ? rgb('#e8edf4') : [0.09, 0.1, 0.05] }),
  )
  for (let i = 0; i < 60; i++) {
    const z = random.range(5, 46)
    const x = random.range(-0.62, 0.62) * (z + 3)
    const radius = random.range(0.25, 1.6) * (i < 34 ? 0.5 : 1)
    if (Math.abs(x) < 2.2 + radius && z < 22) continue
    boulder(mesh, random, { x, y: height(x, z) - radius * 0.1, z, radius, paint: stone, rings: z < 20 ? 16 : 10, flat: 0.7 })
  }
  if (!snowy)
    meadow(site, height, { near: 3, far: 40, spread: 0.66, tries: Math.round(random.range(600, 6000)), flowers: random.range(80, 600) })
  if (!brief.allows('trees')) return
  const { needles, bark } = trees(site)
  const hand = random.pick([-1, 1] as const)
  for (const [across, z, tall] of [
    [8.6, 16, 9],
    [11, 19, 12],
    [13.6, 24, 10],
    [-13, 24, 8],
  ] as const) {
    const x = side * hand * across
    if (random.chance(0.72))
      conifer(
        mesh,
        random,
        { x, y: height(x, z) - 0.3, z, height: tall * random.range(0.85, 1.2), distance: z },
        random.pick(needles),
        bark,
      )
  }
  const grey = mesh.paint(barkOf(rgb('#8a8278'), 2))
  const x = -side * 7
  tube(
    mesh,
    [
      [x - 3, height(x - 3, 12) + 0.2, 12],
      [x, height(x, 13) + 0.5, 13],
      [x + 3.4, height(x + 3.4, 15) + 0.9, 15],
    ],
    { paint: grey, radius: 0.28, endRadius: 0.1, sides: 10 },
  )
}
