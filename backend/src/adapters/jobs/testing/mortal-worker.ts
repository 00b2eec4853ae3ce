import { flatDrawing } from '../../../generation/testing/fakes.ts'
import type { DrawAnswer, DrawJob, DrawMessage } from '../draw-pool.ts'
import type { HelpJob } from '../helping-hands.ts'

/** A thread that dies over every picture of an odd seed. */
export default async function draw(job: DrawJob | HelpJob): Promise<DrawAnswer> {
  if ('help' in job) return { type: 'helped' }
  job.port.postMessage({ type: 'started' } satisfies DrawMessage)
  if (job.seed % 2 === 1) process.exit(1)
  return { type: 'drawn', drawing: flatDrawing(job.seed) }
}
