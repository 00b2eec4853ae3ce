import Type, { type Static } from 'typebox'
import { enumOf } from '../scalars.ts'

/** Shapes of a picture: 768 × 768 pixels, or 1536 × 864 of a scene. */
export const pictureFormats = ['square', 'wide'] as const
export type PictureFormat = (typeof pictureFormats)[number]

/** Pixels of each format. */
export const formatSizes = { square: { w: 768, h: 768 }, wide: { w: 1_536, h: 864 } } as const satisfies Record<
  PictureFormat,
  { w: number; h: number }
>

/**
 * How a plan comes of earlier ones. `variation`: the same plan under other seeds. `remix`: the plan with changes, and what the words of
 * the prompt ask for. `restyle`: the first one's plan with the second one's look. `mix`: some of each of two.
 */
export const derivations = ['variation', 'remix', 'restyle', 'mix'] as const
export type Derivation = (typeof derivations)[number]

/** How many sources each takes. */
export const sourcesOf = { variation: 1, remix: 1, restyle: 2, mix: 2 } as const satisfies Record<Derivation, number>

/** Something that was made before: a token, or a finished picture of a job that is not one yet. */
export const Source = Type.Union([
  Type.Object({ asset: Type.String({ maxLength: 200, description: 'CAIP-19 id of a token' }) }, { additionalProperties: false }),
  Type.Object(
    { generation: Type.String({ maxLength: 64 }), variation: Type.Integer({ minimum: 0, maximum: 3 }) },
    { additionalProperties: false },
  ),
])
export type Source = Static<typeof Source>

/** What a job starts from instead of words alone. */
export const Origin = Type.Object(
  {
    how: enumOf(derivations),
    of: Type.Array(Source, { minItems: 1, maxItems: 2, description: 'One source, or two of a restyle or mix' }),
  },
  { additionalProperties: false },
)
export type Origin = Static<typeof Origin>
