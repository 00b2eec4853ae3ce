import { workerData } from 'node:worker_threads'
import { doRows } from '../do-rows.ts'

const { plan, seed, memory, afterMs } = workerData
if (afterMs > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, afterMs)
doRows(plan, seed, memory)
