import { words } from '../i18n/language.ts'

/** What the pages say about a task: as one would say it in the village. */
export const taskWords = words({
	task: { zh: '任务', en: 'Task' },
	where: { zh: '在哪里', en: 'Where' },
	since: { zh: '多久了', en: 'Since' },
	began: {
		zh: (length: string, at: string) => `${length}（${at} 起）`,
		en: (length: string, at: string) => `${length} (since ${at})`,
	},
	until: { zh: '期限', en: 'Deadline' },
	answerBy: { zh: (at: string) => `请在 ${at} 前回应`, en: (at: string) => `Please answer by ${at}` },
	mendBy: { zh: (at: string) => `请在 ${at} 前修好`, en: (at: string) => `Please mend it by ${at}` },
	left: { zh: (length: string) => `还有 ${length}`, en: (length: string) => `${length} left` },
	overdue: { zh: (length: string) => `已超过 ${length}`, en: (length: string) => `overdue by ${length}` },
	owner: { zh: (rung: string) => `现在由${rung}负责。`, en: (rung: string) => `In charge now: ${rung}` },
	first: { zh: '先做什么', en: 'What to do first' },
	firstNote: { zh: '做完一项，点一下。', en: 'Tap each when it is done.' },
	done: { zh: '做过了', en: 'Done' },
	trail: { zh: '经过', en: 'What happened' },
	earlier: { zh: (count: number) => `更早的 ${count} 条`, en: (count: number) => `${count} earlier` },
	sensor: { zh: '传感器现在显示', en: 'The sensor shows now' },
	sensorNothing: { zh: '最近没有可用的读数', en: 'No usable reading lately' },
	limitHigh: { zh: (limit: string) => `不超过 ${limit} 为正常`, en: (limit: string) => `normal up to ${limit}` },
	limitLow: { zh: (limit: string) => `不低于 ${limit} 为正常`, en: (limit: string) => `normal from ${limit}` },
	limit: { zh: '限值', en: 'limit' },
	limitLine: { zh: '虚线是限值', en: 'dashed: the limit' },
	course: {
		zh: (from: string, to: string) => `从 ${from} 到 ${to} 的读数`,
		en: (from: string, to: string) => `Readings from ${from} to ${to}`,
	},
})

/** How a task stands, in a word and in a sentence. */
export const stateWords = words({
	raised: { zh: '等您去看', en: 'Waiting for you' },
	acknowledged: { zh: '已知道，等处理', en: 'Seen, to be dealt with' },
	'in-progress': { zh: '正在处理', en: 'Being mended' },
	fixed: { zh: '已处理，等确认', en: 'Mended, to be confirmed' },
	verified: { zh: '已修好', en: 'Mended' },
	reopened: { zh: '没修好，退回来了', en: 'Came back' },
	dismissed: { zh: '不用处理了', en: 'Nothing to do' },
	withdrawn: { zh: '已撤销', en: 'Withdrawn' },
	sensorConfirms: {
		zh: (at: string) => `请等传感器确认，最晚到 ${at}。数值恢复正常，任务就完成；如果没有恢复，会退回给您。`,
		en: (at: string) =>
			`The sensor will confirm it, by ${at} at the latest. If the values are back to normal, the task is done; if not, it comes back to you.`,
	},
	sensorConfirmsSoon: {
		zh: '请等传感器确认。数值恢复正常，任务就完成；如果没有恢复，会退回给您。',
		en: 'The sensor will confirm it. If the values are back to normal, the task is done; if not, it comes back to you.',
	},
	peopleConfirm: {
		zh: '请等反映人或村里、镇里确认。确认后任务就完成。',
		en: 'Whoever reported it, or the village or township, will confirm it. Then the task is done.',
	},
	sensorVerified: {
		zh: '传感器确认已恢复正常。谢谢您！',
		en: 'The sensor confirms that it is back to normal. Thank you!',
	},
	peopleVerified: { zh: '已经确认修好。谢谢您！', en: 'It has been confirmed. Thank you!' },
	sensorReopened: {
		zh: '传感器显示还没有恢复正常，请再去看看。',
		en: 'The sensor shows that it is not back to normal. Please look again.',
	},
	peopleReopened: { zh: '有人说还没有修好，请再去看看。', en: 'Somebody says it is not mended. Please look again.' },
	dismissedNote: {
		zh: '村里或镇里看过，这件事不用您处理。',
		en: 'The village or township looked at it: nothing for you to do.',
	},
	withdrawnNote: {
		zh: '后来的读数说明没有问题，这件事不用处理。',
		en: 'Later readings show that there was no problem: nothing to do.',
	},
})

