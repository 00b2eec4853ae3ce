import { formatWei } from '../lib/format.ts'
import { useSentenceOf } from '../lib/sentences.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { Alert } from '../ui/steps.tsx'
import type { Flow, FlowFailure } from './flow.ts'

/** What happened, what was and was not paid, what still stands; the code comes last. */
export function FlowFailureAlert({ flow, failure }: { flow: Flow; failure: FlowFailure }) {
  const t = useText()
  const language = useLanguage()
  const sentenceOf = useSentenceOf()
  const { kind, code, detail, networkFee } = failure
  const sentence = (code ? sentenceOf(code, language) : undefined) ?? t(`flow.why.${kind}`)
  const nothingBefore = !flow.steps.some((step) => step.state === 'done' && step.hash)
  const nothingSent = nothingBefore && networkFee === null && kind !== 'replaced' && kind !== 'lost'
  const paid = [
    t(`flow.kept.${flow.request.kind}`),
    nothingSent ? t('flow.nothingSent') : '',
    networkFee ? t('flow.feeKept', { fee: formatWei(networkFee, { decimals: 6, round: true }) }) : '',
    ...stillStanding(),
  ].filter(Boolean)
  return (
    <Alert tone="fail">
      <p>
        <b>{sentence}</b>{' '}
        {detail ? (
          <span lang="en" translate="no" className="detail">
            {detail}
          </span>
        ) : null}
      </p>
      <p>
        {paid.join(language === 'zh' ? '' : ' ')} {code ? <span className="mute">{code}</span> : null}
      </p>
    </Alert>
  )

  function stillStanding(): string[] {
    return flow.steps.flatMap(({ type, state, amount }) => {
      if (state !== 'done') return []
      if (type === 'wrap') return [t('flow.still.wrap', { amount: formatWei(amount ?? '0') })]
      if (type === 'approve' && flow.request.kind === 'auction') return [t('flow.still.approveAsset')]
      if (type === 'approve' && flow.request.kind === 'let') return [t('flow.still.approveRentals')]
      if (type === 'approve') return [amount ? t('flow.still.approve', { amount: formatWei(amount) }) : t('flow.still.approveAll')]
      return type === 'sign' && flow.request.kind !== 'mint' && flow.request.kind !== 'create-drop' ? [t('flow.still.sign')] : []
    })
  }
}
