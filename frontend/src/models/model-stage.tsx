import '../lib/text/load-later-words.ts'
import '../ui/model.css'
import type { ModelFile } from '@daedal/protocol/generation/model-file'
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { formatBytes } from '../lib/format.ts'
import { useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { ModelEnd } from './model-end.tsx'
import type { ViewerEnd } from './use-viewer.ts'

const ModelViewer = lazy(() => import('./model-viewer.tsx').then((module) => ({ default: module.ModelViewer })))

type ModelStageProps = {
  model: ModelFile
  name: string
  how: string
  /** What stands there until the model is opened, and when it cannot be. */
  picture: ReactNode
  /** Under which licence it may be used, in words. */
  licence: string
}

/** A picture with a model behind it: a button opens it in the picture's place. */
export function ModelStage({ model, name, how, picture, licence }: ModelStageProps) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const [end, setEnd] = useState<ViewerEnd | null>(null)
  const acts = useRef<HTMLParagraphElement>(null)
  const wasOpen = useRef(false)
  const close = (how: ViewerEnd | null) => {
    setEnd(how)
    setOpen(false)
  }
  // Whoever closes the model goes on from the button that opened it.
  useEffect(() => {
    if (!open && wasOpen.current) acts.current?.querySelector('button')?.focus()
    wasOpen.current = open
  }, [open])
  if (open)
    return (
      <Suspense
        fallback={
          <>
            {picture}
            <p className="note" role="status">
              {t('model.opening')}
            </p>
          </>
        }
      >
        <ModelViewer model={model} name={name} how={how} onClose={() => close(null)} onEnd={close} />
      </Suspense>
    )
  return (
    <>
      {picture}
      <ModelEnd end={end} />
      <p className="model-acts" ref={acts}>
        <Button
          small
          onClick={() => {
            setEnd(null)
            setOpen(true)
          }}
        >
          {t(`model.open.${model.role}`)}
        </Button>
        <a href={model.url} download={fileOf(model.url)}>
          {t('model.download', { file: fileOf(model.url), size: formatBytes(model.bytes) })}
        </a>
        <span>{t('model.licence', { licence })}</span>
      </p>
    </>
  )
}

/** The last part of an address. */
const fileOf = (url: string): string => url.split('/').at(-1) ?? url
