import '../lib/text/load-later-words.ts'
import '../ui/model.css'
import type { ModelFile } from '@daedal/protocol/generation/model-file'
import { useId } from 'react'
import { formatBytes, formatCount } from '../lib/format.ts'
import { useText } from '../lib/text/use-text.ts'
import { AiLabel } from '../ui/ai-label.tsx'
import { Button } from '../ui/button.tsx'
import type { ModelCounts } from './load-model.ts'
import { PoseBar } from './pose-bar.tsx'
import { TurnBar } from './turn-bar.tsx'
import { useOwnPictures } from './use-own-pictures.ts'
import { useViewer, type ViewerEnd } from './use-viewer.ts'
import { WalkBar } from './walk-bar.tsx'
import { WalkPad } from './walk-pad.tsx'

type ModelViewerProps = {
  model: Pick<ModelFile, 'url' | 'role'>
  /** What it is called. */
  name: string
  /** How it came to be, for its label. */
  how: string
  onClose: () => void
  onEnd: (end: ViewerEnd) => void
}

/** A model on its stage with everything that can be done with it. Loads three.js with itself: import it lazily. */
export function ModelViewer({ model, name, how, onClose, onEnd }: ModelViewerProps) {
  const t = useText()
  const keys = useId()
  const { holder, viewer, share, spinning, setSpinning, reading } = useViewer(
    model.url,
    model.role,
    useOwnPictures(model.role === 'world'),
    onEnd,
  )
  const controls = viewer?.controls
  const way = controls?.way ?? (model.role === 'world' ? 'walk' : 'turn')
  return (
    <section
      className="viewer"
      data-way={way}
      data-ready={viewer !== null}
      data-x={reading?.x.toFixed(2)}
      data-z={reading?.z.toFixed(2)}
      aria-label={t(`model.stage.${model.role}`, { name })}
    >
      <div className="viewer-stage">
        <div
          ref={holder}
          className="viewer-holder"
          role="application"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a canvas that keys move about in is an application, and has to be reached
          tabIndex={0}
          aria-label={t(`model.stage.${model.role}`, { name })}
          aria-describedby={keys}
        >
          {viewer ? null : (
            <p className="viewer-wait" role="status">
              {t('model.loading', { percent: Math.round(share * 100) })}
            </p>
          )}
        </div>
        {controls?.way === 'walk' ? <WalkPad onPush={controls.walking.push} label={t('model.walk.pad')} /> : null}
      </div>
      <div className="viewer-bar">
        {controls?.way === 'turn' ? <TurnBar turning={controls.turning} spinning={spinning} onSpin={setSpinning} /> : null}
        {controls?.way === 'pose' ? <PoseBar posing={controls.posing} spinning={spinning} onSpin={setSpinning} /> : null}
        {controls?.way === 'walk' ? <WalkBar walking={controls.walking} reading={reading} holder={holder} /> : null}
        <Button small className="viewer-close" onClick={onClose}>
          {t('model.close')}
        </Button>
      </div>
      <p className="viewer-facts">
        <AiLabel word={t('ai.word')} how={how} />
        {viewer ? <Counts counts={viewer.counts} /> : null}
        {controls?.way === 'walk' && controls.walking.hung > 0 ? (
          <span>{t('model.walk.hung', { count: controls.walking.hung })}</span>
        ) : null}
      </p>
      <p className="viewer-keys" id={keys}>
        <span className="by-keys">{t(way === 'walk' ? 'model.walk.keys' : 'model.turn.keys')}</span>
        <span className="by-touch">{t(way === 'walk' ? 'model.walk.touch' : 'model.turn.touch')}</span>
      </p>
    </section>
  )
}

function Counts({ counts }: { counts: ModelCounts }) {
  const t = useText()
  const { triangles, drawCalls, bytes, textures, texels } = counts
  return (
    <span>
      {t('model.counts', { triangles: formatCount(Math.round(triangles)), drawCalls, size: formatBytes(bytes) })}
      {t('asset.comma')}
      {texels > 0 ? t('model.texels', { count: textures, texels }) : t('model.textures', { count: textures })}
    </span>
  )
}
