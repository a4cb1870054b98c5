import { ProfileSummary, ProfileView } from '../../shared/contract/profile/profileView.ts'
import * as z from '../../shared/contract/zod.ts'
import { isoLocalDay } from '../simulator/localTime.ts'
import type { SimulatedDevice } from '../simulator/simulatedDevice.ts'
import { callApi, type StaffApi } from './callApi.ts'
import { courtyards } from './courtyards.ts'
import { inspectionRounds } from './inspectionRounds.ts'

/**
 * Records the inspection sheets of some months, as far as their days are over. A sheet that is there already stays as it is.
 * @returns how many are on record
 */
export const recordRounds = async (
	api: StaffApi,
	months: readonly string[],
	fleet: readonly SimulatedDevice[],
	seed: number,
	now: number,
): Promise<number> => {
	const neglected = new Set(
		fleet.filter(({ character }) => character === 'neglected').map(({ device }) => device.courtyard),
	)
	const today = isoLocalDay(now)
	let recorded = 0
	for (const month of months) {
		const items = await itemsOf(api, month)
		const ids = courtyards.map(({ id }) => id)
		for (const sheet of inspectionRounds(month, ids, neglected, items, seed)) {
			if (sheet.day >= today) continue
			await callApi(api, '/inspections', z.unknown(), { method: 'POST', body: sheet, expected: [409] })
			recorded += 1
		}
	}
	return recorded
}

/** The items of the sheet in force on a month's first day. */
const itemsOf = async (api: StaffApi, month: string) => {
	const listed = await callApi(api, '/profiles', z.object({ profiles: z.array(ProfileSummary) }))
	const profiles = listed.is === 'answer' ? listed.value.profiles : []
	const version = profiles.find(({ effectiveFrom }) => effectiveFrom <= `${month}-01`)?.version ?? profiles[0]?.version
	if (version === undefined) return []
	const view = await callApi(api, `/profiles/${encodeURIComponent(version)}`, ProfileView)
	return view.is === 'answer' ? view.value.profile.inspection : []
}
