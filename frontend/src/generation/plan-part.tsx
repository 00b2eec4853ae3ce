import type { PlanChanges } from '@daedal/protocol/generation/api'
import type { GenerationPlan } from '@daedal/protocol/generation/plan'
import { CatchBoundary } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useText } from '../lib/text/use-text.ts'

const PlanEditor = lazy(() => import('./plan-editor.tsx').then((module) => ({ default: module.PlanEditor })))

/** The editor of a plan behind its title: loaded when it is opened for the first time. */
export function PlanPart(props: {
  plan: GenerationPlan
  changes: PlanChanges
  sourced: boolean
  onChanges: (changes: PlanChanges) => void
}) {
  const t = useText()
  const [opened, setOpened] = useState(false)
  const changed = Object.keys(props.changes).length
  return (
    <details className="plan" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>
        {t('create.plan.title')} {changed > 0 ? <small>{t('create.plan.changed', { count: changed })}</small> : null}
      </summary>
      {opened ? (
        <CatchBoundary getResetKey={() => 'plan'} errorComponent={PlanNotLoaded}>
          <Suspense
            fallback={
              <p className="note" role="status">
                {t('create.plan.opening')}
              </p>
            }
          >
            <PlanEditor {...props} />
          </Suspense>
        </CatchBoundary>
      ) : null}
    </details>
  )
}

/** The rest of the page stays as it is where the editor cannot be loaded. */
function PlanNotLoaded() {
  const t = useText()
  return <p className="note">{t('create.plan.failed')}</p>
}
