import { cos, sin, smooth, TAU } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import { rgb } from '../../../../solid/palette.ts'
import { MATERIAL } from '../../../material/material-id.ts'
import { plain } from '../../../material/paints.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { fbm2, value2 } from '../../../noise.ts'
import { terrain } from '../../../shape/terrain.ts'
import { type Rgb, times, type Vec3 } from '../../../vector.ts'
import { lakeSurface } from '../../nature/ground/lake-surface.ts'
import { reflected } from '../../nature/light.ts'
import { ground, lakeOf, leaves } from '../../nature/paints.ts'
import { broadleaf } from '../../nature/plant/broadleaf.ts'
import { conifer } from '../../nature/plant/conifer.ts'
import { grass } from '../../nature/plant/grass.ts'
import { trees } from '../../nature/plant/tree-paints.ts'
import type { Site } from '../../nature/site.ts'
import { cumulus } from '../../nature/sky.ts'
import { type Room, standing, withKnolls } from '../../nature/spots.ts'

/** Black, peaty or green with weed, deep down and at the edge. */
const WATERS: readonly (readonly [deep: Rgb, bed: Rgb])[] = [
  [
    [0.012, 0.019, 0.009],
    [0.035, 0.036, 0.014],
  ],
  [
    [0.03, 0.014, 0.005],
    [0.07, 0.036, 0.012],
  ],
  [
    [0.02, 0.06, 0.014],
    [0.06, 0.1, 0.02],
  ],
]

/** Height of the ground at x, z; the water is at 0. */
export type Bog = (x: number, z: number) => number

/** Tussocks and mud in dark water; `dry` lifts the ground where it is 1 and sinks it where it is 0. Things have room on `room`. */
export function bog(site: Site, dry: (x: number, z: number) => number, room: readonly Room[]): Bog {
  const { mesh, scene, streams, snowy, dim, brief } = site
  const random = streams('land')
  const ox = random.range(0, 99)
  const bare: Bog = (x, z) =>
    -1.1 + 1.7 * dry(x, z) + fbm2(x * 0.11 + ox, z * 0.11, 4) * 1.3 + fbm2(x * 0.6, z * 0.6, 2) * 0.12 + smooth(70, 200, z) * 2.4
  const height = withKnolls(scene.camera, bare, room)
  standing(scene, height, room)
  const tone = random.next()
  const mud = ground({
    rock: rgb('#3c3226'),
    grass: snowy ? rgb('#d8e0ea') : tone < 0.5 ? rgb('#34401f') : rgb('#44411f'),
    dryGrass: snowy ? rgb('#e4eaf2') : rgb('#4a4426'),
    shore: 0.06,
    shoreBand: 0.3,
    scale: 0.8,
    bump: 1.2,
    rockiness: -0.3,
  })
  terrain(mesh, scene.camera, { paint: mesh.paint(mud), near: 1.6, far: 340, rows: 200, columns: 210, halfWidth: 0.8, height })
  const light = dim ? 0.3 : 1
  const { weather } = brief.mood
  const [deep, bed] = streams('water').pick(WATERS)
  const water = lakeOf({
    deep: times(deep, light),
    waves: weather === 'rain' || weather === 'storm' ? 0.5 : 0.12,
    scale: 0.7,
    bed: times(bed, light),
    lostAt: 0.9,
  })
  lakeSurface(mesh, scene.camera, mesh.paint(water), 260, height)
  scene.mirror = { height: 0, material: MATERIAL.lake, resolution: 380 }
  return height
}

/** Reeds at the water's edge. */
export function reeds(site: Site, height: Bog, tries = 4200, tall: readonly [number, number] = [0.5, 1.5]): void {
  const { mesh, streams, snowy } = site
  const paints = (snowy ? ['#8a8068', '#a89c80'] : ['#4c5a28', '#6a6a34', '#7c6c3c']).map((hex) =>
    mesh.paint(leaves(rgb(hex), rgb(hex), { through: 0.3 })),
  )
  grass(mesh, streams('reeds'), {
    tries,
    near: 3.4,
    far: 48,
    spread: 0.66,
    height: tall,
    paints,
    ground: (x, z) => {
      const y = height(x, z)
      return y < -0.35 || y > 0.5 || value2(x * 0.3 + 5, z * 0.3) < 0.46 ? null : y
    },
  })
}

/** Leaves of water lilies, here and there one in flower. */
export function lilies({ mesh, streams, brief, snowy }: Site, height: Bog, count = 240): void {
  if (snowy) return
  const random = streams('lilies')
  const pads = ['#3c5a28', '#4a6a30', '#2f4c26'].map((hex) => mesh.paint(plain(rgb(hex), 0.45, 0.25)))
  const petal = mesh.paint(leaves(brief.accent ?? rgb('#e8c8d8'), rgb('#f8f0f4'), { through: 0.3 }))
  for (let i = 0, laid = 0; i < 2600 && laid < count; i++) {
    const z = 4 + 44 * random.next() * random.next()
    const x = random.range(-0.6, 0.6) * (z + 2)
    const r = random.range(0.13, 0.34)
    if (height(x, z) > -0.3 || value2(x * 0.22 + 31, z * 0.22) < 0.56) continue
    laid++
    pad(mesh, random, x, z, r, random.pick(pads))
    if (!brief.allows('flowers') || random.next() > 0.12) continue
    blossom(mesh, x, 0.05, z, r * 0.62, petal)
  }
}

