import { words } from '../../../i18n/language.ts'

export const previewWords = words({
	title: { zh: '会有什么影响', en: 'What it would do' },
	intro: {
		zh: '用过去一个月的真实数据，按改后的标准重算一遍，看哪些院落的名次会变、为什么。只是试算，不保存。',
		en: 'A past month is worked out anew from its real data: which courtyards would move, and why. Nothing is kept.',
	},
	month: { zh: '用哪个月', en: 'Which month' },
	scope: { zh: '范围', en: 'Among' },
	township: { zh: '全镇', en: 'The township' },
	run: { zh: '看影响', en: 'See what it does' },
	running: { zh: '正在试算，最多要半分钟…', en: 'Working it out; up to half a minute…' },
	noMonths: {
		zh: '还没有可以试算的月份：第一个月的评比出来以后就能试算。',
		en: 'There is no month to try it on yet: it takes the ranking of a first month.',
	},
	tooMany: {
		zh: '这处改动要从原始读数重算，全镇的设备太多，一次算不完。请选一个村来试算。',
		en: 'This change has to be worked out from the readings, and the whole township is too much at once. Choose a village.',
	},
	slow: {
		zh: '没有等到结果：网络断了，或者算得太久。请再试一次，或选一个村。',
		en: 'No answer came: the connection broke, or it took too long. Try again, or choose a village.',
	},
	outdated: {
		zh: '这是改动之前的结果，请再试算一次。',
		en: 'This is from before your last change: work it out again.',
	},
})

export const putWords = words({
	open: { zh: '生效…', en: 'Put in force…' },
	adminOnly: {
		zh: '您可以试算；由系统管理员生效。',
		en: 'You can try it; the administrator puts it in force.',
	},
	title: { zh: '让新标准生效', en: 'Put the new profile in force' },
	from: { zh: '从哪天起', en: 'From which day' },
	fromHint: {
		zh: '最早到本月 1 日；通常从下月 1 日起，整月用同一套标准。',
		en: 'No earlier than the first of this month; usually the first of the next, so that a month has one profile.',
	},
	version: { zh: '版本名', en: 'Name of the version' },
	versionHint: {
		zh: '字母、数字、点和横线；每版一个新名字，以后不能再改。',
		en: 'Letters, digits, dots and dashes; new for each version, and never changed later.',
	},
	versionTaken: { zh: '这个名字已经用过，请换一个', en: 'This name is taken: choose another' },
	reason: { zh: '依据', en: 'Reason' },
	reasonHint: {
		zh: '为什么改：哪份文件、哪次会议。会写在改过的每个数旁边，大家都看得到。',
		en: 'Why: which document, which meeting. It stands beside every changed number, for everybody to read.',
	},
	reasonMissing: { zh: '请写明依据', en: 'Say why' },
	effect: { zh: '从什么时候起算数', en: 'From when on it counts' },
	notTried: { zh: '还没有看过影响。建议先试算。', en: 'You have not seen what it does. Try it first.' },
	triedNothing: {
		zh: (month: string) => `试算 ${month}：没有院落的名次会变。`,
		en: (month: string) => `Tried on ${month}: nobody would move.`,
	},
	tried: {
		zh: (month: string, moved: number, of: number) => `试算 ${month}：${of} 个院落中 ${moved} 个的名次会变。`,
		en: (month: string, moved: number, of: number) => `Tried on ${month}: ${moved} of ${of} courtyards would move.`,
	},
	put: { zh: '确定生效', en: 'Put in force' },
	putting: { zh: '正在提交…', en: 'Putting it…' },
	done: {
		zh: (version: string, from: string) => `${version} 已提交，从 ${from} 起生效。`,
		en: (version: string, from: string) => `${version} is kept and will be in force from ${from}.`,
	},
})
