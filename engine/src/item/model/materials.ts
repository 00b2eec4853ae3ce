import type { Texels } from '../../model/canonical.ts'
import type { GlbWriter } from '../../model/glb.ts'
import { encodeJpeg } from '../../model/jpeg.ts'
import type { Gem, Glass } from '../../solid/render/part.ts'
import type { Baked } from './bake.ts'

const { max, min } = Math

/** Quality of pictures and of what is not seen as a colour. */
const COLOUR_QUALITY = 86
const DATA_QUALITY = 82

/** Writes the pictures of an atlas and the material that shows them. Notes their pixels in `texels`. */
export function surfaceMaterial(glb: GlbWriter, baked: Baked, size: number, texels: Texels[]): number {
  const texture = (name: string, rgb: Uint8Array, isColour: boolean) => {
    texels.push({ width: size, height: size, rgb })
    const bytes = encodeJpeg(rgb, size, size, isColour ? COLOUR_QUALITY : DATA_QUALITY, isColour ? 'half' : 'full')
    return { index: glb.texture(name, 'image/jpeg', bytes) }
  }
  const baseColorTexture = texture('colour', baked.colour, true)
  const finish = texture('occlusion-roughness-metalness', baked.finish, false)
  const normalTexture = texture('normal', baked.bumps, false)
  return glb.material({
    name: 'surface',
    pbrMetallicRoughness: { baseColorTexture, metallicRoughnessTexture: finish },
    occlusionTexture: finish,
    normalTexture,
    ...(baked.glow ? shine(glb, texture('glow', baked.glow, true), baked.strength) : {}),
  })
}

/** Light of up to 1 is core glTF; what is brighter is told to those who know the extension. */
function shine(glb: GlbWriter, emissiveTexture: { readonly index: number }, strength: number) {
  const factor = min(1, strength)
  if (strength > 1) glb.uses('KHR_materials_emissive_strength')
  return {
    emissiveTexture,
    emissiveFactor: [factor, factor, factor],
    ...(strength > 1 ? { extensions: { KHR_materials_emissive_strength: { emissiveStrength: strength } } } : {}),
  }
}

/** Share of what lies behind that glass hides. */
const GLASS_ALPHA = 0.16
/** How dark glass is where light falls on it: a pale sheet would look like fog. */
const GLASS_SHADE = 0.12

/** Clear glass as core glTF can tell it: a smooth sheet that is mostly see-through. */
export const glassMaterial = (glb: GlbWriter, { tint, rough, ior }: Glass): number => {
  glb.uses('KHR_materials_ior')
  return glb.material({
    name: 'glass',
    pbrMetallicRoughness: {
      baseColorFactor: [tint[0] * GLASS_SHADE, tint[1] * GLASS_SHADE, tint[2] * GLASS_SHADE, GLASS_ALPHA],
      metallicFactor: 0,
      roughnessFactor: max(0.03, rough),
    },
    alphaMode: 'BLEND',
    // the shell is told as thinner than it is, so that it mirrors like window glass
    extensions: { KHR_materials_ior: { ior: max(ior, 1.5) } },
  })
}

/** A cut stone: its colours, and how much of what lies behind shines through, stand at its corners. */
export const gemMaterial = (glb: GlbWriter, { base, ior, glow }: Gem): number => {
  glb.uses('KHR_materials_ior')
  const light = (k: 0 | 1 | 2) => min(1, base[k] * 0.05 + glow[k] * 0.5)
  return glb.material({
    name: 'gem',
    pbrMetallicRoughness: { metallicFactor: 0, roughnessFactor: 0.04 },
    alphaMode: 'BLEND',
    emissiveFactor: [light(0), light(1), light(2)],
    extensions: { KHR_materials_ior: { ior } },
  })
}
