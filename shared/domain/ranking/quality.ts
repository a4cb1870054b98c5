import type { DeviceQuality } from '../../contract/score/dataQuality.ts'
import type { Candidate } from './candidate.ts'

/** How well each device of a courtyard was heard in the month: for the technician, apart from the ranking. */
export function qualityOf({ courtyard, period, doubts, names }: Candidate): DeviceQuality[] {
	return (period?.devices ?? []).map(({ device, valid, missing, excused }) => ({
		device,
		name: names.get(device) ?? { zh: device, en: device },
		courtyard: courtyard.id,
		coverage: valid + missing === 0 ? 0 : valid / (valid + missing),
		valid,
		missing,
		faulty: excused['sensor-fault'] ?? 0,
		isSilent: valid === 0 && missing > 0,
		doubts: doubts.filter((doubt) => doubt.device === device),
	}))
}
