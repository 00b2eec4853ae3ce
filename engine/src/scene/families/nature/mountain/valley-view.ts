import { sin, smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { MATERIAL } from '../../../material/material-id.ts'
import { plain } from '../../../material/paints.ts'
import { fbm2, gradient2, ridged2, value2, valueFbm2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { lakeSurface } from '../ground/lake-surface.ts'
import { ground, lakeOf, stoneOf } from '../paints.ts'
import { conifer } from '../plant/conifer.ts'
import { meadow } from '../plant/meadow.ts'
import { trees } from '../plant/tree-paints.ts'
import { birds } from '../prop/birds.ts'
import { boulder } from '../prop/boulder.ts'
import { logCabin, smoke } from '../prop/log-cabin.ts'
import { FOREST_FLOOR } from '../season.ts'
import { openSite, type Site } from '../site.ts'
import { flying, type Room, standing, withKnolls } from '../spots.ts'
import { mountainAir } from './mountain-air.ts'

type Land = (x: number, z: number) => number

/** A trough between steep walls, a river on its floor (at height 0), a pyramid of a peak at the end, a meadow in front. */
function trough({ streams, side }: Site): { readonly height: Land; readonly river: (z: number) => number } {
  const random = streams('land')
  const ox = random.range(0, 200)
  const oz = random.range(0, 200)
  const bend = random.range(0, 6)
  const px = side * random.range(120, 420)
  const pz = random.range(2900, 3300)
  const tall = random.range(1000, 1250)
  const river = (z: number) => side * (40 + 60 * sin(z * 0.0052 + bend) + 24 * sin(z * 0.013 + bend * 2) + z * 0.05)
  const shoulder = (x: number, z: number) =>
    34 * smooth(150, 22, z + x * side * 0.45 + gradient2(x * 0.02, z * 0.02) * 14) + 2.2 * fbm2(x * 0.03 + ox, z * 0.03, 3)
  return {
    river,
    height(x, z) {
      if (z < 60) return shoulder(x, z) + 2
      const w = fbm2(x * 0.0012 + ox, z * 0.0012 + oz, 3) * 220
      const off = Math.abs(x - river(z) * smooth(60, 200, z) + w * 0.4)
      const wall = smooth(110 + z * 0.03, 720 + z * 0.16, off + w * 0.5)
      const r = wall > 0 || z > 1500 ? ridged2((x + w) * 0.0008 + ox, (z + w) * 0.0008 + oz, 7) : 0
      const dx = (x - px + w * 0.5) / 600
      const dz = (z - pz) / 760
      const d = Math.sqrt(dx * dx + dz * dz)
      const peak = Math.max(0, 1 - d) * Math.max(0, 1 - d)
      const end = smooth(1700, 2700, z)
      const floor = 3.5 + 5 * smooth(20, 120, off) + 1.6 * fbm2(x * 0.02, z * 0.02, 3)
      const bed = smooth(17, 6, Math.abs(x - river(z))) * 6.5
      return (
        floor -
        bed +
        shoulder(x, z) * smooth(200, 60, z) +
        wall * (140 + 620 * r + 130 * valueFbm2(x * 0.004, z * 0.004, 3)) +
        end * (r * 260 + peak * tall * (0.5 + 0.85 * r))
      )
    },
  }
}

/** From a flowering meadow down a glacial valley, to the peak that closes it. */
export function valleyView(brief: Brief, streams: Streams): Scene {
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, 41.5, 0], target: [0, 38.5, 100], fov: 56, shiftY: 0.02 },
    azimuth: side * (brief.mood.time === 'day' ? -74 : 62),
  }))
  const { mesh, scene, side, season, snowy, dim } = site
  const { height: bare, river } = trough(site)
  const room: readonly Room[] = [
    [-side * 4, 20, 2.2],
    [side * 7, 27, 3],
  ]
  const height = withKnolls(scene.camera, bare, room)
  const [grass, dryGrass] = FOREST_FLOOR[season]
  const land = ground({
    rock: rgb('#6d6763'),
    grass,
    dryGrass,
    snowLine: snowy ? 2 : 560,
    snowBand: snowy ? 6 : 420,
    shore: 0.5,
    shoreBand: 1.6,
    scale: 5,
    rockiness: 0.02,
  })
  terrain(mesh, scene.camera, { paint: mesh.paint(land), near: 2, far: 7000, rows: 330, columns: 300, halfWidth: 0.72, height })
  const light = dim ? 0.3 : 1
  lakeSurface(
    mesh,
    scene.camera,
    mesh.paint(
      lakeOf({
        deep: [0.02 * light, 0.06 * light, 0.065 * light],
        waves: 0.5,
        bed: [0.08 * light, 0.1 * light, 0.08 * light],
        lostAt: 2.5,
      }),
    ),
    2600,
    height,
  )
  scene.mirror = { height: 0, material: MATERIAL.lake, resolution: 300 }
  woods(site, height, river)
  foreground(site, height)
  if (brief.density !== 'sparse') {
    const hx = river(330) + side * 46
    const { chimney } = logCabin(site, { x: hx, y: height(hx, 330), z: 330, turn: -side * 0.6, snowy, plainly: true, width: 11, depth: 8 })
    smoke(site, chimney, side, 1.6)
  }
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 6,
      x: -side * 30,
      y: 92,
      z: 190,
      spread: 18,
      size: 2,
      paint: mesh.paint(plain([0.02, 0.02, 0.025])),
    })
  mountainAir(site, { cover: 0.44, density: 0.0002 })
  standing(scene, height, room)
  flying(scene, [
    [-side * 3, 44.2, 15, 3],
    [-side * 14, 49, 70, 7],
    [side * 34, 56, 150, 14],
  ])
  return scene
}

