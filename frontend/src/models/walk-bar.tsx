import { type RefObject, useEffect, useId, useState } from 'react'
import type { Text } from '../lib/text/use-text.ts'
import { useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import type { Spot } from './walk-ground.ts'
import type { Walking, WalkReading } from './walk-world.ts'

/** Places of a world by their names, in the order of the menu. */
function placesOf(t: Text, { spawns, points }: Walking['ground']): readonly { name: string; spot: Spot }[] {
  return [
    ...spawns.map((spot, i) => ({
      name: spawns.length === 1 ? t('model.walk.spawn') : t('model.walk.spawnNumber', { number: i + 1 }),
      spot,
    })),
    ...points.map((spot) => ({ name: spot.name, spot })),
  ]
}

/** Where one is in a world, and where one can go at once. */
export function WalkBar({
  walking,
  reading,
  holder,
}: {
  walking: Walking
  reading: WalkReading | null
  holder: RefObject<HTMLDivElement | null>
}) {
  const t = useText()
  const id = useId()
  const places = placesOf(t, walking.ground)
  const { seats } = walking.ground
  const posture = reading?.posture ?? 'walking'
  const go = (value: string) => {
    const [kind, number] = value.split(':')
    const spot = (kind === 'seat' ? seats : places.map((place) => place.spot))[Number(number)]
    if (!spot) return
    if (kind === 'seat') walking.sit(spot)
    else walking.goTo(spot)
    holder.current?.focus({ preventScroll: true })
  }
  return (
    <>
      <label htmlFor={`${id}-go`} className="viewer-choice">
        {t('model.walk.goTo')}
        <select id={`${id}-go`} value="" onChange={(event) => go(event.target.value)}>
          <option value="">{t('model.walk.choose')}</option>
          {places.map(({ name }, i) => (
            <option key={name} value={`place:${i}`}>
              {name}
            </option>
          ))}
          {seats.map((seat, i) => (
            <option key={seat.name} value={`seat:${i}`}>
              {t('model.walk.seat', { number: i + 1 })}
            </option>
          ))}
        </select>
      </label>
      {posture === 'sitting' || reading?.seatNear ? (
        <Button small look="quiet" onClick={() => walking.sit()}>
          {t(posture === 'sitting' ? 'model.walk.stand' : 'model.walk.sit')}
        </Button>
      ) : null}
      <label className="viewer-check">
        <input type="checkbox" checked={posture === 'above'} onChange={(event) => walking.above(event.target.checked)} />
        {t('model.walk.above')}
      </label>
      <Button small look="quiet" className="viewer-mouse" onClick={walking.capture}>
        {t('model.walk.mouse')}
      </Button>
      <FullScreen holder={holder} />
      <span className="viewer-reading">{reading ? readingText(t, reading) : ''}</span>
      <span className="vh" role="status">
        {reading?.at ? t('model.walk.at', { place: reading.at }) : ''}
      </span>
    </>
  )
}

/** To a tenth; a little less than nothing is nothing, not -0.0. */
const tenths = (metres: number): string => (Math.round(metres * 10) / 10 || 0).toFixed(1)

function readingText(t: Text, { x, z, heading, at, posture }: WalkReading): string {
  if (posture === 'above') return t('model.walk.fromAbove')
  if (posture === 'sitting') return t('model.walk.sitting')
  const place = t('model.walk.reading', { x: tenths(x), z: tenths(z), heading: Math.round(heading) % 360 })
  return at ? `${place} · ${at}` : place
}

/** Shows the stage over the whole screen, with its bar, where the browser can. */
function FullScreen({ holder }: { holder: RefObject<HTMLDivElement | null> }) {
  const t = useText()
  const [on, setOn] = useState(false)
  useEffect(() => {
    const look = () => setOn(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', look)
    return () => document.removeEventListener('fullscreenchange', look)
  }, [])
  if (!document.fullscreenEnabled) return null
  const change = () =>
    on ? document.exitFullscreen() : (holder.current?.closest<HTMLElement>('.viewer')?.requestFullscreen() ?? Promise.resolve())
  return (
    <Button small look="quiet" onClick={() => void change().catch(() => {})}>
      {t(on ? 'model.walk.fullEnd' : 'model.walk.full')}
    </Button>
  )
}
