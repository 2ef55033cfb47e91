import { defineConfig } from 'vitest/config'

const kinds = ['api', 'browser']
const one = { pool: 'threads', isolate: false } as const

export default defineConfig({
  test: {
    reporters: ['default', './test/tally.ts'],
    maxWorkers: 2,
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
          globalSetup: ['test/postgres.ts', 'test/chromium.ts'],
        },
      },
    ],
  },
})