function pad(mesh: MeshBuilder, random: Prng, x: number, z: number, r: number, paint: Paint): void {
  const first = random.next() * TAU
  mesh.use(paint)
  const middle = mesh.vertex(x, 0.035, z, 0, 0, 0, 1, 0)
  let last = -1
  for (let i = 0; i <= 11; i++) {
    const a = first + (TAU * 0.94 * i) / 11
    const v = mesh.vertex(x + cos(a) * r, 0.03 + 0.012 * (i & 1), z + sin(a) * r, i, 1, 0, 1, 0)
    if (last >= 0) mesh.triangle(middle, last, v)
    last = v
  }
}

function blossom(mesh: MeshBuilder, x: number, y: number, z: number, r: number, paint: Paint): void {
  mesh.use(paint, true)
  for (let ring = 0; ring < 2; ring++)
    for (let i = 0; i < 8; i++) {
      const a = (TAU * (i + ring * 0.5)) / 8
      const out = r * (1 - ring * 0.4)
      const up = r * (0.45 + ring * 0.5)
      mesh.quad(
        mesh.vertex(x, y, z, 1, 0, 0, 1, 0),
        mesh.vertex(x + cos(a + 0.3) * out * 0.6, y + up * 0.5, z + sin(a + 0.3) * out * 0.6, 1, 0.4, cos(a), 0.6, sin(a)),
        mesh.vertex(x + cos(a) * out, y + up, z + sin(a) * out, 1, 1, cos(a), 0.6, sin(a)),
        mesh.vertex(x + cos(a - 0.3) * out * 0.6, y + up * 0.5, z + sin(a - 0.3) * out * 0.6, 1, 0.4, cos(a), 0.6, sin(a)),
      )
    }
}

/** Moss that hangs in strands from each of the places. */
export function hangingMoss(mesh: MeshBuilder, random: Prng, from: readonly Vec3[], long: number, paint: Paint): void {
  mesh.use(paint, true)
  for (const [x, y, z] of from)
    for (let k = 0; k < 8; k++) {
      const px = x + random.range(-0.35, 0.35)
      const pz = z + random.range(-0.3, 0.3)
      const drop = long * random.range(0.35, 1)
      const w = random.range(0.015, 0.05)
      const sway = random.range(-0.12, 0.12)
      const a = mesh.vertex(px - w, y + 0.1, pz, 0.5, 0.2, 0, 0.3, -1)
      const b = mesh.vertex(px + w, y + 0.1, pz, 0.5, 0.4, 0, 0.3, -1)
      const c = mesh.vertex(px + w * 0.8 + sway * 0.5, y - drop * 0.6, pz, 0.7, 0.6, 0, 0.3, -1)
      const d = mesh.vertex(px - w * 0.8 + sway * 0.5, y - drop * 0.6, pz, 0.7, 0.4, 0, 0.3, -1)
      mesh.quad(a, b, c, d)
      mesh.triangle(d, c, mesh.vertex(px + sway, y - drop, pz, 0.9, 0.8, 0, 0.3, -1))
    }
}

/** A dark edge of forest round the swamp. */
export function farWood(site: Site, height: Bog, from: number, count: number, free: (x: number, z: number) => boolean = () => true): void {
  const { mesh, streams, brief } = site
  if (!brief.allows('trees')) return
  const random = streams('far wood')
  const { needles, crowns, bark } = trees(site)
  const leafy = site.snowy ? 0 : streams('kind of far wood').pick([0, 0.3, 0.85] as const)
  for (let i = 0; i < count; i++) {
    const z = from + 150 * random.next() * random.next()
    const x = random.range(-0.72, 0.72) * z
    const tall = random.range(9, 20)
    const leaf = random.pick(needles)
    if (!free(x, z)) continue
    const stand = { x, y: Math.max(0, height(x, z)) - 0.4, z, height: tall }
    if (value2(x * 0.04 + 70, z * 0.04) < leafy)
      broadleaf(mesh, random, { ...stand, height: tall * 0.8, distance: Math.max(z, 205) }, random.pick(crowns), bark, { spread: 1.2 })
    else conifer(mesh, random, { ...stand, distance: Math.max(z, 105) }, leaf, bark, 1.2)
  }
}

/** Damp air, thicker over the water, with lights that wander by night. */
export function swampAir(site: Site, tint: Rgb): void {
  const { scene, brief, dim, streams } = site
  const { weather } = brief.mood
  const thick = weather === 'fog' ? 2.1 : weather === 'clear' ? 1 : 1.4
  scene.clouds = cumulus(site, { cover: 0.46, banks: 0.4 })
  Object.assign(scene.sun, { centre: [0, 8, 46], radius: 72, resolution: 1536, normalBias: 0.09, depthBias: 0.1 })
  Object.assign(scene.fog, {
    density: 0.0075 * thick,
    thinning: 7,
    haze: 0.0016 * thick,
    far: 240,
    noise: 0.8,
    noiseScale: 0.07,
    steps: 26,
    sunPhase: 1.3,
    shaft: 1.2,
    shaftShade: 0.35,
    skyMix: 0.45,
    lamps: 0.9,
    sky: 0.25,
  })
  const mixed = scene.fog.colour
  scene.fog.colour = [mixed[0] * tint[0], mixed[1] * tint[1], mixed[2] * tint[2]]
  scene.bounce = reflected(scene, [0.06, 0.07, 0.045])
  scene.occlusionRadius = 1.5
  if (!dim) return
  const random = streams('wisps')
  const count = 16 + Math.floor(random.range(0, 26))
  for (let i = 0; i < count; i++) {
    const z = random.range(6, 40)
    scene.glows.push({
      x: random.range(-0.5, 0.5) * z,
      y: random.range(0.3, 2.6),
      z,
      colour: i % 7 === 0 ? [0.4, 1, 0.8] : [0.85, 0.95, 0.35],
      intensity: i % 7 === 0 ? 1.6 : random.range(0.3, 1),
      size: i % 7 === 0 ? 0.12 : 0.04,
    })
  }
}
