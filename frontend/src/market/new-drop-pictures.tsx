import { useText } from '../lib/text/use-text.ts'
import { Field } from '../ui/field.tsx'
import { type ChosenPicture, type FinishedPicture, MOST_PICTURES } from './new-drop.ts'

type NewDropPicturesProps = {
  pictures: readonly FinishedPicture[]
  chosen: readonly ChosenPicture[]
  /** Whether it was tried to go on, from when on what is missing is said. */
  tried: boolean
  onToggle: (picture: FinishedPicture) => void
  onName: (key: string, name: string) => void
}

/** Finished pictures to choose from, each with its place among the chosen, and a name for each of those. */
export function NewDropPictures({ pictures, chosen, tried, onToggle, onName }: NewDropPicturesProps) {
  const t = useText()
  return (
    <>
      <fieldset className="picks">
        <legend className="lab">
          {t('drops.new.pictures')} <small>{t('drops.new.picturesHint', { count: chosen.length, most: MOST_PICTURES })}</small>
        </legend>
        {pictures.map((picture) => {
          const place = chosen.findIndex(({ key }) => key === picture.key)
          return (
            <label key={picture.key} className="item-pick">
              <input
                type="checkbox"
                className="vh"
                checked={place >= 0}
                disabled={place < 0 && chosen.length >= MOST_PICTURES}
                onChange={() => onToggle(picture)}
                aria-label={t('drops.new.picture', { number: picture.variation + 1, prompt: picture.prompt })}
              />
              <img src={picture.thumbnail} alt="" width="160" height="160" loading="lazy" />
              <span aria-hidden="true">{place >= 0 ? place + 1 : ''}</span>
            </label>
          )
        })}
      </fieldset>
      <div className="pick-names">
        {chosen.map(({ key, name, thumbnail }, at) => (
          <div key={key}>
            <img src={thumbnail} alt="" width="56" height="56" />
            <Field
              label={t('drops.new.name', { number: at + 1 })}
              value={name}
              onValue={(next) => onName(key, next)}
              maxLength={120}
              error={tried && !name.trim() ? t('drops.new.why.names') : null}
            />
          </div>
        ))}
      </div>
    </>
  )
}
