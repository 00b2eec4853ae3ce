import type { Crew } from '../../crew.ts'
import { mix } from '../../math/dmath.ts'
import { type Camera, createCamera, type View } from './camera.ts'
import type { Part } from './part.ts'
import { createFloorShader, shadeBackdrop } from './shade-floor.ts'
import { createGemShader } from './shade-gem.ts'
import { createGlassShader } from './shade-glass.ts'
import { createOpaqueShader } from './shade-opaque.ts'
import type { Stage } from './stage.ts'
import { type Backdrop, createStudio, type Lighting } from './studio.ts'
import { createSurface } from './surface.ts'
import { createTracer, FLOOR, NOTHING } from './tracer.ts'
import { buildVolume, type Clip } from './volume.ts'

const { abs, max, min, sqrt } = Math

/** What is to be rendered. */
export type Scene = {
  readonly width: number
  readonly height: number
  readonly parts: readonly Part[]
  readonly view: View
  readonly lighting: Lighting
  readonly backdrop: Backdrop
  /** How far below the target the floor lies, along the plumb line, model units; Infinity for none. */
  readonly floorDrop: number
  /** Space that is drawn; all of it where there is none. */
  readonly clip?: Clip
}

/** A rendered picture before it is developed, with what a drawn style needs. Row-major. */
export type Frame = {
  readonly width: number
  readonly height: number
  /** Linear radiance, three numbers a pixel. */
  readonly radiance: Float32Array
  /** Part index a pixel shows, FLOOR or NOTHING. */
  readonly part: Int16Array
  /** Ray parameter of what it shows. */
  readonly depth: Float32Array
  /** Unit normal in model space, three numbers a pixel. */
  readonly normal: Float32Array
  readonly camera: Camera
}

export type FrameSteps = {
  readonly crew: Crew
  /** Asked every few rows. Throws to stop. */
  readonly heed: () => void
  /** Share of the coarse grid that is built. */
  readonly onShape?: (fraction: number) => void
  /** Share of the light that is traced. */
  readonly onLight: (fraction: number) => void
  /** Rows `from` (inclusive) to `to` (exclusive) of the radiance are final. */
  readonly onRows: (frame: Frame, from: number, to: number) => void
}

/** Share of the time that corners take, and that corners and blocks take, about. */
const CORNERS_DONE = 0.12
const BLOCKS_DONE = 0.75
/** Every third pixel is traced first; a block between four corners of even backdrop is interpolated. */
const BLOCK = 3
/** Rays start that many voxels before where neighbours found the surface. */
const CLOSE = 0.12
/** How much corners of a block may differ, and how far what two of its pixels show may lie off what is read off the corners, as shares. */
const GENTLE = 0.14
const UNSEEN = 0.011
/** The same of normals, whose edges drawn styles ink. */
const FLAT = 0.08
/** What 1 is in lists of short numbers. */
const UNIT = 32_767
/** Where in a pixel the three extra rays of antialiasing go. */
const OFFSETS = [0.17, 0.3, 0.83, 0.4, 0.45, 0.88] as const

