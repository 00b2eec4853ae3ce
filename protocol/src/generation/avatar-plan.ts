import Type, { type Static } from 'typebox'
import { enumOf } from '../scalars.ts'

/** Who can sit for a portrait: people and those built like them, then machines, animals and creatures. */
export const avatarBeings = [
  'person',
  'elf',
  'orc',
  'vampire',
  'zombie',
  'robot',
  'alien',
  'ghost',
  'dragon',
  'unicorn',
  'cat',
  'dog',
  'fox',
  'wolf',
  'bear',
  'polar-bear',
  'panda',
  'rabbit',
  'mouse',
  'koala',
  'lion',
  'tiger',
  'pig',
  'cow',
  'sheep',
  'goat',
  'deer',
  'horse',
  'monkey',
  'raccoon',
  'otter',
  'hedgehog',
  'elephant',
  'frog',
  'turtle',
  'octopus',
  'owl',
  'penguin',
  'chick',
  'duck',
  'eagle',
  'parrot',
] as const
export type AvatarBeing = (typeof avatarBeings)[number]

/** In all lists below `any` leaves the choice to the seed. */
export const avatarAges = ['any', 'child', 'young', 'middle', 'old'] as const
export type AvatarAge = (typeof avatarAges)[number]

/** How a face is read; it leans features one way and forbids none. */
export const avatarPresentations = ['any', 'feminine', 'masculine', 'androgynous'] as const
export type AvatarPresentation = (typeof avatarPresentations)[number]

/** Types of skull. */
export const avatarHeads = ['any', 'oval', 'round', 'square', 'heart', 'long', 'heavy'] as const
export type AvatarHead = (typeof avatarHeads)[number]

export const avatarNoses = ['any', 'button', 'small', 'straight', 'broad', 'aquiline', 'long'] as const
export type AvatarNose = (typeof avatarNoses)[number]

export const avatarMouths = ['any', 'full', 'thin', 'wide', 'small'] as const
export type AvatarMouth = (typeof avatarMouths)[number]

export const avatarHairs = [
  'any',
  'bald',
  'buzz',
  'crop',
  'side-part',
  'quiff',
  'slick',
  'spiky',
  'mohawk',
  'curly',
  'afro',
  'locs',
  'cornrows',
  'bob',
  'fringe',
  'long',
  'wavy',
  'bun',
  'space-buns',
  'ponytail',
  'braids',
  'undercut',
] as const
export type AvatarHair = (typeof avatarHairs)[number]

export const avatarBeards = ['any', 'none', 'stubble', 'goatee', 'moustache', 'full', 'long'] as const
export type AvatarBeard = (typeof avatarBeards)[number]

export const avatarExpressions = [
  'any',
  'calm',
  'happy',
  'laughing',
  'sad',
  'angry',
  'surprised',
  'sly',
  'sleepy',
  'determined',
  'wink',
] as const
export type AvatarExpression = (typeof avatarExpressions)[number]

/** `none` is the coat of a beast or the shell of a robot; people then wear a plain shirt. */
export const avatarClothes = [
  'any',
  'none',
  't-shirt',
  'stripes',
  'sweater',
  'hoodie',
  'scarf',
  'suit',
  'jacket',
  'overalls',
  'dress',
  'robe',
  'hanfu',
  'kimono',
  'sari',
  'armour',
  'spacesuit',
] as const
export type AvatarClothes = (typeof avatarClothes)[number]

/** `any` is mostly bareheaded. */
export const avatarHeadwear = [
  'any',
  'none',
  'headscarf',
  'turban',
  'kippah',
  'bandana',
  'beanie',
  'cap',
  'beret',
  'straw-hat',
  'cowboy-hat',
  'top-hat',
  'wizard-hat',
  'chef-hat',
  'crown',
  'tiara',
  'helmet',
  'flowers',
  'horns',
  'halo',
] as const
export type AvatarHeadwear = (typeof avatarHeadwear)[number]

/** What else is seen of a face, a body and what it wears. */
export const avatarFeatures = [
  'glasses',
  'sunglasses',
  'monocle',
  'eyepatch',
  'freckles',
  'vitiligo',
  'scar',
  'beauty-mark',
  'bindi',
  'face-paint',
  'lipstick',
  'earrings',
  'nose-ring',
  'necklace',
  'headphones',
  'hearing-aid',
  'wheelchair',
  'prosthetic-arm',
  'waving',
] as const
export type AvatarFeature = (typeof avatarFeatures)[number]

/** The ground behind the sitter. */
export const avatarBackdrops = ['any', 'amber', 'lagoon', 'rose', 'iris', 'meadow', 'sand', 'violet', 'sky', 'night', 'paper'] as const
export type AvatarBackdrop = (typeof avatarBackdrops)[number]

/** How it is drawn: a toy photographed, a print of two inks, gouache on paper, pixels. */
export const avatarStyles = ['toy', 'print', 'gouache', 'pixel'] as const
export type AvatarStyle = (typeof avatarStyles)[number]

const colour = (description: string) =>
  Type.String({ pattern: '^(#[0-9a-f]{6})?$', description: `sRGB of ${description}; empty leaves the choice to the seed` })

/** A plan for a portrait. With the seed it decides every pixel. */
export const AvatarPlan = Type.Object(
  {
    kind: Type.Literal('avatar'),
    engineVersion: Type.String({ minLength: 1, maxLength: 32 }),
    being: enumOf(avatarBeings),
    age: enumOf(avatarAges),
    presentation: enumOf(avatarPresentations),
    head: enumOf(avatarHeads),
    skin: colour('the skin, the coat, the feathers or the shell'),
    eyes: colour('the irises, or of the lights of a robot'),
    nose: enumOf(avatarNoses),
    mouth: enumOf(avatarMouths),
    hair: enumOf(avatarHairs),
    hairColour: colour('the hair, the brows and the beard'),
    beard: enumOf(avatarBeards),
    expression: enumOf(avatarExpressions),
    clothes: enumOf(avatarClothes),
    clothesColour: colour('the clothes'),
    headwear: enumOf(avatarHeadwear),
    headwearColour: colour('what is worn on the head'),
    features: Type.Array(enumOf(avatarFeatures), { uniqueItems: true, maxItems: avatarFeatures.length }),
    without: Type.Array(enumOf(avatarFeatures), { uniqueItems: true, maxItems: avatarFeatures.length, description: 'Ruled out' }),
    backdrop: enumOf(avatarBackdrops),
    style: enumOf(avatarStyles),
    size: Type.Object(
      { w: Type.Integer({ minimum: 16, maximum: 2048 }), h: Type.Integer({ minimum: 16, maximum: 2048 }) },
      { additionalProperties: false, description: 'Pixels' },
    ),
  },
  { additionalProperties: false },
)
export type AvatarPlan = Static<typeof AvatarPlan>
