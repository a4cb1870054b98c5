import type { InspectionSheet } from '../../contract/inspection/inspection.ts'
import type { Appeal } from '../../contract/ranking/appeal.ts'
import type { Name } from '../../contract/registry/registry.ts'
import type { Told } from '../../contract/text/told.ts'
import { inShanghai } from '../time/shanghai.ts'

/** How an appeal stands. */
export const appealStateWords = {
	open: { zh: '待处理', en: 'open' },
	accepted: { zh: '成立', en: 'accepted' },
	rejected: { zh: '不成立', en: 'rejected' },
	withdrawn: { zh: '已撤回', en: 'withdrawn' },
} as const satisfies Record<Appeal['state'], Told>

/** What is contested and how it stands, in a sentence. */
export function appealWords({ subject, state }: Appeal, device: Name | undefined): Told {
	const { zh, en } = appealStateWords[state]
	if (subject.is === 'deduction') {
		return {
			zh: `对检查 ${subject.inspection} 的扣分 ${subject.deduction} 的申诉：${zh}`,
			en: `Appeal against deduction ${subject.deduction} of inspection ${subject.inspection}: ${en}`,
		}
	}
	const [from, until] = [inShanghai(subject.from), inShanghai(subject.until)]
	return {
		zh: `对${device?.zh ?? subject.device} ${from.zh} 至 ${until.zh} 读数的申诉：${zh}`,
		en: `Appeal against the readings of ${device?.en ?? subject.device} from ${from.en} to ${until.en}: ${en}`,
	}
}

/** Why a deduction of a sheet cannot be contested; undefined when it can. */
export function uncontestable(sheet: InspectionSheet, deduction: string): Told | undefined {
	const found = sheet.deductions.find(({ id }) => id === deduction)
	if (!found) {
		const there = sheet.deductions.map(({ id }) => id).join(', ')
		return {
			zh: `检查表上没有扣分“${deduction}”；有：${there || '无'}`,
			en: `the sheet has no deduction "${deduction}"; there are: ${there || 'none'}`,
		}
	}
	return found.struck
		? { zh: `扣分“${deduction}”已经撤销`, en: `the deduction "${deduction}" is struck already` }
		: undefined
}
