import { place, smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Bound, Field, Rgb } from '../../solid/field/field.ts'
import { ellipsoid } from '../../solid/field/shapes.ts'
import { metal } from '../../solid/material/metal.ts'
import { leather } from '../../solid/material/organic.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb, scale } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { fabric } from '../material/soft.ts'
import { isHuman, type Traits } from '../traits.ts'
import { foot, sole } from './extremities.ts'
import { type Cut, legField } from './form.ts'
import type { Frame } from './frame.ts'

const { abs } = Math

type Lower = 'top' | 'trim' | 'dark' | 'none'
type Shoe = 'trainers' | 'leather' | 'boots' | 'slippers'

/** What goes with a garment of the upper body: how it is cut, of what cloth the trousers are, and the shoes. */
export type Outfit = { readonly cut: (frame: Frame) => Cut; readonly trousers: Lower; readonly shoes: Shoe; readonly gloves?: boolean }

const waisted =
  (sleeve: Cut['sleeve'], below: number) =>
  ({ hip }: Frame): Cut => ({ sleeve, hem: hip.y - below, skirt: 0 })

const gown =
  (sleeve: Cut['sleeve'], share: number, skirt: number) =>
  ({ hip, floor }: Frame): Cut => ({ sleeve, hem: hip.y + (floor + 0.16 - hip.y) * share, skirt })

const EVERYDAY = { trousers: 'dark', shoes: 'trainers' } as const

export const OUTFITS: Record<Traits['clothes'], Outfit> = {
  none: { cut: waisted('short', 0.02), ...EVERYDAY },
  't-shirt': { cut: waisted('short', 0.02), ...EVERYDAY },
  stripes: { cut: waisted('long', 0.02), ...EVERYDAY },
  sweater: { cut: waisted('long', 0.04), ...EVERYDAY },
  hoodie: { cut: waisted('long', 0.08), ...EVERYDAY },
  scarf: { cut: waisted('long', 0.04), ...EVERYDAY },
  jacket: { cut: waisted('long', 0.04), trousers: 'dark', shoes: 'boots' },
  overalls: { cut: waisted('long', 0.02), trousers: 'top', shoes: 'boots' },
  suit: { cut: waisted('long', 0.26), trousers: 'top', shoes: 'leather' },
  dress: { cut: gown('short', 0.56, 0.78), trousers: 'none', shoes: 'slippers' },
  robe: { cut: gown('wide', 0.96, 0.76), trousers: 'none', shoes: 'leather' },
  hanfu: { cut: gown('wide', 0.98, 0.74), trousers: 'none', shoes: 'slippers' },
  kimono: { cut: gown('wide', 0.93, 0.56), trousers: 'none', shoes: 'slippers' },
  sari: { cut: waisted('short', -0.4), trousers: 'none', shoes: 'slippers' },
  armour: { cut: waisted('long', 0.22), trousers: 'dark', shoes: 'boots' },
  spacesuit: { cut: waisted('long', 0.02), trousers: 'top', shoes: 'boots', gloves: true },
}

const TROUSERS = ['#2d3142', '#3b4a6b', '#4a3b32', '#33413a', '#5b5148', '#2a2f38'].map(rgb)
const TRAINERS = ['#e8e2d6', '#a63d40', '#2f5d8a', '#3c3f45', '#d9a03a'].map(rgb)
const LEATHERS = ['#3a2418', '#1e1b1c', '#5a3421'].map(rgb)
const SOLE = plain(rgb('#efebe2'), { rough: 0.8 })
const DARK_SOLE = plain(rgb('#1c1a1c'), { rough: 0.8 })

/** A part of an outfit below the waist or at the ends of the limbs; all on both sides alike. */
export type LowerPart = { readonly name: string; readonly field: Field; readonly material: Opaque; readonly triangles: number }

const both =
  (field: Field): Field =>
  (x, y, z) =>
    field(abs(x), y, z)

/** Trousers from the waist to the ankles. */
export function trousers(frame: Frame, cloth: Opaque, grown: number, top: number): LowerPart {
  const { hip, hips, depth, z: middle, ankle } = frame
  const legs = legField(frame, grown + 0.015)
  const field: Field = (x, y, z) => {
    let d = legs(x, y, z)
    d = smoothMin(d, ellipsoid(x, y - hip.y - 0.08, z - middle, hips + grown, 0.34 + grown, depth * 0.97 + grown), 0.12)
    d = smoothMin(d, ellipsoid(x, y - hip.y - 0.42, z - middle, frame.belly + grown, 0.4, depth + grown), 0.12)
    return smoothMax(smoothMax(d, y - top, 0.02), ankle - 0.02 - y, 0.02)
  }
  return { name: 'trousers', field: both(field), material: cloth, triangles: 1900 }
}

