import { cos, sin, smooth, TAU } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { MATERIAL } from '../../../material/material-id.ts'
import { plain } from '../../../material/paints.ts'
import { fbm2, ridged2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { type Rgb, times } from '../../../vector.ts'
import { winterAir } from '../../nature/cabin/winter-air.ts'
import { lakeSurface } from '../../nature/ground/lake-surface.ts'
import { ground, lakeOf, snowOf } from '../../nature/paints.ts'
import { conifer } from '../../nature/plant/conifer.ts'
import { trees } from '../../nature/plant/tree-paints.ts'
import { boulder } from '../../nature/prop/boulder.ts'
import { logCabin, smoke } from '../../nature/prop/log-cabin.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { flying, standing } from '../../nature/spots.ts'
import { iceOf } from '../paints.ts'

type Land = (x: number, z: number) => number

/** A frozen lake, its ice black and cracked, under northern lights or a winter sun. */
export function frozenView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(1.6, 3.6)
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, eye, 0], target: [0, eye + 3.4, 100], fov: layout.range(54, 64), shiftY: 0.12 },
    azimuth: side * layout.range(56, 96),
  }))
  const { mesh, scene, side, dim } = site
  const random = streams('land')
  const ox = random.range(0, 150)
  const oz = random.range(0, 150)
  const px = -side * random.range(40, 420)
  const tall = random.range(420, 720)
  const shore = random.range(250, 420)
  const height: Land = (x, z) => {
    const w = fbm2(x * 0.004 + ox, z * 0.004, 3)
    const bank = smooth(shore, shore + 120, z + w * 160 + Math.abs(x) * 0.3) * 14 + smooth(0.1, 0.9, (Math.abs(x) - 46 - z * 0.28) / 60) * 7
    const far = smooth(700, 2000, z + w * 300)
    const r = far > 0 ? ridged2(x * 0.0009 + ox, z * 0.0009 + oz, 7) : 0
    const dx = (x - px) / 520
    const dz = (z - 2100) / 520
    return (
      -0.7 +
      bank +
      fbm2(x * 0.03, z * 0.03, 3) * 1.2 * smooth(0.4, 3, bank) +
      far * (r * 420 + (tall / (1 + dx * dx + dz * dz)) * (0.6 + 0.6 * r))
    )
  }
  const land = ground({
    rock: rgb('#4e4c54'),
    grass: rgb('#d8e0ea'),
    dryGrass: rgb('#e6ecf4'),
    snowLine: -40,
    snowBand: 30,
    scale: 4,
    rockiness: 0.05,
  })
  terrain(mesh, scene.camera, { paint: mesh.paint(land), near: 20, far: 5200, rows: 230, columns: 260, halfWidth: 0.76, height })
  const light = dim ? 0.4 : 1
  const tint = layout.pick(ICES)
  lakeSurface(mesh, scene.camera, mesh.paint(lakeOf({ deep: times(tint, light), waves: 0.16, scale: 0.25 })), 1400, () => -6)
  scene.mirror = { height: 0, material: MATERIAL.lake, resolution: 420 }
  drifts(site)
  cracks(site)
  const hx = -side * layout.range(8, 18)
  const hz = layout.range(48, 76)
  const hut = layout.pick(['shore', 'ice', 'shore'] as const)
  scene.lampBox = [
    [hx - 26, -2, hz - 26],
    [hx + 26, 12, hz + 16],
  ]
  const size = hut === 'ice' ? 0.62 : 1
  if (hut === 'shore') spit(site, hx, hz)
  const { chimney } = logCabin(site, {
    x: hx,
    y: hut === 'ice' ? 0.05 : 1,
    z: hz,
    turn: side * layout.range(0.2, 0.6),
    width: 8 * size,
    depth: 6.5 * size,
    eaves: 3.1 * size,
    snowy: true,
  })
  smoke(site, chimney, side)
  wood(site, height)
  winterAir(site, { centre: [0, 8, 80], radius: 120 })
  Object.assign(scene.fog, { far: 3000, density: scene.fog.density * 0.3, haze: scene.fog.haze * 0.25, thinning: 10 })
  // snow and its mirror image fill the picture: by day the eye closes a little
  if (scene.look.name === 'day') scene.grade.key *= 0.82
  standing(scene, () => 0, [
    [side * 1.4, 12, 1.6],
    [-side * 2, 22, 3],
    [side * 8, 34, 4],
  ])
  flying(scene, [[side * 12, eye + 12, 60, 6]])
  return scene
}

