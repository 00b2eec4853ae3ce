import type { PublicConfig } from '@daedal/protocol/accounts/api'
import { useStore } from '../lib/store.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { useNow } from '../lib/use-now.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Steps } from '../ui/steps.tsx'
import { DropNote } from './drop-note.tsx'
import type { Flow } from './flow.ts'
import { useFlowActs } from './flow-acts.tsx'
import { FlowFailureAlert } from './flow-failure-alert.tsx'
import { FlowNotice } from './flow-notice.tsx'
import { flowRows } from './flow-rows.tsx'
import { useFlowRun } from './flow-run.ts'
import { closeFlow, flowOpen, useFlow } from './flow-store.ts'
import { flowSubject, flowTitle } from './flow-title.ts'
import { HouseNote } from './house-note.tsx'
import { PaymentsTable } from './payments-table.tsx'
import { RentalNote } from './rental-note.tsx'
import type { FlowRunner } from './run-flow.ts'
import { useFlowRunner } from './use-flow-runner.ts'

/** Works on the flow, and shows it when it is open. */
export function FlowDialog({ config }: { config: PublicConfig }) {
  const runner = useFlowRunner(config)
  const flow = useFlow()
  const open = useStore(flowOpen)
  return flow && open ? <OpenFlow flow={flow} runner={runner} config={config} /> : null
}

function OpenFlow({ flow, runner, config }: { flow: Flow; runner: FlowRunner; config: PublicConfig }) {
  const t = useText()
  const language = useLanguage()
  const run = useFlowRun()
  const now = useNow(run.running)
  const { chain, contracts } = config
  const acts = useFlowActs(flow, runner, chain.explorerUrl)
  const title = flowTitle(t, flow)
  return (
    <Dialog
      title={title}
      subtitle={flowSubject(t, flow.subject)}
      image={flow.subject.image}
      closeLabel={t('act.close')}
      onClose={closeFlow}
      footer={acts}
    >
      <p className="vh" role="status">
        {title}
      </p>
      <Steps rows={flowRows(flow, { t, language, now, run, explorerUrl: chain.explorerUrl, collection: contracts.assetCollection })} />
      {flow.failure ? <FlowFailureAlert flow={flow} failure={flow.failure} /> : <FlowNotice flow={flow} config={config} />}
      {flow.outcome?.house ? <HouseNote house={flow.outcome.house} unit={flow.subject.unit} /> : null}
      {flow.outcome?.rental ? <RentalNote rental={flow.outcome.rental} /> : null}
      {flow.outcome?.drop ? <DropNote outcome={flow.outcome.drop} unit={flow.subject.unit} /> : null}
      {flow.outcome?.payments.length ? <PaymentsTable payments={flow.outcome.payments} unit={flow.subject.unit} /> : null}
    </Dialog>
  )
}
