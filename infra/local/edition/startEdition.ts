import { resolve } from 'node:path'
import { usingFolder } from '../iot/dataFolder.ts'
import { openLocalIssuer, rememberIssuerUrl } from '../issuer/localIssuer.ts'
import { peopleOf } from '../issuer/people.ts'
import { startInvokeApi } from '../lambda/startInvokeApi.ts'
import { openMetrics } from '../metrics/openMetrics.ts'
import { metricsAt } from '../metrics/serveMetrics.ts'
import { receiverSecretNames, receiverSecrets } from '../receiver/receiverSecrets.ts'
import { receiverAt } from '../receiver/serveReceiver.ts'
import { announceEdition, type RunningEdition, runningEdition, withdrawEdition } from '../runningEdition.ts'
import { startParameters } from '../secrets/startParameters.ts'
import { StartError } from '../startError.ts'
import { startApi } from './api.ts'
import { startBuckets } from './buckets.ts'
import { startEventSources } from './eventSources.ts'
import { type Functions, startFunctions } from './functions.ts'
import { startIdentities } from './identities.ts'
import { openLogs } from './logs.ts'
import { startMessaging } from './messaging.ts'
import { migrateTables } from './migrateTables.ts'
import type { EditionOptions } from './options.ts'
import { prepare } from './prepare.ts'
import { startQueues } from './queues.ts'
import { readOutputs } from './readOutputs.ts'
import { startSchedules } from './schedules.ts'
import { scoreArrived } from './scoreArrived.ts'
import { startTables } from './tables.ts'
import { createTeardown } from './teardown.ts'

/** The whole stack, running on this machine. */
export interface Edition {
	readonly running: RunningEdition
	readonly dataFolder: string
	readonly logFolder: string
	/** Scores what has come in as soon as it is worked off. */
	scoreArrived(): Promise<void>
	/** Ends every part; takes a few seconds at most. */
	close(): Promise<void>
}

/**
 * Starts everything the template describes, in the order in which the parts need each other, and writes
 * `<data>/running.json`. When a part cannot start, those that did are ended again and the StartError (cause and
 * remedy) is thrown.
 */
export const startEdition = async (options: EditionOptions): Promise<Edition> => {
	const dataFolder = resolve(options.dataFolder)
	await refuseSecond(dataFolder)
	const prepared = await prepare(options)
	const logs = await usingFolder(dataFolder, async () => openLogs(dataFolder))
	const log = logs.edition
	const teardown = createTeardown(log)
	teardown.add('logs', logs.close)
	try {
		const dynamodb = await startTables(prepared, { ...options, dataFolder }, log, teardown)
		await migrateTables(dynamodb, readOutputs(prepared.outputs).tables, log)
		const queues = await startQueues(prepared, dataFolder, teardown)
		const secrets = await receiverSecrets(dataFolder)
		const s3 = await startBuckets(prepared, dataFolder, log, teardown)
		const parameters = await startParameters(dataFolder)
		teardown.add('secrets', parameters.close)
		let functions: Functions = new Map()
		const lambda = await startInvokeApi(() => functions)
		teardown.add('Lambda API', lambda.close)
		const identities = await startIdentities(prepared, dataFolder, log, teardown)
		const endpoints = {
			AWS_ENDPOINT_URL_DYNAMODB: dynamodb,
			AWS_ENDPOINT_URL_SQS: queues.endpoint,
			AWS_ENDPOINT_URL_S3: s3,
			AWS_ENDPOINT_URL_LAMBDA: lambda.url,
			AWS_ENDPOINT_URL_IOT: identities.url,
			LOCAL_BROKER: JSON.stringify(identities.broker),
			AWS_ENDPOINT_URL_SSM: parameters.url,
			// Nobody sends e-mail from this machine: refused there, and shown with the channel.
			AWS_ENDPOINT_URL_SNS: parameters.url,
			LOCAL_RECEIVERS: 'allowed',
		}
		const metrics = openMetrics()
		metrics.watch(queues.service)
		const logLine = (name: string, line: string): void => {
			metrics.take(line)
			logs.function(name, line)
		}
		functions = metrics.counting(startFunctions(prepared, endpoints, logLine, teardown))
		const broker = await startMessaging(prepared, dataFolder, queues.service, functions, log, teardown)
		startEventSources(prepared, queues.service, functions, log, teardown)
		const schedules = startSchedules(prepared, functions, log, teardown)
		const issuer = await openLocalIssuer(dataFolder, prepared.issuerUrl)
		await rememberIssuerUrl(dataFolder, issuer.url)
		await startApi(prepared, functions, issuer, peopleOf(options.empty), secrets, metrics, teardown)

		const { ports, httpUrl, outputs } = prepared
		const running: RunningEdition = {
			pid: process.pid,
			apiUrl: `${httpUrl}/api`,
			issuer: issuer.url,
			mqttUrl: broker.url,
			mqttPort: broker.port,
			empty: options.empty,
			metricsUrl: metricsAt(httpUrl),
			receiver: { url: receiverAt(httpUrl), secrets: receiverSecretNames },
			endpoints: {
				dynamodb,
				sqs: queues.endpoint,
				iot: identities.url,
				iotData: `http://127.0.0.1:${ports.iotData}`,
				s3,
				lambda: lambda.url,
			},
			...readOutputs(outputs),
		}
		await announceEdition(dataFolder, running)
		teardown.add('running.json', () => withdrawEdition(dataFolder))
		const ending = new AbortController()
		teardown.add('scoring', async () => ending.abort())
		return {
			running,
			dataFolder,
			logFolder: logs.folder,
			scoreArrived: () =>
				scoreArrived(queues.service, queueNameOf(running.queues.telemetry), schedules.runRollup, ending.signal),
			close: teardown.run,
		}
	} catch (cause) {
		await teardown.run()
		throw cause
	}
}

const refuseSecond = async (dataFolder: string): Promise<void> => {
	const other = await runningEdition(dataFolder)
	if (other === undefined) return
	throw new StartError({
		message: `The local edition already runs on ${dataFolder}: ${other.apiUrl} (process ${other.pid}).`,
		remedy:
			'Use that one, end it with Ctrl-C, or start another with --data <folder> --port <number> --mqtt-port <number>.',
	})
}

const queueNameOf = (url: string): string => new URL(url).pathname.split('/').at(-1) ?? ''
