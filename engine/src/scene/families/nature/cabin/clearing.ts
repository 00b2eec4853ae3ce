import { sin, smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { fbm2, gradient2, ridged2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { reflected } from '../light.ts'
import { stoneOf } from '../paints.ts'
import { broadleaf } from '../plant/broadleaf.ts'
import { conifer } from '../plant/conifer.ts'
import { trees } from '../plant/tree-paints.ts'
import { boulder } from '../prop/boulder.ts'
import { cabinForm } from '../prop/cabin-form.ts'
import { cabinOfForm } from '../prop/cabin-of-form.ts'
import { logStack, railFence } from '../prop/homestead.ts'
import { lanternPost, smoke } from '../prop/log-cabin.ts'
import type { Site } from '../site.ts'
import { flying, type Room, standing, withKnolls } from '../spots.ts'
import { cabinSite, floorOf, peaksOf, sward } from './cabin-site.ts'
import { winterAir } from './winter-air.ts'

/** What is behind the cabin: the wood alone, peaks above it, or a hillside that it leans on. */
const BEHIND = ['wood', 'peaks', 'peaks', 'slope', 'open'] as const

/** A cabin in a clearing of the wood, snowbound or green, a trodden path, trees on one side, on both or behind. */
export function clearing(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const shot = streams('shot').pick(['near', 'middle', 'middle', 'far'] as const)
  const near = shot === 'near'
  const high = layout.chance(0.25) && !near
  const eye = high ? layout.range(6, 9) : layout.range(2, 3.8)
  const fov = near ? layout.range(32, 40) : layout.range(42, 58)
  const aim = high ? -0.3 * eye : eye - 0.1
  const site = cabinSite(brief, streams, (side) => ({
    view: {
      eye: [0, eye, 0],
      target: [layout.range(-9, 9) * (near ? 0.5 : 1), aim, 100],
      fov,
      shiftY: high ? 0.06 : layout.range(0.12, 0.24),
    },
    azimuth: brief.mood.time === 'day' ? -side * layout.range(138, 164) : side * layout.range(64, 104),
  }))
  const { mesh, scene, side, snowy, dim } = site
  const land = streams('land')
  const ox = land.range(0, 99)
  const form = cabinForm(streams('form'), brief.accent)
  const cz = land.range(23, 42) * (shot === 'far' ? 1.4 : 1)
  const cx = side * cz * land.range(-0.02, 0.26) * (near ? 0.4 : 1)
  const bend = land.range(2, 7)
  const from = land.range(-4, 4)
  const behind = streams('behind').pick(BEHIND)
  const peak = land.range(150, 420)
  const px = land.range(-420, 420)
  const slope = behind === 'slope' ? land.range(0.16, 0.34) : 0
  // The path leads from the eye to the door.
  const path = (z: number) => {
    const t = smooth(6, cz - 3, z)
    return side * from * (1 - t) + cx * t + side * bend * sin(z * 0.11) * smooth(0, 10, z) * smooth(cz - 3, cz - 16, z)
  }
  const mountains = (x: number, z: number) => {
    if (behind !== 'peaks' || z < 320) return 0
    const r = ridged2(x * 0.0016 + ox, z * 0.0016, 6)
    const dx = (x - px) / 380
    const dz = (z - 1400) / 420
    return smooth(320, 1150, z) * (r * 170 + (peak / (1 + dx * dx + dz * dz)) * (0.6 + 0.6 * r))
  }
  const bare = (x: number, z: number) => {
    const off = Math.abs(x - path(z))
    const trodden = smooth(1.5, 0.5, off) * smooth(60, 30, z)
    return (
      fbm2(x * 0.025 + ox, z * 0.025, 4) * (near ? 1.2 : 3.2) +
      gradient2(x * 0.18, z * 0.18) * 0.22 +
      smooth(60, 260, z) * 26 * value2(x * 0.008 + ox, z * 0.006) +
      slope * (smooth(-26, 60, side * x + z * 0.2) * 50 - 14) * smooth(8, 40, z) +
      mountains(x, z) -
      trodden * (0.3 + (z < 40 ? 0.16 * value2(x * 2.6, z * 2.1) : 0)) +
      smooth(6, 24, Math.abs(x) - z * 0.2) * 1.6
    )
  }
  const room: readonly Room[] = [
    [(cx * 21) / cz - side * 5.5, 21, 2],
    [cx - side * 8, cz - 6, 2],
  ]
  const height = withKnolls(scene.camera, bare, room)
  const far = behind === 'peaks' ? 400 : 900
  terrain(mesh, scene.camera, { paint: mesh.paint(floorOf(site)), near: 2, far, rows: 250, columns: 250, halfWidth: 0.72, height })
  if (behind === 'peaks')
    terrain(mesh, scene.camera, {
      paint: mesh.paint(peaksOf(site, 150, 120, 4)),
      near: 380,
      far: 2600,
      rows: 110,
      columns: 220,
      halfWidth: 0.72,
      height: (x, z) => height(x, z) - 0.4,
    })
  sward(site, (x, z) => (Math.abs(x - path(z)) < 0.9 ? -99 : height(x, z)), 4, 40)
  const chimney = cabinOfForm(site, form, { x: cx, y: height(cx, cz), z: cz, turn: -side * land.range(-0.6, 1) })
  scene.lampBox = [
    [cx - 26, -3, 4],
    [cx + 26, 14, cz + 22],
  ]
  const postZ = layout.range(14, cz - 7)
  const postX = path(postZ) - side * 1.7
  const beside = streams('beside')
  if (beside.chance(0.6)) lanternPost(site, [postX, height(postX, postZ), postZ], side * 0.5)
  const pile = [cx - side * 6.9, cz - 2.4] as const
  if (beside.chance(0.6)) logStack(site, [pile[0], height(...pile), pile[1]], side * beside.range(-0.4, 0.3))
  else woodpile(site, pile[0], height(...pile), pile[1])
  if (beside.chance(0.5)) railFence(site, height, (z) => path(z) + side * 2.1, beside.range(8, 12), cz - 6)
  woods(site, height, path, cx, cz)
  smoke(site, chimney, side)
  winterAir(site, { centre: [0, 10, 70], radius: 110 })
  if (behind === 'peaks') Object.assign(scene.fog, { far: 2400, density: scene.fog.density * 0.5, haze: scene.fog.haze * 0.4 })
  if (!dim) scene.ambient *= 1.25
  if (!snowy) scene.bounce = reflected(scene, [0.1, 0.11, 0.06])
  standing(scene, height, room)
  flying(scene, [[-side * (near ? 2.5 : 5), eye + (aim - eye) * 0.4 + (high ? 5.5 : near ? 4.8 : 7), 40, near ? 2 : 3]])
  return scene
}

function woodpile({ mesh, streams, snowy }: Site, x: number, y: number, z: number): void {
  const random = streams('woodpile')
  const snow = mesh.paint(
    stoneOf({ colour: [0.12, 0.08, 0.05], cover: snowy ? rgb('#e8edf4') : [0.07, 0.08, 0.04], covered: snowy ? 1 : 0.4, features: 3 }),
  )
  for (let i = 0; i < 3; i++)
    boulder(mesh, random, {
      x: x + random.range(-1, 1),
      y,
      z: z + random.range(-0.6, 0.6),
      radius: random.range(0.3, 0.7),
      paint: snow,
      rings: 10,
    })
}

/** Where large trees frame the picture: at one side, at both, or nowhere. */
const FRAMES = ['far', 'near', 'both', 'none'] as const

/** Far forest, trees round the clearing, and in most pictures a row of large ones that frames it. */
function woods(site: Site, height: (x: number, z: number) => number, path: (z: number) => number, cx: number, cz: number): void {
  const { mesh, scene, streams, side, brief, snowy, season } = site
  if (!brief.allows('trees')) return
  const random = streams('firs')
  const { needles, crowns, bark } = trees(site, snowy ? 1 : 0)
  const leafy = snowy ? 0.06 : season === 'autumn' || season === 'spring' ? random.range(0.35, 0.9) : random.range(0, 0.7)
  const gaps = random.range(0.38, 0.6)
  const limit = brief.density === 'sparse' ? 420 : brief.density === 'dense' ? 1100 : 820
  let planted = 0
  for (let i = 0; i < 9000 && planted < limit; i++) {
    const q = random.next()
    const z = 12 + 408 * q * (0.35 + 0.65 * q)
    const x = random.range(-0.6, 0.6) * z + random.range(-2.5, 2.5)
    const tall = random.range(7, 17)
    const leaf = random.pick(needles)
    const crown = random.pick(crowns)
    const broad = value2(x * 0.03 + 60, z * 0.03) * 0.7 + random.next() * 0.3 < leafy
    if (Math.abs(x - path(z)) < 2.6 + z * 0.03 && z < 70) continue
    if (Math.abs(x - cx) < 10 && z > 14 && z < cz + 8) continue
    if (z < 27 && Math.abs(x) < 6.5) continue
    if (z < cz && Math.abs(x - (cx * z) / cz) < 4.5 + z * 0.12) continue
    if (z < 90 && value2(x * 0.06 + 3, z * 0.06) < (z < 50 ? gaps + 0.1 : gaps)) continue
    planted++
    // near ones are of many thousand needles each, and hide one another
    if (z > 16 && z < 78 && random.chance(0.5)) continue
    // beside the picture not even a shadow of it is seen
    if (Math.abs(x) > scene.camera.half * z + tall) continue
    const stand = { x, y: height(x, z) - 0.2, z, height: tall, distance: z < 26 ? z : z * 1.12 }
    if (broad) broadleaf(mesh, random, { ...stand, height: tall * 0.8, distance: Math.max(z * 1.25, 34) }, crown, bark)
    else conifer(mesh, random, stand, leaf, bark)
  }
  const frame = streams('frame')
  const frames = frame.pick(FRAMES)
  const broad = frame.next() < leafy
  for (const hand of [-1, 1]) {
    if (frames === 'none' || (frames === 'far' && hand === 1) || (frames === 'near' && hand === -1)) continue
    for (let k = 0; k < 5; k++) {
      const z = 13 + k * 3.6 + frame.range(-1, 1)
      const x = side * hand * (z * 0.5 + 2.4 + frame.range(0, 2.5))
      if (Math.abs(x - (cx * z) / cz) < 5) continue
      const stand = { x, y: height(x, z) - 0.3, z, height: 10 + 6 * frame.next(), distance: z }
      if (broad) broadleaf(mesh, frame, { ...stand, height: stand.height * 0.8, distance: Math.max(22, z * 1.4) }, frame.pick(crowns), bark)
      else conifer(mesh, frame, stand, needles[1]!, bark)
    }
  }
}
