import { smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import { fbm2, ridged2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { terrain } from '../../../shape/terrain.ts'
import { tube } from '../../../shape/tube.ts'
import type { Streams } from '../../../streams.ts'
import { cloudSea } from '../ground/cloud-sea.ts'
import { clothOf, ground, stoneOf } from '../paints.ts'
import { conifer } from '../plant/conifer.ts'
import { trees } from '../plant/tree-paints.ts'
import { birds } from '../prop/birds.ts'
import { boulder } from '../prop/boulder.ts'
import { cabinForm } from '../prop/cabin-form.ts'
import { cabinOfForm } from '../prop/cabin-of-form.ts'
import { smoke } from '../prop/log-cabin.ts'
import type { Site } from '../site.ts'
import { flying, type Room, standing, withKnolls } from '../spots.ts'
import { cabinSite, floorOf, peaksOf, sward } from './cabin-site.ts'
import { winterAir } from './winter-air.ts'

type Land = (x: number, z: number) => number

/** A mountain hut on a spur over the clouds, peaks all round. */
export function refugeView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(4, 11)
  const site = cabinSite(brief, streams, (side) => ({
    view: { eye: [0, eye, 0], target: [layout.range(-5, 5), eye - 1.4 - (eye - 4) * 0.5, 100], fov: layout.range(46, 58), shiftY: 0.08 },
    azimuth: side * (brief.mood.time === 'day' ? layout.range(116, 152) : layout.range(60, 92)),
  }))
  const { mesh, scene, side } = site
  const random = streams('land')
  const ox = random.range(0, 200)
  const oz = random.range(0, 200)
  const px = side * random.range(120, 560)
  const tall = random.range(200, 800)
  const hz = layout.range(29, 50)
  const hx = -side * hz * layout.range(-0.08, 0.2)
  const bare: Land = (x, z) => {
    const edge = smooth(
      0.8,
      1.7,
      Math.sqrt(((x - hx * 0.7) / 22) * ((x - hx * 0.7) / 22) + ((z - hz * 0.62) / (hz * 0.62)) * ((z - hz * 0.62) / (hz * 0.62))) +
        0.5 * fbm2(x * 0.05 + ox, z * 0.05, 3),
    )
    const near =
      fbm2(x * 0.07 + ox, z * 0.07, 4) * 2 * (1 - 0.8 * smooth(10, 5, Math.abs(x - hx) + Math.abs(z - hz) * 0.7)) +
      ridged2(x * 0.06 + ox, z * 0.06, 3) * 1.5 * smooth(0, 0.5, edge)
    if (z < 110 && edge < 1) return near - edge * edge * 110
    const w = fbm2(x * 0.0012 + ox, z * 0.0012 + oz, 3) * 240
    const r = ridged2((x + w) * 0.0009 + ox, (z + w) * 0.0009 + oz, 7)
    const dx = (x - px) / 560
    const dz = (z - 2100) / 560
    return -260 + smooth(160, 1100, z) * (r * 400 + (tall / (1 + dx * dx + dz * dz)) * (0.6 + 0.6 * r))
  }
  const rocky = site.snowy
    ? ground({
        rock: rgb('#5c5a60'),
        grass: rgb('#dfe6ee'),
        dryGrass: rgb('#e8edf4'),
        snowLine: -300,
        snowBand: 40,
        scale: 1,
        bump: 1.6,
        rockiness: 0.1,
      })
    : floorOf(site)
  const room: readonly Room[] = [
    [hx + side * 7.5, hz - 7, 1.8],
    [hx + side * 5.2, hz - 11, 1.3],
  ]
  const height = withKnolls(scene.camera, bare, room)
  terrain(mesh, scene.camera, { paint: mesh.paint(rocky), near: 1.8, far: 112, rows: 200, columns: 230, halfWidth: 0.8, height })
  terrain(mesh, scene.camera, {
    paint: mesh.paint(peaksOf(site, 40, 200, 5)),
    near: 104,
    far: 6400,
    rows: 210,
    columns: 290,
    halfWidth: 0.7,
    height,
  })
  cloudSea(site, -150, -58)
  scene.lampBox = [
    [hx - 22, -6, hz - 24],
    [hx + 22, 12, hz + 12],
  ]
  const chimney = cabinOfForm(site, cabinForm(streams('form'), brief.accent), {
    x: hx,
    y: height(hx, hz) - 0.2,
    z: hz,
    turn: side * layout.range(-0.3, 0.6),
  })
  sward(site, height, 3, 30)
  smoke(site, chimney, side)
  spur(site, height, hx, hz)
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 5,
      x: side * 16,
      y: eye + 9,
      z: 70,
      spread: 12,
      size: 0.8,
      paint: mesh.paint(plain([0.02, 0.02, 0.025])),
    })
  winterAir(site, { centre: [0, 2, 50], radius: 74 })
  Object.assign(scene.fog, { far: 4200, density: 0.0012, base: -150, thinning: 60, haze: 0.00012 })
  standing(scene, height, room)
  flying(scene, [
    [side * 14, eye + 6, 60, 5],
    [side * 8, eye - 4, 44, 4],
  ])
  return scene
}

