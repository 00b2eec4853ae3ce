import { Box3, Mesh, type Object3D, SkinnedMesh, Vector3 } from 'three'
import { listenToGestures } from './gestures.ts'
import type { Stage } from './open-stage.ts'
import { distanceToSee, eyeOf, type Orbit, type OrbitLimits, type Round, turnOrbit, zoomOrbit } from './orbit.ts'
import { lightStudio } from './studio.ts'

/** Turning something that stands in a studio. Angles in radians. */
export type Turning = {
  turn(yaw: number, pitch: number): void
  /** @param factor below 1 comes closer */
  zoom(factor: number): void
  reset(): void
  /** Steps back as far as it takes to see the whole of it, after it has changed its shape. */
  seeWhole(): void
  /** Whether it turns on its own. */
  spin(on: boolean): void
  close(): void
}

export type TurnOptions = {
  /** Whether it turns on its own from the start. */
  readonly spinning: boolean
  /** How it is seen first, radians. */
  readonly first: { readonly yaw: number; readonly pitch: number }
  hover?(x: number, y: number): void
  /** Somebody took it into their hands, so that it no longer turns on its own. */
  taken(): void
}

/** Radians a second, on its own; radians a pixel, by hand. */
const SPIN = 0.35
const DRAG = 0.008
/** Air round the whole of it. */
const AIR = 1.06

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

/** The box round a thing as it is held now. */
function boxOf(root: Object3D): Box3 {
  root.updateMatrixWorld(true)
  root.traverse((object) => {
    if (object instanceof SkinnedMesh) object.computeBoundingBox()
  })
  return new Box3().setFromObject(root)
}

const roundOf = (box: Box3): Round => {
  const { x, y, z } = box.getSize(new Vector3())
  return { radius: Math.hypot(x, z) / 2, height: y }
}

/** Puts a model into the studio. */
export function turnModel(stage: Stage, holder: HTMLElement, root: Object3D, options: TurnOptions): Turning {
  const { scene, camera } = stage
  const box = boxOf(root)
  const middle = box.getCenter(new Vector3())
  root.traverse((object) => {
    if (object instanceof Mesh) object.castShadow = object.receiveShadow = true
  })
  scene.add(root)
  lightStudio(stage, box)

  const round = box.getSize(new Vector3()).length() / 2 || 1
  let shape = roundOf(box)
  const limits: OrbitLimits = { lowest: -1.2, highest: 1.45, nearest: round * 1.15, farthest: round * 9 }
  camera.near = round / 100
  camera.far = round * 40
  const whole = (pitch: number) => AIR * distanceToSee(shape, pitch, (camera.fov * Math.PI) / 180, camera.aspect)
  const first = (): Orbit => ({ ...options.first, distance: whole(options.first.pitch) })
  let orbit = first()
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
      orbit = first()
      look()
    },
    seeWhole() {
      shape = roundOf(boxOf(root))
      orbit = { ...orbit, distance: Math.max(orbit.distance, whole(orbit.pitch)) }
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
