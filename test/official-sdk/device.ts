import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { iot, iotidentity, iotshadow, mqtt } from 'aws-iot-device-sdk-v2'

/**
 * A device made with AWS's own SDK: fetches its certificate by claim, takes its configuration from its shadow and reports it,
 * publishes a reading, and says what came of it as one line of JSON. Nothing of ours is in it.
 */
const { values } = parseArgs({
	options: {
		host: { type: 'string', default: 'localhost' },
		port: { type: 'string', default: '8883' },
		/** Folder with the claim certificate: cert.pem, key.pem, ca.pem. */
		claim: { type: 'string', default: '.local/claim' },
		template: { type: 'string', default: 'sanitation_devices' },
		serial: { type: 'string', default: '' },
		reading: { type: 'string', default: '{"ammonia":0.1}' },
	},
})
const pem = (name: string): string => readFileSync(join(values.claim, name), 'utf8')

const connect = async (clientId: string, cert: string, key: string): Promise<mqtt.MqttClientConnection> => {
	const config = iot.AwsIotMqttConnectionConfigBuilder.new_mtls_builder(cert, key)
		.with_certificate_authority(pem('ca.pem'))
		.with_endpoint(values.host)
		.with_port(Number(values.port))
		.with_client_id(clientId)
		.build()
	const connection = new mqtt.MqttClient().new_connection(config)
	await connection.connect()
	return connection
}

const { AtLeastOnce } = mqtt.QoS

/** Asks what is answered on one of two topics; resolves with the answer, rejects with the refusal. */
const answered = async <T>(
	subscribe: (
		accepted: (error?: Error, answer?: T) => void,
		rejected: (error?: Error, refusal?: unknown) => void,
	) => Promise<unknown>,
	publish: () => Promise<unknown>,
): Promise<T> => {
	const { promise, resolve, reject } = Promise.withResolvers<T>()
	await subscribe(
		(error, answer) => (answer === undefined ? reject(error) : resolve(answer)),
		(error, refusal) => reject(error ?? new Error(JSON.stringify(refusal))),
	)
	await publish()
	return promise
}

const claiming = await connect(`_claim-${randomUUID()}`, pem('cert.pem'), pem('key.pem'))
const identity = new iotidentity.IotIdentityClient(claiming)
const made = await answered<iotidentity.model.CreateKeysAndCertificateResponse>(
	async (accepted, rejected) => {
		await identity.subscribeToCreateKeysAndCertificateAccepted({}, AtLeastOnce, accepted)
		await identity.subscribeToCreateKeysAndCertificateRejected({}, AtLeastOnce, rejected)
	},
	() => identity.publishCreateKeysAndCertificate({}, AtLeastOnce),
)
const templateName = values.template
const { thingName: thing = '' } = await answered<iotidentity.model.RegisterThingResponse>(
	async (accepted, rejected) => {
		await identity.subscribeToRegisterThingAccepted({ templateName }, AtLeastOnce, accepted)
		await identity.subscribeToRegisterThingRejected({ templateName }, AtLeastOnce, rejected)
	},
	() => {
		const { certificateOwnershipToken = '' } = made
		const parameters = { SerialNumber: values.serial }
		return identity.publishRegisterThing({ templateName, certificateOwnershipToken, parameters }, AtLeastOnce)
	},
)
await claiming.disconnect()

const connection = await connect(thing, made.certificatePem ?? '', made.privateKey ?? '')
const shadow = new iotshadow.IotShadowClient(connection)
const named = { thingName: thing, shadowName: 'config' }
const { state } = await answered<iotshadow.model.GetShadowResponse>(
	async (accepted, rejected) => {
		await shadow.subscribeToGetNamedShadowAccepted(named, AtLeastOnce, accepted)
		await shadow.subscribeToGetNamedShadowRejected(named, AtLeastOnce, rejected)
	},
	() => shadow.publishGetNamedShadow(named, AtLeastOnce),
)
const desired = state?.desired ?? {}
await answered<iotshadow.model.UpdateShadowResponse>(
	async (accepted, rejected) => {
		await shadow.subscribeToUpdateNamedShadowAccepted(named, AtLeastOnce, accepted)
		await shadow.subscribeToUpdateNamedShadowRejected(named, AtLeastOnce, rejected)
	},
	() => shadow.publishUpdateNamedShadow({ ...named, state: { reported: desired } }, AtLeastOnce),
)
// Resolves with the acknowledgement.
await connection.publish(`dt/sanitation/${thing}/json`, values.reading, AtLeastOnce)
await connection.disconnect()
process.stdout.write(`${JSON.stringify({ thing, desired, published: true })}\n`)
