import '../lib/text/load-later-words.ts'
import { useText } from '../lib/text/use-text.ts'
import { type MarkState, StateMark } from '../ui/state-mark.tsx'
import type { Flow } from './flow.ts'
import { type FlowRun, useFlowRun } from './flow-run.ts'
import { openFlow, useFlow } from './flow-store.ts'
import { flowSubject, flowTitle, isStopped } from './flow-title.ts'

/** A flow whose dialog was closed: how it stands, and the way back to it. */
export function FlowChip() {
  const t = useText()
  const flow = useFlow()
  const run = useFlowRun()
  if (!flow) return null
  const mark = markOf(flow, run)
  return (
    <div className="flow-chip" role="status" data-s={mark}>
      <StateMark state={mark} />
      <span>
        <b>{flowTitle(t, flow)}</b> <span className="mute">{flowSubject(t, flow.subject)}</span>
      </span>
      <button type="button" className="link-button" onClick={openFlow}>
        {t('flow.show')}
      </button>
    </div>
  )
}

function markOf(flow: Flow, { running }: FlowRun): MarkState {
  if (isStopped(flow)) return 'fail'
  if (flow.outcome) return 'pass'
  return running ? 'run' : 'stale'
}
