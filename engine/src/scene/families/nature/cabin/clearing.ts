import { sin, smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { fbm2, gradient2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { snowOf, stoneOf } from '../paints.ts'
import { conifer } from '../plant/conifer.ts'
import { trees } from '../plant/tree-paints.ts'
import { boulder } from '../prop/boulder.ts'
import { lanternPost, logCabin, smoke } from '../prop/log-cabin.ts'
import { openSite, type Site } from '../site.ts'
import { flying, type Room, standing, withKnolls } from '../spots.ts'
import { winterAir } from './winter-air.ts'

/** A cabin with lit windows in a snowy clearing, a trodden path, firs on both sides. */
export function clearing(brief: Brief, streams: Streams): Scene {
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, 3.1, 0], target: [0, 3, 100], fov: 50, shiftY: 0.22 },
    azimuth: brief.mood.time === 'day' ? -side * 118 : side * 35,
  }))
  const { mesh, scene, side } = site
  const land = streams('land')
  const ox = land.range(0, 99)
  const path = (z: number) => side * (-2.5 + 4.5 * sin(z * 0.075) * smooth(40, 10, z) + z * 0.09)
  const bare = (x: number, z: number) => {
    const off = Math.abs(x - path(z))
    const trodden = smooth(1.5, 0.5, off) * smooth(60, 30, z)
    return (
      fbm2(x * 0.025 + ox, z * 0.025, 4) * 3.2 +
      gradient2(x * 0.18, z * 0.18) * 0.22 +
      smooth(60, 260, z) * 26 * value2(x * 0.008 + ox, z * 0.006) -
      trodden * (0.3 + (z < 40 ? 0.16 * value2(x * 2.6, z * 2.1) : 0)) +
      smooth(6, 24, Math.abs(x) - z * 0.2) * 1.6
    )
  }
  const cx = side * land.range(5.6, 7.4)
  const cz = land.range(30, 34)
  const room: readonly Room[] = [
    [path(21) - side * 2, 21, 2],
    [cx - side * 8, cz - 6, 2],
  ]
  const height = withKnolls(scene.camera, bare, room)
  terrain(mesh, scene.camera, { paint: mesh.paint(snowOf()), near: 2, far: 900, rows: 320, columns: 280, halfWidth: 0.62, height })
  const ground = height(cx, cz)
  const { chimney } = logCabin(site, { x: cx, y: ground, z: cz, turn: -side * 0.5, snowy: true })
  scene.lampBox = [
    [-24, -3, 4],
    [24, 12, 52],
  ]
  const postX = path(17) - side * 1.7
  lanternPost(site, [postX, height(postX, 17), 17], side * 0.5)
  woodpile(site, cx - side * 6.6, height(cx - side * 6.6, cz - 2.4), cz - 2.4)
  firs(site, height, path, cx, cz)
  smoke(site, chimney, side)
  winterAir(site, { centre: [0, 10, 70], radius: 110 })
  standing(scene, height, room)
  flying(scene, [[-side * 5, 10, 40, 3]])
  return scene
}

function woodpile({ mesh, streams }: Site, x: number, y: number, z: number): void {
  const random = streams('woodpile')
  const snow = mesh.paint(stoneOf({ colour: [0.12, 0.08, 0.05], cover: rgb('#e8edf4'), covered: 1, features: 3 }))
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

/** Far forest, firs round the clearing, and a row of large ones that frames the picture. */
function firs(site: Site, height: (x: number, z: number) => number, path: (z: number) => number, cx: number, cz: number): void {
  const { mesh, streams, side, brief } = site
  if (!brief.allows('trees')) return
  const random = streams('firs')
  const { needles, bark } = trees(site, 1)
  const limit = brief.density === 'sparse' ? 420 : brief.density === 'dense' ? 1300 : 950
  let planted = 0
  for (let i = 0; i < 9000 && planted < limit; i++) {
    const q = random.next()
    const z = 12 + 408 * q * (0.35 + 0.65 * q)
    const x = random.range(-0.53, 0.53) * z + random.range(-2.5, 2.5)
    const tall = random.range(7, 17)
    const leaf = random.pick(needles)
    if (Math.abs(x - path(z)) < 2.6 + z * 0.03 && z < 70) continue
    if (Math.abs(x - cx) < 8.5 && z > 14 && z < 41) continue
    if (z < 27 && Math.abs(x) < 6.5) continue
    if (z < cz && Math.abs(x - (cx * z) / cz) < 4.5 + z * 0.12) continue
    if (z < 90 && value2(x * 0.06 + 3, z * 0.06) < (z < 50 ? 0.6 : 0.5)) continue
    planted++
    conifer(mesh, random, { x, y: height(x, z) - 0.2, z, height: tall, distance: z }, leaf, bark)
  }
  const frame = streams('frame')
  for (let k = 0; k < 5; k++) {
    const z = 14.5 + k * 3.4
    const x = side * (-9.4 - k * 1.3) * (0.8 + k * 0.12)
    conifer(mesh, frame, { x, y: height(x, z) - 0.3, z, height: 12 + 4 * frame.next(), distance: z }, needles[1]!, bark)
  }
}
