import { defineConfig } from 'vitest/config'

/** Unit tests need nothing; infra tests synthesize the template; integration and e2e tests start the real local parts. */
export default defineConfig({
	test: {
		projects: [
			// The properties explore thousands of schedules: seconds on a machine of their own, more beside others.
			{
				test: {
					name: 'unit',
					include: ['test/unit/**/*.test.ts'],
					setupFiles: ['test/setup/properties.ts'],
					testTimeout: process.env.PROPERTY_RUNS ? 600_000 : 60_000,
				},
			},
			{ test: { name: 'infra', include: ['test/infra/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 } },
			{
				test: {
					name: 'integration',
					include: ['test/integration/**/*.test.ts'],
					setupFiles: ['test/setup/properties.ts'],
					testTimeout: 60_000,
					hookTimeout: 120_000,
				},
			},
			{
				test: {
					name: 'e2e',
					include: ['test/e2e/**/*.test.ts'],
					testTimeout: 300_000,
					hookTimeout: 300_000,
					fileParallelism: false,
				},
			},
			// Needs a browser on the machine, so it is no part of `npm test`.
			{
				test: {
					name: 'browser',
					include: ['test/browser/**/*.test.ts'],
					testTimeout: 300_000,
					hookTimeout: 600_000,
					fileParallelism: false,
				},
			},
		],
	},
})
