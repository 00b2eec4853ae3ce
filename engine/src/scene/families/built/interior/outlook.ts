import { cos, sin, TAU } from '../../../../math/dmath.ts'
import { emitter } from '../../../material/paints.ts'
import { value2 } from '../../../noise.ts'
import { blend, type Rgb, times } from '../../../vector.ts'
import type { Room, Window } from './room.ts'

const SEGMENTS = 140

/** What the windows show and let in: hills and firs against the sky, rain or snow before them, and the light of the sky on the room. */
export function outlook(room: Room, windows: readonly Window[], strength = 1): void {
  land(room)
  for (const [i, window] of windows.entries()) {
    weather(room, window, i)
    skylight(room, window, strength)
  }
}

/** Rings of land round the room, paler the further off; they give their own light, so that the room's dark does not fall on them. */
function land({ site, far }: Room): void {
  const { mesh, scene, streams, snowy, brief } = site
  const random = streams('outlook')
  const salt = random.range(0, 90)
  const { horizon } = scene.sky
  const foggy = brief.mood.weather === 'fog'
  const green: Rgb = snowy ? [0.62, 0.68, 0.76] : [0.1, 0.15, 0.08]
  const light = (0.2126 * horizon[0] + 0.7152 * horizon[1] + 0.0722 * horizon[2]) * (snowy ? 0.9 : 1.2)
  for (const [i, [out, base, rise, rough]] of (
    [
      [46, 2, 11, 0.03],
      [34, 0.2, 5.2, 0.06],
      [26, -1.4, 2.6, 0.16],
    ] as const
  ).entries()) {
    const air = foggy ? [0.95, 0.85, 0.7][i]! : [0.6, 0.32, 0.08][i]!
    mesh.use(mesh.paint(emitter(blend(times(green, light), horizon, air), [0.72, 0.5, 0.36][i]!)))
    const top = (a: number) => {
      const [c, s] = [cos(a) * out, sin(a) * out]
      const hill = value2(c * rough + salt, s * rough + i * 9) + 0.4 * value2(c * rough * 3 + salt, s * rough * 3)
      const tree = i === 2 ? 1.5 * Math.abs(((a * 34 + value2(a * 60, salt) * 1.4) % 1) - 0.5) * value2(a * 40 + salt, 3) : 0
      return base + rise * hill + tree
    }
    for (let k = 0; k < SEGMENTS; k++) {
      const [a, b] = [(TAU * k) / SEGMENTS, (TAU * (k + 1)) / SEGMENTS]
      const at = (angle: number, y: number) => mesh.vertex(cos(angle) * out, y, far / 2 + sin(angle) * out)
      const middle = (a + b) / 2
      mesh.quad(at(a, -30), at(middle, -30), at(middle, top(middle)), at(a, top(a)))
      mesh.quad(at(middle, -30), at(b, -30), at(b, top(b)), at(middle, top(middle)))
    }
  }
}

/** Rain or snow just outside a window. */
function weather({ site }: Room, { x, y, z, width, height, outX, outZ }: Window, index: number): void {
  const { mesh, scene, streams, brief } = site
  const wet = brief.mood.weather === 'rain' || brief.mood.weather === 'storm'
  const snowing = brief.mood.weather === 'snow'
  if (!wet && !snowing) return
  const random = streams(`weather ${index}`)
  const pale = times(blend(scene.sky.horizon, [0.5, 0.55, 0.6], 0.25), snowing ? 1.1 : 0.75)
  mesh.use(mesh.paint(emitter(pale, 1)))
  const count = Math.round(width * height * (snowing ? 26 : 20))
  for (let i = 0; i < count; i++) {
    const out = random.range(0.5, 5)
    const across = random.range(-1, 1) * (width / 2 + out * 0.7)
    const py = y + random.range(-0.6, 0.6) * (height + out)
    const px = x + outX * out + (outZ !== 0 ? across : 0)
    const pz = z + outZ * out + (outX !== 0 ? across : 0)
    const w = snowing ? random.range(0.014, 0.034) : 0.006
    const h = snowing ? w * 1.6 : random.range(0.18, 0.5)
    const [ax, az] = outZ !== 0 ? [w, 0] : [0, w]
    mesh.quad(
      mesh.vertex(px - ax, py, pz - az),
      mesh.vertex(px, py - h / 2, pz),
      mesh.vertex(px + ax, py, pz + az),
      mesh.vertex(px, py + h / 2, pz),
    )
  }
}

/** Light of the sky that a window lets in. */
function skylight({ site: { scene } }: Room, { x, y, z, width, height, outX, outZ }: Window, strength: number): void {
  const size = Math.sqrt(width * height)
  const colour = times(blend(scene.sky.horizon, scene.sky.zenith, 0.4), strength * (0.55 + 0.3 * size))
  scene.lamps.push({ x: x - outX * 0.3, y, z: z - outZ * 0.3, colour, range: 4.5 + size * 3 })
}
