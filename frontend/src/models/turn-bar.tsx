import { useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import type { Turning } from './turn-model.ts'

/** Turning by buttons: what drags and keys do, for everyone else. */
export function TurnBar({ turning, spinning, onSpin }: { turning: Turning; spinning: boolean; onSpin: (on: boolean) => void }) {
  const t = useText()
  return (
    <>
      <span className="viewer-acts">
        <Button small look="quiet" aria-label={t('model.turn.left')} title={t('model.turn.left')} onClick={() => turning.turn(0.4, 0)}>
          ←
        </Button>
        <Button small look="quiet" aria-label={t('model.turn.right')} title={t('model.turn.right')} onClick={() => turning.turn(-0.4, 0)}>
          →
        </Button>
        <Button small look="quiet" aria-label={t('model.turn.closer')} title={t('model.turn.closer')} onClick={() => turning.zoom(0.8)}>
          +
        </Button>
        <Button small look="quiet" aria-label={t('model.turn.farther')} title={t('model.turn.farther')} onClick={() => turning.zoom(1.25)}>
          −
        </Button>
      </span>
      <Button small look="quiet" onClick={turning.reset}>
        {t('model.turn.reset')}
      </Button>
      <label className="viewer-check">
        <input type="checkbox" checked={spinning} onChange={(event) => onSpin(event.target.checked)} />
        {t('model.turn.spin')}
      </label>
    </>
  )
}
