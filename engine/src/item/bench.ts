import type { ItemModifier } from '@daedal/protocol/generation/item-plan'
import { smooth } from '../math/dmath.ts'
import { noise3 } from '../math/lattice.ts'
import type { Prng } from '../math/prng.ts'
import type { TriangleMesh } from '../model/mesh/triangle-mesh.ts'
import type { Plane } from '../solid/field/facets.ts'
import type { Bound, Field, Rgb } from '../solid/field/field.ts'
import { gem, glass } from '../solid/material/clear.ts'
import { type MetalFinish, metal } from '../solid/material/metal.ts'
import { leather, wood } from '../solid/material/organic.ts'
import { cracks, frost, type Overlay, overlaid } from '../solid/material/overlay.ts'
import { dots, fractures, stripes } from '../solid/material/pattern.ts'
import { type Inscription, runes } from '../solid/material/runes.ts'
import { rgb } from '../solid/palette.ts'
import type { Lamp, Material, Opaque, Part } from '../solid/render/part.ts'
import { type Substance, substanceOf } from './substance.ts'
import { corrosion, grime, moss } from './weathering.ts'

const { abs, max } = Math

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
  /** What main parts are made of when that is no metal. */
  readonly substance: Substance | null
  /** Main parts are of one substance, those included that are usually painted, baked or grown. */
  readonly whole: boolean
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
  /** Jewellery: what the plan names, else the metal of fittings. */
  readonly jewel: (finish?: MetalFinish) => Opaque
  readonly timber: (early?: string, late?: string, along?: 'x' | 'y') => Opaque
  readonly hide: (colour: Rgb) => Opaque
  /** A material with letters, where the modifiers ask for them. */
  readonly inscribed: (material: Opaque, inscription: Inscription) => Opaque
}

const CURSED_TIMBER = [rgb('#241c22'), rgb('#463440')] as const
const CURSED_HIDE = rgb('#2a2030')
const CLEAR = [0.72, 0.86, 0.88] as const
/** How much of a colour a sheet of glass lets through. */
const stained = (share: number) => 1 - (1 - share) * 0.62
const CREAM = rgb('#f2ead6')
const GILDED_TIMBER = rgb('#d9a441')

/** Chips of age: never deeper than half the thinnest part, or blades fall apart. */
const chipped =
  (field: Field): Field =>
  (x, y, z) => {
    const d = field(x, y, z)
    return d > 0.12 ? d : d + 0.011 * smooth(0.55, 0.75, noise3(x * 9 + 9, y * 9, z * 9)) + 0.003 * noise3(x * 22, y * 22, z * 22)
  }

/** A crust of ice. */
const iced =
  (field: Field): Field =>
  (x, y, z) => {
    const d = field(x, y, z)
    return d > 0.12 ? d : d - 0.016 * noise3(x * 8, y * 8, z * 8)
  }

/** A jagged gap that runs in from the right and narrows to the left: what is slender breaks in two. */
const torn =
  (field: Field): Field =>
  (x, y, z) => {
    const d = field(x, y, z)
    const ragged = 0.1 * (noise3(x * 5 + 3, z * 5, 2.5) - 0.5) + 0.04 * (noise3(x * 17, z * 17, 8.5) - 0.5)
    return max(d, (0.018 + 0.045 * (x + 0.25) - abs(y - 0.12 - 0.3 * x - ragged)) * 0.7)
  }

/** A surface that glides light: what it was made of shows, scratches and dust do not. */
const buffed: Overlay = (s) => {
  s.rough *= 0.35
  s.coat = max(s.coat, s.metal > 0.5 ? 0.25 : 0.9)
}

/** Paint that stands out from a ground: pale on dark, the item's colour on pale. */
const paintOn = ([r, g, b]: Rgb, look: Look): Rgb => (r * 0.3 + g * 0.55 + b * 0.15 > 0.3 ? look.fabric : CREAM)

export function createBench(look: Look, random: Prng): Bench & { readonly parts: Part[]; readonly lamps: Lamp[] } {
  const has = (modifier: ItemModifier) => look.modifiers.has(modifier)
  const parts: Part[] = []
  const lamps: Lamp[] = []
  const glowing = has('glowing') || has('cursed') || has('fiery')
  const overlays: Overlay[] = []
  if (has('ancient')) overlays.push(moss)
  else if (has('worn')) overlays.push(grime)
  if (has('frozen')) overlays.push(frost())
  if (has('cursed') || has('fiery')) overlays.push(cracks(look.accent, has('fiery')))
  if (has('broken')) overlays.push(fractures())
  if (has('polished')) overlays.push(buffed)
  const crusted = (field: Field) => (has('ancient') ? chipped(field) : has('frozen') ? iced(field) : field)
  const weathered = (field: Field) => (has('broken') ? torn(crusted(field)) : crusted(field))
  const wear = has('ancient') ? 0.8 : has('worn') ? 0.7 : has('rusty') ? 0.6 : has('polished') ? 0 : 0.18
  const smoothed: MetalFinish = has('polished') ? { brush: 0, hammer: 0, rough: 0.1 } : {}
  const rust = has('rusty') ? 0.62 : has('ancient') ? 0.22 : has('worn') ? 0.14 : 0
  /** A metal as time left it. */
  const aged = (base: Rgb, finish: MetalFinish, share: number): Opaque => {
    const bare = metal(base, { wear, ...finish, ...smoothed })
    return share > 0 ? overlaid(bare, [corrosion(base, share)]) : bare
  }
  // parts of glass are seen through, except where letters, paint or frost lie on them
  const blown = new Set<Material>()
  const [red, green, blue] = look.coloured ? look.accent : CLEAR
  const clear = glass(CLEAR, [stained(red), stained(green), stained(blue)], 1.28, 0.03)
  const patterns = (ground: Rgb): Overlay[] => [
    ...(has('striped') ? [stripes(paintOn(ground, look))] : []),
    ...(has('spotted') ? [dots(paintOn(ground, look))] : []),
  ]
  const swell = has('frozen') ? 0.02 : 0

  const body: Bench['body'] = (finish = {}, unnamed = look.main) => {
    if (!look.substance) return aged(look.named ? look.main : unnamed, { rough: 0.24, ...finish }, rust)
    const made = substanceOf(look.substance, look.accent, finish)
    if (look.substance === 'glass') blown.add(made)
    return made
  }
  const fitting: Bench['fitting'] = (finish = {}) => aged(look.trim, { rough: 0.2, wear: wear * 0.7, ...finish }, rust * 0.7)

  return {
    ...look,
    random,
    parts,
    lamps,
    glowing,
    brilliance: glowing ? 1.7 : 1,
    has,
    add(name, field, bound, material, mesh) {
      const cover = material.kind === 'opaque' ? [...patterns(material.base), ...overlays] : []
      const dressed = material.kind === 'opaque' ? overlaid(material, cover) : material
      parts.push({
        name,
        field: weathered(field),
        bound: [bound[0], bound[1], bound[2], bound[3] + swell],
        material: cover.length === 0 && blown.has(material) ? clear : dressed,
        ...(mesh && { mesh }),
      })
    },
    addGem(planes, bound, colour = look.accent, finish = {}) {
      parts.push(gem(planes, bound, colour, glowing ? { ...finish, glow: 0.9, veil: 0.02 } : finish))
    },
    addLamp: (lamp) => lamps.push(lamp),
    body,
    fitting,
    jewel: (finish = {}) => (!look.gilded && (look.named || look.whole) ? body(finish) : fitting(finish)),
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
