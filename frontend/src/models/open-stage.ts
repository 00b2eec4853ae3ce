import { NeutralToneMapping, PCFShadowMap, PerspectiveCamera, Scene, WebGLRenderer } from 'three'
import { ModelFailure } from './failure.ts'

/** A canvas with a scene, drawn while it is seen and something moves. */
export type Stage = {
  readonly renderer: WebGLRenderer
  readonly scene: Scene
  readonly camera: PerspectiveCamera
  /** Draws once more. */
  draw(): void
  /** Runs before each picture, with the seconds since the last one; true when something moved. */
  onFrame(run: (seconds: number) => boolean): void
  /** Frees everything on the graphics card and takes the canvas out of the page. */
  close(): void
}

export type StageEvents = {
  /** The graphics card took its memory back. */
  lost(): void
  /** Another stage of the page was opened, and this one is closed. */
  taken(): void
}

/** The page's one stage: browsers keep few WebGL contexts, and each costs memory. */
let current: { close(): void; taken(): void } | null = null

/** Opens the stage inside `holder`, whose size it keeps. Throws `MODEL_WEBGL_MISSING`. */
export function openStage(holder: HTMLElement, events: StageEvents): Stage {
  current?.taken()
  current?.close()
  const renderer = createRenderer()
  const { domElement } = renderer
  domElement.setAttribute('aria-hidden', 'true')
  holder.prepend(domElement)
  const scene = new Scene()
  const camera = new PerspectiveCamera(30, 1, 0.05, 900)
  const runs: ((seconds: number) => boolean)[] = []
  let [dirty, seen, last, frame] = [true, true, 0, 0]

  const resize = () => {
    const { clientWidth, clientHeight } = holder
    if (clientWidth === 0 || clientHeight === 0) return
    renderer.setPixelRatio(Math.min(2, devicePixelRatio))
    renderer.setSize(clientWidth, clientHeight, false)
    camera.aspect = clientWidth / clientHeight
    camera.updateProjectionMatrix()
    dirty = true
  }
  const tick = (now: number) => {
    frame = requestAnimationFrame(tick)
    // After a pause, or on a slow machine, things go on from where they were.
    const seconds = Math.min(0.1, (now - last) / 1000)
    last = now
    for (const run of runs) if (run(seconds)) dirty = true
    if (!dirty) return
    dirty = false
    renderer.render(scene, camera)
  }
  const pace = () => {
    cancelAnimationFrame(frame)
    if (seen && !document.hidden) frame = requestAnimationFrame(tick)
  }
  const sizes = new ResizeObserver(resize)
  sizes.observe(holder)
  const sight = new IntersectionObserver(([entry]) => {
    seen = entry?.isIntersecting ?? true
    pace()
  })
  sight.observe(holder)
  document.addEventListener('visibilitychange', pace)
  const onLost = (event: Event) => {
    event.preventDefault()
    events.lost()
  }
  domElement.addEventListener('webglcontextlost', onLost)
  resize()
  pace()

  const close = () => {
    if (current?.close === close) current = null
    cancelAnimationFrame(frame)
    sizes.disconnect()
    sight.disconnect()
    document.removeEventListener('visibilitychange', pace)
    domElement.removeEventListener('webglcontextlost', onLost)
    scene.clear()
    renderer.dispose()
    renderer.forceContextLoss()
    domElement.remove()
  }
  current = { close, taken: events.taken }
  return {
    renderer,
    scene,
    camera,
    draw() {
      dirty = true
    },
    onFrame: (run) => void runs.push(run),
    close,
  }
}

function createRenderer(): WebGLRenderer {
  try {
    const renderer = new WebGLRenderer({ antialias: true, alpha: true, powerPreference: 'low-power' })
    renderer.shadowMap.type = PCFShadowMap
    renderer.toneMapping = NeutralToneMapping
    return renderer
  } catch (cause) {
    throw new ModelFailure('MODEL_WEBGL_MISSING', cause)
  }
}