function shoesOf(frame: Frame, kind: Shoe, { random, trim }: Traits): LowerPart[] {
  const own = random('shoes')
  const trainer = own.pick(TRAINERS)
  const hide = own.pick(LEATHERS)
  const { ankle } = frame
  if (kind === 'slippers')
    return [
      { name: 'shoes', field: both(foot(0.03, 0.03)(frame)), material: fabric(scale(trim, 0.9)), triangles: 900 },
      { name: 'soles', field: both(sole(0.045, 0.05)(frame)), material: DARK_SOLE, triangles: 420 },
    ]
  if (kind === 'boots') {
    const field = foot(0.055, 0.05)(frame)
    const shaft = legField(frame, 0.05)
    const boot: Field = (x, y, z) => smoothMin(field(x, y, z), smoothMax(shaft(x, y, z), abs(y - ankle - 0.12) - 0.2, 0.03), 0.04)
    return [
      { name: 'boots', field: both(boot), material: leather(hide), triangles: 1200 },
      { name: 'soles', field: both(sole(0.075, 0.09)(frame)), material: DARK_SOLE, triangles: 420 },
    ]
  }
  const smart = kind === 'leather'
  return [
    {
      name: 'shoes',
      field: both(foot(0.045, 0.04)(frame)),
      material: smart ? plain(hide, { rough: 0.25, coat: 0.5 }) : fabric(trainer, { sheen: 0.2 }),
      triangles: 900,
    },
    { name: 'soles', field: both(sole(0.07, smart ? 0.06 : 0.1)(frame)), material: smart ? DARK_SOLE : SOLE, triangles: 420 },
  ]
}

/** Steel plates that hang from a belt over the thighs, and knees of steel. */
function tassets(frame: Frame, plate: Opaque, gilt: Opaque): LowerPart[] {
  const { hip, hips, depth, z: middle, leg, knee } = frame
  const skirt: Field = (x, y, z) => {
    const ring = ellipsoid(x, (y - hip.y) * 0.4, z - middle, hips + 0.16, 0.5, depth + 0.17)
    const lames = 0.012 * abs((((y * 7) % 1) + 1) % 1 - 0.5)
    return smoothMax(abs(ring) - 0.02 + lames, abs(y - hip.y + 0.1) - 0.24, 0.02)
  }
  const belt: Field = (x, y, z) => smoothMax(ellipsoid(x, (y - hip.y) * 0.4, z - middle, hips + 0.15, 0.5, depth + 0.15), abs(y - hip.y - 0.2) - 0.05, 0.02)
  const knees = place((x, y, z) => ellipsoid(x, y, z, leg[1] + 0.05, 0.17, 0.16), hip.x + 0.01, knee, middle + 0.08)
  return [
    { name: 'tassets', field: skirt, material: plate, triangles: 1400 },
    { name: 'belt', field: belt, material: gilt, triangles: 600 },
    { name: 'knees', field: both(knees), material: plate, triangles: 500 },
  ]
}

/** All that is worn below the waist. */
export function lowerParts(traits: Traits, frame: Frame): LowerPart[] {
  const { clothes, top, trim, being } = traits
  const outfit = OUTFITS[clothes]
  const human = isHuman(being) || being === 'alien'
  const dark = traits.random('trousers').pick(TROUSERS)
  const colour: Record<Lower, Rgb> = { top, trim, dark, none: top }
  const parts: LowerPart[] = []
  // beasts wear trousers with what comes as a whole only
  const dressed = human || ['suit', 'overalls', 'spacesuit', 'armour'].includes(clothes)
  if (outfit.trousers !== 'none' && dressed) {
    const bulky = clothes === 'spacesuit' ? 0.08 : clothes === 'overalls' ? 0.05 : 0.03
    const high = clothes === 'overalls' ? frame.hip.y + 0.52 : frame.hip.y + 0.2
    parts.push(trousers(frame, fabric(colour[outfit.trousers], { sheen: clothes === 'overalls' ? 0.25 : 0.4 }), bulky, high))
  }
  if (clothes === 'armour') parts.push(...tassets(frame, metal(scale(rgb('#c3c9d1'), 0.9), { rough: 0.25, wear: 0.3 }), metal(rgb('#e8b64c'), { rough: 0.2 })))
  if (human) parts.push(...shoesOf(frame, outfit.shoes, traits))
  return parts
}

/** The sphere a pair of legs lies in. */
export function legBound({ hip, floor, hips }: Frame): Bound {
  const top = hip.y + 0.6
  const half = (top - floor) / 2 + 0.08
  const wide = hips + 0.3
  return [0, (top + floor) / 2, 0, Math.sqrt(half * half + wide * wide)]
}
