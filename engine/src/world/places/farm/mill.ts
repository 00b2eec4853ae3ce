import { cos, mix, PI, smooth } from '../../../math/dmath.ts'
import { blob } from '../../../model/shapes/blob.ts'
import { box } from '../../../model/shapes/box.ts'
import { blend as between, type Rgb } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance, mirrored, towards } from '../../geometry.ts'
import { hen } from '../../kit/animals.ts'
import { bench, fence, lamp } from '../../kit/furniture.ts'
import { reeds, sprinkle } from '../../kit/growths.ts'
import { house, livingRoom } from '../../kit/house.ts'
import { broadleaf } from '../../kit/plants.ts'
import { DARK_WOOD, WOOD } from '../../kit/tints.ts'
import { lake, pier } from '../../kit/water.ts'
import type { Place2 } from '../../land.ts'
import { camp, cart } from '../../props/camp.ts'
import { windmill } from '../../props/landmarks.ts'
import { spotAt, yawTo } from '../../spot.ts'
import type { Layout, World } from '../../world.ts'
import { common, type Field, greensOf, groundOf, HALF, inside, plant, roll } from './site.ts'

/** Where things lie, for one hand. */
type Plan = {
  readonly hill: Place2
  /** Where one comes to the mill, from the middle of its hill. */
  readonly door: Place2
  readonly pond: Place2
  readonly field: Field
  readonly orchard: Place2
  readonly home: Place2
  readonly turn: number
  readonly cart: Place2
  readonly lamps: readonly Place2[]
  /** Ways from where one arrives to the mill; from there to the pond; to the orchard. */
  readonly there: readonly Place2[]
  readonly ashore: readonly Place2[]
  readonly aside: readonly Place2[]
}

const PLANS: readonly Plan[] = [
  // the mill ahead, the pond beside the way
  {
    hill: [-4, -16],
    door: [2.6, 2.6],
    pond: [18, -4],
    field: { x: -20, z: 6, w: 9, d: 9, crop: 'wheat' },
    orchard: [15, 15],
    home: [-7, 1.5],
    turn: 0.9,
    cart: [-4.5, 8.5],
    lamps: [
      [-2, 12.5],
      [4.6, 0.6],
    ],
    there: [
      [0, 12],
      [2, 2],
      [4, -7],
    ],
    ashore: [
      [2, 2],
      [7, -1],
    ],
    aside: [
      [0, 13],
      [6, 14],
      [10, 15],
    ],
  },
  // the mill near on the right, the pond far on the left
  {
    hill: [14, -7],
    door: [-2.8, 2.4],
    pond: [-16, -15],
    field: { x: -20, z: 10, w: 9, d: 9, crop: 'wheat' },
    orchard: [13, 19],
    home: [-1, -12],
    turn: -0.2,
    cart: [-5, 4],
    lamps: [
      [-2.4, 14],
      [6.4, 5],
    ],
    there: [
      [0, 12],
      [4, 4],
      [8, 0],
    ],
    ashore: [
      [4, 4],
      [-1, -3],
      [-5, -8],
    ],
    aside: [
      [0, 16],
      [5, 18],
      [8, 19],
    ],
  },
  // the pond ahead, the mill on its far side
  {
    hill: [9, -22],
    door: [-2.8, 2.4],
    pond: [4, -3],
    field: { x: -19, z: 15, w: 9, d: 8, crop: 'wheat' },
    orchard: [20, 10],
    home: [-15, -9],
    turn: 1.1,
    cart: [-11, 1],
    lamps: [
      [2.4, 14],
      [-9.4, -3],
    ],
    there: [
      [-2, 13],
      [-8, 6],
      [-8.5, -5],
      [-4, -15],
      [2, -18],
    ],
    ashore: [[-8, 0]],
    aside: [
      [-1, 14],
      [8, 13],
      [15, 10],
    ],
  },
]

