import type { ModelRole } from '@daedal/protocol/generation/model-file'
import { useText } from '../lib/text/use-text.ts'
import { Icon, type IconName } from '../ui/icon.tsx'

/** What can be done with a finished picture, in one row: a drawing and a short word each, the whole sentence as its name. */
export function VariationActs({
  number,
  role,
  onOpen,
  onMore,
  onRemix,
}: {
  number: number
  /** What its model is; null of a picture alone. */
  role: ModelRole | null
  /** Shows its model. */
  onOpen: () => void
  /** Makes more of the same plan. */
  onMore: () => void
  /** Starts something new from it. */
  onRemix: () => void
}) {
  const t = useText()
  return (
    <fieldset className="var-acts" aria-label={t('create.acts', { number })}>
      {role ? (
        <Act
          icon={role === 'model' ? 'item' : role}
          word={t(`create.open.${role}`)}
          name={`${t(`model.open.${role}`)} ${number}`}
          onAct={onOpen}
        />
      ) : null}
      <Act icon="more" word={t('create.more.short')} name={`${t('create.more')} ${number}`} onAct={onMore} />
      <Act icon="remix" word={t('create.remix')} name={`${t('create.remix')} ${number}`} onAct={onRemix} />
    </fieldset>
  )
}

function Act({ icon, word, name, onAct }: { icon: IconName; word: string; name: string; onAct: () => void }) {
  return (
    <button type="button" aria-label={name} title={name} onClick={onAct}>
      <Icon name={icon} />
      <span>{word}</span>
    </button>
  )
}
