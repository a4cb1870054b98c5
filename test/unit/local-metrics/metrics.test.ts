import { expect, test } from 'vitest'
import { EmfMeter } from '../../../functions/adapters/lambda/emfMeter.ts'
import type { Invoke } from '../../../infra/local/lambda/invokeResult.ts'
import { openMetrics } from '../../../infra/local/metrics/openMetrics.ts'
import { serveMetrics } from '../../../infra/local/metrics/serveMetrics.ts'
import { type ServiceFigures, serviceFigures } from '../../../shared/contract/service/serviceFigures.ts'
import { FaultCode } from '../../../shared/contract/telemetry/reading.ts'

const INGEST = 'GreenCourtyard-IngestServiceFunction'

/** The text after these runs of a function, its lines taken as they are logged. */
const after = async (...runs: ServiceFigures[]): Promise<string> => {
	const metrics = openMetrics()
	const meter = new EmfMeter(INGEST, Date.now, (line) => metrics.take(JSON.stringify(line)))
	for (const run of runs) meter.record(run)
	return (await metrics.text()).body
}
const of = (more = '') => `{function="${INGEST}"${more}}`

test('counts of runs add up, a level is that of the last run', async () => {
	const text = await after({ readings: 3, queueAge: 9 }, { readings: 4, queueAge: 2 })
	expect(text).toContain(`\ngreen_courtyard_readings_total${of()} 7\n`)
	expect(text).toContain(`\ngreen_courtyard_queue_age_seconds${of()} 2\n`)
})

test('a delay is a histogram in seconds', async () => {
	const text = await after({ readingToStored: [0.4, 61.5] })
	expect(text).toContain('# TYPE green_courtyard_reading_to_stored_seconds histogram')
	expect(text).toContain(`\ngreen_courtyard_reading_to_stored_seconds_bucket{le="60",function="${INGEST}"} 1\n`)
	expect(text).toContain(`\ngreen_courtyard_reading_to_stored_seconds_sum${of()} 61.9\n`)
	expect(text).toContain(`\ngreen_courtyard_reading_to_stored_seconds_count${of()} 2\n`)
})

test('what was refused is told by reason', async () => {
	const text = await after({ quarantined: 2, faults: { unregistered: 1, 'not-json': 3 } })
	expect(text).toContain(`\ngreen_courtyard_quarantined_total${of()} 2\n`)
	expect(text).toContain(`\ngreen_courtyard_faults_total${of(',reason="not-json"')} 3\n`)
})

test('every figure and every reason is there, each described, in lines that Prometheus reads', async () => {
	const every = Object.fromEntries(
		Object.entries(serviceFigures).map(([name, { kind }]) => [name, kind === 'delay' ? [1] : 2]),
	)
	const text = await after({ ...every, faults: Object.fromEntries(FaultCode.options.map((reason) => [reason, 1])) })
	for (const line of text.split('\n').filter((line) => line !== ''))
		expect(line).toMatch(
			/^(# (HELP|TYPE) green_courtyard_[a-z_]+ .+|green_courtyard_[a-z_]+(\{([a-z]+="[^"]*",?)+\})? [\d.]+)$/,
		)
	expect(text.match(/^# TYPE /gm)?.length).toBe(text.match(/^# HELP /gm)?.length)
	for (const { means } of Object.values(serviceFigures)) expect(text).toContain(means)
	for (const reason of FaultCode.options) expect(text).toContain(`reason="${reason}"`)
})

test('other lines of a log hold no figures, whatever they look like', async () => {
	const metrics = openMetrics()
	const before = (await metrics.text()).body
	for (const line of [
		'',
		'Runtime.ExitError: killed',
		'{"level":"INFO","message":"task","readings":3}',
		'{"_aws":{}}',
		'{"_aws"',
		'{"_aws":{"CloudWatchMetrics":[{"Namespace":"Other","Dimensions":[],"Metrics":[{"Name":"readings"}]}]},"readings":1}',
	])
		metrics.take(line)
	expect((await metrics.text()).body).toBe(before)
})

test('invocations are counted by how they ended, and are what they were', async () => {
	const metrics = openMetrics()
	const invoke: Invoke = async (event) =>
		event === 'bad' ? { ok: false, errorType: 'E', errorMessage: 'm', timedOut: false } : { ok: true, payload: event }
	const arn = `arn:aws:lambda:us-east-1:000000000000:function:${INGEST}`
	const counting = metrics.counting(new Map([[arn, invoke]])).get(arn)
	expect([await counting?.('good'), await counting?.('bad'), await counting?.('good')]).toMatchObject([
		{ ok: true, payload: 'good' },
		{ ok: false },
		{ ok: true },
	])
	const { body } = await metrics.text()
	expect(body).toContain(`green_courtyard_invocations_total${of(',outcome="succeeded"')} 2\n`)
	expect(body).toContain(`green_courtyard_invocations_total${of(',outcome="failed"')} 1\n`)
})

test('queues are looked into when somebody asks', async () => {
	const metrics = openMetrics()
	let visible = 3
	metrics.watch({
		definitions: [{ name: 'telemetry' }] as never,
		counts: () => ({ visible, inFlight: 1, delayed: 0, ...(visible > 0 && { oldestAgeSeconds: 12 }) }),
	})
	expect((await metrics.text()).body).toContain('green_courtyard_queue_oldest_message_seconds{queue="telemetry"} 12\n')
	visible = 0
	const { body } = await metrics.text()
	expect(body).toContain('green_courtyard_queue_messages{queue="telemetry",state="visible"} 0\n')
	expect(body).toContain('green_courtyard_queue_oldest_message_seconds{queue="telemetry"} 0\n')
})

test('GET /metrics has them, and no other address', async () => {
	const serve = serveMetrics(openMetrics())
	const ask = (method: string, target: string) =>
		serve({ method, target, headers: {}, body: Buffer.alloc(0), sourceIp: '127.0.0.1', at: 0, requestId: 'r' })
	expect(await ask('GET', '/metrics')).toMatchObject({
		status: 200,
		headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
		body: expect.stringContaining('# TYPE green_courtyard_readings_total counter'),
	})
	expect(await ask('POST', '/metrics')).toMatchObject({ status: 405 })
	expect(await ask('GET', '/metrics/more')).toBeUndefined()
})
