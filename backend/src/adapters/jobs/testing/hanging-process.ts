import { createJobs } from '../jobs.ts'

/** A process that takes a job and never finishes it; says so on its output. Its first argument is the database. */
const log = { warn: () => undefined, info: () => undefined }
const jobs = createJobs({ databaseUrl: process.argv[2] ?? '', log })
jobs.define<{ n: number }>({
  name: 'work',
  concurrency: 1,
  retries: 3,
  seconds: 60,
  run: async ({ id }) => {
    console.log(`taken ${id}`)
    await new Promise(() => setInterval(() => undefined, 1_000))
  },
})
jobs.start()
