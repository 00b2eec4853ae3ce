import { smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { fbm2, gradient2, ridged2, value2, valueFbm2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import type { Streams } from '../../../streams.ts'
import { times } from '../../../vector.ts'
import { leaves } from '../paints.ts'
import { broadleaf } from '../plant/broadleaf.ts'
import { conifer } from '../plant/conifer.ts'
import { grass } from '../plant/grass.ts'
import { trees } from '../plant/tree-paints.ts'
import { rowingBoat } from '../prop/rowing-boat.ts'
import { TURF } from '../season.ts'
import { openSite, type Site } from '../site.ts'
import { floating, flying, type Room, sightAt, standing, withKnolls } from '../spots.ts'
import { finishLake, type Land, valley, woods } from './basin.ts'

/** What is raised by that much above the lake's bed is a hummock that grass grows on, however low it lies. */
const RAISED = 0.5

/** A wide lake in low country: reeds before the eye, a tree alone on an islet, hills far off under much sky. */
export function reedsView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(2.4, 5)
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, eye, 0], target: [layout.range(-8, 8), eye - 7, 100], fov: layout.range(44, 60), shiftY: layout.range(0.02, 0.1) },
    azimuth: side * (brief.mood.time === 'day' ? layout.range(50, 110) : layout.range(6, 40)),
  }))
  const { mesh, scene, side } = site
  const random = streams('land')
  const ox = random.range(0, 200)
  const hills = random.range(18, 90)
  const far = random.range(340, 900)
  // no mountains in half of the pictures: low country under much sky
  const peaks = random.pick([0, 0, 0.4, 1] as const) * random.range(420, 760)
  const iz = random.range(42, 90)
  const ix = side * iz * random.range(-0.1, 0.26)
  const wide = random.range(6, 11)
  const slant = random.range(0.35, 1.3)
  const room: readonly Room[] = [
    [side * 1.2, 11, 1.5],
    [side * 4.6, 13, 1.5],
  ]
  const bank = Math.max(3, sightAt(scene.camera, side * 1.2, 11) + 2.4)
  const bare: Land = (x, z) => {
    const near = smooth(19, 10, z + gradient2(x * 0.11 + ox, 3.3) * 4 - (x * side - 2) * slant) * bank
    const dx = (x - ix) / wide
    const dz = (z - iz) / (wide * 0.7)
    const isle = 3.6 / (1 + (dx * dx + dz * dz) * (dx * dx + dz * dz))
    const w = fbm2(x * 0.0016 + ox, z * 0.0016, 3) * 200
    const land = smooth(far, far + 120, z + w + Math.abs(x) * 0.3)
    return (
      -2.2 +
      near +
      isle +
      smooth(1100, 2500, z + w) * peaks * ridged2(x * 0.0009 + ox, z * 0.0007, 6) +
      land * (4 + hills * smooth(far, far + 900, z) * 2.2 * valueFbm2(x * 0.0013 + ox, z * 0.0009, 4)) +
      fbm2(x * 0.07, z * 0.07, 3) * 0.4
    )
  }
  const height = withKnolls(scene.camera, bare, room)
  valley(site, 500, height)
  woods(site, height, random.range(0.2, 0.65))
  loneTrees(site, height, ix, iz, wide)
  reeds(site, height, bare, room)
  if (brief.allows('boat') && (brief.wants('boat') || layout.chance(0.5)))
    rowingBoat(mesh, {
      x: ix * 0.5 - side * layout.range(3, 8),
      z: layout.range(22, 34),
      turn: side * layout.range(-0.5, 1.2),
      colour: brief.accent ?? rgb(layout.pick(['#7a2a20', '#2a4a5e', '#c8b890', '#3c4c34'] as const)),
    })
  finishLake(site)
  standing(scene, height, room)
  floating(scene, [
    [side * 5, 24, 2.4],
    [-side * 8, 38, 4],
  ])
  flying(scene, [[-side * 10, eye + 4.5, 60, 4.5]])
  return scene
}

/** One to four trees on the islet. */
function loneTrees(site: Site, height: Land, x: number, z: number, wide: number): void {
  const { mesh, streams, brief } = site
  if (!brief.allows('trees')) return
  const random = streams('lone trees')
  const { needles, crowns, bark } = trees(site)
  const count = random.pick([1, 1, 2, 4] as const)
  const firs = random.chance(0.25)
  for (let i = 0; i < count; i++) {
    const tx = x + (i === 0 ? 0 : random.range(-0.5, 0.5) * wide)
    const tz = z + (i === 0 ? 0 : random.range(-0.3, 0.3) * wide)
    const stand = { x: tx, y: height(tx, tz) - 0.2, z: tz, height: random.range(7, 13) * (i === 0 ? 1.2 : 0.7), distance: z }
    if (firs) conifer(mesh, random, stand, random.pick(needles), bark)
    else broadleaf(mesh, random, stand, random.pick(crowns), bark, { spread: random.range(0.9, 1.5) })
  }
}

/** Reeds in shallow water and on the wet bank, in beds with open water between them. */
function reeds({ mesh, streams, season, snowy }: Site, height: Land, bare: Land, room: readonly Room[]): void {
  const random = streams('reeds')
  const [from, to] = TURF[season]
  const dry = rgb('#9a8450')
  const paints = snowy
    ? [mesh.paint(leaves(rgb('#8a7a58'), rgb('#d8d4c8'), { through: 0.3 }))]
    : [mesh.paint(leaves(from, to, { through: 0.35 })), mesh.paint(leaves(times(to, 0.8), dry, { through: 0.35 }))]
  const salt = random.range(0, 60)
  const open = random.range(0.42, 0.56)
  const keptFree = (x: number, z: number) => room.some(([rx, rz, r]) => Math.abs(x - rx) < r + 0.6 && Math.abs(z - rz) < r + 1.2)
  const ground = (tall: boolean) => (x: number, z: number) => {
    const y = height(x, z)
    if (y < -1.1 || (tall && (y > 0.9 || keptFree(x, z)))) return null
    if (tall && Math.abs(x) < 1.6 && z < 14) return null
    return tall && value2(x * 0.22 + salt, z * 0.22) < open ? null : Math.max(y, -0.4)
  }
  grass(mesh, random, { tries: 9000, near: 6, far: 34, spread: 0.66, height: [0.9, 2.3], paints, ground: ground(true) })
  grass(mesh, random, {
    tries: 9000,
    near: 3,
    far: 26,
    spread: 0.66,
    height: [0.12, 0.45],
    paints,
    ground(x, z) {
      const y = height(x, z)
      if (y > -0.1 && y > bare(x, z) + RAISED) return y
      return y < 0.1 ? null : ground(false)(x, z)
    },
  })
}
