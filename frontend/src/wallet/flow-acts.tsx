import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useConnection } from 'wagmi'
import { useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { isSame } from './account.ts'
import { isDropRequest } from './drop-request.ts'
import { currentStep, type Flow, type FlowKind } from './flow.ts'
import { useFlowRun } from './flow-run.ts'
import { closeFlow } from './flow-store.ts'
import { isStopped } from './flow-title.ts'
import type { FlowRunner } from './run-flow.ts'

/** Orders, auctions, rentals and drops that will not take it: trying again does not help, looking at them does. */
const dead = new Set<string | null>([
  'MARKET_ORDER_UNKNOWN',
  'MARKET_ORDER_EXPIRED',
  'MARKET_ORDER_SPENT',
  'MARKET_ORDER_EPOCH_PASSED',
  'MARKET_SELLER_NOT_OWNER',
  'MARKET_MAKER_IS_TAKER',
  'MARKET_TAKER_NOT_ALLOWED',
  'MARKET_AUCTION_UNKNOWN',
  'MARKET_AUCTION_ENDED',
  'MARKET_AUCTION_CLOSED',
  'MARKET_AUCTION_HAS_BID',
  'MARKET_BID_TOO_LOW',
  'MARKET_SELLER_IS_BIDDER',
  'MARKET_RENTAL_OFFER_UNKNOWN',
  'MARKET_TOKEN_RENTED',
  'MARKET_RENTAL_OVER',
  'MARKET_TOKEN_NOT_HELD',
  'MARKET_DROP_UNKNOWN',
  'MARKET_DROP_ENDED',
  'MARKET_DROP_STAGE_CLOSED',
  'MARKET_DROP_CLOSED',
  'MARKET_DROP_DRAWN',
  'MARKET_DROP_REVEALED',
  'MARKET_DROP_TOO_LATE',
  'MARKET_NOT_ON_ALLOWLIST',
  'MARKET_WALLET_LIMIT',
  'MARKET_TICKETS_TOO_FEW',
  'MARKET_TICKET_DONE',
  'MARKET_REFUND_TOO_SOON',
  'MARKET_NOTHING_TO_REFUND',
])

/** What the portfolio shows better than the asset's page. */
const inPortfolio = new Set<FlowKind>(['buy', 'accept', 'offer', 'cancel-all', 'withdraw', 'deliver'])

/** What can be done next, the best act first; null when there is only to wait. */
export function useFlowActs(flow: Flow, runner: FlowRunner, explorerUrl: string | null): ReactNode {
  const t = useText()
  const { pause } = useFlowRun()
  const { address } = useConnection()
  const { failure, outcome, request, subject } = flow
  const asset = outcome?.asset ?? subject.asset
  const seeAsset = asset ? (
    <Link className="btn main" to="/assets/$" params={{ _splat: asset }} onClick={closeFlow}>
      {t('flow.see.asset')}
    </Link>
  ) : null
  const auction = auctionOf(flow)
  const drop = isDropRequest(request) ? request.drop : outcome?.drop?.result === 'created' ? outcome.drop.drop : null
  const see = drop ? (
    <Link className="btn main" to="/drops/$id" params={{ id: drop }} onClick={closeFlow}>
      {t('flow.see.drop')}
    </Link>
  ) : auction ? (
    <Link className="btn main" to="/auctions/$id" params={{ id: auction }} onClick={closeFlow}>
      {t('flow.see.auction')}
    </Link>
  ) : (
    seeAsset
  )
  if (isStopped(flow)) {
    const hopeless = dead.has(failure?.code ?? null) && see !== null
    return (
      <>
        {hopeless ? (
          see
        ) : (
          <Button look="main" onClick={() => void runner.again()}>
            {t('flow.again')}
          </Button>
        )}
        <Button onClick={closeFlow}>{t('act.close')}</Button>
      </>
    )
  }
  if (outcome) {
    if (!inPortfolio.has(request.kind) && see) return see
    return (
      <Link className="btn main" to="/portfolio" onClick={closeFlow}>
        {t('flow.see.portfolio')}
      </Link>
    )
  }
  if (pause) {
    const wrongAccount = pause !== 'elsewhere' && pause !== 'unsure' && !isSame(address, flow.account)
    const why = wrongAccount ? (address ? t('flow.otherAccount', { account: flow.account }) : t('flow.disconnected')) : null
    return (
      <Button look="main" why={why} onClick={() => void runner.goOn({ mayAsk: true })}>
        {t('flow.goOn')}
      </Button>
    )
  }
  const hash = currentStep(flow)?.hash
  if (!explorerUrl || !hash) return null
  return (
    <a className="btn" href={`${explorerUrl.replace(/\/$/, '')}/tx/${hash}`} target="_blank" rel="noreferrer">
      {t('flow.explorer')}
    </a>
  )
}

/** The auction that a flow is about, once it is known. */
function auctionOf({ request, outcome }: Flow): string | null {
  if (outcome?.house && 'auction' in outcome.house) return outcome.house.auction
  return 'auction' in request ? request.auction : null
}
