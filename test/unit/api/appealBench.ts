import { raiseAppeal } from '../../../functions/api/appeals/appeals.ts'
import { recordInspection } from '../../../functions/api/inspections/inspections.ts'
import { type AppealDecision, AppealView, type NewAppeal } from '../../../shared/contract/ranking/appeal.ts'
import { head, type scoringDesk, staff } from '../../doubles/scoringDesk.ts'

type Desk = ReturnType<typeof scoringDesk>

/** Two hours over midnight. */
export const night = {
	is: 'readings',
	device: 'toilet-1',
	from: '2026-11-20T23:00:00+08:00',
	until: '2026-11-21T01:00:00+08:00',
} as const
export const interval = { device: 'toilet-1', from: Date.parse(night.from), until: Date.parse(night.until) }
/** One perfect appeal, to be spoiled one field a test. */
export const wish: NewAppeal = { subject: night, reason: '当晚清洗, 传感器进水', photo: 'wash-1.jpg' }
export const accept: AppealDecision = { version: 1, verdict: 'accepted', reason: '现场核实' }
/** Raises an appeal and tells its id. */
export async function raised(ports: Desk, appeal: NewAppeal = wish): Promise<string> {
	const answer = await raiseAppeal(ports, head, appeal)
	if (!('body' in answer)) throw new Error(JSON.stringify(answer))
	return AppealView.parse(answer.body).id
}

const litter = { item: 'garbage', points: 5, note: '垃圾散落' }
/** Records a sheet with one deduction; returns an appeal against it. */
export async function withSheet(ports: Desk): Promise<NewAppeal> {
	await recordInspection(ports, staff, { courtyard: 'yard-1', day: '2026-11-20', deductions: [litter] })
	return { subject: { is: 'deduction', inspection: '2026-11-20.yard-1', deduction: '1-1' }, reason: '不是本院落' }
}
