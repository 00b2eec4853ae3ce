import { rgb } from '../../solid/palette.ts'
import type { Rgb, Vec3 } from '../vector.ts'
import { skirt } from './garments.ts'
import type { Outfit } from './outfits.ts'
import type { Joints, Pose } from './pose.ts'
import { ball, lathe, limb, type Piece, rod, type Shape, slab } from './shape.ts'

type Colours = { readonly skin: Rgb; readonly cloth: Rgb; readonly second: Rgb }

/** What the parts of a body are made into clothes of: shapes at the size that is drawn. */
type Body = {
  readonly torso: readonly Shape[]
  readonly pelvis: Shape
  readonly legs: readonly Shape[]
  readonly arms: readonly Shape[]
  readonly hands: readonly Shape[]
  readonly shoes: readonly Shape[]
  readonly boots: readonly Shape[]
  /** A band round waist or hips, from a height to another with a radius each, in metres of someone of 1.75 m. */
  readonly band: (...profile: readonly (readonly [number, number])[]) => Shape
}

function bodyOf(o: Outfit, { legs, arms, pelvis, chest }: Pose, k: number): Body {
  const stout = o.dress === 'plate' || o.dress === 'suit' || o.dress === 'metal' ? 1.22 : o.build === 'broad' ? 1.12 : 1
  const slim = o.dress === 'gown' ? 0.86 : 1
  const w = stout * slim
  const sleeve = o.dress === 'robe' ? 2.1 : o.dress === 'suit' ? 1.25 : 1
  const at = ([x, y, z]: Vec3, r: number): [number, number, number, number] => [x * k, y * k, z * k, r * k]
  const between = (a: Vec3, b: Vec3, t: number): Vec3 => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t]
  const leg = ([hip, knee, ankle]: Joints) =>
    limb([
      at(hip, 0.098 * w),
      at(between(hip, knee, 0.45), 0.088 * w),
      at(knee, 0.064 * w),
      // the calf lies behind the line from knee to ankle
      at([between(knee, ankle, 0.4)[0], between(knee, ankle, 0.4)[1], between(knee, ankle, 0.4)[2] - 0.02], 0.062 * w),
      at(ankle, 0.042 * w),
    ])
  const arm = ([shoulder, elbow, hand]: Joints) =>
    limb([
      at(shoulder, 0.066 * w),
      at(between(shoulder, elbow, 0.5), 0.056 * w),
      at(elbow, 0.046 * w),
      at(between(elbow, hand, 0.4), 0.045 * w * (1 + (sleeve - 1) * 0.4)),
      at(between(elbow, hand, 0.9), 0.034 * w * sleeve),
    ])
  const palm = ([, elbow, hand]: Joints): Shape => {
    const fingers = between(elbow, hand, 1.22)
    return limb([at(between(elbow, hand, 0.9), 0.03 * w), at(hand, 0.044 * w), at(fingers, 0.026 * w)], { squash: 0.85 })
  }
  const shoe = ([, knee, ankle]: Joints): Shape => {
    // a heel in the air points the toe down
    const lifted = Math.max(0, ankle[1] - 0.1)
    const out = (ankle[0] - knee[0]) * 0.25 + (ankle[0] > 0 ? 0.025 : -0.025)
    return limb([
      at([ankle[0], ankle[1] - 0.045 + lifted * 0.15, ankle[2] - 0.035], 0.048 * w),
      at([ankle[0] + out * 0.5, 0.052 + lifted * 0.55, ankle[2] + 0.06], 0.05 * w),
      at([ankle[0] + out, 0.04 + lifted * 0.1, ankle[2] + 0.155], 0.038 * w),
    ])
  }
  const boot = ([, knee, ankle]: Joints) =>
    rod(
      at(between(knee, ankle, 0.3), 0).slice(0, 3) as unknown as Vec3,
      at(ankle, 0).slice(0, 3) as unknown as Vec3,
      0.075 * k * w,
      0.058 * k * w,
    )
  const waist = between(pelvis, chest, 0.42)
  const [cx, cy, cz] = chest
  const torso = [
    limb(
      [
        at([waist[0], waist[1] - 0.05, waist[2]], 0.122 * w),
        at(waist, 0.114 * w),
        at([cx, cy - 0.06, cz + 0.012], 0.14 * w),
        at([cx, cy + 0.06, cz], 0.125 * w),
        at([cx, cy + 0.13, cz - 0.012], 0.07),
      ],
      { squash: 1.28, sides: 12 },
    ),
    // collar bones and shoulders
    limb([at(arms[0][0], 0.066 * w), at([cx, cy + 0.115, cz - 0.015], 0.075 * w), at(arms[1][0], 0.066 * w)], { sides: 8 }),
  ]
  const hips = limb(
    [
      at([pelvis[0], pelvis[1] - 0.06, pelvis[2] - 0.01], 0.115 * w),
      at([pelvis[0], pelvis[1] + 0.06, pelvis[2]], 0.12 * w),
      at([waist[0], waist[1] - 0.04, waist[2]], 0.116 * w),
    ],
    {
      squash: 1.3,
      sides: 12,
    },
  )
  const band: Body['band'] = (...profile) => {
    const shape = lathe(
      0,
      0,
      profile.map(([y, r]) => [y * k, r * k * w]),
      14,
      0.78,
    )
    return (sink) =>
      shape({
        vertex: (x, y, z, ...normal) => {
          const p = between(pelvis, chest, Math.max(0, (y / k - pelvis[1]) / (chest[1] - pelvis[1])))
          return sink.vertex(x + p[0] * k, y, z + p[2] * k, ...normal)
        },
        triangle: sink.triangle,
      })
  }
  return {
    torso,
    pelvis: hips,
    legs: legs.map(leg),
    arms: arms.map(arm),
    hands: arms.map(palm),
    shoes: legs.map(shoe),
    boots: legs.map(boot),
    band,
  }
}

