import type { Role } from '../../shared/contract/people/person.ts'
import type { TaskEventType } from '../../shared/contract/task/taskEvent.ts'
import type { Language } from '../i18n/language.ts'
import type { ShownEvent } from './shownTask.ts'

type Words = Readonly<Record<Language, string>>

const roles: Readonly<Record<Role, Words>> = {
	public: { zh: '反映人', en: 'The reporter' },
	head: { zh: '院落长', en: 'The courtyard head' },
	village: { zh: '村里', en: 'The village' },
	staff: { zh: '镇里', en: 'The township' },
	admin: { zh: '镇里', en: 'The township' },
}

/** What somebody did, after who did it: `李国富 说去看`. */
const did: Readonly<Record<TaskEventType, Words>> = {
	raised: { zh: '反映了这个问题', en: 'told of the problem' },
	acknowledged: { zh: '知道了，去看', en: 'went to look' },
	started: { zh: '开始处理', en: 'started' },
	fixed: { zh: '说修好了', en: 'said that it is mended' },
	verified: { zh: '确认修好了', en: 'confirmed that it is mended' },
	reopened: { zh: '说还没有修好', en: 'said that it is not mended' },
	dismissed: { zh: '看过，不用处理', en: 'found nothing to do' },
	withdrawn: { zh: '撤销了', en: 'withdrew it' },
	resumed: { zh: '又显示异常', en: 'shows it again' },
	assigned: { zh: '指定了处理的人', en: 'named who is to do it' },
	retriaged: { zh: '改了由谁负责', en: 'changed whose matter it is' },
	commented: { zh: '留了言', en: 'left a word' },
	ticked: { zh: '做完清单中的一项', en: 'did an item of the list' },
	unticked: { zh: '取消了清单中的一项', en: 'took back an item of the list' },
	photographed: { zh: '加了照片', en: 'added a photo' },
	'handed-over': { zh: '请别人来处理', en: 'passed it on' },
	escalated: { zh: '报给了上一级', en: 'told the next level' },
	'timed-out': { zh: '放回等待', en: 'put it back' },
	repeated: { zh: '又发生了', en: 'had it again' },
	'contact-seen': { zh: '看了联系方式', en: 'looked at the contact' },
}

/** What happened without anybody: by the sensor, or because time was up. */
const happened: Readonly<Partial<Record<TaskEventType, Words>>> = {
	raised: { zh: '传感器发现问题', en: 'The sensor found the problem' },
	verified: { zh: '传感器确认已恢复正常', en: 'The sensor confirmed that it is back to normal' },
	reopened: { zh: '传感器显示还没有恢复，退回', en: 'The sensor shows that it is not back to normal: it came back' },
	withdrawn: { zh: '后来的读数说明没有问题，撤销', en: 'Later readings show no problem: withdrawn' },
	resumed: { zh: '传感器又显示异常', en: 'The sensor shows the problem again' },
	retriaged: { zh: '改了由谁负责', en: 'Whose matter it is was changed' },
	escalated: { zh: '报给了上一级', en: 'The next level was told' },
	'timed-out': {
		zh: '说去看以后没有动静，重新等人处理',
		en: 'Nothing happened after it was seen: it waits for somebody again',
	},
	repeated: { zh: '同样的问题前不久刚修过', en: 'The same had been mended not long before' },
}

/** An entry of the trail as a sentence: who did what, or what happened. */
export const trailSentence = ({ type, role, actor, text }: ShownEvent, language: Language): string => {
	if (role === undefined) return (happened[type] ?? text)[language]
	const name = actor?.name
	return `${name === undefined || name === '' ? roles[role][language] : name} ${did[type][language]}`
}
