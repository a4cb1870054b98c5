import { parseArgs } from 'node:util'
import * as z from '../../shared/contract/zod.ts'
import { runCommand, UsageError } from './cli/runCommand.ts'
import { startDemo } from './edition/demo.ts'
import { greeting } from './edition/greeting.ts'
import { lastMonthAndOn } from './edition/historyDays.ts'
import type { EditionOptions } from './edition/options.ts'
import { startEdition } from './edition/startEdition.ts'

const usage = `Runs Green Courtyard on this machine, with a demo township.

  npm start -- [options]

  --port <number>          HTTP API (default: 8080)
  --mqtt-port <number>     MQTT broker (default: 8883)
  --data <folder>          where everything is kept (default: .local)
  --empty                  without the demo township
  --history-days <number>  history of the demo township, 0 to 400 (default: since the first
                           of last month, so that there is a month to rank)
  --dynamodb-port, --sqs-port, --iot-data-port, --s3-port <number>
                           local AWS endpoints (default: the four after --port)

  DYNAMODB_ENDPOINT=<url>  uses that engine instead of the built-in one`

const port = z.coerce.number('a port is a number').check(z.int(), z.minimum(0), z.maximum(65_535))
const Options = z.object({
	// The ports of the AWS endpoints follow it.
	port: port.check(z.maximum(65_531)),
	'mqtt-port': port,
	'dynamodb-port': z.optional(port),
	'sqs-port': z.optional(port),
	'iot-data-port': z.optional(port),
	's3-port': z.optional(port),
	data: z.string().check(z.minLength(1)),
	empty: z.boolean(),
	'history-days': z.coerce.number().check(z.int(), z.minimum(0), z.maximum(400)),
})

const readOptions = (args: string[]): EditionOptions => {
	const text = { type: 'string' } as const
	const { values } = parseArgs({
		args,
		options: {
			port: { ...text, default: '8080' },
			'mqtt-port': { ...text, default: '8883' },
			'dynamodb-port': text,
			'sqs-port': text,
			'iot-data-port': text,
			's3-port': text,
			data: { ...text, default: '.local' },
			empty: { type: 'boolean', default: false },
			'history-days': { ...text, default: String(lastMonthAndOn(Date.now())) },
		},
	})
	const parsed = Options.safeParse(values)
	if (!parsed.success) throw new UsageError(z.prettifyError(parsed.error))
	const { data } = parsed
	const endpoint = process.env.DYNAMODB_ENDPOINT
	return {
		dataFolder: data.data,
		ports: {
			http: data.port,
			mqtt: data['mqtt-port'],
			...(data['dynamodb-port'] !== undefined && { dynamodb: data['dynamodb-port'] }),
			...(data['sqs-port'] !== undefined && { sqs: data['sqs-port'] }),
			...(data['iot-data-port'] !== undefined && { iotData: data['iot-data-port'] }),
			...(data['s3-port'] !== undefined && { s3: data['s3-port'] }),
		},
		empty: data.empty,
		historyDays: data['history-days'],
		...(endpoint && { dynamodbEndpoint: endpoint }),
		say: (line) => console.log(line),
	}
}

/** Longer than every part needs; whatever still hangs then must not keep the terminal. */
const longestFarewellMs = 4500

await runCommand(usage, async (args) => {
	const options = readOptions(args)
	const asked = new Promise<void>((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve())
	})
	const edition = await startEdition(options)
	let ending = false
	const demo = options.empty ? undefined : await startDemo(edition, options.historyDays)
	console.log(greeting(edition, demo?.courtyard ?? 'my-courtyard'))
	demo?.ended.then((code) => {
		if (code !== 0 && !ending)
			console.error('The demo township stopped; the edition goes on without it. Start again to go on with it.')
	})
	await asked
	ending = true
	console.log('\nEnding ...')
	setTimeout(() => process.exit(0), longestFarewellMs).unref()
	await demo?.close()
	await edition.close()
	process.exit(0)
})
