import type { PublicConfig } from '@daedal/protocol/accounts/api'
import { formatWei, shortHex } from '../../lib/format.ts'
import { useStore } from '../../lib/store.ts'
import { useLanguage } from '../../lib/text/language.ts'
import { useText } from '../../lib/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogBody } from '../../ui/dialog.tsx'
import { Fact } from '../../ui/fact.tsx'
import { Hash } from '../../ui/hash.tsx'
import { useAccount } from '../account.ts'
import type { Question } from './confirmation.ts'
import type { Sentence } from './describe-order.ts'
import { describeTransaction, describeTypedData } from './describe-question.ts'
import { developmentName } from './selection.ts'

const titles = {
  connect: 'confirm.title.connect',
  message: 'confirm.title.sign',
  'typed-data': 'confirm.title.sign',
  transaction: 'confirm.title.send',
} as const

/** The development wallet's question: what would be shown, signed or sent, in words, and exactly. Closing it rejects. */
export function ConfirmSheet({
  question,
  answer,
  config,
}: {
  question: Question
  answer: (confirmed: boolean) => void
  config: PublicConfig
}) {
  const t = useText()
  const name = useStore(developmentName)
  const { address } = useAccount()
  return (
    <Dialog
      title={t(titles[question.kind])}
      subtitle={`${t('wallet.dev.name')}, ${t('confirm.as', { name })}`}
      closeLabel={t('act.close')}
      onClose={() => answer(false)}
      footer={
        <>
          <Button look="main" onClick={() => answer(true)}>
            {t('confirm.confirm')}
          </Button>
          <Button onClick={() => answer(false)}>{t('confirm.reject')}</Button>
        </>
      }
    >
      <DialogBody>
        <Words question={question} config={config} />
        <dl className="facts">
          <Fact name={t('confirm.site')}>{location.host}</Fact>
          {address && question.kind !== 'connect' ? (
            <Fact name={t('confirm.account')}>
              <Hash value={address}>{shortHex(address)}</Hash>
            </Fact>
          ) : null}
          <Details question={question} />
        </dl>
        <Exactly question={question} />
      </DialogBody>
    </Dialog>
  )
}

function Words({ question, config }: { question: Question; config: PublicConfig }) {
  const t = useText()
  const language = useLanguage()
  const { address } = useAccount()
  const sentences = sentencesOf()
  return (
    <div className="confirm-words">
      {sentences.map(({ key, values }, at) => (
        <p key={at} className={key.startsWith('confirm.unknown') ? 'warn' : undefined}>
          {t(key, values)}
        </p>
      ))}
    </div>
  )

  function sentencesOf(): Sentence[] {
    switch (question.kind) {
      case 'connect':
        return [{ key: 'confirm.connect' }]
      case 'message':
        return question.text.startsWith(`${location.host} wants you to sign in`)
          ? [{ key: 'confirm.signIn', values: { site: location.host } }]
          : [{ key: 'confirm.message' }]
      case 'typed-data':
        return describeTypedData(question.typedData, config.contracts, language)
      case 'transaction':
        return describeTransaction(
          question.transaction,
          address ?? question.transaction.to ?? config.contracts.market,
          config.contracts,
          language,
        )
    }
  }
}

function Details({ question }: { question: Question }) {
  const t = useText()
  if (question.kind === 'typed-data') {
    const contract = question.typedData.domain.verifyingContract
    return typeof contract === 'string' ? (
      <Fact name={t('confirm.contract')}>
        <Hash value={contract}>{shortHex(contract)}</Hash>
      </Fact>
    ) : null
  }
  if (question.kind !== 'transaction') return null
  const { to, value, maxFee } = question.transaction
  return (
    <>
      {to ? (
        <Fact name={t('confirm.to')}>
          <Hash value={to}>{shortHex(to)}</Hash>
        </Fact>
      ) : null}
      <Fact name={t('confirm.value')}>
        {formatWei(value)} {t('unit.eth')}
      </Fact>
      <Fact name={t('confirm.networkFee')}>
        {formatWei(maxFee, { decimals: 6, round: true })} {t('unit.eth')}
      </Fact>
    </>
  )
}

/** The data itself, for who wants to read it. */
function Exactly({ question }: { question: Question }) {
  const t = useText()
  if (question.kind === 'connect') return null
  const text =
    question.kind === 'message'
      ? question.text
      : question.kind === 'typed-data'
        ? JSON.stringify({ domain: question.typedData.domain, message: question.typedData.message }, null, 2)
        : question.transaction.data
  return (
    <details className="exactly" open={question.kind === 'message'}>
      <summary>{t(question.kind === 'transaction' ? 'confirm.data' : 'confirm.raw')}</summary>
      <pre lang="en" translate="no">
        {text}
      </pre>
    </details>
  )
}
