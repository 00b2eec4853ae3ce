import type { PublicConfig } from '@daedal/protocol/accounts/api'
import { useEffect } from 'react'
import { useStore } from '../../lib/store.ts'
import { announceDevelopmentWallet } from './announce.ts'
import { ConfirmSheet } from './confirm-sheet.tsx'
import { questions } from './confirmation.ts'

/** A wallet that needs no installation, only on the local chain: announces itself and asks before each act. */
export function DevelopmentWallet({ config }: { config: PublicConfig }) {
  useEffect(() => {
    announceDevelopmentWallet({
      name: 'Daedal development wallet',
      rpcUrl: new URL(config.chain.rpcUrl, location.origin).href,
      chainId: config.chain.id,
      chainName: config.chain.name,
    })
  }, [config])
  const [asked] = useStore(questions)
  return asked ? <ConfirmSheet key={asked.id} question={asked.question} answer={asked.answer} config={config} /> : null
}
