import type { PublicConfig } from '@daedal/protocol/accounts/api'
import { useConnection, useSwitchChain } from 'wagmi'
import { shortHex } from '../lib/format.ts'
import { useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Hash } from '../ui/hash.tsx'
import { Alert } from '../ui/steps.tsx'
import { isSame, useAccount } from './account.ts'
import type { Flow } from './flow.ts'
import { useFlowRun } from './flow-run.ts'
import { openWallet } from './intent.ts'

/** Why a flow stands still or waits, and what helps. At most one thing is said. */
export function FlowNotice({ flow, config }: { flow: Flow; config: PublicConfig }) {
  const t = useText()
  const { running, pause, trouble } = useFlowRun()
  const { address, chainId, connector } = useConnection()
  const { status } = useAccount()
  const change = useSwitchChain()
  const step = flow.steps.find(({ state }) => state === 'rejected')
  if (flow.failure) return null
  if (step) return <Alert tone="weak">{t('flow.rejected')}</Alert>
  if (trouble) return <Alert tone={trouble === 'index' || trouble === 'slow' ? 'info' : 'weak'}>{t(`flow.trouble.${trouble}`)}</Alert>
  if (running) return flow.steps.some(({ state }) => state === 'sent') ? <Alert tone="info">{t('flow.mayClose')}</Alert> : null
  if (pause === 'elsewhere') return <Alert tone="weak">{t('flow.elsewhere')}</Alert>
  if (pause === 'unsure') return <Alert tone="weak">{t('flow.interrupted')}</Alert>
  if (!pause) return null
  if (!address && status === 'restoring') return <Alert tone="info">{t('wallet.looking')}</Alert>
  if (!address)
    return (
      <Alert tone="weak">
        <p>{t('flow.disconnected')}</p>
        <p>
          <Button small onClick={() => openWallet('connect')}>
            {t('wallet.connect')}
          </Button>
        </p>
      </Alert>
    )
  if (!isSame(address, flow.account)) return <OtherAccount account={flow.account} />
  if (chainId !== config.chain.id)
    return (
      <Alert tone="weak">
        <p>{t('wallet.wrongChain', { wallet: connector?.name ?? '', chain: String(chainId) })}</p>
        <p>
          <Button small busy={change.isPending} onClick={() => change.mutate({ chainId: config.chain.id })}>
            {t('wallet.switch', { name: config.chain.name })}
          </Button>
        </p>
      </Alert>
    )
  return <Alert tone="info">{t('flow.resumed')}</Alert>
}

function OtherAccount({ account }: { account: string }) {
  const t = useText()
  const [before = '', after = ''] = t('flow.otherAccount', { account: '\u0000' }).split('\u0000')
  return (
    <Alert tone="weak">
      <p>
        {before}
        <Hash value={account}>{shortHex(account)}</Hash>
        {after}
      </p>
      <p>
        <Button small onClick={() => openWallet('account')}>
          {t('wallet.account')}
        </Button>
      </p>
    </Alert>
  )
}
