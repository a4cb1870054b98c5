import { openCertificateAuthority } from '../../infra/local/iot/certificateAuthority.ts'
import { openThingRegistry } from '../../infra/local/iot/thingRegistry.ts'
import { provisionDevice } from '../../infra/local/provisionDevice.ts'
import { defaultProfile } from '../../shared/domain/profile/defaultProfile.ts'
import { shanghaiDay } from '../../shared/domain/time/shanghai.ts'
import type { Api } from './api.ts'
import type { StartedEdition } from './edition.ts'

/**
 * Short clocks, as data: two readings make an alarm at once, a repair has five seconds to show, and what is critical climbs
 * after two. Everything else is the profile that is in force.
 */
export const hastyProfile = {
	...defaultProfile,
	version: 'hasty',
	effectiveFrom: shanghaiDay(Date.now()),
	alarms: defaultProfile.alarms.map((rule) => ({
		...rule,
		on: { readings: 2, seconds: 0 },
		off: { readings: 2, seconds: 0 },
		...(rule.id === 'fill-high' ? { severity: 'major' } : {}),
		...(rule.id === 'tilt-high' ? { severity: 'critical' } : {}),
	})),
	serviceLevel: {
		...defaultProfile.serviceLevel,
		critical: { acknowledgeMinutes: 2 / 60, fixMinutes: 60, progressMinutes: 60 },
		verificationMinutes: 5 / 60,
	},
	alerting: { ...defaultProfile.alerting, groupWaitSeconds: 1, groupIntervalMinutes: 0 },
}

/** Courtyards of a village with the bins and displays that are told, and channels for some. */
export type LoopTownship = {
	courtyards: readonly string[]
	/** Courtyard by bin. */
	bins: Readonly<Record<string, string>>
	/** A display, by courtyard. */
	screens: Readonly<Record<string, string>>
	channels: readonly object[]
}

const name = { zh: '院落', en: 'Courtyard' }

/** Puts profile, registry and channels as an administrator would, and issues certificates to what has a connection. */
export const setUp = async (
	{ dataFolder, running }: StartedEdition,
	admin: Api,
	{ courtyards, bins, screens, channels }: LoopTownship,
	connected: readonly string[],
): Promise<void> => {
	const put = async (method: string, path: string, body: object): Promise<void> => {
		const response = await admin.call(path, { method, body: JSON.stringify(body) })
		if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
	}
	await put('POST', '/profiles', hastyProfile)
	const devices = [
		...Object.entries(bins).map(([id, courtyard]) => ({ id, kind: 'waste' as const, courtyard, name })),
		...Object.entries(screens).map(([courtyard, id]) => ({ id, kind: 'display' as const, courtyard, name })),
	]
	await put('PUT', '/registry', {
		townships: [{ id: 'town', name }],
		villages: [{ id: 'village', township: 'town', name }],
		courtyards: courtyards.map((id) => ({ id, village: 'village', name, kind: 'settlement', households: 20 })),
		devices,
	})
	await put('PUT', '/channels', { channels })
	const provisioner = {
		dataFolder,
		authority: await openCertificateAuthority(dataFolder),
		things: await openThingRegistry(dataFolder),
		policies: running.policies,
	}
	await Promise.all(
		devices.filter(({ id }) => connected.includes(id)).map((device) => provisionDevice(provisioner, device)),
	)
}
