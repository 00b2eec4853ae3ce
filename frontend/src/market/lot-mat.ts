/** Width through height of every lot's mat; the picture hangs on it whole. */
export const LOT_MAT = 1.25
