import type { IoTDataPlaneClient } from '@aws-sdk/client-iot-data-plane'
import type { Alert } from '../../../shared/contract/alert/alert.ts'
import type { AlertPublisher } from '../../../shared/ports/alertPublisher.ts'

/** Alerts over MQTT, to the displays and loudspeakers of the courtyard. */
export class IotAlertPublisher implements AlertPublisher {
	readonly #endpoint: string
	#client: IoTDataPlaneClient | undefined

	/** @param endpoint the account's data endpoint: a host name on AWS, a URL on one machine */
	constructor(endpoint: string) {
		this.#endpoint = iotEndpoint(endpoint)
	}

	async publish(alert: Alert): Promise<void> {
		// Loaded with the first alert: most processes have none.
		const { IoTDataPlaneClient, PublishCommand } = await import('../clients/iotData.ts')
		this.#client ??= new IoTDataPlaneClient({ endpoint: this.#endpoint })
		await this.#client.send(
			new PublishCommand({
				topic: `evt/sanitation/${alert.courtyard}/tasks`,
				qos: 1,
				contentType: 'application/json',
				payload: new TextEncoder().encode(JSON.stringify(alert)),
			}),
		)
	}
}

/** The data endpoint as an address: AWS gives a host name, the local edition a URL. */
export const iotEndpoint = (endpoint: string): string => (endpoint.includes('://') ? endpoint : `https://${endpoint}`)
