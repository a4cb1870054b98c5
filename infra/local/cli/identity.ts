import { DeleteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { provisionedKey } from '../../../functions/adapters/tables/tableKeys.ts'
import { claimFilesOf } from '../claimCertificate.ts'
import { issueCertificate, revokeCertificates, rotateCertificate } from '../deviceCertificates.ts'
import { here } from '../edition/options.ts'
import { openCertificateAuthority } from '../iot/certificateAuthority.ts'
import { openThingRegistry } from '../iot/thingRegistry.ts'
import { openLocalIssuer } from '../issuer/localIssuer.ts'
import { localCredentials } from '../lambda/localCredentials.ts'
import type { Certificates } from '../provisionDevice.ts'
import { requireRunningEdition } from '../runningEdition.ts'
import { StartError } from '../startError.ts'
import { knownDevice } from './registryClient.ts'

const told = ({ cert, key, ca }: Certificates): string =>
	`Certificates: ${cert}\n              ${key}\n              ${ca}`

/** A certificate for a device that the registry has and that has none; its entry stays as it is. */
export const certificate = async (data: string, id: string): Promise<void> => {
	const running = await requireRunningEdition(data)
	const issuer = await openLocalIssuer(data, running.issuer)
	const person = { id: 'device-command', name: 'npm run device', role: 'admin', courtyards: [] } as const
	const device = await knownDevice(running.apiUrl, await issuer.token(person, Date.now()), id)
	if (device === undefined)
		throw new StartError({
			message: `The registry has no device ${id}.`,
			remedy: '`npm run device -- add` registers one and gives it a certificate.',
		})
	const provisioner = {
		dataFolder: data,
		authority: await openCertificateAuthority(data),
		things: await openThingRegistry(data),
		policies: running.policies,
	}
	console.log(told(await issueCertificate(provisioner, device)))
}

/** Another certificate in the place of the one a device has. */
export const rotate = async (data: string, id: string, now: boolean): Promise<void> => {
	const authority = await openCertificateAuthority(data)
	const things = await openThingRegistry(data)
	const { files, previous } = await rotateCertificate({ dataFolder: data, authority, things }, id, now)
	console.log(told(files))
	if (previous !== undefined) console.log(`The old ones are in ${previous}.`)
	console.log(
		now
			? 'The old certificate is INACTIVE: a connection made with it is cut, and it opens none any more.'
			: `The old certificate goes on until ${id} has connected with the new one, then it is INACTIVE; a connection stays as it is until then.`,
	)
}

/** Takes all certificates of a device back. */
export const revoke = async (data: string, id: string): Promise<void> => {
	const revoked = await revokeCertificates(await openThingRegistry(data), id)
	console.log(
		revoked === 0
			? `${id} had no certificate that was not revoked already.`
			: `${revoked} certificate(s) of ${id} REVOKED: its connection is cut, and it gets none any more.`,
	)
}

/** Where the claim certificate lies, and what it is used with. */
export const claim = async (data: string): Promise<void> => {
	const { provisioning, mqttUrl } = await requireRunningEdition(data)
	console.log(`${told(claimFilesOf(data))}\nBroker:       ${mqttUrl}\nTemplate:     ${provisioning.template}`)
}

/** Lets a serial number fetch a certificate once more, as after a repair that cost the device its key. */
export const allow = async (data: string, serial: string): Promise<void> => {
	const { endpoints, tables } = await requireRunningEdition(data)
	const client = new DynamoDBClient({
		endpoint: endpoints.dynamodb,
		region: here.region,
		credentials: localCredentials,
	})
	const { Attributes } = await client.send(
		new DeleteItemCommand({
			TableName: tables.registry,
			Key: marshall(provisionedKey(serial)),
			ReturnValues: 'ALL_OLD',
		}),
	)
	client.destroy()
	console.log(
		Attributes
			? `${serial} may fetch a certificate once more. The one it had stays as it is: revoke it, unless you know where it is.`
			: `${serial} has not fetched a certificate yet, so there is nothing to allow again.`,
	)
}
