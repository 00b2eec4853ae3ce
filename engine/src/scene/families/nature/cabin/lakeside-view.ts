import { smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { MATERIAL } from '../../../material/material-id.ts'
import { fbm2, ridged2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { lakeSurface } from '../ground/lake-surface.ts'
import { lakeOf, stoneOf } from '../paints.ts'
import { broadleaf } from '../plant/broadleaf.ts'
import { conifer } from '../plant/conifer.ts'
import { trees } from '../plant/tree-paints.ts'
import { boulder } from '../prop/boulder.ts'
import { cabinForm } from '../prop/cabin-form.ts'
import { cabinOfForm } from '../prop/cabin-of-form.ts'
import { lanternPost, smoke } from '../prop/log-cabin.ts'
import { pier } from '../prop/pier.ts'
import { rowingBoat } from '../prop/rowing-boat.ts'
import type { Site } from '../site.ts'
import { floating, flying, standing } from '../spots.ts'
import { cabinSite, floorOf, peaksOf } from './cabin-site.ts'
import { winterAir } from './winter-air.ts'

type Land = (x: number, z: number) => number

/** A cabin on the shore of a still lake, its windows mirrored. */
export function lakesideView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.chance(0.35) ? layout.range(5, 7.5) : layout.range(1.8, 3.8)
  const site = cabinSite(brief, streams, (side) => ({
    view: {
      eye: [0, eye, 0],
      target: [layout.range(-4, 4), eye + (eye > 5 ? -3 : 1.9), 100],
      fov: layout.range(46, 58),
      shiftY: 0.1,
    },
    azimuth: side * (brief.mood.time === 'day' ? layout.range(120, 152) : layout.range(60, 96)),
  }))
  const { mesh, scene, side, dim, lit, snowy } = site
  const random = streams('land')
  const ox = random.range(0, 150)
  const cz = layout.range(33, 56)
  const cx = -side * cz * layout.range(-0.08, 0.24)
  const form = cabinForm(streams('form'), brief.accent)
  const px = side * random.range(60, 360)
  const tall = random.range(160, 620)
  const ridges = random.range(140, 360)
  const height: Land = (x, z) => {
    const w = fbm2(x * 0.03 + ox, z * 0.03, 3)
    const far = smooth(58, 96, z + w * 26 + x * side * 0.28)
    const dx = (x - cx + side * 9) / 25
    const dz = (z - cz - 5) / 11
    const spit = smooth(1.25, 0.7, Math.sqrt(dx * dx + dz * dz) + w * 0.25)
    const near = smooth(6.5, 2.4, z + fbm2(x * 0.2, 3, 2) * 2 + x * side * 0.25)
    const range = smooth(420, 1500, z)
    const r = range > 0 ? ridged2(x * 0.0011 + ox, z * 0.0011, 7) : 0
    const qx = (x - px) / 420
    const qz = (z - 1700) / 420
    return (
      -1.3 +
      2.6 * Math.max(far, spit, near * 0.9) +
      far * smooth(80, 260, z) * 18 * value2(x * 0.01 + ox, z * 0.008) +
      fbm2(x * 0.12, z * 0.12, 3) * 0.5 +
      range * (r * ridges + (tall / (1 + qx * qx + qz * qz)) * (0.6 + 0.6 * r))
    )
  }
  terrain(mesh, scene.camera, { paint: mesh.paint(floorOf(site)), near: 1.6, far: 430, rows: 230, columns: 230, halfWidth: 0.72, height })
  terrain(mesh, scene.camera, {
    paint: mesh.paint(peaksOf(site, 240, 160, 4)),
    near: 410,
    far: 4200,
    rows: 150,
    columns: 250,
    halfWidth: 0.72,
    height: (x, z) => height(x, z) - 0.4,
  })
  const light = dim ? 0.35 : 1
  lakeSurface(
    mesh,
    scene.camera,
    mesh.paint(
      lakeOf({
        deep: [0.005 * light, 0.02 * light, 0.032 * light],
        waves: brief.mood.weather === 'storm' ? 0.6 : 0.14,
        bed: [0.03 * light, 0.04 * light, 0.045 * light],
        lostAt: 1.4,
      }),
    ),
    300,
    height,
  )
  scene.mirror = { height: 0, material: MATERIAL.lake, resolution: 400 }
  scene.lampBox = [
    [cx - 26, -3, 8],
    [cx + 26, 12, cz + 14],
  ]
  const y = height(cx, cz)
  const chimney = cabinOfForm(site, form, { x: cx, y, z: cz, turn: side * layout.range(-0.3, 0.6) })
  smoke(site, chimney, side)
  const jetty = cx + side * layout.range(4, 6)
  pier(site, { from: [jetty, cz - 5], to: [jetty + side * 2, cz - 16], width: 1.4, top: 0.5, lamp: lit })
  lanternPost(site, [cx + side * 6.6, height(cx + side * 6.6, cz - 3.4), cz - 3.4], side * 0.5)
  if (brief.allows('boat') && (layout.chance(0.65) || brief.wants('boat')))
    rowingBoat(mesh, { x: jetty - side * 1.8, z: cz - 12, turn: side * 0.3, colour: brief.accent ?? rgb('#5a2a20') })
  firs(site, height, cx, cz)
  const stones = streams('stones')
  const stone = mesh.paint(
    stoneOf({
      colour: [0.12, 0.12, 0.13],
      features: 2,
      cover: snowy ? rgb('#e8edf4') : [0.07, 0.08, 0.04],
      covered: snowy ? 1 : 0.3,
      wet: [0.3, 0],
    }),
  )
  for (let i = 0; i < 60; i++) {
    const z = stones.range(5, 44)
    const x = stones.range(-0.6, 0.6) * (z + 3)
    const h = height(x, z)
    if (h < -0.7 || h > 0.5) continue
    boulder(mesh, stones, { x, y: Math.max(h, -0.1), z, radius: stones.range(0.15, 0.8), paint: stone, rings: 12 })
  }
  winterAir(site, { centre: [0, 8, 60], radius: 92 })
  Object.assign(scene.fog, { far: 2400, density: scene.fog.density * 0.4, haze: scene.fog.haze * 0.3, thinning: 8 })
  floating(scene, [
    [side * 2, 15, 2],
    [side * 9, 27, 3],
    [side * 7, 34, 3],
    [side * 3, 22, 2.5],
  ])
  standing(scene, height, [
    [cx + side * 5.4, cz - 5, 1.4],
    [cx - side * 5, cz - 5, 1.4],
  ])
  flying(scene, [[side * 11, eye + 8, 46, 4]])
  return scene
}

function firs(site: Site, height: Land, cx: number, cz: number): void {
  const { mesh, streams, side, brief, snowy } = site
  if (!brief.allows('trees')) return
  const random = streams('firs')
  const { needles, crowns, bark } = trees(site, snowy ? 0.95 : 0)
  const leafy = snowy ? 0 : random.range(0.1, 0.8)
  const limit = brief.density === 'sparse' ? 260 : brief.density === 'dense' ? 800 : 520
  for (let i = 0, n = 0; i < 6000 && n < limit; i++) {
    const z = 32 + 360 * random.next() * random.next()
    const x = random.range(-0.62, 0.62) * z
    const y = height(x, z)
    const tall = random.range(8, 17)
    if (y < 0.5 || (Math.abs(x - cx) < 8 && z < cz + 9)) continue
    n++
    const stand = { x, y: y - 0.2, z, height: tall * (z < cz ? 0.6 : 1), distance: z * 1.15 + 22 }
    if (random.chance(leafy)) broadleaf(mesh, random, { ...stand, distance: Math.max(z * 1.2, 44) }, random.pick(crowns), bark)
    else conifer(mesh, random, stand, random.pick(needles), bark)
  }
  const frame = streams('frame')
  for (const [across, z, tall] of [
    [7.4, 12.5, 10],
    [9.6, 16, 13],
    [-8.6, 14, 7],
  ] as const)
    if (frame.chance(0.72))
      conifer(
        mesh,
        frame,
        { x: side * across, y: Math.max(-0.2, height(side * across, z)) - 0.2, z, height: tall * frame.range(0.85, 1.15), distance: z + 4 },
        frame.pick(needles),
        bark,
      )
}
