import type { Alert } from '../contract/alert/alert.ts'

export type AlertPublisher = {
	/** @throws when the alert could not be handed over; it is tried again later. */
	publish(alert: Alert): Promise<void>
}
