import { useConnect, useConnectors } from 'wagmi'
import { useText } from '../lib/text/use-text.ts'
import { useDelayed } from '../lib/use-delayed.ts'
import { Dialog, DialogBody } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { Alert } from '../ui/steps.tsx'
import { pendingRequest } from './flow-store.ts'
import { walletDialog } from './intent.ts'

/** The wallets that announced themselves (EIP-6963), to choose from. */
export function ConnectDialog() {
  const t = useText()
  const connectors = useConnectors()
  const connect = useConnect()
  const late = useDelayed(connectors.length === 0, 1_500)
  const close = () => {
    pendingRequest.set(null)
    walletDialog.set('none')
  }
  const asked = connect.isPending ? connect.variables?.connector : undefined
  return (
    <Dialog title={t('wallet.title')} closeLabel={t('act.close')} onClose={close}>
      <DialogBody>
        {connectors.length ? (
          <ul className="wallets">
            {connectors.map((connector) => (
              <li key={connector.uid}>
                <button type="button" className="wallet-choice" disabled={connect.isPending} onClick={() => connect.mutate({ connector })}>
                  {connector.icon ? <img src={connector.icon} alt="" width="32" height="32" /> : <Icon name="wallet" size={32} />}
                  <span>{connector.name}</span>
                </button>
              </li>
            ))}
          </ul>
        ) : late ? (
          <p>
            <b>{t('wallet.none')}</b> {t('wallet.noneText')}
          </p>
        ) : (
          <p className="mute">{t('wallet.looking')}</p>
        )}
        {asked && typeof asked === 'object' && 'name' in asked ? (
          <Alert tone="info">{t('wallet.connecting', { wallet: asked.name })}</Alert>
        ) : null}
        {connect.isError ? (
          <Alert tone="fail">
            <b>{t('wallet.refused')}</b> <span lang="en">{connect.error.message.split('\n')[0]}</span>
          </Alert>
        ) : null}
        <p className="note">{t('wallet.explain')}</p>
      </DialogBody>
    </Dialog>
  )
}
