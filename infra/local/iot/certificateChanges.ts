import type { Principal } from './connection.ts'
import type { Thing } from './thing.ts'
import type { ThingRegistry } from './thingRegistry.ts'

/**
 * The status of the certificate that a connection was made with, as it is by now: on anything but ACTIVE the connection
 * must end. `DETACHED` where the thing has it no more. Undefined for a connection of no thing.
 */
export const statusNow = async (
	things: Pick<ThingRegistry, 'get'>,
	{ thingName, certificateId }: Principal,
): Promise<Thing['certificates'][number]['status'] | 'DETACHED' | undefined> => {
	if (thingName === undefined) return undefined
	const thing = await things.get(thingName)
	return thing?.certificates.find(({ id }) => id === certificateId)?.status ?? 'DETACHED'
}

/** A device that has connected with a certificate needs those no more that it takes the place of: they become INACTIVE. */
export const retireReplaced = async (
	things: Pick<ThingRegistry, 'get' | 'update'>,
	{ thingName, certificateId }: Principal,
): Promise<void> => {
	if (thingName === undefined) return
	const isReplaced = ({ replacedBy, status }: Thing['certificates'][number]): boolean =>
		replacedBy === certificateId && status === 'ACTIVE'
	// Nearly every connection finds nothing to do; only then is the thing's file locked.
	if ((await things.get(thingName))?.certificates.some(isReplaced) !== true) return
	await things.update(
		thingName,
		(thing) =>
			thing && {
				...thing,
				certificates: thing.certificates.map((certificate) =>
					isReplaced(certificate) ? { ...certificate, status: 'INACTIVE' } : certificate,
				),
			},
	)
}
