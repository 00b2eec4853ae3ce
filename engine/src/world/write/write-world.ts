import type { WorldPlan } from '@daedal/protocol/generation/world-plan'
import { cos, saturate, sin, TAU } from '../../math/dmath.ts'
import type { Texels } from '../../model/canonical.ts'
import { createGlb, type GlbWriter } from '../../model/glb.ts'
import { encodeJpeg } from '../../model/jpeg.ts'
import type { Model } from '../../model/model.ts'
import { primitive, type Triangles } from '../../model/primitive.ts'
import type { Rgb } from '../../scene/vector.ts'
import { bakeGrowth, bakeModel, bakeMoving, bakePlain } from '../bake/bake-model.ts'
import type { Light } from '../bake/light.ts'
import type { GroundMesh } from '../ground-mesh.ts'
import type { Walk } from '../nav.ts'
import type { Moving, World } from '../world.ts'
import { createShapes, staticBody, writeColliders } from './write-colliders.ts'
import { writeGameplay } from './write-gameplay.ts'

const JPEG_QUALITY = 84

/** Materials show their colours as they are: all light is baked. */
function material(glb: GlbWriter, name: string, pbr: { readonly [key: string]: number | { readonly index: number } }, more = {}): number {
  glb.uses('KHR_materials_unlit')
  return glb.material({
    name,
    extensions: { KHR_materials_unlit: {} },
    pbrMetallicRoughness: { metallicFactor: 0, roughnessFactor: 0.95, ...pbr },
    ...more,
  })
}

function addMesh(glb: GlbWriter, name: string, triangles: Triangles, material: number, node = {}): { mesh: number; node: number } | null {
  const part = primitive(glb, triangles, material)
  if (!part) return null
  const mesh = glb.mesh(name, [part])
  return { mesh, node: glb.node({ name, mesh, ...node }) }
}

const trianglesOf = (model: Model, colours: Float32Array, index: ArrayLike<number> = model.index): Triangles => ({
  positions: model.positions,
  colours,
  index,
})

/** Solid things in four quarters, so that a viewer leaves out those behind it. */
function addSolid(glb: GlbWriter, { solid }: World, colours: Float32Array, material: number): void {
  const quarters: number[][] = [[], [], [], []]
  for (let t = 0; t < solid.index.length; t += 3) {
    const p = solid.index[t]! * 3
    quarters[(solid.positions[p]! > 0 ? 1 : 0) + (solid.positions[p + 2]! > 0 ? 2 : 0)]!.push(
      solid.index[t]!,
      solid.index[t + 1]!,
      solid.index[t + 2]!,
    )
  }
  for (const [i, index] of quarters.entries()) addMesh(glb, `static_${i}`, trianglesOf(solid, colours, index), material)
}

/** A turn about an axis in five quarter steps. */
function addTurn(glb: GlbWriter, { axis, yaw, period }: Moving, node: number, times: Map<number, number>): void {
  const seconds = Math.abs(period)
  const input =
    times.get(seconds) ??
    glb.accessor(
      Float32Array.from([0, 1, 2, 3, 4], (k) => (k / 4) * seconds),
      'SCALAR',
      { bounds: true },
    )
  times.set(seconds, input)
  const rotations: number[] = []
  const [ys, yc] = [sin(yaw / 2), cos(yaw / 2)]
  for (let i = 0; i < 5; i++) {
    const a = ((period < 0 ? -1 : 1) * TAU * i) / 8
    const [s, c] = [sin(a), cos(a)]
    if (axis === 'y') rotations.push(0, s, 0, c)
    else rotations.push(ys * s, ys * c, yc * s, yc * c)
  }
  glb.turn(node, input, glb.accessor(Float32Array.from(rotations), 'VEC4'))
}

const shown = (colour: Rgb) => colour.map(saturate)

/** The plan's members in one order, so that a plan that was stored and read back gives the same file. */
const inOrder = ({ kind, engineVersion, place, layout, time, density, props, accent }: WorldPlan) => ({
  kind,
  engineVersion,
  place,
  layout,
  time,
  density,
  props,
  accent,
})

/** The file of a finished world. */
export function writeWorld(world: World, ground: GroundMesh, texels: Texels, light: Light, plan: WorldPlan, walked: Walk): Uint8Array {
  const { look, draft } = world
  const glb = createGlb('daedal')
  const image = glb.texture('ground', 'image/jpeg', encodeJpeg(texels.rgb, texels.width, texels.height, JPEG_QUALITY))
  const grounded = material(glb, 'ground', { baseColorTexture: { index: image } })
  const baked = material(glb, 'baked', {}, { doubleSided: true })
  const shapes = createShapes()
  const floor = primitive(glb, ground, grounded)!
  const mesh = glb.mesh('ground', [floor])
  glb.node({ name: 'ground', mesh, extensions: staticBody(shapes.of({ type: 'trimesh', trimesh: { mesh } })) })
  addSolid(glb, world, bakeModel(world, light, world.solid), baked)
  addMesh(glb, 'sky_backdrop', trianglesOf(world.far, bakePlain(world.far, 'glow')), baked, { extras: { noCollision: true } })
  if (world.water.index.length > 0) {
    const surface = material(glb, 'water', { roughnessFactor: 0.1 }, { alphaMode: 'BLEND', doubleSided: true })
    addMesh(glb, 'water', trianglesOf(world.water, bakePlain(world.water, 'colour')), surface)
  }
  for (const [name, growth] of world.growths) addMesh(glb, `growth_${name}`, bakeGrowth(world, light, growth), baked)
  const times = new Map<number, number>()
  for (const moving of world.moving) {
    const added = addMesh(glb, moving.name, trianglesOf(moving.form, bakeMoving(world, moving.form)), baked, { translation: moving.at })
    if (added) addTurn(glb, moving, added.node, times)
  }
  writeGameplay(glb, world)
  writeColliders(glb, world, shapes)
  for (const extension of ['OMI_physics_shape', 'OMI_physics_body']) glb.uses(extension)
  const outdoors = !draft.interior
  if (outdoors) glb.uses('OMI_environment_sky')
  const gradient = { topColor: shown(look.zenith), horizonColor: shown(look.horizon), bottomColor: shown(look.below ?? look.horizon) }
  return glb.finish(
    {
      name: plan.place,
      extras: {
        sky: {
          type: 'gradient',
          zenith: look.zenith,
          horizon: look.horizon,
          sunDirection: look.sun,
          sunColor: look.sunlight,
          ambient: look.ambient,
        },
        fog: { color: look.horizon, near: 60, far: 320 },
        plan: inOrder(plan),
        walkableArea: walked.area,
        walkable: walked.map,
      },
      ...(outdoors ? { extensions: { OMI_environment_sky: { sky: 0 } } } : {}),
    },
    {
      extensions: {
        OMI_physics_shape: { shapes: shapes.list },
        ...(outdoors ? { OMI_environment_sky: { skies: [{ type: 'gradient', gradient }] } } : {}),
      },
    },
  )
}
