import type { Broker } from '../../../shared/contract/registry/certificates.ts'
import { openCertificateAuthority } from '../iot/certificateAuthority.ts'
import { startControlPlane } from '../iot/controlPlane/startControlPlane.ts'
import { openLooseCertificates } from '../iot/looseCertificates.ts'
import { openThingRegistry } from '../iot/thingRegistry.ts'
import { here } from './options.ts'
import type { Prepared } from './prepare.ts'
import type { Teardown } from './teardown.ts'

/** Starts what functions make and revoke certificates by. @returns its address, and where devices connect to */
export const startIdentities = async (
	{ ofType, ports }: Pick<Prepared, 'ofType' | 'ports'>,
	dataFolder: string,
	log: (line: string) => void,
	teardown: Teardown,
): Promise<{ readonly url: string; readonly broker: Broker }> => {
	const authority = await openCertificateAuthority(dataFolder)
	const plane = await startControlPlane({
		port: 0,
		arnPrefix: `arn:${here.partition}:iot:${here.region}:${here.accountId}:`,
		things: await openThingRegistry(dataFolder),
		looseCertificates: openLooseCertificates(dataFolder),
		authority,
		policies: ofType('AWS::IoT::Policy').map(({ name }) => name),
		log,
	})
	teardown.add('IoT control plane', plane.close)
	return { url: plane.url, broker: { host: 'localhost', port: ports.mqtt, ca: authority.caPem } }
}
