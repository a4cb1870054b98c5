import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDevice } from '../../infra/local/cli/addDevice.ts'
import { localCredentials } from '../../infra/local/lambda/localCredentials.ts'
import { Device } from '../../shared/contract/registry/registry.ts'
import { requestOf } from '../doubles/certificateRequests.ts'
import { type Api, staffApi } from './api.ts'
import { type Aws, awsOf } from './aws.ts'
import { isInstalled, mustRun, run } from './commandLine.ts'
import { emptyOnFreePorts, type StartedEdition, startEdition } from './edition.ts'

const installed = isInstalled(
	'aws',
	'https://aws.amazon.com/cli/; the same calls run through the SDK in the other tests',
)

describe.skipIf(!installed)('the AWS CLI', () => {
	const toilet = `toilet-${randomUUID().slice(0, 8)}`
	let edition: StartedEdition
	let api: Api
	let sdk: Aws
	beforeAll(async () => {
		edition = await startEdition(await mkdtemp(join(tmpdir(), 'aws-cli-')), ...emptyOnFreePorts)
		api = await staffApi(edition)
		sdk = awsOf(edition.running)
		const name = { zh: '公厕', en: 'Toilet' }
		const device = Device.parse({ id: toilet, kind: 'toilet', courtyard: 'yard', name })
		await addDevice(edition.dataFolder, edition.running, device)
	})
	afterAll(async () => {
		sdk?.close()
		await edition?.end()
		await rm(edition.dataFolder, { recursive: true, force: true })
	})

	const environment = {
		AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
		AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
		AWS_DEFAULT_REGION: 'us-east-1',
		AWS_PAGER: '',
	}
	const aws = async (service: 'iot' | 'iot-data' | 'dynamodb' | 'sqs', ...args: string[]) => {
		const { endpoints } = edition.running
		const endpoint = service === 'iot-data' ? endpoints.iotData : endpoints[service]
		const all = [service, ...args, '--endpoint-url', endpoint, '--output', 'json']
		const out = await mustRun('aws', all, environment)
		return out.trim() === '' ? {} : JSON.parse(out)
	}
	/** From a file: versions 1 and 2 take a payload on the command line differently. */
	const publish = async (topic: string, payload: string) => {
		const file = join(edition.dataFolder, 'payload.json')
		await writeFile(file, payload)
		return aws('iot-data', 'publish', '--topic', topic, '--qos', '1', '--payload', `fileb://${file}`)
	}

	it('iot-data publish brings in a reading, and dynamodb scan finds it', async () => {
		await publish(`dt/sanitation/${toilet}/json`, '{"ammonia":0.7}')
		await sdk.drained()
		expect((await api.readings(toilet)).readings).toMatchObject([{ values: { ammonia: 0.7 } }])
		const { Items } = await aws(
			...(['dynamodb', 'scan', '--table-name', edition.running.tables.telemetry] as const),
			...['--filter-expression', 'device = :id', '--expression-attribute-values', `{":id":{"S":"${toilet}"}}`],
		)
		expect(Items).toMatchObject([{ device: { S: toilet }, readings: { SS: [expect.stringContaining('0.7')] } }])
	})

	it('iot-data publish for a device that nobody registered ends in quarantine, in words', async () => {
		const ghost = `ghost-${toilet}`
		await publish(`dt/sanitation/${ghost}/json`, '{"ammonia":0.7}')
		await sdk.drained()
		const entries = await api.quarantined(ghost)
		expect(entries.map(({ reasons }) => reasons[0]?.text.en)).toEqual([`the device ${ghost} is not registered`])
	})

	it('iot create-certificate-from-csr and the calls after it make a certificate for a key that stays where it is', async () => {
		const file = join(edition.dataFolder, 'csr.pem')
		await writeFile(file, await requestOf(toilet))
		const made = await aws('iot', 'create-certificate-from-csr', '--certificate-signing-request', `file://${file}`)
		const { certificateId, certificateArn: arn } = made
		const { device: policy } = edition.running.policies
		await aws('iot', 'attach-policy', '--policy-name', policy, '--target', arn)
		await aws('iot', 'attach-thing-principal', '--thing-name', toilet, '--principal', arn)
		await aws('iot', 'update-certificate', '--certificate-id', certificateId, '--new-status', 'ACTIVE')
		const { principals } = await aws('iot', 'list-thing-principals', '--thing-name', toilet)
		expect(principals).toContain(arn)
		const described = await aws('iot', 'describe-certificate', '--certificate-id', certificateId)
		expect(described.certificateDescription).toMatchObject({ certificateArn: arn, status: 'ACTIVE' })
	})

	it('sqs send-message and receive-message work on the queues; what is no message of ours is kept too', async () => {
		const { telemetry, deadLetter } = edition.running.queues
		await aws('sqs', 'send-message', '--queue-url', deadLetter, '--message-body', 'lost?')
		const { Messages } = await aws('sqs', 'receive-message', '--queue-url', deadLetter, '--wait-time-seconds', '5')
		expect(Messages).toMatchObject([{ Body: 'lost?' }])
		await aws('sqs', 'delete-message', '--queue-url', deadLetter, '--receipt-handle', Messages[0].ReceiptHandle)
		expect(await sdk.waiting('deadLetter')).toBe(0)

		const rubbish = `rubbish ${toilet}`
		await aws('sqs', 'send-message', '--queue-url', telemetry, '--message-body', rubbish)
		await sdk.drained()
		const entries = await api.quarantined('')
		const entry = entries.find(({ payload }) => Buffer.from(payload, 'base64').toString() === rubbish)
		expect(entry?.reasons).toMatchObject([{ code: 'bad-message' }])
	})

	it('says what is wrong in the words of AWS', async () => {
		const scan = ['dynamodb', 'scan', '--table-name', 'nothing', '--endpoint-url', edition.running.endpoints.dynamodb]
		expect((await run('aws', scan, environment)).stderr).toContain('ResourceNotFoundException')
	})
})
