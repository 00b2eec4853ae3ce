import type { CSSProperties } from 'react'

/** Hands custom properties to CSS, which does the measuring. */
export const cssVariables = (values: Record<`--${string}`, string | number>): CSSProperties => values as CSSProperties

/** Width through height, for plates and the rows they stand in. */
export const ratioStyle = (ratio: number): CSSProperties => cssVariables({ '--ar': Math.round(ratio * 1000) / 1000 })
