import type { DismissReason, TaskActionType } from '../../contract/task/taskAction.ts'
import type { TaskEventType, TaskState } from '../../contract/task/taskEvent.ts'
import type { TriageKind } from '../../contract/task/triageKind.ts'

export type Words = { zh: string; en: string }

export const stateWords: Readonly<Record<TaskState, Words>> = {
	raised: { zh: '待接单', en: 'waiting to be taken up' },
	acknowledged: { zh: '已接单', en: 'taken up' },
	'in-progress': { zh: '处理中', en: 'being mended' },
	fixed: { zh: '已处理，待核验', en: 'mended, to be verified' },
	verified: { zh: '已核验', en: 'verified' },
	reopened: { zh: '已退回', en: 'came back' },
	dismissed: { zh: '已驳回', en: 'dismissed' },
	withdrawn: { zh: '已撤销', en: 'withdrawn' },
}

export const triageWords: Readonly<Record<TriageKind, Words>> = {
	big: { zh: '大事', en: "the government's matter" },
	small: { zh: '小事', en: "the village's matter" },
	private: { zh: '私事', en: "the household's matter" },
}

export const actionWords: Readonly<Record<TaskActionType, Words>> = {
	acknowledge: { zh: '接单', en: 'take it up' },
	start: { zh: '开始处理', en: 'begin' },
	fix: { zh: '处理完成', en: 'mended' },
	verify: { zh: '核验通过', en: 'verify' },
	reopen: { zh: '退回', en: 'not mended' },
	dismiss: { zh: '驳回', en: 'dismiss' },
	assign: { zh: '指派', en: 'assign' },
	retriage: { zh: '重新分流', en: 'change whose matter it is' },
	comment: { zh: '留言', en: 'comment' },
	tick: { zh: '勾选清单', en: 'tick the check list' },
	addPhoto: { zh: '上传照片', en: 'add a photo' },
	handOver: { zh: '移交', en: 'hand over' },
}

export const eventWords: Readonly<Record<TaskEventType, Words>> = {
	raised: { zh: '发现问题', en: 'raised' },
	acknowledged: { zh: '接单', en: 'taken up' },
	started: { zh: '开始处理', en: 'begun' },
	fixed: { zh: '处理完成', en: 'called mended' },
	verified: { zh: '核验通过', en: 'verified' },
	reopened: { zh: '退回', en: 'came back' },
	dismissed: { zh: '驳回', en: 'dismissed' },
	withdrawn: { zh: '撤销', en: 'withdrawn' },
	resumed: { zh: '告警仍在', en: 'the alarm goes on after all' },
	assigned: { zh: '指派', en: 'assigned' },
	retriaged: { zh: '重新分流', en: 'triaged anew' },
	commented: { zh: '留言', en: 'commented' },
	ticked: { zh: '完成清单项', en: 'ticked' },
	unticked: { zh: '取消清单项', en: 'tick taken back' },
	photographed: { zh: '上传照片', en: 'photo added' },
	'handed-over': { zh: '移交', en: 'handed over' },
	escalated: { zh: '超时上报', en: 'passed up the ladder' },
	'timed-out': { zh: '接单后无进展', en: 'nothing happened after it was taken up' },
	repeated: { zh: '再次发生', en: 'the same again' },
	'contact-seen': { zh: '查看联系方式', en: 'looked at the contact' },
}

export const reasonWords: Readonly<Record<DismissReason, Words>> = {
	'false-alarm': { zh: '误报', en: 'false alarm' },
	duplicate: { zh: '重复', en: 'duplicate' },
	'not-reproducible': { zh: '现场无异常', en: 'nothing to be found' },
	'not-ours': { zh: '不属本院落', en: 'not ours' },
	'no-longer-needed': { zh: '不再需要', en: 'no longer needed' },
	test: { zh: '测试', en: 'a test' },
}

/** How long there is left, or how long it is overdue: `还剩 3 小时`, `overdue by 20 min`. */
export function timeLeft(by: number, now: number): Words {
	const { zh, en } = span(Math.abs(by - now))
	return by >= now ? { zh: `还剩 ${zh}`, en: `${en} left` } : { zh: `已超时 ${zh}`, en: `overdue by ${en}` }
}

function span(ms: number): Words {
	const minutes = Math.floor(ms / 60_000)
	if (minutes < 60) return { zh: `${minutes} 分钟`, en: `${minutes} min` }
	const hours = Math.floor(minutes / 60)
	if (hours < 48) return { zh: `${hours} 小时`, en: `${hours} h` }
	const days = Math.floor(hours / 24)
	return { zh: `${days} 天`, en: `${days} days` }
}
