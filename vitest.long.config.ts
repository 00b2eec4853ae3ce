import { defineConfig } from 'vitest/config'

/** What takes too long for every change: `npm run test:long`. */
export default defineConfig({
  test: { name: 'long', include: ['test/long/**/*.test.ts'], testTimeout: 1_800_000, maxWorkers: 1 },
})