/** A robe or gown in folds from the waist down, its hem where the feet are. */
function gownOf(o: Outfit, { legs, pelvis, chest }: Pose, k: number): Shape {
  const hem = o.dress === 'gown' ? 0.36 : 0.29
  const swing = o.stance === 'dance' ? 1.5 : 1
  const feet = (legs[0][2][0] + legs[1][2][0]) / 2
  const low = o.stance === 'dance' ? 0.26 : 0.03
  const ring = (x: number, y: number, r: number) => [x * k, y * k, pelvis[2] * k, r * k] as const
  return skirt(
    [
      ring(feet, low, hem * swing),
      ring(feet * 0.9, 0.2 + low, hem * 0.86 * swing),
      ring((feet + pelvis[0]) * 0.5, 0.5 + low * 0.5, hem * 0.68 * (swing * 0.5 + 0.5)),
      ring(pelvis[0], 0.82, 0.19),
      ring(pelvis[0], 0.93, 0.17),
      ring((pelvis[0] + chest[0]) * 0.5, 1.06, 0.128),
    ],
    o.dress === 'gown' ? 9 : 7,
    o.dress === 'gown' ? 0.11 : 0.08,
  )
}

/** Body and clothes from the neck down, and the bare head. */
export function clothesOf(o: Outfit, pose: Pose, k: number, { skin, cloth, second }: Colours): Piece[] {
  const body = bodyOf(o, pose, k)
  const { torso, pelvis, legs, arms, hands, shoes, boots, band } = body
  const [cx, cy, cz] = pose.chest
  const neck = rod([cx * k, (cy + 0.1) * k, (cz - 0.015) * k], [cx * k, (cy + 0.22) * k, (cz + 0.005) * k], 0.05 * k)
  const waist = pose.pelvis[1] + 0.1
  const leather = rgb('#3a281c')
  if (o.dress === 'robe' || o.dress === 'gown') {
    const bare = o.dress === 'gown' && o.wear !== 'sleeves'
    return [
      { shapes: [gownOf(o, pose, k), ...torso, ...(bare ? [] : arms)], colour: cloth },
      { shapes: [band([waist - 0.02, 0.178], [waist + 0.045, 0.172])], colour: second },
      ...(o.dress === 'robe'
        ? [
            {
              shapes: [
                lathe(
                  cx * k,
                  cz * k,
                  [
                    [(cy - 0.02) * k, 0.27 * k],
                    [(cy + 0.08) * k, 0.22 * k],
                    [(cy + 0.15) * k, 0.085 * k],
                  ],
                  14,
                  0.7,
                ),
              ],
              colour: second,
            },
          ]
        : []),
      { shapes: [neck, ...hands, ...(bare ? arms : []), ...(o.stance === 'dance' ? legs : [])], colour: skin },
      { shapes: shoes, colour: o.stance === 'dance' ? second : leather },
    ]
  }
  if (o.dress === 'plate' || o.dress === 'metal') {
    const guards = [
      ...pose.arms.map(([s]) => ball(s[0] * k * 1.12, (s[1] + 0.02) * k, s[2] * k, 0.12 * k, 0.1 * k, 0.125 * k, 6)),
      ...pose.legs.map(([, knee]) => ball(knee[0] * k, knee[1] * k, (knee[2] + 0.02) * k, 0.09 * k, 0.09 * k, 0.085 * k, 6)),
    ]
    const tabard = [band([waist - 0.36, 0.26], [waist - 0.08, 0.19], [waist + 0.02, 0.155])]
    return [
      {
        shapes: [...torso, pelvis, ...arms, ...legs, ...guards, ...(o.dress === 'metal' ? [...hands, neck] : shoes)],
        colour: cloth,
        gloss: 0.7,
      },
      {
        shapes: [
          ...(o.dress === 'plate' ? tabard : [slab(cx * k, (cy - 0.02) * k, (cz + 0.17) * k, 0.12 * k, 0.09 * k, 0.03 * k), ...shoes]),
        ],
        colour: second,
        gloss: 0.15,
      },
      ...(o.dress === 'plate' ? [{ shapes: [neck, ...hands], colour: skin }] : []),
    ]
  }
  if (o.dress === 'suit') {
    const cuffs = [
      ...pose.arms.map(([, elbow, hand]) =>
        rod(
          [(elbow[0] * 0.3 + hand[0] * 0.7) * k, (elbow[1] * 0.3 + hand[1] * 0.7) * k, (elbow[2] * 0.3 + hand[2] * 0.7) * k],
          [(elbow[0] * 0.2 + hand[0] * 0.8) * k, (elbow[1] * 0.2 + hand[1] * 0.8) * k, (elbow[2] * 0.2 + hand[2] * 0.8) * k],
          0.075 * k,
        ),
      ),
      ...shoes,
      ...boots,
    ]
    return [
      { shapes: [...torso, pelvis, ...arms, ...legs, ...hands], colour: cloth },
      { shapes: [...cuffs, slab(cx * k, (cy - 0.06) * k, (cz + 0.2) * k, 0.11 * k, 0.075 * k, 0.04 * k)], colour: second },
      { shapes: [band([waist - 0.05, 0.175], [waist + 0.01, 0.172])], colour: rgb('#8a8e94') },
    ]
  }
  const over: Piece[] = []
  let trousers = second
  switch (o.wear) {
    case 'coat':
      over.push({ shapes: [band([waist - 0.5, 0.31], [waist - 0.24, 0.25], [waist - 0.08, 0.205], [waist + 0.02, 0.16])], colour: cloth })
      break
    case 'apron':
      over.push({
        shapes: [slab(cx * k, (waist - 0.22) * k, (pose.pelvis[2] + 0.165) * k, 0.16 * k, 0.32 * k, 0.015 * k, 0.85)],
        colour: rgb('#e8dcc0'),
      })
      break
    case 'overalls':
      trousers = second
      over.push({
        shapes: [
          slab(cx * k, (cy - 0.1) * k, (cz + 0.135) * k, 0.105 * k, 0.12 * k, 0.02 * k),
          rod([(cx + 0.09) * k, cy * k, (cz + 0.14) * k], [(cx + 0.11) * k, (cy + 0.18) * k, (cz - 0.02) * k], 0.02 * k),
          rod([(cx - 0.09) * k, cy * k, (cz + 0.14) * k], [(cx - 0.11) * k, (cy + 0.18) * k, (cz - 0.02) * k], 0.02 * k),
        ],
        colour: second,
      })
      break
    case 'vest':
      over.push({
        shapes: [rod([cx * k, (cy + 0.1) * k, (cz + 0.1) * k], [cx * k, (waist + 0.02) * k, (cz + 0.125) * k], 0.05 * k)],
        colour: rgb('#efe6d4'),
      })
      break
    default:
      over.push({ shapes: [band([waist - 0.2, 0.222], [waist - 0.08, 0.2], [waist + 0.02, 0.16])], colour: cloth })
  }
  return [
    { shapes: [...torso, ...arms], colour: cloth },
    { shapes: [pelvis, ...legs], colour: trousers },
    ...over,
    { shapes: [band([waist - 0.025, 0.176], [waist + 0.04, 0.17])], colour: o.wear === 'vest' ? rgb('#b8862c') : leather },
    { shapes: [neck, ...hands], colour: skin },
    { shapes: [...shoes, ...(o.boots ? boots : [])], colour: leather },
  ]
}