export const mill: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const plan = sketch.streams('ground plan').pick(PLANS)
  const at = mirrored(side)
  const placed = (place: Place2) => ({ x: side * place[0], z: place[1] })
  const [hill, orchard, home] = [placed(plan.hill), placed(plan.orchard), placed(plan.home)]
  const pond = { ...placed(plan.pond), radius: 7.5 }
  const fields: Field[] = [{ ...plan.field, x: side * plan.field.x }]
  const bank = towards(at(plan.pond), at(plan.ashore.at(-1)!))
  /** A place that many metres from the middle of the pond towards where one comes from. */
  const fromPond = (metres: number): Place2 => [pond.x + bank[0] * metres, pond.z + bank[1] * metres]
  const [landingX, landingZ] = fromPond(9.6)
  const [doorX, doorZ] = at(plan.door)
  const level = -0.7
  return {
    ...common(sketch),
    height(x, z) {
      const base = roll(sketch, x, z) * smooth(-1, 3, inside(fields[0]!, x, z) + 2)
      const rise = 4.6 * smooth(15, 3.5, distance(hill.x, hill.z, x, z))
      const d = distance(pond.x, pond.z, x, z) + (sketch.noise(x * 0.2, z * 0.2) - 0.5) * 4
      return mix(-2, base + rise, smooth(pond.radius * 0.5, pond.radius + 3, d))
    },
    sites: [
      { x: hill.x, z: hill.z, radius: 4.4, y: 4.6, fall: 3 },
      { x: home.x, z: home.z, radius: 5.6, y: 0.5, fall: 5 },
      { x: landingX, z: landingZ, radius: 1.8, y: -0.3, fall: 3 },
    ],
    paths: [
      {
        points: [[0, 33], [random.range(-2, 2), 22], ...plan.there.map(at), [hill.x + doorX, hill.z + doorZ]],
        width: 2,
      },
      { points: [...plan.ashore.map(at), fromPond(7.6)], width: 1.5 },
      { points: plan.aside.map(at), width: 1.5 },
    ],
    waterLevel: level,
    ground: groundOf(sketch, fields, level),
    spawn: [0, 26],
    landmark: [hill.x, 9, hill.z],
    build(world) {
      windmill(world, hill.x, hill.z, yawTo(-hill.x, 26 - hill.z), 1)
      world.kept.push({ x: hill.x, z: hill.z, radius: 4 })
      world.points.push({ name: 'windmill', x: hill.x + doorX, z: hill.z + doorZ + 0.6 })
      house(world, home.x, home.z, side * plan.turn, {
        width: 6.6,
        depth: 5.2,
        height: 2.8,
        wall: rgb('#ead9b8'),
        roof: world.accent(rgb('#b3643c')),
        chimney: true,
        point: 'miller’s house',
        furnish: livingRoom(world, 6.6, 5.2),
      })
      plant(world, fields[0]!)
      camp.scarecrow.build(world, fields[0]!.x, fields[0]!.z, side * 0.8)
      world.points.push({ name: 'wheat field', x: fields[0]!.x + side * 9.8, z: fields[0]!.z + 2 })
      lake(world, pond.x, pond.z, pond.radius * 1.7, rgb('#7ac0a8'), rgb('#2f6f78'))
      pier(world, fromPond(9.2), fromPond(2.6), 1.6, -0.2)
      const [px, pz] = fromPond(4)
      world.points.push({ name: 'pond', x: px, z: pz })
      orchardRows(world, orchard.x, orchard.z)
      world.points.push({ name: 'orchard', x: orchard.x - side * 3.4, z: orchard.z })
      hives(world, side * 8, 21)
      const [cx, cz] = at(plan.cart)
      cart(world, cx, cz, 2)
      world.kept.push({ x: cx, z: cz, radius: 1.8 })
      bench(world, hill.x - side * 2.4, hill.z + 5.4, 0.2)
      lamp(world, 2, 18)
      for (const place of plan.lamps) lamp(world, ...at(place))
      for (let i = 0; i < 4; i++)
        hen(world, home.x + side * (1.6 + i * 0.8), home.z + 5.6 + (i % 2), i * 1.7, i % 2 ? rgb('#a8643a') : rgb('#efe6d6'))
      fence(world, [
        [2.2, 31],
        [2.4, 26],
        [3, 21],
      ])
    },
    dress(world) {
      greensOf(world, (x, z) => inside(fields[0]!, x, z) > 0.8 && distance(orchard.x, orchard.z, x, z) > 9, 24)
      sprinkle(world, 'reed', reeds, 40, (x, z) => Math.abs(distance(pond.x, pond.z, x, z) - pond.radius - 1.6) < 1.6)
    },
  }
}

/** Fruit trees in rows. */
function orchardRows(world: World, x: number, z: number): void {
  const random = world.streams('orchard')
  for (let i = 0; i < 3; i++)
    for (let k = 0; k < 3; k++) {
      const [px, pz] = [x + (i - 1) * 5 + 1.6, z + (k - 1) * 4.6]
      if (Math.abs(px) > HALF - 4) continue
      broadleaf(world, px, pz, 0.85, between(rgb('#6fa045'), rgb('#8fb85a'), random.next()), random, 3)
      const y = world.land.heightAt(px, pz)
      world.solid.at(px, y, pz)
      for (let f = 0; f < 7; f++) {
        const a = f * 2.4
        world.solid.paint(f % 3 ? rgb('#d9382e') : rgb('#e8a03a'))
        blob(world.solid, [cos(a) * 1.35, 2 + 0.25 * (f % 4), cos(a - PI / 2) * 1.35], [0.12, 0.12, 0.12], { detail: 0, rough: 0 })
      }
      world.kept.push({ x: px, z: pz, radius: 1.6 })
    }
}

const HIVES: readonly Rgb[] = ['#e8c85a', '#8fb8c8', '#e8a08a'].map(rgb)

function hives(world: World, x: number, z: number): void {
  for (const [i, colour] of HIVES.entries()) {
    const spot = spotAt(world, x + (i - 1) * 1.3, z, 0.2)
    const { solid } = world
    solid.paint(DARK_WOOD)
    box(solid, [0, 0, 0], [0.7, 0.25, 0.6])
    solid.paint(colour, { vary: 0.03 })
    for (const y of [0.25, 0.6]) box(solid, [0, y, 0], [0.62, 0.33, 0.54])
    solid.paint(WOOD)
    box(solid, [0, 0.93, 0], [0.76, 0.08, 0.68])
    spot.block([0, 0, 0], [0.7, 1, 0.6])
    spot.keep(0.8)
  }
}
