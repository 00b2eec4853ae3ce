import type { PublicConfig } from '@daedal/protocol/accounts/api'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useBalance, useConnection, useDisconnect, useSwitchChain } from 'wagmi'
import { formatWei } from '../lib/format.ts'
import { useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogBody } from '../ui/dialog.tsx'
import { CommandLine } from '../ui/hash.tsx'
import { Alert } from '../ui/steps.tsx'
import { useAccount } from './account.ts'
import { DevelopmentAccounts } from './development/development-accounts.tsx'
import { DEVELOPMENT_RDNS } from './development/rdns.ts'
import { walletDialog } from './intent.ts'
import { SignInLine } from './sign-in-line.tsx'
import { useWrappedBalance } from './use-wrapped-balance.ts'

/** Whose wallet it is, what it holds, and how to let go of it. */
export function AccountSheet({ config }: { config: PublicConfig }) {
  const t = useText()
  const { address, chainId, connector, status } = useConnection()
  const disconnect = useDisconnect()
  const change = useSwitchChain()
  const balance = useBalance({ ...(address ? { address } : {}), query: { refetchInterval: 5_000 } })
  const wrapped = useWrappedBalance(config, address)
  const { status: known } = useAccount()
  const close = () => walletDialog.set('none')
  useEffect(() => {
    if (status === 'disconnected' && known !== 'restoring') walletDialog.set('connect')
  }, [status, known])
  if (!address || !connector) return null
  return (
    <Dialog
      title={t('wallet.account')}
      subtitle={t('wallet.via', { wallet: connector.name })}
      closeLabel={t('act.close')}
      onClose={close}
      footer={
        <>
          <Link className="btn main" to="/portfolio" onClick={close}>
            {t('wallet.portfolio')}
          </Link>
          <Button
            onClick={() => {
              close()
              disconnect.mutate()
            }}
          >
            {t('wallet.disconnect')}
          </Button>
        </>
      }
    >
      <DialogBody>
        <CommandLine command={address} copyLabel={t('act.copy')} copiedLabel={t('act.copied')} />
        {chainId !== config.chain.id ? (
          <Alert tone="weak">
            <p>{t('wallet.wrongChain', { wallet: connector.name, chain: String(chainId) })}</p>
            <p>
              <Button small busy={change.isPending} onClick={() => change.mutate({ chainId: config.chain.id })}>
                {t('wallet.switch', { name: config.chain.name })}
              </Button>
            </p>
          </Alert>
        ) : null}
        <table className="where">
          <tbody>
            <tr>
              <th scope="row">{t('wallet.balance')}</th>
              <td className="num">
                {balance.data ? formatWei(balance.data.value, { round: true }) : '–'} {t('unit.eth')}
              </td>
            </tr>
            <tr className="rule">
              <th scope="row">{t('wallet.wrapped')}</th>
              <td className="num">
                {wrapped === undefined ? '–' : formatWei(wrapped, { round: true })} {t('unit.weth')}
              </td>
            </tr>
          </tbody>
        </table>
        {chainId === config.chain.id ? <SignInLine address={address} chainId={config.chain.id} /> : null}
        {connector.id === DEVELOPMENT_RDNS ? <DevelopmentAccounts chainId={config.chain.id} /> : null}
      </DialogBody>
    </Dialog>
  )
}