/** Colours of thick ice: blue-green, grey, deep blue. */
const ICES: readonly Rgb[] = [
  [0.1, 0.26, 0.3],
  [0.2, 0.25, 0.28],
  [0.06, 0.18, 0.32],
]

/** Snow that lies on the ice in long tongues. */
function drifts({ mesh, scene, streams }: Site): void {
  const random = streams('drifts')
  const ox = random.range(0, 90)
  const least = random.range(0.38, 0.54)
  terrain(mesh, scene.camera, {
    paint: mesh.paint(snowOf()),
    near: 1.5,
    far: 420,
    rows: 190,
    columns: 190,
    halfWidth: 0.78,
    height: (x, z) => {
      const n = value2(x * 0.05 + ox, z * 0.11) * 0.7 + value2(x * 0.2 + ox, z * 0.34) * 0.3
      return (n - least) * 0.6 * smooth(least - 0.2, least + 0.25, n) - 0.012
    },
  })
}

/** White lines through the ice, some of them wide. */
function cracks({ mesh, streams }: Site): void {
  const random = streams('cracks')
  const white = mesh.paint(plain([0.6, 0.68, 0.74], 0.3, 0.1))
  mesh.use(white)
  for (let k = 0; k < 34; k++) {
    let x = random.range(-24, 24)
    let z = random.range(2, 70)
    let a = random.next() * TAU
    const long = Math.floor(random.range(8, 26))
    const wide = random.range(0.012, 0.05) * (1 + z * 0.02)
    let last: readonly [number, number] | null = null
    for (let i = 0; i < long; i++) {
      const w = wide * (1 - i / long) + 0.006
      const left = mesh.vertex(x - sin(a) * w, 0.012, z + cos(a) * w, 0, 0, 0, 1, 0)
      const right = mesh.vertex(x + sin(a) * w, 0.012, z - cos(a) * w, 0, 0, 0, 1, 0)
      if (last) mesh.quad(last[0], last[1], right, left)
      last = [left, right]
      a += random.range(-0.5, 0.5)
      x += cos(a) * 0.9
      z += sin(a) * 0.9
    }
  }
}

/** A tongue of land with snow on it. */
function spit({ mesh, streams }: Site, x: number, z: number): void {
  const random = streams('spit')
  const snow = mesh.paint(snowOf())
  for (let i = 0; i < 7; i++)
    boulder(mesh, random, {
      x: x + (i - 3) * 4.4,
      y: -0.5,
      z: z + random.range(-2, 5),
      radius: random.range(5, 7),
      paint: snow,
      rings: 24,
      flat: 0.24,
    })
  const ice = mesh.paint(iceOf({ features: 0.8 }))
  for (let i = 0; i < 16; i++)
    boulder(mesh, random, {
      x: x + random.range(-16, 16),
      y: 0.1,
      z: z - random.range(6.5, 9),
      radius: random.range(0.2, 0.7),
      paint: ice,
      rings: 9,
    })
}

function wood(site: Site, height: Land): void {
  const { mesh, streams, brief, side } = site
  if (!brief.allows('trees')) return
  const random = streams('firs')
  const { needles, bark } = trees(site, 0.9)
  for (let i = 0, n = 0; i < 5000 && n < 620; i++) {
    const z = 40 + 620 * random.next()
    const x = random.range(-0.66, 0.66) * z
    const y = height(x, z)
    const tall = random.range(7, 16)
    if (y < 0.7 || y > 150 || value2(x * 0.02 + 3, z * 0.02) < 0.36) continue
    n++
    conifer(mesh, random, { x, y: y - 0.3, z, height: tall, distance: Math.max(z, 101) }, random.pick(needles), bark)
  }
  const frame = streams('frame')
  if (!frame.chance(0.6)) return
  for (const [across, z, tall] of [
    [9.5, 15, 9],
    [11.8, 19, 12],
    [14.6, 22, 10],
  ] as const)
    conifer(mesh, frame, { x: side * across, y: 0, z, height: tall * frame.range(0.9, 1.2), distance: z }, frame.pick(needles), bark)
}
