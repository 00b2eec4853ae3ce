import { defineConfig } from 'vitest/config'

const packages = (name: string, folders: string[], extra: Record<string, unknown> = {}) => ({
  test: {
    name,
    include: folders.map((folder) => `${folder}/**/*.test.{ts,tsx}`),
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    ...extra,
  },
})

/** Contract tests under test/ are Hardhat's (mocha), not these. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      packages('engine', ['protocol', 'engine']),
      packages('packages', ['sdk', 'frontend', 'scripts']),
      packages('backend', ['backend'], { globalSetup: ['backend/src/adapters/database/testing-cluster.ts'] }),
    ],
  },
})
