import fc from 'fast-check'

/**
 * Properties draw the same examples in every run of the tests, so that a red run is about the change at hand and can be
 * repeated. `npm run test:explore` draws others, and more of them, each time: PROPERTY_RUNS times the usual number.
 */
const runs = Number(process.env.PROPERTY_RUNS ?? 0)
fc.configureGlobal(runs > 0 ? { numRuns: runs * 100 } : { seed: 20_261_124 })
