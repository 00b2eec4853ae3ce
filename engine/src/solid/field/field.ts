/** Signed distance in model units: negative inside. Fields are about 1-Lipschitz, so a value is a safe step. */
export type Field = (x: number, y: number, z: number) => number

/** Signed distance in the plane. */
export type Field2 = (x: number, y: number) => number

/** Bounding sphere: centre and radius. */
export type Bound = readonly [x: number, y: number, z: number, radius: number]

/** Linear RGB, 1 is paper white. */
export type Rgb = readonly [r: number, g: number, b: number]
