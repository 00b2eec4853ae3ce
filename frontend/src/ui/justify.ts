/** One row of plates that share a height. `fill` is the empty share kept free at the end of a last, short row. */
export type Row<T> = { items: T[]; fill: number }

/** A list shows plates no flatter and no taller than this; the mat takes the rest. */
export const boundedRatio = (width: number, height: number): number => Math.min(2, Math.max(0.72, width / height))

/**
 * Groups plates so that each row's ratios add up to about `target`: pictures of any shape then share one height
 * and hang on one line. A short last row keeps the height of the others.
 */
export function justify<T>(items: readonly T[], ratioOf: (item: T) => number, target = 3.55): Row<T>[] {
  const rows: Row<T>[] = []
  let row: T[] = []
  let sum = 0
  for (const item of items) {
    const ratio = ratioOf(item)
    // Close the row when another plate would take it further from the target than it is now.
    if (row.length && Math.abs(sum + ratio - target) > Math.abs(target - sum)) {
      rows.push({ items: row, fill: 0 })
      row = []
      sum = 0
    }
    row.push(item)
    sum += ratio
  }
  if (row.length) rows.push({ items: row, fill: Math.max(0, target - sum - 0.4) })
  return rows
}
