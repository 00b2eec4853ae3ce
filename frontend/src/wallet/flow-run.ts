import { createStore, useStore } from '../lib/store.ts'

/**
 * Why a flow stands still: the person goes on when they want (`ask`), it is unknown whether the wallet sent (`unsure`), no wallet is
 * connected, the wallet uses another account or chain, or another tab works on it.
 */
export type FlowPause = 'ask' | 'unsure' | 'disconnected' | 'account' | 'chain' | 'elsewhere'

/** Who does not answer while a flow waits. It goes on by itself when they do. */
export type FlowTrouble = 'chain' | 'service' | 'index' | 'slow'

/** What the runner is doing. Not kept over reloads. */
export type FlowRun = { running: boolean; pause: FlowPause | null; trouble: FlowTrouble | null }

export const flowRun = createStore<FlowRun>({ running: false, pause: null, trouble: null })
export const useFlowRun = (): FlowRun => useStore(flowRun)
