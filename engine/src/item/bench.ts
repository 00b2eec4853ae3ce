import type { ItemModifier } from '@daedal/protocol/generation/item-plan'
import { smooth } from '../math/dmath.ts'
import { noise3 } from '../math/lattice.ts'
import type { Prng } from '../math/prng.ts'
import type { TriangleMesh } from '../model/mesh/triangle-mesh.ts'
import type { Plane } from '../solid/field/facets.ts'
import type { Bound, Field, Rgb } from '../solid/field/field.ts'
import { gem } from '../solid/material/clear.ts'
import { type MetalFinish, metal } from '../solid/material/metal.ts'
import { leather, wood } from '../solid/material/organic.ts'
import { cracks, crystalline, frost, moss, type Overlay, overlaid } from '../solid/material/overlay.ts'
import { type Inscription, runes } from '../solid/material/runes.ts'
import { rgb } from '../solid/palette.ts'
import type { Lamp, Material, Opaque, Part } from '../solid/render/part.ts'

/** Colours and modifiers an item is built with, all decided before building. */
export type Look = {
  /** A named form of the item. */
  readonly form: string
  readonly modifiers: ReadonlySet<ItemModifier>
  readonly main: Rgb
  readonly trim: Rgb
  /** The plan names the metal of `main`. */
  readonly named: boolean
  /** Everything of metal is of one precious metal, wood and fruit included. */
  readonly gilded: boolean
  /** Main parts are one crystal. */
  readonly crystal: boolean
  /** Colour of stones, liquid and light. */
  readonly accent: Rgb
  /** Colour of cloth, paint and covers. */
  readonly fabric: Rgb
  /** The plan named the colour, so things that have one of their own take it. */
  readonly coloured: boolean
}

/** What an item's builder works at: it adds parts in the materials the look gives. */
export type Bench = Look & {
  /** Decides shape only. */
  readonly random: Prng
  readonly glowing: boolean
  /** Brightness of liquids and lights. */
  readonly brilliance: number
  readonly has: (modifier: ItemModifier) => boolean
  /** @param mesh the surface of the field, where that is known better than cells would find it */
  readonly add: (name: string, field: Field, bound: Bound, material: Material, mesh?: TriangleMesh) => void
  readonly addGem: (planes: readonly Plane[], bound: Bound, colour?: Rgb, finish?: { ior?: number; dense?: number; glow?: number }) => void
  readonly addLamp: (lamp: Lamp) => void
  /** What the item is mainly made of; `unnamed` is its metal when the plan names none. */
  readonly body: (finish?: MetalFinish, unnamed?: Rgb) => Opaque
  /** Fittings. */
  readonly fitting: (finish?: MetalFinish) => Opaque
  readonly timber: (early?: string, late?: string, along?: 'x' | 'y') => Opaque
  readonly hide: (colour: Rgb) => Opaque
  /** A material with letters, where the modifiers ask for them. */
  readonly inscribed: (material: Opaque, inscription: Inscription) => Opaque
}

const CURSED_TIMBER = [rgb('#241c22'), rgb('#463440')] as const
const CURSED_HIDE = rgb('#2a2030')
const GILDED_TIMBER = rgb('#d9a441')
const VERDIGRIS = { rustDark: rgb('#2f5f52'), rustLight: rgb('#6fae94') }

/** Chips of age: never deeper than half the thinnest part, or blades fall apart. */
const chipped =
  (field: Field): Field =>
  (x, y, z) => {
    const d = field(x, y, z)
    return d > 0.12 ? d : d + 0.014 * smooth(0.55, 0.75, noise3(x * 9 + 9, y * 9, z * 9)) + 0.004 * noise3(x * 22, y * 22, z * 22)
  }

/** A crust of ice. */
const iced =
  (field: Field): Field =>
  (x, y, z) => {
    const d = field(x, y, z)
    return d > 0.12 ? d : d - 0.016 * noise3(x * 8, y * 8, z * 8)
  }

export function createBench(look: Look, random: Prng): Bench & { readonly parts: Part[]; readonly lamps: Lamp[] } {
  const has = (modifier: ItemModifier) => look.modifiers.has(modifier)
  const parts: Part[] = []
  const lamps: Lamp[] = []
  const glowing = has('glowing') || has('cursed') || has('fiery')
  const overlays: Overlay[] = []
  if (has('ancient')) overlays.push(moss)
  if (has('frozen')) overlays.push(frost())
  if (has('cursed') || has('fiery')) overlays.push(cracks(look.accent, has('fiery')))
  const weathered = (field: Field) => (has('ancient') ? chipped(field) : has('frozen') ? iced(field) : field)
  const wear = has('ancient') ? 0.8 : has('rusty') ? 0.6 : 0.18
  const rust = has('rusty') ? 0.62 : has('ancient') ? 0.22 : 0
  const patina = has('ancient') && !has('rusty') ? VERDIGRIS : {}
  const swell = has('frozen') ? 0.02 : 0
  const body = look.crystal ? crystalline(look.accent) : null

  return {
    ...look,
    random,
    parts,
    lamps,
    glowing,
    brilliance: glowing ? 1.7 : 1,
    has,
    add(name, field, bound, material, mesh) {
      parts.push({
        name,
        field: weathered(field),
        bound: [bound[0], bound[1], bound[2], bound[3] + swell],
        material: material.kind === 'opaque' ? overlaid(material, overlays) : material,
        ...(mesh && { mesh }),
      })
    },
    addGem(planes, bound, colour = look.accent, finish = {}) {
      parts.push(gem(planes, bound, colour, glowing ? { ...finish, glow: 0.9, veil: 0.02 } : finish))
    },
    addLamp: (lamp) => lamps.push(lamp),
    body: (finish = {}, unnamed = look.main) =>
      body ?? metal(look.named ? look.main : unnamed, { rough: 0.24, wear, rust, ...patina, ...finish }),
    fitting: (finish = {}) => metal(look.trim, { rough: 0.2, wear: wear * 0.7, rust: rust * 0.7, ...patina, ...finish }),
    timber(early = '#5b3820', late = '#96643a', along = 'y') {
      if (look.gilded && !has('rusty')) return metal(GILDED_TIMBER, { rough: 0.3, brush: 0.03 })
      if (has('cursed')) return wood(CURSED_TIMBER[0], CURSED_TIMBER[1], along)
      return wood(rgb(early), rgb(late), along)
    },
    hide: (colour) => leather(has('cursed') ? CURSED_HIDE : colour),
    inscribed(material, inscription) {
      if (!glowing && !has('runed')) return material
      return overlaid(material, [runes(inscription, look.accent, glowing)])
    },
  }
}
