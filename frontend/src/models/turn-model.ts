import { Box3, Mesh, type Object3D, Vector3 } from 'three'
import { listenToGestures } from './gestures.ts'
import type { Stage } from './open-stage.ts'
import { eyeOf, type Orbit, type OrbitLimits, turnOrbit, zoomOrbit } from './orbit.ts'
import { lightStudio } from './studio.ts'

/** Turning something that stands in a studio. Angles in radians. */
export type Turning = {
  turn(yaw: number, pitch: number): void
  /** @param factor below 1 comes closer */
  zoom(factor: number): void
  reset(): void
  /** Whether it turns on its own. */
  spin(on: boolean): void
  close(): void
}

export type TurnOptions = {
  /** Whether it turns on its own from the start. */
  readonly spinning: boolean
  /** Share of the height that the eye looks at; 0.5 when left out. */
  readonly look?: number
  hover?(x: number, y: number): void
  /** Somebody took it into their hands, so that it no longer turns on its own. */
  taken(): void
}

/** Radians a second, on its own; radians a pixel, by hand. */
const SPIN = 0.35
const DRAG = 0.008

const keys: Readonly<Record<string, (turning: Turning) => void>> = {
  ArrowLeft: ({ turn }) => turn(0.15, 0),
  ArrowRight: ({ turn }) => turn(-0.15, 0),
  ArrowUp: ({ turn }) => turn(0, 0.1),
  ArrowDown: ({ turn }) => turn(0, -0.1),
  '+': ({ zoom }) => zoom(0.88),
  '=': ({ zoom }) => zoom(0.88),
  '-': ({ zoom }) => zoom(1.14),
  Home: ({ reset }) => reset(),
}

/** Puts a model into the studio. */
export function turnModel(stage: Stage, holder: HTMLElement, root: Object3D, options: TurnOptions): Turning {
  const { scene, camera } = stage
  root.updateMatrixWorld(true)
  const box = new Box3().setFromObject(root)
  const size = box.getSize(new Vector3())
  const middle = box.getCenter(new Vector3())
  middle.y = box.min.y + size.y * (options.look ?? 0.5)
  root.traverse((object) => {
    if (object instanceof Mesh) object.castShadow = object.receiveShadow = true
  })
  scene.add(root)
  lightStudio(stage, box)

  const round = size.length() / 2 || 1
  const first: Orbit = { yaw: 0.5, pitch: 0.24, distance: 0 }
  const limits: OrbitLimits = { lowest: -1.2, highest: 1.45, nearest: round * 1.15, farthest: round * 9 }
  camera.near = round / 100
  camera.far = round * 40
  // Far enough for the whole of it, whichever side of the stage is the shorter.
  const whole = () => (round * 1.02) / Math.sin((Math.min(1, camera.aspect) * camera.fov * Math.PI) / 360)
  let orbit = { ...first, distance: whole() }
  let spinning = options.spinning
  const look = () => {
    const [x, y, z] = eyeOf(orbit)
    camera.position.set(middle.x + x, middle.y + y, middle.z + z)
    camera.lookAt(middle)
    stage.draw()
  }
  const take = () => {
    if (!spinning) return
    spinning = false
    options.taken()
  }
  const turning: Turning = {
    turn(yaw, pitch) {
      take()
      orbit = turnOrbit(orbit, yaw, pitch, limits)
      look()
    },
    zoom(factor) {
      orbit = zoomOrbit(orbit, factor, limits)
      look()
    },
    reset() {
      orbit = { ...first, distance: whole() }
      look()
    },
    spin(on) {
      spinning = on
    },
    close() {
      stopGestures()
      holder.removeEventListener('keydown', onKey)
    },
  }
  const stopGestures = listenToGestures(holder, {
    drag: (dx, dy) => turning.turn(-dx * DRAG, dy * DRAG),
    zoom: turning.zoom,
    twice: turning.reset,
    ...(options.hover ? { hover: options.hover } : {}),
  })
  const onKey = (event: KeyboardEvent) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key]
    if (!act) return
    event.preventDefault()
    act(turning)
  }
  holder.addEventListener('keydown', onKey)
  stage.onFrame((seconds) => {
    if (spinning) {
      orbit = { ...orbit, yaw: orbit.yaw + SPIN * seconds }
      look()
    }
    return spinning
  })
  look()
  return turning
}
