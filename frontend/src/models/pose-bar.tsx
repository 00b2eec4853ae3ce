import { useEffect, useId, useState } from 'react'
import type { TextKey } from '../lib/text/en.ts'
import { useText } from '../lib/text/use-text.ts'
import type { Posing } from './pose-avatar.ts'
import { TurnBar } from './turn-bar.tsx'

const faces = ['happy', 'angry', 'sad', 'relaxed', 'surprised', 'blink', 'blinkLeft', 'blinkRight', 'aa', 'ih', 'ou', 'ee', 'oh'] as const
const faceKey = (name: string): TextKey | null => {
  const known = faces.find((face) => face === name)
  return known ? `model.face.${known}` : null
}

const movements = ['idle', 'greet'] as const
const movementKey = (name: string): TextKey | null => {
  const known = movements.find((movement) => movement === name)
  return known ? `model.move.${known}` : null
}

/** Faces, movements and the look of an avatar, as far as its file has them. */
export function PoseBar({ posing, spinning, onSpin }: { posing: Posing; spinning: boolean; onSpin: (on: boolean) => void }) {
  const t = useText()
  const id = useId()
  const [face, setFace] = useState('')
  const [movement, setMovement] = useState(posing.first ?? '')
  const [follows, setFollows] = useState(true)
  useEffect(() => posing.express(face || null), [posing, face])
  useEffect(() => posing.move(movement || null), [posing, movement])
  useEffect(() => posing.follow(follows), [posing, follows])
  return (
    <>
      <TurnBar turning={posing} spinning={spinning} onSpin={onSpin} />
      <fieldset className="viewer-faces" aria-label={t('model.pose.face')}>
        {['', ...posing.expressions].map((name) => {
          const key = faceKey(name)
          return (
            <button key={name} type="button" className="chip" aria-pressed={face === name} onClick={() => setFace(name)}>
              {name === '' ? t('model.pose.calm') : key ? t(key) : name}
            </button>
          )
        })}
      </fieldset>
      {posing.movements.length > 0 ? (
        <label htmlFor={`${id}-move`} className="viewer-choice">
          {t('model.pose.movement')}
          <select id={`${id}-move`} value={movement} onChange={(event) => setMovement(event.target.value)}>
            <option value="">{t('model.pose.still')}</option>
            {posing.movements.map((name) => {
              const key = movementKey(name)
              return (
                <option key={name} value={name}>
                  {key ? t(key) : name}
                </option>
              )
            })}
          </select>
        </label>
      ) : null}
      <label className="viewer-check">
        <input type="checkbox" checked={follows} onChange={(event) => setFollows(event.target.checked)} />
        {t('model.pose.follow')}
      </label>
    </>
  )
}
