import '../lib/text/load-later-words.ts'
import type { ModelFile } from '@daedal/protocol/generation/model-file'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import type { ViewerEnd } from './use-viewer.ts'

const ModelViewer = lazy(() => import('./model-viewer.tsx').then((module) => ({ default: module.ModelViewer })))

type ModelStageProps = {
  model: ModelFile
  name: string
  how: string
  /** What stands there until the model is opened, and when it cannot be. */
  picture: ReactNode
  /** Beside the button that opens the model. */
  children?: ReactNode
}

/** A picture with a model behind it: a button opens it in the picture's place. */
export function ModelStage({ model, name, how, picture, children }: ModelStageProps) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const [end, setEnd] = useState<ViewerEnd | null>(null)
  const close = (how: ViewerEnd | null) => {
    setEnd(how)
    setOpen(false)
  }
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
      <ModelEnd end={end} url={model.url} />
      <p className="model-acts">
        <Button
          small
          onClick={() => {
            setEnd(null)
            setOpen(true)
          }}
        >
          {t(`model.open.${model.role}`)}
        </Button>
        {children}
      </p>
    </>
  )
}

/** Why a model is not shown any more. */
export function ModelEnd({ end, url }: { end: ViewerEnd | null; url: string }) {
  const t = useText()
  if (end === null) return null
  if (end === 'taken') return <p className="note">{t('model.taken')}</p>
  return <ErrorBanner sentence={t(`model.failed.${end}`, { file: fileOf(url) })} code={end} />
}

/** The last part of an address. */
export const fileOf = (url: string): string => url.split('/').at(-1) ?? url
