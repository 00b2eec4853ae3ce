const { ceil, max } = Math

export type Rectangle = { readonly width: number; readonly height: number }

/** Where charts lie in a square texture. */
export type Packing = {
  /** Texels for one unit of the rectangles. */
  readonly density: number
  /** Left and top texel of each rectangle, two numbers each, gutter not counted. */
  readonly corners: Int32Array
}

/** Shelves from the top, highest rectangles first. Null when they do not fit. */
function shelve(
  rectangles: readonly Rectangle[],
  order: readonly number[],
  density: number,
  size: number,
  gutter: number,
): Int32Array | null {
  const corners = new Int32Array(rectangles.length * 2)
  let [x, y, shelf] = [gutter, gutter, 0]
  for (const i of order) {
    const width = texels(rectangles[i]!.width, density)
    const height = texels(rectangles[i]!.height, density)
    if (x + width + gutter > size) {
      x = gutter
      y += shelf + 2 * gutter
      shelf = 0
    }
    if (x + width + gutter > size || y + height + gutter > size) return null
    corners[2 * i] = x
    corners[2 * i + 1] = y
    x += width + 2 * gutter
    shelf = max(shelf, height)
  }
  return corners
}

/** Whole texels a length takes: its ends lie half a texel inside. */
export const texels = (length: number, density: number) => max(2, ceil(length * density) + 1)

/** Packs rectangles into a square of `size` texels as large as they fit, with a gutter round each. */
export function pack(rectangles: readonly Rectangle[], size: number, gutter: number, most: number): Packing {
  const order = rectangles.map((_, i) => i).sort((i, j) => rectangles[j]!.height - rectangles[i]!.height || i - j)
  let [low, high] = [0, most]
  let corners = shelve(rectangles, order, most, size, gutter)
  if (corners) return { density: most, corners }
  for (let step = 0; step < 18; step++) {
    const density = (low + high) / 2
    const fit = shelve(rectangles, order, density, size, gutter)
    if (fit) {
      low = density
      corners = fit
    } else high = density
  }
  if (!corners) throw new RangeError(`${rectangles.length} charts do not fit into ${size} texels`)
  return { density: low, corners }
}
