import type { Appeal, AppealView } from '../../../shared/contract/ranking/appeal.ts'
import { daysTouched } from '../../../shared/domain/appeal/exclusion.ts'
import { appealWords } from '../../../shared/domain/appeal/words.ts'
import type { ApiPorts } from '../ports.ts'

/** An appeal for people: instants as ISO 8601, what it is about and how it stands in words. */
export async function appealView(
	{ registry, rankingStatus }: Pick<ApiPorts, 'registry' | 'rankingStatus'>,
	appeal: Appeal,
): Promise<AppealView> {
	const { subject, events } = appeal
	const [known, isPublished] = await Promise.all([registry.current(), rankingStatus.isPublished(appeal.month)])
	return {
		...appeal,
		subject:
			subject.is === 'readings'
				? { ...subject, from: iso(subject.from), until: iso(subject.until), days: daysTouched(subject) }
				: subject,
		events: events.map((event) => ({ ...event, at: iso(event.at) })),
		text: appealWords(appeal, subject.is === 'readings' ? known.devices.get(subject.device)?.name : undefined),
		...(isPublished && appeal.state !== 'withdrawn' ? { notice } : {}),
	}
}

const notice = {
	zh: '本月评比已发布，表中名次不变；申诉成立的，由工作人员另发更正版',
	en: 'The ranking of this month is published and does not change; what an appeal corrects needs a revision of it.',
}

const iso = (at: number): string => new Date(at).toISOString()
