import type { Field } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'

/** A plate of radius r whose foot stands at y = `foot`; its well is 0.05 above that. */
export const plate = (foot: number, r: number): Field =>
  lathe(
    [
      [0, foot],
      [r * 0.6, foot],
      [r * 0.7, foot + 0.03],
      [r, foot + 0.09],
      [r, foot + 0.115],
      [r * 0.72, foot + 0.065],
      [r * 0.6, foot + 0.05],
      [0, foot + 0.05],
    ],
    0,
    0.008,
  )
