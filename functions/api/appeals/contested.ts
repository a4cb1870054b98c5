import { badRequest, forbidden, type Outcome } from '../../../shared/contract/http/outcome.ts'
import type { Appeal, NewAppeal } from '../../../shared/contract/ranking/appeal.ts'
import type { Told } from '../../../shared/contract/text/told.ts'
import { daysTouched } from '../../../shared/domain/appeal/exclusion.ts'
import { uncontestable } from '../../../shared/domain/appeal/words.ts'
import { courtyardOn } from '../../../shared/domain/registry/placement.ts'
import { monthOf } from '../../../shared/domain/time/shanghai.ts'
import { maySee, type Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'

export type Contested = Pick<Appeal, 'courtyard' | 'month' | 'subject'>
type Ports = Pick<ApiPorts, 'registry' | 'inspections' | 'now'>
type Wish<Is> = Extract<NewAppeal['subject'], { is: Is }>

/** What an appeal is about, if the viewer may contest it: whose courtyard it concerns, and which month. */
export const contestedBy = (
	ports: Ports,
	viewer: Viewer,
	subject: NewAppeal['subject'],
): Promise<Contested | { refused: Outcome }> =>
	subject.is === 'readings' ? readings(ports, viewer, subject) : deduction(ports, viewer, subject)

async function readings(
	{ registry, now }: Ports,
	viewer: Viewer,
	wish: Wish<'readings'>,
): Promise<Contested | { refused: Outcome }> {
	const device = (await registry.refreshed()).devices.get(wish.device)
	const [from, until] = [Date.parse(wish.from), Date.parse(wish.until)]
	if (until <= from) return refuse('until', { zh: '结束时刻应晚于开始时刻', en: '"until" should be after "from"' })
	if (until > now())
		return refuse('until', { zh: '读数产生以后才能申诉', en: 'readings are contested after they came' })
	const days = daysTouched({ from, until })
	const [first = '', last = ''] = [days[0], days.at(-1)]
	if (monthOf(first) !== monthOf(last)) {
		return refuse('until', {
			zh: '一次申诉只能针对一个月（北京时间）：请每个月分别申诉',
			en: 'an appeal is about one month (Asia/Shanghai): contest each month by itself',
		})
	}
	const courtyards = new Set(days.map((day) => device && courtyardOn(device, day)))
	const [courtyard] = courtyards
	// A device that counted for the viewer's courtyard on some day may be spoken of; others he cannot tell from none.
	if (![...courtyards].some((id) => id !== undefined && maySee(viewer, id)))
		return { refused: forbidden({ zh: '这不是您院落的设备。', en: 'This is not a device of your courtyard.' }) }
	if (courtyard === undefined || courtyards.size > 1)
		return refuse('from', {
			zh: '这段时间里设备加入、离开或换过院落：请只申诉它属于您院落的那些天',
			en: 'the device joined, left or moved in this interval: contest the days it was yours',
		})
	return { courtyard, month: monthOf(first), subject: { is: 'readings', device: wish.device, from, until } }
}

async function deduction(
	{ inspections }: Ports,
	viewer: Viewer,
	wish: Wish<'deduction'>,
): Promise<Contested | { refused: Outcome }> {
	const sheet = (await inspections.revisions(wish.inspection)).at(-1)
	if (!sheet || !maySee(viewer, sheet.courtyard))
		return { refused: forbidden({ zh: '这不是您院落的检查。', en: 'This is not an inspection of your courtyard.' }) }
	const wrong = uncontestable(sheet, wish.deduction)
	if (wrong !== undefined) return refuse('deduction', wrong)
	return { courtyard: sheet.courtyard, month: monthOf(sheet.day), subject: wish }
}

const refuse = (field: string, message: Told): { refused: Outcome } => ({
	refused: badRequest(`subject.${field}`, message),
})

export const isRefused = (contested: Contested | { refused: Outcome }): contested is { refused: Outcome } =>
	'refused' in contested