export function renderFrame(scene: Scene, steps: FrameSteps): Frame {
  const { width, height, parts } = scene
  const { crew, heed } = steps
  const camera = createCamera(scene.view)
  const { eye, forward, right, up, plumb, target, distance, half } = camera
  const floor = target[0] * plumb[0] + target[1] * plumb[1] + target[2] * plumb[2] - scene.floorDrop
  const volume = buildVolume(parts, heed, scene.clip, steps.onShape)
  const tracer = createTracer(parts, volume, camera, floor, (2 * half) / height)
  const surface = createSurface()
  const radiance = new Float64Array(3)
  const studio = createStudio(scene.lighting, camera)
  const stage: Stage = {
    parts,
    volume,
    tracer,
    camera,
    studio,
    backdrop: scene.backdrop,
    floor,
    surface,
    radiance,
    reading: { light: 1, open: 1, lit: 1 },
    borrowed: { lit: 1, open: 1, active: false },
  }
  const shadeOpaque = createOpaqueShader(stage)
  const shadeFloor = createFloorShader(stage, shadeOpaque)
  const shadeGlass = createGlassShader(stage, shadeOpaque, shadeFloor)
  const shadeGem = createGemShader(stage)

  const pixels = width * height
  const frame: Frame = {
    width,
    height,
    radiance: crew.floats(pixels * 3),
    part: crew.shorts(pixels),
    depth: crew.floats(pixels),
    normal: crew.floats(pixels * 3),
    camera,
  }
  const { part: ids, depth, normal, radiance: raw } = frame
  const stepX = (2 * half * (width / height)) / width / distance
  const stepY = (2 * half) / height / distance
  const start = distance * 0.3
  let seenAt = 0
  // what light each pixel's point got, and the part whose light the next ray may borrow
  const lits = crew.shorts(pixels)
  const opens = crew.shorts(pixels)
  // how bright it is before edges are smoothed
  const tones = crew.shorts(pixels)
  const { borrowed, reading } = stage
  let lender: number = NOTHING

  /** Traces one ray through picture coordinates into `radiance`; returns what it met and leaves its distance in `seenAt`. */
  function trace(px: number, py: number, from: number, guess: number): number {
    const a = (px - width / 2) * stepX
    const b = (height / 2 - py) * stepY
    let dx = forward[0] + right[0] * a + up[0] * b
    let dy = forward[1] + right[1] * a + up[1] * b
    let dz = forward[2] + right[2] * a + up[2] * b
    const inverse = 1 / sqrt(dx * dx + dy * dy + dz * dz)
    dx *= inverse
    dy *= inverse
    dz *= inverse
    if (!tracer.march(eye[0], eye[1], eye[2], dx, dy, dz, from, false, 90, undefined, guess)) {
      shadeBackdrop(stage, dx, dy, dz)
      surface.nx = 0
      surface.ny = 0
      surface.nz = 1
      seenAt = 99
      return NOTHING
    }
    const { t, part } = tracer.hit
    const x = eye[0] + dx * t
    const y = eye[1] + dy * t
    const z = eye[2] + dz * t
    seenAt = t
    if (part === FLOOR) {
      shadeFloor(x, y, z, dx, dy, dz, true)
      return FLOOR
    }
    const material = parts[part]!.material
    borrowed.active = part === lender && material.kind === 'opaque'
    if (material.kind === 'opaque') shadeOpaque(part, x, y, z, dx, dy, dz)
    else if (material.kind === 'glass') shadeGlass(part, material, x, y, z, dx, dy, dz)
    else shadeGem(material, x, y, z, dx, dy, dz)
    borrowed.active = false
    return part
  }

  const tone = (o: number) => compress(raw[3 * o]! * 0.3 + raw[3 * o + 1]! * 0.6 + raw[3 * o + 2]! * 0.1) * UNIT

  function tracePixel(x: number, y: number, from = start, guess = from): void {
    const o = y * width + x
    ids[o] = trace(x + 0.5, y + 0.5, from, guess)
    depth[o] = seenAt
    for (let k = 0; k < 3; k++) raw[3 * o + k] = radiance[k]!
    tones[o] = tone(o)
    lits[o] = reading.lit * UNIT
    opens[o] = reading.open * UNIT
    normal[3 * o] = surface.nx
    normal[3 * o + 1] = surface.ny
    normal[3 * o + 2] = surface.nz
  }

  /** True when what four pixels show differs by less than a share of the brightest. */
  function alike(a: number, b: number, c: number, d: number, share: number): boolean {
    for (let k = 0; k < 3; k++) {
      const p = raw[3 * a + k]!
      const q = raw[3 * b + k]!
      const r = raw[3 * c + k]!
      const s = raw[3 * d + k]!
      const top = max(p, q, r, s)
      if (top - min(p, q, r, s) > share * (0.25 + top)) return false
    }
    return true
  }

  const close = (list: Float32Array | Int16Array, a: number, b: number, c: number, d: number, span: number) =>
    max(list[a]!, list[b]!, list[c]!, list[d]!) - min(list[a]!, list[b]!, list[c]!, list[d]!) < span

  /** Reads a pixel off the corners of its block. */
  function interpolatePixel(o: number, a: number, b: number, c: number, d: number, fx: number, fy: number): void {
    const between = (list: Float32Array | Int16Array, step: number, k: number) =>
      mix(mix(list[step * a + k]!, list[step * b + k]!, fx), mix(list[step * c + k]!, list[step * d + k]!, fx), fy)
    for (let k = 0; k < 3; k++) raw[3 * o + k] = between(raw, 3, k)
    tones[o] = tone(o)
    ids[o] = ids[a]!
    depth[o] = between(depth, 1, 0)
    if (ids[o]! < 0) {
      normal[3 * o + 2] = 1
      return
    }
    for (let k = 0; k < 3; k++) normal[3 * o + k] = between(normal, 3, k)
    lits[o] = between(lits, 1, 0)
    opens[o] = between(opens, 1, 0)
  }

  /** True when a traced pixel shows what would have been read off the corners of its block. */
  function foreseen(o: number, a: number, b: number, c: number, d: number, f: number): boolean {
    if (ids[o] !== ids[a]) return false
    for (let k = 0; k < 3; k++) {
      const read = mix(mix(raw[3 * a + k]!, raw[3 * b + k]!, f), mix(raw[3 * c + k]!, raw[3 * d + k]!, f), f)
      if (abs(raw[3 * o + k]! - read) > UNSEEN * (0.25 + read)) return false
      if (ids[o]! < 0) continue
      const facing = mix(mix(normal[3 * a + k]!, normal[3 * b + k]!, f), mix(normal[3 * c + k]!, normal[3 * d + k]!, f), f)
      if (abs(normal[3 * o + k]! - facing) > FLAT) return false
    }
    return true
  }

  function fillBlock(x0: number, x1: number, y0: number, y1: number): void {
    const a = y0 * width + x0
    const b = y0 * width + x1
    const c = y1 * width + x0
    const d = y1 * width + x1
    const bare = ids[a]! < 0 && ids[b]! < 0 && ids[c]! < 0 && ids[d]! < 0
    let interpolate = bare && alike(a, b, c, d, 0.035)
    // what lies no deeper at one corner than at another is looked for there, and light that changes little is borrowed
    const met = ids[a]! >= 0 && ids[b]! >= 0 && ids[c]! >= 0 && ids[d]! >= 0 && close(depth, a, b, c, d, volume.voxel * 0.8)
    const same = ids[b] === ids[a] && ids[c] === ids[a] && ids[d] === ids[a]
    const one = met && same
    const lit = one && close(lits, a, b, c, d, 0.16 * UNIT) && close(opens, a, b, c, d, 0.1 * UNIT)
    const kind = one ? parts[ids[a]!]!.material.kind : 'floor'
    const lending = lit && kind === 'opaque' ? ids[a]! : NOTHING
    const from = met ? min(depth[a]!, depth[b]!, depth[c]!, depth[d]!) - volume.voxel * 0.4 : start
    const fill = (x: number, y: number): void => {
      const fx = (x - x0) / (x1 - x0)
      const fy = (y - y0) / (y1 - y0)
      lender = lending
      const guess = one ? mix(mix(depth[a]!, depth[b]!, fx), mix(depth[c]!, depth[d]!, fx), fy) : from
      if (lending >= 0) {
        borrowed.lit = mix(mix(lits[a]!, lits[b]!, fx), mix(lits[c]!, lits[d]!, fx), fy) / UNIT
        borrowed.open = mix(mix(opens[a]!, opens[b]!, fx), mix(opens[c]!, opens[d]!, fx), fy) / UNIT
      }
      tracePixel(x, y, from, max(from, guess))
      lender = NOTHING
    }
    // of a smooth face two pixels are traced, on the diagonal so that no thin line runs between them: they tell whether the rest may be read off
    const whole = x1 - x0 === BLOCK && y1 - y0 === BLOCK
    const smooth = whole && !interpolate && same && (one ? kind !== 'gem' : bare) && alike(a, b, c, d, GENTLE)
    if (smooth) {
      fill(x0 + 1, y0 + 1)
      fill(x0 + 2, y0 + 2)
      interpolate = foreseen(a + width + 1, a, b, c, d, 1 / BLOCK) && foreseen(a + 2 * width + 2, a, b, c, d, 2 / BLOCK)
    }
    const endX = x1 === width - 1 ? x1 : x1 - 1
    const endY = y1 === height - 1 ? y1 : y1 - 1
    for (let y = y0; y <= endY; y++)
      for (let x = x0; x <= endX; x++) {
        if ((x === x0 || x === x1) && (y === y0 || y === y1)) continue
        if (smooth && x - x0 === y - y0) continue
        if (interpolate) interpolatePixel(y * width + x, a, b, c, d, (x - x0) / (x1 - x0), (y - y0) / (y1 - y0))
        else fill(x, y)
      }
  }

  // strands of hair and fur would ask for more rays everywhere
  const contrast = 0.11 * UNIT
  const differs = (o: number, p: number) => ids[p] !== ids[o] || abs(tones[p]! - tones[o]!) > contrast

  /** Three more rays where part or tone jumps, averaged after the tone curve. */
  function smoothRow(y: number): void {
    for (let x = 0; x < width; x++) {
      const o = y * width + x
      const jumps =
        (x > 0 && differs(o, o - 1)) ||
        (x < width - 1 && differs(o, o + 1)) ||
        (y > 0 && differs(o, o - width)) ||
        (y < height - 1 && differs(o, o + width))
      if (!jumps) continue
      let r = compress(raw[3 * o]!)
      let g = compress(raw[3 * o + 1]!)
      let b = compress(raw[3 * o + 2]!)
      let nearest = depth[o]!
      if (x > 0) nearest = min(nearest, depth[o - 1]!)
      if (x < width - 1) nearest = min(nearest, depth[o + 1]!)
      if (y > 0) nearest = min(nearest, depth[o - width]!)
      if (y < height - 1) nearest = min(nearest, depth[o + width]!)
      const from = nearest > 50 ? start : max(start, nearest - volume.voxel * 0.6)
      const guess = nearest > 50 ? start : max(start, nearest - volume.voxel * CLOSE)
      if (ids[o]! >= 0) {
        lender = ids[o]!
        borrowed.lit = lits[o]! / UNIT
        borrowed.open = opens[o]! / UNIT
      }
      for (let k = 0; k < OFFSETS.length; k += 2) {
        trace(x + OFFSETS[k]!, y + OFFSETS[k + 1]!, from, guess)
        r += compress(radiance[0]!)
        g += compress(radiance[1]!)
        b += compress(radiance[2]!)
      }
      raw[3 * o] = expand(r / 4)
      raw[3 * o + 1] = expand(g / 4)
      raw[3 * o + 2] = expand(b / 4)
      lender = NOTHING
    }
  }

  const columns = corners(width)
  const rows = corners(height)
  const traceCorners = (from: number, to: number) => {
    for (let j = from; j < to; j++) {
      heed()
      for (const x of columns) tracePixel(x, rows[j]!)
    }
  }
  const fillBlocks = (from: number, to: number) => {
    for (let j = from; j < to; j++) {
      heed()
      for (let i = 0; i + 1 < columns.length; i++) fillBlock(columns[i]!, columns[i + 1]!, rows[j]!, rows[j + 1]!)
    }
  }
  const smoothRows = (from: number, to: number) => {
    for (let y = from; y < to; y++) {
      heed()
      smoothRow(y)
    }
    steps.onRows(frame, from, to)
  }
  crew.rows(rows.length, 4, traceCorners, (share) => steps.onLight(CORNERS_DONE * share))
  crew.rows(rows.length - 1, 2, fillBlocks, (share) => steps.onLight(CORNERS_DONE + (BLOCKS_DONE - CORNERS_DONE) * share))
  crew.rows(height, 6, smoothRows, (share) => steps.onLight(BLOCKS_DONE + (1 - BLOCKS_DONE) * share))
  return frame
}

const compress = (v: number) => v / (1 + v)
const expand = (v: number) => v / (1 - min(v, 0.99))

/** Pixels 0, 3, 6 … and the last one. */
function corners(count: number): number[] {
  const list: number[] = []
  for (let i = 0; i < count - 1; i += BLOCK) list.push(i)
  list.push(count - 1)
  return list
}
