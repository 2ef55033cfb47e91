import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const kinds = ['api', 'browser']
const one = { pool: 'threads', isolate: false } as const

/** Small files that take minutes. */
const LONG = ['test/console/accessibility.browser.test.ts']
const isLong = ({ moduleId }: TestSpecification) => LONG.some(name => moduleId.endsWith(name))

/** In each project what takes longest goes first, so that no core waits for it at the end. */
class LongFirst extends BaseSequencer {
  /** Projects stay together: a worker that changes projects starts anew. */
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files)
    const projects = [...new Set(sorted.map(({ project }) => project))]
    return projects.flatMap(one => {
      const own = sorted.filter(({ project }) => project === one)
      return [...own.filter(isLong), ...own.filter(file => !isLong(file))]
    })
  }
}

export default defineConfig({
  test: {
    reporters: ['default', './test/tally.ts'],
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    projects: [
      {
        test: {
          ...one, name: 'unit', include: ['test/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 60_000,
          exclude: kinds.map(kind => `test/**/*.${kind}.test.ts`),
        },
      },
      {
        test: {
          ...one, name: 'api', include: ['test/**/*.api.test.ts'], testTimeout: 30_000, hookTimeout: 60_000,
          globalSetup: 'test/postgres.ts',
        },
      },
      {
        test: {
          ...one, name: 'browser', include: ['test/**/*.browser.test.ts'], testTimeout: 90_000, hookTimeout: 90_000,
          // A browser that shares two cores with another draws late; whoever waits for what it shows waits longer.
          expect: { poll: { timeout: 15_000 } },
          globalSetup: ['test/postgres.ts', 'test/chromium.ts'],
        },
      },
    ],
  },
})
