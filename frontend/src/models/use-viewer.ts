import type { ModelRole } from '@daedal/protocol/generation/model-file'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { failureOf, type ModelFailureCode } from './failure.ts'
import { openViewer, type Viewer } from './open-viewer.ts'
import type { WalkReading } from './walk-world.ts'

/** How a model leaves the screen without being closed: a failure, or another model that took the stage. */
export type ViewerEnd = { readonly code: ModelFailureCode; readonly file: string } | 'taken'

type ViewerState = {
  readonly holder: RefObject<HTMLDivElement | null>
  readonly viewer: Viewer | null
  /** Share of the file that is there, 0..1. */
  readonly share: number
  readonly spinning: boolean
  setSpinning(on: boolean): void
  readonly reading: WalkReading | null
}

/** Opens a model for as long as the component is shown, once its pictures are known; later ones are for the next time. */
export function useViewer(url: string, role: ModelRole, pictures: readonly string[] | null, onEnd: (end: ViewerEnd) => void): ViewerState {
  const holder = useRef<HTMLDivElement>(null)
  const [viewer, setViewer] = useState<Viewer | null>(null)
  const [share, setShare] = useState(0)
  const [lively] = useState(() => !matchMedia('(prefers-reduced-motion: reduce)').matches)
  // An avatar moves by itself already.
  const [spinning, setSpinning] = useState(lively && role !== 'avatar')
  const [reading, setReading] = useState<WalkReading | null>(null)
  const told = useRef({ onEnd, pictures })
  told.current = { onEnd, pictures }

  const known = pictures !== null
  useEffect(() => {
    if (!known) return
    const stop = new AbortController()
    let opened: Viewer | null = null
    const end = (how: ViewerEnd) => {
      if (!stop.signal.aborted) told.current.onEnd(how)
    }
    const fail = (code: ModelFailureCode) => end({ code, file: url.split('/').at(-1) ?? url })
    openViewer(
      holder.current!,
      { url, role, lively, pictures: told.current.pictures ?? [], signal: stop.signal },
      {
        lost: () => fail('MODEL_WEBGL_LOST'),
        taken: () => end('taken'),
        loading: setShare,
        stopped: () => setSpinning(false),
        reading: setReading,
      },
    ).then(
      (made) => {
        if (stop.signal.aborted) return made.close()
        opened = made
        setViewer(made)
        holder.current?.focus()
      },
      (thrown: unknown) => fail(failureOf(thrown)),
    )
    return () => {
      stop.abort()
      opened?.close()
      setViewer(null)
    }
  }, [url, role, lively, known])

  return {
    holder,
    viewer,
    share,
    spinning,
    setSpinning(on) {
      if (viewer?.controls.way === 'turn') viewer.controls.turning.spin(on)
      if (viewer?.controls.way === 'pose') viewer.controls.posing.spin(on)
      setSpinning(on)
    },
    reading,
  }
}
