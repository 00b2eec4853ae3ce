import type { PromptWord, UnderstandAnswer } from '@daedal/protocol/generation/api'
import type { TextKey } from '../lib/text/en.ts'
import { useText } from '../lib/text/use-text.ts'
import { LinkButton } from '../ui/button.tsx'
import { RoleChip, UnknownChip } from '../ui/chip.tsx'
import { insteadOf, unknownKey } from './prompt-parts.ts'

const roles = ['subject', 'setting', 'time', 'weather', 'mood', 'style', 'material', 'colour', 'count', 'relation', 'name', 'not'] as const
const roleKey = (role: string | undefined): TextKey =>
  roles.find((known) => known === role) ? (`create.role.${role}` as TextKey) : 'create.role.detail'

/** What became of each word: its role, or what could be drawn in its place. */
export function UnderstoodWords({
  understanding,
  onReplace,
}: {
  understanding: UnderstandAnswer | undefined
  onReplace: (word: PromptWord, by: string) => void
}) {
  const t = useText()
  const helped = understanding?.words.filter((word) => insteadOf(word).length) ?? []
  return (
    <div aria-live="polite">
      <h2 className="lab">
        {t('create.understood')}
        {understanding ? (
          <small>{t('create.understood.count', { understood: understanding.understood, content: understanding.content })}</small>
        ) : null}
      </h2>
      {understanding?.words.length ? (
        <div className="chips">
          {understanding.words.map((word) =>
            word.understood ? (
              <RoleChip key={word.start} role={t(roleKey(word.role))}>
                {word.text}
              </RoleChip>
            ) : (
              <UnknownChip key={word.start}>{t(unknownKey(word), { word: word.text })}</UnknownChip>
            ),
          )}
        </div>
      ) : (
        <p className="note">{t('create.understood.empty')}</p>
      )}
      {helped.map((word) => (
        <p className="note" key={word.start}>
          {t('create.understood.nearest', { word: word.text })}{' '}
          {insteadOf(word).map((near, index) => (
            <span key={near}>
              {index ? t('asset.comma') : ''}
              <LinkButton
                aria-label={t('create.understood.replace', { nearest: near, word: word.text })}
                onClick={() => onReplace(word, near)}
              >
                {near}
              </LinkButton>
            </span>
          ))}
          {t('asset.stop')} {t('create.understood.leftOut')}
        </p>
      ))}
    </div>
  )
}
