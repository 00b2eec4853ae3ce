import { Fog, Plane, Vector3 } from 'three'
import { dressWorld, showSky } from './dress-world.ts'
import { ModelFailure } from './failure.ts'
import { hangFrames } from './frames.ts'
import { listenToGestures } from './gestures.ts'
import type { LoadedModel } from './load-model.ts'
import type { Stage } from './open-stage.ts'
import { eyeOf, type Orbit, turnOrbit, zoomOrbit } from './orbit.ts'
import { readWalkGround, type Spot, type WalkGround } from './walk-ground.ts'
import { listenToKeys } from './walk-keys.ts'
import { createWalker, type Foot } from './walker.ts'

/** Where a walker is and what it does. Metres; `heading` in degrees, 0 towards -z and growing to the right. */
export type WalkReading = {
  readonly x: number
  readonly z: number
  readonly heading: number
  /** The place of interest one stands at. */
  readonly at: string | null
  readonly posture: 'walking' | 'sitting' | 'above'
  /** A seat is within reach. */
  readonly seatNear: boolean
}

/** Walking in a world. */
export type Walking = {
  readonly ground: WalkGround
  /** Pictures that hang in its frames. */
  readonly hung: number
  goTo(spot: Spot): void
  /** Sits down on a seat, or on the nearest within reach; stands up when sitting. */
  sit(seat?: Spot): void
  above(on: boolean): void
  /** The mouse turns the head without being held down, until Escape is pressed. */
  capture(): void
  /** What the thumb pad asks for, -1..1 each. */
  push(aside: number, ahead: number): void
  close(): void
}

/** Metres: eyes over the feet and over a seat, how far one reaches for a seat, how near a place one is at it. */
const EYES = 1.65
const SEATED = 0.78
const REACH = 2
const AT = 4
/** Metres a second; radians a second and a pixel. */
const PACE = 2.6
const RUN = 6
const TURN = 1.7
const DRAG = 0.0045
/** Seconds between readings. */
const READ = 0.2

const nearest = (spots: readonly Spot[], x: number, z: number, reach: number): Spot | null =>
  spots
    .map((spot) => ({ spot, distance: Math.hypot(spot.x - x, spot.z - z) }))
    .filter(({ distance }) => distance <= reach)
    .toSorted((a, b) => a.distance - b.distance)[0]?.spot ?? null

