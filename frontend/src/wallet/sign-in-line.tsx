import { describeProblem } from '../lib/problem.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Alert } from '../ui/steps.tsx'
import { useSignIn } from './use-sign-in.ts'
import { walletFault } from './wallet-fault.ts'

/** Whether the service knows this account as the person's, and the way to say so. */
export function SignInLine({ address, chainId }: { address: `0x${string}`; chainId: number }) {
  const t = useText()
  const language = useLanguage()
  const { signedIn, signIn, signOut, pending, error } = useSignIn(address, chainId)
  const refused = error && walletFault(error).kind === 'rejected'
  return (
    <div className="sign-in">
      <p>
        <b>{t(signedIn ? 'wallet.signedIn' : 'wallet.signedOut')}</b>
        <span className="mute"> {t('wallet.signIn.why')}</span>
      </p>
      <Button small busy={pending} onClick={signedIn ? signOut : signIn}>
        {t(signedIn ? 'wallet.signOut' : 'wallet.signIn')}
      </Button>
      {error ? <Alert tone="fail">{refused ? t('wallet.signIn.refused') : describeProblem(error, language).sentence}</Alert> : null}
    </div>
  )
}
