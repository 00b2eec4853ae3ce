import type { ModelRole } from '@daedal/protocol/generation/model-file'
import { countModel, disposeModel, fetchModel, type LoadedModel, type ModelCounts, parseModel } from './load-model.ts'
import { openStage, type Stage, type StageEvents } from './open-stage.ts'
import type { Posing } from './pose-avatar.ts'
import { type Turning, turnModel } from './turn-model.ts'
import { type Walking, type WalkReading, walkWorld } from './walk-world.ts'

/** What can be done with the model that is shown. */
export type Controls =
  | { readonly way: 'turn'; readonly turning: Turning }
  | { readonly way: 'pose'; readonly posing: Posing }
  | { readonly way: 'walk'; readonly walking: Walking }

export type Viewer = { readonly counts: ModelCounts; readonly controls: Controls; close(): void }

export type ViewerOptions = {
  readonly url: string
  readonly role: ModelRole
  /** Whether things may move on their own. */
  readonly lively: boolean
  /** Pictures for the frames of a world. */
  readonly pictures: readonly string[]
  readonly signal: AbortSignal
}

export type ViewerEvents = StageEvents & {
  /** How much of the file is there, 0..1. */
  loading(share: number): void
  /** It no longer turns on its own. */
  stopped(): void
  reading(reading: WalkReading): void
}

/** Opens a model in `holder`. Throws `ModelFailure`s, and an `AbortError` when the signal came first. */
export async function openViewer(holder: HTMLElement, options: ViewerOptions, events: ViewerEvents): Promise<Viewer> {
  const stage = openStage(holder, events)
  try {
    const bytes = await fetchModel(options.url, events.loading, options.signal)
    const avatar = options.role === 'avatar' ? await import('./pose-avatar.ts') : null
    const model = await (avatar ?? { parseAvatar: parseModel }).parseAvatar(bytes)
    options.signal.throwIfAborted()
    const counts = countModel(model)
    const controls = controlsOf(stage, holder, model, options, events, avatar)
    return {
      counts,
      controls,
      close() {
        closeControls(controls)
        disposeModel(stage.scene)
        stage.close()
      },
    }
  } catch (thrown) {
    stage.close()
    throw thrown
  }
}

function controlsOf(
  stage: Stage,
  holder: HTMLElement,
  model: LoadedModel,
  { role, lively, pictures }: ViewerOptions,
  { stopped, reading }: ViewerEvents,
  avatar: typeof import('./pose-avatar.ts') | null,
): Controls {
  if (role === 'world') return { way: 'walk', walking: walkWorld(stage, holder, model, { pictures, onReading: reading }) }
  const posing = avatar?.poseAvatar(stage, holder, model, { spinning: false, lively, taken: stopped })
  if (posing) return { way: 'pose', posing }
  return {
    way: 'turn',
    turning: turnModel(stage, holder, model.gltf.scene, { spinning: lively, first: { yaw: 0.5, pitch: 0.2 }, taken: stopped }),
  }
}

function closeControls(controls: Controls): void {
  if (controls.way === 'turn') controls.turning.close()
  else if (controls.way === 'pose') controls.posing.close()
  else controls.walking.close()
}
