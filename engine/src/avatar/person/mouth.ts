import { mirrorX } from '../../solid/field/combine.ts'
import { box, ellipsoid } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bust } from '../bust.ts'
import type { Features } from './features.ts'

const IVORY = rgb('#f4eee2')

/** The inside of an open mouth, and the teeth that some show with it shut. */
export function addMouth({ traits, add }: Bust, { mouthY, mouthWidth, open, expression }: Features): void {
  const { smile } = expression
  if (open >= 0.05) {
    add(
      'mouth',
      (x, y, z) => ellipsoid(x, y - mouthY + open * 0.4, z - 0.38, mouthWidth * 1.05, open * 1.3, 0.12),
      [0, mouthY, 0.38, 0.35],
      plain(rgb('#5a1418')),
    )
    // a mouth rounded in surprise hides them
    if (expression.mouthWidth > 0.9)
      add(
        'teeth',
        (x, y, z) =>
          box(x, y - mouthY - smile * x * x * 1.5 + 0.022 - open * 0.02, z - 0.475 + x * x * 1.3, mouthWidth * 0.78, 0.032, 0.03, 0.015),
        [0, mouthY, 0.45, 0.3],
        plain(IVORY, { rough: 0.2, coat: 0.5, soften: 0.4 }),
      )
    add(
      'tongue',
      (x, y, z) => ellipsoid(x, y - mouthY + open * 1.15, z - 0.4, mouthWidth * 0.6, 0.045, 0.1),
      [0, mouthY - open, 0.44, 0.3],
      plain(rgb('#d0605f'), { rough: 0.3, soften: 0.8 }),
    )
  }
  const fang = traits.being === 'vampire' ? -1 : traits.being === 'orc' ? 1 : 0
  if (fang !== 0) {
    const y = mouthY + smile * 0.012
    const length = fang < 0 ? 0.085 : 0.16
    const root = fang < 0 ? 0.018 : 0.036
    add(
      'fangs',
      mirrorX(
        sweep([
          [0.09, y, 0.56, root],
          [0.095, y + fang * length * 0.6, 0.59, root * 0.7],
          [0.1 + fang * 0.01, y + fang * length, 0.58, 0.003],
        ]),
      ),
      [0, y, 0.57, 0.3],
      plain(IVORY, { rough: 0.2, coat: 0.5 }),
    )
  }
}