/** Puts somebody into a world. Throws `MODEL_NOT_WALKABLE` when the file does not say where one can walk. */
export function walkWorld(
  stage: Stage,
  holder: HTMLElement,
  model: LoadedModel,
  { pictures, onReading }: { pictures: readonly string[]; onReading(reading: WalkReading): void },
): Walking {
  const ground = readWalkGround(model.bytes)
  if (!ground) throw new ModelFailure('MODEL_NOT_WALKABLE')
  const walker = createWalker(ground)
  const world = dressWorld(stage, model)
  const hung = hangFrames(model.gltf.scene, ground.slots, pictures, stage.draw)
  const { camera, renderer, scene } = stage
  const limits = { lowest: 0.25, highest: 1.5, nearest: ground.map.half * 0.5, farthest: ground.map.half * 4 }
  const spawn = ground.spawns[0]!
  const fog = scene.fog instanceof Fog ? scene.fog : null
  const fogFar = fog?.far ?? 0
  const { background } = scene

  let foot: Foot = spawn
  let [yaw, pitch, eyes] = [spawn.yaw, 0, spawn.y + EYES]
  let seat: Spot | null = null
  let overview: Orbit | null = null
  let pushed = { aside: 0, ahead: 0 }
  let unread = READ
  let last = ''

  const look = () => {
    if (overview) {
      const [x, y, z] = eyeOf(overview)
      camera.position.set(x, spawn.y + y, z)
      camera.lookAt(0, spawn.y, 0)
    } else {
      camera.rotation.set(pitch, yaw + Math.PI, 0, 'YXZ')
      camera.position.set(foot.x, eyes, foot.z)
    }
    stage.draw()
  }
  const read = () => {
    const heading = (540 - (yaw * 180) / Math.PI) % 360
    const reading: WalkReading = {
      x: foot.x,
      z: foot.z,
      heading: (heading + 360) % 360,
      at: nearest(ground.points, foot.x, foot.z, AT)?.name ?? null,
      posture: overview ? 'above' : seat ? 'sitting' : 'walking',
      seatNear: nearest(ground.seats, foot.x, foot.z, REACH) !== null,
    }
    const text = JSON.stringify(reading)
    if (text === last) return
    last = text
    onReading(reading)
  }
  const settle = (to: Foot, turned: number) => {
    foot = to
    eyes = to.y + EYES
    yaw = turned
    pitch = 0
    seat = null
    walking.above(false)
  }
  const walking: Walking = {
    ground,
    hung,
    goTo(spot) {
      const to = walker.near(spot.x, spot.z)
      // Places of interest face nowhere: look on in the direction one came from.
      if (to) settle(to, ground.spawns.includes(spot) ? spot.yaw : Math.atan2(spot.x - foot.x, spot.z - foot.z))
    },
    sit(wanted) {
      if (seat) {
        settle(walker.near(seat.x + Math.sin(seat.yaw) * 0.6, seat.z + Math.cos(seat.yaw) * 0.6) ?? foot, yaw)
        return
      }
      const next = wanted ?? nearest(ground.seats, foot.x, foot.z, REACH)
      if (!next) return
      settle(next, next.yaw)
      eyes = next.y + SEATED
      seat = next
      look()
      read()
    },
    above(on) {
      overview = on ? { yaw: 0.6, pitch: 0.85, distance: ground.map.half * 2.7 } : null
      camera.fov = on ? 45 : 68
      camera.updateProjectionMatrix()
      if (fog) fog.far = on ? 10_000 : fogFar
      showSky(scene, !on)
      // Looked into from outside, a room stands on the page and not in a sky.
      scene.background = on && ground.indoors ? null : background
      // Indoors the roof is in the way.
      renderer.clippingPlanes = on && ground.indoors ? [new Plane(new Vector3(0, -1, 0), spawn.y + 2.4)] : []
      look()
      read()
    },
    capture() {
      holder.focus()
      // A browser that does not have it, or does not allow it, leaves dragging.
      void Promise.resolve(holder.requestPointerLock?.()).catch(() => {})
    },
    push(aside, ahead) {
      pushed = { aside, ahead }
    },
    close() {
      stopGestures()
      keys.stop()
      document.removeEventListener('mousemove', onMouse)
      if (isCaptured()) document.exitPointerLock()
    },
  }
  const turnHead = (aside: number, up: number) => {
    if (overview) overview = turnOrbit(overview, aside, up, limits)
    else {
      yaw += aside
      pitch = Math.max(-1.4, Math.min(1.4, pitch + up))
    }
    look()
  }
  const isCaptured = () => document.pointerLockElement === holder
  const onMouse = ({ movementX, movementY }: MouseEvent) => {
    if (isCaptured()) turnHead(-movementX * DRAG, -movementY * DRAG)
  }
  document.addEventListener('mousemove', onMouse)
  const stopGestures = listenToGestures(holder, {
    drag(dx, dy) {
      // A hand drags what it sees.
      if (!isCaptured()) turnHead(dx * DRAG * (overview ? -1 : 1), dy * DRAG)
    },
    zoom(factor) {
      if (!overview) return
      overview = zoomOrbit(overview, factor, limits)
      look()
    },
  })
  const keys = listenToKeys(holder, (code) => {
    if (code === 'KeyE') walking.sit()
    else if (code === 'KeyV') walking.above(overview === null)
    else if (code === 'Home') walking.goTo(spawn)
    else return false
    return true
  })
  const move = (seconds: number) => {
    const wish = keys.wish()
    const [aside, ahead] = [wish.aside + pushed.aside, wish.ahead + pushed.ahead]
    if (wish.turn !== 0 || wish.nod !== 0) turnHead(wish.turn * TURN * seconds, wish.nod * TURN * 0.6 * seconds)
    if (overview || (aside === 0 && ahead === 0)) return
    if (seat) walking.sit()
    const length = Math.max(1, Math.hypot(aside, ahead))
    const far = ((wish.fast ? RUN : PACE) * seconds) / length
    const [s, c] = [Math.sin(yaw), Math.cos(yaw)]
    foot = walker.step(foot, (s * ahead - c * aside) * far, (c * ahead + s * aside) * far)
    look()
  }
  stage.onFrame((seconds) => {
    move(seconds)
    const wanted = foot.y + EYES
    if (!seat && !overview && Math.abs(wanted - eyes) > 0.001) {
      // Steps are taken with the knees.
      eyes += (wanted - eyes) * Math.min(1, seconds * 10)
      look()
    }
    unread += seconds
    if (unread >= READ) {
      unread = 0
      read()
    }
    return world.move(seconds)
  })
  walking.goTo(spawn)
  return walking
}