function woods(site: Site, height: Land, river: (z: number) => number): void {
  const { mesh, streams, brief, side } = site
  if (!brief.allows('trees')) return
  const random = streams('woods')
  const { needles, bark } = trees(site)
  const limit = brief.density === 'sparse' ? 1400 : brief.density === 'dense' ? 4400 : 3300
  let planted = 0
  for (let i = 0; i < 14000 && planted < limit; i++) {
    const q = random.next()
    const z = 130 + 2300 * q * (0.2 + 0.8 * random.next())
    const x = random.range(-0.62, 0.62) * z
    const tall = random.range(10, 20)
    const y = height(x, z)
    if (y < 1.5 || y > 330 || Math.abs(x - river(z)) < 24) continue
    if (z < 420 && Math.abs(x - river(330) - side * 46) < 40 && z > 250) continue
    if (value2(x * 0.009 + 9, z * 0.009) < 0.42 - 0.2 * smooth(20, 120, y)) continue
    if (Math.abs(height(x + 4, z) - y) > 4.6) continue
    planted++
    conifer(mesh, random, { x, y: y - 0.5, z, height: tall, distance: z }, random.pick(needles), bark)
  }
  const grove = streams('grove')
  for (const [across, z, tall] of [
    [-15, 27, 15],
    [-19, 33, 19],
    [-12.4, 31, 8],
    [-25, 40, 21],
    [-21, 26, 12],
    [22, 46, 14],
    [26, 52, 17],
    [18.5, 50, 7],
  ] as const) {
    const x = side * across * grove.range(0.95, 1.08)
    conifer(mesh, grove, { x, y: height(x, z) - 0.3, z, height: tall * grove.range(0.9, 1.1), distance: z }, grove.pick(needles), bark)
  }
}

function foreground(site: Site, height: Land): void {
  const { mesh, streams, snowy } = site
  const stones = streams('stones')
  const stone = mesh.paint(
    stoneOf({ colour: [0.2, 0.19, 0.18], features: 2, covered: snowy ? 0.95 : 0.3, cover: snowy ? rgb('#e8edf4') : [0.08, 0.09, 0.045] }),
  )
  for (let i = 0; i < 34; i++) {
    const z = stones.range(6, 50)
    const x = stones.range(-0.6, 0.6) * z
    boulder(mesh, stones, {
      x,
      y: height(x, z),
      z,
      radius: stones.range(0.2, 1.1) * (i < 20 ? 0.5 : 1),
      paint: stone,
      rings: z < 18 ? 13 : 8,
    })
  }
  if (!snowy) meadow(site, height, { near: 3.2, far: 44, spread: 0.68, tries: 15000, flowers: 750 })
}
