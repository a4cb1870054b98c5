import { words } from '../../i18n/language.ts'

export const deputyWords = words({
	title: { zh: '谁替我', en: 'Who stands in for me' },
	me: { zh: '现在由您自己负责。', en: 'You are in charge yourself.' },
	deputy: {
		zh: (name: string) => `今天由${name}代您负责。`,
		en: (name: string) => `${name} is in charge today, for you.`,
	},
	asDeputy: { zh: '您正在替院落长负责这个院落。', en: 'You are in charge of this courtyard for its head.' },
	nobody: { zh: '还没有登记负责人，请联系镇里。', en: 'Nobody is on record as in charge; ask the township.' },
	note: {
		zh: '出门、生病时，可以请一个人替您。那几天的提醒也会发给他，到期自动恢复。',
		en: 'When you are away or ill, somebody can stand in. He gets the alerts too, and it ends by itself.',
	},
	acting: { zh: (until: string) => `正在代理，到${until}`, en: (until: string) => `standing in until ${until}` },
	planned: {
		zh: (from: string, until: string) => `${from}开始，到${until}`,
		en: (from: string, until: string) => `from ${from} to ${until}`,
	},
	end: { zh: '结束代理', en: 'End this' },
	endSure: { zh: '确定结束', en: 'Yes, end it' },
	ask: { zh: '请人替我', en: 'Ask somebody to stand in' },
	name: { zh: '替我的人', en: 'His name' },
	phone: { zh: '他的手机号（可不填）', en: 'His phone number (optional)' },
	phoneHint: { zh: '填了才能把提醒发给他。', en: 'Needed to send him the alerts.' },
	from: { zh: '从哪天开始', en: 'From' },
	until: { zh: '到哪天为止', en: 'Until' },
	send: { zh: '就请他替我', en: 'Let him stand in' },
	nameMissing: { zh: '请填写他的名字', en: 'Please give his name' },
	phoneWrong: { zh: '手机号不对，请再看一下', en: 'This is no phone number' },
	past: { zh: '请选今天或以后的日子', en: 'Choose today or later' },
	backwards: { zh: '结束的日子不能比开始早', en: 'The end cannot be before the beginning' },
	tooLong: { zh: '最多替三个月；更久请找镇里换负责人', en: 'At most three months; for longer ask the township' },
	taken: {
		zh: (name: string) => `这几天已经请了${name}，请先结束那个`,
		en: (name: string) => `${name} stands in on these days; end that first`,
	},
	offline: { zh: '没有信号，没有记下来，请再点一次。', en: 'No signal: it was not recorded. Please tap again.' },
	refused: { zh: '没有改成，请再看一下现在的安排。', en: 'It was not changed; look at how it stands now.' },
})
