import type { DrawAnswer, DrawJob, DrawMessage } from '../draw-pool.ts'
import type { HelpJob } from '../helping-hands.ts'

/** A thread that does what its plan says: draw, wait politely, hang, crash, exit, eat memory or build what cannot be walked. */
export default async function unruly(job: DrawJob | HelpJob): Promise<DrawAnswer> {
  if ('help' in job) throw new Error('the second brush broke')
  const { plan, port, flag, memoryBytes } = job
  const post = (message: DrawMessage) => port.postMessage(message)
  post({ type: 'started' })
  post({ type: 'progress', fraction: 0.5, stage: 'half' })
  switch (plan.do) {
    case 'wait-politely':
      while (Atomics.load(flag, 0) === 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
      return { type: 'stopped' }
    case 'hang':
      for (;;);
    case 'throw':
      throw new Error('the brush broke')
    case 'exit':
      return process.exit(3)
    case 'heap': {
      const hoard: unknown[] = []
      for (;;) hoard.push(new Array(10_000).fill({}))
    }
    case 'build-a-maze':
      return { type: 'unwalkable', detail: 'No way on foot to the well.' }
    case 'report-memory':
      return { type: 'too-large', bytes: memoryBytes + 1 }
  }
  return {
    type: 'drawn',
    drawing: {
      width: 1,
      height: 1,
      data: Uint8Array.of(1, 2, 3, 255),
      renderSha256: `0x${'0'.repeat(64)}`,
      milliseconds: 1,
      palette: [],
      metrics: {},
      fingerprint: { bits: `0x${'0'.repeat(64)}`, quality: 0 },
      model: null,
    },
  }
}