/** Stones, a few wind-bent firs, and a line of flags from the hut. */
function spur(site: Site, height: Land, hx: number, hz: number): void {
  const { mesh, streams, side, brief, snowy } = site
  const random = streams('spur')
  const stone = mesh.paint(
    stoneOf({
      colour: [0.15, 0.145, 0.15],
      features: 1.8,
      cover: snowy ? rgb('#e8edf4') : [0.08, 0.09, 0.05],
      covered: snowy ? 0.9 : 0.35,
    }),
  )
  for (let i = 0; i < 60; i++) {
    const z = random.range(5, 46)
    const x = random.range(-0.6, 0.6) * (z + 3)
    const radius = random.range(0.2, 1.2) * (i < 34 ? 0.5 : 1)
    const y = height(x, z)
    if (y < -6 || Math.abs(x - hx) + Math.abs(z - hz) < 9 || (Math.abs(x) < 2.4 && z < 24)) continue
    boulder(mesh, random, { x, y, z, radius, paint: stone, rings: 13, flat: 0.9 })
  }
  const cloth = (brief.accent ? [brief.accent] : [rgb('#2c5cb8'), rgb('#d8d4c8'), rgb('#b82c28'), rgb('#3c8c4c'), rgb('#d8a828')]).map(
    (c) => mesh.paint(clothOf(c, 0.4)),
  )
  const cord = mesh.paint(plain([0.2, 0.17, 0.14]))
  const mx = hx + side * 13
  const my = height(mx, hz - 8)
  tube(
    mesh,
    [
      [mx, my - 0.4, hz - 8],
      [mx, my + 4.4, hz - 8],
    ],
    { paint: cord, radius: 0.07, sides: 6 },
  )
  const at = (t: number) => {
    const sag = 4 * t * (1 - t) * 0.9
    return [mx + (hx + side * 4 - mx) * t, my + 4.3 + (height(hx, hz) + 5.6 - my - 4.3) * t - sag, hz - 8 + 6 * t] as const
  }
  tube(
    mesh,
    Array.from({ length: 15 }, (_, i) => at(i / 14)),
    { paint: cord, radius: 0.015, sides: 4 },
  )
  for (let i = 0; i < 17; i++) {
    const [ax, ay, az] = at((i + 0.12) / 17)
    const [bx, by, bz] = at((i + 0.8) / 17)
    mesh.use(cloth[i % cloth.length]!)
    mesh.panel([ax, ay - 0.48, az + 0.1], [bx, by - 0.48, bz + 0.14], [bx, by, bz], [ax, ay, az])
  }
  if (!brief.allows('trees')) return
  const { needles, bark } = trees(site, snowy ? 1 : 0)
  for (const [x, z, tall] of [
    [-side * 9.5, 17, 7],
    [-side * 12, 21, 9],
    [hx - side * 9, hz + 2, 6],
    [hx + side * 8, hz + 5, 5],
  ] as const)
    if (random.chance(0.7))
      conifer(
        mesh,
        random,
        { x, y: height(x, z) - 0.3, z, height: tall * random.range(0.8, 1.2), distance: z + 8 },
        random.pick(needles),
        bark,
        0.9,
      )
}