/** The big button and what stands beside it. */
export const stepWords = words({
	acknowledge: { zh: '知道了，我去看', en: 'I know, I will go and look' },
	again: { zh: '我再去看', en: 'I will look again' },
	start: { zh: '开始处理', en: 'I am starting' },
	fix: { zh: '修好了', en: 'It is mended' },
	verify: { zh: '确认修好了', en: 'Confirm that it is mended' },
	handOver: { zh: '我有困难', en: 'I need help' },
	reopen: { zh: '还没有修好', en: 'It is not mended' },
	comment: { zh: '说几句', en: 'Say something' },
	dismiss: { zh: '不用处理', en: 'Nothing to do' },
	tick: { zh: '勾选清单', en: 'Ticked the list' },
	addPhoto: { zh: '照片', en: 'Photo' },
	assign: { zh: '指派', en: 'Assign' },
	retriage: { zh: '重新分流', en: 'Change whose matter it is' },
	otherStep: { zh: '其他', en: 'Other' },
	helpTitle: { zh: '有什么困难？', en: 'What is the difficulty?' },
	helpAlone: { zh: '我一个人做不了', en: 'I cannot do it alone' },
	helpTools: { zh: '缺工具或材料', en: 'Tools or material are missing' },
	helpAway: { zh: '我不在家', en: 'I am away' },
	helpNotMine: { zh: '这不归我管', en: 'It is not my business' },
	more: { zh: '还想说什么（可以不写）', en: 'Anything else (you may leave it empty)' },
	passTo: { zh: (rung: string) => `请${rung}来处理`, en: (rung: string) => `Pass it to: ${rung}` },
	tell: { zh: '告诉镇里', en: 'Tell the township' },
	notMendedTitle: { zh: '哪里没有修好？', en: 'What is not mended?' },
	notMendedStill: { zh: '问题还在', en: 'The problem is still there' },
	notMendedAgain: { zh: '又坏了', en: 'It broke again' },
	notMendedWrong: { zh: '刚才点错了', en: 'I tapped it by mistake' },
	sendBack: { zh: '退回，继续处理', en: 'Take it up again' },
	cancel: { zh: '返回', en: 'Back' },
})

/** The connection, and what others did meanwhile. */
export const waitingWords = words({
	noSignal: { zh: '没有信号', en: 'No signal' },
	kept: {
		zh: (count: number) => `已记下 ${count} 项，有信号时自动发送。`,
		en: (count: number) =>
			`${count === 1 ? 'Your change is' : `Your ${count} changes are`} kept and sent when there is a signal.`,
	},
	old: { zh: '下面是断开前的内容。', en: 'What you see is from before.' },
	sending: { zh: '正在发送…', en: 'Sending …' },
	busy: { zh: '系统暂时繁忙', en: 'The system is busy' },
	faster: { zh: '在您之前，别人已经处理过', en: 'Somebody was faster' },
	refused: { zh: '没有提交成功', en: 'This was not taken' },
	notSent: { zh: '没有提交的：', en: 'Not sent:' },
	lookAgain: {
		zh: '请看下面现在的情况，需要时再点一次。',
		en: 'See below how it is now; tap again if it is still needed.',
	},
	understood: { zh: '知道了', en: 'I see' },
})
