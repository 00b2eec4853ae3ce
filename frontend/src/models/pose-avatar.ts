import { VRMLoaderPlugin } from '@pixiv/three-vrm'
import { type AnimationAction, AnimationMixer, Object3D, Vector3 } from 'three'
import { type LoadedModel, parseModel } from './load-model.ts'
import type { Stage } from './open-stage.ts'
import { type Turning, type TurnOptions, turnModel } from './turn-model.ts'

/** What we use of a loaded VRM; the library's own types leave out the endings of their imports, and so do not resolve. */
type Vrm = {
  readonly scene: Object3D
  readonly humanoid: { autoUpdateHumanBones: boolean }
  readonly expressionManager?: {
    readonly expressions: readonly { readonly expressionName: string }[]
    setValue(name: string, weight: number): void
  }
  readonly lookAt?: { target?: Object3D | null }
  update(seconds: number): void
}

/** An avatar in the studio. */
export type Posing = Turning & {
  /** Names of the expressions that the file has, as VRM names them. */
  readonly expressions: readonly string[]
  /** Names of the movements that the file brings. */
  readonly movements: readonly string[]
  /** The movement that plays from the start; null when none does. */
  readonly first: string | null
  /** Shows one expression; null for the calm face. */
  express(name: string | null): void
  /** Plays one movement; null stands with the arms spread, as the file rests. */
  move(name: string | null): void
  /** Whether the eyes follow the pointer. */
  follow(on: boolean): void
}

/** Seconds from one movement or expression to the next. */
const FADE = 0.3
/** Seconds until hair and cloth have come to rest. */
const SETTLE = 2.5
/** Expressions that the look of the eyes moves on its own. */
const ofEyes = new Set(['lookUp', 'lookDown', 'lookLeft', 'lookRight', 'neutral'])

/** Opens a VRM with its expressions, springs and look. Throws `MODEL_BROKEN`. */
export const parseAvatar = (bytes: Uint8Array): Promise<LoadedModel> =>
  parseModel(bytes, (loader) => void loader.register((parser) => new VRMLoaderPlugin(parser)))

/** Puts an avatar into the studio; null when the file is no VRM. */
export function poseAvatar(
  stage: Stage,
  holder: HTMLElement,
  { gltf }: LoadedModel,
  options: Omit<TurnOptions, 'first'> & { readonly lively: boolean },
): Posing | null {
  const vrm = gltf.userData.vrm as Vrm | undefined
  if (!vrm) return null
  // The file's own movements turn its own bones, so the library's standard skeleton stays out of it.
  vrm.humanoid.autoUpdateHumanBones = false
  const mixer = new AnimationMixer(vrm.scene)
  const actions = new Map<string, AnimationAction>(gltf.animations.map((clip) => [clip.name, mixer.clipAction(clip)]))
  const first = options.lively ? (gltf.animations[0]?.name ?? null) : null
  let playing = first === null ? null : (actions.get(first)?.play() ?? null)
  // The file rests standing, and its chair would stand in its legs.
  const chair = vrm.scene.getObjectByName('wheelchair')
  if (chair) chair.visible = playing !== null
  // Held as it is first seen, so that the stage fits round it.
  mixer.update(0)
  const gaze = new Object3D()
  let following = false
  // Seconds for which something may still move; after them a still figure is not drawn again.
  let awake = SETTLE
  const wake = () => {
    awake = SETTLE
  }
  const turning = turnModel(stage, holder, vrm.scene, {
    ...options,
    first: { yaw: 0.3, pitch: 0.06 },
    hover(x, y) {
      gaze.position.copy(new Vector3(x, y, 0.5).unproject(stage.camera))
      if (following) wake()
    },
  })
  stage.scene.add(gaze)
  const expressions = (vrm.expressionManager?.expressions ?? [])
    .map(({ expressionName }) => expressionName)
    .filter((name) => !ofEyes.has(name))
  let wanted: string | null = null
  let fading = 0
  const weights = new Map<string, number>()
  stage.onFrame((seconds) => {
    if (playing === null && awake <= 0) return false
    awake -= seconds
    mixer.update(seconds)
    for (const name of expressions) {
      const weight = weights.get(name) ?? 0
      const goal = name === wanted ? 1 : 0
      if (weight === goal) continue
      const next = goal > weight ? Math.min(1, weight + seconds / FADE) : Math.max(0, weight - seconds / FADE)
      weights.set(name, next)
      vrm.expressionManager?.setValue(name, next)
    }
    vrm.update(seconds)
    if (fading > 0) {
      fading -= seconds
      if (fading <= 0) turning.seeWhole()
    }
    return true
  })
  const move = (name: string | null) => {
    const next = name === null ? null : (actions.get(name) ?? null)
    if (next === playing) return
    wake()
    playing?.fadeOut(FADE)
    next?.reset().fadeIn(FADE).play()
    playing = next
    if (chair) chair.visible = next !== null
    fading = FADE
  }
  return {
    ...turning,
    expressions,
    movements: [...actions.keys()],
    first,
    express(name) {
      wanted = name
      wake()
    },
    move,
    follow(on) {
      following = on
      wake()
      if (vrm.lookAt) vrm.lookAt.target = on ? gaze : null
    },
  }
}
