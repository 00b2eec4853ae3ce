import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Files that move the chain's time on come after those that look at what the samples began: how far each moves it, the next has to bear,
 * since the wallet believes no offer that ends long after what the device's clock says. The one that kills processes comes last.
 */
const order = [
  'main-job',
  'portraits',
  'made-worlds',
  'remix',
  'models',
  'model-files',
  'new-drop',
  'sample-drop',
  'pages',
  'rentals',
  'auctions',
  'drops',
  'ends',
  'restart',
]
const placeOf = ({ moduleId }: TestSpecification) => order.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))

class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => placeOf(a) - placeOf(b))
  }
}

export default defineConfig({
  test: {
    name: 'e2e',
    include: ['test/e2e/**/*.test.ts'],
    root: new URL('../..', import.meta.url).pathname,
    globalSetup: ['test/e2e/stack.ts'],
    // One browser and one stack: the files run one after the other, each test waits for the one before it.
    fileParallelism: false,
    sequence: { concurrent: false, sequencer: InOrder },
    testTimeout: 120_000,
    hookTimeout: 450_000,
    // Of a file that looks at many pages, so many at once.
    maxConcurrency: 3,
    bail: 0,
  },
})
